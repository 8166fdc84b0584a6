"""Claims straight from documents, with no ledger."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from purport.errors import ClaimError, InputError
from purport.model import Claim, Document
from purport.model.reading import Reading
from purport.pipeline.stages import NamedExtractor, Stages, default_stages

__all__ = ["as_paths", "checked", "claims_of", "extract", "reason_of"]


def extract(document: Document, *, stages: Stages | None = None) -> list[Claim]:
    """The claims in a document, by the extractor that Purport ships unless `stages` has another.

    Raises ClaimError where the extractor gives a claim whose words are not in the text.
    """
    return list(checked(document, (stages or default_stages()).extract))


def claims_of(
    paths: str | Path | Iterable[str | Path],
    *,
    on_error: Callable[[str, str], None],
    stages: Stages | None = None,
) -> Iterator[Reading]:
    """Each document in these files and folders with its claims, in the order of the files.

    What cannot be read is told to `on_error`, as what it is and why, and left out.
    """
    stages = stages or default_stages()
    for document in stages.read(as_paths(paths), on_error=lambda e: on_error(e.about, reason_of(e))):
        try:
            claims = checked(document, stages.extract)
        except Exception as error:  # an extractor that fails on one document must not lose the others
            on_error(document.id, reason_of(error))
        else:
            yield Reading(document.id, claims)


def as_paths(paths: str | Path | Iterable[str | Path]) -> list[Path | str]:
    """One path or many, as a list; what is an address on the web stays as it is written."""
    from purport.sources import is_address

    listed = [paths] if isinstance(paths, str | Path) else list(paths)
    return [path if isinstance(path, str) and is_address(path) else Path(path) for path in listed]


def checked(document: Document, extractor: NamedExtractor) -> tuple[Claim, ...]:
    """The document's claims in order of their words, each once; raises ClaimError where one's words are not there."""
    claims = {claim.id: claim for claim in extractor(document)}
    key = document.key if claims else ""
    for claim in claims.values():
        claim.check(document.text)
        if claim.document_key != key:
            raise ClaimError("the extractor gave a claim of another document", about=claim.id)
    return tuple(sorted(claims.values(), key=lambda claim: (claim.start, claim.id)))


def reason_of(error: Exception) -> str:
    """Why something failed, without what it is about, which is told beside it."""
    if isinstance(error, InputError | ClaimError):
        return f"{error.reason} ({error.cure})" if error.cure else error.reason
    return f"{type(error).__name__}: {error}"
