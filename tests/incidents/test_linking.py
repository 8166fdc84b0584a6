"""What joins claims, and what keeps them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.model import Claim, Quantity
from tests.incidents.making import KURSK, NEXT_NIGHT, NIGHT, ROSTOV, RUSSIA, claim, incidents, linked, together, town


def test_one_figure_told_by_two_is_one_incident() -> None:
    assert together(claim("interception", ROSTOV, n=44), claim("interception", ROSTOV, n=44, by="Governor"))


@pytest.mark.parametrize(
    "silent",
    [
        claim("interception", ROSTOV, n=44, by="Governor", attacker=None),
        claim("interception", ROSTOV, n=44, by="Governor", weapon=None),
        claim("interception", ROSTOV, n=44, by="Governor", time=None),
        claim("interception", ROSTOV, by="Governor"),
    ],
)
def test_silence_keeps_nothing_apart(silent: Claim) -> None:
    assert together(claim("interception", ROSTOV, n=44), silent)


@pytest.mark.parametrize(
    "other",
    [
        claim("impact", ROSTOV, n=44),
        claim("interception", KURSK, n=44),
        claim("interception", ROSTOV, n=44, weapon="ballistic_missile"),
        claim("interception", ROSTOV, n=44, attacker="RU"),
        claim("interception", ROSTOV, n=44, time=NEXT_NIGHT, published="2025-03-06T09:00:00+03:00"),
        claim("interception", RUSSIA, n=44),
        claim("interception", ROSTOV, n=44, stance="threatened"),
    ],
)
def test_another_kind_place_weapon_side_night_or_a_threat_is_another_incident(other: Claim) -> None:
    assert not together(claim("interception", ROSTOV, n=44), other)


def test_lost_and_shot_down_are_two_and_stopped_agrees_with_either() -> None:
    down, lost = (claim("interception", ROSTOV, outcome=outcome) for outcome in ("destroyed", "suppressed"))
    assert not together(down, lost)
    assert together(down, claim("interception", ROSTOV, outcome="intercepted"))


def test_more_than_forty_is_not_against_44_and_a_round_figure_is_not_either() -> None:
    stated = claim("interception", ROSTOV, n=44)
    assert together(stated, claim("interception", ROSTOV, n=Quantity.at_least(41), by="Governor"))
    assert together(stated, claim("interception", ROSTOV, n=45, by="Governor"))


def test_a_differing_figure_of_one_night_is_one_incident_with_a_contradiction() -> None:
    (incident,) = incidents(claim("interception", ROSTOV, n=10), claim("interception", ROSTOV, n=8, by="Governor"))
    assert [c.about for c in incident.contradictions] == ["count"]


def test_two_nights_that_share_a_day_are_two_and_a_date_goes_where_its_figure_is() -> None:
    first = claim("interception", ROSTOV, n=12, published="2025-03-05T08:00:00+03:00")
    second = claim("interception", ROSTOV, n=5, time=NEXT_NIGHT, published="2025-03-06T08:00:00+03:00")
    dated = claim("interception", ROSTOV, n=5, time="2025-03-05", by="Agency", published="2025-03-07")
    found = {frozenset(incident.claims) for incident in incidents(first, second, dated)}
    assert found == {frozenset({first.id}), frozenset({second.id, dated.id})}


def test_an_evening_bulletin_is_not_held_by_the_night_that_follows() -> None:
    evening = claim(
        "interception",
        ROSTOV,
        n=1,
        time=("2025-03-04T20:30", "2025-03-04T20:30"),
        published="2025-03-04T21:00:00+03:00",
    )
    assert not together(evening, claim("interception", ROSTOV, n=1))


def test_bulletins_by_the_hour_are_incidents_of_their_own() -> None:
    hours = [("2025-03-05T10:00", "2025-03-05T10:00"), ("2025-03-05T14:00", "2025-03-05T15:30")]
    assert len(incidents(*(claim("interception", ROSTOV, n=1, time=time, published=None) for time in hours))) == 2


def test_a_claim_without_a_place_is_about_the_country_under_attack() -> None:
    (incident,) = incidents(claim("interception", n=53))
    assert incident.place is not None
    assert (incident.place.name, incident.place.precision) == ("Russia", "country")


def test_a_claim_without_a_place_whose_figure_one_region_has_is_about_that_region() -> None:
    parts = [claim("interception", ROSTOV, n=44, document="d"), claim("interception", KURSK, n=2, document="d")]
    repeated = claim("interception", n=44, by="Agency")
    found = next(incident for incident in incidents(*parts, repeated) if repeated.id in incident.claims)
    assert parts[0].id in found.claims


def test_a_claim_of_several_places_without_a_figure_for_each_is_in_the_incident_of_each() -> None:
    several = claim("interception", ROSTOV, KURSK)
    found = incidents(several, claim("interception", KURSK, n=2))
    assert [several.id in incident.claims for incident in found] == [True, True]


def test_a_denial_belongs_to_what_it_denies() -> None:
    (incident,) = incidents(
        claim("attack", ROSTOV, attacker="UA"), claim("attack", ROSTOV, by="Staff", stance="denied")
    )
    assert incident.stance == "unverified"
    assert [c.about for c in incident.contradictions] == ["stance"]


def test_damage_at_two_kinds_of_object_is_two_and_a_fire_at_one_is_one() -> None:
    plant = claim("damage", town("Ryazan", "RU-RYA"), objects=[("oil_refinery", "damaged")])
    fire = claim("damage", town("Ryazan", "RU-RYA"), objects=[("oil_refinery", "on_fire")], by="Governor")
    house = claim("damage", town("Ryazan", "RU-RYA"), objects=[("private_house", "damaged")])
    assert len(incidents(plant, fire, house)) == 2


def test_a_part_of_a_town_is_not_the_town_and_a_town_is_one_without_its_region() -> None:
    whole = claim("explosion", town("Engels", "RU-SAR"), weapon=None)
    assert not together(whole, claim("explosion", town("Engels", "RU-SAR", "Letny District"), weapon=None))
    bare = town("Engels", "RU-SAR").__class__("Engels", "target", "RU", None, "Engels", None, None, None, None, None)
    assert together(whole, claim("explosion", bare, weapon=None))


def test_a_toll_that_grows_is_one_incident_with_its_last_figure() -> None:
    first = claim("casualties", ROSTOV, people=[("killed", 2, 2)], published="2025-03-05T07:00:00+03:00")
    later = claim("casualties", ROSTOV, people=[("killed", 5, 5)], by="Governor", published="2025-03-05T18:00:00+03:00")
    (incident,) = incidents(first, later)
    assert [(toll.best, toll.rule) for toll in incident.people] == [(5, "latest")]
    assert not incident.contradictions


def test_statements_are_in_no_incident() -> None:
    assert incidents(claim("statement", RUSSIA)) == []


_WORLD = [
    claim("interception", ROSTOV, n=44, document="a", by="Ministry"),
    claim("interception", KURSK, document="a"),
    claim("interception", n=47, document="a", time=None),
    claim("interception", ROSTOV, n=Quantity.at_least(40), by="Governor", weapon=None, attacker=None),
    claim("interception", ROSTOV, n=7, time="2025-03-05", by="Channel", published="2025-03-05T22:00:00+03:00"),
    claim(
        "interception",
        ROSTOV,
        n=7,
        time=("2025-03-05T14:00", "2025-03-05T14:00"),
        published="2025-03-05T15:00:00+03:00",
    ),
    claim("damage", town("Taganrog", "RU-ROS"), objects=[("port", "on_fire")]),
    claim("damage", town("Taganrog", "RU-ROS"), time=None, by="Governor"),
]


@given(st.permutations(_WORLD))
def test_the_order_in_which_claims_come_plays_no_part(claims: list[Claim]) -> None:
    assert list(linked(claims)) == list(linked(_WORLD))


@given(st.lists(st.sampled_from(_WORLD), min_size=1))
def test_every_claim_is_in_the_incident_of_each_of_its_places(claims: list[Claim]) -> None:
    found = [id_ for incident in linked(claims) for id_ in incident.claims]
    assert sorted(found) == sorted({claim.id for claim in claims})


def test_an_incident_keeps_its_id_when_later_claims_join() -> None:
    first = claim("interception", ROSTOV, n=44, published="2025-03-05T07:00:00+03:00")
    later = claim("interception", ROSTOV, n=44, by="Governor", published="2025-03-05T12:00:00+03:00")
    assert incidents(first)[0].id == incidents(first, later)[0].id


def test_night_and_its_neighbour_stay_apart_whatever_is_told_between() -> None:
    between = claim("interception", ROSTOV, time="2025-03-05", by="Agency", published="2025-03-08")
    found = incidents(
        claim("interception", ROSTOV, n=3, time=NIGHT),
        claim("interception", ROSTOV, n=9, time=NEXT_NIGHT, published="2025-03-06"),
        between,
    )
    assert len(found) == 2


def test_one_text_tells_other_weapons_or_outcomes_as_other_things() -> None:
    assert not together(claim(n=5, outcome="destroyed", document="d"), claim(n=5, outcome="suppressed", document="d"))
    drones = claim("attack", n=5, model="Shahed-136/131", document="d", attacker="RU")
    missiles = claim("attack", n=5, weapon="cruise_missile", document="d", attacker="RU")
    assert not together(drones, missiles)


def test_hours_that_only_touch_or_hardly_meet_are_of_two_bulletins() -> None:
    late = "2025-03-05T20:00:00+03:00"
    first = claim("interception", ROSTOV, n=3, time=("2025-03-05T08:20", "2025-03-05T11:30"), published=late)
    second = claim("interception", ROSTOV, n=3, time=("2025-03-05T11:00", "2025-03-05T12:15"), published=late)
    third = claim("interception", ROSTOV, time=("2025-03-05T12:15", "2025-03-05T14:00"), published=late)
    assert not together(first, second)
    assert not together(second, third)


def test_a_lost_place_is_found_by_the_number_or_the_speaker_where_one_fits_best() -> None:
    rostov, kursk = claim("interception", ROSTOV, n=17), claim("interception", KURSK, n=4)
    lost = claim(n=17, publisher="Agency")
    assert any({rostov.id, lost.id} <= set(incident.claims) for incident in incidents(rostov, kursk, lost))
    blast = claim("explosion", ROSTOV, weapon=None, by="Channel", attacker=None)
    cited = claim("explosion", weapon=None, by="Channel", publisher="Agency", attacker=None)
    assert together(blast, cited)


def test_a_total_beside_its_parts_is_never_a_lost_place() -> None:
    night = [claim(n=5, document="d"), claim("interception", KURSK, n=5, document="d")]
    bulletin = claim("interception", ROSTOV, n=5, time=("2025-03-05T06:50", "2025-03-05T07:20"))
    total = next(one for one in incidents(*night, bulletin) if night[0].id in one.claims)
    assert total.place is not None
    assert total.place.precision == "country"


def test_a_weapon_that_one_party_alone_has_tells_the_country_under_attack() -> None:
    launched = claim("attack", ("UA", "Ukraine"), n=12, weapon="cruise_missile", model="Kh-101", attacker="RU")
    silent = claim("attack", n=12, weapon="cruise_missile", model="Kh-101", attacker=None, by="", publisher="Somebody")
    assert together(launched, silent)
