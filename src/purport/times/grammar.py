"""How words of time combine: patterns over the letters of `lexicon.py`, tried in this order at each place."""

import re
from functools import lru_cache

__all__ = ["CORE", "RULES", "rules_for"]

# A date, a weekday or "yesterday". A pair of figures is a date only behind a clock time, where it can be nothing else.
_DATE = r"(?:W[Ot]*)?(?:DR?|#o?M(?:O?YR?|[LH][RU]|R(?!V))?|M#(?!M)(?:YR?)?)"
_DAY = rf"(?:{_DATE}|[LHX]W|J(?:[Ot]*W)?|W)"
_PRE = r"[OQBEGtv]*"
_CLOCK = r"(?:[Cc][pnq]?|#u[pnq]?|#[pn])"
_UNIT = r"[UuqemR]"
_COUNT = r"[#w]"


def _day(n: int) -> str:
    return rf"(?P<day{n}>{_DAY})"


def _day_behind(n: int) -> str:
    return rf"(?:[OtG]*(?P<day{n}>{_DAY}|[dc]R?))?"


def _clock(n: int) -> str:
    return rf"(?P<clock{n}>{_CLOCK})(?P<zone{n}>Z)?"


# "in the course of last night" before a clock time: the clock time says more.
_LEAD = rf"(?:{_PRE}(?P<lead>[LH]?[nNPp])[OoGt]*)?(?:{_PRE}{_day(1)}(?:[OtE]*(?P<tail>[nNpP]))?)?"
_FIRST_CLOCK = rf"(?P<clock1>{_CLOCK}|#)(?P<zone1>Z)?"
_SECOND_CLOCK = rf"(?:{_day(4)}[OG]*)?{_clock(2)}"

_PATTERNS = {
    "week_day": rf"{_PRE}(?P<day1>W)[OtE]*(?P<way>[LH])(?P<unit>U)",
    "as_of_clock": rf"(?P<onto>G(?=[Cc])|S[OGtQ]*){_clock(1)}{_day_behind(1)}",
    "as_of_day": rf"S[OGtE]*(?:p[Oot]*)?{_day(1)}(?:[OGtQ]*{_clock(1)})?",
    "night_onto": rf"[OBHLtE]*nG(?P<day1>{_DAY}|[dc]R?)(?:F{_clock(1)}{_day_behind(2)})?",
    "between": rf"{_LEAD}{_PRE}(?P<open>F?){_FIRST_CLOCK}{_day_behind(2)}(?P<sep>[TA-]){_SECOND_CLOCK}{_day_behind(3)}",
    "day_as_of": rf"{_PRE}(?P<day1>DR?){_clock(1)}",
    "in_brackets": rf"{_clock(1)}",
    "since_clock": rf"{_LEAD}{_PRE}(?P<open>[Ff])[QO]*{_clock(1)}{_day_behind(2)}",
    "until_clock": rf"{_LEAD}T[QO]*{_clock(1)}{_day_behind(2)}",
    "at_clock": rf"{_LEAD}(?P<pre>{_PRE}){_clock(1)}{_day_behind(2)}",
    "night_between": rf"[OBtLH]*n[Fot]*(?P<first>#)[GTA-]+(?P<day1>{_DATE})",
    "night_between_days": rf"[OBtLH]*n[Fot]*{_day(1)}[GTA-]+{_day(2)}",
    "night_between_month_first": r"[OBtLH]*n[ot]*(?P<first>M#)[TA-](?P<second>#)(?P<year>Y?)R?",
    "night_before_day": rf"{_PRE}[LHt]*(?:N|n)(?P<link>[OoGtTB]*){_day(1)}",
    "day_night": rf"{_PRE}{_day(1)}[OtE]*(?P<noun>[Nn])",
    "night": rf"{_PRE}(?:[LH]?N|[LH]n)|B[t]*n",
    "part_day": rf"{_PRE}[LHt]*[Pp][Oot]*{_day(1)}",
    "day_part": rf"{_PRE}{_day(1)}[OtE]*[Pp]|{_PRE}Hp",
    "dates": rf"{_PRE}F?t?(?P<first>#)(?P<sep>[TAG-]+)t?(?P<day1>#o?M(?:O?YR?|R)?)",
    "dates_month_first": rf"{_PRE}F?(?P<first>M#)(?P<sep>[TA-])(?P<second>#)(?!M)(?P<year>Y?)R?",
    "days": rf"{_PRE}(?P<open>F?){_day(1)}(?P<sep>[TA-])[OtE]*{_day(2)}",
    "weekend": r"[OBLHXt]*k",
    "ago": rf"{_PRE}(?P<count>{_COUNT}|t)?(?P<unit>{_UNIT})(?P<way>[Vv])",
    "last_units": rf"[OBGt]*(?P<way>[LH])(?P<count>{_COUNT})?(?P<unit>{_UNIT})",
    "within_units": rf"(?P<way>[OB]t?)(?P<count>{_COUNT})?(?P<unit>[Uuem])",
    "since_day": rf"(?P<open>F)[tE]*{_day(1)}",
    "day": rf"{_PRE}{_day(1)}(?=(?:[AT-]?#M)*(?P<ahead>Y)?)",
    "months": r"[OBEFt]*(?P<month>M)[T-]O?(?P<last>M)(?P<year>YR?)?",
    "month": r"(?P<pre>[OBEvLHXtF]*)(?P<month>M)(?P<year>O?YR?)?(?=(?:[A-]O?M)*(?P<ahead>Y)?)",
    "year": r"(?P<pre>[OBFE]+t?)(?P<year>Y)R?|(?P<year_word>Y)R",
    "part": rf"{_PRE}(?P<part>P)",
}
RULES = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
"""The rules by name; a group holds the words that the reader of that name reads."""
_SHORT = 12  # letters of a run that is short enough to meet again


def rules_for(letters: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules that may match at the beginning of a run of letters, in the order in which they are tried."""
    return _matching(letters) if len(letters) <= _SHORT else tuple(RULES.items())


@lru_cache(maxsize=4096)
def _matching(letters: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, rule) for name, rule in RULES.items() if rule.match(letters))


CORE = re.compile(r"[CcDdMWJYPNnkUuqemp#]")
"""What no expression is without; text without it is passed over."""
