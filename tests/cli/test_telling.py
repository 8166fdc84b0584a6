"""Incidents in short words: figures, families, sums of a night, bars, words in their context, how far work has come."""

import io
import sys
from typing import Any

import pytest
from msgspec import structs

from purport.cli.common import Common
from purport.cli.describe import decision, figure, how_many, stated, what_happened
from purport.cli.lines import bar
from purport.cli.marks import excerpt
from purport.cli.progress import counting, progress
from purport.model import Claim, Quantity
from purport.model.families import in_families
from purport.model.incident import Figure, Implied, Incident, Judgement
from purport.model.tally import Tally, tallies
from tests.incidents.making import KURSK, NEXT_NIGHT, ROSTOV, RUSSIA, SARATOV, claim, incidents, town
from tests.pipeline.fakes import document


def told(*people: tuple[Any, ...]) -> str:
    [incident] = incidents(claim("casualties", ROSTOV, people=people))
    return how_many(incident)


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (44, 44, 44, "44"),
        (41, 41, None, "≥41"),
        (None, None, 30, "≤30"),
        (None, None, None, "?"),
        (41, 44, None, "44 (≥41)"),
        (127, 134, 162, "134 (127-162)"),
        (0, 0, 0, "0"),
        (0, 0, 5, "0 (0-5)"),
        (None, 5, 9, "5 (≤9)"),
    ],
)
def test_a_figure_tells_what_is_left_open(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert figure(Figure(low, best, high, "latest")) == words


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((("killed", 2, 2), ("injured", 5, None)), "2 killed, ≥5 injured"),
        ((("any", 0, 0),), "nobody hurt"),
        ((("killed", 0, 0),), "0 killed"),
        ((("missing", None, None),), "missing"),
        ((("injured", 1, 1, "children"),), "1 injured children"),
    ],
)
def test_people_are_told_with_what_they_came_to(people: tuple[tuple[Any, ...], ...], words: str) -> None:
    assert told(*people) == words


def test_what_nobody_states_is_told_as_implied() -> None:
    ministry: dict[str, Any] = {"document": "d"}
    found = incidents(
        claim("interception", RUSSIA, n=53, **ministry),
        claim("interception", ROSTOV, n=50, **ministry),
        claim("interception", KURSK, **ministry),
    )
    assert {how_many(incident) for incident in found if incident.place and incident.place.name == KURSK[1]} == {
        "3 implied"
    }


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (claim("attack", n=Quantity.at_least(41)), "≥41"),
        (claim("casualties", people=(("killed", 2, 2), ("injured", None, None))), "killed 2, injured ?"),
        (claim("damage", stance="denied"), "denied"),
    ],
)
def test_what_one_claim_states(one: Claim, words: str) -> None:
    assert stated(one) == words


def test_what_happened_leaves_out_what_has_a_column_of_its_own() -> None:
    [stopped] = incidents(claim("interception", ROSTOV, n=44, outcome="destroyed"))
    assert what_happened(stopped) == "shot down: drones"
    [harmed] = incidents(claim("damage", ROSTOV, n=2, objects=(("oil_depot", "on_fire"),), stance="unverified"))
    assert what_happened(harmed) == "[unverified] damage: oil depot (on fire)"
    [hurt] = incidents(claim("casualties", ROSTOV, people=(("killed", 2, 2),)))
    assert what_happened(hurt) == "casualties"


@pytest.mark.parametrize(
    ("verdict", "value", "words"),
    [
        ("same", None, "same c1 c23456789 ("),
        ("count", {"min": 4, "max": 4}, "count c1 c23456789 → 4 ("),
        ("place", {"name": "Kursk Oblast"}, "place c1 c23456789 → Kursk Oblast ("),
    ],
)
def test_a_judgement_in_a_line(verdict: Any, value: Any, words: str) -> None:
    made = Judgement(
        verdict=verdict,
        claims=("c1", "c23456789abc"),
        author="desk",
        reason="two\nlines",
        at="2024-04-05T09:30:00+00:00",
        value=value,
    )
    assert decision(made) == f"{made.id}  2024-04-05 09:30  desk: {words}two lines)"


# families


def names(found: list[Incident]) -> list[tuple[str, str, int]]:
    return [(s.incident.kind, s.incident.place.name if s.incident.place else "", s.depth) for s in in_families(found)]


def night() -> list[Incident]:
    same: dict[str, Any] = {"document": "d"}
    return incidents(
        claim("casualties", ROSTOV, people=(("killed", 1, 1),)),
        claim("interception", RUSSIA, n=53, **same),
        claim("interception", SARATOV, n=3, **same),
        claim("interception", ROSTOV, n=44, **same),
        claim("attack", RUSSIA, time=NEXT_NIGHT),
        claim("attack", KURSK),
        claim("alert", KURSK, time=None, published=None),
    )


def test_a_night_goes_from_launch_to_harm_and_largest_parts_stand_first() -> None:
    found = night()
    assert names(found) == [
        ("attack", "Kursk Oblast", 0),
        ("interception", "Russia", 0),
        ("interception", "Rostov Oblast", 1),
        ("interception", "Saratov Oblast", 1),
        ("casualties", "Rostov Oblast", 0),
        ("attack", "Russia", 0),
        ("alert", "Kursk Oblast", 0),
    ]
    assert names(found[::-1]) == names(found)


