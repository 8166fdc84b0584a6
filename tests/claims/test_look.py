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
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_pages_of_war_pass_in_any_encoding(look: Look, text: str, encoding: str) -> None:
    html = f'<html><head><meta charset="windows-1251"></head><body><p>{text}</p></body></html>'
    assert look.at_bytes(html.encode(encoding))
    assert look.at_text(text)


def test_pages_without_a_word_of_war_are_dropped_by_their_bytes(look: Look) -> None:
    assert not look.at_bytes(page("Bread", "The bakery on the corner sells bread and cakes.", "It opens at eight."))


def test_a_word_of_war_in_a_menu_alone_is_dropped_by_the_text(look: Look) -> None:
    lines = [*MENU.split(), "The bakery on the corner sells bread and cakes, and it was damaged by a flood in May."]
    assert look.at_bytes(" ".join(lines).encode())
    assert not look.at_text("\n".join(lines))


def test_a_word_inside_another_is_none(look: Look) -> None:
    assert not look.at_bytes(b"<p>The skyrocketing prices of dronesque honey</p>")


def test_a_channels_page_may_name_a_weapon_and_no_more(look: Look) -> None:
    posts = "\n".join(["Шахеди на Суми з півночі", "Ударні БпЛА курсом на Дніпро"] * 10)
    assert look.at_text(posts, post=True)
