"""The gazetteer itself, from the user's cache: the first run ever compiles its index."""

from collections.abc import Callable, Iterator

import pytest

from purport.model import Hints, PlaceMention, View
from purport.places import Gazetteer, open_gazetteer

Find = Callable[..., list[PlaceMention]]


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer) -> Find:
    """Mentions of a text, of the war in Ukraine unless other countries are given."""

    def search(text: str, *countries: str, region: str | None = None) -> list[PlaceMention]:
        return gazetteer.find(View(text), Hints(countries=countries or ("UA", "RU"), region=region))

    return search


@pytest.fixture(scope="session")
def places(find: Find) -> Callable[..., list[str]]:
    """As "settlement or name/region" for each mention."""

    def search(text: str, *countries: str) -> list[str]:
        found = (m.place for m in find(text, *countries))
        return [f"{p.settlement or p.name}/{p.region or p.country or '-'}" for p in found]

    return search
