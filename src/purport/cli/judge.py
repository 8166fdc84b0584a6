"""`purport judge`: what a person decides about claims, kept as a record of its own."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from msgspec import Struct

from purport.cli.common import Common, LedgerOption, NoColorOption, QuietOption, common
from purport.cli.describe import decision
from purport.cli.linked import linked_ledger
from purport.cli.screen import complain, counted, text_output
from purport.errors import UsageError
from purport.exports.safe import visible

if TYPE_CHECKING:
    from purport.ledger import Ledger
    from purport.model.incident import Judgement

__all__ = ["judge"]

Verdict = Annotated[
    Literal[
        "same",
        "different",
        "place",
        "count",
        "time",
        "attacker",
        "weapons",
        "outcome",
        "stance",
        "rejected",
        "accepted",
        "note",
        "media",
        "undo",
        "list",
    ],
    typer.Argument(
        help="same, different: the claims are about one thing, or not; place, count, time, attacker, weapons, outcome, "
        "stance: what it should be; rejected: no such claim; accepted: checked; note: words kept with them; "
        "media: what was found of a picture or video; undo: withdraw a judgement; list: show all.",
        metavar="VERDICT",
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...", help="Claims or incidents; for `media` a picture or video; for `undo` a judgement."
    ),
]
Reason = Annotated[str | None, typer.Option("--reason", help="Why; kept with it.", show_default=False)]
Author = Annotated[str | None, typer.Option("--author", help="Who decides. [default: your user name]")]
AsPlace = Annotated[
    str | None,
    typer.Option("--to-place", "--place", metavar="NAME", help="For `place`: the right one; for `media`: where it is."),
]
Genuine = Annotated[
    bool | None,
    typer.Option(
        "--genuine/--not-genuine", help="For `media`: whether it shows what it is told to.", show_default=False
    ),
]
Time = Annotated[
    str | None, typer.Option("--time", metavar="TIME", help="For `media`: when it was taken, as for --to.")
]
AsCount = Annotated[int | None, typer.Option("--to-count", min=0, help="For `count`: the right one.")]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="VALUE",
        help="For other slots: RU; uav:Shahed-136; intercepted; denied; 2024-04-05; 2024-04-05T21:00/2024-04-06T06:00.",
    ),
]


def judge(
    context: typer.Context,
    verdict: Verdict,
    ids: Ids = None,
    reason: Reason = None,
    author: Author = None,
    to_place: AsPlace = None,
    to_count: AsCount = None,
    to: To = None,
    genuine: Genuine = None,
    time: Time = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Decide about claims: nothing is overwritten, the linker follows, and undoing is a record too."""
    from purport.model.incident import Judgement
    from purport.pipeline.adding import catch_up

    options = common(context, ledger, quiet, no_color)
    with linked_ledger(options) as book:
        if verdict == "list":
            _list(book.judgements(), options)
            return
        if not reason or not reason.strip():
            raise UsageError("a judgement needs its reason", cure='add --reason "…"')
        made = Judgement(
            verdict=verdict,
            claims=_claims(book, verdict, ids or []),
            author=author or _user(),
            reason=reason,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            value=_value(book, verdict, ids or [], _Right(to_place, to_count, to, genuine, time)),
        )
        book.judge(made)
        catch_up(book, cause=f"judgement {made.id}")
    if not options.quiet:
        about = f" about {counted(len(made.claims), 'claim')}" if made.claims else ""
        complain(f"judgement {made.id} kept{about}; `purport judge undo {made.id} --reason …` withdraws it")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may have no name for who runs it
        raise UsageError("nobody is known to decide this", cure="add --author NAME") from None


def _list(judgements: "list[Judgement]", options: Common) -> None:
    with text_output() as write:
        for one in judgements:
            write(visible(decision(one)))
    if not options.quiet:
        complain(counted(len(judgements), "judgement"))


_PAIRS = frozenset({"same", "different"})  # of incidents, these are asked of a claim of each; all else of every claim


def _claims(book: "Ledger", verdict: str, ids: list[str]) -> tuple[str, ...]:
    """The whole ids of the claims that are named; whether two incidents are one is asked of a claim of each."""
    if verdict in {"undo", "media"}:
        return ()
    least = 2 if verdict in _PAIRS else 1
    named = [claims[:1] if verdict in _PAIRS else claims for claims in (_named(book, id_) for id_ in ids)]
    found = tuple(dict.fromkeys(claim for claims in named for claim in claims))
    if len(found) < least:
        raise UsageError(
            f"{verdict} is about {counted(least, 'claim')} or more",
            cure="name their ids; `purport claims` and `purport incidents` list them",
        )
    if verdict == "same":
        _check_kinds(book, found)
    return found


