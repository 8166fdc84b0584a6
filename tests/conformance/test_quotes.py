"""Every claim's words are in the text at its offsets, on every document that there is."""

from pathlib import Path

import pytest

from purport import extract
from purport.model.codec import decode_claim, encode_claim
from purport.sources import read_path

FILES = [
    *(f"gold/{name}.documents.jsonl" for name in ("dron", "en", "kps", "mod", "places", "seeds")),
    *(f"data/{name}.documents.jsonl" for name in ("dronbomber", "kpszsu_bulletins", "mod_russia")),
]


def test_no_file_is_forgotten(shared: Path) -> None:
    there = {
        str(path.relative_to(shared)) for part in ("gold", "data") for path in (shared / part).glob("*.documents.jsonl")
    }
    assert set(FILES) == there


@pytest.mark.parametrize("name", FILES)
def test_every_quote_is_in_its_text(shared: Path, name: str) -> None:
    found = 0
    for document in read_path(shared / name):
        for claim in extract(document):
            claim.check(document.text)
            assert claim.document == document.id
            found += 1
    assert found, "no claim at all in the whole file"


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("gold/")])
def test_claims_survive_their_lines_and_have_ids_of_their_own(shared: Path, name: str) -> None:
    for document in read_path(shared / name):
        claims = extract(document)
        assert [decode_claim(encode_claim(claim)) for claim in claims] == claims
        assert len({claim.id for claim in claims}) == len(claims), document.id
