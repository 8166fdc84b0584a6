"""Documents without a date."""

from purport.model import Claim
from tests.incidents.making import KURSK, NEXT_NIGHT, NIGHT, ROSTOV, SARATOV, claim, linked


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
