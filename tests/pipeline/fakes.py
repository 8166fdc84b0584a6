"""Stages for tests: documents from JSON Lines, and claims from any "N drones" in a text."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from purport.errors import InputError, MalformedError, UnreadableError
from purport.ledger import Entry, Ledger
from purport.model import Attribution, Claim, Document, Place, Quantity, Source, TimeSpan, Weapon
from purport.model.codec import decode_document, encode_document
from purport.pipeline import Stages

NOW = datetime(2024, 4, 6, 12, 0, tzinfo=UTC)
REGION = Place("Sumy Oblast", "target", "UA", "UA-59", None, 692196, "UA-59", 51.0, 34.0, "region")


def clock() -> datetime:
    return NOW


def document(name: str, text: str, *, url: str | None = None, **more: str | None) -> Document:
    published = more.pop("published", "2024-04-05T08:00:00+03:00")
    return Document(
        id=name,
        source="Example Wire",
        kind="article",
        url=url,
        published=published,
        language="en",
        title=None,
        text=text,
        raw_hash=None,
        edited=more.pop("edited", None),
    )


class DroneCounter:
    """Each "N drones" is an interception; "crash" in a text makes it fail, "lie" makes it misquote."""

    def __init__(self, name: str = "drones/1") -> None:
        self.name = name
        self.read: list[str] = []

    def __call__(self, document: Document) -> list[Claim]:
        self.read.append(document.id)
        if "crash" in document.text:
            raise RuntimeError("no")
        claims = [self._claim(document, found) for found in re.finditer(r"(\d+) drones", document.text)]
        if "lie" in document.text:
            return [Claim.of(document_with(document, "words of another text"), kind="alert", start=0, end=5)]
        return claims

    def _claim(self, document: Document, found: re.Match[str]) -> Claim:
        said = re.search(r"the (army|mayor) said", document.text)
        source = Source(f"The {said[1]}", "military", "UA") if said else None
        return Claim.of(
            document,
            kind="interception",
            start=found.start(),
            end=found.end(),
            weapons=(Weapon("uav"),),
            count=Quantity.exact(int(found[1])),
            outcome="destroyed",
            places=(REGION,) if "Sumy" in document.text else (),
            time=TimeSpan("2024-04-04", "2024-04-05"),
            attribution=(Attribution(source, "said"),) if source else (),
            extractor=self.name,
        )


def document_with(document: Document, text: str) -> Document:
    return Document(**{field: getattr(document, field) for field in document.__struct_fields__} | {"text": text})


def read_lines(paths: Sequence[Path | str], *, on_error: Callable[[InputError], None]) -> Iterator[Document]:
    for path in map(Path, paths):
        if not path.exists():
            on_error(UnreadableError("no such file", about=str(path)))
            continue
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            try:
                yield decode_document(line)
            except MalformedError:
                on_error(MalformedError("no document in this line", about=f"{path}:{number}"))


def stages(extractor: DroneCounter | None = None) -> Stages:
    return Stages(read=read_lines, extract=extractor or DroneCounter())


def write_lines(path: Path, *documents: Document) -> Path:
    path.write_bytes(b"".join(encode_document(document) + b"\n" for document in documents))
    return path


def keep(ledger: Ledger, *documents: Document, extractor: DroneCounter | None = None) -> None:
    """Put documents with their claims into a ledger, past the pipeline."""
    extractor = extractor or DroneCounter()
    run = ledger.begin_run(["test"], extractor.name, NOW)
    ledger.add(run, extractor.name, [Entry(one, tuple(extractor(one))) for one in documents])
    ledger.end_run(run, "finished", {}, NOW)
