"""The stages in their order. Only here are their concrete classes known."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from purport.errors import InputError
from purport.model import Claim, Document
from purport.settings import Settings

__all__ = ["NamedExtractor", "Reader", "Stages", "default_stages", "gloss"]


class Reader(Protocol):
    """What finds the documents in files and folders; what it cannot read it hands to `on_error` and goes on."""

    def __call__(self, paths: Sequence[Path], *, on_error: Callable[[InputError], None]) -> Iterator[Document]:
        """Documents in the order of the paths."""
        ...


class NamedExtractor(Protocol):
    """What finds the claims in a document. `name` changes whenever the same document could give other claims."""

    @property
    def name(self) -> str:
        """Name and version, as in "rules/1"."""
        ...

    def __call__(self, document: Document) -> list[Claim]:
        """The document's claims."""
        ...


class Stages(Struct, frozen=True):
    """A reader and an extractor: all that stands between bytes and claims."""

    read: Reader
    extract: NamedExtractor


@cache
def default_stages(settings: Settings | None = None) -> Stages:
    """The stages that Purport ships, built once for each settings (those of the environment, where none are given)."""
    from purport.claims import RuleExtractor
    from purport.places import open_gazetteer
    from purport.sources import read_paths
    from purport.times import Times

    cache_folder = (settings or Settings.of()).cache
    return Stages(read=read_paths, extract=RuleExtractor(open_gazetteer(cache_folder), Times()))


def gloss(claim: Claim, language: Literal["en", "uk"]) -> str:
    """The claim in one line of English or Ukrainian."""
    from purport.claims import gloss as line

    return line(claim, language)
