"""Positions that somebody voices about the war: only where nothing is told that happened."""

import re

from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.voices import Voice, Voices
from purport.model import Attribution, View

__all__ = ["statement"]

_SPEAKERS = frozenset({"official", "ministry", "administration", "state", "organisation"})
_SAYERS = frozenset({"official", "ministry"})
_MIN_WORDS = 4
_ASIDE = re.compile(r"(?:in|on|during|from|at|late|early|after|about)\b")
_QUOTED = re.compile(r"[\"“«][^\"”»]{14,}")


def statement(
    view: View, marks: Marks, voices: Voices, sentence: Sentence, *, told: bool
) -> tuple[Draft, tuple[Attribution, ...]] | None:
    """The position that a sentence voices, and its speaker; None where it voices none.

    `told`: whether the document tells of an attack: elsewhere a statement must itself speak of the war.
    """
    topics = marks.cues(sentence.start, sentence.end, "topic")
    quoted = voices.quoted(sentence)
    for voice in voices.speaks(sentence):
        sayers = _SPEAKERS if _QUOTED.search(view.plain[sentence.start : sentence.end]) else _SAYERS
        if voice.chain and voice.chain[0].source.kind in sayers and (len(topics) > 1 or (told and topics)):
            start, end = _content(view, sentence, voice)
            if view.plain[start:end].count(" ") >= _MIN_WORDS and _is_position(view, marks, start, end):
                return Draft("statement", start, end, sentence, start), voice.chain
    if (
        quoted
        and quoted[0].source.kind in _SPEAKERS
        and told
        and (topics or marks.cues(sentence.start, sentence.end, "position"))
    ):
        start, end = voices.trimmed(sentence, sentence.start, sentence.end, sentence.start)
        return (
            (Draft("statement", start, end, sentence, start), quoted)
            if view.plain[start:end].count(" ") >= _MIN_WORDS
            else None
        )
    return _acted(view, marks, voices, sentence, topics, told=told)


def _is_position(view: View, marks: Marks, start: int, end: int) -> bool:
    """Whether words voice a position, and do not merely report: they judge, demand or promise, or are quoted as they were said."""
    if _ASIDE.match(view.folded, start):
        return False
    return bool(marks.cues(start, end, "position")) or bool(_QUOTED.search(view.plain[start:end]))


def _content(view: View, sentence: Sentence, voice: Voice) -> tuple[int, int]:
    """What is said: behind the words of attribution where they lead, before them where they close the sentence."""
    start, end = (voice.cue_end, sentence.end) if voice.leads else (sentence.start, voice.cue_start)
    lead = re.match(r"(?:[\s,:\"“«]|that\b|що\b|что\b)+", view.plain[start:end])
    start += lead.end() if lead else 0
    tail = re.search(r"[\s,.\"”»–—-]+$", view.plain[start:end])
    return start, end - (len(tail[0]) if tail else 0)


def _acted(
    view: View, marks: Marks, voices: Voices, sentence: Sentence, topics: list[Mark], *, told: bool
) -> tuple[Draft, tuple[Attribution, ...]] | None:
    """ "Biden condemned the attack": the words of the position are its verb's."""
    for trigger in sentence.triggers:
        if trigger.head != "statement" or not topics or not (told or len(topics) > 1):
            continue
        chain = voices.subject(sentence, trigger)
        if chain and chain[0].source.kind in _SPEAKERS:
            start = max(sentence.start, trigger.start - 90)
            first = [m for m in marks.within(start, trigger.start, "source", "surname", "role")]
            start = first[0].start if first else trigger.start
            end = sentence.start + len(view.plain[sentence.start : sentence.end].rstrip(' .!?"”'))
            return Draft("statement", start, end, sentence, trigger.start), chain
    return None
