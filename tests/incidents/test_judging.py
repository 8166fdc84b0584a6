"""What people have decided stands."""

from msgspec import structs

from purport.model.incident import Judgement, Verdict
from tests.incidents.making import KURSK, ROSTOV, claim, linked


def judgement(verdict: Verdict, *claims: str, value: object = None, at: str = "2025-03-06T10:00:00+00:00") -> Judgement:
    return Judgement(
        verdict=verdict, claims=claims, author="A. Analyst", reason="seen on the footage", at=at, value=value
    )


ONE, TWO = claim("interception", ROSTOV, n=4), claim("interception", ROSTOV, n=4, by="Governor")


def parts(*judgements: Judgement) -> set[frozenset[str]]:
    return {frozenset(incident.claims) for incident in linked([ONE, TWO], judgements)}


def test_what_a_person_parts_stays_apart() -> None:
    assert parts() == {frozenset({ONE.id, TWO.id})}
    assert parts(judgement("different", ONE.id, TWO.id)) == {frozenset({ONE.id}), frozenset({TWO.id})}


def test_what_a_person_joins_stays_together() -> None:
    far = claim("interception", KURSK, n=9)
    found = linked([ONE, far], [judgement("same", ONE.id, far.id)])
    assert [set(incident.claims) for incident in found] == [{ONE.id, far.id}]


def test_a_rejected_claim_is_in_no_incident() -> None:
    assert parts(judgement("rejected", TWO.id)) == {frozenset({ONE.id})}


def test_undoing_and_undoing_that() -> None:
    parted = judgement("different", ONE.id, TWO.id)
    undone = judgement("undo", value=parted.id, at="2025-03-06T11:00:00+00:00")
    again = judgement("undo", value=undone.id, at="2025-03-06T12:00:00+00:00")
    assert parts(parted, undone) == parts()
    assert parts(parted, undone, again) == parts(parted)


def test_a_corrected_figure_counts_as_corrected() -> None:
    (incident,) = linked([ONE], [judgement("count", ONE.id, value={"min": 7, "max": 7})])
    assert incident.count is not None
    assert incident.count.best == 7


def test_a_corrected_place_moves_the_claim() -> None:
    kursk = structs.asdict(claim("interception", KURSK).places[0])
    (incident,) = linked([ONE], [judgement("place", ONE.id, value=kursk)])
    assert incident.place is not None
    assert incident.place.name == "Kursk Oblast"
