from types import ModuleType

import pytest

from purport.claims.matcher import Lexicon
from purport.model import Claim, Document, Place, Quantity, Span, Weapon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def document(text: str) -> Document:
    return Document(id="d", source="s", kind="telegram", url=None, published=None, language="en", title=None, text=text)


def test_pieces_stand_at_their_offsets(sample: ModuleType, lexicon: Lexicon) -> None:
    text = "**Nine drones** were shot down.  We slept. ⚡️ A missile hit a depot."
    found = sample.pieces(text, lexicon)
    assert [piece.span.of(text) for piece in found][1] == "We slept."
    assert [bool(piece.triggers) for piece in found] == [True, False, True]


def test_words_are_marked_within_their_sentence_in_one_line(sample: ModuleType) -> None:
    text = "At dawn\nnine drones were shot down over the bay. We slept."
    assert sample.marked(text, Span(0, 48), Span(8, 34)) == "At dawn ⟦nine drones were shot down⟧ over the bay."


def test_words_beyond_their_sentence_are_marked_whole(sample: ModuleType) -> None:
    assert sample.marked("abc def", Span(0, 3), Span(2, 7)) == "ab⟦c def⟧"


def test_slots_stand_in_one_line(sample: ModuleType) -> None:
    where = Place("Port", "origin", "UA", "UA-51", "Port", None, None, None, None, "settlement")
    claim = Claim.of(
        document("nine drones"),
        kind="attack",
        start=0,
        end=11,
        attacker="RU",
        weapons=(Weapon("uav"),),
        count=Quantity.exact(9),
        places=(where,),
    )
    assert sample.slots(claim) == "attack: count 9; weapons uav; by RU; places from Port (UA-51); stance asserted"


@pytest.mark.parametrize(
    ("low", "high", "said"), [(3, 3, "3"), (10, None, "10…"), (None, 30, "…30"), (None, None, "?")]
)
def test_bounds(sample: ModuleType, low: int | None, high: int | None, said: str) -> None:
    assert sample.bounds(low, high) == said


def test_a_seed_always_draws_the_same_in_order(sample: ModuleType) -> None:
    lines = [f"{i:03}" for i in range(200)]
    drawn = sample.drawn(lines, 20, 1)
    assert drawn == sorted(drawn)
    assert drawn == sample.drawn(lines, 20, 1)
    assert drawn != sample.drawn(lines, 20, 2)
    assert sample.drawn(lines[:3], 20, 1) == lines[:3]


def test_missed_sentences_are_those_of_the_gate_that_no_claim_touches(
    sample: ModuleType, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Nine drones were shot down. We slept. A missile hit a depot."
    claim = Claim.of(document(text), kind="interception", start=0, end=26)
    monkeypatch.setattr(sample, "extract", lambda _document: [claim])
    lines = list(sample.missed(document(text), lexicon, None))
    assert [line.splitlines()[0] for line in lines] == ["A missile hit a depot."]
    assert list(sample.missed(document(text), lexicon, "alert")) == []
