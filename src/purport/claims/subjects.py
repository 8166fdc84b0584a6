"""The speakers beside a verb of saying, by name, by function or by pronoun."""

import re
from itertools import pairwise

from purport.claims.marks import Mark, Marks
from purport.claims.mediums import TOLD
from purport.claims.segments import Sentence
from purport.claims.speakers import SPEAKERS, Speakers
from purport.claims.syntax import pattern
from purport.model import View

__all__ = ["FOLLOWING", "SAYING", "Subjects"]

SAYING = ("say", "according", "citing")
"""Labels of the words of saying."""

FOLLOWING = 60
"""Code points behind "according to" and "citing" in which the speaker is named."""

_RIGHT_BEHIND = 4  # code points behind a verb in which its subject begins, at most
_NEAR = 90  # code points between a speaker and its verb: an apposition may stand between ("X, the governor of Y, said")
_INVERTED = 50  # code points behind a verb in which its speaker is named: "said Golubev"
_LONG_TITLE = 110  # code points behind a platform in which who wrote there is named, with a title
_PRONOUN = pattern(r"\b(<pronoun>)\s*(?:<before_saying> )?$")
_WHOSE = pattern(r"\b<whose>\b")
_AND = pattern(r"\b<joins_speakers> (?:<before_saying> )?$")
_BESIDES = pattern(r"<besides>")
_NOUN = pattern(r"\b<determiner>(?: \w+)?\s$")
_NOUN_OR_VERB = pattern(r"<saying_or_noun>")
_PARTED = re.compile(r"[.!?;:\"»”]")
_RANKS = pattern(r"\b<rank>\.", re.IGNORECASE)
_JOINS = pattern(r"\s<joins_speakers>\s(?:[\w'-]+\s){0,2}")
_RELATIVE = pattern(r", <relative>\b")
_BY = pattern(r"\s<by>\s$")
_AGENT = 9  # code points of "by the"
_SILENT = pattern(r"<silent>\b")
_UNSAID = pattern(r"\b(?:<not>(?: \w+ly| yet| \w+ or)?|<neither>|<refused> <infinitive>)\s$")
_NEGATION = 30  # code points before a verb in which it is negated
_PAUSE = re.compile(r"[,;:]")
_CONTENT = pattern(r"[.;:\"»”]|, (?!<another_speaker> )|\b<that>\b")
_TITLED = pattern(
    r" (?:[A-Z][\w’'-]+ )+(?:(?:al|el|bin|de|van|von)[ -])?[A-Z][\w’'-]+, (?:<article> )?(?:[\w-]+ ){0,3}"
)
_JOINED = pattern(r"[\s,]*<joins_speakers>?\s*[\w' ]{0,24}")

_OWNS = pattern(r"<possessive>\s")
_SHOWS = pattern(r"<shows>")
_OWNED = 40  # code points of what somebody has who speaks or whose body does, at most
_BEYOND = pattern(r"\b<another_clause>\s")
_OBLIQUE = pattern(r"\b<oblique>\s(?:<article>\s)?$")


