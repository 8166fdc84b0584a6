"""A selection means the same in Python and in the book's SQL."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from purport.errors import UsageError
from purport.ledger import Entry, Ledger
from purport.model import KINDS, Attribution, Claim, Document, People, Place, Quantity, Source, TimeSpan
from purport.model.selection import Selection, day_bounds
from tests.pipeline.fakes import NOW, REGION, document

TEXT = "Words that may say anything."
NAMES = ["Sumy", "sumy oblast", "Straße", "100%", "New_York", "RU-ROS", "Ізюм", "Oblast"]
names = st.sampled_from(NAMES) | st.text(string.ascii_letters + "%_/ -Їß", min_size=1, max_size=8).filter(str.strip)
times = st.sampled_from(
    [
        None,
        TimeSpan("2024-04-04", "2024-04-05"),
        TimeSpan("2024-04-05T13:20", "2024-04-05T14:50"),
        TimeSpan("2024-04-05T23:00", "2024-04-06"),
    ]
)
days = st.none() | st.sampled_from(["2024-04-04", "2024-04-05T13:00", "2024-04-05T15:00", "2024-04-06", "2024-04-07"])
numbers = st.none() | st.integers(0, 5)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = draw(numbers), draw(numbers)
    return Quantity(min(low, high), max(low, high)) if low is not None and high is not None else Quantity(low, high)


def place(name: str, region: str | None, settlement: str | None) -> Place:
    return Place(name, "target", region and region[:2], region, settlement, None, region, None, None, None)


@st.composite
def claims(draw: st.DrawFn, of: Document) -> Claim:
    speakers = draw(st.lists(names, max_size=2))
    return Claim.of(
        of,
        kind=draw(st.sampled_from(KINDS[:3])),
        start=0,
        end=draw(st.integers(1, len(TEXT))),
        time=draw(times),
        count=draw(st.none() | quantities()),
        people=tuple(draw(st.lists(st.builds(People, st.just("injured"), numbers, numbers), max_size=2))),
        places=tuple(
            draw(st.lists(st.builds(place, names, st.sampled_from([None, "UA-59", "RU-ROS"]), names), max_size=2))
        ),
        attribution=tuple(Attribution(Source(name, "unnamed"), "said") for name in speakers),
    )


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    since, until = draw(days), draw(days)
    first, last = since and day_bounds(since)[0], until and day_bounds(until)[1]
    if first and last and first > last:
        first = None
    return Selection(
        since=first,
        until=last,
        kinds=tuple(draw(st.lists(st.sampled_from(KINDS[:3]), max_size=2))),
        places=tuple(draw(st.lists(names | st.sampled_from(["ua", "ru-ros"]), max_size=2))),
        sources=tuple(draw(st.lists(names | st.just("wire"), max_size=1))),
        min_count=draw(numbers),
    )


ONE = document("one", TEXT)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(claims(ONE), max_size=6), chosen=st.lists(selections(), min_size=1, max_size=5))
def test_python_and_sql_choose_the_same(book: Ledger, found: list[Claim], chosen: list[Selection]) -> None:
    extractor = f"x/{len(book.runs())}"  # what it finds takes the place of what was found before
    book.add(book.begin_run([], extractor, NOW), extractor, [Entry(ONE, tuple(found))])
    for selection in chosen:
        expected = {claim.id for claim in found if selection.admits(claim)}
        assert {claim.id for claim in book.claims(selection)} == expected


def claim(**slots: object) -> Claim:
    return Claim.of(ONE, kind="attack", start=0, end=5, **slots)  # type: ignore[arg-type]


@pytest.mark.parametrize("term", ["sumy", "SUMY OBLAST", "ua-59", "UA", " Sumy  Oblast "])
def test_a_place_is_asked_for_by_whole_words_or_codes(term: str) -> None:
    assert Selection(places=(term,)).admits(claim(places=(REGION,)))


@pytest.mark.parametrize("term", ["sum", "UA-5", "59", "RU"])
def test_parts_of_words_name_no_place(term: str) -> None:
    assert not Selection(places=(term,)).admits(claim(places=(REGION,)))


def test_the_time_asked_for_is_the_event_s() -> None:
    told = claim(time=TimeSpan("2024-04-04", "2024-04-05"))
    assert Selection(since="2024-04-05T23:59").admits(told)
    assert not Selection(since="2024-04-06T00:00").admits(told)
    assert Selection(until="2024-04-04T00:00").admits(told)
    assert not Selection(until="2024-04-03T23:59").admits(told)
    assert not Selection(since="2024-04-01T00:00").admits(claim())


def test_a_least_number_is_only_what_is_stated() -> None:
    assert Selection(min_count=10).admits(claim(count=Quantity.at_least(10)))
    assert not Selection(min_count=1).admits(claim(count=Quantity.at_most(30)))
    assert Selection(min_count=3).admits(claim(people=(People("killed", 1, 1), People("injured", 3, 3))))
    assert not Selection(min_count=0).admits(claim())


def test_who_publishes_counts_as_a_source() -> None:
    assert Selection(sources=("example w",)).admits(claim())
    assert not Selection(sources=("mayor",)).admits(claim())


def test_choices_that_mean_nothing_are_refused() -> None:
    for make in (
        lambda: Selection(kinds=("strike",)),  # type: ignore[arg-type]
        lambda: Selection(places=(" ",)),
        lambda: Selection(since="2024-04-06T00:00", until="2024-04-05T00:00"),
        lambda: day_bounds("yesterday"),
        lambda: day_bounds("2024-04-05T10:00+03:00"),
    ):
        with pytest.raises(UsageError) as caught:
            make()
        assert caught.value.cure


def test_a_day_lasts_to_its_last_minute() -> None:
    assert day_bounds("2024-04-05") == ("2024-04-05T00:00", "2024-04-05T23:59")
    assert day_bounds("2024-04-05T21:30") == ("2024-04-05T21:30", "2024-04-05T21:30")
