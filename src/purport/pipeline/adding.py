"""Claims to incidents with the register and the gazetteer that Purport ships."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from purport.errors import InputError, MalformedError, TooLargeError, UsageError
from purport.model import Claim, Place, Source
from purport.model.codec import decode_claim_line
from purport.model.incident import Incident, Judgement
from purport.settings import Settings

if TYPE_CHECKING:
    from purport.claims.registry import Register
    from purport.incidents import Group, Linked
    from purport.ledger import Ledger
    from purport.pipeline.linking import Linker

__all__ = [
    "catch_up",
    "default_linker",
    "group_of",
    "ledger_claims",
    "link_claims",
    "locate",
    "moment",
    "place_named",
    "published_until",
    "read_claims",
    "who",
]

_HOME = ("UA", "RU")


def link_claims(claims: Iterable[Claim], judgements: Sequence[Judgement] = ()) -> "Linked":
    """What claims add up to, as far as people's judgements allow it."""
    from purport.incidents import link

    return link(claims, who, locate, judgements)


def default_linker() -> "Linker":
    """The linker that Purport ships."""
    from purport.pipeline.linking import Linker

    return Linker(who, locate)


def catch_up(book: "Ledger", *, cause: str = "catching up") -> None:
    """Link what has not been linked, as where a run was killed, or a person has judged. Raises LedgerError."""
    from purport.pipeline.linking import bring_up_to_date

    bring_up_to_date(book, default_linker(), cause=cause, clock=lambda: datetime.now(UTC))


def ledger_claims(book: "Ledger", as_of: str | None, published_by: str | None) -> list[Claim]:
    """The ledger's claims; of what had been read, and of what had been published, by moments, where they are given.

    Moments are ISO 8601; raises UsageError where they are not.
    """
    return published_until(book.claims(as_of=moment(as_of) if as_of else None), published_by)


def group_of(book: "Ledger", incident: Incident) -> "Group":
    """An incident's claims as they joined it, for the reasons of its links."""
    from purport.incidents import Decisions, regrouped
    from purport.pipeline.lens import Lens

    with book.unlinked(default_linker().name) as unlinked:
        lens = Lens(unlinked, who, Decisions.of(book.judgements()))
        return regrouped(lens.chosen(unlinked.by_id(incident.claims)), incident.id)


def published_until(claims: Iterable[Claim], until: str | None) -> list[Claim]:
    """The claims that had been published by a moment; what has no date had not, as far as anybody knows."""
    if until is None:
        return list(claims)
    last = moment(until)
    return [claim for claim in claims if claim.published and moment(claim.published) <= last]


def moment(text: str) -> datetime:
    """A moment in UTC; a date is its end, a time without an offset is in UTC. Raises UsageError."""
    try:
        found = datetime.fromisoformat(text)
        if len(text) == len("2024-04-05"):
            found = found.replace(hour=23, minute=59, second=59)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):  # the first and the last day of all have no time of every zone
        raise UsageError(f"{text!r} is no moment", cure="write it as 2024-04-05T09:00Z") from None


def who(name: str) -> Source | None:
    """A speaker or publisher by its name, as the register has it."""
    return _register().publisher(name)


def locate(code: str) -> Place | None:
    """A country or region by its code."""
    from purport.pipeline.stages import places

    return places(Settings.of()).by_code(code)


def place_named(name: str) -> Place | None:
    """The place that a person names, where the gazetteer knows one.

    A name alone does not say in which country it is: one that is not known everywhere is looked for where the war is.
    """
    from purport.model import Hints, View
    from purport.pipeline.stages import places

    finder, view = places(Settings.of()), View(name)
    for hints in (Hints(), Hints(countries=_HOME)):
        if found := finder.find(view, hints):
            return found[0].place
    return None


def read_claims(source: Path | BinaryIO, report: Callable[[InputError], None]) -> Iterator[Claim]:
    """The claims in a file of the interchange form, or in an open stream, each id once.

    A line that holds none, and another claim of an id that was there already, are told to `report` and left out.
    Raises UnreadableError.
    """
    from purport.sources.opening import open_file, open_stream

    with open_file(source) if isinstance(source, Path) else open_stream(source, "standard input") as blob:
        known: dict[str, Claim] = {}
        for number, line in blob.lines():
            try:
                claim = _claim(line)
            except InputError as error:
                report(type(error)(error.reason, about=f"{blob.name}:{number}", cure=error.cure))
                continue
            if claim is None:
                continue
            former = known.setdefault(claim.id, claim)
            if former is claim:
                yield claim
            elif former != claim:
                cure = "give each claim an id of its own, or none"
                report(MalformedError(f"another claim of the id {claim.id}", about=f"{blob.name}:{number}", cure=cure))


def _claim(line: bytes | None) -> Claim | None:
    if line is None:
        raise TooLargeError("a line too long to be a claim", cure="one claim a line; is this JSON Lines?")
    return decode_claim_line(line.removeprefix(BOM_UTF8))


@cache
def _register() -> "Register":
    from purport.claims.registry import Register

    return Register.load()