class Subjects:
    """Finds them in one document."""

    def __init__(self, view: View, marks: Marks, speakers: Speakers) -> None:
        self._view, self._marks, self._speakers = view, marks, speakers

    def cues(self, part: Sentence) -> list[Mark]:
        """The words of saying of a sentence, without those that are part of a name ("the United States")."""
        cues = self._marks.cues(part.start, part.end, *SAYING, "unknown")
        named = self._marks.within(part.start, part.end, *SPEAKERS)
        return [c for c in cues if self._says(c) and not any(_is_part(c, m) for m in named)]

    def _says(self, cue: Mark) -> bool:
        """Whether somebody says something: "declined to comment" and "has not confirmed" tell that nobody did.

        Who "did not say" what happened, says that it is not known.
        """
        if cue.label == "unknown":
            return bool(_SILENT.match(self._view.folded, cue.start))
        return not _UNSAID.search(self._view.folded[max(0, cue.start - _NEGATION) : cue.start])

    def named(self, part: Sentence, cue: Mark) -> list[Mark]:
        """The speakers of a verb of saying, by name or function; none where a pronoun is its subject."""
        if self.pronoun_at(part, cue) is not None:
            return []
        if cue.label == "according":
            return self.following(part, cue.end, FOLLOWING)
        if self.goes_on(cue):
            return self._subject_of(part, cue)
        behind = self._inverted(part, cue) if self._closes(part, cue) else []
        return behind or self.preceding(part, cue) or self._inverted(part, cue)

    def _closes(self, part: Sentence, cue: Mark) -> bool:
        """Whether a verb right behind a comma has its subject right behind it: «над Россией, сообщил губернатор»."""
        before = self._view.plain[max(part.start, cue.start - 2) : cue.start]
        if before != ", " or self._view.plain[cue.start : cue.end].isascii():
            return False
        return bool(self._marks.within(cue.end + 1, cue.end + _RIGHT_BEHIND, *SPEAKERS))

    def preceding(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The last speakers before a verb, close enough and with no other verb of saying between."""
        start = max(part.start, verb.start - _NEAR)
        barrier = max([o.end for o in self.cues(part) if start <= o.start < verb.start], default=part.start)
        found = self._marks.within(start, verb.start, *SPEAKERS)
        found = [s for s in found if s.start >= barrier and s.end <= verb.start and not self._is_parted(s, verb)][-3:]
        found = [s for s, after in pairwise([*found, verb]) if not self._is_owner_of_more(s, after)]
        found = [s for s in found if not self._is_passed_by(found[0], s) and not self._is_agent(part, s)]
        others = [i for i in range(1, len(found)) if self._is_beyond(found[i - 1], found[i])]
        return self._without_object(part, found[others[-1] :] if others else found)

    def _is_owner_of_more(self, owner: Mark, after: Mark) -> bool:
        """Whether a name only tells whose thing it is, far before who speaks: "hit Iran's depot in X, police said"."""
        if not _OWNS.match(self._view.folded, owner.end):
            return False
        if after.type in SPEAKERS and "," in self._view.plain[owner.end : after.start]:
            return True  # "hit Ukraine's Odesa region, the emergency service said"
        shown = after.label == "say" and bool(_SHOWS.match(self._view.folded, after.start))
        return shown or after.start - owner.end > _OWNED

    def _without_object(self, part: Sentence, found: list[Mark]) -> list[Mark]:
        """Without the first of two that "and" joins, where it belongs to an event: "hit a hospital and police said"."""
        if not found[1:] or not _JOINS.fullmatch(self._view.folded[found[0].end : found[1].start]):
            return found
        events = self._marks.within(part.start, found[0].start, "trigger")
        told = bool(events) and not _PAUSE.search(self._view.plain[events[-1].end : found[0].start])
        return found[1:] if told else found

    def actors(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The words before a verb that name who does what it says: not those of another clause, or behind "with"."""
        said = self._marks.cues(part.start, verb.start, *SAYING)
        if self.pronoun_at(part, verb) is not None or (said and self.goes_on(verb)):
            return []
        named = self.preceding(part, verb)
        if named and self._is_beyond(named[-1], verb):
            return []
        return [m for m in named if not _OBLIQUE.search(self._view.folded[max(part.start, m.start - 12) : m.start])]

    def _is_passed_by(self, first: Mark, other: Mark) -> bool:
        """Whether a name only stands in what is told about the first: "Zelenskyy, who was visiting Berlin, said"."""
        return bool(_RELATIVE.search(self._view.folded, first.end, max(first.end, other.start)))

    def _is_agent(self, part: Sentence, mark: Mark) -> bool:
        """Whether something was done by who is named: "was shelled by Ukrainian forces, the governor said"."""
        start = max(part.start, mark.start - _AGENT)
        by = _BY.search(self._view.folded[start : mark.start])
        events = self._marks.within(part.start, mark.start, "trigger") if by else []
        return by is not None and any(t.end == start + by.start() for t in events)

    def _is_beyond(self, first: Mark, second: Mark) -> bool:
        """Whether of two names the second one acts in another clause."""
        return bool(_BEYOND.search(self._view.folded[first.end : second.start]))

    def _subject_of(self, part: Sentence, verb: Mark) -> list[Mark]:
        """The first speakers of a sentence: "Kyiv rejected the claim that soldiers had been hit, saying …"."""
        found = self._marks.within(part.start, verb.start, *SPEAKERS)
        return [s for s in found if not self._marks.within(found[0].end, s.start, "trigger", "cue")]

    def _is_parted(self, speaker: Mark, verb: Mark) -> bool:
        """Whether an event or a closed quotation between speaker and verb shows that they do not belong together."""
        between = self._view.plain[speaker.end : verb.start]
        if _PARTED.search(_RANKS.sub("", between)):
            return True
        return "," not in between[-3:] and bool(self._marks.within(speaker.end, verb.start, "trigger"))

    def _inverted(self, part: Sentence, cue: Mark) -> list[Mark]:
        """Speakers behind a verb: "said Golubev", «повідомив Прокудін»."""
        found = self.following(part, cue.end, _INVERTED)
        if found and TOLD.fullmatch(self._view.folded[cue.start : cue.end]):
            found = self._telling(part, found[0]) or found
        if found and self._speakers.is_platform(found[-1]):
            found += self.following(part, found[-1].end, _LONG_TITLE)  # "wrote on Facebook the deputy head of …"
        return [s for s in found if not self._marks.within(cue.end, s.start, "trigger")]

    def _telling(self, part: Sentence, hearer: Mark) -> list[Mark]:
        """Who told somebody something, behind who heard it: «рассказал РИА Новости источник»."""
        heard = hearer.type == "source" and self._view.plain.startswith(" ", hearer.end)
        named = self._marks.within(hearer.end + 1, hearer.end + 2, *SPEAKERS) if heard else []
        return self.following(part, hearer.end, _INVERTED) if named else []

    def following(self, part: Sentence, at: int, room: int) -> list[Mark]:
        """The speakers right behind words, the first of them and those that are joined to it."""
        found = self._marks.within(at, min(part.end, at + room), *SPEAKERS)
        if not found:
            return []
        between = self._view.plain[at : found[0].start]
        if _CONTENT.search(between) and not _TITLED.fullmatch(between):
            return []
        kept = [found[0]]
        for mark in found[1:]:
            between = self._view.plain[kept[-1].end : mark.start]
            if not _JOINED.fullmatch(between) or (between == ", " and self._is_another(kept[-1], mark)):
                break
            kept.append(mark)
        return kept

    def _is_another(self, before: Mark, mark: Mark) -> bool:
        """Whether behind a comma the one who acts begins: «за даними ОВА, росіяни вдарили», "…, the army fired"."""
        acts = mark.type == "source" and any(
            s.end == mark.end for s in self._marks.within(mark.start, mark.end, "side")
        )
        return acts or self._speakers.are_bodies(before, mark)

    def pronoun_at(self, part: Sentence, cue: Mark) -> int | None:
        """Where the pronoun stands that says whose words they are ("he said", "in his words"); None where none does."""
        if cue.label == "according":
            whose = _WHOSE.search(self._view.folded, cue.start, cue.end)
            return whose.start() if whose else None
        start = max(part.start, cue.start - 20)
        found = _PRONOUN.search(self._view.folded[start : cue.start])
        return start + found.start(1) if found else None

    def goes_on(self, cue: Mark) -> bool:
        """Whether a verb only goes on with what its sentence's subject does: "…, saying that", "said … and warned"."""
        before = self._view.plain[max(0, cue.start - 2) : cue.start]
        if before == ", " and _BESIDES.fullmatch(self._view.folded[cue.start : cue.end]):
            return True
        return bool(_AND.search(self._view.folded[max(0, cue.start - 12) : cue.start]))

    def is_noun(self, part: Sentence, cue: Mark) -> bool:
        """Whether a word is no verb where it stands: "in a Facebook post", "there were no reports"."""
        words = self._view.folded
        if not _NOUN_OR_VERB.fullmatch(words[cue.start : cue.end]):
            return False
        found = _NOUN.search(words[max(part.start, cue.start - 30) : cue.start])
        return found is not None and not self._named_between(cue.start - len(found[0]), cue.start)

    def _named_between(self, start: int, end: int) -> bool:
        """Whether somebody who can speak, and is no platform, is named in a stretch: "the ministry reports"."""
        chain = self._speakers.chain(self._marks.within(start, end, *SPEAKERS), "said")
        return any(link.source.kind != "platform" for link in chain)


def _is_part(cue: Mark, name: Mark) -> bool:
    """Whether a word of saying is but a part of a name."""
    return name.start <= cue.start and cue.end <= name.end and (name.start, name.end) != (cue.start, cue.end)
