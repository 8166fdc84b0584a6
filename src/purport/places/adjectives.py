"""What is called after a town: directions of the front, districts, works («Купянское направление», «Рязанский НПЗ»)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count
from math import log10

import msgspec

from purport.model import Place, Precision, Remembered, View, fold, romanise, transliterate
from purport.places.found import Known
from purport.places.index import Index, Row
from purport.places.record import FOCUS
from purport.places.resolve import prior
from purport.places.scan import Context
from purport.places.spelling import latin_key
from purport.places.words import cues, plain_latin, script

__all__ = ["AdjectiveFinder"]

_ENDINGS = "ий|ого|ому|им|ім|ом|ім|ой|ої|ою|ій|у|ую|ая|а|ое|е|ие|і|их|ими"
_SLAVIC = re.compile(rf"^([а-яіїєґ'-]{{2,}}?)(ськ|цьк|зьк|ск|цк|зк)(?:{_ENDINGS})$")
_MEMBER = r"[а-яіїєґ'-]{3,}(?:ськ|цьк|зьк|ск|цк|зк)(?:" + _ENDINGS + ")"
_LIST = re.compile(rf"(?<![\w-]){_MEMBER}(?:(?:, | и | та | і | й |, а также |, а також ){_MEMBER})*\s$")
_LATIN_LIST = re.compile(r"[A-Z][\w'’-]+(?:(?:, | and |, and )[A-Z][\w'’-]+)* $")
_LATIN_WORDS = re.compile(r"(?:[A-Z][\w'’-]+ ){2,3}$")
_LATIN_ADJECTIVE = re.compile(r"sk(?:y|yi|yy|iy|i|oho|ogo)$")
# Put behind the stem of an adjective to get the town back: купян-ск, лиман, авдеев-ка, сум-ы, рязан-ь, маркин-о.
_TAILS = ("", "ка", "а", "о", "е", "ы", "и", "ь", "ово", "ів", "ов", "я", "ое", "івка", "овка", "ець", "ец")
# Towns that are called by an adjective themselves ("Раменское"), and those whose name lost its ending ("Курахове").
_SAME = ("ое", "е", "ий", "ая", "а")
_INNER = ("ове", "ово", "єве", "ево")
_PREFIXES = (("красно", "красный"), ("червоно", "червоний"), ("ново", "новый"), ("ново", "новий"), ("старо", "старый"))
# What stands between the town's adjective and a works: what sort of works it is («нафтопереробний», «металургийный»).
_SORTS = re.compile(
    r"(?<=[а-яіїєґ] )(?:[а-яіїєґ'-]{4,}(?:ий|[ое]го|[ое]му|им|ій|ої|ою|ый|ым|[ое]м|ой|ая|ую|а|у) ){0,2}$"
)
_SORTS_SPAN = 60  # code points of them, at most
# A Ukrainian adjective blurs the consonant that the town ends in: «таганрозький», «кагарлицький», «волноваський».
_BLURRED = {"зьк": ("г", "га", "ж", "з"), "цьк": ("к", "ка", "ч", "ця"), "ськ": ("х", "ха", "ш", "с")}
_COMMUNITY = re.compile(r"(?:тер)?громад|отг\b")
_HAVE_COMMUNITIES = ("UA",)
_INFLECTED = 2  # the quality of a name that is a case of another: an adjective is made from the nominative
_KEY = 2  # letters by which the seat of a region is told to be what the region is called after
_LATIN_TAILS = ("sk", "", "ka", "a", "o", "e", "y", "ove", "ovo", "ivka")


class AdjectiveFinder:
    """Finds what is called after a town by an adjective and a head noun; several adjectives may share one head."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._stems = {form: code for form, kind, code in index.phrases() if kind == "stem"}
        self._seats = {code: number for number, code in index.seats.items()}
        known = cues()
        self._heads = re.compile(
            rf"\b(?:(?P<direction>{_any(known.direction_heads)})|(?P<district>{_any(known.district_heads)}))\b"
        )
        self._sites = re.compile(rf"(?:{_any(known.site_heads)})\b")
        heads = known.direction_heads | known.district_heads
        begun = re.compile(rf"\b(?:{_any(frozenset(head.partition(' ')[0] for head in heads))})\b")
        self._begins_head = Remembered(lambda piece: begun.search(piece) is not None)
        self._is_site = Remembered(lambda piece: self._sites.match(piece) is not None)
        self._longest = max(map(len, heads))

    def find(self, view: View, closed: list[Known], context: Context) -> list[Known]:
        """Mentions in order; an adjective that no town of a plausible country explains gives none.

        A district whose region stands behind it is that region's, whether or not its town is known.
        """
        regions = {k.start: k.place for k in closed if k.kind == "region"}
        found = self._works(view, context)
        for head in self._head_nouns(view):
            kind = str(head.lastgroup)
            parent = regions.get(head.end() + 1) or regions.get(head.end() + 2)
            if kind == "district" and (whole := self._spelt_out(view, head, parent, context)):
                found.append(whole)
                continue
            members = list(_members(view, head.start()))
            for i, (start, end) in enumerate(members):
                last = i == len(members) - 1
                if place := self._place(view.plain[start:end], kind, parent, context):
                    found.append(Known(start, head.end() if last else end, place, kind))
        return found

    def _head_nouns(self, view: View) -> Iterator[re.Match[str]]:
        """Directions and districts: looked for only in the pieces that begin with one, as that takes long."""
        behind = 0
        for i in compress(count(), map(self._begins_head.__getitem__, view.pieces)):
            start, end = view.starts[i], view.starts[i + 1] - 1
            for head in self._heads.finditer(view.folded, max(start, behind), end + self._longest):
                if head.start() >= end:
                    break
                behind = head.end()
                yield head

    def _works(self, view: View, context: Context) -> list[Known]:
        """Towns that works are called after; the works' own words are left to who looks for things."""
        found = []
        behind = 0
        for i in compress(count(1), map(self._is_site.__getitem__, view.pieces[1:])):
            first = view.starts[i]
            sorts = _SORTS.search(view.plain, max(behind, first - _SORTS_SPAN), first)
            behind = view.starts[i + 1] - 1
            home = (
                msgspec.structs.replace(context, home=_HAVE_COMMUNITIES)
                if _COMMUNITY.match(view.folded, first)
                else context
            )
            for start, end in _members(view, sorts.start()) if sorts else ():
                if town := self._named_seat(view.plain[start:end]) or self._town(view.plain[start:end], None, home):
                    found.append(Known(start, end, _itself(town), "works"))
        return found

    def _named_seat(self, word: str) -> Row | None:
        """The seat of the region that has this adjective, where the adjective is the seat's own."""
        seat = self._seat(word)
        alike = seat and latin_key(transliterate(word))[:_KEY] == latin_key(seat.name)[:_KEY]
        return seat if alike else None

    def _place(self, word: str, kind: str, parent: Place | None, context: Context) -> Place | None:
        if word.lower() in cues().compass:
            return None
        if kind == "direction":
            town = self._seat(word) or self._town(word, None, context)
            return town and _called_after(f"{town.name} direction", town, "area")
        town = self._town(word, parent, context)
        if town:
            return _called_after(f"{_adjective(word, town)} District", town, "district")
        if parent is None or not _is_adjective(word):
            return None
        return msgspec.structs.replace(
            parent,
            name=f"{_english(word, parent.country or '')} District",
            lat=None,
            lon=None,
            precision="district",
            basis="region named",
        )

    def _spelt_out(self, view: View, head: re.Match[str], parent: Place | None, context: Context) -> Known | None:
        """The district of a town of several words, as it is called in English: "the Bint Jbeil district"."""
        words = _LATIN_WORDS.search(view.plain, max(0, head.start() - 40), head.start())
        for name in re.findall(r"(?=(\b[A-Z].* ))", words[0])[:-1] if words else ():
            if town := self._town(name.strip(), parent, context):
                start = head.start() - len(name)
                return Known(start, head.end(), _called_after(f"{town.name} District", town, "district"), "district")
        return None

    def _seat(self, word: str) -> Row | None:
        """The seat of the region whose adjective this is: "Запорожское направление" is called after Zaporizhzhia."""
        code = self._stems.get(fold(word)) if script(word.lower()) == "cyrillic" else None
        return self._index.place(self._seats[code]) if code in self._seats else None

    def _town(self, word: str, parent: Place | None, context: Context) -> Row | None:
        rows = [
            (0.6 if i == 0 else 0.0, self._index.place(number))
            for i, form in enumerate(_towns(word))
            for number, quality in self._index.named(form)
            if quality != _INFLECTED
        ]
        rows = [(bonus, r) for bonus, r in rows if r.country in context.home and r.kind == "settlement"]
        if parent:
            rows = [(bonus, r) for bonus, r in rows if r.region == parent.region]
        return max(rows, key=lambda item: item[0] + _weight(item[1], context))[1] if rows else None


