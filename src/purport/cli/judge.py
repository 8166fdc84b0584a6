"""`purport judge`: what a person decides about claims, kept as a record of its own."""

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.screen import complain, text_output
from purport.errors import UsageError

if TYPE_CHECKING:
    from purport.ledger import Ledger
    from purport.model.incident import Judgement

__all__ = ["judge"]

Verdict = Annotated[
    Literal["same", "different", "place", "count", "rejected", "undo", "list"],
    typer.Argument(
        help="same, different: the claims are about one thing, or not; place, count: what it should be; "
        "rejected: no such claim; undo: withdraw a judgement; list: show all."
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID]...", help="Claims; for `undo` a judgement; for `same` also incidents."),
]
Reason = Annotated[str | None, typer.Option("--reason", help="Why; kept with it.", show_default=False)]
Author = Annotated[str | None, typer.Option("--author", help="Who decides. [default: your user name]")]
AsPlace = Annotated[str | None, typer.Option("--to-place", metavar="NAME", help="For `place`: the right one.")]
AsCount = Annotated[int | None, typer.Option("--to-count", min=0, help="For `count`: the right one.")]


def judge(
    context: typer.Context,
    verdict: Verdict,
    ids: Ids = None,
    reason: Reason = None,
    author: Author = None,
    to_place: AsPlace = None,
    to_count: AsCount = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Decide about claims: nothing is overwritten, the linker follows, and undoing is a record too."""
    from purport.ledger import open_ledger
    from purport.model.incident import Judgement

    options = common(context, ledger, quiet, no_color)
    with open_ledger(options.location, create=False) as book:
        if verdict == "list":
            _list(book.judgements())
            return
        if not reason or not reason.strip():
            raise UsageError("a judgement needs its reason", cure='add --reason "…"')
        made = Judgement(
            verdict=verdict,
            claims=_claims(book, verdict, ids or []),
            author=author or getpass.getuser(),
            reason=reason,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            value=_value(verdict, ids or [], to_place, to_count),
        )
        book.judge(made)
    if not options.quiet:
        complain(f"judgement {made.id} kept; `purport judge undo {made.id} --reason …` withdraws it")


def _list(judgements: "list[Judgement]") -> None:
    with text_output() as write:
        for one in judgements:
            about = " ".join(one.claims) or str(one.value)
            write(f"{one.id}  {one.at}  {one.author}  {one.verdict} {about}: {' '.join(one.reason.split())}")


_LEAST = {"same": 2, "different": 2, "place": 1, "count": 1, "rejected": 1, "undo": 0}


def _claims(book: "Ledger", verdict: str, ids: list[str]) -> tuple[str, ...]:
    """The whole ids of the claims that are named; an incident stands for its first claim."""
    if verdict == "undo":
        return ()
    if len(ids) < _LEAST[verdict]:
        raise UsageError(f"{verdict} is about {_LEAST[verdict]} claims or more", cure="name their ids")
    return tuple(_claim(book, id_) for id_ in ids)


def _claim(book: "Ledger", wanted: str) -> str:
    from purport.pipeline.adding import link_ledger

    if wanted.startswith("i"):
        _, linked = link_ledger(book)
        return linked.incident(linked.find(wanted)).claims[0]
    found = book.find(wanted).claim
    if found is None:
        raise UsageError(f"{wanted} is a document", cure="name claims; `purport claims` lists their ids")
    return found.id


def _value(verdict: str, ids: list[str], place: str | None, count: int | None) -> Any:
    if verdict == "undo":
        if len(ids) != 1:
            raise UsageError("undo withdraws one judgement", cure="name its id; `purport judge list` shows them")
        return ids[0]
    if verdict == "count":
        if count is None:
            raise UsageError("the right count is missing", cure="add --to-count N")
        return {"min": count, "max": count}
    return _place(place) if verdict == "place" else None


def _place(name: str | None) -> Any:
    import msgspec

    from purport.pipeline.adding import place_named

    if name is None:
        raise UsageError("the right place is missing", cure="add --to-place NAME")
    found = place_named(name)
    if found is None:
        raise UsageError(f"the gazetteer knows no {name!r}", cure="write it as `purport claims` prints places")
    return msgspec.to_builtins(found)
