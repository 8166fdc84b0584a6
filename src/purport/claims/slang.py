"""Soldiers' figures for harm: "3 - 200, 7 - 300" are three killed and seven wounded, in any text that counts so."""

import re

from purport.claims.numerals import QuantityMention
from purport.model import Quantity, View

__all__ = ["harm_figures"]

_LABELS = {"200": "casualties:killed", "300": "casualties:injured"}
_WHOLE = re.compile(r"(?:\D* )?(\d{1,2})\s?([-–—]\s?([23]00))")  # read as one range
_WIDE = 5  # times that the end of such a range is its beginning, at least: nobody counts "4 to 200"
_FIGURE = re.compile(r"([23]00)(?:-\w{1,3})?")
_JOINT = re.compile(r"\s?[-–—]?\s?[\"«“]?")
_CLOSED = re.compile(r"[\"»”]?(?:\s?[.,;:!)]|\s?$|\s[^\W\d]\s|\s?[-–—])")


def harm_figures(view: View, found: list[QuantityMention]) -> tuple[list[QuantityMention], list[tuple[int, int, str]]]:
    """The quantities without such figures, and the figures: where they stand, and as which word of harm they count."""
    kept: list[QuantityMention] = []
    figures = []
    for mention in found:
        words = view.plain[mention.start : mention.end]
        closed = _CLOSED.match(view.plain, mention.end)
        whole = _WHOLE.fullmatch(words) if closed else None
        alone = _FIGURE.fullmatch(words) if closed and not whole else None
        if whole and int(whole[1]) * _WIDE <= int(whole[3]):
            count = Quantity.exact(int(whole[1]))
            kept.append(QuantityMention(mention.start, mention.start + whole.end(1), count, more=mention.more))
            figures.append((mention.start + whole.start(2), mention.end, _LABELS[whole[3]]))
        elif alone and kept and _JOINT.fullmatch(view.plain[kept[-1].end : mention.start]):
            figures.append((mention.start, mention.end, _LABELS[alone[1]]))
        else:
            kept.append(mention)
    return kept, figures
