"""Tolls of a whole war, which no single strike took: of which drafts, and of which country they are."""

from collections import Counter

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import Place, PlaceFinder, View

__all__ = ["Tolls"]

_IN_WAR = pattern(r"\b<in_all_of> (?:[\w'’-]+ ){0,4}<long_war>\b(?!-)")
_SINCE_WAR = pattern(r"\b<since> (?:[\w'’-]+ ){0,6}?<long_fight>\b(?!-)")
_WAR_HAS = pattern(r"\b<long_fight>\b(?!-)[^;:.]{0,70}\b<auxiliary> (?:[\w,]+ ){0,3}$")
_RANKED = pattern(r"\b<superlative>\b")
_PERFECT = pattern(r"\b<auxiliary>(?: been)?(?: \w+ly)? $")
_AUXILIARY = 24  # code points before a verb of harm in which "have" goes with it
_CLAUSE = 110  # code points before a verb of harm in which the war is named that did it
_BEHIND = 160  # code points behind it in which it is named that it happened in
_MANY = 100  # dead that hardly any one strike leaves


class Tolls:
    """Finds the tolls of a war among the drafts of one document."""

    def __init__(self, view: View, marks: Marks, places: PlaceFinder) -> None:
        self._view, self._marks, self._places = view, marks, places

    def mark(self, draft: Draft) -> None:
        """Keep a toll of a whole war from taking up the place, the time and the weapon of a strike told before."""
        if draft.kind == "casualties" and not _is_local(draft) and self._is_of_war(draft):
            draft.of_war = draft.apart = True
            draft.place_open = draft.weapons_open = False

    def settle(self, drafts: list[Draft]) -> None:
        """Give the tolls that name no place the country that all else is told of, where that is one."""
        placeless = [d for d in drafts if d.of_war and not d.places]
        if not placeless:
            return
        struck = {p.country for d in drafts for p in d.places if p.role == "target" and p.country}
        if len(struck) != 1:
            return
        whole = self._whole(next(iter(struck)))
        if whole is not None:
            for draft in placeless:
                draft.places = (whole,)

    def _whole(self, country: str) -> Place | None:
        """A country, as the text names it: the Gaza Strip is one area of many, and the one that it speaks of."""
        named = [m.value.place for m in self._marks.within(0, len(self._view.plain), "place")]
        wide = Counter(p for p in named if p.country == country and p.region is None and p.settlement is None)
        whole = [p for p, _ in wide.most_common() if p.precision == "country"]
        return whole[0] if whole else self._places.by_code(country)

    def _is_of_war(self, draft: Draft) -> bool:
        folded, part = self._view.folded, draft.sentence
        end = min(part.end, draft.until + _BEHIND)
        if _SINCE_WAR.search(folded, part.start, end) or _WAR_HAS.search(
            folded, max(part.start, draft.at - _CLAUSE), draft.at
        ):
            return True
        if _RANKED.search(folded, part.start, end) or not _IN_WAR.search(folded, part.start, end):
            return False
        perfect = _PERFECT.search(folded, max(part.start, draft.at - _AUXILIARY), draft.at)
        return bool(perfect) or any((p.min or 0) >= _MANY for p in draft.people)


def _is_local(draft: Draft) -> bool:
    """Whether a town is told with a draft: what happened there was not all of the war."""
    return any(_is_town(m) for m in draft.marks)


def _is_town(mark: Mark) -> bool:
    return mark.value.place.settlement is not None
