"""A seeded sample for a person to read: what Purport may have missed, or what it claims.

    python bench/sample.py missed|claims PATH… [--seed N] [--n N] [--kind KIND] [--language CODE]

missed: sentences that pass the gate by themselves and hold no words of a claim (`--kind`: with a trigger so named).
claims: claims, the words marked in their sentence, the slots in one line below (`--kind`: claims of that kind).
PATH: files or folders that Purport reads. The same documents, options and seed give the same sample.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from purport import extract
from purport.claims.gate import passes
from purport.claims.marks import Mark, Marks
from purport.claims.matcher import Hit, Lexicon
from purport.claims.segments import sentences
from purport.model import KINDS, Claim, Document, Place, Quantity, Span, View
from purport.sources import read_paths

TYPES = {"triggers": "trigger", "weapons": "weapon"}
OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True)
class Piece:
    """A sentence of a document's text, and the lexicon's hits in it."""

    span: Span
    hits: tuple[Hit, ...]

    @property
    def triggers(self) -> list[str]:
        return [hit.label for hit in self.hits if hit.concept == "triggers"]


def pieces(text: str, lexicon: Lexicon) -> list[Piece]:
    """The text's sentences, at their offsets in it."""
    view = View(text)
    hits = lexicon.find(view)
    marks = Marks(Mark(h.start, h.end, TYPES[h.concept], h.label) for h in hits if h.concept in TYPES)
    return [
        Piece(view.original(part.start, part.end), tuple(h for h in hits if part.start <= h.start < part.end))
        for part in sentences(view, marks)
    ]


def missed(document: Document, lexicon: Lexicon, kind: str | None) -> Iterator[str]:
    """What to print of each sentence that passes the gate and holds no words of a claim."""
    found = pieces(document.text, lexicon)
    told = [Span(c.start, c.end) for c in extract(document)] if any(passes(list(p.hits)) for p in found) else []
    for piece in found:
        if not passes(list(piece.hits)) or any(span.overlaps(piece.span) for span in told):
            continue
        if kind is None or any(label.partition(":")[0] == kind for label in piece.triggers):
            yield f"{one_line(piece.span.of(document.text))}\n    triggers: {', '.join(piece.triggers)}"


def claimed(document: Document, lexicon: Lexicon, kind: str | None) -> Iterator[str]:
    """What to print of each claim."""
    found = pieces(document.text, lexicon)
    for claim in extract(document):
        if kind in {None, claim.kind}:
            words = Span(claim.start, claim.end)
            around = [piece.span for piece in found if piece.span.overlaps(words)] or [words]
            yield f"{marked(document.text, around[0].cover(around[-1]), words)}\n    {slots(claim)}"


def marked(text: str, around: Span, words: Span) -> str:
    """The words of `around` in one line, those of `words` between marks."""
    whole = around.cover(words)
    before, after = text[whole.start : words.start], text[words.end : whole.end]
    return one_line(f"{before}{OPEN}{words.of(text)}{CLOSE}{after}")


def one_line(text: str) -> str:
    return " ".join(text.split())


def slots(claim: Claim) -> str:
    """All slots that a claim fills, in one line."""
    told = {
        "count": count(claim.count),
        "weapons": ", ".join(w.model or w.cls for w in claim.weapons),
        "by": claim.attacker,
        "outcome": claim.outcome,
        "places": ", ".join(place(p) for p in claim.places),
        "time": claim.time and f"{claim.time.start}…{claim.time.end}",
        "objects": ", ".join(f"{thing.type} {thing.effect}" for thing in claim.objects),
        "people": ", ".join(f"{p.effect} {bounds(p.min, p.max)}" for p in claim.people),
        "sources": ", ".join(claim.sources),
        "stance": claim.stance,
    }
    return f"{claim.kind}: " + "; ".join(f"{name} {value}" for name, value in told.items() if value)


def count(quantity: Quantity | None) -> str:
    return "" if quantity is None else ("~" if quantity.approx else "") + bounds(quantity.min, quantity.max)


def bounds(low: int | None, high: int | None) -> str:
    if low == high:
        return "?" if low is None else str(low)
    return f"{'' if low is None else low}…{'' if high is None else high}"


def place(where: Place) -> str:
    origin = "from " if where.role == "origin" else ""
    return f"{origin}{where.name} ({where.region or where.country or where.precision})"


def drawn(found: list[str], n: int, seed: int) -> list[str]:
    """`n` of them, or all where there are fewer, in the order of the documents."""
    chosen = random.Random(seed).sample(range(len(found)), min(n, len(found)))  # noqa: S311
    return [found[i] for i in sorted(chosen)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["missed", "claims"])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=30)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--language")
    options = parser.parse_args()
    lexicon, draw = Lexicon.load(), {"missed": missed, "claims": claimed}[options.what]
    found = [
        f"{document.id}  {(document.published or 'undated')[:16]}  {line}"
        for document in read_paths(options.paths, on_error=lambda error: print(f"left out: {error}", file=sys.stderr))
        if options.language in {None, document.language}
        for line in draw(document, lexicon, options.kind)
    ]
    sample = drawn(found, options.n, options.seed)
    print(f"{options.what}: {len(sample)} of {len(found)}, seed {options.seed}\n")
    print("\n\n".join(f"{i}. {line}" for i, line in enumerate(sample, 1)))


if __name__ == "__main__":
    main()
