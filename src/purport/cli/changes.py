"""`purport changes`: what is new, revised, contradicted, joined or gone since a moment."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import ROOM_FOR_TIME, how_many, what_happened, when
from purport.cli.linked import linked_ledger
from purport.cli.screen import binary_output, complain, counted, header, text_output, width

if TYPE_CHECKING:
    from purport.model.incident import Incident

__all__ = ["changes"]

SinceMoment = Annotated[
    str, typer.Option("--since", metavar="TIME", help="A moment of the ledger, as 2024-04-05T06:00Z.")
]
Form = Annotated[Literal["table", "jsonl"], typer.Option("--format", help="How to print them.")]


class Change(NamedTuple):
    """An incident that has changed (as it stands, or last stood), and how it is and was.

    "joined": its claims are of the incident `now`, and it is none of its own any more; "gone": they are of none.
    """

    what: Literal["new", "revised", "contradicted", "joined", "gone"]
    incident: "Incident"
    now: "Incident | None"
    before: "Incident | None"


def changes(
    context: typer.Context,
    since: SinceMoment,
    form: Form = "table",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print what the ledger has learnt since a moment: what is new, revised, contradicted, joined or gone."""
    from purport.pipeline.adding import moment

    options = common(context, ledger, quiet, no_color)
    with linked_ledger(options) as book:
        found = _compare(*book.changed_incidents(moment(since)))
    if form == "jsonl":
        _print_lines(found)
    else:
        _print_table(found, options)


def _compare(before: "list[Incident]", now: "list[Incident]") -> list[Change]:
    known = {incident.id: incident for incident in before}
    by_claim = {claim: incident for incident in before for claim in incident.claims}
    found = []
    for incident in now:
        former = known.get(incident.id) or next((by_claim[c] for c in incident.claims if c in by_claim), None)
        change = _change(incident, former)
        found += [change] if change else []
        if former:
            known.pop(former.id, None)
    return [*found, *_ended(known.values(), now)]


def _change(incident: "Incident", former: "Incident | None") -> Change | None:
    if former is None:
        return Change("new", incident, incident, None)
    if len(incident.contradictions) > len(former.contradictions):
        return Change("contradicted", incident, incident, former)
    return Change("revised", incident, incident, former) if _told(former) != _told(incident) else None


def _ended(former: "Iterable[Incident]", now: "list[Incident]") -> "Iterator[Change]":
    """What is no incident of its own any more."""
    by_claim = {claim: incident for incident in now for claim in incident.claims}
    for incident in former:
        into = next((by_claim[claim] for claim in incident.claims if claim in by_claim), None)
        yield Change("joined" if into else "gone", incident, into, incident)


def _told(incident: "Incident") -> tuple[object, ...]:
    """What a reader would call a revision: figures, people, objects, stance, origins; not another copy of the same."""
    return incident.count, incident.implied, incident.people, incident.objects, incident.stance, incident.origins


def _print_lines(found: list[Change]) -> None:
    import msgspec

    from purport.exports.safe import escape_json

    with binary_output() as out:
        for change in found:
            line = {"change": change.what, "incident": change.now, "before": change.before}
            out.write(escape_json(msgspec.json.encode(line)) + b"\n")


def _print_table(found: list[Change], options: Common) -> None:
    from purport.cli.table import Column, Table

    columns = [
        Column("CHANGE", 12),
        Column("ID", 9),
        Column("WHEN", ROOM_FOR_TIME),
        Column("WHAT", 14, share=3),
        Column("WHERE", 10, share=2),
        Column("HOW MANY", 9, share=2),
    ]
    table = Table(columns, width())
    with text_output() as write:
        write(header(table.header(), options.no_color))
        for change in found:
            write(table.line(_cells(change)))
    if not options.quiet:
        complain(counted(len(found), "change"))


def _cells(change: Change) -> list[str]:
    one = change.incident
    place = one.place.name if one.place else ""
    return [change.what, one.id[:9], when(one.time, ROOM_FOR_TIME), what_happened(one), place, _figures(change)]


def _figures(change: Change) -> str:
    """The figure, with what it was where it has changed; of what was joined to another, which that is."""
    now, before = change.now, change.before
    if change.what == "joined" and now:
        return f"→ {now.id[:9]}"
    told, former = (how_many(one) if one else "" for one in (now or before, before))
    return told if before is None or told == former else f"{former or '?'} → {told or '?'}"
