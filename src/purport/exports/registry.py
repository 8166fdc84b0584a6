"""The exports by name."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO, Protocol

from purport.errors import UsageError
from purport.exports.account import Account
from purport.exports.csv import write_csv
from purport.exports.geojson import write_geojson
from purport.exports.holes import Hole
from purport.exports.jsonl import write_jsonl
from purport.model.reading import Reading

__all__ = ["EXPORTS", "Export", "export_named"]


class Export(Protocol):
    """Writes readings in one pass, says where there are holes, and accounts for what its form could not carry."""

    def __call__(self, readings: Iterable[Reading], out: BinaryIO, holes: Sequence[Hole] = ()) -> Account:
        """What was written, and what was not."""
        ...


EXPORTS: Mapping[str, Export] = MappingProxyType({"jsonl": write_jsonl, "csv": write_csv, "geojson": write_geojson})


def export_named(name: str) -> Export:
    """The export of this name; raises UsageError."""
    if name not in EXPORTS:
        raise UsageError(f"no form of export is called {name!r}", cure=f"the forms are {', '.join(EXPORTS)}")
    return EXPORTS[name]
