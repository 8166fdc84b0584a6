"""One incident for people: its sum, each side's claims with their words, how its figures came about, and why."""

from typing import TYPE_CHECKING

from purport.cli.common import Common
from purport.cli.describe import chain, decision, figure, how_many, stated, what_happened, when, who
from purport.cli.lines import bar, console, say
from purport.cli.screen import counted, text_output
from purport.model.families import in_families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from purport.incidents import Group
    from purport.ledger import Ledger
    from purport.model import Claim
    from purport.model.incident import Incident, Judgement, Side

__all__ = ["show_incident"]

_LINES = 2  # of a terminal, for a claim's words and what stands around them
_RAGGED = 12  # columns of them that stay empty where a long word goes to the next line
_INDENT = "    "


def show_incident(book: "Ledger", wanted: str, options: Common, *, why: bool) -> None:
    """Show the incident of an id in the ledger; raises NotFoundError."""
    from purport.pipeline.adding import group_of

    incident = book.incident(wanted)
    parts = list(book.incidents(parent=incident.id))
    group = group_of(book, incident)
    known = {facts.claim.id: facts.claim for facts in group.members}
    others = {id_ for contradiction in incident.contradictions for id_ in contradiction.claims} - known.keys()
    known |= {claim.id: claim for claim in book.claims_of(others)}
    with text_output():
        out = console(options.no_color)
        _head(out, incident)
        _sum(out, incident, parts)
        _contradictions(out, incident, known)
        _history(out, [known[id_] for id_ in incident.claims if id_ in known])
        _sides(out, incident, known, book)
        if why:
            _reasons(out, group)
            _judgements(out, incident, book.judgements())


def _head(out: "Console", incident: "Incident") -> None:
    where = incident.place.name if incident.place else "place not told"
    dated = " (by evidence)" if incident.time and incident.time.basis else ""
    say(out, f"{what_happened(incident)} · {where} · {when(incident.time) or 'time not told'}{dated}", "bold")
    say(out, f"{incident.id} · {counted(incident.origins, 'independent origin')} · episode {incident.episode}", "dim")


def _sum(out: "Console", incident: "Incident", parts: "Sequence[Incident]") -> None:
    told = [
        ("by", incident.attacker or ""),
        ("how many", _rule(incident)),
        ("implied", _implied(incident)),
        ("part of", incident.parent or ""),
    ]
    say(out, "")
    for name, value in told:
        if value:
            say(out, f"{name:<10}{value}")
    if parts:
        _parts(out, incident, parts)


def _rule(incident: "Incident") -> str:
    return f"{figure(incident.count)}, {incident.count.rule}" if incident.count else how_many(incident)


def _implied(incident: "Incident") -> str:
    from purport.model import Quantity

    found = incident.implied
    return f"{Quantity(found.min, found.max)}, by {' '.join(id_[:9] for id_ in found.by)}" if found else ""


def _parts(out: "Console", whole: "Incident", parts: "Sequence[Incident]") -> None:
    say(out, "\nparts", "bold")
    most = max((_number(part) for part in parts), default=0)
    for part in (standing.incident for standing in in_families([whole, *parts]) if standing.depth):
        place = part.place.name if part.place else "place not told"
        say(out, f"  {part.id[:9]}  {place:<24}  {how_many(part) or '?':<12}  {bar(_number(part), most)}".rstrip())


def _number(incident: "Incident") -> int:
    best = incident.count.best if incident.count else None
    return (best if best is not None else incident.implied.min if incident.implied else None) or 0


def _contradictions(out: "Console", incident: "Incident", known: "dict[str, Claim]") -> None:
    for contradiction in incident.contradictions:
        say(out, f"\ncontradiction: {contradiction.about}", "bold red")
        for id_ in contradiction.claims:
            claim = known.get(id_)
            say(out, f"  {id_[:9]}  {stated(claim):<12}  {who(claim)}" if claim else f"  {id_[:9]}")


def _history(out: "Console", told: "Sequence[Claim]") -> None:
    """How the figure grew or changed, in the order in which it was published: each step that told another one."""
    steps = [claim for claim in told if claim.count or claim.people]
    steps = [claim for n, claim in enumerate(steps) if not n or stated(claim) != stated(steps[n - 1])]
    if len(steps) < 2:
        return
    say(out, "\nhistory", "bold")
    most = max(_least(claim) for claim in steps)
    for claim in steps:
        published = (claim.published or "undated")[:16].replace("T", " ")
        say(out, f"  {published:<16}  {stated(claim):<12}  {bar(_least(claim), most)}  {who(claim)}")


def _least(claim: "Claim") -> int:
    from purport.model.selection import count_bounds

    low, high = count_bounds(claim)
    return low or high or 0


def _sides(out: "Console", incident: "Incident", known: "dict[str, Claim]", book: "Ledger") -> None:
    for side in incident.sides:
        say(out, f"\n{side.side or 'side not known'}: {_version(side)}", "bold")
        for claim in (known[id_] for id_ in side.claims if id_ in known):
            _claim(out, claim, book)


def _version(side: "Side") -> str:
    number = figure(side.count) if side.count else ""
    return ", ".join(part for part in (number, side.stance, counted(len(side.claims), "claim")) if part)


def _claim(out: "Console", claim: "Claim", book: "Ledger") -> None:
    """The words in their context on a line or two, and who said them, link by link."""
    from rich.text import Text

    from purport.cli.marks import excerpt

    published = (claim.published or "undated")[:16].replace("T", " ")
    say(out, f"  {claim.id[:9]}  {published}  {_by(claim)}", "cyan")
    columns = out.width - len(_INDENT)
    text = excerpt(book.find(claim.id).document.text, claim, _LINES * columns - _RAGGED)
    for line in text.wrap(out, columns):
        say(out, Text.assemble(_INDENT, line))


def _by(claim: "Claim") -> str:
    return f"{chain(claim)}, in {claim.publisher}" if claim.sources else chain(claim)


def _reasons(out: "Console", group: "Group") -> None:
    from purport.incidents import reasons

    say(out, "\nwhy these claims are of one thing", "bold")
    for number, joining in enumerate(reasons(group)):
        told = "a judgement joins it to the others" if number else "the first of them"
        if joining.fit:
            points = "; ".join(f"{reason.why} {reason.points:+.1f}" for reason in joining.fit.reasons)
            told = f"{joining.fit.score:.1f} points: {points}"
        say(out, f"  {joining.claim.id[:9]}  {told}")


def _judgements(out: "Console", incident: "Incident", judgements: "Sequence[Judgement]") -> None:
    about = [one for one in judgements if not set(one.claims).isdisjoint(incident.claims)]
    if about:
        say(out, "\njudgements about them", "bold")
    for one in about:
        say(out, f"  {decision(one)}")
