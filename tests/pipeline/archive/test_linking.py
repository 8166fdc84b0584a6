"""Linking over the partitions of an archive: what comes of them is what comes of the pages themselves."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec import structs

from purport.errors import InputError
from purport.ledger import open_ledger
from purport.model import Document
from purport.model.incident import Incident
from purport.pipeline import read
from purport.pipeline.archive.tables import prepare
from purport.pipeline.archive.units import units
from purport.pipeline.archive.worker import read_unit
from purport.pipeline.stages import default_stages
from purport.sources import read_bytes
from tests.sources.archives import response, warc

TOWNS = ("Odesa", "Kharkiv", "Sumy", "Dnipro", "Poltava", "Kherson")
PAPERS = ("https://first.example", "https://second.example", "https://third.example")
Page = tuple[str, bytes]


def pages(nights: int = 8) -> Iterator[Page]:
    """Attacks of some nights, each told by three papers: on the day itself, the day after, and two days after."""
    for night in range(nights):
        day = date(2025, 2, 24) + timedelta(days=night)  # into another month
        town = TOWNS[night % len(TOWNS)]
        for late, paper in enumerate(PAPERS):
            told = day + timedelta(days=late)
            text = (
                f"Russian forces attacked {town} with {night + 4} Shahed drones on the night of {day.day} {day:%B}, "
                f"the regional governor said. Air defence shot down {night + 2} of the drones over the region."
            )
            yield f"{paper}/{night}", _page(text, told)


def _page(text: str, published: date) -> bytes:
    meta = f'<meta property="article:published_time" content="{published}T08:00:00+02:00">'
    body = (
        f"<article><h1>The night</h1><p>{text}</p><p>Rescuers worked until the morning, the service said.</p></article>"
    )
    return f"<html><head><title>The night</title>{meta}</head><body>{body}</body></html>".encode()


class Crawl:
    """Reads pages that were never in a file."""

    def __init__(self, found: list[Page]) -> None:
        self._pages = found

    def __call__(self, paths: Sequence[Path], *, on_error: Callable[[InputError], None]) -> Iterator[Document]:
        assert not paths
        for url, data in self._pages:
            yield from read_bytes(data, name=url, url=url, on_error=on_error)


def archived(found: list[Page], folder: Path) -> Path:
    """The tables of pages in two files, the later ones in the first."""
    (folder / "in").mkdir()
    prepare(folder / "out")
    for n, part in enumerate((found[len(found) // 2 :], found[: len(found) // 2])):
        warc(folder / "in" / f"{n}.warc.gz", *(response(url, data) for url, data in part))
    for unit in units([str(folder / "in")]):
        read_unit(unit, folder / "out")
    return folder / "out"


def book_of(place: Path) -> tuple[set[str], list[Incident]]:
    with open_ledger(place) as book:
        incidents = sorted(book.incidents(), key=lambda one: one.id)
        return {claim.id for claim in book.claims()}, incidents


def test_an_archive_read_into_a_ledger_is_what_its_pages_are(tmp_path: Path) -> None:
    found = list(pages())
    tables = archived(found, tmp_path)
    assert len(list((tables / "documents").glob("date=*"))) == 10
    read([tables], tmp_path / "archive.db")
    stages = structs.replace(default_stages(), read=Crawl(found))
    read([], tmp_path / "pages.db", stages=stages)
    claims, incidents = book_of(tmp_path / "archive.db")
    assert len(claims) >= 2 * len(found)
    assert (claims, incidents) == book_of(tmp_path / "pages.db")
    assert sum(len(one.claims) == len(PAPERS) for one in incidents) >= len(found) // len(PAPERS)


def test_partitions_that_come_one_by_one_and_twice_link_alike(tmp_path: Path) -> None:
    tables = archived(list(pages()), tmp_path)
    read([tables], tmp_path / "once.db")
    days = sorted((tables / "documents").glob("date=*"))
    for day in [*days[::-1], days[0]]:
        read([day], tmp_path / "parts.db")
    assert book_of(tmp_path / "parts.db") == book_of(tmp_path / "once.db")
