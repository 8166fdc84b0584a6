"""A text as letters: each word of time one letter, each run of anything else one blank."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from purport.model.remembered import Remembered
from purport.model.view import View
from purport.times.lexicon import Entry, Lexicon, load

__all__ = ["Lexeme", "as_day_and_month", "letters", "scan"]

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:\.[^\W\d_](?![^\W\d_])|['-][^\W_]+)*)"
    r"|(?<![\w+])(?<!\d[.,:/])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])"
    r"|(?P<full>\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))(?![\d./]\d|\w)"
    r"|(?P<ampm>\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?)"
    r"|(?P<pair>\d{1,2}[.:/]\d\d)(?![.,:/]?\d|[^\W_])"
    r"|(?P<number>\d{1,4})(?P<suffix>st|nd|rd|th|-?(?:го|е|й|ій|ї|ої|у|ого|му|х|та|я|ю))?(?![\w%]|[.,:/]\d)"
    r")|(?P<dash>-)"
)
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_MERIDIEM = re.compile(r"[ap]\.?m\b")
_TOGETHER = re.compile(r"[12][12]*")  # a set of letters that begins a pattern is looked for fastest
# What may stand between two words of one expression. A point only behind an abbreviation.
_GAP = re.compile(r'[ ,()|"]{0,4}')
_ABBREVIATED = re.compile(r"[.] ?")
_CENTURY = 2000


class Lexeme(Struct, frozen=True, gc=False):
    """A word of time at `plain[start:end]`; the letter " " stands for anything else.

    The value of a clock time is its minutes, of a full date its ordinal.
    """

    letter: str
    value: int
    start: int
    end: int
    text: str
    zone: str | None = None


def letters(lexemes: list[Lexeme]) -> str:
    """The letters in a row; index `i` of the string is index `i` of the list."""
    return "".join(lexeme.letter for lexeme in lexemes)


def scan(view: View, lexicon: Lexicon) -> list[Lexeme]:
    """All words of time that may tell one together, with a blank wherever two of them do not stand together."""
    text, found, last = view.folded, list[Lexeme](), 0
    behind = 0
    for start, end in _stretches(view):
        for token in _TOKEN.finditer(text, max(start, behind)):
            if token.start() >= end:
                break
            behind = token.end()
            lexeme = _read(view, token, lexicon) if token.start() >= last else None
            if lexeme:
                if found and not _joined(view, found[-1], lexeme):
                    found.append(Lexeme(" ", 0, last, lexeme.start, ""))
                found.append(lexeme)
                last = lexeme.end
    return found


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """Where words stand side by side that may be words of time, and one of them a word that tells a time."""
    for run in _TOGETHER.finditer("".join(map(_SORTS.__getitem__, view.pieces))):
        first, stop = run.span()
        if "2" in run[0]:
            yield view.starts[first], view.starts[stop] - 1


def _sort(piece: str) -> str:
    """Of what use a word is, with what stands at it: "2" where it may tell a time, "0" where it is of none, else "1".

    Texts are made of the same words again and again, and hardly any of them is a word of time.
    """
    lexicon, words = load(), _WORD.findall(piece)
    if _FIGURE.search(piece) or not lexicon.telling.isdisjoint(words):
        return "2"
    known = not words or "-" in piece or not lexicon.words.isdisjoint(words) or _MERIDIEM.match(piece)
    return "1" if known else "0"


_SORTS = Remembered(_sort)


def _read(view: View, token: re.Match[str], lexicon: Lexicon) -> Lexeme | None:
    if token.lastgroup != "word":
        return _figures(token)
    entries = lexicon.entries.get(token[0])
    return _word(view, token.start(), entries, lexicon) if entries else None


def _joined(view: View, first: Lexeme, second: Lexeme) -> bool:
    gap = view.folded[first.end : second.start]
    if gap == " ":
        return view.breaks.get(first.end, 0) < 2
    if not _GAP.fullmatch(gap) and not (first.letter in "ZRM" and _ABBREVIATED.fullmatch(gap)):
        return False
    return all(view.breaks.get(at, 0) < 2 for at in range(first.end, second.start))


def _word(view: View, start: int, entries: tuple[Entry, ...], lexicon: Lexicon) -> Lexeme | None:
    text = view.folded
    for entry in entries:
        end = start + len(entry.phrase)
        if text.startswith(entry.phrase, start) and not text[end : end + 1].isalnum():
            if entry.capitalised and not view.plain[start].isupper():
                continue
            if entry.dated and not _is_month(text, end + 1, lexicon):
                continue
            return Lexeme(entry.letter, entry.value, start, end, entry.phrase, entry.zone)
    return None


def _is_month(text: str, start: int, lexicon: Lexicon) -> bool:
    word = _WORD.match(text, start)
    return word is not None and any(entry.letter == "M" for entry in lexicon.entries.get(word[0], ()))


def _figures(token: re.Match[str]) -> Lexeme | None:
    text, (start, end) = token[0], token.span()
    match token.lastgroup:
        case "dash":
            return Lexeme("-", 0, start, end, text)
        case "iso":
            return _full_date(text, text.split("-"), start, end)
        case "full":
            return _written_date(text, start, end)
        case "ampm":
            return _meridiem(text, start, end)
        case "pair":
            return _pair(text, start, end)
        case _:
            return _number(int(token["number"]), token["suffix"], start, end)


def _number(value: int, suffix: str | None, start: int, end: int) -> Lexeme | None:
    if 1 <= value <= 31:
        return Lexeme("#", value, start, end, suffix or "")
    return Lexeme("Y", value, start, end, "") if 1900 <= value <= 2060 else None


def _written_date(text: str, start: int, end: int) -> Lexeme | None:
    """Day, month, year; with strokes the month may come first, and where both could be either it is not guessed."""
    day, month, year = re.split(r"[./]", text)
    if "/" in text and int(month) > 12:
        day, month = month, day
    elif "/" in text and int(day) <= 12 and int(day) != int(month):
        return None
    return _full_date(text, [year, month, day], start, end)


def _full_date(text: str, parts: list[str], start: int, end: int) -> Lexeme | None:
    year, month, day = (int(part) for part in parts)
    try:
        ordinal = date(year if year >= 1000 else year + _CENTURY, month, day).toordinal()
    except ValueError:
        return None
    return Lexeme("D", ordinal, start, end, text)


def _meridiem(text: str, start: int, end: int) -> Lexeme | None:
    hour, minute = (*(int(figures) for figures in re.findall(r"\d+", text)), 0)[:2]
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return Lexeme("C", (hour % 12 + (12 if "p" in text else 0)) * 60 + minute, start, end, text)


def _pair(text: str, start: int, end: int) -> Lexeme | None:
    """Two figures: a clock time where they can be one, a day and month where they can only be that."""
    first, second = (int(figures) for figures in re.split(r"[.:/]", text))
    is_clock = "/" not in text and second <= 59 and (first < 24 or (first, second) == (24, 0))
    is_day = ":" not in text and 1 <= first <= 31 and 1 <= second <= 12
    if not is_clock and not is_day:
        return None
    letter = "c" if is_clock and is_day else "C" if is_clock else "d"
    return Lexeme(letter, first * 60 + second, start, end, text)


def as_day_and_month(lexeme: Lexeme) -> tuple[int, int]:
    """The other reading of a pair of figures."""
    return lexeme.value // 60, lexeme.value % 60
