"""Settlements that no register here has: a word for "village" before the name and the region behind it say enough."""

import re

from purport.model import Place, View, fold, romanise, transliterate
from purport.places.found import Known
from purport.places.judge import cue_before
from purport.places.tokens import Token
from purport.places.words import cues, script

__all__ = ["find_unlisted", "name_of", "unlisted"]

_GAP = re.compile(r"(?P<noun> (?:village|town|settlement))?\s*(?P<comma>[,(])?\s*(?:in )?(?:the )?")
_PARENTS = frozenset({"region", "district", "area", "country"})
_GAP_SPAN = 16
_IN = re.compile(r"\b(?:in|at|near|outside|on) $")
_IN_SPAN = 9
# The one oblique case that tells its nominative: «в Кондратівці», of a village in -ка.
_VILLAGE = re.compile(r"(?<=[іїое]в)ці$")
_IN_CYRILLIC = re.compile(r"\b[ву] $")
# Forms that are rather oblique cases: what the name is in the nominative is then not known.
_OBLIQUE = re.compile(
    r"(?:ого|ому|ої|ій|ах|ях|ами|ями|ом|ем|ою|ею|ой|ей|у|ю|і"
    r"|е(?<!ое|не|ве|ее|ье|че|ше|ще|ке|ре|ле|те))$"
)


def unlisted(name: str, country: str | None, region: str | None) -> Place:
    """A settlement of which just the name and where it is are known: no point is made up for it."""
    return Place(
        name=name,
        role="target",
        country=country,
        region=region,
        settlement=name,
        geonames=None,
        code=region or country,
        lat=None,
        lon=None,
        precision="settlement",
        basis="region named",
    )


def find_unlisted(view: View, tokens: list[Token], closed: list[Known], settled: list[Known]) -> list[Known]:
    """ "н.п. Руднево Орловской области", "the town of Toul in southern Lebanon": mentions with what they lie in behind.

    Neither those of closed kinds nor those `settled` have them; `tokens` are the words outside the former.
    """
    regions = {k.start: k for k in closed if k.kind in _PARENTS}
    if not regions:
        return []
    before = {start - gap for start in regions for gap in range(1, _GAP_SPAN)}
    if before.isdisjoint([token.end for token in tokens if token.capital]):
        return []
    found = []
    taken = {at for known in settled for at in range(known.start, known.end)}
    tokens = [t for t in tokens if t.capital and t.start not in taken]
    for i, token in enumerate(tokens):
        parent = _parent(view, token.end, regions) if token.end in before else None
        if parent is None:
            continue
        start = _begin(view, tokens[max(0, i - 1) : i], token)
        if cue_before(view, start) != "noun" and not _is_called_one(view, start, token.end, parent):
            continue
        if name := name_of(view.plain[start : token.end], parent.place.country):
            found.append(
                Known(start, token.end, unlisted(name, parent.place.country, parent.place.region), "settlement")
            )
    return found


def _parent(view: View, end: int, regions: dict[int, Known]) -> Known | None:
    near = (regions[start] for start in range(end + 1, end + _GAP_SPAN) if start in regions)
    return next((region for region in near if _GAP.fullmatch(view.folded[end : region.start])), None)


def _begin(view: View, before: list[Token], token: Token) -> int:
    """Where a name begins that may have a word more before its last; "In" and the like are none of it."""
    joined = before and before[0].end + 1 == token.start
    return (
        before[0].start if joined and view.folded[before[0].start : before[0].end] not in cues().stop else token.start
    )


def _is_called_one(view: View, start: int, end: int, parent: Known) -> bool:
    """Whether the words around a name make it one: "Zabavne village, Kharkiv Oblast", "in Kunin, south Lebanon"."""
    gap = _GAP.fullmatch(view.folded[end : parent.start])
    before = view.folded[max(0, start - _IN_SPAN) : start]
    if gap is not None and _VILLAGE.search(view.folded[start:end]) and _IN_CYRILLIC.search(before):
        return parent.kind == "region"
    if gap is None or parent.kind == "country" or gap["comma"] is None:
        return gap is not None and gap["noun"] is not None
    return bool(_IN.search(before))


def name_of(words: str, country: str | None) -> str | None:
    """The words in Latin letters; None where one of them is an ordinary word or not in the nominative."""
    words = _VILLAGE.sub("ка", words)
    if any(w in cues().stop or _OBLIQUE.search(w) for w in fold(words).split()):
        return None
    if script(fold(words)) == "latin":
        return words
    return transliterate(words) if country == "UA" or re.search("[іїєґ]", words) else romanise(words)
