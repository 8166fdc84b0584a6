"""Words of time: the data files of all languages, made ready for one look-up.

A word or phrase becomes a letter, which is how the grammar sees it, with a value:

    M month (1-12)    W weekday (0-6)    J day from now (-2 to 1)    Z zone    k weekend
    P part of a day, alone ("at dawn")   p part of a day (1-3)   N night, alone ("overnight")   n night (4)
    U unit of time   m the same, only with a number   e day   q day or afternoon   u hours as on a clock
    w number in words   R year word (1: this year, 2: years)
    F from   f after   T to   A and   o of   O at, on, in   G onto
    Q about   E early, late   B during   t article   L last (1: back from now)   H this   X next   S as of
    V ago   v earlier (1: before)

The scanner adds: # number to 31 ("5", "5th"), Y year, C clock time, c clock time or day and month, d day and month,
D full date. Words are numbers only where they tell hours («до дев'ятої ранку») or stand before a month.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from msgspec import Struct

from purport.times.grammar import CORE

__all__ = [
    "AFTERNOON",
    "DAYS",
    "EVENING",
    "HOURS",
    "MONTHS",
    "MORNING",
    "NIGHT",
    "WEEKS",
    "YEARS",
    "Entry",
    "Lexicon",
    "load",
]

_LETTERS = re.compile(r"[^\W\d_]+")
HOURS, DAYS, WEEKS, MONTHS, YEARS = range(5)
MORNING, AFTERNOON, EVENING, NIGHT = range(1, 5)

_UNITS = {
    "hours": ("U", HOURS),
    "o_clock": ("u", HOURS),
    "days": ("U", DAYS),
    "daytime": ("e", DAYS),
    "day_or_afternoon": ("q", DAYS),
    "weeks": ("U", WEEKS),
    "months": ("U", MONTHS),
    "years": ("U", YEARS),
}
_WORDS = {
    "morning_alone": ("P", MORNING),
    "day_alone": ("P", AFTERNOON),
    "evening_alone": ("P", EVENING),
    "night_alone": ("N", NIGHT),
    "morning": ("p", MORNING),
    "afternoon": ("p", AFTERNOON),
    "evening": ("p", EVENING),
    "night": ("n", NIGHT),
    "from": ("F", 0),
    "after": ("f", 0),
    "to": ("T", 0),
    "and": ("A", 0),
    "of": ("o", 0),
    "at": ("O", 0),
    "onto": ("G", 0),
    "about": ("Q", 0),
    "early": ("E", 0),
    "during": ("B", 0),
    "article": ("t", 1),
    "last": ("L", 0),
    "past": ("L", 1),
    "this": ("H", 0),
    "next": ("X", 0),
    "as_of": ("S", 0),
    "ago": ("V", 0),
    "earlier": ("v", 0),
    "before": ("v", 1),
    "weekend": ("k", 0),
    "year": ("R", 0),
    "this_year": ("R", 1),
    "years": ("R", 2),
}


class Entry(Struct, frozen=True):
    """A word or phrase: its letter and value, the zone it names.

    `capitalised`: it counts only with a capital; `dated`: only right before a month.
    """

    phrase: str
    letter: str
    value: int
    zone: str | None = None
    capitalised: bool = False
    dated: bool = False


class Lexicon(Struct, frozen=True):
    """Entries by their first word, the longest phrase first; `datelines`: words before a document's own date.

    `words` are all that stand in the phrases, `telling` one of each phrase without which no expression is.
    """

    entries: dict[str, tuple[Entry, ...]]
    words: frozenset[str]
    telling: frozenset[str]
    datelines: frozenset[str]


@cache
def load() -> Lexicon:
    """The shipped lexicon of all languages, read once."""
    files = sorted((resources.files("purport.times") / "data").iterdir(), key=lambda file: file.name)
    languages = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    found: dict[str, list[Entry]] = {}
    for language in languages:
        for entry in _entries(language):
            found.setdefault(entry.phrase.split(" ")[0], []).append(entry)
    entries = {word: tuple(sorted(those, key=lambda entry: -len(entry.phrase))) for word, those in found.items()}
    words = [(entry, _LETTERS.findall(entry.phrase)) for those in entries.values() for entry in those]
    return Lexicon(
        entries,
        words=frozenset(word for _, phrase in words for word in phrase),
        telling=frozenset(phrase[-1] for entry, phrase in words if CORE.match(entry.letter)),
        datelines=frozenset(word for language in languages for word in language["dateline"]),
    )


def _entries(data: dict[str, Any]) -> list[Entry]:
    capitalised: bool = data["capitalised"]
    named = [("M", i, words) for i, words in enumerate(data["months"], 1)]
    named += [("W", i, words) for i, words in enumerate(data["weekdays"])]
    plain = [("J", int(offset), words) for offset, words in data["days"].items()]
    plain += [("w", int(value), words) for value, words in data["numbers"].items()]
    plain += [("#", int(value), words) for value, words in data.get("hours_in_words", {}).items()]
    plain += [(*_UNITS[unit], words) for unit, words in data["units"].items()]
    plain += [("m", _UNITS[unit][1], words) for unit, words in data.get("counted_units", {}).items()]
    plain += [(*_WORDS[kind], words) for kind, words in data["words"].items()]
    return [
        *(Entry(word, letter, value, capitalised=capitalised) for letter, value, words in named for word in words),
        *(Entry(word, letter, value) for letter, value, words in plain for word in words),
        *(
            Entry(word, "#", int(day), dated=True)
            for day, words in data.get("days_in_words", {}).items()
            for word in words
        ),
        *(Entry(word, "Z", 0, zone=zone) for zone, words in data["zones"].items() for word in words),
    ]
