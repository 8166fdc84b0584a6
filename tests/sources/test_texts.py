import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.errors import MalformedError, TooLargeError
from purport.sources import UNKNOWN_SOURCE, read_text
from purport.sources.bylines import visible_date
from purport.sources.limits import MAX_TEXT
from tests.sources.helpers import one, refused


def test_the_text_is_the_files_to_the_letter() -> None:
    text = "  First line\r\nsecond\tline  \n\nі третій: «над містом»\n\n"
    found = one(text, "folder/my.report.txt")
    assert found.text == text
    assert (found.id, found.source, found.kind) == ("my.report", UNKNOWN_SOURCE, "article")
    assert found.raw_hash == hashlib.sha256(text.encode()).hexdigest()
    assert (found.url, found.title, found.published, found.published_basis) == (None, None, None, None)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).map(lambda t: "News. " + t)
)
def test_any_text_stays_as_it_is(text: str) -> None:
    assert one(text).text == text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert one(b"\xef\xbb\xbfTwo drones fell").text == "Two drones fell"
    assert one("Дві ракети".encode("utf-16")).text == "Дві ракети"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_older_cyrillic_encodings_are_recognised(encoding: str) -> None:
    text = (
        "Ночью над городом сбили три ракеты и восемь беспилотников. Пострадавших нет, сообщили в администрации области."
    )
    assert one(text.encode(encoding)).text == text


def test_broken_utf8_is_an_error_and_no_guess() -> None:
    error = refused("Над містом збито ракету".encode()[:-1], "a.txt")
    assert isinstance(error, MalformedError)
    assert "UTF-8" in error.reason
    assert error.about == "a.txt"


def test_nul_characters_and_size_are_refused() -> None:
    assert "NUL" in refused(b"words " * 20000 + b"\x00").reason
    assert isinstance(refused(b"a" * (MAX_TEXT + 1)), TooLargeError)


def test_strings_at_hand_become_documents() -> None:
    found = read_text("Two fell.", id="x", source="Town hall", published="2024-05-06", kind="statement")
    assert (found.source, found.published, found.published_basis, found.kind) == (
        "Town hall",
        "2024-05-06",
        "given",
        "statement",
    )
    assert read_text("Published: 6 May 2024\nTwo fell.", id="x").published_basis == "visible"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date 2024-05-06 The Daily Example - News Sport", "2024-05-06"),
        ("Headline\n\nBy STAFF\nPublished: MAY 6, 2024 10:29\nBody on Monday.", "2024-05-06"),
        ("Headline\nPublished on Monday, 6 May 2024 at 10:29 UTC\nUpdated: 7 May 2024", "2024-05-06"),
        ("Headline\n**Published:** 2024-05-06T10:29:00+03:00", "2024-05-06"),
        ("Заголовок\nОпубліковано: 6 травня 2024 року, 10:29", "2024-05-06"),
        ("Заголовок\n06.05.2024, 10:29\nТекст", "2024-05-06"),
        ("Заголовок\n6 мая 2024, понедельник\nТекст", "2024-05-06"),
        ("May 26, 2024\nBody", "2024-05-26"),
        ("5/26/2024\nBody", "2024-05-26"),
        ("5/6/2024\nBody", None),
        ("Pictured on May 6, 2024 by an agency\nNORTHTOWN, May 6 (Agency) - Two drones fell.", "2024-05-06"),
        ("NORTHTOWN, May 6 (Agency) - Two drones fell.", None),
        ("Two drones fell on May 6, 2024, the mayor said.", None),
        ("6 May 2024\n8 May 2024\nBody", None),
        ("Updated: 7 May 2024\nBody", None),
        ("Published: 31 February 2024\nBody", None),
        ("Headline\n" + "Body.\n" * 20 + "Published: 6 May 2024", None),
        ("", None),
    ],
)
def test_only_a_plain_date_of_publication_counts(text: str, day: str | None) -> None:
    assert visible_date(text) == day


@given(st.text(alphabet="0123456789.-/: ,mayMAYpublisedт\n", max_size=200))
def test_no_text_upsets_the_search_for_a_date(text: str) -> None:
    found = visible_date(text)
    assert found is None or len(found) == 10
