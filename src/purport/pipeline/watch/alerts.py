"""What people are told of once: new incidents, new contradictions, and feeds that fail them.

An alert says what a public record may: never a position, and no place finer than a settlement.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from purport.ledger.feedrecords import Alert, FeedState
from purport.model.canonical import digest
from purport.model.incident import Incident, Setting
from purport.pipeline.changes import Change

__all__ = ["alert_of_feed", "alerts_of", "headline"]


def alerts_of(changes: list[Change], at: str) -> Iterator[Alert]:
    """The alerts of what has changed between two states of the book. The same change twice has one id."""
    for change in changes:
        now = change.now
        if now is None or change.what not in {"new", "contradicted", "revised"}:
            continue
        if change.what == "new":
            yield _alert("new", digest("x", 1, ["new", now.id]), at, _told(now))
        yield from _contradictions(now, change.before, at)


def _contradictions(now: Incident, before: Incident | None, at: str) -> Iterator[Alert]:
    known = {frozenset(one.claims) for one in before.contradictions} if before else set()
    for one in now.contradictions:
        if frozenset(one.claims) not in known:
            told = _told(now) | {"contradiction": {"about": one.about, "claims": list(one.claims)}}
            yield _alert("contradicted", digest("x", 1, ["contradicted", now.id, sorted(one.claims)]), at, told)


def alert_of_feed(state: FeedState) -> Alert:
    """That a feed is silent or broken, or alive again."""
    told = {"feed": state.feed, "state": state.state, "since": state.since, "reason": state.reason}
    return _alert("feed", digest("x", 1, ["feed", state.feed, state.state, state.at]), state.at, told)


def headline(alert: dict[str, Any]) -> str:
    """One line of English for people."""
    if alert["what"] == "feed":
        return f"Feed {alert['feed']} is {alert['state']}"
    incident = alert["incident"]
    weapon = incident["weapon"] or ""
    place = (incident["place"] or {}).get("name") or "no place told"
    what = f"{incident['kind']}{f' ({weapon})' if weapon else ''}, {place}"
    count = incident["count"]
    figure = f": {count['best']}" if count and count["best"] is not None else ""
    if alert["what"] == "contradicted":
        return f"Contradiction about the {alert['contradiction']['about']}: {what}{figure}"
    return f"{what}{figure} [{incident['stance']}]"


def _alert(what: str, name: str, at: str, told: dict[str, Any]) -> Alert:
    record = {"id": name, "at": at, "what": what} | told
    return Alert(name, at, what, msgspec.json.encode(record).decode())


def _told(incident: Incident) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": incident.id,
        "kind": incident.kind,
        "stance": incident.stance,
        "attacker": incident.attacker,
        "weapon": incident.weapon.cls if incident.weapon else None,
        "outcome": incident.outcome,
        "place": _place(incident.place),
        "time": msgspec.to_builtins(incident.time),
        "count": msgspec.to_builtins(incident.count),
        "people": msgspec.to_builtins(incident.people),
        "objects": [{"type": one.type, "effect": one.effect} for one in incident.objects],
        "origins": incident.origins,
        "contradictions": len(incident.contradictions),
        "claims": list(incident.claims),
    }
    return {"incident": told}


def _place(place: Setting | None) -> dict[str, Any] | None:
    """The place by name; what is finer than a settlement is told as that settlement, or region."""
    if place is None:
        return None
    is_site = place.precision == "site"
    return {
        "name": (place.settlement or place.region) if is_site else place.name,
        "country": place.country,
        "region": place.region,
        "precision": ("settlement" if place.settlement else "region") if is_site else place.precision,
    }
