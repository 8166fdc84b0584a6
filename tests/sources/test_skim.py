"""A page skimmed: nothing that an article may say is lost, and what is no article's costs nothing."""

import json

import pytest

from purport.sources.skim import shown, skim, telling

TEXT = "У Сумах пролунали вибухи, постраждали двоє людей, повідомив голова громади."
PLAIN = "Russian drones hit a warehouse in the port of Odesa overnight, the regional governor said."
LONG = " ".join([PLAIN] * 8)


def html(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>News</title>{head}</head><body>{body}</body></html>"


def test_scripts_and_styles_are_no_part_of_what_is_shown() -> None:
    data = html("<script>drone</script><p>a</p><style>.missile{}</style>b<SCRIPT>kept</SCRIPT>").encode()
    assert shown(data) == html("</script><p>a</p></style>b<SCRIPT>kept</SCRIPT>").encode()


def test_the_data_of_an_article_and_a_page_that_is_cut_off_stay() -> None:
    data = html('<script type="application/ld+json">{"a": 1}</script><script>x</script>').encode()
    assert b'{"a": 1}' in shown(data)
    assert b"x<" not in shown(data)
    assert shown(b"<p>a</p><script>let b = 1") == b"<p>a</p><script>let b = 1"


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-16", ""),
        ("cp1251", '<meta charset="windows-1251">'),
        ("cp1251", ""),
        ("koi8-u", '<meta charset="koi8-u">'),
        ("ascii", ""),
    ],
)
def test_pages_that_may_be_cyrillic_have_to_be_read(encoding: str, head: str) -> None:
    data = html(f"<p>{TEXT}</p>", head).encode(encoding, "xmlcharrefreplace")
    assert telling(data) is None
    assert TEXT in "\n".join(skim(data, "page"))


def test_the_server_may_name_the_encoding() -> None:
    data = html(f"<p>{TEXT}</p>", '<meta charset="gb2312">').encode("cp1251")
    assert telling(data) == data
    assert telling(data, "windows-1251") is None


@pytest.mark.parametrize("encoding", ["gb18030", "shift_jis", "euc-jp"])
def test_pages_in_other_letters_are_asked_for_words_in_ascii(encoding: str) -> None:
    data = html("<p>" + "一日中国人民的生活" * 40 + "</p>", f'<meta charset="{encoding}">').encode(encoding, "replace")
    assert telling(data) == data


def test_letters_with_accents_are_not_cyrillic() -> None:
    data = html("<p>Les drones ont été abattus près de l'étang</p>" * 20).encode()
    assert telling(data) == data


@pytest.mark.parametrize("escaped", [True, False])
def test_an_article_in_the_pages_data_is_read(escaped: bool) -> None:
    told = json.dumps({"@type": "NewsArticle", "articleBody": f'<p>{TEXT}</p> "{PLAIN}"'}, ensure_ascii=escaped)
    data = html("<p>menu</p>", f'<script type="application/ld+json">{told}</script>').encode()
    assert telling(shown(data)) is None
    lines = skim(shown(data), "page")
    assert TEXT in lines
    assert f' "{PLAIN}"' in lines


def test_lines_that_are_links_alone_are_left_out_beside_an_article() -> None:
    links = (
        '<ul><li><a href="/1">Israeli strikes pound the city</a></li></ul>'
        '<h3><a\nhref="/2">Missiles over the bay</a> | <a href="/3">More</a></h3>'
        '<a href="/4"><h3>Drones downed</h3><p>Forty of them were shot down at night</p></a>'
    )
    article = f'<p>{LONG}</p><p>Read <a href="/5">what the navy says</a> here.</p><p><a href="/6">Not closed</p>'
    lines = [line for line in skim(html(links + article).encode(), "page") if line.strip()]
    assert lines == [LONG, "Read what the navy says here.", "Not closed"]


def test_a_page_of_links_is_read_as_it_is() -> None:
    assert "Israeli strikes pound the city" in skim(
        html('<p><a href="/1">Israeli strikes pound the city</a>').encode(), "p"
    )


def test_what_is_shown_without_scripts_is_an_article_too() -> None:
    assert PLAIN in skim(html(f"<noscript><p>{PLAIN}</p></noscript>").encode(), "page")
