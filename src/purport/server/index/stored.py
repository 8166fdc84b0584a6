"""What the index has read, kept in a file of the user's cache, so that a large ledger opens at once the next time.

A file is believed only where the ledger still holds what it was read from: the ledger may have grown meanwhile, and
never has changed. A file that is missing, of another form or of another ledger costs the time to read it all anew.
"""

import logging
import tempfile
import zipfile
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from purport import __version__
from purport.ledger import Survey
from purport.ledger.survey import LinkingRow
from purport.server.index.codes import Codes
from purport.server.index.columns import Columns, Names, Pairs
from purport.server.index.held import Held
from purport.server.index.view import Publications
from purport.settings import Settings

__all__ = ["is_kept", "keep", "kept"]

_log = logging.getLogger("purport")
_FORM = f"{__version__} 1"
"""Of the program's version and of the file; whoever changes what columns mean counts the number up."""
_PAIRS = ("pairs", "tellers", "told", "texts")


class _About(Struct, frozen=True, kw_only=True):
    """What is no array. `ends`: what the ledger held at the ends of what was read, by which it is known again."""

    form: str
    ends: list[str]
    linkings: list[LinkingRow]
    extraction: int
    kinds: list[str]
    stances: list[str]
    attackers: list[str | None]
    weapons: list[bytes]
    places: list[bytes]
    episodes: list[str]
    sources: list[str]


_about = msgspec.msgpack.Decoder(_About)


def keep(location: str, held: Held, survey: Survey) -> None:
    """Keep what was read of the ledger at a location, for `kept`; where nothing can be kept, the log says so."""
    path = _path(location)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix="desk-", delete=False) as draft:
            try:
                np.savez(draft, allow_pickle=False, about=np.frombuffer(_told(held, survey), np.uint8), **_arrays(held))
                draft.close()
                Path(draft.name).replace(path)
            except BaseException:
                Path(draft.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        _log.warning("the desk will take its time to open again: %s", error)


def kept(location: str, survey: Survey) -> Held | None:
    """What was kept of the ledger at a location; None where nothing was, or where this is another ledger now."""
    try:
        with _path(location).open("rb") as file, np.load(file, allow_pickle=False) as found:
            about = _about.decode(found["about"].tobytes())
            if about.form != _FORM or survey.linkings(0)[: len(about.linkings)] != about.linkings:
                return None
            held = _held(about, found)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, msgspec.MsgspecError):
        return None
    return held if about.ends == _ends(held, survey) else None


def is_kept(location: str) -> bool:
    """Whether there is a file of the ledger at a location, be it what `kept` believes or not."""
    return _path(location).exists()


def _path(location: str) -> Path:
    where = location if "://" in location else str(Path(location).expanduser().absolute())
    return (
        Settings.of().cache / f"desk-{blake2b(where.encode(errors='surrogateescape'), digest_size=8).hexdigest()}.npz"
    )


def _ends(held: Held, survey: Survey) -> list[str]:
    numbers = (held.columns.number, held.texts.row, held.published.number)
    state, text, version = (int(one[-1]) if len(one) else 0 for one in numbers)
    return survey.ends(state, text, version)


def _arrays(held: Held) -> dict[str, Any]:
    found: dict[str, Any] = {f"columns.{one.name}": getattr(held.columns, one.name) for one in fields(held.columns)}
    for name in _PAIRS:
        pairs: Pairs = getattr(held, name)
        found |= {f"{name}.row": pairs.row, f"{name}.claim": pairs.claim}
    published = held.published
    found |= {"number": published.number, "day": published.day, "source": published.source, "until": held.until}
    found["keys"], found["codes"] = held.claims.columns
    return found


def _told(held: Held, survey: Survey) -> bytes:
    names = held.names
    return msgspec.msgpack.encode(
        _About(
            form=_FORM,
            ends=_ends(held, survey),
            linkings=held.linkings,
            extraction=held.extraction,
            kinds=names.kinds.values,
            stances=names.stances.values,
            attackers=names.attackers.values,
            weapons=names.weapons.values,
            places=names.places.values,
            episodes=names.episodes.values,
            sources=held.sources.values,
        )
    )


def _held(about: _About, found: Any) -> Held:
    held = Held()
    held.names = _names(about)
    held.sources = Codes(about.sources)
    held.claims.columns = found["keys"], found["codes"]
    held.linkings = about.linkings
    held.extraction = about.extraction
    held.columns = Columns(*(found[f"columns.{one.name}"] for one in fields(Columns)))
    held.until = found["until"]
    for name in _PAIRS:
        setattr(held, name, Pairs(found[f"{name}.row"], found[f"{name}.claim"]))
    held.published = Publications(found["number"], found["day"], found["source"])
    return held


def _names(about: _About) -> Names:
    names = Names()
    names.kinds, names.stances = Codes(about.kinds), Codes(about.stances)
    names.attackers, names.weapons = Codes(about.attackers), Codes(about.weapons)
    names.episodes = Codes(about.episodes)
    for told in about.places:
        names.place(told)
    return names
