"""The readable files of knowledge beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of `data/<name>.toml`; callers do not change it."""
    return tomllib.loads((files("purport.sources") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
