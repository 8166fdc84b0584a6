"""WARC files: every record is told of, whatever has become of the file."""

import gzip
import io
import zlib

import pytest

from purport.errors import MalformedError, TooLargeError
from purport.sources.warc import Record, next_record, records
from tests.sources.archives import packed, page, request, response

FIRST, SECOND, THIRD = (f"https://news.example/{name}" for name in ("one", "two", "three"))
WHOLE = (
    response(FIRST, page("One", "A first page.")),
    request(SECOND),
    response(SECOND, page("Two", "A second page.")),
    response(THIRD, page("Three", "A third page.")),
)


def read(data: bytes, start: int = 0) -> list[Record]:
    return list(records(io.BytesIO(data), "crawl", start))


@pytest.mark.parametrize("data", [packed(*WHOLE), b"".join(WHOLE)], ids=["packed", "plain"])
def test_pages_come_with_their_addresses(data: bytes) -> None:
    found = read(data)
    assert [record.url for record in found] == [FIRST, SECOND, SECOND, THIRD]
    assert [record.data is not None for record in found] == [True, False, True, True]
    assert found[0].data == page("One", "A first page.")
    assert found[0].charset == "utf-8"


@pytest.mark.parametrize("data", [packed(*WHOLE), b"".join(WHOLE)], ids=["packed", "plain"])
def test_reading_goes_on_from_any_record(data: bytes) -> None:
    places = [record.at for record in read(data)]
    for number, place in enumerate(places):
        assert [record.at for record in read(data, place)] == places[number:]
        assert next_record(io.BytesIO(data), place) == place
        assert next_record(io.BytesIO(data), place + 1) == next(iter(places[number + 1 :]), None)


def test_a_file_that_breaks_off_keeps_what_came_before() -> None:
    data = packed(*WHOLE)
    found = read(data[:-60])
    assert [record.url for record in found][:3] == [FIRST, SECOND, SECOND]
    assert isinstance(found[-1].error, MalformedError)


@pytest.mark.parametrize("harm", [b"\0" * 20, b"WARC"], ids=["in its body", "in its head"])
def test_a_damaged_record_is_told_and_the_others_are_read(harm: bytes) -> None:
    members = [gzip.compress(record) for record in WHOLE]
    at = len(members[0]) + len(members[1])
    data = bytearray(b"".join(members))
    offset = at + (30 if harm[0] == 0 else 0)
    data[offset : offset + len(harm)] = harm
    found = read(bytes(data))
    assert [record.url for record in found if record.data] == [FIRST, THIRD]
    assert sum(isinstance(record.error, MalformedError) for record in found) == 1


def test_what_a_server_packed_is_unpacked() -> None:
    body = page("Packed", "A page that a server packed.")
    found = read(packed(response(FIRST, gzip.compress(body), encoding="gzip")))
    assert found[0].data == body


def test_a_decompression_bomb_is_refused() -> None:
    bomb = zlib.compress(bytes(200 << 20))
    found = read(packed(response(FIRST, bomb, encoding="deflate"), WHOLE[0]))
    assert isinstance(found[0].error, TooLargeError)
    assert found[1].data


def test_a_page_of_a_hundred_megabytes_is_refused() -> None:
    found = read(packed(response(FIRST, b"a" * (100 << 20)), WHOLE[0]))
    assert isinstance(found[0].error, TooLargeError)
    assert found[1].data


@pytest.mark.parametrize(
    "record",
    [
        response(FIRST, b"gone", status=404),
        response(FIRST, b"\x89PNG", kind="image/png"),
        response(FIRST, b"{}", kind="application/json"),
    ],
)
def test_what_is_no_page_is_none(record: bytes) -> None:
    (found,) = read(packed(record))
    assert found.data is None
    assert found.error is None


def test_what_is_no_archive_is_one_error() -> None:
    (found,) = read(b"no archive at all\n" * 50)
    assert isinstance(found.error, MalformedError)
