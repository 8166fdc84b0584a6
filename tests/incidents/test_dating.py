"""Documents without a date."""

from purport.model import Claim
from tests.incidents.making import KURSK, NEXT_NIGHT, NIGHT, ROSTOV, SARATOV, claim, linked, together, town


def undated(*places: tuple[str, str], n: int) -> Claim:
    """A claim of a document without a date."""
    return claim("interception", *places, n=n, by="Agency", document="undated", time=None, published=None)


def test_figures_that_one_night_has_date_a_document() -> None:
    night = [claim("interception", ROSTOV, n=44), claim("interception", SARATOV, n=1)]
    article = [
        undated(ROSTOV, n=44),
        undated(SARATOV, n=1),
        undated(n=50),
    ]
    found = linked(night + article)
    (dating,) = found.datings
    assert (dating.document, dating.time.start, dating.time.end, dating.time.basis) == ("undated", *NIGHT, "evidence")
    assert {one.id for one in article[:2]} <= set(dating.by)
    whole = next(incident for incident in found if article[2].id in incident.claims)
    assert whole.time is not None
    assert (whole.time.start, whole.time.basis) == (NIGHT[0], "evidence")


def test_a_single_small_figure_dates_nothing() -> None:
    assert not linked([claim("interception", ROSTOV, n=1), undated(ROSTOV, n=1)]).datings


def test_two_nights_that_fit_equally_well_date_nothing() -> None:
    nights = [
        claim("interception", KURSK, n=12),
        claim("interception", KURSK, n=12, time=NEXT_NIGHT, published="2025-03-06"),
    ]
    assert not linked([*nights, undated(KURSK, n=12)]).datings


def test_a_date_of_its_own_replaces_the_evidence() -> None:
    night = claim("interception", ROSTOV, n=44)
    dated = claim(
        "interception", ROSTOV, n=44, by="Agency", document="undated", time=None, published="2025-03-05T10:00:00+03:00"
    )
    assert not linked([night, dated]).datings


def test_a_toll_and_things_at_one_place_date_a_document() -> None:
    place = town("Morozovsk", "RU-ROS")
    night = [
        claim("casualties", place, people=[("injured", 7, 7)]),
        claim("damage", place, objects=[("oil_depot", "on_fire")]),
    ]
    article = [
        claim("casualties", place, people=[("injured", 7, 7)], document="a", time=None, published=None),
        claim("damage", place, objects=[("oil_depot", "on_fire")], document="a", time=None, published=None),
    ]
    (dating,) = linked([*night, *article]).datings
    assert (dating.time.start, dating.time.end) == NIGHT


def test_two_undated_texts_are_one_only_by_what_marks_them() -> None:
    place = town("Morozovsk", "RU-ROS")
    assert not together(*(claim("attack", place, document=d, time=None, published=None) for d in "ab"))
    assert together(*(claim("attack", place, n=6, document=d, time=None, published=None) for d in "ab"))
