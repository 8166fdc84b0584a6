"""What is said of a strike told before, without telling it again: that it is denied, or whose it was."""

from msgspec import structs

from purport.claims.frames import Draft
from purport.claims.frames.heads import ATTACK
from purport.claims.marks import Mark, Marks
from purport.claims.segments import Sentence
from purport.claims.stance import is_of_known
from purport.claims.syntax import pattern
from purport.claims.voices import Voices
from purport.model import Attribution, View

__all__ = ["Replies"]

_REACH = 4  # sentences behind what is told in which it can be replied to without being named
_NAMED = 40  # code points before a denial in which the one is named of whom a clause tells it
_ASIDE = pattern(r"\s?, <relative> (?:<auxiliary> )?")


class Replies:
    """Reads them in one document, fed in the order of its words."""

    def __init__(self, view: View, marks: Marks, voices: Voices) -> None:
        self._view, self._marks, self._voices = view, marks, voices
        self._told: Draft | None = None
        self._strike: Draft | None = None

    def remember(self, drafts: list[Draft]) -> None:
        """Take in what a sentence told: an attack or harm can be replied to."""
        told = [d for d in drafts if d.kind in {"attack", "damage", "impact"} and not d.fixed]
        self._told = told[-1] if told else self._told
        self._strike = next((d for d in reversed(told) if d.kind != "damage"), self._strike)

    def of(self, part: Sentence) -> list[Draft]:
        """What was told last, told again by the words of a sentence that replies to it; empty where none does."""
        return self._denial(part) or self._owned(part)

    def _denial(self, part: Sentence) -> list[Draft]:
        """ "Ukraine rejected the claim": the attack or damage told last, denied by who speaks here."""
        before = self._told
        denied = next(iter(self._marks.cues(part.start, part.end, "deny")), None)
        if before is None or denied is None or part.index - before.sentence.index > _REACH:
            return []
        known = any(t.head in ATTACK and is_of_known(self._view, t) for t in part.triggers)
        if not known and not self._marks.cues(part.start, part.end, "told"):
            return []
        speaker = self._voices.said(part, denied.start) or self._voices.subject(part, denied) or self._of_aside(denied)
        return [self._retold(before, part, denied, speaker)] if speaker else []

    def _of_aside(self, denied: Mark) -> tuple[Attribution, ...]:
        """Who is told of in a clause of their own: "blamed the group, which denies it"."""
        named = self._marks.within(denied.start - _NAMED, denied.start, "source")
        who = [m for m in named if _ASIDE.fullmatch(self._view.folded[m.end : denied.start])]
        return self._voices.named(who[-1:])

    def _owned(self, part: Sentence) -> list[Draft]:
        """ "The group claimed responsibility": the attack told last, as that of who speaks here."""
        before = self._strike
        claimed = next(iter(self._marks.cues(part.start, part.end, "owned")), None)
        if before is None or claimed is None or part.index - before.sentence.index > _REACH:
            return []
        speaker = self._voices.subject(part, claimed)
        if not speaker or self._marks.cues(part.start, claimed.start, "negation"):
            return []
        told = self._retold(before, part, claimed, speaker)
        return [structs.replace(told, stance="asserted", attacker=speaker[0].source.side or before.attacker)]

    def _retold(self, before: Draft, part: Sentence, reply: Mark, speaker: tuple[Attribution, ...]) -> Draft:
        start, end = self._voices.trimmed(part, part.start, part.end, reply.start)
        return structs.replace(
            before,
            start=start,
            end=end,
            sentence=part,
            at=reply.start,
            until=reply.end,
            stance="denied",
            fixed=True,
            marks=[],
            chain=self._voices.published(part, speaker),
        )
