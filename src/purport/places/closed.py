"""Finds the names that are few: one pass of an automaton, then the head nouns that govern lists of them."""

import json
import re
from bisect import bisect_left

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from purport.model import Place, View
from purport.places.compass import in_part
from purport.places.found import Known, longest, named_place
from purport.places.index import Index
from purport.places.words import cues

__all__ = ["ClosedFinder"]

# What may stand between the members of a list that one head noun governs: "Курской (1 БПЛА), 25 - над Липецкой".
_LINK = re.compile(
    r"\s*(?:\([^()]{0,40}\))?\s*"
    r"(?:[,;/]|,?\s*(?:и|і|й|та|and|а также|а також|&|or|или|або))\s*(?:также|також|and|и|та)?\s*"
    r"(?:(?:\d+|по одному|один|одна|одно|два|две|три|four|one)?\s*(?:[а-яіїє]{1,14}\s*)?-?\s*"
    r"\b(?:над|на|в|у|по|over|in)\s+(?:территорией\s+|территории\s+|територією\s+)?)?"
)
_BEFORE_HEAD = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?")
# Behind a feminine adjective of a region whose head noun is left out there is no noun that it could belong to.
_HEADLESS = re.compile(r"\s*(?:$|[.,;:!?()\[\]\"/-]|\d|(?:и|і|й|та|а|або|или)\s|(?:областью|обл)\b)")
_FEMININE = re.compile(r"(?:ской|цкой|зкой|скую|цкую|ською|ської|ській|цькою|цької|цькій|зької|зькою|зькій)$")
_OVER = re.compile(
    r"(?:террит\w+|терит\w+|над|небе|небом|напрям\w+|направлен\w+|бік|сторону|по|в|у|на|из|із|з|и|та|і|,|;|-|/)\s*$"
)
_OF = re.compile(r"\b(regions?|provinces?|oblasts?) of (?:the )?$")
_OF_LIST = re.compile(r"(?:,|,? and|,? or)\s*(?:the )?")
_DISTRICTS_OF = re.compile(r"\b(?:districts?|suburbs?|neighbou?rhoods?|boroughs?|raions?) of (?:the )?$")
_JOINED = re.compile(r"(?:, and|,| and) $")


class _Hit(Struct, frozen=True, gc=False):
    start: int
    end: int
    kind: str
    value: str


