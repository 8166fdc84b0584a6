"""Who says it: the chain of sources behind each stretch of a text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, islice, takewhile

from msgspec import structs

from purport.claims.attribution import OUTLETS, Listener, Voice, joined
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence, quotations
from purport.claims.setting import Setting
from purport.claims.signoffs import Signed, SignOffs
from purport.claims.speakers import Speakers
from purport.claims.syntax import pattern
from purport.model import Attribution, View

__all__ = ["Voice", "Voices"]

_BEHIND = 4  # code points behind a verb of saying within which words of time belong to it
_QUOTED_BEFORE = 60  # code points between a quotation and the words of attribution behind it
_DASHED = 6  # code points between a quotation and the dash behind which it is signed
_QUOTED_BEHIND = 40  # the same where they stand before it
_AROUND = 120  # code points around a quotation in which the sentences lie that may name its speaker
_ABOUT_THIS = pattern(r"\W*<about_this>\b")
_REMINDS = pattern(r"\W*<reminds>\b")
_STOP = re.compile(r"\w[^.!?]*[.!?]")
_LEAD = pattern(r"(?:[\s,:]|<that>\b)+")
_TAIL = pattern(r"[\s,;:.!?\"“«(–—-][\s,;:.!?\"“«(–—-]*(?:<article>\s*)?$")
_ACCUSED_OF = pattern(r" (?:[\w’'.-]+ ){1,4}<of> (?:\w+ly )?(?:[\w-]+ing (?:[\w-]+ ){0,4})?")
_TAIL_SPAN = 30  # code points of what is trimmed from the end of a stretch, at most


class Voices:
    """The voices of one document."""

    def __init__(self, view: View, marks: Marks, parts: list[Sentence], register: Register, setting: Setting) -> None:
        self._view, self._marks = view, marks
        self._speakers = speakers = Speakers(view, marks, register, setting)
        self._listener = Listener(view, marks, speakers)
        signoffs = SignOffs(view, marks, speakers, register, is_digest=setting.is_feed)
        quotes = quotations(view)
        self._signed: list[Signed] = []
        self._turns: list[Signed] = []  # what follows the words of somebody named before a colon, in an interview
        self._by_sentence = _with_platforms(dict(self._heard(parts, signoffs, quotes, is_post=setting.is_post)))
        self._whole = signoffs.of_post(self._signed) if setting.is_post else ()
        self._owners = self._own(parts, quotes)
        self._quoted = list(self._owners)  # in order of the text, and none within another
        self._outlets = signoffs.of_paragraphs(parts)
        self._told_after = self._after(parts)

    def _heard(
        self, parts: list[Sentence], signoffs: SignOffs, quotes: list[tuple[int, int]], *, is_post: bool
    ) -> Iterator[tuple[int, list[Voice]]]:
        """The voices of each sentence, by its index; who signs one is "he" in those behind it."""
        behind = 0  # where the sentence ends that was signed last
        for part in parts:
            heard = self._listener.voices(part)
            yield part.index, heard
            if not is_post:
                continue
            self._turn(parts, part, heard)
            signed = signoffs.signature(part, parts)
            if signed is not None:
                start, end, chain = signed
                quoted = next((first for first, last in quotes if 0 <= end - last < _DASHED), 0)
                self._signed.append((max(start, behind, quoted), end, chain))
                self._listener.note(chain)
                behind = part.end

    def _turn(self, parts: list[Sentence], part: Sentence, heard: list[Voice]) -> None:
        """Take note of who speaks to the end of a paragraph, or until somebody else does."""
        last = parts[min(part.index + part.heading, len(parts) - 1)]
        for voice in (v for v in heard if v.is_turn or _announces(part, v)):
            if self._turns and self._turns[-1][1] > part.start:
                self._turns[-1] = self._turns[-1][0], part.start, self._turns[-1][2]
            self._turns.append((part.end, _paragraph_end(parts, last), voice.chain))

    def of(self, sentence: Sentence, at: int) -> tuple[Attribution, ...]:
        """The chain behind what stands at an offset of a sentence, nearest to the event first."""
        return self.published(sentence, self.said(sentence, at))

    def said(self, sentence: Sentence, at: int) -> tuple[Attribution, ...]:
        """The same without the outlets that its paragraph names in brackets."""
        for (start, end), chain in self._owners.items():
            if start <= at < end and chain:
                return chain
        chain = _governing(self._by_sentence[sentence.index], at)
        if chain or _REMINDS.match(self._view.folded, sentence.start):
            return self.passed_on(at, chain)
        inside = (chain for start, end, chain in (*self._turns, *self._signed) if start <= at < end)
        return next(inside, ()) or self._told_after.get(sentence.index, ()) or self._whole

    def passed_on(self, at: int, chain: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """A chain, with the outlet that signs what stands at an offset: it tells what others say."""
        signers = next((signed for start, end, signed in self._signed if start <= at < end), ())
        return joined(chain, tuple(a for a in signers if a.source.kind in OUTLETS)) if chain else chain

    def published(self, sentence: Sentence, chain: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """A chain, with the outlets that its paragraph names in brackets: who passed it on."""
        return joined(chain, self._outlets[sentence.paragraph])

    def quotes(self, sentence: Sentence) -> list[Signed]:
        """The stretches of a sentence that are quoted, with who says them: in a post else who signs it."""
        signer = self._signed[0][2] if self._signed else ()
        first = bisect_right(self._quoted, sentence.start, key=lambda quote: quote[1])
        inside = takewhile(lambda quote: quote[0] < sentence.end, islice(self._quoted, first, None))
        return _within(sentence, ((start, end, self._owners[start, end] or signer) for start, end in inside))

    def signed(self, sentence: Sentence) -> list[Signed]:
        """The stretches of a sentence that are signed, with who signs them."""
        return _within(sentence, [*self._signed, *self._turns])

    def speaks(self, sentence: Sentence) -> list[Voice]:
        """The voices of a sentence."""
        return self._by_sentence[sentence.index]

    def subject(self, sentence: Sentence, verb: Mark) -> tuple[Attribution, ...]:
        """Who does what a verb says; empty where nobody known stands in front of it."""
        return self._listener.subject(sentence, verb)

    def accuser(self, sentence: Sentence, at: int) -> tuple[Attribution, ...]:
        """Who accuses somebody of what is told at an offset: "Moscow accused Kyiv of hitting a dormitory"."""
        verbs = (t for t in sentence.triggers if t.label == "statement:judge" and t.end < at)
        verb = next((t for t in verbs if self.is_accused(t, at)), None)
        return self.subject(sentence, verb) if verb is not None else ()

    def is_accused(self, verb: Mark, at: int) -> bool:
        """Whether what is told at an offset is what a verb of judging accuses somebody of."""
        return bool(_ACCUSED_OF.fullmatch(self._view.folded, verb.end, at))

    def actors(self, sentence: Sentence, verb: Mark) -> list[Mark]:
        """The words that name who does what a verb says."""
        return self._listener.actors(sentence, verb)

    def named(self, marks: list[Mark]) -> tuple[Attribution, ...]:
        """Those whom marks name, as speakers."""
        return self._speakers.chain(marks, "said")

    def is_attribution(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a stretch lies within words of attribution."""
        return any(v.cue_start <= start and end <= v.cue_end for v in self._by_sentence[sentence.index])

    def is_time_of_speech(self, sentence: Sentence, start: int) -> bool:
        """Whether words of time tell when somebody spoke: "said on Friday"."""
        voices = self._by_sentence[sentence.index]
        return any(v.cue_start <= start < v.cue_end + _BEHIND and not self._is_parted(v, start) for v in voices)

    def _is_parted(self, voice: Voice, start: int) -> bool:
        """Whether a comma parts words of time from those of attribution: "according to police, on Friday …"."""
        return "," in self._view.plain[voice.cue_end : start]

    def trimmed(self, sentence: Sentence, start: int, end: int, at: int) -> tuple[int, int]:
        """A stretch of a sentence without the words of attribution at its ends; what stands at `at` stays in it."""
        whole = start, end
        for voice in self._by_sentence[sentence.index]:
            if start <= voice.cue_end <= at:
                start = self._behind(voice.cue_end, end)
            elif at < voice.cue_start < end:
                end = voice.cue_start
        end = min([end, *(dash for _, dash, _ in self.signed(sentence) if at < dash)])
        if not start <= at < end:
            return whole  # words of attribution that run into each other leave nothing to trim to
        tail = _TAIL.search(self._view.plain, max(start, end - _TAIL_SPAN), end)
        return start, tail.start() if tail else end

    def _after(self, parts: list[Sentence]) -> dict[int, tuple[Attribution, ...]]:
        """Who said the sentences before one that tells just that: "Four died. This was reported by the mayor"."""
        found: dict[int, tuple[Attribution, ...]] = {}
        for part in parts[1:]:
            voices = self._by_sentence[part.index]
            if not voices or part.triggers or not _ABOUT_THIS.match(self._view.folded, part.start):
                continue
            first = parts[part.index - 1].paragraph
            for before in reversed(parts[: part.index]):
                if self._by_sentence[before.index] or before.paragraph != first:
                    break
                found[before.index] = voices[0].chain
        return found

    # quotations

    def _behind(self, start: int, end: int) -> int:
        """Where what is said begins behind words of attribution: behind "early on Friday that", too."""
        for when in self._marks.within(start, start + _BEHIND, "time"):
            start = when.end
        lead = _LEAD.match(self._view.plain[start:end])
        return start + (lead.end() if lead else 0)

    def _own(
        self, parts: list[Sentence], quotes: list[tuple[int, int]]
    ) -> dict[tuple[int, int], tuple[Attribution, ...]]:
        """Who says each quotation: the voice beside it, else who said the one before in the paragraph."""
        owners: dict[tuple[int, int], tuple[Attribution, ...]] = {}
        previous: tuple[int, tuple[Attribution, ...]] = (-1, ())
        for start, end in quotes:
            part = next((p for p in parts if p.start <= end <= p.end + 2 and p.end > start), None)
            if part is None:
                continue
            carried = previous[1] if previous[0] == part.paragraph else ()
            signer = (chain for first, last, chain in self._signed if first <= start and 0 <= last - end < _DASHED)
            chain = (
                self._beside(parts, part, start, end)
                or next(signer, ())
                or carried
                or self._introduced(parts, part, start)
            )
            owners[start, end] = chain
            previous = (part.paragraph, chain)
        return owners

    def _beside(self, parts: list[Sentence], part: Sentence, start: int, end: int) -> tuple[Attribution, ...]:
        """The voice right behind a quotation, else the one right before it; what opens another paragraph is neither."""
        near = [p for p in parts if p.start < end + _AROUND and p.end > start - _AROUND]
        voices = [(v, p.paragraph == part.paragraph or not v.leads) for p in near for v in self._by_sentence[p.index]]
        behind = [
            v
            for v, here in voices
            if here and 0 <= v.cue_start - end < _QUOTED_BEFORE and not self._is_over(end, v.cue_start)
        ]
        before = [v for v, _ in voices if 0 <= start - v.cue_end < _QUOTED_BEHIND]
        return behind[0].chain if behind else before[-1].chain if before else ()

    def _introduced(self, parts: list[Sentence], part: Sentence, start: int) -> tuple[Attribution, ...]:
        """Of a quotation that no verb of saying gives to anybody: the person of whom the sentence before it tells."""
        first = next(p for p in parts[: part.index + 1] if p.end > start)
        if first.index == 0 or parts[first.index - 1].paragraph != first.paragraph or start > first.start + 1:
            return ()
        return self._listener.introduces(parts[first.index - 1])

    def _is_over(self, start: int, end: int) -> bool:
        """Whether a sentence ends in a stretch behind a quotation."""
        return bool(_STOP.search(self._view.plain[start:end]))