def test_parts_without_their_whole_stand_alone() -> None:
    parts = [incident for incident in night() if incident.parent]
    assert [(standing.depth, standing.place) for standing in in_families(parts)] == [
        (0, place) for place in sorted(("Rostov Oblast", "Saratov Oblast"), key=lambda name: _id(parts, name))
    ]


def _id(found: list[Incident], name: str) -> str:
    return next(incident.id for incident in found if incident.place and incident.place.name == name)


def test_a_part_of_a_part_stands_further_in() -> None:
    kinds = (claim("attack", RUSSIA), claim("impact", ROSTOV), claim("damage", town("Taganrog", "RU-ROS")))
    whole, part, deep = (incident for one in kinds for incident in incidents(one))
    part, deep = structs.replace(part, parent=whole.id), structs.replace(deep, parent=part.id)
    assert [standing.place for standing in in_families([deep, whole, part])] == [
        "Russia",
        "└ Rostov Oblast",
        "  └ Taganrog",
    ]


# a night's sums


def test_a_whole_counts_for_what_its_parts_do_not_have() -> None:
    assert tallies(night()) == {
        "RU": Tally(stopped=6),
        "RU-ROS": Tally(stopped=44, killed=1),
        "RU-SAR": Tally(stopped=3),
        "RU-KRS": Tally(),
    }


def test_what_sums_imply_is_counted_where_they_leave_one_number() -> None:
    [stopped] = incidents(claim("interception", ROSTOV))
    for implied, number in ((Implied(6, 6, ("c1",)), 6), (Implied(1, 4, ("c1",)), 0), (Implied(None, 4, ("c1",)), 0)):
        assert tallies([structs.replace(stopped, implied=implied)]) == {"RU-ROS": Tally(stopped=number)}


def test_what_did_not_happen_is_not_counted() -> None:
    for stance in ("denied", "threatened", "unknown"):
        assert tallies(incidents(claim("attack", ROSTOV, n=4, stance=stance))) == {}
    assert tallies(incidents(claim("attack", ROSTOV, n=4, stance="unverified"))) == {"RU-ROS": Tally(launched=4)}


@pytest.mark.parametrize(
    ("kind", "tally"),
    [
        ("attack", Tally()),
        ("interception", Tally()),
        ("impact", Tally(hits=1)),
        ("damage", Tally(damaged=1)),
        ("alert", Tally()),
        ("casualties", Tally()),
    ],
)
def test_a_hit_without_a_number_is_one_and_a_launch_is_not(kind: str, tally: Tally) -> None:
    assert tallies(incidents(claim(kind, ROSTOV))) == {"RU-ROS": tally}


def test_children_and_who_is_in_hospital_are_among_the_hurt_already() -> None:
    people = (("injured", 5, 5), ("injured", 2, 2, "children"), ("hospitalised", 1, 1), ("killed", 3, None))
    assert tallies(incidents(claim("casualties", ROSTOV, people=people))) == {"RU-ROS": Tally(killed=3, hurt=5)}
    others = (("hospitalised", 2, 2), ("poisoned", 4, 4))
    assert tallies(incidents(claim("casualties", ROSTOV, people=others))) == {"RU-ROS": Tally(hurt=6)}


def test_what_has_no_region_goes_by_its_name_and_what_has_no_place_by_none() -> None:
    assert set(tallies(incidents(claim("impact", RUSSIA)))) == {"RU"}
    assert set(tallies(incidents(claim("impact", attacker=None, by="Somebody")))) == {None}


def test_tallies_add_up() -> None:
    assert Tally(launched=1, hurt=2) + Tally(stopped=3, hurt=4) == Tally(launched=1, stopped=3, hurt=6)
    assert not Tally()
    assert Tally(killed=1)


# bars, words, progress


@pytest.mark.parametrize(("number", "length"), [(0, 0), (1, 1), (50, 8), (100, 16)])
def test_what_is_not_nothing_can_be_seen(number: int, length: int) -> None:
    assert bar(number, 100) == "█" * length


TEXT = "In the night, while\n\n**sirens** sounded, 5 drones fell on two towns \x1b[2J and three people were hurt there."


def words(room: int) -> str:
    one = document("one", TEXT)
    at = TEXT.index("5 drones fell")
    return excerpt(TEXT, Claim.of(one, kind="attack", start=at, end=at + len("5 drones fell")), room).plain


def test_words_stand_in_one_line_with_what_is_around_them() -> None:
    assert words(500) == (
        "In the night, while **sirens** sounded, ⟦5 drones fell⟧ on two towns ␛[2J and three people were hurt there."
    )


def test_what_is_cut_is_cut_between_words() -> None:
    shown = words(50)
    assert len(shown) <= 50
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert set(shown.strip("… ").replace("⟦", "").replace("⟧", "").split()) <= set(TEXT.replace("\x1b", "␛").split())


def test_the_words_themselves_are_never_cut() -> None:
    assert words(5) == "… ⟦5 drones fell⟧ …"


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown = {}
    for name, stream, options in (
        ("terminal", Terminal(), Common()),
        ("quiet", Terminal(), Common(quiet=True)),
        ("file", io.StringIO(), Common()),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress(options, "reading") as tell:
            assert list(counting(range(250), "claims", tell)) == list(range(250))
        shown[name] = stream.getvalue()
    assert "200 claims" in shown["terminal"]
    assert shown["quiet"] == shown["file"] == ""
