"""JSON Lines of the interchange formats."""

from datetime import datetime
from typing import TypeVar

import msgspec
from msgspec import Struct, structs

from purport.errors import MalformedError
from purport.model.claim import Claim, Outcome, People, Stance, Thing, Weapon, claim_id
from purport.model.document import Document
from purport.model.incident import Incident
from purport.model.place import Place, Precision, Role
from purport.model.quantity import Quantity
from purport.model.time import TimeSpan

__all__ = [
    "decode_claim",
    "decode_claim_line",
    "decode_document",
    "encode_claim",
    "encode_document",
    "encode_empty",
    "encode_incident",
]

T = TypeVar("T")


class _Line(Document, frozen=True, kw_only=True):
    """A document as others write it: what nobody knows may be left out. What is written here always has every key."""

    url: str | None = None
    language: str | None = None
    title: str | None = None


class _PlaceLine(Place, frozen=True, kw_only=True, omit_defaults=False):
    """A place as others write it: a name, and what they know besides."""

    role: Role = "target"
    country: str | None = None
    region: str | None = None
    settlement: str | None = None
    geonames: int | None = None
    code: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None


class _QuantityLine(Quantity, frozen=True, kw_only=True, omit_defaults=False):
    """A count of which one bound may be left out."""

    min: int | None = None
    max: int | None = None


class _PeopleLine(People, frozen=True, kw_only=True, omit_defaults=False):
    """A number of people of which bounds may be left out."""

    min: int | None = None
    max: int | None = None


class _ClaimLine(Claim, frozen=True, kw_only=True, omit_defaults=False):
    """A claim as others write it: what the format calls optional, and what is not known, may be left out."""

    id: str = ""
    attacker: str | None = None
    weapons: tuple[Weapon, ...] = ()
    count: _QuantityLine | None = None
    outcome: Outcome | None = None
    places: tuple[_PlaceLine, ...] = ()
    time: TimeSpan | None = None
    objects: tuple[Thing, ...] = ()
    people: tuple[_PeopleLine, ...] = ()
    sources: tuple[str, ...] = ()
    stance: Stance = "asserted"
    published: str | None = None
    publisher: str = ""


class _HoleLine(Struct, frozen=True, forbid_unknown_fields=True):
    """The line of a time in which a feed was not heard."""

    x_hole: dict[str, str | None]


class _EmptyLine(Struct, frozen=True, forbid_unknown_fields=True):
    """The line of a document without claims."""

    document: str


_CLAIM_CURE = 'a claim is one line of JSON with "document", "kind", "quote" and "start"'
_encoder = msgspec.json.Encoder()
_claims = msgspec.json.Decoder(Claim)
_lines = msgspec.json.Decoder(_Line)
_claim_lines = msgspec.json.Decoder(_ClaimLine)
_other_lines = (msgspec.json.Decoder(_EmptyLine), msgspec.json.Decoder(_HoleLine))


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


def decode_claim_line(line: bytes | str) -> Claim | None:
    """A claim in the interchange form, as anybody writes it; None for the line of an empty document or a hole.

    A claim without an id gets the one that its content gives it. Raises MalformedError.
    """
    try:
        claim = _any_claim(line)
        if claim.published:
            datetime.fromisoformat(claim.published)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError) as error:
        if _is_other(line):
            return None
        raise MalformedError(f"no claim in this line: {error}", cure=_CLAIM_CURE) from error
    return claim if claim.id else structs.replace(claim, id=claim_id(claim))


def _any_claim(line: bytes | str) -> Claim:
    """As it is written here, which is told fastest; else as others write it."""
    try:
        return _claims.decode(line)
    except msgspec.ValidationError:
        return msgspec.convert(msgspec.to_builtins(_claim_lines.decode(line)), Claim)


def encode_incident(incident: Incident) -> bytes:
    """One line, without its line break; the format's keys are always written."""
    return _encoder.encode(incident)


def _is_other(line: bytes | str) -> bool:
    for decoder in _other_lines:
        try:
            decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
        return True
    return False


def decode_document(line: bytes | str) -> Document:
    """A document; a missing `url`, `language` or `title` is null. Raises MalformedError."""
    return Document(**structs.asdict(_decode(_lines, line, "document")))


def _decode(decoder: "msgspec.json.Decoder[T]", line: bytes | str, what: str) -> T:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedError(f"no {what} in this line: {error}") from error
