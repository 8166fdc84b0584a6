"""Records of incidents and judgements, claims as others write them, and the choice among incidents."""

import json
from typing import Any

import msgspec
import pytest
from msgspec import structs

from purport.errors import MalformedError
from purport.model import Claim, Quantity
from purport.model.claim import claim_id
from purport.model.codec import decode_claim_line, encode_claim, encode_incident
from purport.model.incident import Incident, Judgement, incident_id
from purport.model.selection import Selection
from tests.incidents.making import ROSTOV, RUSSIA, claim, incidents, town

BARE: dict[str, Any] = {"document": "d", "kind": "attack", "quote": "struck", "start": 3}


def line(**more: Any) -> bytes:
    return json.dumps(BARE | more).encode()


def read(**more: Any) -> Claim:
    found = decode_claim_line(line(**more))
    assert found is not None
    return found


# records


def test_an_incident_says_the_same_when_it_is_read_again() -> None:
    for incident in incidents(
        claim("interception", RUSSIA, n=5), claim("casualties", ROSTOV, people=(("killed", 1, 1),))
    ):
        assert msgspec.json.decode(encode_incident(incident), type=Incident) == incident


def test_ids_are_pinned() -> None:
    assert incident_id("c1", "RU-ROS") == "i4efac542925360b8"
    assert incident_id("c1", "") == "id25731842ac3be45"
    assert _judgement().id == "j9705fd5ae35c5559"


def _judgement(**more: Any) -> Judgement:
    slots: dict[str, Any] = {
        "verdict": "same",
        "claims": ("c1", "c2"),
        "author": "A",
        "reason": "r",
        "at": "2024-04-05",
    }
    return Judgement(**(slots | more))


@pytest.mark.parametrize(
    "other",
    [
        {"verdict": "different"},
        {"claims": ("c1",)},
        {"author": "B"},
        {"reason": "s"},
        {"at": "2024-04-06"},
        {"value": {"min": 1, "max": 1}},
    ],
)
def test_the_id_of_a_judgement_tells_all_that_it_says(other: dict[str, Any]) -> None:
    assert _judgement(**other).id != _judgement().id


# claims as others write them


def test_what_gold_leaves_out_is_not_known() -> None:
    found = read()
    assert (found.published, found.publisher, found.stance, found.count, found.places) == (
        None,
        "",
        "asserted",
        None,
        (),
    )
    assert found.id.startswith("c")


def test_a_claim_without_an_id_gets_the_one_of_its_content() -> None:
    assert read().id == read().id
    assert read().id != read(start=4).id
    assert read(id="mine").id == "mine"


def test_places_counts_and_people_may_be_told_in_part() -> None:
    found = read(
        places=[{"name": "Rostov Oblast", "region": "RU-ROS"}],
        count={"min": 41},
        people=[{"effect": "killed", "max": 2}],
    )
    assert (found.places[0].role, found.places[0].region, found.places[0].lat) == ("target", "RU-ROS", None)
    assert found.count == Quantity(41, None)
    assert (found.people[0].min, found.people[0].max) == (None, 2)


def test_keys_of_others_are_passed_over() -> None:
    assert read(x_note="seen", comment=1) == read()


def test_what_is_written_here_is_read_as_it_was() -> None:
    ours = claim("interception", ROSTOV, n=44)
    assert decode_claim_line(encode_claim(ours)) == ours


def test_its_id_is_that_of_its_content_however_much_of_it_is_written() -> None:
    ours = structs.replace(claim("attack", attacker=None, weapon=None, time=None, by="", publisher="P"), id="")
    known = {key: value for key, value in msgspec.to_builtins(ours).items() if value or key == "start"}
    assert set(known) < set(msgspec.to_builtins(ours))
    again = decode_claim_line(json.dumps(known))
    assert again is not None
    assert again.id == claim_id(ours)


def test_a_document_without_claims_is_no_claim_and_no_error() -> None:
    assert decode_claim_line(b'{"document": "quiet"}') is None


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no json",
        b"[]",
        b"null",
        b'{"document": "d", "kind": "attack"}',
        b'{"document": 5}',
        line(kind="strike"),
        line(start="3"),
        line(published="yesterday"),
        line(count={"min": 5, "max": 3}),
        line(count={"min": -1}),
        line(stance="perhaps"),
        b'\xff{"document": "d"}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_is_no_claim_names_the_cure(broken: bytes) -> None:
    with pytest.raises(MalformedError, match="no claim in this line") as caught:
        decode_claim_line(broken)
    assert caught.value.cure


# the choice among incidents


def chosen(incident: Incident, **conditions: Any) -> bool:
    return Selection(**conditions).admits_incident(incident)


[WHOLE] = incidents(claim("interception", ROSTOV, n=Quantity.at_least(41)))
[HARM] = incidents(
    claim(
        "casualties",
        town("Taganrog", "RU-ROS"),
        people=(("killed", 2, 2), ("injured", 7, 9)),
        time=None,
        published=None,
    )
)


def test_an_empty_choice_takes_all() -> None:
    assert chosen(WHOLE)
    assert chosen(HARM)


def test_incidents_by_kind() -> None:
    assert chosen(WHOLE, kinds=("interception", "attack"))
    assert not chosen(WHOLE, kinds=("attack",))


@pytest.mark.parametrize("term", ["Taganrog", "taganrog", "RU-ROS", "RU"])
def test_incidents_by_place(term: str) -> None:
    assert chosen(HARM, places=("Nowhere", term))


@pytest.mark.parametrize("term", ["Tagan", "RU-KRS", "UA"])
def test_incidents_elsewhere(term: str) -> None:
    assert not chosen(HARM, places=(term,))


def test_an_incident_without_a_place_is_nowhere() -> None:
    [nowhere] = incidents(claim("alert", attacker=None, by="Somebody"))
    assert nowhere.place is None
    assert not chosen(nowhere, places=("RU",))


def test_incidents_by_time() -> None:
    assert chosen(WHOLE, since="2025-03-05T23:59", until="2025-03-06T00:00")
    assert not chosen(WHOLE, since="2025-03-06T00:00")
    assert not chosen(WHOLE, until="2025-03-03T23:59")
    assert not chosen(HARM, since="1970-01-01T00:00"), "what has no time is at none"


def test_incidents_by_the_least_that_their_claims_leave() -> None:
    assert chosen(WHOLE, min_count=41)
    assert not chosen(WHOLE, min_count=42)
    assert chosen(HARM, min_count=7), "the largest of the tolls"
    assert not chosen(HARM, min_count=8)
