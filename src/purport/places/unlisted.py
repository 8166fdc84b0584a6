"""Settlements that no register here has: a word for "village" before the name and the region behind it say enough."""

import re

from purport.model import Place, View, fold, romanise, transliterate
from purport.places.found import Known
from purport.places.judge import cue_before
from purport.places.tokens import Token
from purport.places.words import cues, script

__all__ = ["find_unlisted", "unlisted"]

_GAP = re.compile(r"(?P<noun> (?:village|town|settlement))?\s*[,(]?\s*(?:in )?")
_GAP_SPAN = 16
# Forms that are rather oblique cases: what the name is in the nominative is then not known.
_OBLIQUE = re.compile(
    r"(?:ого|ому|ої|ій|ах|ях|ами|ями|ом|ем|ою|ею|ой|ей|у|ю|і"
    r"|е(?<!ое|не|ве|ее|ье|че|ше|ще|ке|ре|ле|те))$"
)


def unlisted(name: str, region: str) -> Place:
    """A settlement of which just the name and the region are known: no point is made up for it."""
    return Place(
        name=name,
        role="target",
        country=region[:2],
        region=region,
        settlement=name,
        geonames=None,
        code=region,
        lat=None,
        lon=None,
        precision="settlement",
        basis="region named",
    )


def find_unlisted(view: View, tokens: list[Token], closed: list[Known], settled: list[Known]) -> list[Known]:
    """ "н.п. Руднево Орловской области": mentions with a region right behind them.

    Neither those of closed kinds nor those `settled` have them; `tokens` are the words outside the former.
    """
    regions = {k.start: k for k in closed if k.kind == "region"}
    if not regions:
        return []
    found = []
    taken = {at for known in settled for at in range(known.start, known.end)}
    tokens = [t for t in tokens if t.capital and t.start not in taken]
    before = {start - gap for start in regions for gap in range(1, _GAP_SPAN)}
    for i, token in enumerate(tokens):
        parent = _parent(view, token.end, regions) if token.end in before else None
        if parent is None:
            continue
        start = tokens[i - 1].start if i and tokens[i - 1].end + 1 == token.start else token.start
        name = _name(view.plain[start : token.end], parent.place.country)
        if name and (cue_before(view, start) == "noun" or _is_called_one(view, token.end, parent.start)):
            found.append(Known(start, token.end, unlisted(name, parent.place.region or ""), "settlement"))
    return found


def _parent(view: View, end: int, regions: dict[int, Known]) -> Known | None:
    near = (regions[start] for start in range(end + 1, end + _GAP_SPAN) if start in regions)
    return next((region for region in near if _GAP.fullmatch(view.folded[end : region.start])), None)


def _is_called_one(view: View, end: int, region: int) -> bool:
    """Whether a word for a settlement stands behind the name: "Zabavne village, Kharkiv Oblast"."""
    gap = _GAP.fullmatch(view.folded[end:region])
    return gap is not None and gap["noun"] is not None


def _name(words: str, country: str | None) -> str | None:
    """The words in Latin letters; None where one of them is an ordinary word or not in the nominative."""
    if any(w in cues().stop or _OBLIQUE.search(w) for w in fold(words).split()):
        return None
    if script(fold(words)) == "latin":
        return words
    return transliterate(words) if country == "UA" or re.search("[іїєґ]", words) else romanise(words)
