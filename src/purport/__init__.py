"""Purport: what is said about attacks in a war, as claims with their words.

    >>> from purport import extract, read

`read(paths, ledger)` reads files into a book of claims; `extract(document)` gives the claims of one document. Both
are imported when first asked for, so that `import purport` costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from purport.pipeline import extract, read

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "read"]


def __getattr__(name: str) -> Any:
    if name in {"extract", "read"}:
        from purport import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
