"""Totals and parts: what is implied, and what cannot be."""

from purport.model import Quantity
from purport.model.incident import Incident
from tests.incidents.making import KURSK, NIGHT, ROSTOV, RUSSIA, SARATOV, claim, incidents

BELGOROD = ("RU-BEL", "Belgorod Oblast")


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
