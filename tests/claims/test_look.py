"""The cheapest looks: they let through all that the gate may let through."""

import pytest

from purport.claims import RuleExtractor
from purport.claims.look import Look
from tests.sources.archives import page

MENU = "Home World War in Ukraine Israel Missiles explained Sport Weather"


@pytest.fixture(scope="module")
def look(extractor: RuleExtractor) -> Look:
    return extractor.look


@pytest.mark.parametrize(
    "text",
    [
        "Russian drones hit a warehouse in Odesa overnight, the governor said.",
        "У Сумах пролунали вибухи, постраждали двоє людей.",
        "Ночью над областью сбиты три беспилотника.",
        "Israeli aircraft struck a building in southern Beirut on Friday.",
    ],
)
def test_sentences_of_war_pass(look: Look, text: str) -> None:
    assert look.at_lines([text])
    assert look.at_post(text, post=False)


def test_bytes_are_asked_for_a_word_of_war(look: Look) -> None:
    assert look.at_bytes(page("Port", "Russian <b>Drones</b> hit a warehouse in Odesa."))
    assert not look.at_bytes(page("Bread", "The bakery on the corner sells bread and cakes.", "It opens at eight."))


def test_a_word_of_war_in_a_menu_alone_is_dropped_by_the_lines(look: Look) -> None:
    lines = [*MENU.split(), "The bakery on the corner sells bread and cakes, and it was damaged by a flood in May."]
    assert look.at_bytes(" ".join(lines).encode())
    assert not look.at_lines(lines)


def test_short_lines_of_a_list_count_in_cyrillic(look: Look) -> None:
    assert look.at_lines(["Повітряні сили", "Цієї ночі збито:", "– 5 Shahed;", "– 2 Х-101."])


def test_a_word_inside_another_is_none(look: Look) -> None:
    assert not look.at_bytes(b"<p>The skyrocketing prices of dronesque honey</p>")


def test_a_channels_page_may_name_a_weapon_and_no_more(look: Look) -> None:
    posts = ["Шахеди на Суми з півночі", "Ударні БпЛА курсом на Дніпро"] * 10
    assert look.at_lines(posts, post=True)
