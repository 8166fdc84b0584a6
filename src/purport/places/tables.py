"""The package's data files."""

import lzma
from importlib.resources import files

__all__ = ["read", "read_compressed", "rows"]

_DATA = files("purport.places") / "data"


def read(name: str) -> str:
    """The text of a data file."""
    return (_DATA / name).read_text(encoding="utf-8")


def read_compressed(name: str) -> str:
    """The text of a data file that is shipped compressed (xz)."""
    return lzma.decompress((_DATA / name).read_bytes()).decode()


def rows(name: str) -> list[list[str]]:
    """The rows of a file of tab-separated values; lines that start with `#` are comments."""
    return [line.split("\t") for line in read(name).splitlines() if line and not line.startswith("#")]
