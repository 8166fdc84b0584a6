import pytest

from purport.errors import MalformedError, TooLargeError
from tests.sources.helpers import one, read, refused

ITEM = """<item><guid isPermaLink="false">{n}</guid><title>Two drones fall</title>
<link>https://example.org/news/{n}</link><description>{text}</description><pubDate>{date}</pubDate></item>"""


def _item(
    n: int = 7, text: str = "Two drones fell on the field.", date: str = "Mon, 06 May 2024 10:08:09 +0300"
) -> str:
    return ITEM.format(n=n, text=text, date=date)


def _rss(*items: str, language: str = "<language>en-us</language>") -> str:
    head = f"<title>Latest</title><link>https://www.example.org/</link>{language}"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>\n'
    )


def test_an_item_is_a_document_in_its_own_offset() -> None:
    found = one(_rss(_item()))
    assert (found.id, found.source, found.kind) == ("example.org-7", "Latest (example.org)", "feed")
    assert (found.url, found.title) == ("https://example.org/news/7", "Two drones fall")
    assert (found.published, found.published_basis) == ("2024-05-06T10:08:09+03:00", "feed")
    assert (found.text, found.language) == ("Two drones fell on the field.", "en")


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Mon, 06 May 2024 10:08:09 GMT", "2024-05-06T10:08:09+00:00"),
        ("Mon, 06 May 2024 10:08:09 XYZ", "2024-05-06"),
        ("2024-05-06T10:08:09Z", "2024-05-06T10:08:09+00:00"),
        ("today", None),
        ("", None),
    ],
)
def test_dates_of_items(date: str, published: str | None) -> None:
    found = one(_rss(_item(date=date)))
    assert (found.published, found.published_basis) == (published, "feed" if published else None)


def test_html_in_descriptions_becomes_text_without_captions() -> None:
    figure = "<figure><img src='x'><figcaption>A field. Photo: X</figcaption></figure>"
    html = f"<![CDATA[{figure}<p>Two &laquo;drones&raquo;.</p><p>They<br>fell.</p>]]>"
    assert one(_rss(_item(text=html))).text == "Two «drones».\n\nThey\nfell."
    assert one(_rss(_item(text="&lt;p&gt;Two &amp;amp; three&lt;/p&gt;"))).text == "Two & three"


def test_the_whole_text_is_taken_where_the_item_carries_it() -> None:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    whole = f"<content:encoded {space}>Two drones fell on the field. Nobody was hurt.</content:encoded>"
    assert one(_rss(_item().replace("</item>", whole + "</item>"))).text.endswith("Nobody was hurt.")


def test_a_headline_alone_is_the_text() -> None:
    found = one(_rss(_item(text="")))
    assert (found.text, found.title) == ("Two drones fall", None)


def test_atom_is_read_too() -> None:
    entry = """<entry><id>tag:example.org,2024:7</id><title type="html">Two &lt;b&gt;drones&lt;/b&gt;</title>
    <updated>2024-05-07T00:00:00Z</updated>{published}<link href="https://example.org/7"/>
    <author><name>Jane</name></author><content type="html">&lt;p&gt;They fell.&lt;/p&gt;</content></entry>"""
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><link href="https://example.org/"/>{}</feed>'
    found = one(atom.format(entry.format(published="<published>2024-05-06T10:08:09+03:00</published>")))
    assert (found.id, found.title, found.text, found.author) == (
        "tag:example.org,2024:7",
        "Two drones",
        "They fell.",
        "Jane",
    )
    assert (found.published, found.edited) == ("2024-05-06T10:08:09+03:00", "2024-05-07T00:00:00+00:00")
    assert one(atom.format(entry.format(published=""))).published == "2024-05-07T00:00:00+00:00"


def test_a_feed_that_is_cut_off_gives_its_whole_items_and_one_error() -> None:
    documents, errors = read(_rss(_item(1), _item(2), _item(3))[:-120], "feed.xml")
    assert [d.id for d in documents] == ["example.org-1", "example.org-2"]
    assert [type(e) for e in errors] == [MalformedError]
    assert "cut off" in errors[0].reason
    assert errors[0].about == "feed.xml"


def test_ill_formed_feeds_are_read_as_far_as_they_go() -> None:
    documents, errors = read(_rss(_item(1, text="Two & three &nbsp; fell"), _item(2)))
    assert [d.id for d in documents] == ["example.org-1", "example.org-2"]
    assert not errors


def test_entity_bombs_are_refused_before_they_are_parsed() -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lines}]>'
    bomb = f'{head}<rss version="2.0"><channel>{_item(text="&l9;")}</channel></rss>'
    assert "entities" in refused(bomb).reason


def test_bottomless_and_empty_feeds_are_one_error() -> None:
    assert isinstance(refused('<rss version="2.0"><channel>' + "<a>" * 10**6), TooLargeError)
    assert isinstance(refused("<rss>" + "<![CDATA[" * 1000), MalformedError)
    assert "without items" in refused(_rss()).reason


def test_an_encoding_that_the_feed_declares_is_followed() -> None:
    feed = _rss(_item(text="Над містом збито дві ракети"), language="").replace("UTF-8", "windows-1251")
    found = one(feed.encode("cp1251"))
    assert (found.text, found.language) == ("Над містом збито дві ракети", "uk")


def test_pictures_in_an_item_and_beside_it_are_media() -> None:
    more = (
        '<enclosure url="https://example.org/a.jpg" type="image/jpeg" length="5"/>'
        '<enclosure url="https://example.org/talk.mp3" type="audio/mpeg" length="5"/>'
        '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://example.org/v.mp4" medium="video">'
        "<media:credit>Agency</media:credit></media:content>"
    )
    figure = "<figure><img src='/b.jpg'><figcaption>A field.</figcaption></figure>"
    item = _item(text=f"<![CDATA[{figure}<p>Two fell.</p>]]>").replace("</item>", f"{more}</item>")
    found = {media.url: media for media in one(_rss(item)).media}
    assert set(found) == {"https://example.org/b.jpg", "https://example.org/a.jpg", "https://example.org/v.mp4"}
    assert (found["https://example.org/b.jpg"].caption, found["https://example.org/b.jpg"].kind) == (
        "A field.",
        "photo",
    )
    assert found["https://example.org/v.mp4"].kind == "video"
