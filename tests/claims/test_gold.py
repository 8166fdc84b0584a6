"""The project's own gold: it is sound, and the engine comes as near to it as it ever came."""

import tomllib
from collections import Counter
from typing import Any

import pytest

from purport.model import KINDS, Effect, Harm, ObjectType, Outcome, Stance, WeaponClass
from tests.gold.corpus import HERE, documents, gold, of_language, told
from tests.gold.scorer import Figures, pair_up, score

FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
KEYS = {
    "document", "kind", "quote", "start", "attacker", "weapons", "count", "outcome", "places", "time", "objects",
    "people", "sources", "stance",
}  # fmt: skip
CLAIMS = [claim for claims in gold().values() for claim in claims]
EMPTY = [name for name, claims in gold().items() if not claims]


def _listed(literal: Any) -> set[str]:
    return set(literal.__args__)


class TestTheGoldItself:
    def test_every_document_was_read_and_none_twice(self) -> None:
        assert set(gold()) == set(documents())
        assert len(documents()) == len((HERE / "documents.jsonl").read_text("utf-8").splitlines())

    def test_it_is_wide_enough(self) -> None:
        assert len(documents()) >= 70
        assert len(EMPTY) >= 12
        languages = Counter(document.language for document in documents().values())
        assert all(languages[language] >= 25 for language in ("en", "uk", "ru"))
        assert {claim["kind"] for claim in CLAIMS} == set(KINDS)

    @pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim['document']}:{claim['start']}")
    def test_a_claim_is_in_its_text_and_in_the_form_of_the_format(self, claim: dict[str, Any]) -> None:
        assert set(claim) == KEYS
        text, end = documents()[claim["document"]].text, claim["start"] + len(claim["quote"])
        assert text[claim["start"] : end] == claim["quote"]
        assert claim["kind"] in KINDS
        assert claim["outcome"] in _listed(Outcome) | {None}
        assert claim["stance"] in _listed(Stance)
        assert {weapon["class"] for weapon in claim["weapons"]} <= _listed(WeaponClass)
        assert {thing["type"] for thing in claim["objects"]} <= _listed(ObjectType)
        assert {thing["effect"] for thing in claim["objects"]} <= _listed(Effect)
        assert {harm["effect"] for harm in claim["people"]} <= _listed(Harm)

    def test_slots_stand_only_where_they_mean_something(self) -> None:
        for claim in CLAIMS:
            where = f"{claim['document']}: {claim['quote']}"
            assert claim["outcome"] is None or claim["kind"] in {"interception", "impact"}, where
            assert bool(claim["people"]) <= (claim["kind"] in {"casualties", "response"}), where
            assert claim["people"] or claim["kind"] != "casualties", where

    def test_no_claim_stands_twice(self) -> None:
        lines = Counter(repr(claim) for claim in CLAIMS)
        assert max(lines.values()) == 1


class TestTheScorer:
    def test_the_gold_is_all_that_the_gold_asks_for(self) -> None:
        assert score(gold(), gold()) == Figures(1.0, 1.0, 1.0)

    def test_nothing_told_is_nothing_found(self) -> None:
        assert score(gold(), {}) == Figures(0.0, 0.0, 0.0)

    def test_a_wrong_slot_costs_a_part_and_the_exactness(self) -> None:
        claim = next(claim for claim in CLAIMS if claim["count"])
        other = {**claim, "count": {"min": 999, "max": 999}}
        figures = score({"d": [claim]}, {"d": [other]})
        assert figures.found == 1.0
        assert figures.exact == 0.0
        assert 0.5 < figures.soft < 1.0

    def test_one_claim_answers_for_one_only(self) -> None:
        claim = CLAIMS[0]
        assert len(pair_up([claim, dict(claim)], [claim])) == 1

    def test_an_interception_is_no_attack(self) -> None:
        claim = next(claim for claim in CLAIMS if claim["kind"] == "interception")
        assert not pair_up([claim], [{**claim, "kind": "attack"}])


class TestTheEngine:
    @pytest.mark.parametrize("language", FLOORS)
    def test_it_keeps_above_the_floors(self, language: str) -> None:
        figures = score(of_language(gold(), language), told())._asdict()
        assert {name: value for name, value in figures.items() if value < FLOORS[language][name]} == {}

    @pytest.mark.parametrize("name", EMPTY)
    def test_it_makes_up_nothing(self, name: str) -> None:
        assert told()[name] == []
