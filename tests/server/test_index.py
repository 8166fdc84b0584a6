"""The index finds what a look at every incident would find, now and at every moment before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import UNSET

from purport.ledger import Ledger, linking, open_ledger, search
from purport.ledger.search import words_in, words_of
from purport.model import Claim
from purport.model.incident import Incident
from purport.server.index import Index, View
from purport.server.index import index as index_of_all
from purport.server.index.codes import Codes, Keys, key_of, keys_of
from purport.server.index.facets import facets
from purport.server.index.filtering import mask_of, more_of
from purport.server.index.mapping import mapped
from purport.server.index.ordering import begin_behind, ordered, position_of
from purport.server.index.timeline import timeline
from purport.server.query import Box, Filters, Sort
from tests.incidents.making import claim, town
from tests.pipeline.linked import Clock, add, entries, update, world
from tests.pipeline.test_linking import HAND_MADE


@dataclass
class Grown:
    """A ledger that grew in three steps, the index that was there from the first on, and how it stood after each."""

    book: Ledger
    index: Index
    states: list[tuple[datetime, list[Incident]]]
    said: dict[str, Claim]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grown]:
    doubted = claim("impact", town("Taganrog", "RU-ROS"), stance="unverified")
    listed = entries([*world(3, 6), *HAND_MADE, doubted])
    clock, states = Clock(), []
    with pytest.MonkeyPatch.context() as patch, open_ledger(tmp_path_factory.mktemp("grown") / "book.db") as book:
        patch.setattr(linking, "_MUCH", 1)
        index = Index(book)
        assert len(index.view()) == 0
        third = len(listed) // 3
        for part in (listed[::3][:third], listed[1::3], listed[2::3]):
            add(book, part)
            update(book, clock)
            index.view()
            states.append((clock.now, list(book.incidents())))
        yield Grown(book, index, states, {claim.id: claim for claim in book.claims()})


def found(grown: Grown, view: View, filters: Filters) -> set[str]:
    numbers = view.columns.number[mask_of(view, filters)].tolist()
    return {incident.id for incident in grown.book.incident_states(numbers)}


def test_every_moment_has_the_incidents_that_stood_then(grown: Grown) -> None:
    for index in (grown.index, Index(grown.book)):
        for at, incidents in grown.states:
            view = index.view(at)
            shown = grown.book.incident_states(view.columns.number.tolist())
            assert sorted(shown, key=lambda one: one.id) == sorted(incidents, key=lambda one: one.id)
    assert len(grown.index.view(datetime.fromisoformat("2020-01-01T00:00:00+00:00"))) == 0


def names(claim: Claim) -> str:
    return " ".join([*claim.sources, claim.publisher]).casefold()


def best(incident: Incident) -> int:
    lows = [incident.count.low if incident.count else None, *(toll.low for toll in incident.people)]
    return max((low for low in lows if low is not None), default=-1)


CHOICES: list[tuple[dict[str, Any], Callable[[Incident, dict[str, Claim]], bool]]] = [
    ({"kinds": ("damage", "casualties")}, lambda one, _: one.kind in {"damage", "casualties"}),
    ({"sides": ("UA",)}, lambda one, _: one.attacker == "UA"),
    ({"sides": ("RU", None)}, lambda one, _: one.attacker in {"RU", None}),
    ({"weapons": ("cruise_missile",)}, lambda one, _: bool(one.weapon and one.weapon.cls == "cruise_missile")),
    ({"weapons": ("shahed-136/131",)}, lambda one, _: bool(one.weapon and one.weapon.model == "Shahed-136/131")),
    ({"stances": ("unverified",)}, lambda one, _: one.stance == "unverified"),
    ({"max_count": 5}, lambda one, _: 0 <= best(one) <= 5),
    ({"contradicted": True}, lambda one, _: bool(one.contradictions)),
    ({"implied": True}, lambda one, _: one.implied is not None),
    ({"undated": True}, lambda one, _: one.time is None),
    ({"sources": ("minist", "channel 3")}, lambda one, said: any(
        "minist" in names(said[id_]) or "channel 3" in names(said[id_]) for id_ in one.claims
    )),
    ({"box": Box(39.0, 49.0, 41.0, 51.0)}, lambda one, _: bool(one.place and one.place.lat == 50.0)),
    ({"box": Box(50.0, 49.0, 41.0, 51.0)}, lambda one, _: bool(one.place and one.place.lat == 50.0)),
]  # fmt: skip


@pytest.mark.parametrize(("slots", "admits"), CHOICES)
def test_a_filter_finds_what_it_says(
    grown: Grown, slots: dict[str, Any], admits: Callable[[Incident, dict[str, Claim]], bool]
) -> None:
    expected = {one.id for one in grown.states[-1][1] if admits(one, grown.said)}
    assert 0 < len(expected) < len(grown.states[-1][1])
    assert found(grown, grown.index.view(), Filters(**slots)) == expected


@pytest.mark.parametrize(
    "slots",
    [
        {"since": "2025-01-08T12:00"},
        {"until": "2025-01-08T11:59"},
        {"since": "2025-01-08T00:00", "until": "2025-01-08T23:59", "kinds": ("interception",)},
        {"places": ("kursk", "ru-ros")},
        {"places": ("kursk oblast",), "min_count": 3},
        {"min_count": 0},
        {"min_count": 12},
    ],
)
def test_what_claims_are_asked_for_is_asked_of_incidents_alike(grown: Grown, slots: dict[str, Any]) -> None:
    filters = Filters(**slots)
    expected = {one.id for one in grown.states[-1][1] if filters.admits_incident(one)}
    assert len(expected) > 0
    assert found(grown, grown.index.view(), filters) == expected


@pytest.mark.parametrize("sort", ["time", "-time"])
def test_what_tells_no_time_stands_last(grown: Grown, sort: Sort) -> None:
    view = grown.index.view()
    shown = grown.book.incident_states(view.columns.number[ordered(view, Filters(), sort)].tolist())
    told = [one.time is None for one in shown]
    assert told == sorted(told)
    assert any(told)
    assert not all(told)


def test_words_are_asked_of_claims(grown: Grown) -> None:
    for index in (grown.index, Index(grown.book)):
        for at, incidents in grown.states:
            for asked in ("governor", "KURSK int", "Outlet 1, told"):
                held = {one.id for one in incidents if any(says(grown.said[id_], asked) for id_ in one.claims)}
                assert found(grown, index.view(at), Filters(q=asked)) == held
        assert all(found(grown, index.view(), Filters(q=asked)) for asked in ("governor", "KURSK int"))


def says(claim: Claim, asked: str) -> bool:
    words = words_of(claim).split()
    return all(any(word.startswith(term) for word in words) for term in words_in(asked))


def test_where_too_many_claims_hold_the_words_that_is_told(grown: Grown, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Filters(q="told")
    assert more_of(Index(grown.book).view(), asked) is UNSET
    monkeypatch.setattr(search, "MOST", 3)
    monkeypatch.setattr(index_of_all, "MOST", 3)
    view = Index(grown.book).view()
    assert more_of(view, asked) is True
    assert 0 < len(found(grown, view, asked)) <= 3
    assert more_of(view, Filters()) is UNSET
    for one in (mapped(view, asked, 4), timeline(view, asked, "auto"), facets(view, asked)):
        assert one.truncated is True


def test_a_night_is_the_ledgers(grown: Grown) -> None:
    night = datetime(2025, 1, 8).date()
    expected = {one.id for one in grown.book.incidents(night=night)}
    assert expected
    assert found(grown, grown.index.view(), Filters(night=night)) == expected


SORTS: list[tuple[Sort, Callable[[Incident], Any]]] = [
    ("-count", lambda one: -(one.count.best or 0) if one.count and one.count.best is not None else None),
    ("origins", lambda one: one.origins),
    ("place", lambda one: one.place.name if one.place else None),
    ("-place", lambda one: one.place.name if one.place else None),
    ("kind", lambda one: one.kind),
]


@pytest.mark.parametrize(("sort", "by"), SORTS)
def test_an_order_is_kept_over_pages(grown: Grown, sort: Sort, by: Callable[[Incident], Any]) -> None:
    view = grown.index.view()
    filters = Filters(kinds=("interception", "damage"))
    rows = ordered(view, filters, sort)
    pages, begin = [], 0
    while begin < len(rows):
        shown = rows[begin : begin + 7]
        pages += shown.tolist()
        begin = begin_behind(view, rows, sort, position_of(view, sort, shown[-1]))
    assert pages == rows.tolist()
    told = [by(one) for one in grown.book.incident_states(view.columns.number[rows].tolist())]
    if sort == "-count":  # what states no number is sorted by people, or by what is implied
        told = [one for one in told if one is not None]
    known = [one for one in told if one is not None]
    assert told == [*sorted(known, reverse=sort == "-place"), *[None] * (len(told) - len(known))]


def test_ids_of_any_form_have_keys_of_their_own() -> None:
    ids = ["c974f58f60fd2230c", "c0000001", "c0000002", "", "cnothexadecimal!!", "c974f58f60fd2230d"]
    keys = Keys()
    assert keys.codes(keys_of(ids[:3])).tolist() == keys.codes(keys_of(ids[:3])).tolist()
    codes = keys.codes(keys_of(ids)).tolist()
    assert len(set(codes)) == len(ids)
    assert keys.codes(keys_of(ids[::-1])).tolist() == codes[::-1]
    assert key_of("c974f58f60fd2230c") == 0x974F58F60FD2230C


def test_codes_are_given_in_the_order_of_first_sight() -> None:
    codes = Codes[str](["a"])
    assert [codes("b"), codes("a"), codes("b"), codes("c")] == [1, 0, 1, 2]
    assert codes.values == ["a", "b", "c"]


def test_a_page_of_the_list(desk: Any) -> None:
    first = desk.get("/api/v1/incidents", params={"limit": 20, "sort": "time"}).json()
    rest = desk.get("/api/v1/incidents", params={"limit": 20, "sort": "time", "cursor": first["next"]}).json()
    ids = [row["id"] for row in [*first["items"], *rest["items"]]]
    assert len(ids) == len(set(ids)) == first["total"] == rest["total"] == 26
    assert rest["next"] is None
    assert desk.get("/api/v1/incidents", params={"cursor": "nonsense"}).status_code == 422
    assert desk.get("/api/v1/incidents", params={"as_of": "2001-01-01"}).json()["items"] == []


def test_a_book_that_is_linked_anew_is_told_anew(book: Ledger) -> None:
    index = Index(book)
    assert index.view() is index.view()
    before = index.view()
    add(book, entries(HAND_MADE))
    assert index.view() is before, "nothing is linked yet"
    update(book)
    assert index.view() is not before


def test_the_place_of_a_ledger_without_incidents(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.db") as book:
        view = Index(book).view()
        assert len(ordered(view, Filters(), "-place")) == 0
        assert len(ordered(view, Filters(sources=("x",), q=None), "time")) == 0


def test_words_are_asked_of_the_desk(desk: Any) -> None:
    asked = {"q": "беспилотн ростовск"}
    claims = desk.get("/api/v1/claims", params=asked).json()
    assert claims["total"] == len(claims["items"]) > 0
    assert all("беспилотн" in one["claim"]["quote"].casefold() for one in claims["items"])
    ids = {id_ for one in claims["items"] for id_ in one["incidents"]}
    shown = desk.get("/api/v1/incidents", params=asked).json()
    assert {row["id"] for row in shown["items"]} == ids
    assert "truncated" not in shown
    assert desk.get("/api/v1/map", params=asked).json()["total"] == len(ids)
    assert desk.get("/api/v1/timeline", params={"q": "no such words"}).json()["bins"] == []
    assert len(desk.get("/api/v1/incidents.jsonl", params=asked).text.splitlines()) == len(ids)
    assert desk.get("/api/v1/claims", params={"q": "x" * 201}).status_code == 422
