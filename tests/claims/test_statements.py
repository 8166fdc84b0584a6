"""Positions that somebody voices, where nothing is told that happened."""

import pytest

from tests.claims.reading import Read, kinds, one


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("France condemned the war in Ukraine and called for a ceasefire.", "France"),
        ("Volodymyr Zelensky called for more air defence against Russian missiles.", "Volodymyr Zelenskyy"),
        ('"Russia must end this war and its terror against Ukraine," Volodymyr Zelensky said.', "Volodymyr Zelenskyy"),
        ("NATO pledged more weapons to help Ukraine stop Russian missiles.", "NATO"),
        ("Володимир Зеленський закликав посилити ППО проти російських ракет.", "Volodymyr Zelenskyy"),
    ],
)
def test_a_position_is_a_statement_of_who_voices_it(read: Read, text: str, speaker: str) -> None:
    prelude = "Missiles hit a school in Sumy. " if text.isascii() else "Ракети влучили в школу в Сумах. "
    claim = one(read(prelude + text), "statement")
    assert claim.sources[0] == speaker
    assert claim.quote in text


def test_a_statement_has_no_slots_of_an_attack(read: Read) -> None:
    claims = read("Missiles hit a school in Sumy. France condemned the war in Ukraine and called for a ceasefire.")
    claim = one(claims, "statement")
    assert (claim.weapons, claim.count, claim.objects, claim.people, claim.outcome) == ((), None, (), (), None)


@pytest.mark.parametrize(
    "text",
    [
        "Five drones were shot down over Kyiv, the president said.",
        "Збито 5 дронів над Києвом, повідомив Зеленський.",
        "Moscow denied that its missiles had struck the hospital in Kherson.",
    ],
)
def test_what_tells_of_an_event_is_no_statement(read: Read, text: str) -> None:
    assert "statement" not in kinds(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister praised the harvest and called for lower taxes.",
        "The coach said the team must win on Saturday.",
        "Міністр закликав читати більше книжок.",
        "Президент поздравил учителей с праздником.",
    ],
)
def test_positions_on_other_matters_are_none(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '"Russia never strikes civilian targets in this war," Dmitry Peskov said.',
        "Dmitry Peskov denied targeting hospitals.",
        "Dmitry Peskov denied that Russia targets schools and hospitals.",
    ],
)
def test_a_general_denial_is_a_statement(read: Read, text: str) -> None:
    claims = read(f"A missile hit a school in Sumy. {text}")
    assert one(claims, "statement").sources == ("Dmitry Peskov",)
    assert len(claims) == 2
