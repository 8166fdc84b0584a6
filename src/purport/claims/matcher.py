"""Every word of the lexicons in a text, found in one pass of one automaton.

`lexicon/forms.tsv` holds each entry in each of its forms (`tools/build_lexicon.py` writes it), so that nothing here
knows any morphology. An automaton over all 80,000 forms takes four times as long to build as one over how they begin:
so it knows beginnings, and whole forms are compared where one is met, with the words up to each blank from there on. It
runs over the bytes of a code page, one for each character, which keeps its offsets those of the view.
"""

from bisect import bisect_left
from collections.abc import Iterator
from importlib.resources import files

from ahocorasick_rs import BytesAhoCorasick
from msgspec import Struct

from purport.model import View

__all__ = ["ALL", "IGNORE", "Hit", "Lexicon"]

IGNORE = "ignore"
"""The concept of phrases that hide what stands inside them ("heart attack"): words of the concept their label names."""

ALL = "all"
"""The label of a phrase to ignore that hides every concept."""

_PAGE = "cp1251"  # Latin, Russian and Ukrainian letters
# All else is blank to the automaton, which looks for a blank and a beginning: and told apart when forms are compared.
_BLANK = b" "
_BLANKED = bytes(code if bytes([code]).decode(_PAGE, "replace").isalnum() else ord(_BLANK) for code in range(256))
_BEGINNING = 10  # letters; with fewer finding takes longer, with more building does
_EMPTY_LINE = 2  # the strength of a break that an empty line makes


class Hit(Struct, frozen=True, gc=False):
    """An entry found at `view.plain[start:end]`.

    `language` is the entry's, several joined with a comma; `number` is "s" where the form speaks of one thing only, "p"
    where of several only, else "".
    """

    start: int
    end: int
    concept: str
    label: str
    language: str
    number: str


# Of one beginning: how many blanks, the first in front, the automaton sees in a form at most; and by each form the
# concept, label, language and number of the entries that share it.
_Forms = tuple[int, dict[str, list[list[str]]]]


class Lexicon:
    """Finds entries in texts. Build it once: `Lexicon.load()`."""

    def __init__(self, table: str) -> None:
        """`table` is the text of a `forms.tsv`: a header, then a row for each form, concept and label, sorted."""
        self._rows = table.splitlines()[1:]
        starts, self._first = _beginnings(self._rows)
        self._automaton = BytesAhoCorasick(starts)
        self._forms: dict[int, _Forms] = {}

    @classmethod
    def load(cls) -> "Lexicon":
        """The lexicon that is shipped."""
        table = files("purport.claims") / "lexicon" / "forms.tsv"
        return cls(table.read_text(encoding="utf-8"))

    def entries(self) -> Iterator[tuple[str, str, str]]:
        """Form, concept and label of every entry, in each of its forms."""
        for row in self._rows:
            form, concept, label, _, _ = row.split("\t")
            yield form, concept, label

    def find(self, view: View) -> list[Hit]:
        """All entries, sorted by start, longer ones first; of one concept, none inside a longer one.

        Entries of different concepts may overlap, and one span may have several labels.
        """
        empty_lines = sorted(at for at, strength in view.breaks.items() if strength == _EMPTY_LINE)
        hits = [hit for hit in self._raw(view.folded) if not (empty_lines and _is_parted(empty_lines, hit))]
        hits.sort(key=lambda hit: (hit.start, -hit.end, hit.concept, hit.label))
        hidden = [hit for hit in hits if hit.concept == IGNORE]
        return [hit for hit in _longest(hits) if hit.concept != IGNORE and not (hidden and _is_hidden(hit, hidden))]

    def _raw(self, folded: str) -> Iterator[Hit]:
        """The entries that are whole words."""
        seen = _encode(folded) + _BLANK
        for beginning, start, _ in self._automaton.find_matches_as_indexes(seen, overlapping=True):
            if _opens(folded, start):
                blanks, forms = self._forms.get(beginning) or self._beginning_with(beginning)
                end = start
                for _ in range(blanks):
                    end = seen.find(_BLANK, end + 2) - 1  # two on: past the blank in front, and a letter at least
                    if end < start:
                        break
                    entries = forms.get(folded[start:end])
                    if entries and _closes(folded, end):
                        for entry in entries:
                            yield Hit(start, end, *entry)

    def _beginning_with(self, beginning: int) -> _Forms:
        """Rows are taken apart when their beginning is first met: a text meets few of them."""
        blanks, forms = 0, dict[str, list[list[str]]]()
        for row in self._rows[self._first[beginning] : self._first[beginning + 1]]:
            form, *entry = row.split("\t")
            forms.setdefault(form, []).append(entry)
            blanks = max(blanks, _encode(form).count(_BLANK))
        known = self._forms[beginning] = blanks, forms
        return known


def _encode(text: str) -> bytes:
    """A text as the automaton sees it, with a blank in front of it."""
    return _BLANK + text.encode(_PAGE, "replace").translate(_BLANKED)


def _beginnings(rows: list[str]) -> tuple[list[bytes], list[int]]:
    """The different beginnings of the rows' forms, and the first row of each, with the number of rows at the end."""
    starts: list[bytes] = []
    first: list[int] = []
    for i, row in enumerate(rows):
        form, behind, _ = row[:_BEGINNING].partition("\t")
        start = _encode(form + behind)  # whose end is blank, too: so a short word is not met in longer ones
        if not starts or start != starts[-1]:
            starts.append(start)
            first.append(i)
    return starts, [*first, len(rows)]


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _opens(text: str, start: int) -> bool:
    """Whether a word may start here: not inside one, nor behind its apostrophe ("зв'язок")."""
    before = text[start - 1] if start else " "
    if before == " ":
        return True
    return not (_is_letter(before) or (before == "'" and start > 1 and _is_letter(text[start - 2])))


def _closes(text: str, end: int) -> bool:
    """Whether a word may end here; an apostrophe ends it only before a possessive's s."""
    behind = text[end : end + 1]
    if behind != "'" or not _is_letter(text[end + 1 : end + 2]):
        return not _is_letter(behind)
    return text[end + 1] == "s" and not _is_letter(text[end + 2 : end + 3])


def _is_parted(empty_lines: list[int], hit: Hit) -> bool:
    """Whether an empty line runs through it, as between a headline and a text."""
    i = bisect_left(empty_lines, hit.start)
    return i < len(empty_lines) and empty_lines[i] < hit.end


def _is_hidden(hit: Hit, hidden: list[Hit]) -> bool:
    return any(
        other.start <= hit.start and hit.end <= other.end and other.label in {ALL, hit.concept} for other in hidden
    )


def _longest(hits: list[Hit]) -> Iterator[Hit]:
    """The hits, sorted by start with longer ones first, that no longer one of the same concept holds."""
    reach: dict[str, Hit] = {}
    for hit in hits:
        longest = reach.setdefault(hit.concept, hit)
        if hit.end > longest.end:
            longest = reach[hit.concept] = hit
        if hit.end == longest.end and hit.start == longest.start:
            yield hit