class ClosedFinder:
    """Finds countries, regions, seas, raions, districts of cities and named areas."""

    def __init__(self, index: Index) -> None:
        self._index = index
        forms: dict[str, list[tuple[str, str]]] = {}
        for form, kind, value in index.phrases():
            forms.setdefault(form, []).append((kind, value))
        self._values = list(forms.values())
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.Standard, store_patterns=False)
        known = cues()
        self._region_head = _heads(known.region_heads)
        self._district_head = _heads(known.district_heads)

    def find(self, view: View) -> tuple[list[Known], list[tuple[int, int, list[str]]]]:
        """Mentions, and the districts of cities (start, end, values as JSON) whose city the whole text decides."""
        hits = self._hits(view)
        found = [k for hit in hits if (k := self._single(view, hit))]
        found += self._headed(view, [h for h in hits if h.kind == "stem"])
        found += self._raions(view, [h for h in hits if h.kind == "raion"])
        quarters = self._quarters(view, [h for h in hits if h.kind == "quarter"])
        return longest([in_part(view, k) for k in found]), quarters

    def _hits(self, view: View) -> list[_Hit]:
        text = view.folded
        hits: list[_Hit] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _in_word(text[max(0, start - 1) : start]) or _in_word(text[end : end + 1]):
                continue
            hits += (_Hit(start, end, kind, value) for kind, value in self._values[number])
        hits.sort(key=lambda h: (h.start, h.end))
        return hits

    def _single(self, view: View, hit: _Hit) -> Known | None:
        words = view.plain[hit.start : hit.end]
        if hit.kind == "region" and _named(words):
            return self.region(hit.start, hit.end, hit.value)
        if hit.kind == "country" and _named(words):
            return self._country(hit.start, hit.end, hit.value)
        if (hit.kind == "sea" and (" " in words or _named(words))) or (hit.kind == "area" and _has_name(words)):
            return Known(hit.start, hit.end, named_place(**json.loads(hit.value)), hit.kind)
        return None

    def region(self, start: int, end: int, code: str) -> Known:
        """A mention of the region with this ISO 3166-2 code."""
        name, country, lat, lon = self._index.regions[code]
        return Known(start, end, named_place(name, "region", country, code, None, lat, lon), "region")

    def by_code(self, code: str) -> Place | None:
        """The region or country of an ISO 3166 code."""
        if code in self._index.regions:
            return self.region(0, 0, code).place
        return self._country(0, 0, code).place if code in self._index.countries else None

    def _country(self, start: int, end: int, code: str) -> Known:
        name, lat, lon = self._index.countries[code]
        return Known(start, end, named_place(name, "country", code, None, None, lat, lon), "country")

    def _headed(self, view: View, stems: list[_Hit]) -> list[Known]:
        """Stems that a head noun governs, each as its own mention; the last of a list takes the head into its span."""
        starts = [s.start for s in stems]
        governed: set[int] = set()
        found: dict[tuple[int, str], Known] = {}
        for i in range(len(stems) - 1, -1, -1):
            stem = stems[i]
            end = self._governed(view, stem, starts, governed)
            if end is None:
                end = self._without_head(view, stem)
            if end is not None:
                governed.add(stem.start)
                found[stem.start, stem.value] = self.region(stem.start, max(end, stem.end), stem.value)
        found |= {(k.start, k.place.region or ""): k for k in self._of(view, stems, starts)}
        return list(found.values())

    def _governed(self, view: View, stem: _Hit, starts: list[int], governed: set[int]) -> int | None:
        text = view.folded
        gap = _BEFORE_HEAD.match(text, stem.end)
        head = self._region_head.match(text, gap.end() if gap else stem.end)
        if head and (text[stem.end : stem.end + 1] in {" ", "-"}):
            return head.end()
        link = _LINK.match(text, stem.end)
        if not link:
            return None
        at = bisect_left(starts, link.end())
        if at == len(starts) or starts[at] != link.end() or starts[at] not in governed:
            return None
        if "a" <= text[stem.start] <= "z" and not self._plural_ahead(text, link.end()):
            return None
        return stem.end

    def _plural_ahead(self, text: str, start: int) -> bool:
        return bool(
            re.search(
                r"\b(?:regions|oblasts|provinces|krais|territories|governorates)\b",
                text[start : start + 120].split(". ")[0],
            )
        )

    def _without_head(self, view: View, stem: _Hit) -> int | None:
        """ "25 - над Воронежской": a feminine adjective with nothing else that it could belong to."""
        words = view.folded[stem.start : stem.end]
        before = view.folded[max(0, stem.start - 16) : stem.start]
        if (
            _FEMININE.search(words)
            and view.plain[stem.start].isupper()
            and _HEADLESS.match(view.folded, stem.end)
            and _OVER.search(before)
        ):
            return stem.end
        return None

    def _of(self, view: View, stems: list[_Hit], starts: list[int]) -> list[Known]:
        """ "the regions of Odesa and Mykolaiv", "the eastern region of Donetsk"."""
        found = []
        for stem in stems:
            cue = _OF.search(view.folded[max(0, stem.start - 20) : stem.start])
            if not cue or not view.plain[stem.start].isupper():
                continue
            found.append(self.region(stem.start, stem.end, stem.value))
            end = stem.end
            while cue[1].endswith("s") and (link := _OF_LIST.match(view.folded, end)):
                at = bisect_left(starts, link.end())
                if at == len(starts) or starts[at] != link.end():
                    break
                found.append(self.region(stems[at].start, stems[at].end, stems[at].value))
                end = stems[at].end
        return found

    def _raions(self, view: View, hits: list[_Hit]) -> list[Known]:
        found = []
        for hit in hits:
            head = self._district_head.match(view.folded, hit.end + 1)
            if head and view.folded[hit.end] == " ":
                found.append(Known(hit.start, head.end(), named_place(**json.loads(hit.value)), "raion"))
        return found

    def _quarters(self, view: View, hits: list[_Hit]) -> list[tuple[int, int, list[str]]]:
        """City districts with the span of their words; the members of a list share the head noun."""
        spans: dict[tuple[int, int], list[str]] = {}
        ends: dict[int, int] = {}
        headed = _behind_head(view, hits)
        for hit in reversed(hits):
            head = self._district_head.match(view.folded, hit.end + 1)
            link = _LINK.match(view.folded, hit.end)
            if (head and view.folded[hit.end] == " ") or (link and link.end() in ends) or hit.start in headed:
                end = head.end() if head and view.folded[hit.end] == " " else hit.end
                ends[hit.start] = end
                spans.setdefault((hit.start, end), []).append(hit.value)
        return [(start, end, values) for (start, end), values in sorted(spans.items())]


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _behind_head(view: View, hits: list[_Hit]) -> set[int]:
    """Starts of names that a noun before them governs: "the Kyiv suburbs of Darnytskyi and Dniprovskyi"."""
    found: set[int] = set()
    ends: set[int] = set()  # of those found: what is joined to one of them goes on with the list
    for hit in hits:
        joint = _JOINED.search(view.folded[max(0, hit.start - 6) : hit.start])
        if _DISTRICTS_OF.search(view.folded[max(0, hit.start - 24) : hit.start]) or (
            joint and hit.start - len(joint[0]) in ends
        ):
            found.add(hit.start)
            ends.add(hit.end)
    return found


def _heads(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?!\w)(?:(?<=обл)\.|(?<=р-н)\.)?"
    )


def _has_name(words: str) -> bool:
    """Whether the words of an area have a name in them: «аеродром Оленья», but not «оленья»."""
    return _named(words) or (" " in words and words != words.lower())


def _named(words: str) -> bool:
    """Whether the words are written as a name: "US" and not "us"; Cyrillic abbreviations also come in lower case."""
    if len(words) <= 4 and words.isascii():
        return words.isupper() if len(words) <= 3 else words[0].isupper()
    return words[0].isupper() or words in {"рф", "сша", "днр", "лнр"}
