import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.model import View, fold

# Texts in which markup, addresses, breaks and mixed scripts are likely.
_PIECES = [
    "**",
    "__",
    "~~",
    "||",
    "`",
    "[",
    "](https://t.me/x/1)",
    "https://example.org/a?b=1",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\u00a0",
    "\u200b",
    "\u200d",
    "\u0301",
    "🔹",
    "❗",
    "c ",
    "Mосква",
    "над ",
    "Ёлка",
    "İ",
    "ß",
    "drone",
    "10 ",
    "«",
    "”",
    "—",
    "’",
    ".",
    ")",
    "(",
]
texts = st.text(max_size=60) | st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


@given(texts)
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(texts)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_plain_folded_and_origin_run_side_by_side(text: str) -> None:
    view = View(text)
    assert len(view) == len(view.plain) == len(view.folded) == len(view.origin)


@given(texts)
def test_every_letter_is_one_step_from_its_origin(text: str) -> None:
    view = View(text)
    assert all(a < b for a, b in zip(view.origin, view.origin[1:], strict=False))
    assert all(char in {" ", text[at]} for char, at in zip(view.plain, view.origin, strict=True))


@given(texts)
def test_white_space_is_single_and_inside(text: str) -> None:
    plain = View(text).plain
    assert plain == plain.strip(" ")
    assert "  " not in plain
    assert not {"\n", "\t", "\u200b"} & set(plain)


@given(texts)
def test_breaks_stand_at_blanks(text: str) -> None:
    view = View(text)
    assert all(view.plain[at] == " " and strength in {1, 2} for at, strength in view.breaks.items())


@given(texts, st.data())
def test_spans_go_to_the_text_and_back(text: str, data: st.DataObject) -> None:
    view = View(text)
    if not len(view):
        return
    start = data.draw(st.integers(0, len(view) - 1))
    end = data.draw(st.integers(start + 1, len(view)))
    span = view.original(start, end)
    assert 0 <= span.start < span.end <= len(text)
    assert [at for at in view.origin if span.start <= at < span.end] == list(view.origin[start:end])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        (" \n ", ""),
        ("**Сбиты** 3 БПЛА", "Сбиты 3 БПЛА"),
        ("[Details](https://example.org/a_(b)) follow", "Details follow"),
        ("see https://example.org/x?y=1 , then", "see , then"),
        ("🔹 Kharkiv ❗️ two hits", "Kharkiv two hits"),
        ("зна\u0301ки", "знаки"),
        ("no [markup] here", "no [markup] here"),
    ],
)
def test_markup_is_no_part_of_plain(text: str, plain: str) -> None:
    assert View(text).plain == plain


def test_latin_letters_within_cyrillic_words_are_read_as_cyrillic() -> None:
    view = View("удар c пoмощью Mосквы")
    assert view.folded == "удар с помощью москвы"
    assert view.plain == "удар c пoмощью Mосквы"


def test_english_beside_cyrillic_stays_latin() -> None:
    assert View("ракета Iskander-M").folded == "ракета iskander-m"


def test_line_breaks_are_told_from_empty_lines() -> None:
    assert View("a\nb\n\nc d").breaks == {1: 1, 3: 2}


def test_quotes_apostrophes_and_dashes_are_of_one_kind() -> None:
    assert fold("«Ё» – Кам’янка") == '"е" - кам\'янка'


def test_original_leaves_out_the_markup_around() -> None:
    text = "**Сбиты** 3"
    assert View(text).original(0, 5).of(text) == "Сбиты"


@given(st.text(alphabet="ab Яі.\n🔸", max_size=40))
def test_pieces_stand_where_they_are_told_to_start(text: str) -> None:
    view = View(text)
    *starts, behind = view.starts
    assert [view.folded[start:].split(" ")[0] for start in starts] == view.pieces
    assert behind == len(view.folded) + 1
