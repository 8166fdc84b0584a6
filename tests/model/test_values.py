"""Quantities, spans, times and places: what may exist, and what they answer."""

from datetime import date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.model import Document, Place, Quantity, Span, TimeSpan
from tests.model import strategies as our

halves = st.tuples(st.integers(0, 10), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(our.quantities(), our.counts)
def test_a_quantity_admits_what_lies_within(quantity: Quantity, n: int) -> None:
    low = quantity.min if quantity.min is not None else n
    high = quantity.max if quantity.max is not None else n
    assert quantity.admits(n) == (low <= n <= high)


@given(our.counts)
def test_the_ways_to_state_a_count(n: int) -> None:
    assert Quantity.exact(n) == Quantity(n, n)
    assert Quantity.exact(n).is_exact
    assert Quantity.at_least(n).admits(n + 1)
    assert Quantity.at_most(n).admits(0)
    assert not Quantity.about(n).is_exact


def test_zero_is_not_unknown() -> None:
    assert Quantity.exact(0) != Quantity(None, None)
    assert not Quantity.exact(0).admits(1)
    assert Quantity(None, None).admits(1)


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 1), (None, -1), (-1, None)])
def test_no_quantity_is_upside_down_or_negative(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueError, match="quantity"):
        Quantity(low, high)


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity.exact(0), "0"),
        (Quantity.about(20), "~20"),
        (Quantity.at_least(41), "≥41"),
        (Quantity.at_most(30), "≤30"),
        (Quantity(2, 5), "2-5"),
        (Quantity(None, None), "?"),
    ],
)
def test_a_quantity_reads_as_it_was_stated(quantity: Quantity, text: str) -> None:
    assert str(quantity) == text


@given(halves, halves)
def test_spans_relate_both_ways(a: Span, b: Span) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert a.cover(b).holds(a)
    assert a.cover(b) == b.cover(a)
    assert len(a.cover(b)) >= max(len(a), len(b))
    assert a.overlaps(b) == bool(set(range(a.start, a.end)) & set(range(b.start, b.end)))


def test_a_span_is_half_open() -> None:
    assert Span(1, 3).of("abcd") == "bc"
    assert not Span(0, 2).overlaps(Span(2, 3))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_no_span_runs_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@given(our.spans())
def test_a_time_span_holds_its_ends(span: TimeSpan) -> None:
    first, last = span.bounds()
    assert first <= last
    assert span.days() == (first.date(), last.date())
    assert span.overlaps(span)


@given(our.spans(), our.spans())
def test_times_overlap_both_ways(a: TimeSpan, b: TimeSpan) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-03-02", "2025-03-01"),
        ("2025-02-30", "2025-03-01"),
        ("2025-03-01T24:00", "2025-03-02"),
        ("2025-03-01T10:00:00", "2025-03-02"),
        ("2025-03-01T10:00+03:00", "2025-03-02"),
        ("1 March", "2 March"),
        ("", ""),
        ("2025-03-01\n", "2025-03-02"),
    ],
)
def test_what_is_no_time_span_is_refused(start: str, end: str) -> None:
    with pytest.raises(ValueError, match=r"time span|ISO 8601|day|hour"):
        TimeSpan(start, end)


def test_a_bare_day_lasts_to_its_last_minute() -> None:
    night = TimeSpan("2025-03-01", "2025-03-02")
    assert night.bounds() == (datetime(2025, 3, 1), datetime(2025, 3, 2, 23, 59))
    assert night.days() == (date(2025, 3, 1), date(2025, 3, 2))
    assert TimeSpan("2025-03-02T23:59", "2025-03-02T23:59").overlaps(night)
    assert not TimeSpan("2025-03-03T00:00", "2025-03-03").overlaps(night)


def place(name: str = "Sumy", lat: float | None = None, lon: float | None = None) -> Place:
    return Place(
        name=name,
        role="target",
        country="UA",
        region="UA-59",
        settlement=name,
        geonames=None,
        code=None,
        lat=lat,
        lon=lon,
        precision="settlement",
    )


@pytest.mark.parametrize(
    ("name", "lat", "lon", "why"),
    [
        ("", None, None, "has a name"),
        ("Sumy", 50.9, None, "together"),
        ("Sumy", None, 34.8, "together"),
        ("Sumy", 91.0, 0.0, "no point"),
        ("Sumy", 0.0, -180.5, "no point"),
        ("Sumy", float("nan"), 0.0, "no point"),
    ],
)
def test_what_is_no_place_is_refused(name: str, lat: float | None, lon: float | None, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        place(name, lat, lon)


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        place().name = "Kyiv"  # type: ignore[misc]


def test_a_document_has_an_id() -> None:
    with pytest.raises(ValueError, match="has an id"):
        Document(id="", source="s", kind="article", url=None, published=None, language=None, title=None, text="")


def test_a_changed_copy_is_checked_like_a_new_record() -> None:
    assert msgspec.structs.replace(place(), name="Kyiv").name == "Kyiv"
