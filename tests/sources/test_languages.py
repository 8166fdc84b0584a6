import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.model import Document
from purport.sources.knowledge import table
from purport.sources.languages import detect, fill, settle


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two drones were shot down over the river.", "en"),
        ("Збито дві ракети, ще одна впала", "uk"),
        ("Сбиты две ракеты, ещё одна упала", "ru"),
        ("Уночі атаковано 12 БпЛА Shahed-136 та Gerbera", "uk"),
        ("Враг атаковал, но сбит", "ru"),
        ("Ракета на Ізюм", "uk"),
        ("Шахед на Полтаву", None),
        ("Zwei Drohnen sind über der Stadt abgestürzt, und das ist nicht alles", None),
        ("Dwa drony spadły na pole w nocy i nie było rannych", None),
        ("Два дроны ўпалі на поле", None),
        ("🛵🛵🛵", None),
        ("https://example.org/the/of/and", None),
        ("", None),
    ],
)
def test_letters_and_words_show_the_language(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_what_is_stated_counts_unless_the_letters_say_otherwise() -> None:
    assert settle("en-GB", "Short") == "en"
    assert settle("uk_UA", "Шахед на Полтаву") == "uk"
    assert settle("en", "Збито дві ракети, ще одна впала") == "uk"
    assert settle("pl", "Dwa drony spadły na pole") == "pl"
    assert settle("", "Two of them were shot down") == "en"
    assert settle("??", "Шахед") is None


def _document(text: str, language: str | None = None, source: str = "s") -> Document:
    return Document(
        id="a",
        source=source,
        kind="telegram",
        url=None,
        published=None,
        language=language,
        title=None,
        text=text,
    )


def test_a_source_that_writes_one_language_lends_it() -> None:
    vague = _document("Шахед на Полтаву")
    ukrainian = [_document("Збито ще дві ракети")] * 3
    assert [d.language for d in fill([vague, *ukrainian])] == ["uk"] * 4
    assert [d.language for d in fill([vague, *ukrainian[:2]])] == [None, "uk", "uk"]
    mixed = [*ukrainian, *[_document("Сбиты ещё две ракеты")] * 3]
    assert next(fill([vague, *mixed])).language is None
    assert next(fill([_document("Шахед на Полтаву", source="other"), *ukrainian])).language is None


def test_documents_flow_and_are_not_collected() -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield _document("Two of them fell", "en")

    flow = fill(endless())  # type: ignore[arg-type]
    for _ in range(200):
        next(flow)
    assert taken == 200


@given(st.text())
def test_any_text_is_in_some_language_or_none(text: str) -> None:
    assert detect(text) in {"en", "uk", "ru", None}


def test_no_word_is_claimed_for_two_languages() -> None:
    known = table("languages")
    words = [word for language in ("uk", "ru", "en", "other") for word in known[language]["words"]]
    assert sorted(words) == sorted(set(words))
    assert not set(known["uk"]["letters"]) & set(known["ru"]["letters"])
