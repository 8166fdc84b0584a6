"""The words of rules: how they are written, and that none is left over."""

import re
from pathlib import Path

import pytest

import purport.claims
from purport.claims.syntax import pattern, tables


@pytest.mark.parametrize(
    ("template", "text", "found"),
    [
        (r"\b<and>\b", "tea and milk", "and"),
        (r"\b<and>\b", "чай та молоко", "та"),
        (r"\b<and>\b", "sandy", None),
        (r"\b(<and>)\b", "sand and sea", "and"),  # nor within a word before
        (r"\b(?:<and>|<of>)\b", "roof of tiles", "of"),
        (r"\b<and>?x", "x", "x"),  # or no word at all
        (r"<by>\s", "by the river", "by the "),  # a word in brackets may be there
        (r"<by>\s", "by river", "by "),  # or not
        (r"<land>\b", "cities", "cities"),  # an ending
        (r"<land>\b", "cit", None),  # but some ending
        (r"^<itself>$", "its own army", "its own army"),  # any word
        (r"^<itself>$", "its very own army", None),  # and one only
        (r"<abbreviation>$", "n.p", None),
        (r"<abbreviation>$", "н.п", "н.п"),
        (r"<abbreviation>$", "н,п", "п"),  # a full stop is no sign of a pattern
    ],
)
def test_a_name_stands_for_any_word_of_its_table(template: str, text: str, found: str | None) -> None:
    match = pattern(template).search(text)
    assert (match[0] if match else None) == found


def test_longer_words_go_before_what_they_begin_with() -> None:
    match = pattern(r"<compass_letters>").match("nne")
    assert match is not None
    assert match[0] == "nne"


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="nothing_of_the_kind"):
        pattern("<nothing_of_the_kind>")


def test_every_table_is_used_and_every_table_used_is_there() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in Path(purport.claims.__file__).parent.rglob("*.py"))
    named = {name for line in re.findall(r"r\"(.*)\"", code) for name in re.findall(r"<(\w+)>", line)}
    assert named == set(tables())


def test_no_table_is_empty_and_all_but_two_are_folded() -> None:
    for name, words in tables().items():
        assert words, name
        if name not in {"forces", "possessive"}:
            assert [w for w in words if w != w.lower() or "ё" in w or "’" in w] == [], name
