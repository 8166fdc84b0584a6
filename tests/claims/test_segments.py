"""Where a sentence ends, and what is quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.claims.matcher import Lexicon
from purport.claims.segments import quotations, sentences
from purport.model import View
from purport.places import Gazetteer
from tests.claims.reading import marks_of


class Cut:
    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._lexicon, self._gazetteer = lexicon, gazetteer

    def __call__(self, text: str) -> list[str]:
        view = View(text)
        return [view.plain[s.start : s.end] for s in sentences(view, marks_of(view, self._lexicon, self._gazetteer))]

    def paragraphs(self, text: str) -> list[int]:
        view = View(text)
        return [s.paragraph for s in sentences(view, marks_of(view, self._lexicon, self._gazetteer))]


@pytest.fixture(scope="module")
def cut(lexicon: Lexicon, gazetteer: Gazetteer) -> Cut:
    return Cut(lexicon, gazetteer)


@pytest.mark.parametrize(
    "parts",
    [
        ["Drones hit Kyiv.", "Two people died."],
        ["Вибухи в Одесі!", "Працює ППО."],
        ["Что с мостом?", "Он цел."],
        ["It is over…", "The alert has ended."],
        ["They hit us.", "5 people were hurt."],
        ['"It was a drone."', "He pointed up."],
        ["(It was a drone.)", "He pointed up."],
    ],
)
def test_sentences_end_at_full_stops(cut: Cut, parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "A shell fell in Shevchenko St. 5 in Nikopol",
        "Mr. Brown and Dr. Green saw a drone",
        "The U.S. Embassy was closed",
        "At 5 a.m. a siren sounded",
        "Gen. A. B. Petrov was hurt",
        "Вибух на вул. Шевченка в м. Нікополь",
        "Пожежа площею 1.5 тис. кв. м",
        "У 2024 р. збито 5 БпЛА",
        "Пострадали жители г. Шебекино и с. Муром",
        "В районе н.п. Отрадное",
        "Over 2.5 million people",
        "Збито 12 Shahed-136/131 тощо",
        "the site example.org was down",
    ],
)
def test_a_point_that_is_no_full_stop_ends_nothing(cut: Cut, text: str) -> None:
    assert cut(f"{text}.") == [f"{text}."]


def test_an_empty_line_ends_a_sentence_and_begins_a_paragraph(cut: Cut) -> None:
    text = "Нічна атака на Одесу\n\nЗбито 5 БпЛА.\nПошкоджено дім.\n\n\nДякуємо"
    assert cut(text) == ["Нічна атака на Одесу", "Збито 5 БпЛА.", "Пошкоджено дім.", "Дякуємо"]
    assert cut.paragraphs(text) == [0, 1, 1, 2]


def test_a_broken_line_is_carried_on(cut: Cut) -> None:
    assert len(cut("Збито 5 БпЛА,\nз них 3 над Одесою")) == 1
    assert len(cut("Drones were seen\nover the harbour")) == 1


def test_lines_of_a_list_are_sentences(cut: Cut) -> None:
    assert len(cut("Збито:\n- 5 БпЛА\n- 2 ракети\n- 1 бомбу")) == 4


@given(st.text(alphabet=st.sampled_from('ab .!?…\n"»«():;-1ПВул,\u202e🚀'), max_size=120))
def test_sentences_cover_all_words_once_and_in_order(cut: Cut, text: str) -> None:
    view = View(text)
    kept = "".join("".join(cut(text)).split())
    assert kept == "".join(view.plain.split())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('He said: "We shot down five drones tonight."', ["We shot down five drones tonight."]),
        ("«Ми збили п'ять дронів уночі», – сказав він.", ["Ми збили п'ять дронів уночі"]),
        ("“Five drones fell here,” she said.", ["Five drones fell here,"]),
        ("Ракети «Калібр» і «Кинджал»", []),
        ('The tanker "Star of the Sea"', []),
        ('The crew of "Lady of the Lake" and of "Shield of Saint Paul"', []),
    ],
)
def test_quotations_are_speech_and_not_names(text: str, said: list[str]) -> None:
    view = View(text)
    assert [view.plain[start:end] for start, end in quotations(view)] == said
