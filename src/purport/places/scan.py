"""Finds words that may name a settlement: capitalised runs that the index knows and that are meant as places."""

import re

from msgspec import Struct

from purport.model import View
from purport.places.found import Known, Open, Option
from purport.places.fronts import Front, Point
from purport.places.index import Index
from purport.places.judge import cue_before, in_list, is_place, starts_sentence
from purport.places.spelling import latin_key
from purport.places.tokens import Token, run_length
from purport.places.words import cues, plain_latin, script

__all__ = ["Context", "Scanner"]

_PARENT_GAP = re.compile(r"(?: (?:village|town|city|settlement))?\s*[,(–—-]?\s*#?(?:in |the |в |у |на )?")
_PARENT_SPAN = 20
# How many people make a city so well known that it needs no context, that of its country, or that and a preposition.
_WORLD, _NOTED, _KNOWN = 400_000, 200_000, 15_000
# The least length of a name that is looked up by its sound, and of that sound's key.
_SOUND_WORD, _SOUND_KEY = 6, 5


class Context(Struct, frozen=True):
    """What a document is about: `home` countries (from hints), those `named`, regions named, the hinted region.

    `front`: where the front ran when it was published. `points`: the coordinates that it gives.
    """

    home: tuple[str, ...]
    named: frozenset[str]
    regions: frozenset[str]
    region: str | None
    front: Front = Front()
    points: tuple[Point, ...] = ()


class _Text(Struct, frozen=True):
    """One text with what is already known of it; `parents`: regions by the start of their mention."""

    view: View
    tokens: list[Token]
    context: Context
    parents: dict[int, str]


class Scanner:
    """Finds mentions of settlements, each with what it may mean. `lower`: names that count in lower case, too."""

    def __init__(self, index: Index, lower: frozenset[str]) -> None:
        self._index = index
        self._lower = lower

    def scan(self, view: View, tokens: list[Token], closed: list[Known], context: Context) -> list[Open]:
        """Mentions in order, of words outside those of closed kinds (`tokens`); implausible ones are left out."""
        parents = {k.start: k.place.region for k in closed if k.place.region and k.kind != "direction"}
        text = _Text(view, tokens, context, parents)
        found: list[Open] = []
        behind = 0
        for at, token in enumerate(tokens):
            if at < behind or not (token.capital or view.folded[token.start : token.end] in self._lower):
                continue
            mention, used = self._at(text, at)
            if mention:
                found.append(mention)
            behind = at + used
        return found

    def _at(self, text: _Text, at: int) -> tuple[Open | None, int]:
        if not text.tokens[at].capital:
            return self._try(text, at, 1), 1
        for size in range(run_length(text.view, text.tokens, at), 0, -1):
            if mention := self._try(text, at, size):
                return mention, size
        return self._first_part(text, at), 1

    def _try(self, text: _Text, at: int, size: int) -> Open | None:
        start, end = text.tokens[at].start, text.tokens[at + size - 1].end
        form = _form(text.view, start, end)
        if not self._index.named(form) and not _can_sound(form):
            return None
        attached = _parent(text, end)
        cue = cue_before(text.view, start)
        options = self._options(form, text.context, cued=bool(cue or attached) or in_list(text.view, start))
        if not options and (attached or (cue and size == 1) or size == 2):
            attached = attached or self._seat_behind(text, at + size)
            options = self._sounding(form, text.context, attached)
        if not options:
            return None
        mention = Open(
            start, end, form, options, cue=cue, sentence_start=starts_sentence(text.view, start), attached=attached
        )
        return mention if is_place(text.view, text.tokens, at, size, mention) else None

    def _seat_behind(self, text: _Text, at: int) -> str | None:
        """The region whose seat stands behind a name to say where it is: "Druzhkivka, Donetsk"."""
        before, after = text.tokens[at - 1], text.tokens[at] if at < len(text.tokens) else None
        if after is None or text.view.plain[before.end : after.start] != ", ":
            return None
        named = self._index.named(_form(text.view, after.start, after.end))
        return next((self._index.seats[number] for number, _ in named if number in self._index.seats), None)

    def _first_part(self, text: _Text, at: int) -> Open | None:
        """A well-known city that a compound starts with: "Bakhmut-Bread", "Kyiv-Irpin"."""
        token = text.tokens[at]
        head, hyphen, _ = token.word.partition("-")
        if not hyphen or len(head) < 4 or _names_a_division(text.view, token.end):
            return None
        end = token.start + len(head)
        options = [
            o
            for o in self._options(_form(text.view, token.start, end), text.context, cued=True)
            if o.row.population >= _KNOWN
        ]
        if not options or text.view.folded[token.start : end] in cues().stop:
            return None
        return Open(
            token.start, end, _form(text.view, token.start, end), options, cue=cue_before(text.view, token.start)
        )

    def _options(self, form: str, context: Context, *, cued: bool) -> list[Option]:
        options = [Option(self._index.place(number), quality) for number, quality in self._index.named(form)]
        return [o for o in options if _plausible(o, context, cued=cued)]

    def _sounding(self, form: str, context: Context, attached: str | None) -> list[Option]:
        """Places that are spelt much like this; only Latin spellings differ that much."""
        key = latin_key(form) if _can_sound(form) else ""
        if len(key) < _SOUND_KEY or form in cues().stop:
            return []
        options = [Option(self._index.place(n), 3) for n in self._index.sounding(key)]
        home = [o for o in options if o.row.country in context.home]
        return home or (self._alike(key, attached) if attached else [])

    def _alike(self, key: str, region: str) -> list[Option]:
        """The last resort: names of the region that stands beside the word and that are nearly it."""
        from difflib import get_close_matches

        nearby = {candidate: ids for candidate, ids in self._index.keys(key[:2]) if abs(len(candidate) - len(key)) <= 2}
        for candidate in get_close_matches(key, nearby, n=5, cutoff=0.86):
            rows = [self._index.place(int(n)) for n in nearby[candidate].split()]
            if inside := [Option(r, 3) for r in rows if r.region == region]:
                return inside
        return []