def _announces(part: Sentence, voice: Voice) -> bool:
    """Whether a heading tells whose words follow it; a country only tells where what follows happened."""
    return part.heading and voice.leads and voice.chain[0].source.kind != "state"


def _paragraph_end(parts: list[Sentence], part: Sentence) -> int:
    """Where the last sentence of a paragraph ends."""
    following = takewhile(lambda other: other.paragraph == part.paragraph, parts[part.index :])
    return list(following)[-1].end


def _within(sentence: Sentence, stretches: Iterable[Signed]) -> list[Signed]:
    """The stretches as far as they lie in a sentence."""
    return [
        (max(start, sentence.start), min(end, sentence.end), chain)
        for start, end, chain in stretches
        if start < sentence.end and end > sentence.start
    ]


def _with_platforms(heard: dict[int, list[Voice]]) -> dict[int, list[Voice]]:
    """The voices of each sentence, each with the platform on which its speaker wrote what stands right beside it."""
    voices = [(index, voice) for index, inside in heard.items() for voice in inside]
    if not any(link.source.kind == "platform" for _, voice in voices for link in voice.chain):
        return heard
    told: dict[int, list[Voice]] = {index: [] for index in heard}
    for _, run in groupby(voices, key=lambda numbered: numbered[1].chain[0].source.name):
        same = list(run)
        platforms = [a for _, voice in same for a in voice.chain if a.source.kind == "platform"]
        for index, voice in same:
            told[index].append(structs.replace(voice, chain=joined(voice.chain, tuple(platforms[:1]))))
    return told


def _governing(voices: list[Voice], at: int) -> tuple[Attribution, ...]:
    """The chain of the last voice before an offset, and behind it that of the first that closes its sentence or clause.

    Where no words of attribution stand behind an offset, those that close a clause before it govern it, too.
    """
    inside = [v for v in voices if v.start <= at < v.end]
    leading = [v.chain for v in inside if v.leads][-1:]
    closing = [v for v in inside if not v.leads]
    trailing = [v.chain for v in closing if v.cue_end > at][:1] or ([] if leading else [v.chain for v in closing][-1:])
    chains = [*leading, *trailing, ()]
    return joined(chains[0], chains[1] if len(chains) > 1 else ())
