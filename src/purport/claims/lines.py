"""Lines of a post that have no verb: where what follows happened, what is on its way, where all of it was."""

import re

from msgspec import structs

from purport.claims.frames import Draft
from purport.claims.geography import places_of
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.claims.weaponry import weapons_of
from purport.model import Place, Thing, View

__all__ = ["Lines", "narrowed"]

_WORD = re.compile(r"[^\W\d_][\w'-]{3,}")  # words that may be verbs; shorter ones join
_LONG = 90  # code points of the longest line that is read without a verb
_SPARE = 2  # words of a heading that nobody knows
_ALOFT_WORD = pattern(r"<aloft_word>")
_LOCATION = pattern(r"\W*<location>\s?[:–—-]")
_REMARK = pattern(r", <remark>\b")
_TOWARDS = pattern(r"\b<towards_place>\s$")
_PIN = "📍"
_PRICE = pattern(r"[0-9]\s?<currency>\b")
_QUESTION = re.compile(r"\?[\s)\"»”]*$")
_RECALLS = pattern(r"\W*(?:<and> )?<recalls>\b")
_COUNTED = 12  # code points between a count and the weapon that it counts, at most
_PRICES = 3  # in a line that lists them
_FLYING = frozenset({"uav", "cruise_missile", "ballistic_missile", "missile", "guided_bomb", "aircraft"})
_SCENERY = ("place", "object", "quantity", "time", "side")
_FLOWN = ("place", "weapon", "quantity", "time", "side", "cue", "source")


