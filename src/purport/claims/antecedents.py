"""Who is meant by "he", "it" and "they": whoever of that sort spoke last."""

from collections.abc import Container

from purport.claims.syntax import pattern
from purport.model import Attribution, SourceKind

__all__ = ["Antecedents"]

_PERSONS: frozenset[SourceKind] = frozenset({"official", "role", "unnamed"})
_IT = pattern(r"<it>")
_HE = pattern(r"<he>")


class Antecedents:
    """Who has spoken in a document so far, noted one speaker after the other."""

    def __init__(self) -> None:
        self._spoke: dict[str, Attribution] = {}  # by name, who spoke last behind who spoke before

    def note(self, link: Attribution) -> None:
        """Remember who speaks."""
        if link.source.kind != "platform":
            self._spoke.pop(link.source.name, None)
            self._spoke[link.source.name] = link

    def pronoun(self, word: str, others: Container[str] = ()) -> tuple[Attribution, ...]:
        """Whom a pronoun stands for: "he" a person, "it" a body, "they" whoever spoke last; empty if nobody did.

        `others`: names of whom the clause itself speaks of, as it does not of who speaks ("he urged Trump").
        """
        known = [link for name, link in reversed(self._spoke.items()) if name not in others]
        if _IT.fullmatch(word):
            return tuple(link for link in known if link.source.kind not in _PERSONS)[:1]
        persons = [link for link in known if link.source.kind in _PERSONS] if _HE.fullmatch(word) else []
        return tuple((persons or known)[:1])

    def anybody(self) -> tuple[Attribution, ...]:
        """Who spoke last."""
        return tuple(reversed(self._spoke.values()))[:1]
