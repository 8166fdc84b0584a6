"""Who says it: from words of attribution to the chain of sources behind each stretch of a text."""

import re
from dataclasses import dataclass

from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence
from purport.model import Attribution, Source, View

__all__ = ["Voice", "Voices"]

_SPEAKERS = ("source", "surname", "role")
_NEAR = 90  # code points between a speaker and its verb: an apposition may stand between ("X, the governor of Y, said")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|він|вона|вони|он|она|они)\s*(?:also |has |had |have |did not |do not |does not |didn't |також |также |не )?$"
)
_DASH = re.compile(r"[-–—]\s*$")
_NAME = re.compile(r"(?:[A-ZА-ЯІЇЄҐ][\w'’-]+\s+){1,2}[A-ZА-ЯІЇЄҐ][\w'’-]+")
_CARRIES = re.compile(r"\b(?:adding|added|further|also said|додав|додала|добавил|добавила)\b")
_SIGN_OFF_ROOM = 70
_BEHIND = 4  # code points behind a verb of saying within which words of time belong to it
_BRACKETS = re.compile(r"\(\s*([A-Z][^()]{1,40}?)\s*\)")
_OUTLETS = re.compile(r"(?:\(\s*[A-Z][^()]{1,40}?\s*\)\s*)+\.?$")
_MEDIUMS = frozenset({"video_footage", "photographs", "satellite_images"})
_BESIDE = re.compile(
    r"(?:'s)?[\s,]*(?:(?:of|in|for|the|local|regional|region|state|military|ukraine's|russia's)\s+){0,3}"
)
_FORCES = frozenset({"defence_ministry", "military", "general_staff", "air_force", "navy"})
_LINK = re.compile(
    r"\[\W*(?:джерело|источник|source|via|першоджерело|первоисточник)\W*\]\(https?://t\.me/(?:s/)?([A-Za-z]\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker at work: `cue` are the words of attribution; what they govern lies in `start:end`. `leads`: the words stand first."""

    chain: tuple[Attribution, ...]
    start: int
    end: int
    cue_start: int
    cue_end: int
    leads: bool


class Voices:
    """The voices of one document. `publisher` is left out of every chain: a document speaks for itself."""

    def __init__(
        self,
        view: View,
        marks: Marks,
        parts: list[Sentence],
        quotes: list[tuple[int, int]],
        register: Register,
        publisher: Source | None,
        *,
        is_post: bool,
        on: str | None,
    ) -> None:
        self._view, self._marks, self._register, self._quotes = view, marks, register, quotes
        self._publisher, self._on = publisher, on
        self._known: dict[str, Source] = {}
        self._last: Attribution | None = None
        self._by_sentence: dict[int, list[Voice]] = {}
        self._whole: tuple[Attribution, ...] = ()
        for part in parts:
            self._by_sentence[part.index] = self._read(part)
        if is_post:
            self._whole = self._sign_off(parts) or self._link()
        self._owners = self._own_quotes(parts)
        self._outlets = self._bracketed(parts)

    def of(self, sentence: Sentence, at: int) -> tuple[Attribution, ...]:
        """The chain behind what stands at an offset of a sentence, nearest to the event first."""
        for (start, end), chain in self._owners.items():
            if start <= at < end and chain:
                return chain
        chain = self._governing(self._by_sentence[sentence.index], at) or self._whole
        named = {a.source.name for a in chain}
        return chain + tuple(a for a in self._outlets.get(sentence.paragraph, ()) if a.source.name not in named)

    def quoted(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The chain behind a sentence that lies within a quotation; empty where it does not."""
        middle = (sentence.start + sentence.end) // 2
        return next((chain for (start, end), chain in self._owners.items() if start <= middle < end), ())

    def speaks(self, sentence: Sentence) -> list[Voice]:
        """The voices of a sentence."""
        return self._by_sentence[sentence.index]

    def subject(self, sentence: Sentence, verb: Mark) -> tuple[Attribution, ...]:
        """Who does what a verb says: the speaker in front of it; empty where nobody known stands there."""
        found = self._chain(self._preceding(sentence, verb), "said") or self._pronoun(sentence, verb)
        return found[:1]

    def is_attribution(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a stretch lies within words of attribution."""
        return any(v.cue_start <= start and end <= v.cue_end for v in self._by_sentence[sentence.index])

    def is_time_of_speech(self, sentence: Sentence, start: int) -> bool:
        """Whether words of time tell when somebody spoke: "said on Friday"."""
        return any(v.cue_start <= start < v.cue_end + _BEHIND for v in self._by_sentence[sentence.index])

    def _governing(self, voices: list[Voice], at: int) -> tuple[Attribution, ...]:
        inside = [v for v in voices if v.start <= at < v.end]
        leading = [v for v in inside if v.leads]
        trailing = [v for v in inside if not v.leads]
        chain = leading[-1].chain if leading else ()
        for voice in trailing[:1]:
            chain += tuple(a for a in voice.chain if a.source.name not in {b.source.name for b in chain})
        return chain

    # reading one sentence

    def _read(self, part: Sentence) -> list[Voice]:
        voices: list[Voice] = []
        for cue in self._marks.cues(part.start, part.end, "say", "according", "citing"):
            voice = self._citing(part, cue, voices) if cue.label == "citing" else self._voice(part, cue)
            if voice is not None:
                voices.append(voice)
        return voices

    def _voice(self, part: Sentence, cue: Mark) -> Voice | None:
        if cue.label == "according":
            speakers = self._following(part, cue.end, room=60)
            first, last = cue.start, max([cue.end, *(s.end for s in speakers)])
        elif self._says_pronoun(part, cue):
            speakers, first, last = [], cue.start, cue.end
        else:
            speakers = self._preceding(part, cue) or self._inverted(part, cue)
            first = min([cue.start, *(s.start for s in speakers)])
            last = max([cue.end, *(s.end for s in speakers)])
        chain = self._chain(speakers, cue.label)
        if not chain:
            chain = self._pronoun(part, cue)
        if not chain:
            return None
        self._last = chain[0] if chain[0].source.kind != "platform" else self._last
        chain += self._platform(part, first, last, chain)
        if self._marks.within(
            max((s.end for s in speakers if s.end <= cue.start), default=cue.start), cue.start, "trigger"
        ):
            first = cue.start  # "Russia struck Kyiv, saying …": what lies between is told, not who tells it
        first = self._with_title(first)
        leads = self._leads(part, first, last)
        start, end = (last, part.end) if leads else (part.start, part.end)
        return Voice(chain, start, end, first, last, leads)

    def _citing(self, part: Sentence, cue: Mark, voices: list[Voice]) -> Voice | None:
        """ "RIA reported, citing the ministry": the cited one stands nearer to the event than who cites it."""
        cited = self._chain(self._following(part, cue.end, room=60), "citing")
        if not cited:
            return None
        if voices:
            citer = voices.pop()
            return Voice((*cited, *citer.chain), citer.start, citer.end, citer.cue_start, part.end, citer.leads)
        return Voice(cited, part.start, part.end, cue.start, part.end, leads=False)

    def _preceding(self, part: Sentence, cue: Mark) -> list[Mark]:
        """Speakers in front of a verb, close enough and with no other verb of saying between."""
        found = self._marks.within(max(part.start, cue.start - _NEAR), cue.start, *_SPEAKERS)
        others = self._marks.cues(max(part.start, cue.start - _NEAR), cue.start, "say", "according", "citing")
        barrier = max([o.end for o in others], default=part.start)
        found = [s for s in found if s.start >= barrier and s.end <= cue.start and not self._blocked(s, cue)]
        return self._joined(found)

    def _blocked(self, speaker: Mark, cue: Mark) -> bool:
        """Whether an event or a closed quotation between speaker and verb shows that the two do not belong together."""
        between = self._view.plain[speaker.end : cue.start]
        if re.search(r"[.!?;:\"»”]", between):
            return True
        return bool(self._marks.within(speaker.end, cue.start, "trigger")) and "," not in between[-3:]

    def _inverted(self, part: Sentence, cue: Mark) -> list[Mark]:
        """Speakers behind a verb: "said Golubev", «повідомив Прокудін»."""
        found = self._following(part, cue.end, room=50)
        return [s for s in found if not self._marks.within(cue.end, s.start, "trigger")]

    def _following(self, part: Sentence, at: int, room: int) -> list[Mark]:
        found = self._marks.within(at, min(part.end, at + room), *_SPEAKERS)
        if not found or re.search(
            r"[.;:\"»”]|, (?!and )|\bthat\b|\bщо\b|\bчто\b", self._view.plain[at : found[0].start]
        ):
            return []
        kept = [found[0]]
        for mark in found[1:]:
            if not re.fullmatch(
                r"[\s,]*(?:and|і|й|та|и|or)?\s*[\w' ]{0,24}", self._view.plain[kept[-1].end : mark.start]
            ):
                break
            kept.append(mark)
        return kept

    @staticmethod
    def _joined(found: list[Mark]) -> list[Mark]:
        """The last speaker before the verb, with those that an "and" joins to it or whose title it is."""
        return found[-3:]

    def _chain(self, speakers: list[Mark], cue: str) -> tuple[Attribution, ...]:
        """Links for speakers of one verb: a role beside a name is that person's title and no link of its own."""
        if any(s.type == "role" and s.label in _MEDIUMS for s in speakers):
            speakers = [s for s in speakers if s.type != "role" or s.label in _MEDIUMS]
        named = [s for s in speakers if s.type != "role"]
        people: list[Attribution] = []
        for mark in named or self._with_names(speakers):
            source = self._source(mark)
            if source is None or self._is_publisher(source) or any(a.source.name == source.name for a in people):
                continue
            people.append(Attribution(source, cue))
        voices = [a for a in people if a.source.kind != "platform"]
        platforms = [a for a in people if a.source.kind == "platform"]
        return (*self._narrow(voices), *platforms)

    def _narrow(self, voices: list[Attribution]) -> list[Attribution]:
        """A person beside the body that the person speaks for is the person."""
        persons = [a for a in voices if a.source.kind == "official"]
        return persons[-1:] if persons and len(voices) > 1 else voices

    def _with_names(self, speakers: list[Mark]) -> list[Mark]:
        """Roles, each with the name that the text gives beside it; the last role alone where there is none."""
        for mark in reversed(speakers):
            name = self._name_beside(mark)
            if name:
                return [Mark(mark.start, mark.end, "person", name, mark.label)]
        return speakers[-1:]

    def _name_beside(self, role: Mark) -> str | None:
        """The name of who holds a public function, as the text has it: right behind the title, or right before a comma and it."""
        plain = self._view.plain
        behind = _NAME.match(plain, role.end + 1) or _NAME.match(plain, role.end + 2)
        if behind and plain[role.end : behind.start()].strip(" ,") == "":
            return behind[0]
        before = re.search(
            rf"({_NAME.pattern}),\s*(?:the |a )?(?:[\w'’-]+\s+){{0,4}}$", plain[max(0, role.start - 90) : role.start]
        )
        return before[1] if before else None

    def _source(self, mark: Mark) -> Source | None:
        if mark.type == "person":
            role = self._register.role(mark.value)
            return Source(mark.label, "official", role.side if role else None) if role and role.office else None
        if mark.type == "role":
            return self._by_role(mark)
        source = self._register.source(mark.label)
        if source is not None and mark.type == "source":
            self._known[source.kind] = self._known[self._register.office(source.name) or source.kind] = source
        return source

    def _by_role(self, mark: Mark) -> Source | None:
        """Who a role stands for: by the place or side beside it, else whoever of that function was named before."""
        place = self._nearby_place(mark)
        role = self._register.role(mark.label)
        if role is None:
            return None
        before = self._known.get(role.office or "") or self._known.get(mark.label)
        if place == (None, None) or (before is not None and before.jurisdiction == place[1]):
            if before is not None:
                return before
            place = self._side_at_work(mark) if mark.label in _FORCES else place
        source = self._register.speaker_of(mark.label, place, on=self._on)
        if source is not None and place != (None, None):
            self._known[mark.label] = source
        return source

    def _side_at_work(self, mark: Mark) -> tuple[str | None, str | None]:
        """The country that a sentence begins with, for a body that is named without one ("Russia has downed …, the ministry said")."""
        sides = [m for m in self._marks.within(max(0, mark.start - 260), mark.start, "side") if len(m.label) == 2]
        stops = self._marks.within(max(0, mark.start - 260), mark.start, "trigger")
        if not any(t.head == "interception" for t in stops):
            return None, None  # who attacks is not who reports it
        return (sides[0].label, None) if sides else (None, None)

    def _nearby_place(self, mark: Mark) -> tuple[str | None, str | None]:
        """(country, region) of a place or side named right beside a role: "Kherson governor", "the governor of Rostov"."""
        beside = self._marks.within(max(0, mark.start - 40), mark.end + 30, "place", "side")
        for near in sorted(beside, key=lambda m: min(abs(m.end - mark.start), abs(m.start - mark.end))):
            gap = (
                self._view.folded[near.end : mark.start]
                if near.end <= mark.start
                else self._view.folded[mark.end : near.start]
            )
            if not _BESIDE.fullmatch(gap):
                continue
            if near.type == "place":
                return near.value.place.country, near.value.place.region
            if len(near.label) == 2:
                return near.label, None
        return None, None

    def _is_publisher(self, source: Source) -> bool:
        return self._publisher is not None and source.name == self._publisher.name

    def _pronoun(self, part: Sentence, cue: Mark) -> tuple[Attribution, ...]:
        """ "he said", "adding that": who spoke last."""
        if self._last is None:
            return ()
        return (self._last,) if self._says_pronoun(part, cue) or _CARRIES.match(self._view.folded, cue.start) else ()

    def _says_pronoun(self, part: Sentence, cue: Mark) -> bool:
        return bool(_PRONOUN.search(self._view.folded[max(part.start, cue.start - 20) : cue.start]))

    def _platform(
        self, part: Sentence, first: int, last: int, chain: tuple[Attribution, ...]
    ) -> tuple[Attribution, ...]:
        """The platform that a speaker wrote on, told in the words before the speaker or right behind the verb."""
        found = self._marks.within(max(part.start, first - 80), min(part.end, last + 60), "source")
        known = {a.source.name for a in chain}
        for mark in found:
            source = self._register.source(mark.label)
            if source is not None and source.kind == "platform" and source.name not in known:
                return (Attribution(source, "on"),)
        return ()

    def _with_title(self, first: int) -> int:
        """The start of words of attribution, with the place or side that a title begins with: "Krasnodar mayor …"."""
        beside = [
            m
            for m in self._marks.within(first - 40, first, "place", "side")
            if self._view.plain[m.end : first] in {" ", "'s ", "’s "}
        ]
        return min([first, *(m.start for m in beside)])

    def _leads(self, part: Sentence, first: int, last: int) -> bool:
        """Whether what is said stands behind the words of attribution: it does not where they close a sentence or a clause."""
        plain = self._view.plain
        before = plain[part.start : first].rstrip()
        if before.endswith(('"', "”", "»", '",', "”,", "»,")):
            return False
        if not self._marks.within(part.start, first, "trigger"):
            return True
        for aside in self._marks.within(last, part.end, "time", "source"):
            if aside.start - last < 6:
                last = aside.end
        return re.match(r"\W*(?:[,.;!?)]|$)", plain[last : part.end]) is None

    def trimmed(self, sentence: Sentence, start: int, end: int, at: int) -> tuple[int, int]:
        """A stretch of a sentence without the words of attribution at its ends."""
        for voice in self._by_sentence[sentence.index]:
            if start <= voice.cue_end <= at:
                lead = re.match(r"(?:[\s,:]|that\b|що\b|что\b)+", self._view.plain[voice.cue_end : end])
                start = voice.cue_end + (lead.end() if lead else 0)
            elif at < voice.cue_start < end:
                end = voice.cue_start
        tail = re.search(r"[\s,;:.!?\"“«(–—-]+$", self._view.plain[start:end])
        return start, end - (len(tail[0]) if tail else 0)

    # beyond one sentence

    def _sign_off(self, parts: list[Sentence]) -> tuple[Attribution, ...]:
        """The source that a post names in a heading or behind a dash: it governs the post."""
        for part in parts:
            marks = self._marks.within(part.start, part.end, *_SPEAKERS)
            for mark in marks:
                if self._heads(part, mark) or self._signs(part, mark):
                    chain = self._chain([m for m in marks if m.start >= mark.start][:3], "sign-off")
                    if chain:
                        return chain
        return ()

    def _link(self) -> tuple[Attribution, ...]:
        """The channel that a post links to as its source."""
        link = _LINK.search(self._view.text)
        if link is None:
            return ()
        source = self._register.publisher(link[1], f"t.me/{link[1]}") or Source(link[1], "channel")
        return () if self._is_publisher(source) else (Attribution(source, "link"),)

    def _heads(self, part: Sentence, mark: Mark) -> bool:
        if part.end - part.start > _SIGN_OFF_ROOM or part.triggers:
            return False
        titled = part.index == 0 and bool(self._marks.cues(part.start, mark.start, "title"))
        return titled or (part.heading and mark.start - part.start < 40)

    def _signs(self, part: Sentence, mark: Mark) -> bool:
        before = self._view.plain[max(part.start - 2, mark.start - 40) : mark.start]
        dashed = re.search(r"(?:^|[\s.,!])[-–—]\s*(?:[\w.'’]+\s+){0,4}$", before)
        return bool(dashed) and part.end - mark.end < 25 and not self._marks.within(mark.end, part.end, "trigger")

    def _bracketed(self, parts: list[Sentence]) -> dict[int, tuple[Attribution, ...]]:
        """The outlets named in brackets at the end of a paragraph, as digests of the news name them: last in every chain."""
        found: dict[int, tuple[Attribution, ...]] = {}
        for paragraph in {p.paragraph for p in parts}:
            inside = [p for p in parts if p.paragraph == paragraph]
            tail = _OUTLETS.search(self._view.plain[inside[0].start : inside[-1].end])
            if tail is None:
                continue
            names = [name.strip() for name in _BRACKETS.findall(tail[0])]
            sources = [self._register.publisher(name) or Source(name, "media") for name in names]
            if any(self._register.publisher(name) for name in names):
                found[paragraph] = tuple(Attribution(s, "bracketed") for s in sources if not self._is_publisher(s))
        return found

    def _own_quotes(self, parts: list[Sentence]) -> dict[tuple[int, int], tuple[Attribution, ...]]:
        """Who says each quotation: the voice right behind or before it, else who said the one before in the paragraph."""
        owners: dict[tuple[int, int], tuple[Attribution, ...]] = {}
        previous: tuple[int, tuple[Attribution, ...]] = (-1, ())
        for start, end in self._quotes:
            part = next((p for p in parts if p.start <= end <= p.end + 2 and p.end > start), None)
            if part is None:
                continue
            chain = self._beside(parts, start, end) or (previous[1] if previous[0] == part.paragraph else ())
            owners[start, end] = chain
            previous = (part.paragraph, chain)
        return owners

    def _beside(self, parts: list[Sentence], start: int, end: int) -> tuple[Attribution, ...]:
        voices = [v for p in parts if p.start < end + 120 and p.end > start - 120 for v in self._by_sentence[p.index]]
        behind = [v for v in voices if 0 <= v.cue_start - end < 60]
        before = [v for v in voices if 0 <= start - v.cue_end < 40]
        return behind[0].chain if behind else before[-1].chain if before else ()
