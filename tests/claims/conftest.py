"""The engine with the places and times that ship with it."""

from collections.abc import Iterator

import pytest

from purport.claims import RuleExtractor
from purport.claims.matcher import Lexicon
from purport.model import Claim, DocumentKind
from purport.places import Gazetteer, open_gazetteer
from purport.times import Times
from tests.claims.reading import PUBLISHED, Read, document


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="session")
def extractor(gazetteer: Gazetteer) -> RuleExtractor:
    return RuleExtractor(gazetteer, Times())


@pytest.fixture(scope="session")
def read(extractor: RuleExtractor) -> Read:
    def claims(
        text: str,
        kind: DocumentKind = "article",
        *,
        source: str = "",
        published: str | None = PUBLISHED,
        language: str | None = None,
    ) -> list[Claim]:
        return extractor(document(text, kind, source=source, published=published, language=language))

    return claims
