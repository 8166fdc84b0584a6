"""JSON Lines of the interchange formats."""

from typing import TypeVar

import msgspec
from msgspec import structs

from purport.errors import MalformedError
from purport.model.claim import Claim
from purport.model.document import Document

__all__ = ["decode_claim", "decode_document", "encode_claim", "encode_document", "encode_empty"]

T = TypeVar("T")


class _Line(Document, frozen=True, kw_only=True):
    """A document as others write it: what nobody knows may be left out. What is written here always has every key."""

    url: str | None = None
    language: str | None = None
    title: str | None = None


_encoder = msgspec.json.Encoder()
_claims = msgspec.json.Decoder(Claim)
_lines = msgspec.json.Decoder(_Line)


def encode_claim(claim: Claim) -> bytes:
    """One line, without its line break."""
    return _encoder.encode(claim)


def encode_empty(document: str) -> bytes:
    """The line that says: this document was read and holds no claim."""
    return _encoder.encode({"document": document})


def encode_document(document: Document) -> bytes:
    """One line, without its line break; the format's keys are always written."""
    return _encoder.encode(document)


def decode_claim(line: bytes | str) -> Claim:
    """A claim as `encode_claim` writes it; raises MalformedError."""
    return _decode(_claims, line, "claim")


def decode_document(line: bytes | str) -> Document:
    """A document; a missing `url`, `language` or `title` is null. Raises MalformedError."""
    return Document(**structs.asdict(_decode(_lines, line, "document")))


def _decode(decoder: "msgspec.json.Decoder[T]", line: bytes | str, what: str) -> T:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedError(f"no {what} in this line: {error}") from error
