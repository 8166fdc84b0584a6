"""Totals and parts: what is implied, and what cannot be."""

from msgspec.structs import replace

from purport.model import Place, Quantity, Weapon
from purport.model.incident import Incident
from tests.incidents.making import KURSK, NIGHT, ROSTOV, RUSSIA, SARATOV, claim, incidents

BELGOROD = ("RU-BEL", "Belgorod Oblast")
BLACK_SEA = Place("Black Sea", "target", None, None, None, None, None, None, None, "sea")
CRIMEA = ("UA-43", "Crimea")
UKRAINE = ("UA", "Ukraine")


def _at(found: list[Incident], name: str) -> Incident:
    return next(incident for incident in found if incident.place and incident.place.name == name)


def test_of_a_total_told_with_all_its_parts_the_one_without_a_figure_is_implied() -> None:
    told = [
        claim("interception", n=53, document="d"),
        claim("interception", ROSTOV, n=44, document="d"),
        claim("interception", SARATOV, n=1, document="d"),
        claim("interception", KURSK, BELGOROD, document="d", by="Agency"),
    ]
    found = incidents(*told, claim("interception", KURSK, n=2, document="e"))
    whole = _at(found, "Russia")
    assert {incident.parent for incident in found if incident is not whole} == {whole.id}
    implied = _at(found, "Belgorod Oblast").implied
    assert implied is not None
    assert (implied.min, implied.max) == (6, 6)
    assert {told[0].id, told[1].id, told[2].id} <= set(implied.by)


def test_a_total_told_alone_only_bounds_its_parts() -> None:
    found = incidents(
        claim("interception", RUSSIA, n=10), claim("interception", ROSTOV, n=4), claim("interception", KURSK)
    )
    implied = _at(found, "Kursk Oblast").implied
    assert implied is not None
    assert (implied.min, implied.max) == (None, 6)


def test_parts_imply_at_least_so_many_for_their_whole() -> None:
    found = incidents(
        claim("interception", RUSSIA, n=Quantity.at_least(5), document="d"),
        claim("interception", ROSTOV, n=4, document="d"),
        claim("interception", KURSK, n=7, document="d"),
    )
    implied = _at(found, "Russia").implied
    assert implied is not None
    assert implied.min == 11


def test_parts_told_with_a_total_that_are_more_than_it_contradict_it_with_the_fewest_claims_that_do() -> None:
    told = [
        claim("interception", RUSSIA, n=10, document="d"),
        claim("interception", ROSTOV, n=9, document="d"),
        claim("interception", KURSK, n=6, document="d"),
        claim("interception", SARATOV, n=1, document="d"),
    ]
    (contradiction,) = _at(incidents(*told), "Russia").contradictions
    assert contradiction.about == "count"
    assert set(contradiction.claims) == {told[0].id, told[1].id, told[2].id}


def test_what_the_total_has_no_room_for_and_is_not_told_with_it_is_no_part() -> None:
    told = [claim("interception", RUSSIA, n=5, document="d"), claim("interception", ROSTOV, n=5, document="d")]
    stranger = claim("interception", KURSK, n=9, by="Channel")
    assert _at(incidents(*told, stranger), "Kursk Oblast").parent is None


def test_a_bulletin_within_the_hours_of_a_summary_is_part_of_it() -> None:
    summary = claim("interception", ROSTOV, n=10, time=("2025-03-04T20:00", "2025-03-05T08:00"))
    bulletin = claim(
        "interception",
        ROSTOV,
        n=3,
        time=("2025-03-05T01:10", "2025-03-05T01:10"),
        published="2025-03-05T02:00:00+03:00",
    )
    by_claim = {id_: incident for incident in incidents(summary, bulletin) for id_ in incident.claims}
    assert by_claim[bulletin.id].parent == by_claim[summary.id].id


def test_one_weapon_s_figure_is_part_of_that_of_all_weapons() -> None:
    all_of_them = claim("interception", ROSTOV, n=12, weapon=None, document="d")
    drones = claim("interception", ROSTOV, n=9, document="d", time=NIGHT)
    missiles = claim("interception", ROSTOV, n=3, weapon="cruise_missile", document="d")
    by_claim = {id_: incident for incident in incidents(all_of_them, drones, missiles) for id_ in incident.claims}
    assert by_claim[drones.id].parent == by_claim[missiles.id].parent == by_claim[all_of_them.id].id


def _bounds(incident: Incident) -> tuple[int | None, int | None] | None:
    return (incident.implied.min, incident.implied.max) if incident.implied else None


