"""The cheap look before all others: what is read on, and what is left."""

import pytest

from purport.claims import RuleExtractor
from tests.claims.reading import Read

FOREIGN = [
    "The bakery on the corner sells bread and cakes. It opens at eight.",
    "Уряд затвердив бюджет на наступний рік.",
    "Сборная выиграла матч со счетом 3:1.",
    "Shares rose by two percent on Monday as investors bought bonds.",
    "",
    "12345 67890",
    "漢字仮名交じり文",
]
OF_WAR = [
    "A drone hit a warehouse in Odesa.",
    "Вибухи у Запоріжжі.",
    "Повітряна тривога у Києві!",
    "БпЛА курсом на Суми.",
    "Без света остались три села в Шебекинском районе.",
    "В Белгороде после обстрела погибли двое.",
    "Two people were killed in Kherson.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_other_matters_are_left(extractor: RuleExtractor, read: Read, text: str) -> None:
    assert not extractor.look.at_post(text, post=False)
    assert read(text) == []


@pytest.mark.parametrize("text", OF_WAR)
def test_what_tells_of_an_attack_is_read_on(extractor: RuleExtractor, text: str) -> None:
    assert extractor.look.at_post(text, post=False)


@pytest.mark.parametrize("text", OF_WAR)
def test_the_gate_drops_nothing_that_holds_a_claim(extractor: RuleExtractor, read: Read, text: str) -> None:
    around = " ".join([FOREIGN[0], text, FOREIGN[3]])
    assert extractor.look.at_post(around, post=False)
    assert read(text, "telegram")


@pytest.mark.parametrize(
    "text",
    [
        "A fire destroyed a barn in Ohio and two people were killed, the sheriff said.",
        "Five people were injured when a bus crashed in Peru.",
        "В аварии на трассе в Испании погибли три человека.",
        "Heart attack deaths fell in Norway last year.",
        "The striker hit the post in Madrid.",
    ],
)
def test_harm_far_from_any_war_is_no_claim(read: Read, text: str) -> None:
    assert read(text) == []
