"""What every kind of feed is to whoever watches."""

from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

from purport.errors import InputError
from purport.model import Document

__all__ = ["FileMark", "Poll", "Pollable", "cursor_of", "failed"]

T = TypeVar("T")


class FileMark(Struct, frozen=True):
    """A file as it was read; `modified` in nanoseconds since 1970."""

    name: str
    size: int
    modified: int


class Poll(Struct, frozen=True, kw_only=True):
    """What one question to a feed came to.

    `cursor` is what to go on from; nobody but the feed reads it. `failure`: why nothing could be had; `wait`: for how
    many seconds the feed asks to be left alone. `errors`: what could not be read of what was had.
    `more`: there is more to be had at once. `whole`: whether all that was published since the last poll is had, as
    far as the feed can tell: True, False, or None while that is being found out.
    `shown` and `gone`: addresses of posts that the feed shows, and of such as it showed and shows no more; `basis`
    says how that is known. `edited`: an address told again is an edit, even where its text was there before.
    """

    cursor: str = ""
    documents: tuple[Document, ...] = ()
    failure: InputError | None = None
    wait: float | None = None
    errors: tuple[InputError, ...] = ()
    more: bool = False
    whole: bool | None = True
    shown: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    basis: str = ""
    files: tuple[FileMark, ...] = ()


class Pollable(Protocol):
    """A feed. `host` is whom its questions trouble: one at a time, and not too many."""

    @property
    def host(self) -> str:
        """Scheme, host and port, or any other name that is shared by what troubles the same machine."""
        ...

    @property
    def pause(self) -> float:
        """For how many seconds the host asks to be left alone after each question."""
        ...

    def poll(self, cursor: str) -> Poll:
        """Ask once. Never raises InputError: what fails is told in the answer."""
        ...


def failed(cursor: str, failure: InputError, wait: float | None = None) -> Poll:
    """A poll that came to nothing."""
    return Poll(cursor=cursor, failure=failure, wait=wait, whole=None)


def cursor_of(told: str, kind: type[T]) -> T:
    """A cursor as its feed has written it; a new one where there is none, or one of another kind of feed."""
    try:
        return msgspec.json.decode(told or "{}", type=kind)
    except msgspec.MsgspecError:
        return kind()
