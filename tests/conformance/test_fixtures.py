"""Files as users have them, from the shared folder: each read for what it is, or refused with a reason and a cure."""

from pathlib import Path

import pytest

from purport.errors import InputError, UnreadableError
from purport.model import Document
from purport.sources import read_path


def read(path: Path) -> list[Document]:
    """All documents; anything that cannot be read fails the test."""
    return list(read_path(path))


@pytest.mark.parametrize(
    ("name", "source", "published", "author"),
    [
        ("bbc.com.52241221.html", "BBC News", "2020-04-10T17:58:15+01:00", None),
        ("kxan.com-Voters.html", "KXAN Austin", "2023-11-08T22:43:30+00:00", "Cora Neas"),
        ("reuters.com.parasite.html", "Reuters", "2020-01-19T12:25:36+00:00", "Jill Serjeant"),
        ("theguardian.com.academics.html", "The Guardian", "2020-01-20T06:05:18+00:00", "Richard Adams"),
    ],
)
def test_a_saved_page(shared: Path, name: str, source: str, published: str, author: str | None) -> None:
    [page] = read(shared / "fixtures" / name)
    assert (page.source, page.published, page.published_basis, page.author) == (source, published, "metadata", author)
    assert page.title
    assert page.title not in page.text
    assert len(page.text) > 1500
    captions = [media.caption for media in page.media if media.caption]
    assert captions, "they are kept apart"
    assert all(caption not in page.text for caption in captions)


def test_a_channel_page(shared: Path) -> None:
    posts = read(shared / "fixtures" / "tme_s_kpszsu_2026-10-04_trimmed.html")
    assert [(post.kind, post.language) for post in posts] == [("telegram", "uk")] * 2
    assert all(post.published and post.url and post.source for post in posts)


def test_a_feed(shared: Path) -> None:
    items = read(shared / "fixtures" / "rss_ukrinform_2026-10-04_trimmed.xml")
    assert [item.kind for item in items] == ["feed"] * 7
    assert all(item.published_basis == "feed" and item.title and item.url for item in items)


def test_lines_of_a_dump(shared: Path) -> None:
    assert len(read(shared / "fixtures" / "labelled_posts_uk_ru.jsonl")) == 10


def test_a_scraped_text_is_dated_by_what_it_shows(shared: Path) -> None:
    [text] = read(shared / "fixtures" / "reuters_2024-11-17_scraped.md")
    assert (text.published, text.published_basis) == ("2024-11-17", "visible")


@pytest.mark.parametrize("name", ["warcfile.warc.gz", "clipped.warc.gz"])
def test_an_archive_is_refused_by_name_with_a_cure(shared: Path, name: str) -> None:
    errors: list[InputError] = []
    assert list(read_path(shared / "fixtures" / name, on_error=errors.append)) == []
    [error] = errors
    assert isinstance(error, UnreadableError)
    assert "WARC" in error.reason
    assert error.about.endswith(name)
    assert error.cure


def test_a_whole_folder_is_read_past_what_is_broken(shared: Path) -> None:
    errors: list[InputError] = []
    documents = list(read_path(shared / "fixtures", on_error=errors.append))
    assert {Path(error.about).name for error in errors} == {"warcfile.warc.gz", "clipped.warc.gz"}
    assert len(documents) > 20