def _any(words: frozenset[str]) -> str:
    """A pattern for one of the words, the longest first; "*" stands for any ending."""
    return "|".join(re.escape(w).replace(r"\*", r"\w*") for w in sorted(words, key=len, reverse=True))


def _itself(town: Row) -> Place:
    return msgspec.structs.replace(
        _called_after(town.name, town, "settlement"), settlement=town.settlement, geonames=town.geonames
    )


def _called_after(name: str, town: Row, precision: Precision) -> Place:
    return Place(
        name=name,
        role="target",
        country=town.country,
        region=town.region,
        settlement=None,
        geonames=None,
        code=town.region or town.country,
        lat=town.lat,
        lon=town.lon,
        precision=precision,
        basis="called after a town",
    )


def _weight(row: Row, context: Context) -> float:
    return log10(row.population + 50) + prior(row) + 2.0 * (row.region in context.regions)


def _members(view: View, head: int) -> Iterator[tuple[int, int]]:
    """The spans of the adjectives that stand before a head noun."""
    first = max(0, head - 160)
    before = _LIST.search(view.folded[first:head]) or _LATIN_LIST.search(view.plain[first:head])
    if not before:
        return
    for word in re.finditer(r"[\w'’-]{3,}", before[0]):
        text = word[0].lower()
        if text not in {"and", "также", "також", "the"} and view.plain[first + before.start() + word.start()].isupper():
            start = first + before.start() + word.start()
            yield start, start + len(word[0])


