"""The interchange formats, to the letter."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.errors import MalformedError
from purport.model import (
    Attribution,
    Candidate,
    Claim,
    Document,
    Media,
    People,
    Place,
    Quantity,
    Source,
    Span,
    Thing,
    TimeSpan,
    Weapon,
)
from purport.model.codec import decode_claim, decode_document, encode_claim, encode_document, encode_empty
from tests.model import strategies as our

CLAIM_KEYS = {
    "document",
    "kind",
    "quote",
    "start",
    "attacker",
    "weapons",
    "count",
    "outcome",
    "places",
    "time",
    "objects",
    "people",
    "sources",
    "stance",
    "id",
    "published",
    "publisher",
}
PLACE_KEYS = {"name", "role", "country", "region", "settlement", "geonames", "code", "lat", "lon", "precision"}
DOCUMENT_KEYS = {"id", "source", "kind", "url", "published", "language", "title", "text"}


def own(keys: set[str]) -> set[str]:
    """The keys that the format leaves to the product."""
    return {k for k in keys if k.startswith("x_")}


@given(our.documents)
def test_a_document_survives_its_line(document: Document) -> None:
    assert decode_document(encode_document(document)) == document


@given(our.claims())
def test_a_claim_survives_its_line(claim: Claim) -> None:
    assert decode_claim(encode_claim(claim)) == claim


@given(
    st.one_of(
        our.quantities(),
        our.places(),
        our.spans(),
        our.candidates,
        our.weapons,
        our.things,
        our.people,
        our.sources,
        our.attributions,
        our.media,
        st.builds(Span, st.integers(0, 5), st.integers(5, 9)),
    )
)
def test_every_smaller_record_survives_json(
    record: Quantity | Place | TimeSpan | Candidate | Weapon | Thing | People | Source | Attribution | Media | Span,
) -> None:
    assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


@given(our.claims())
def test_a_line_holds_no_line_break(claim: Claim) -> None:
    assert b"\n" not in encode_claim(claim)


@given(our.claims())
def test_a_claim_has_the_keys_of_the_format_and_no_other(claim: Claim) -> None:
    line: dict[str, Any] = json.loads(encode_claim(claim))
    assert set(line) - own(set(line)) == CLAIM_KEYS
    for place in line["places"]:
        assert set(place) - own(set(place)) == PLACE_KEYS
    for weapon in line["weapons"]:
        assert set(weapon) == {"class", "model"}
    for thing in line["objects"]:
        assert set(thing) == {"type", "effect"}
    for people in line["people"]:
        assert set(people) == {"effect", "min", "max", "group"}


@given(our.claims())
def test_counts_and_times_have_the_keys_of_the_format(claim: Claim) -> None:
    line: dict[str, Any] = json.loads(encode_claim(claim))
    if line["count"] is not None:
        assert {"min", "max"} <= set(line["count"]) <= {"min", "max", "approx"}
    if line["time"] is not None:
        assert {"start", "end"} <= set(line["time"]) - own(set(line["time"])) <= {"start", "end", "zone"}


@given(our.documents)
def test_a_document_always_has_the_keys_of_the_format(document: Document) -> None:
    line = set(json.loads(encode_document(document)))
    assert line - own(line) == DOCUMENT_KEYS


def test_a_document_without_claims_has_a_line_of_its_own() -> None:
    assert json.loads(encode_empty("пост-1")) == {"document": "пост-1"}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"id": "a"}',
        b"\xff\xfe{}",
        b'{"id": 7}',
        b"[" * 100_000,
        '{"id":"","source":"s","kind":"article","url":null,"published":null,"language":null,"title":null,"text":""}',
        '{"id":"a","source":"s","kind":"letter","url":null,"published":null,"language":null,"title":null,"text":""}',
    ],
)
def test_what_is_no_document_is_malformed(line: bytes | str) -> None:
    with pytest.raises(MalformedError, match="no document in this line"):
        decode_document(line)


@pytest.mark.parametrize("missing", [{"url"}, {"language"}, {"title"}, {"url", "language", "title"}])
def test_what_nobody_knows_of_a_document_may_be_left_out(missing: set[str]) -> None:
    whole = {"id": "a", "source": "s", "kind": "article", "url": "u", "published": None, "language": "en", "title": "t"}
    line = {key: value for key, value in whole.items() if key not in missing} | {"text": "words"}
    document = decode_document(json.dumps(line))
    assert type(document) is Document
    assert document == Document(**whole | dict.fromkeys(missing) | {"text": "words"})
    assert set(json.loads(encode_document(document))) == DOCUMENT_KEYS


@pytest.mark.parametrize("missing", ["id", "source", "kind", "published", "text"])
def test_what_every_document_has_may_not(missing: str) -> None:
    whole = {"id": "a", "source": "s", "kind": "article", "published": None, "text": "t"}
    with pytest.raises(MalformedError, match=f"missing required field `{missing}`"):
        decode_document(json.dumps({key: value for key, value in whole.items() if key != missing}))


def test_what_is_no_claim_is_malformed() -> None:
    with pytest.raises(MalformedError, match="no claim in this line"):
        decode_claim(encode_empty("a"))


def test_keys_of_others_are_ignored() -> None:
    line = json.loads(
        encode_document(
            Document(id="a", source="s", kind="article", url=None, published=None, language=None, title=None, text="t")
        )
    )
    assert decode_document(json.dumps(line | {"x_of_another_tool": [1]})).id == "a"
