"""Who is meant by "he", "it" and "they": whoever of that sort spoke last."""

from purport.claims.syntax import pattern
from purport.model import Attribution, SourceKind

__all__ = ["Antecedents"]

_PERSONS: frozenset[SourceKind] = frozenset({"official", "role", "unnamed"})
_IT = pattern(r"<it>")
_HE = pattern(r"<he>")


class Antecedents:
    """Who has spoken in a document so far, noted one speaker after the other."""

    def __init__(self) -> None:
        self._last: dict[SourceKind, tuple[int, Attribution]] = {}
        self._count = 0

    def note(self, link: Attribution) -> None:
        """Remember who speaks."""
        if link.source.kind != "platform":
            self._count += 1
            self._last[link.source.kind] = self._count, link

    def pronoun(self, word: str) -> tuple[Attribution, ...]:
        """Whom a pronoun stands for: "he" a person, "it" a body, "they" whoever spoke last; empty if nobody did."""
        if _IT.fullmatch(word):
            return self._latest(frozenset(self._last) - _PERSONS)
        return (self._latest(_PERSONS) if _HE.fullmatch(word) else ()) or self.anybody()

    def anybody(self) -> tuple[Attribution, ...]:
        """Who spoke last."""
        return self._latest(frozenset(self._last))

    def _latest(self, kinds: frozenset[SourceKind]) -> tuple[Attribution, ...]:
        found = [self._last[kind] for kind in kinds if kind in self._last]
        return (max(found, key=lambda known: known[0])[1],) if found else ()