@lru_cache(maxsize=1_000)
def _towns(word: str) -> tuple[str, ...]:
    """Folded names of towns that the adjective may come from, likeliest first."""
    lowered = fold(word)
    if script(lowered) == "cyrillic":
        match = _SLAVIC.match(lowered)
        if not match:
            return ()
        stem, whole = match[1], match[1] + match[2]
        blurred = tuple(stem + end for end in _BLURRED.get(match[2], ()))
        inner = stem[:-2] if stem.endswith(("ів", "ов", "ев")) else stem
        forms = [
            whole,
            *(stem + t for t in _TAILS),
            *(whole + t for t in _SAME),
            *blurred,
            *_softened(stem),
            *(inner + t for t in _INNER),
            *_two_words(stem),
        ]
        return tuple(dict.fromkeys(forms))
    plain = plain_latin(word)
    stem = _LATIN_ADJECTIVE.sub("", plain)
    return (plain,) if stem == plain else tuple(stem + tail for tail in _LATIN_TAILS)


def _softened(stem: str) -> Iterator[str]:
    """ "туапсин" is "туапсе", "феодосій" is "феодосія", "керчен" is "керч", "краснопіль" is "краснопілля"."""
    if stem.endswith("ль"):
        yield stem[:-1] + "ля"
    if stem.endswith(("ин", "ін", "ен")):
        yield from (stem[:-2] + tail for tail in ("е", "а", "и", "і", "ь", ""))
    if stem.endswith(("ій", "ий")):
        yield from (stem[:-1] + tail for tail in ("я", "ї"))


def _two_words(stem: str) -> list[str]:
    """ "краснолиман" is "красный лиман"."""
    return [f"{first} {stem.removeprefix(prefix)}" for prefix, first in _PREFIXES if stem.startswith(prefix)]


def _is_adjective(word: str) -> bool:
    return bool(_SLAVIC.match(fold(word)))


def _english(word: str, country: str) -> str:
    """A Cyrillic adjective in Latin letters, masculine nominative."""
    match = _SLAVIC.match(fold(word))
    masculine = (match[1] + match[2]).capitalize() + "ий" if match else word
    return transliterate(masculine) if country == "UA" else romanise(masculine)


def _adjective(word: str, town: Row) -> str:
    """The district's name in English: the adjective in the nominative."""
    if _is_adjective(word):
        return _english(word, town.country)
    if town.country not in FOCUS:
        return town.name
    if plain_latin(word) != plain_latin(town.name):
        return word
    ending = "yi" if town.country == "UA" else "y"
    stem = town.name.rstrip("aeiouy")
    return stem + (ending if stem.endswith("sk") else "sk" + ending)
