"""A text with its claims marked in it: `⟦1 the words 1⟧`, one inside another where they overlap."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from purport.exports.safe import visible
from purport.model import Claim, Span

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["context", "excerpt", "marked", "numbered"]

_BLANKS = re.compile(r"\s+")
_COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red")


def marked(text: str, claims: Mapping[int, Claim], within: Span | None = None) -> "Text":
    """The text, or the part of it `within`, with each claim's number around its words."""
    from rich.text import Text

    part = within or Span(0, len(text))
    openings, closings = _edges(claims, part)
    shown = Text()
    last = part.start
    for at in sorted({*openings, *closings}):
        shown.append(visible(text[last:at]), _style(claims, last))
        shown.append("".join(f" {number}⟧" for number in closings[at]), "bold")
        shown.append("".join(f"⟦{number} " for number in openings[at]), "bold")
        last = at
    shown.append(visible(text[last : part.end]))
    return shown


def _edges(claims: Mapping[int, Claim], part: Span) -> tuple[defaultdict[int, list[int]], defaultdict[int, list[int]]]:
    """Where claims begin, the longest first, and where they end, the last begun first."""
    openings: defaultdict[int, list[int]] = defaultdict(list)
    closings: defaultdict[int, list[int]] = defaultdict(list)
    for number, claim in sorted(claims.items(), key=lambda item: (item[1].start, -item[1].end, item[0])):
        if part.start <= claim.start and claim.end <= part.end:
            openings[claim.start].append(number)
            closings[claim.end].insert(0, number)
    return openings, closings


def _style(claims: Mapping[int, Claim], at: int) -> str:
    inside = [number for number, claim in claims.items() if claim.start <= at < claim.end]
    return _COLOURS[inside[-1] % len(_COLOURS)] if inside else ""


def context(text: str, claim: Claim, reach: int = 200) -> Span:
    """The claim's words with up to `reach` code points on either side, cut between words."""
    start, end = max(0, claim.start - reach), min(len(text), claim.end + reach)
    if start:
        start = _after_blank(text, start, claim.start)
    if end < len(text):
        end = max(claim.end, text.rfind(" ", claim.end, end))
    return Span(start, end)


def excerpt(text: str, claim: Claim, room: int) -> "Text":
    """The claim's words, marked, in one line with as much around them as there is room for."""
    from rich.text import Text

    left = max(0, room - len(claim.quote) - len("… ⟦⟧ …"))
    lead = min(claim.start, max(left // 2, left - (len(text) - claim.end)))
    before, after = text[claim.start - lead : claim.start], text[claim.end : claim.end + left - lead]
    if lead < claim.start:
        before = f"… {before[before.find(' ') + 1 :]}"
    if claim.end + left - lead < len(text):
        after = f"{after[: max(0, after.rfind(' '))]} …"
    shown = [visible(_BLANKS.sub(" ", part)) for part in (before, claim.quote, after)]
    return Text.assemble(shown[0].lstrip(), ("⟦", "bold"), (shown[1], _COLOURS[0]), ("⟧", "bold"), shown[2].rstrip())


def _after_blank(text: str, start: int, stop: int) -> int:
    blank = text.find(" ", start, stop)
    return stop if blank < 0 else blank + 1


def numbered(claims: Sequence[Claim]) -> dict[int, Claim]:
    """The claims by number, from 1, in the order of their words."""
    return dict(enumerate(sorted(claims, key=lambda claim: (claim.start, claim.id)), 1))
