"""Short words for slots, marks in a text, cells in a table."""

from types import SimpleNamespace

import pytest

from purport.cli.describe import details, what, when, where, where_in_short, who
from purport.cli.marks import context, marked, numbered
from purport.cli.table import Column, Table
from purport.model import Candidate, Claim, People, Place, Span, TimeSpan
from purport.settings import Settings
from tests.pipeline.fakes import REGION, document


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2024-04-05", "2024-04-05", "2024-04-05"),
        ("2024-04-04", "2024-04-05", "2024-04-04…05"),
        ("2024-03-31", "2024-04-01", "2024-03-31…04-01"),
        ("2023-12-31", "2024-01-01", "2023-12-31…2024-01-01"),
        ("2024-02-02T13:20", "2024-02-02T14:50", "2024-02-02 13:20…14:50"),
        ("2024-02-02", "2024-02-02T14:50", "2024-02-02…14:50"),
    ],
)
def test_a_span_is_told_briefly(start: str, end: str, told: str) -> None:
    assert when(TimeSpan(start, end)) == told


def test_hours_are_told_where_they_have_room() -> None:
    span = TimeSpan("2024-02-02T13:20", "2024-02-02T14:50")
    assert when(span, 22) == "2024-02-02 13:20…14:50"
    assert when(span, 21) == "2024-02-02"
    assert when(TimeSpan("2024-02-02T21:30", "2024-02-03T05:00"), 16) == "2024-02-02…03"


def test_a_place_tells_what_else_it_may_be() -> None:
    other = Candidate("Sumy", "UA", "UA-18", None, None, None)
    place = Place("Sumy", "origin", "UA", None, None, None, None, None, None, None, candidates=(other,))
    assert where(place) == "from Sumy (UA); or Sumy (UA-18)"
    assert where(REGION) == "Sumy Oblast (UA-59, region, 51.00 34.00)"


ONE = document("one", "In the dark 5 drones fell on two towns, and 3 people were hurt there.")


def claim(words: str, **slots: object) -> Claim:
    start = ONE.text.index(words)
    return Claim.of(ONE, kind="attack", start=start, end=start + len(words), **slots)  # type: ignore[arg-type]


def test_only_slots_that_are_filled_are_told() -> None:
    assert details(claim("5 drones")) == [("who", "Example Wire (own voice)")]
    people = (People("injured", 0, 0), People("killed", 2, None, "children"))
    assert ("people", "injured 0, killed ≥2 children") in details(claim("5 drones", people=people))
    assert who(claim("5 drones")) == "Example Wire"


def test_what_is_claimed_leaves_out_what_has_a_column_of_its_own() -> None:
    origin = Place("Crimea", "origin", "UA", "UA-43", None, None, "UA-43", None, None, "region")
    full = claim("5 drones", places=(REGION, origin), time=TimeSpan("2024-04-05", "2024-04-05"), stance="denied")
    seen: list[Claim] = []

    def line(bare: Claim) -> str:
        seen.append(bare)
        return "attack"

    assert what(full, line) == "[denied] attack"
    assert (seen[0].places, seen[0].time, seen[0].sources, seen[0].stance) == ((), None, (), "asserted")
    assert where_in_short(full) == "Sumy Oblast, from Crimea"


def test_of_casualties_the_people_are_told() -> None:
    hurt = Claim.of(ONE, kind="casualties", start=0, end=3, people=(People("killed", 2, None), People("injured", 3, 3)))
    assert what(hurt, str) == "killed ≥2, injured 3"
    nobody = Claim.of(ONE, kind="casualties", start=0, end=3, people=(People("any", 0, 0),), stance="unverified")
    assert what(nobody, str) == "[unverified] nobody hurt"


def test_marks_nest_and_cross() -> None:
    claims = numbered([claim("5 drones"), claim("5 drones fell on two towns"), claim("two towns, and 3 people")])
    outer = next(n for n, c in claims.items() if c.quote.endswith("on two towns"))
    inner = 3 - outer
    assert marked(ONE.text, claims).plain == (
        f"In the dark ⟦{outer} ⟦{inner} 5 drones {inner}⟧ fell on "
        f"⟦3 two towns {outer}⟧, and 3 people 3⟧ were hurt there."
    )


def test_marked_words_without_marks_are_the_text() -> None:
    assert marked(ONE.text, {}).plain == ONE.text
    assert marked(ONE.text, {1: claim("5 drones")}, Span(3, 30)).plain == "the dark ⟦1 5 drones 1⟧ fell on t"


def test_context_is_cut_between_words() -> None:
    one = claim("fell on")
    assert context(ONE.text, one, reach=12).of(ONE.text) == "5 drones fell on two towns,"
    assert context(ONE.text, one).of(ONE.text) == ONE.text


def test_a_table_is_as_wide_as_it_is_told() -> None:
    table = Table([Column("A", 4), Column("B", 4, share=1), Column("N", 3, right=True)], 20)
    assert table.header() == "A     B            N"
    assert table.line(["123456", "Слова, багато слів", 7]) == "123…  Слова, б…    7"
    assert table.line(["無人機", None, 12]) == "無…               12"  # each of these takes two columns


def test_settings_come_from_the_environment(tmp_path: SimpleNamespace) -> None:
    assert Settings.of({}).ledger == "purport.db"
    assert Settings.of({}).cache.name == "purport"
    named = Settings.of({"PURPORT_LEDGER": "x.db", "PURPORT_CACHE": f"{tmp_path}/c"})
    assert (named.ledger, str(named.cache)) == ("x.db", f"{tmp_path}/c")
