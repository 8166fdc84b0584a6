"""What the surroundings decide: where the book is and where what was compiled is kept."""

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

__all__ = ["Settings"]


class Settings(Struct, frozen=True):
    """`ledger`: path or URL of the book. `cache`: the folder for what can be compiled again at any time."""

    ledger: str
    cache: Path

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """As `PURPORT_LEDGER` and `PURPORT_CACHE` say; else `./purport.db` and the user's own cache folder."""
        return cls(
            ledger=environment.get("PURPORT_LEDGER") or "purport.db", cache=_cache(environment.get("PURPORT_CACHE"))
        )


def _cache(named: str | None) -> Path:
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_cache_dir("purport", appauthor=False))