def _check_kinds(book: "Ledger", claims: tuple[str, ...]) -> None:
    kinds = sorted({claim.kind for claim in book.claims_of(claims)})
    if len(kinds) > 1:
        raise UsageError(f"these are of different kinds, {' and '.join(kinds)}", cure="name claims of one kind")


def _named(book: "Ledger", wanted: str) -> tuple[str, ...]:
    """The claim of an id, or the claims of the incident that it is."""
    if wanted.startswith("i"):
        return book.incident(wanted).claims
    found = book.find(wanted).claim
    if found is None:
        raise UsageError(f"{wanted} is a document", cure="name claims; `purport claims` lists their ids")
    return (found.id,)


def _undone(book: "Ledger", ids: list[str]) -> str:
    """The whole id of the judgement that is named; what fits none or several is left for the ledger to refuse."""
    if len(ids) != 1:
        raise UsageError("undo withdraws one judgement", cure="name its id; `purport judge list` shows them")
    fitting = [one.id for one in book.judgements() if one.id.startswith(ids[0])]
    return fitting[0] if len(fitting) == 1 else ids[0]


class _Right(Struct, frozen=True):
    """What was typed of what is right."""

    place: str | None
    count: int | None
    value: str | None
    genuine: bool | None
    time: str | None


def _value(book: "Ledger", verdict: str, ids: list[str], told: _Right) -> Any:
    if verdict == "undo":
        return _undone(book, ids)
    if verdict == "media":
        return _finding(book, ids, told)
    if verdict == "count":
        if told.count is None:
            raise UsageError("the right count is missing", cure="add --to-count N")
        return {"min": told.count, "max": told.count}
    if verdict == "place":
        return _place(told.place)
    return _told(verdict, told.value) if verdict in _READ else None


def _finding(book: "Ledger", ids: list[str], told: _Right) -> Any:
    """What was found of the picture or video that is named."""
    import msgspec

    from purport.model import Finding

    if len(ids) != 1:
        cure = "name its id or address; `purport media` lists them"
        raise UsageError("media is about one picture or video", cure=cure)
    if told.genuine is None and told.place is None and told.time is None:
        raise UsageError("what was found is missing", cure="add --genuine, --not-genuine, --place NAME or --time TIME")
    found = {
        "media": book.find_media(ids[0])[0].id,
        "genuine": told.genuine,
        "place": _place(told.place) if told.place else None,
        "time": _told("time", told.time) if told.time else None,
    }
    return msgspec.to_builtins(msgspec.convert(found, Finding))


def _told(verdict: str, told: str | None) -> Any:
    """What is typed for a slot, in the claim's own form."""
    import msgspec

    from purport.incidents import CORRECTIONS

    if not told:
        raise UsageError(f"the right value of {verdict} is missing", cure="add --to VALUE")
    try:
        return msgspec.to_builtins(msgspec.convert(_READ[verdict](told), CORRECTIONS[verdict][1]))
    except (msgspec.ValidationError, ValueError) as error:
        raise UsageError(f"{told!r} is no {verdict}: {error}", cure="write it as claims have it") from None


def _span(told: str) -> dict[str, str]:
    start, _, end = told.partition("/")
    for part in (start, end or start):
        datetime.fromisoformat(part)
    return {"start": start, "end": end or start}


def _weapon(told: str) -> list[dict[str, str | None]]:
    name, _, model = told.partition(":")
    return [{"class": name, "model": model or None}]


_READ: dict[str, Callable[[str], Any]] = {
    "time": _span,
    "attacker": str,
    "weapons": _weapon,
    "outcome": str,
    "stance": str,
}
"""How what is typed for a slot is read."""


def _place(name: str | None) -> Any:
    import msgspec

    from purport.pipeline.adding import place_named

    if name is None:
        raise UsageError("the right place is missing", cure="add --to-place NAME")
    found = place_named(name)
    if found is None:
        raise UsageError(f"the gazetteer knows no {name!r}", cure="write it as `purport claims` prints places")
    return msgspec.to_builtins(found)
