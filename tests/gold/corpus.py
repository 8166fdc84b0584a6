"""The project's own documents and the claims that a careful reader finds in them."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from purport import extract
from purport.model import Document
from purport.model.codec import decode_document, encode_claim

__all__ = ["HERE", "documents", "gold", "of_language", "told"]

HERE = Path(__file__).parent
Claims = Mapping[str, Sequence[Mapping[str, Any]]]


@cache
def documents() -> dict[str, Document]:
    """All documents by their ids."""
    read = map(decode_document, (HERE / "documents.jsonl").read_text("utf-8").splitlines())
    return {document.id: document for document in read}


@cache
def gold() -> Claims:
    """The claims of each document as its lines have them; an empty list where there is none."""
    claims: dict[str, list[Mapping[str, Any]]] = {}
    for line in (HERE / "claims.jsonl").read_text("utf-8").splitlines():
        claim = json.loads(line)
        claims.setdefault(claim["document"], []).extend([claim] if "kind" in claim else [])
    return claims


@cache
def told() -> Claims:
    """The claims that the engine finds, in the same form."""
    return {name: [json.loads(encode_claim(c)) for c in extract(d)] for name, d in documents().items()}


def of_language(claims: Claims, language: str) -> Claims:
    """Those of documents in one language; "all" leaves out none."""
    return {name: found for name, found in claims.items() if language in {"all", documents()[name].language}}
