"""Positions that somebody voices about the war: only where nothing is told that happened."""

import re

from purport.claims.frames import Draft
from purport.claims.marks import Marks
from purport.claims.segments import Sentence
from purport.claims.syntax import pattern
from purport.claims.voices import Voice, Voices
from purport.model import Attribution, View

__all__ = ["Voiced", "statement"]

Voiced = tuple[Draft, tuple[Attribution, ...]]
"""A draft and the chain of sources behind it."""

_SPEAKERS = frozenset({"official", "ministry", "administration", "state", "organisation"})
_SAYERS = frozenset({"official", "ministry"})  # of these, also what is not quoted
_SUBJECT = 90  # code points before a verb in which who does what it says is named
_MIN_WORDS = 4
_ASIDE = pattern(r"<aside_of_saying>\b")
_LEAD = pattern(r"(?:[\s,:\"“«]|<that>\b)+")
_TAIL = re.compile(r"[\s,.\"”»–—-]+$")
_QUOTED = re.compile(r"[\"“«][^\"”»]{14,}")


def statement(view: View, marks: Marks, voices: Voices, sentence: Sentence, *, told: bool) -> Voiced | None:
    """The position that a sentence voices, and its speaker; None where it voices none.

    `told`: whether the document tells of an attack: elsewhere a statement must itself speak of the war.
    """
    topics = marks.cues(sentence.start, sentence.end, "topic")
    of_war = len(topics) > 1 or (told and bool(topics))
    said = _said(view, marks, voices, sentence) if of_war else None
    if said is not None:
        return said
    chain = voices.quoted(sentence) if told else ()
    if _speaks(chain) and (topics or marks.cues(sentence.start, sentence.end, "position")):
        return _quoted(view, voices, sentence, chain)
    return _acted(view, marks, voices, sentence) if of_war else None


def _speaks(chain: tuple[Attribution, ...]) -> bool:
    return bool(chain) and chain[0].source.kind in _SPEAKERS


def _said(view: View, marks: Marks, voices: Voices, sentence: Sentence) -> Voiced | None:
    """A position behind or before a verb of saying."""
    sayers = _SPEAKERS if _QUOTED.search(view.plain[sentence.start : sentence.end]) else _SAYERS
    for voice in voices.speaks(sentence):
        if voice.chain and voice.chain[0].source.kind in sayers:
            start, end = _content(view, sentence, voice)
            if _is_long(view, start, end) and _is_position(view, marks, start, end):
                return Draft("statement", start, end, sentence, start), voice.chain
    return None


def _quoted(view: View, voices: Voices, sentence: Sentence, chain: tuple[Attribution, ...]) -> Voiced | None:
    """A sentence of a longer quotation."""
    start, end = voices.trimmed(sentence, sentence.start, sentence.end, sentence.start)
    return (Draft("statement", start, end, sentence, start), chain) if _is_long(view, start, end) else None


def _is_long(view: View, start: int, end: int) -> bool:
    return view.plain[start:end].count(" ") >= _MIN_WORDS


def _is_position(view: View, marks: Marks, start: int, end: int) -> bool:
    """Whether words voice a position, and do not merely report: they judge, demand or promise, or are quoted."""
    if _ASIDE.match(view.folded, start):
        return False
    return bool(marks.cues(start, end, "position")) or bool(_QUOTED.search(view.plain[start:end]))


def _content(view: View, sentence: Sentence, voice: Voice) -> tuple[int, int]:
    """What is said: behind the words of attribution where they lead, before them where they close the sentence."""
    start, end = (voice.cue_end, sentence.end) if voice.leads else (sentence.start, voice.cue_start)
    lead = _LEAD.match(view.plain[start:end])
    start += lead.end() if lead else 0
    tail = _TAIL.search(view.plain[start:end])
    return start, end - (len(tail[0]) if tail else 0)


def _acted(view: View, marks: Marks, voices: Voices, sentence: Sentence) -> Voiced | None:
    """ "Biden condemned the attack": the words of the position are its verb's."""
    for verb in sentence.triggers:
        chain = voices.subject(sentence, verb) if verb.head == "statement" else ()
        if _speaks(chain):
            named = marks.within(max(sentence.start, verb.start - _SUBJECT), verb.start, "source", "surname", "role")
            start = named[0].start if named else verb.start
            end = sentence.start + len(view.plain[sentence.start : sentence.end].rstrip(' .!?"”'))
            return Draft("statement", start, end, sentence, verb.start), chain
    return None