class Lines:
    """Reads the lines without a verb of one document; of posts alone, where each line is a report."""

    def __init__(self, view: View, marks: Marks, setting: Setting) -> None:
        self._view, self._marks, self._setting = view, marks, setting

    def heading(self, part: Sentence) -> Draft | None:
        """The scene that a line names, of what the lines below it tell: «Аеродром Міллєрово, Ростовська область»."""
        named = self._marks.within(part.start, part.end, "place")
        if not named or not self._is_bare(part, *_SCENERY) or self._marks.within(part.start, part.end, "weapon"):
            return None
        places = places_of(self._view, named, origins=False)
        things = dict.fromkeys(m.label for m in self._marks.within(part.start, part.end, "object"))
        if not places:
            return None
        scene = Draft("attack", part.start, part.end, part, part.start)
        scene.places, scene.objects = places, tuple(Thing(t, "hit") for t in things)  # type: ignore[arg-type]
        return scene

    def flight(self, part: Sentence) -> list[Draft]:
        """Weapons named with nothing but where they are or go: «Два шахеди на Суми»."""
        if not self._marks.within(part.start, part.end, "weapon"):
            return []
        end = self._first_end(part)
        weapons = [w for w in self._marks.within(part.start, end, "weapon") if w.head in _FLYING]
        places = self._marks.within(part.start, end, "place")
        first = structs.replace(part, end=end)
        if not weapons or not places or not self._is_bare(first, *_FLOWN, spare=0):
            return []
        counted = self._marks.within(part.start, weapons[0].start, "quantity")
        end = part.start + len(self._view.plain[part.start : end].rstrip(" .!"))
        draft = Draft("sighting", part.start, end, part, weapons[0].start, weapons[-1].end, (part.start, part.end))
        draft.weapons, draft.marks = weapons_of(self._view, weapons), places
        draft.count = counted[-1].value if counted else None
        return self._each(part, draft, weapons) or [draft]

    def _each(self, part: Sentence, whole: Draft, weapons: list[Mark]) -> list[Draft]:
        """The flights of one line, each counted and with its own places: «5 БПЛА на Суми 8 БПЛА на Полтаву»."""
        counts = [self._marks.within(max(whole.start, w.start - _COUNTED), w.start, "quantity")[-1:] for w in weapons]
        if len(weapons) < 2 or not all(counts):
            return []
        starts = [count[0].start for count in counts]
        found = []
        for start, end, count, weapon in zip(starts, [*starts[1:], whole.end], counts, weapons, strict=True):
            draft = Draft("sighting", start, end, part, weapon.start, weapon.end, (start, end))
            draft.end = start + len(self._view.plain[start:end].rstrip(" ,;."))
            draft.weapons, draft.count = weapons_of(self._view, [weapon]), count[0].value
            draft.marks = self._marks.within(start, end, "place")
            found.append(draft)
        return found if all(d.marks or self._goes_somewhere(d) for d in found) else []

    def _goes_somewhere(self, draft: Draft) -> bool:
        """Whether a flight's words name a place that nobody knows."""
        words = _WORD.finditer(self._view.folded, draft.until, draft.end)
        return any(self._may_be_place(w.start()) for w in words)

    def _first_end(self, part: Sentence) -> int:
        """Where the words of a line end that something else is said behind: «БПЛА на Суми, не встигаю малювати»."""
        comma = _REMARK.search(self._view.folded, part.start, part.end)
        return comma.start() if comma else part.end

    def is_no_report(self, part: Sentence) -> bool:
        """Whether a line of a post asks for an answer, or for money («500 грн — дрон, 900 грн — збитий шахед»)."""
        asks = bool(_QUESTION.search(self._view.plain[part.start : part.end]))
        asks = asks and not _RECALLS.match(self._view.folded, part.start)  # what it asks about is told as known
        return self._setting.is_post and (asks or self.is_price_list(part))

    def is_price_list(self, part: Sentence) -> bool:
        """Whether a line tells what things cost."""
        return len(_PRICE.findall(self._view.folded, part.start, part.end)) >= _PRICES

    def location(self, parts: list[Sentence]) -> tuple[Place, ...]:
        """The one place that a post gives for all it tells: «Локація: …», «📍 …»; none where it gives several."""
        lines = [p for p in parts if self._is_location(p)]
        if len(lines) != 1 or not self._setting.is_post:
            return ()
        return places_of(self._view, self._marks.within(lines[0].start, lines[0].end, "place"), origins=False)

    def _is_location(self, part: Sentence) -> bool:
        """Whether a line is marked as a location, by a word or by the sign of a pin before it."""
        if not self._marks.within(part.start, part.end, "place"):
            return False
        before = self._view.origin[part.start - 1] if part.start else 0
        pinned = _PIN in self._view.text[before : self._view.origin[part.start]]
        return pinned or _LOCATION.match(self._view.folded, part.start) is not None

    def _may_be_place(self, start: int) -> bool:
        """Whether a word may name a place that nobody knows: with a capital, behind "towards" or "over"."""
        return self._view.plain[start].isupper() and bool(_TOWARDS.search(self._view.folded, max(0, start - 8), start))

    def _is_bare(self, part: Sentence, *types: str, spare: int = _SPARE) -> bool:
        """Whether a line is made of things of some types, with hardly a word besides."""
        if not self._setting.is_post or part.triggers or part.end - part.start > _LONG or part.item:
            return False
        known = self._marks.within(part.start, part.end, *types)
        spans = [(m.start, m.end) for m in known]
        words = _WORD.finditer(self._view.folded, part.start, part.end)
        unknown = [w for w in words if not any(a <= w.start() < b for a, b in spans)]
        others = [w[0] for w in unknown if not self._may_be_place(w.start())]
        return sum(not _ALOFT_WORD.fullmatch(w) for w in others) <= spare


def narrowed(draft: Draft, location: tuple[Place, ...]) -> tuple[Place, ...]:
    """A draft's places, or the location of its post where they only say in which region that lies."""
    wider = all(p.settlement is None and _may_hold(p, location) for p in draft.places)
    return location if location and wider and draft.kind != "statement" else draft.places


def _may_hold(place: Place, location: tuple[Place, ...]) -> bool:
    return place.role == "target" and all(place.region in {None, p.region} for p in location)
