"""The tree of errors: drawn as it is, complete, and able to cross a process."""

import pickle
import re

import pytest

from purport import errors
from purport.errors import PurportError

TREE = [getattr(errors, name) for name in errors.__all__]


def drawn() -> dict[str, str | None]:
    """Each class in the docstring's drawing, with the class that it hangs from."""
    parents: dict[str, str | None] = {}
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"[│├└─ ]*(\w+Error)\b", line)
        if not found:
            continue
        depth = found.start(1)
        above = [(at, name) for at, name in above if at < depth]
        parents[found[1]] = above[-1][1] if above else None
        above.append((depth, found[1]))
    return parents


def test_the_drawing_is_the_tree() -> None:
    real = {kind.__name__: kind.__base__.__name__ if kind is not PurportError else None for kind in TREE}
    assert drawn() == real


def test_all_names_what_is_there() -> None:
    there = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert set(errors.__all__) == there
    assert errors.__all__ == sorted(errors.__all__)


@pytest.mark.parametrize("kind", TREE)
def test_every_error_pickles_whole(kind: type[PurportError]) -> None:
    error = kind("is cut off", about="a.txt", cure="save it again", retry=True)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert (again.reason, again.about, again.cure, again.retry) == ("is cut off", "a.txt", "save it again", True)


def test_an_error_tells_what_it_is_about_and_the_cure() -> None:
    assert str(PurportError("is cut off", about="a.txt", cure="save it again")) == "a.txt: is cut off (save it again)"
    assert str(PurportError("is cut off")) == "is cut off"
