"""A small ledger in which every table of what was read, decided and linked has rows."""

import re

from msgspec.structs import replace

from purport.ledger import Entry, Failure, Ledger, MediaFile
from purport.model import Claim, Media, Quantity, Weapon
from purport.model.incident import Judgement
from tests.ledger.test_book import POST, QUIET
from tests.pipeline.fakes import NOW, REGION, DroneCounter, document, document_with, keep
from tests.pipeline.linked import update

__all__ = ["fill"]

_UNDATED = document("undated", "Over Sumy Oblast 12 drones and 3 drones were counted.", published=None)


def fill(book: Ledger) -> Ledger:
    """Runs, versions, a picture that was fetched, two extractors, an undone judgement, linkings, a dated document."""
    keep(book, POST, QUIET)
    keep(book, document_with(POST, "Over Sumy 12 drones, 3 drones and 30 drones fell, the mayor said."))
    keep(book, POST, extractor=DroneCounter("drones/2"))
    run = book.begin_run(["undated"], "drones/1", NOW)
    book.add(run, "drones/1", [Entry(_UNDATED, tuple(_timeless()))], [Failure("torn", "cut off")])
    update(book)
    photo = replace(_UNDATED, media=(Media("A field.", "https://pictures.example.org/a.jpg", "photo"),))
    book.add(run, "drones/1", [Entry(photo, None), Entry(replace(photo, id="late", text="Two fields."), ())])
    book.keep_media_file(MediaFile(book.media()[0].id, "2026-01-01T08:00:00+00:00", "1" * 64, 5, "image/jpeg"))
    first = next(claim.id for claim in book.claims())
    made = Judgement(verdict="rejected", claims=(first,), author="A", reason="seen", at="2026-01-01T10:00:00+02:00")
    book.judge(made)
    undo = Judgement(
        verdict="undo", claims=(), author="A", reason="erred", at="2026-01-01T11:00:00+00:00", value=made.id
    )
    update(book)
    book.judge(undo)
    seen = {"media": book.media()[0].id, "genuine": True}
    book.judge(
        Judgement(verdict="media", claims=(), author="A", reason="shadows", at="2026-01-01T12:00:00Z", value=seen)
    )
    update(book)
    return book


def _timeless() -> list[Claim]:
    return [
        Claim.of(
            _UNDATED,
            kind="interception",
            start=found.start(),
            end=found.end(),
            weapons=(Weapon("uav"),),
            count=Quantity.exact(int(found[1])),
            outcome="destroyed",
            places=(REGION,),
            extractor="drones/1",
        )
        for found in re.finditer(r"(\d+) drones", _UNDATED.text)
    ]
