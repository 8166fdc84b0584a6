import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from purport.errors import MalformedError, TooLargeError
from purport.model import Document, Media
from purport.model.codec import encode_document
from purport.sources.limits import MAX_LINE
from tests.sources.helpers import one, read, refused

_char = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_words = st.text(_char, min_size=1, max_size=30)
_maybe = st.none() | _words
_published = st.sampled_from([None, "2024-05-06", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09.5+03:00"])

DOCUMENTS = st.builds(
    Document,
    id=_words,
    source=_words,
    kind=st.sampled_from(["article", "telegram", "statement", "feed"]),
    url=_maybe,
    published=_published,
    language=st.sampled_from(["en", "uk", "ru", "pl"]),
    title=_maybe,
    text=_words.filter(str.strip),
    published_basis=st.sampled_from(["metadata", "export"]),
    author=_maybe,
    raw_hash=_words,
    edited=_maybe,
    forwarded_from=_maybe,
    reply_to=_maybe,
    media=st.lists(st.builds(Media, _words, _maybe), max_size=2).map(tuple),
)


@given(st.lists(DOCUMENTS, min_size=1, max_size=4))
def test_documents_survive_the_round_trip(documents: list[Document]) -> None:
    data = b"".join(encode_document(document) + b"\n" for document in documents)
    assert read(data) == (documents, [])


@given(DOCUMENTS)
def test_what_the_line_leaves_open_is_hashed_and_dated_as_given(document: Document) -> None:
    line = encode_document(replace(document, raw_hash=None, published_basis=None))
    found = one(line)
    assert found.raw_hash == hashlib.sha256(line).hexdigest()
    assert found.published_basis == ("given" if document.published else None)
    assert replace(found, raw_hash=document.raw_hash, published_basis=document.published_basis) == document


def _line(**keys: object) -> str:
    return json.dumps({"id": "a", "source": "Town hall", "kind": "statement", "text": "Two drones fell.", **keys})


def test_unknown_keys_are_tolerated_and_ours_kept() -> None:
    found = one(_line(colour="red", x_author="Clerk", x_unknown=[1]))
    assert (found.id, found.source, found.kind, found.author) == ("a", "Town hall", "statement", "Clerk")


def test_dumps_say_date_and_lang_and_may_leave_out_the_source() -> None:
    line = {
        "id": 7,
        "date": "2024-05-06T07:08:09+00:00",
        "lang": "en",
        "url": "https://t.me/some_town/7",
        "text": "Two.",
    }
    found = one(json.dumps(line))
    assert (found.id, found.source, found.kind) == ("7", "t.me/some_town", "telegram")
    assert (found.published, found.language) == ("2024-05-06T07:08:09+00:00", "en")
    assert one('{"id": "a", "text": "Two.", "url": "https://www.example.org/x"}').source == "example.org"
    assert one('{"id": "a", "text": "Two."}').source == "unknown"


def test_what_dates_no_document_is_none_and_never_today() -> None:
    assert one(_line()).published is None
    assert one(_line(published=None)).published is None
    assert one(_line(published="")).published is None
    assert one(_line(published="2024-05")).published is None
    assert one(_line(published="2024-05-06T10:00:00")).published == "2024-05-06"


def test_each_broken_line_is_one_error_with_its_number_and_the_rest_is_read() -> None:
    lines = [
        _line(),
        '{"id": "b", "te',
        "",
        _line(id="c", published="yesterday"),
        _line(id="d", text=" "),
        _line(id="e"),
    ]
    lines += ['{"id": "f"}', _line(id="g", kind="tweet"), "[1]", _line(id="", text="x"), _line(id="h", text="x\x00")]
    documents, errors = read("\n".join(lines), "posts.jsonl")
    assert [d.id for d in documents] == ["a", "e"]
    assert [e.about for e in errors] == [f"posts.jsonl:{n}" for n in (2, 4, 5, 7, 8, 9, 10, 11)]
    assert all(isinstance(e, MalformedError) and e.cure for e in errors)
    assert "'yesterday'" in errors[1].reason


def test_broken_utf8_in_one_line_costs_that_line_alone() -> None:
    documents, errors = read(_line().encode() + b'\n{"id": "b", "text": "\xff"}\n' + _line(id="c").encode())
    assert [d.id for d in documents] == ["a", "c"]
    assert "UTF-8" in errors[0].reason


def test_a_line_beyond_the_limit_is_skipped_and_the_next_is_read() -> None:
    data = b'{"id": "a", "text": "' + b"x" * (MAX_LINE + 10) + b'"}\n' + _line(id="b").encode()
    documents, errors = read(data, "big")
    assert [d.id for d in documents] == ["b"]
    assert isinstance(errors[0], TooLargeError)
    assert errors[0].about == "big:1"


def test_nesting_a_million_deep_costs_that_line_alone() -> None:
    deep = b'{"id": "a", "text": "x", "y": ' + b"[" * 10**6 + b"]" * 10**6 + b"}\n"
    documents, errors = read(deep + _line(id="b").encode())
    assert [d.id for d in documents] == ["b"]
    assert isinstance(errors[0], TooLargeError)


def test_a_file_without_texts_is_one_error() -> None:
    assert "keys: en, uk" in refused('{"en": "x", "uk": "y"}\n' * 500).reason


def test_a_source_lends_its_language_to_its_short_texts() -> None:
    lines = [_line(id=str(n), text="Збито ще дві ракети над областю") for n in range(4)] + [
        _line(id="x", text="Шахед на Сумщину")
    ]
    assert read("\n".join(lines))[0][-1].language == "uk"
    assert one(_line(text="Шахед на Суми, гав")).language is None


def test_half_a_character_is_told_as_one_that_is_missing() -> None:
    whole = json.dumps("Two drones \U0001f525 fell \\ud83d.")
    line = '{"id": "a", "text": ' + whole.replace(" fell", " \\ud800fell\\udc00") + "}"
    assert one(line).text == "Two drones \U0001f525 \ufffdfell\ufffd \\ud83d."
