"""The second made world: that it can be linked, what it asks is asked rightly, and how well it is linked."""

from types import ModuleType

import pytest

SEEDS = (101, 102)


@pytest.mark.parametrize("ways", ["plain", "sparse", "busy", "wild"])
def test_linking_holds_its_floors_on_seeds_that_nobody_tuned_on(adds_up: ModuleType, ways: str) -> None:
    for seed in SEEDS:
        made = adds_up.otherworld.make(12, seed, ways)
        got = adds_up.measure(made, adds_up.linked(made.claims))
        assert got.f1 >= 0.95
        assert got.peer < 0.80


def test_implied_counts_are_exact(adds_up: ModuleType) -> None:
    made = [adds_up.otherworld.make(25, seed, "plain") for seed in SEEDS]
    got = [adds_up.measure(one, adds_up.linked(one.claims)) for one in made]
    asked, wrong = sum(one.asked for one in got), sum(len(one.wrong) for one in got)
    assert asked > 20
    assert wrong <= asked * 0.05


def test_a_seed_makes_one_world(adds_up: ModuleType) -> None:
    make = adds_up.otherworld.make
    assert make(3, 1, "plain").claims == make(3, 1, "plain").claims
    assert make(3, 1, "plain").claims != make(3, 2, "plain").claims


def test_a_wrong_grouping_is_seen(adds_up: ModuleType) -> None:
    made = adds_up.otherworld.make(4, 1, "plain")
    incidents = adds_up.linked(made.claims)
    one = {**incidents[0], "claims": [claim["id"] for claim in made.claims]}
    assert adds_up.measure(made, [one]).f1 < 0.3
    for incident in incidents:
        incident["implied"] = None
    assert len(adds_up.measure(made, incidents).wrong) == adds_up.measure(made, incidents).asked