def test_a_figure_told_of_several_places_together_is_a_sum_of_its_own() -> None:
    found = incidents(
        claim(n=12, document="d"),
        claim("interception", ROSTOV, n=5, document="d"),
        claim("interception", KURSK, SARATOV, n=7, document="d"),
        claim("interception", KURSK, n=5, by="Governor"),
    )
    assert _bounds(_at(found, "Saratov Oblast")) == (2, 2)
    assert _at(found, "Saratov Oblast").parent == _at(found, "Russia").id


def test_a_joint_figure_without_a_total_leaves_each_place_one_at_least() -> None:
    found = incidents(claim("interception", KURSK, SARATOV, n=2))
    assert _bounds(_at(found, "Kursk Oblast")) == _bounds(_at(found, "Saratov Oblast")) == (1, 1)


def test_as_many_places_as_are_left_over_have_one_each() -> None:
    found = incidents(
        claim(n=9, document="d"),
        claim("interception", ROSTOV, n=7, document="d"),
        claim("interception", KURSK, SARATOV, document="d"),
    )
    assert _bounds(_at(found, "Kursk Oblast")) == _bounds(_at(found, "Saratov Oblast")) == (1, 1)


def test_the_sea_and_a_region_that_both_hold_count_with_the_country_under_attack() -> None:
    found = incidents(
        claim(n=20, document="d"),
        claim("interception", ROSTOV, n=4, document="d"),
        claim("interception", BLACK_SEA, n=7, document="d"),
        claim("interception", CRIMEA, document="d"),
    )
    assert {one.parent for one in found if one.parent} == {_at(found, "Russia").id}
    assert _bounds(_at(found, "Crimea")) == (9, 9)


def test_what_became_of_weapons_told_beside_their_total_is_part_of_it() -> None:
    stopped = claim(n=58, outcome="intercepted", document="d")
    downed = claim(n=50, outcome="destroyed", document="d")
    lost = claim(outcome="suppressed", document="d")
    by_claim = {id_: incident for incident in incidents(stopped, downed, lost) for id_ in incident.claims}
    assert by_claim[downed.id].parent == by_claim[lost.id].parent == by_claim[stopped.id].id
    assert _bounds(by_claim[lost.id]) == (8, 8)


def test_models_told_beside_the_launch_of_all_are_parts_of_it() -> None:
    arms = (Weapon("uav", "Shahed-136/131"), Weapon("cruise_missile", "Kh-101"))
    both = replace(claim("attack", UKRAINE, n=70, attacker="RU", document="d"), weapons=arms)
    drones = claim("attack", UKRAINE, n=60, attacker="RU", model="Shahed-136/131", document="d")
    missiles = claim("attack", UKRAINE, attacker="RU", weapon="cruise_missile", model="Kh-101", document="d")
    by_claim = {id_: incident for incident in incidents(both, drones, missiles) for id_ in incident.claims}
    assert _bounds(by_claim[missiles.id]) == (10, 10)


def test_a_round_figure_binds_nothing() -> None:
    about = Quantity(50, 50, approx=True)
    found = incidents(
        claim(n=about, document="d"),
        claim("interception", ROSTOV, n=44, document="d"),
        claim("interception", KURSK, document="d"),
    )
    assert _bounds(_at(found, "Kursk Oblast")) != (6, 6)


def test_a_copyist_s_slip_takes_back_nothing() -> None:
    found = incidents(
        claim(n=10, document="d", sources=()),
        claim("interception", ROSTOV, n=4, document="d", sources=()),
        claim("interception", KURSK, document="d", sources=()),
        claim("interception", ROSTOV, n=5, publisher="Agency", published="2025-03-05T12:00:00+03:00"),
    )
    assert _bounds(_at(found, "Kursk Oblast")) == (6, 6)


def test_the_hours_of_a_night_that_is_told_by_regions_are_inside_it() -> None:
    hours = ("2025-03-04T20:00", "2025-03-05T07:00")
    night = [
        claim("interception", place, n=n, time=hours, document="d")
        for place, n in ((RUSSIA, 9), (ROSTOV, 5), (KURSK, 4))
    ]
    bulletin = claim("interception", SARATOV, n=3, time=("2025-03-04T20:00", "2025-03-04T21:00"))
    found = incidents(*night, bulletin)
    assert _at(found, "Saratov Oblast").parent == _at(found, "Russia").id
    assert _bounds(_at(found, "Rostov Oblast")) == (5, 5)


def test_a_smaller_figure_without_a_place_beside_a_total_is_one_of_its_parts() -> None:
    total, part = claim(n=9, document="d"), claim(n=2, document="d")
    by_claim = {id_: incident for incident in incidents(total, part) for id_ in incident.claims}
    assert by_claim[part.id].parent == by_claim[total.id].id
