"""A text cut into sentences, items and quotations."""

import re

from msgspec import Struct, field

from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["Sentence", "closed", "quotations", "sentences"]

# What a pattern begins with is looked for fastest where it is a set of characters: so what stands before comes second.
_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"')\]”’]*(?= )")
_ABBREVIATION = pattern(r"(?:^|[\s(\"])(?:<abbreviation>|[а-яіїєґa-z]|[a-z]\.[a-z])$")
# A line that ends in a preposition or article is not at its end: blanks were doubled, or it was broken.
_DANGLING = pattern(r"\b<dangling>$")
_CLOCK = re.compile(r"\b[ap]\.m$")
_CLOCK_GOES_ON = pattern(r"<clock_goes_on>\b")
_PREPOSITION = 8
_ITEM = re.compile(r"[-•·*▪◽▫◾●○–—+]\s*|\d+[.)]\s")
# "KYIV, Feb 26 (Agency) - ": where and when an article was filed is neither where nor when what it tells took place.
_DATELINE = re.compile(
    r"[^\W\da-zа-яіїєґ][^a-zа-яіїєґ(]{2,40},? ?[^()\n]{0,24}?(?:\([^()]{2,40}\)|\b\d{1,2}(?:, \d{4})?)\s*[-–—]{1,2}\s+"
    r"|\((?:[A-Z][\w'’-]+ ?){1,3}\) (?=[A-Z])|(?:[A-Z][\w'’-]+ ?){1,3}, (?:[A-Z][\w'’-]+ ?){1,3}[-–—]{1,2} "
    r"|[^\W\da-zа-яіїєґ][A-ZА-ЯІЇЄҐ '’/.-]{2,40}(?:,(?: [A-Z][\w.-]+){1,3})?(?:\s+[-–—]{1,2}|:)\s+(?=[\w\"“«'‘])"
)
# Of a ship or an operation, say: quoted, and no speech.
_NAME = re.compile(r"[A-Z][\w'’-]*(?: (?:of|the|and|in|on|for|to|a|de|la|al|[A-Z][\w'’-]*))* [A-Z][\w'’-]*")
_PAIRS = {"»": "«", "”": "“", '"': '"', ")": "("}
_CLOSING = '"”'
_CRIED_BY = 40  # code points behind a quoted cry or question in which it is told who said it
# A straight mark that stands right behind a word closes a quotation and opens none.
_CUT_OFF = re.compile(r"(?:^|\s)[«“]([^«»“”]{12,1200})$")  # a quotation that the end of a clipped text cuts off
_SPEECH = 6  # blanks in what is surely speech, and no name
_QUOTE = re.compile(r"[\"«“„](?<![\w.,!?]\")([^\"«»“”„]{12,1200}?)[\"»”]")


class Sentence(Struct):
    """`plain[start:end]`, the `index`-th sentence of its text.

    `paragraph`: how many empty lines stand before it. `item`: whether it is an item of a list. `heading`: whether it
    ends in a colon. `triggers`: the words in it that tell of events.
    """

    start: int
    end: int
    paragraph: int
    index: int
    item: bool = False
    heading: bool = False
    triggers: list[Mark] = field(default_factory=list)


def sentences(view: View, marks: Marks) -> list[Sentence]:
    """Sentences in order; line breaks end one where the next line does not carry it on."""
    cuts = sorted(_cuts(view, marks).items())
    found: list[Sentence] = []
    opening = _DATELINE.match(view.plain)
    start, paragraph = opening.end() if opening else 0, 0
    for cut, strength in [*cuts, (len(view.plain), 0)]:
        if cut < start:
            continue
        text = view.plain[start:cut]
        begin = start + len(text) - len(text.lstrip())
        end = begin + len(text.strip())
        if end > begin:
            found.append(_sentence(view, marks, begin, end, paragraph, len(found)))
        start = cut
        paragraph += strength == 2
    return found


def _sentence(view: View, marks: Marks, start: int, end: int, paragraph: int, index: int) -> Sentence:
    text = view.plain[start:end]
    return Sentence(
        start,
        end,
        paragraph,
        index,
        bool(_ITEM.match(text)),
        text.rstrip("*_ ").endswith(":"),
        marks.within(start, end, "trigger"),
    )


def _cuts(view: View, marks: Marks) -> dict[int, int]:
    """Offsets at which a sentence ends, with the strength of the break (0 within a line, 1 a line, 2 an empty line)."""
    stops = _END.finditer(view.plain)
    cuts = {stop.end(): 0 for stop in stops if not _goes_on(view, marks, stop.start(), stop.end(), stop[0])}
    lines = view.breaks.items()
    return cuts | {at: strength for at, strength in lines if strength == 2 or not _line_goes_on(view, marks, at)}


def _goes_on(view: View, marks: Marks, dot: int, end: int, mark: str) -> bool:
    """Whether a full stop ends no sentence: an abbreviation, an initial, a small letter or who cries it behind it."""
    after = view.plain[end + 1 : end + 2]
    if mark == "." and _CLOCK.search(view.folded, max(0, dot - _PREPOSITION), dot) and after.isupper():
        return bool(_CLOCK_GOES_ON.match(view.folded, end + 1))
    if mark == "." and _ABBREVIATION.search(view.folded[max(0, dot - 12) : dot]):
        return True
    if mark[0] in ".…":
        return after.islower()
    return mark[-1] in _CLOSING and (after.islower() or bool(marks.cues(end, end + _CRIED_BY, "say")))


def _line_goes_on(view: View, marks: Marks, at: int) -> bool:
    """Whether the line behind a break carries on the sentence before it, as broken lines of bulletins do."""
    before = view.plain[max(0, at - 4) : at].rstrip()[-1:]
    after = view.plain[at + 1 : at + 2]
    if before == ":" and marks.within(at + 1, at + 3, "place"):
        return True  # "from the directions: Kursk, …" goes on; a list of what was hit begins with a dash or a figure
    if before in ".!?:;…" or not after:
        return False
    if after.islower() or before in ",—–" or _DANGLING.search(view.folded, max(0, at - _PREPOSITION), at):
        return True
    following = marks.within(at + 1, at + 3)
    return (
        before not in '"»)'
        and any(m.type == "weapon" and m.start <= at + 2 for m in following)
        and not any(m.type == "quantity" for m in following)
    )


def quotations(view: View) -> list[tuple[int, int]]:
    """Stretches of quoted speech (not quoted names): offsets between the marks of quotation."""
    found = [m.span(1) for m in _QUOTE.finditer(view.plain) if m[1].count(" ") >= 2 and not _NAME.fullmatch(m[1])]
    cut = _CUT_OFF.search(view.plain, found[-1][1] + 1 if found else 0)
    return [*found, (cut.start(1), cut.end(1))] if cut and cut[1].count(" ") >= _SPEECH else found


def closed(view: View, start: int, end: int) -> int:
    """The end of a stretch, behind the mark that closes a name or a bracket opened in it: «атаку «Нептунів»»."""
    behind = view.plain[end : end + 1]
    opening = _PAIRS.get(behind)
    if opening is None:
        return end
    words = view.plain[start:end]
    opened = words.count(opening) % 2 if opening == behind else words.count(opening) > words.count(behind)
    return end + 1 if opened else end
