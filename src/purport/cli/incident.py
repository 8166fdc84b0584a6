"""One incident for people: its sum, each side's claims with their words, how its figures came about, and why."""

from typing import TYPE_CHECKING

from purport.cli.common import Common
from purport.cli.describe import how_many, what_happened, when, who
from purport.cli.lines import console, say
from purport.cli.screen import counted, text_output

if TYPE_CHECKING:
    from rich.console import Console

    from purport.incidents import Group, Linked
    from purport.ledger import Ledger
    from purport.model import Claim
    from purport.model.incident import Incident

__all__ = ["show_incident"]

_REACH = 80  # code points around a claim's words


def show_incident(book: "Ledger", wanted: str, options: Common, *, why: bool) -> None:
    """Show the incident of an id in the ledger; raises NotFoundError."""
    from purport.pipeline.adding import link_ledger

    claims, linked = link_ledger(book)
    group = linked.find(wanted)
    known = {claim.id: claim for claim in claims}
    incident = linked.incident(group)
    with text_output():
        out = console(options.no_color)
        _head(out, incident)
        _sum(out, incident, linked, group)
        _contradictions(out, incident, known)
        _sides(out, incident, known, book)
        _history(out, incident, known)
        if why:
            _reasons(out, group)


def _head(out: "Console", incident: "Incident") -> None:
    place = incident.place.name if incident.place else "place not told"
    say(out, f"{what_happened(incident)}, {place}, {when(incident.time) or 'time not told'}", "bold")
    say(out, f"{incident.id} · episode {incident.episode} · {counted(incident.origins, 'independent origin')}\n", "dim")


def _sum(out: "Console", incident: "Incident", linked: "Linked", group: "Group") -> None:
    figure = how_many(incident)
    if figure:
        say(out, f"how many  {figure}" + (f"  ({incident.count.rule})" if incident.count else ""))
    if incident.implied:
        low, high = incident.implied.min, incident.implied.max
        told = f"{low}" if low == high else f"{'?' if low is None else low} to {'?' if high is None else high}"
        say(out, f"implied   {told}, by {', '.join(incident.implied.by)}")
    if incident.parent:
        say(out, f"part of   {incident.parent}")
    for part in linked.parts(group):
        found = linked.incident(part)
        place = found.place.name if found.place else "?"
        say(out, f"part      {found.id[:9]}  {place}: {how_many(found) or '?'}")


def _contradictions(out: "Console", incident: "Incident", known: "dict[str, Claim]") -> None:
    for contradiction in incident.contradictions:
        told = "; ".join(f"{id_} ({who(known[id_])})" for id_ in contradiction.claims if id_ in known)
        say(out, f"contradiction in {contradiction.about}: {told}", "red")


def _sides(out: "Console", incident: "Incident", known: "dict[str, Claim]", book: "Ledger") -> None:
    for side in incident.sides:
        figure = "" if side.count is None else f": {side.count.best if side.count.best is not None else '?'}"
        say(out, f"\n{side.side or 'side not known'}{figure}, {side.stance}", "bold")
        for id_ in side.claims:
            _claim(out, known[id_], book)


def _claim(out: "Console", claim: "Claim", book: "Ledger") -> None:
    from purport.cli.marks import context, marked

    text = book.find(claim.id).document.text
    span = context(text, claim, _REACH)
    words = marked(text, {1: claim}, span)
    words.remove_suffix("\n")
    say(out, f"  {claim.id}  {claim.published or 'undated'}  {who(claim)}  [{claim.publisher}]", "cyan")
    say(out, words.__class__.assemble("    ", *[_one_line(words)]))


def _one_line(words: object) -> "tuple[str, str]":
    return " ".join(str(words).split()), ""


def _history(out: "Console", incident: "Incident", known: "dict[str, Claim]") -> None:
    """The figures in the order in which they were published, where there were several."""
    told = [known[id_] for id_ in incident.claims if known[id_].count or known[id_].people]
    if len(told) < 2:
        return
    say(out, "\nhow the figures came about", "bold")
    for claim in told:
        figure = str(claim.count) if claim.count else ", ".join(f"{p.effect} {p.min}" for p in claim.people)
        say(out, f"  {claim.published or 'undated':<26}{figure:<8} {who(claim)}")


def _reasons(out: "Console", group: "Group") -> None:
    from purport.incidents import reasons

    say(out, "\nwhy these claims are of one thing", "bold")
    for joining in reasons(group):
        if joining.fit is None:
            say(out, f"  {joining.claim.id}  first, or joined by a person")
            continue
        parts = "; ".join(f"{reason.why} {reason.points:+.1f}" for reason in joining.fit.reasons)
        say(out, f"  {joining.claim.id}  {joining.fit.score:.1f}: {parts}")
