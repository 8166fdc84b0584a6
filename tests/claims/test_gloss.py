"""One line of English and of Ukrainian about any claim, made from its slots alone."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.claims import RuleExtractor, gloss
from purport.model import Claim
from tests.claims.reading import Read, document
from tests.claims.test_extractor import STORIES
from tests.model.strategies import claims as any_claim

Tongue = Literal["en", "uk"]
TONGUES: list[Tongue] = ["en", "uk"]


def _is_one_line(line: str) -> None:
    assert line.strip() == line
    assert line
    assert not [c for c in line if unicodedata.category(c) in {"Cc", "Zl", "Zp"}]
    assert not set("{}") & set(line)
    assert "None" not in line
    assert "  " not in line


@pytest.mark.parametrize("language", TONGUES)
@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_every_claim_has_its_line(read: Read, story: str, language: Tongue) -> None:
    claims = read(story, "telegram")
    assert claims
    for claim in claims:
        _is_one_line(gloss(claim, language))


@given(any_claim())
@settings(max_examples=60)
def test_any_claim_whatsoever_has_its_line(claim: Claim) -> None:
    for language in TONGUES:
        line = gloss(claim, language)
        assert line
        assert not [c for c in line if unicodedata.category(c) in {"Cc", "Zl", "Zp"}]


@given(st.lists(st.sampled_from(STORIES), min_size=1, max_size=4).map("\n".join))
@settings(max_examples=15)
def test_lines_of_longer_texts_are_lines(extractor: RuleExtractor, text: str) -> None:
    for claim in extractor(document(text, "telegram")):
        for language in TONGUES:
            _is_one_line(gloss(claim, language))


def test_a_statement_over_a_line_break_is_one_line(read: Read) -> None:
    text = (
        "Missiles hit a school in Sumy.\n\nFrance condemned the war in Ukraine\nand called for a ceasefire in Ukraine."
    )
    for claim in read(text):
        for language in TONGUES:
            _is_one_line(gloss(claim, language))


def test_markup_in_a_quote_stays_out_of_the_line(read: Read) -> None:
    text = (
        "Missiles hit a school in Sumy. France **condemned** the [war in Ukraine](http://a.b/) and urged a ceasefire."
    )
    for claim in read(text):
        assert not set("*[]") & set(gloss(claim, "en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("More than 40 drones were shot down over Kyiv overnight.", ["41", "Kyiv", "2025-03-13", "shot down"]),
        ("Up to 30 drones were shot down over Kyiv.", ["at most 30"]),
        ("About 30 drones were shot down over Kyiv.", ["about 30"]),
        (
            "Russia launched two Kalibr missiles at Odesa from the Black Sea.",
            ["2", "Kalibr", "RU", "Odesa", "from Black Sea"],
        ),
        ("Nobody was hurt in Sumy.", ["nobody", "Sumy"]),
        ("A drone reportedly hit a school in Sumy.", ["unverified", "school"]),
        ("Russia denied that its missiles had hit a hospital in Sumy.", ["denied", "Russia"]),
        ("Five drones were shot down over Kyiv, the Ukrainian air force said.", ["Ukrainian Air Force", "5"]),
    ],
)
def test_the_line_says_what_the_slots_hold(read: Read, text: str, words: list[str]) -> None:
    line = gloss(read(text)[0], "en")
    assert [w for w in words if w not in line] == []


@pytest.mark.parametrize("story", STORIES, ids=range(len(STORIES)))
def test_the_ukrainian_line_is_ukrainian(read: Read, story: str) -> None:
    for claim in read(story, "telegram"):
        words = gloss(claim, "uk")
        assert any("а" <= c <= "я" or c in "іїєґ" for c in words.lower())


def test_the_two_lines_hold_the_same_numbers(read: Read) -> None:
    for story in STORIES:
        for claim in read(story, "telegram"):
            lines = [gloss(claim, language) for language in TONGUES]
            digits = [sorted(c for c in line if c.isdigit()) for line in lines]
            assert digits[0] == digits[1]
