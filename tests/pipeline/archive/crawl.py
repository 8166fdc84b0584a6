"""A small crawl for tests, with pages of war among others, and records that harm whoever reads them."""

from pathlib import Path

from tests.sources.archives import page, request, response, warc

__all__ = ["ENDLESS", "crawl", "rows"]

TOWNS = ("Odesa", "Kharkiv", "Sumy", "Dnipro", "Poltava", "Kherson")
ENDLESS = "https://harm.example/endless"


def crawl(folder: Path, files: int = 2, pages: int = 12) -> list[Path]:
    """WARC files of which every third page tells of a war."""
    folder.mkdir(parents=True, exist_ok=True)
    return [warc(folder / f"crawl-{n}.warc.gz", *_records(n, pages)) for n in range(files)]


def _records(file: int, pages: int) -> list[bytes]:
    records = []
    for n in range(pages):
        url = f"https://news.example/{file}/{n}"
        records += [request(url), response(url, _war(file, n) if n % 3 == 0 else _peace(n))]
    return records


def _war(file: int, n: int) -> bytes:
    town = TOWNS[(file + n) % len(TOWNS)]
    return page(
        f"Attack on {town}",
        f"Russian forces attacked {town} with {n + 2} drones overnight, the regional governor said on Telegram.",
        f"{n + 1} people were injured and a warehouse was damaged in the city of {town}, he said on Friday morning.",
        "Rescuers worked at the scene until the evening, and the fire was put out.",
    )


def _peace(n: int) -> bytes:
    return page(f"Market {n}", "The market in the old town opens at eight.", "It sells bread, cheese and flowers.")


def endless(elements: int = 48_000) -> bytes:
    """A page of war that takes its reader many seconds."""
    body = (
        "<p>Russian drones attacked the port of Odesa overnight, officials said.</p>" + "<p>a <b>b</b></p>" * elements
    )
    return f"<html><body><article>{body}</article></body></html>".encode()


def rows(folder: Path, table: str) -> list[str]:
    """The rows of a table, sorted, so that two runs can be compared."""
    from pyarrow.dataset import dataset

    found = dataset(folder / table, format="parquet", exclude_invalid_files=False).to_table().to_pylist()
    return sorted(repr(sorted(row.items())) for row in found)
