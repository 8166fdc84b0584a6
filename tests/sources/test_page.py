import hashlib
import json

import pytest

from purport.errors import MalformedError, TooLargeError
from purport.model import Media
from purport.sources.limits import MAX_ELEMENTS, MAX_PAGE
from tests.sources.helpers import one, refused

FIRST = (
    "Two drones fell on a field near the village of Northtown on Sunday night, the head of the district said in a post."
)
SECOND = "Nobody was hurt, though the windows of a warehouse were broken and power was cut off for about three hours."
THIRD = (
    "Repair crews worked until the morning, and the road to the station was opened again by noon, the town hall added."
)
REST = f"<p>{SECOND}</p><p>{THIRD}</p>"
CAPTION = "A broken window in Northtown. Photo: Example Agency"

META = """
<meta property="og:title" content="Two drones fall near Northtown"><meta property="og:site_name" content="The Example">
<link rel="canonical" href="https://www.example.org/news/two-drones"><meta name="author" content="Jane Writer">
"""
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "datePublished": "2024-01-01T00:00:00Z"},
        {
            "@type": ["NewsArticle"],
            "datePublished": "2024-05-06T07:08:09+03:00",
            "dateModified": "2024-05-06T09:00:00+03:00",
        },
    ],
}


def _page(head: str = META, body: str = "", lang: str = "en-GB", more: str = "") -> str:
    body = body or f"<p>{FIRST}</p><figure><img src='/a.jpg'><figcaption>{CAPTION}</figcaption></figure>{REST}"
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Two drones - The Example</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'
        f"<article><h1>Two drones fall near Northtown</h1>{more}{body}</article>"
        "<footer>Copyright The Example</footer></body></html>"
    )


def _ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_the_main_text_and_what_the_page_says_of_itself() -> None:
    page = _page(META + _ld(LD))
    found = one(page, "saved/page.html")
    assert found.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (found.id, found.kind, found.source) == ("page", "article", "The Example")
    assert (found.title, found.author) == ("Two drones fall near Northtown", "Jane Writer")
    assert found.url == "https://www.example.org/news/two-drones"
    assert (found.published, found.published_basis) == ("2024-05-06T07:08:09+03:00", "metadata")
    assert found.edited == "2024-05-06T09:00:00+03:00"
    assert found.language == "en"
    assert found.raw_hash == hashlib.sha256(page.encode()).hexdigest()


def test_captions_and_credits_are_media_and_not_text() -> None:
    found = one(
        _page(
            body=f"<p>{FIRST}</p><div class='wp-caption'><img src='/a.jpg'>"
            f"<p class='wp-caption-text'>{CAPTION}</p></div>"
            f"<p>{SECOND}</p><span class='image__credit'>Example Agency</span><p>{THIRD}</p><p>{CAPTION}</p>"
        )
    )
    assert found.media == (
        Media(CAPTION, "https://www.example.org/a.jpg", "photo"),
        Media(credit="Example Agency"),
    )
    assert "Agency" not in found.text


def test_addresses_of_pictures_are_plain_strings() -> None:
    source = "https://pictures.example.org/a.jpg"
    figure = f"<figure><img src='{source}'><figcaption>{CAPTION}</figcaption></figure>"
    [picture] = one(_page(head="", body=f"<p>{FIRST}</p>{figure}{REST}")).media
    assert picture.url == source
    assert type(picture.url) is str  # lxml's own kind of string would keep the whole page in memory


def test_labels_for_screen_readers_are_no_part_of_a_caption() -> None:
    found = one(
        _page(
            body=f"<p>{FIRST}</p><figure><figcaption><span class='sr-only'>Image caption</span>"
            f"<span class='caption-text'>{CAPTION}</span>"
            f"</figcaption></figure><p>{SECOND}</p><p>{THIRD}</p>"
        )
    )
    assert [m.caption for m in found.media] == [CAPTION]


def test_repeated_paragraphs_stand_once() -> None:
    found = one(_page(body=f"<p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p><p>{THIRD}</p><p>{SECOND}</p>"))
    assert found.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@pytest.mark.parametrize(
    ("head", "more", "published", "basis"),
    [
        (
            '<meta property="article:published_time" content="2024-05-06T07:08:09.000Z">',
            "",
            "2024-05-06T07:08:09+00:00",
            "metadata",
        ),
        ('<meta name="pubdate" content="2024-05-06 07:08:09">', "", "2024-05-06", "metadata"),
        ('<meta name="date" content="0001-01-01T00:00:00Z">', "", None, None),
        ('<meta name="date" content="soon">', "", None, None),
        (
            "",
            '<time itemprop="datePublished" datetime="2024-05-06T07:08:09+0300">6 May</time>',
            "2024-05-06T07:08:09+03:00",
            "metadata",
        ),
        ("", '<time datetime="2024-05-06T07:08+03:00">6 May</time>', "2024-05-06T07:08:00+03:00", "visible"),
        ("", '<time datetime="2024-05-06">6</time><time datetime="2024-05-07">7</time>', None, None),
        ("", "<p>Published: 6 May 2024, 07:08</p>", "2024-05-06", "visible"),
        (_ld({"@type": "NewsArticle", "datePublished": 5}), "", None, None),
        ('<script type="application/ld+json">{"@type": </script>', "", None, None),
        ("", "", None, None),
    ],
)
def test_the_time_of_publication_and_its_basis(head: str, more: str, published: str | None, basis: str | None) -> None:
    found = one(_page(META + head, more=more))
    assert (found.published, found.published_basis) == (published, basis)


def test_a_bare_page_says_little_and_nothing_is_made_up() -> None:
    found = one("<html><body><p>Two drones fell on the field.</p></body></html>", "bare.html")
    assert found.text == "Two drones fell on the field."
    assert (found.source, found.url, found.published, found.author, found.title) == ("unknown", None, None, None, None)


def test_the_declared_encoding_counts_where_it_is_not_utf8() -> None:
    text = "Уночі над містом збито дві ракети, уламки впали на поле. Постраждалих немає, повідомили в адміністрації."
    page = _page(
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', f"<p>{text}</p>", lang="uk"
    )
    found = one(page.encode("cp1251"))
    assert (found.text, found.language) == (text, "uk")
    # A browser that saved the page as UTF-8 may have left the old declaration in.
    assert one(page.encode()).text == text


def test_a_wrong_language_tag_gives_way_to_the_letters() -> None:
    text = "Уночі над містом збито дві ракети, уламки впали на поле. Постраждалих немає, повідомили в адміністрації."
    assert one(_page(body=f"<p>{text}</p>", lang="en")).language == "uk"


def test_hostile_pages_are_one_error_each() -> None:
    assert isinstance(refused("<html><body>" + "<div>" * 10**6 + "x"), TooLargeError)
    assert isinstance(refused("<html><body>" + "<p>x" * (MAX_ELEMENTS + 1)), TooLargeError)
    assert isinstance(refused(b"<html><body>" + b"a" * MAX_PAGE), TooLargeError)
    error = refused("<html><head><title>x</title></head><body><script>1</script></body></html>", "a.html")
    assert isinstance(error, MalformedError)
    assert error.about == "a.html"


def test_broken_bytes_in_a_page_are_repaired_and_seen() -> None:
    page = (
        _page(body=f"<p>{FIRST} «Вибух»</p><p>{SECOND}</p><p>{THIRD}</p>")
        .encode()
        .replace("В".encode(), "В".encode()[:1] + b" ", 1)
    )
    assert "�" in one(page + "і ще трохи слів українською".encode()).text
