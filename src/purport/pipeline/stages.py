"""The stages in their order. Only here are their concrete classes known."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct, structs

from purport.errors import InputError
from purport.model import Claim, Document, Hints, PlaceFinder, View
from purport.settings import Settings

if TYPE_CHECKING:
    from purport.claims import RuleExtractor
    from purport.pipeline.linking import Linker
    from purport.sources import Asked

__all__ = [
    "NamedExtractor",
    "Reader",
    "Stages",
    "default_extractor",
    "default_stages",
    "gloss",
    "place_terms",
    "places",
    "stages_for",
]

_CODE = re.compile(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?")
_WHOLE = {"region", "country"}


class Reader(Protocol):
    """What finds the documents in files and folders; what it cannot read it hands to `on_error` and goes on."""

    def __call__(self, paths: Sequence[Path | str], *, on_error: Callable[[InputError], None]) -> Iterator[Document]:
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
    """A reader, an extractor and a linker: all that stands between bytes and incidents; without one, none are kept."""

    read: Reader
    extract: NamedExtractor
    link: "Linker | None" = None


@cache
def default_stages(settings: Settings | None = None) -> Stages:
    """The stages that Purport ships, built once for each settings (those of the environment, where none are given)."""
    from purport.pipeline.adding import default_linker
    from purport.sources import read_paths

    return Stages(read=read_paths, extract=default_extractor(settings or Settings.of()), link=default_linker())


def stages_for(asked: "Asked") -> Stages | None:
    """The stages that Purport ships, reading tables as a person has said; None where nothing was said of any."""
    from purport.sources import Asked, read_paths

    return structs.replace(default_stages(), read=partial(read_paths, asked=asked)) if asked != Asked() else None


@cache
def default_extractor(settings: Settings) -> "RuleExtractor":
    """The extractor that Purport ships, built once."""
    from purport.claims import RuleExtractor
    from purport.times import Times

    return RuleExtractor(places(settings), Times())


@cache
def places(settings: Settings) -> PlaceFinder:
    """The gazetteer that Purport ships, opened once."""
    from purport.places import open_gazetteer

    return open_gazetteer(settings.cache)


def gloss(claim: Claim, language: Literal["en", "uk"]) -> str:
    """The claim in one line of English or Ukrainian."""
    from purport.claims import gloss as line

    return line(claim, language)


def place_terms(name: str, finder: PlaceFinder | None = None) -> tuple[str, ...]:
    """All that a place named by a person, in any of the three languages, is to be looked for by.

    That is the name itself; of a region or country that the gazetteer knows also its code, so that what lies in it is
    found; of any other place also its English name.
    """
    if _CODE.fullmatch(name.strip()):
        return (name,)
    view = View(name.title() if name.islower() else name)
    found = [mention.place for mention in (finder or places(Settings.of())).find(view, Hints())]
    known = [place.code if place.precision in _WHOLE else place.name for place in found]
    return tuple(dict.fromkeys([name, *(term for term in known if term)]))
