"""All checks, one after the other, of one state of the ledger."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from purport.ledger.backends import BACKENDS
from purport.ledger.checking import contents, judged, media, references, words
from purport.ledger.checking.problem import Problem

__all__ = ["check"]

_CHECKS: dict[str, Callable[[Connection], Iterator[Problem]]] = {
    "references": references.unheld,
    "documents": contents.versions_problems,
    "claims": contents.claims_problems,
    "media": media.media_problems,
    "files of media": media.files_problems,
    "the index": words.numbers_problems,
    "words": lambda connection: words.words_problems(connection, BACKENDS[connection.dialect.name].words(connection)),
    "judgements": judged.judgements_problems,
    "linkings": judged.linkings_problems,
    "incidents": judged.incidents_problems,
    "claims of incidents": judged.held_claims_problems,
    "datings": judged.datings_problems,
}


def check(connection: Connection, tell: Callable[[str], None]) -> Iterator[Problem]:
    """What is wrong, if anything; `tell` hears what is being looked at."""
    for what, find in _CHECKS.items():
        tell(f"looking at {what}")
        yield from find(connection)
