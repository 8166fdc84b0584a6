"""The map, the timeline and the facets tell what the incidents tell, one by one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from purport.ledger import Ledger, open_ledger
from purport.model.incident import Incident
from purport.model.tally import tallies
from purport.server.index import Index, View, mapping
from purport.server.index.facets import facets
from purport.server.index.filtering import mask_of
from purport.server.index.mapping import Mapped, mapped
from purport.server.index.moments import moments
from purport.server.index.ordering import ordered
from purport.server.index.timeline import timeline
from purport.server.query import Filters, Sort
from tests.incidents.making import ROSTOV, claim, town
from tests.pipeline.linked import add, entries, update, world

SORTS: tuple[Sort, ...] = ("kind", "place", "time", "-count")
SEA: dict[str, Any] = {"name": "Black Sea", "precision": "sea", "country": None, "region": None, "settlement": None}
TOWNS = [("Taganrog", 47.2, 38.9), ("Azov", 47.1, 39.4), ("Shakhty", 47.7, 40.2), ("Sal", 46.5, 41.5)]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    told = [*world(5, 5), claim("impact", ROSTOV), claim("attack", ROSTOV, n=9), claim("impact", ROSTOV, n=3)]
    for number, (name, lat, lon) in enumerate(TOWNS):
        place = msgspec.structs.replace(town(name, "RU-ROS"), lat=lat, lon=lon)
        stance = "asserted" if number else "unverified"
        told += [claim("damage", place, objects=[("port", "hit")], stance=stance), claim("impact", place, n=number)]
    told.append(claim("casualties", town("Azov", "RU-ROS"), people=[("injured", 2, 2)]))
    told.append(claim("interception", msgspec.structs.replace(town("x", "RU"), **SEA), n=6))
    with open_ledger(tmp_path_factory.mktemp("told") / "book.db") as ledger:
        add(ledger, entries(told))
        update(ledger)
        yield ledger


@pytest.fixture(scope="module")
def view(book: Ledger) -> View:
    return Index(book).view()


def asked(book: Ledger, view: View, filters: Filters) -> dict[str, Incident]:
    numbers = view.columns.number[mask_of(view, filters)].tolist()
    return {one.id: one for one in book.incident_states(numbers)}


def told(view: View, filters: Filters, zoom: float = 4) -> Mapped:
    """The map as it goes over the wire."""
    return msgspec.json.decode(msgspec.json.encode(mapped(view, filters, zoom)), type=Mapped)


FILTERS = [Filters(), Filters(kinds=("damage", "impact")), Filters(sides=("RU",)), Filters(kinds=("sighting",))]


@pytest.mark.parametrize("filters", FILTERS)
def test_every_point_is_its_incident(book: Ledger, view: View, filters: Filters) -> None:
    incidents, shown = asked(book, view, filters), told(view, filters)
    assert shown.total == len(incidents)
    columns = msgspec.structs.asdict(shown.incidents)
    expected = {
        one.id for one in incidents.values() if one.place and one.place.lat and one.place.precision != "region"
    } - {one.id for one in incidents.values() if one.place and one.place.precision == "country"}
    assert set(columns["id"]) == expected
    for values in zip(*columns.values(), strict=True):
        point = dict(zip(columns, values, strict=True))
        one = incidents[point["id"]]
        assert one.place
        assert (point["lon"], point["lat"]) == (one.place.lon, one.place.lat)
        assert (point["kind"], point["attacker"]) == (one.kind, one.attacker)
        assert (point["precision"], point["region"]) == (one.place.precision, one.place.region)
        assert point["best"] == (one.count.best if one.count else None)
        flags = [one.contradictions, one.implied and not one.count, one.stance != "asserted", one.kind == "casualties"]
        assert point["flags"] == sum(1 << bit for bit, flag in enumerate(flags) if flag)


@pytest.mark.parametrize("filters", FILTERS)
def test_areas_hold_what_is_told_of_them_as_a_whole(book: Ledger, view: View, filters: Filters) -> None:
    incidents, shown = asked(book, view, filters), told(view, filters)
    areas: dict[str, list[Incident]] = {}
    for one in incidents.values():
        code = one.place and {"region": one.place.region, "country": one.place.country}.get(one.place.precision or "")
        if code:
            areas.setdefault(code, []).append(one)
    assert shown.placed == len(shown.incidents.id) + sum(map(len, areas.values()))
    assert {area.code: area.n for area in shown.regions} == {code: len(held) for code, held in areas.items()}
    for area in shown.regions:
        held = areas[area.code]
        tops = [one for one in held if one.parent not in incidents and one.count and one.count.best]
        assert area.best == sum((one.count and one.count.best) or 0 for one in tops)
        assert area.contradicted == sum(bool(one.contradictions) for one in held)
        assert area.id == (held[0].id if len(held) == 1 else None)


def test_too_many_points_are_told_as_clusters(book: Ledger, view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    incidents, single = asked(book, view, Filters()), told(view, Filters())
    points = [incidents[id_] for id_ in single.incidents.id]
    best = sum((one.count and one.count.best) or 0 for one in points if one.parent not in incidents)
    monkeypatch.setattr(mapping, "_MOST_POINTS", 3)
    for zoom in (0, 5.7, 12, 24):
        shown = told(view, Filters(), zoom)
        assert shown.mode == "clusters"
        assert shown.incidents.id == []
        assert sum(cluster.n for cluster in shown.clusters) == len(single.incidents.id)
        assert sum(cluster.best for cluster in shown.clusters) == best
        for cluster in shown.clusters:
            assert cluster.west <= cluster.lon <= cluster.east
            assert cluster.south <= cluster.lat <= cluster.north
    assert len(told(view, Filters(), 0).clusters) < len(told(view, Filters(), 24).clusters)


@pytest.mark.parametrize("filters", [Filters(), Filters(kinds=("interception",)), Filters(sides=("UA",))])
def test_bars_sum_up_as_a_night_does(book: Ledger, view: View, filters: Filters) -> None:
    shown = timeline(view, filters, "night")
    incidents = asked(book, view, filters)
    dated = [one for one in incidents.values() if one.time]
    assert shown.undated == len(incidents) - len(dated)
    for bin_ in shown.bins:
        night = {one.id for one in book.incidents(night=date.fromisoformat(bin_.end))}
        held = [one for one in dated if one.id in night]
        assert bin_.incidents == sum(one.parent not in incidents for one in held)
        assert bin_.contradicted == sum(bool(one.contradictions) for one in held)
    sums = tallies(dated).values()
    assert sum(bin_.stopped for bin_ in shown.bins) == sum(tally.stopped for tally in sums)
    assert sum(bin_.through for bin_ in shown.bins) == sum(tally.hits for tally in sums)
    assert sum(bin_.stopped for bin_ in shown.bins) > 0


def test_bins_follow_each_other_and_cover_what_was_published(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    for by in ("night", "month"):
        shown = timeline(view, Filters(), by)
        assert [(one.start, one.end) for one in shown.bins] == [(one.start, one.end) for one in shown.coverage]
        days = [date.fromisoformat(day).toordinal() for one in shown.bins for day in (one.start, one.end)]
        assert all(later - earlier in {0, 1} for earlier, later in zip(days[1:-1:2], days[2::2], strict=True))
    months = timeline(view, Filters(), "month")
    nights = timeline(view, Filters(), "night")
    assert sum(one.stopped for one in months.bins) >= sum(one.stopped for one in nights.bins)
    assert timeline(view, Filters(), "auto").by == "night"
    monkeypatch.setattr("purport.server.index.timeline._MOST_NIGHTS", 2)
    assert timeline(view, Filters(), "auto").by == "month"
    assert nights.sources[0].days[0][0] <= nights.sources[0].days[-1][1]
    assert timeline(view, Filters(kinds=("sighting",)), "auto").bins == []


def test_facets_count_under_all_other_filters(book: Ledger, view: View) -> None:
    filters = Filters(kinds=("damage",), sides=("UA",))
    shown = facets(view, filters)
    incidents = asked(book, view, Filters()).values()
    kinds = Counter(one.kind for one in incidents if one.attacker == "UA")
    assert {value.value: value.n for value in shown.kind} == dict(kinds)
    sides = Counter(one.attacker or "unknown" for one in incidents if one.kind == "damage")
    assert {value.value: value.n for value in shown.side} == dict(sides)
    both = [one for one in incidents if one.kind == "damage" and one.attacker == "UA"]
    assert {value.value: value.n for value in shown.region} == dict(
        Counter(one.place.region for one in both if one.place and one.place.region)
    )
    assert {value.value: value.n for value in shown.weapon} == dict(
        Counter(one.weapon.cls for one in both if one.weapon)
    )
    said = {claim.id: claim for claim in book.claims()}
    tellers = Counter(
        name for one in both for name in {n for id_ in one.claims for n in (*said[id_].sources, said[id_].publisher)}
    )
    assert {value.value: value.n for value in shown.source} == dict(tellers.most_common(30))
    assert next(value.name for value in facets(view, Filters()).region if value.value == "RU-ROS") == "Rostov Oblast"


def test_moments_of_a_book_that_grew_often_are_thinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.server.index.moments._MOST", 4)
    with open_ledger(tmp_path / "book.db") as book:
        for number in range(7):
            add(book, entries([claim("impact", ROSTOV, document=f"d{number}")]))
            update(book)
        shown = moments(Index(book).view()).items
        assert [one.documents for one in shown] == [1, 3, 5, 7]
        assert shown[0].cause == "test"
    with open_ledger(tmp_path / "none.db") as book:
        assert moments(Index(book).view()).items == []


def test_the_desk_answers(desk: Any) -> None:
    assert desk.get("/api/v1/map", params={"kind": "damage", "zoom": 7}).json()["mode"] == "points"
    assert sum(night["stopped"] for night in desk.get("/api/v1/timeline").json()["bins"]) > 0
    assert desk.get("/api/v1/facets").json()["kind"][0]["value"] == "interception"
    assert desk.get("/api/v1/moments").json()["items"]
    assert desk.get("/api/v1/map", params={"as_of": "2001-01-01"}).json()["total"] == 0
    assert desk.get("/api/v1/map", params={"zoom": 99}).status_code == 422


def test_what_is_kept_of_one_question_answers_no_other(book: Ledger) -> None:
    fresh, asked = Index(book).view(), Index(book).view()
    facets(asked, Filters())
    for sort in SORTS:
        assert ordered(asked, Filters(), sort).tolist() == ordered(fresh, Filters(), sort).tolist()
