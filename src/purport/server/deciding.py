"""From what a person sends to a judgement of the ledger, by the rules of `purport judge`."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct, field

from purport.errors import UsageError
from purport.incidents import CORRECTIONS
from purport.ledger import Ledger
from purport.model import Finding, Place, Quantity
from purport.model.incident import Incident, Judgement, Verdict
from purport.pipeline.adding import place_named

__all__ = ["Decision", "judgement_of"]

_PAIRS = frozenset({"same", "different"})


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person decides: about an incident, about some of its claims, or about any claims.

    Without `claims` it is about all those of the incident; of "same" and "different" about its first claim, together
    with that of the incident `with`. `value` is what a slot should be, in the claim's own form (a place may be a name,
    a count a number), of "media" what was found of a picture or video, or of "undo" the id of the judgement that is
    withdrawn.
    """

    verdict: Verdict
    reason: str
    incident: str | None = None
    claims: tuple[str, ...] = ()
    value: Any = None
    author: str | None = None
    other: str | None = field(default=None, name="with")


def judgement_of(book: Ledger, decision: Decision, incident: Incident | None, asker: str | None) -> Judgement:
    """The judgement that a decision comes to; raises UsageError where it means nothing."""
    author = (decision.author or asker or "").strip()
    if not author:
        raise UsageError("nobody is known to decide this", cure="give `author`")
    if not decision.reason.strip():
        raise UsageError("a judgement needs its reason", cure="give `reason`")
    return Judgement(
        verdict=decision.verdict,
        claims=_claims(book, decision, incident),
        author=author,
        reason=decision.reason,
        at=datetime.now(UTC).isoformat(),
        value=_value(decision),
    )


def _claims(book: Ledger, decision: Decision, incident: Incident | None) -> tuple[str, ...]:
    if decision.verdict in {"undo", "media"}:
        return ()
    held = incident.claims if incident else ()
    named = decision.claims
    if decision.verdict in _PAIRS:
        others = book.incident(decision.other).claims[:1] if decision.other else ()
        apart = tuple(claim for claim in held if claim not in named)[:1] if len(named) < 2 and not others else ()
        named = (*(named or held[:1]), *others, *apart)
    found = tuple(dict.fromkeys(named or held))
    if len(found) < (2 if decision.verdict in _PAIRS else 1):
        raise UsageError(f"{decision.verdict} is about more claims than {len(found)}", cure="give `claims` or `with`")
    if decision.verdict == "same":
        _check_kinds(book, found)
    return found


def _check_kinds(book: Ledger, claims: tuple[str, ...]) -> None:
    kinds = sorted({claim.kind for claim in book.claims_of(claims)})
    if len(kinds) > 1:
        raise UsageError(f"these are of different kinds, {' and '.join(kinds)}", cure="name claims of one kind")


def _value(decision: Decision) -> Any:
    read = _VALUES.get(decision.verdict)
    if read is not None:
        return read(decision.value)
    if decision.value is not None:
        raise UsageError(f"{decision.verdict} has no value", cure="leave `value` out")
    return None


def _undone(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise UsageError("undo withdraws one judgement", cure="give its id as `value`")
    return value


def _place(value: Any) -> Any:
    if not isinstance(value, str):
        return _form(value, Place)
    found = place_named(value)
    if found is None:
        raise UsageError(f"the gazetteer knows no {value!r}", cure="write it as places of claims are written")
    return msgspec.to_builtins(found)


def _finding(value: Any) -> Any:
    if isinstance(value, dict) and isinstance(value.get("place"), str):
        value = value | {"place": _place(value["place"])}
    return _form(value, Finding)


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = {"min": value, "max": value}
    return _form(value, Quantity)


def _form(value: Any, form: Any) -> Any:
    """The value as it is kept; raises UsageError where it has another form."""
    try:
        return msgspec.to_builtins(msgspec.convert(value, form))
    except (msgspec.ValidationError, ValueError) as error:
        raise UsageError(f"this is no value of the slot: {error}", cure="write it as claims have it") from None


_VALUES: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {verdict: partial(_form, form=form) for verdict, (_, form) in CORRECTIONS.items()}
    | {"undo": _undone, "place": _place, "count": _count, "media": _finding}
)