def _can_sound(form: str) -> bool:
    """Whether a name may be looked up by its sound."""
    return len(form) >= _SOUND_WORD and form.isascii()


def _names_a_division(view: View, end: int) -> bool:
    """Whether a compound is the name of a district or region: "Belgorod-Dniester district"."""
    following = view.folded[end + 1 : end + 16].split(" ")[0].rstrip(".,")
    return following in cues().district_heads | cues().region_heads


def _plausible(option: Option, context: Context, *, cued: bool) -> bool:
    row = option.row
    if row.kind == "region":
        return _plausible_region(option, context, cued=cued)
    if row.country in context.home:
        return row.kind == "settlement" or option.quality <= 1 or row.population >= _NOTED
    if row.kind == "district" or (option.quality > 1 and not cued):
        return False
    if row.region in context.regions:
        return True
    if row.country in context.named and option.quality == 0:
        return row.population >= (_KNOWN if cued else _NOTED)
    return row.population >= (_WORLD if cued and option.quality != 1 else 3 * _WORLD)


def _plausible_region(option: Option, context: Context, *, cued: bool) -> bool:
    """With a word for "province" (quality 0) where its country is named; by its bare name only at home."""
    if option.quality == 0:
        return option.row.country in context.named or option.row.country in context.home
    return cued and option.row.country in context.home


def _parent(text: _Text, end: int) -> str | None:
    """The region that stands right behind a name: "Popasna, Luhansk Oblast"."""
    for start in range(end + 1, end + _PARENT_SPAN):
        if (region := text.parents.get(start)) and _PARENT_GAP.fullmatch(text.view.folded[end:start]):
            return region
    return None


def _form(view: View, start: int, end: int) -> str:
    folded = view.folded[start:end]
    return folded if script(folded) == "cyrillic" else plain_latin(view.plain[start:end])
