"""The one tree of errors.

PurportError
├── InputError          a file or record that cannot be read; the rest is read on
│   ├── UnreadableError     no such file, no permission, not bytes of any form known here
│   ├── FetchError          an address that may not be asked, or that does not answer as it should
│   ├── MalformedError      the form is known, but broken: cut off, wrong encoding, not the schema
│   └── TooLargeError       beyond the limits of size, line length or nesting
├── ClaimError          a claim that may not exist: its words are not in the text at its offsets
├── LedgerError         the book cannot be opened, is of a newer version, or is locked
├── ConflictError       somebody else was faster: what it is about has changed since it was looked at
├── NotFoundError       nothing has that id
└── UsageError          options that contradict each other or mean nothing

Each carries `about` (the file, document or id it is about), `cure` (what a person can do) and `retry` (whether the same
call may succeed later). All of them pickle.
"""

__all__ = [
    "ClaimError",
    "ConflictError",
    "FetchError",
    "InputError",
    "LedgerError",
    "MalformedError",
    "NotFoundError",
    "PurportError",
    "TooLargeError",
    "UnreadableError",
    "UsageError",
]


class PurportError(Exception):
    """Anything that Purport raises on purpose."""

    def __init__(self, reason: str, *, about: str = "", cure: str = "", retry: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.about = about
        self.cure = cure
        self.retry = retry

    def __str__(self) -> str:
        head = f"{self.about}: {self.reason}" if self.about else self.reason
        return f"{head} ({self.cure})" if self.cure else head

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.reason, self.about, self.cure, self.retry)


def _rebuild(kind: type[PurportError], reason: str, about: str, cure: str, retry: bool) -> PurportError:
    return kind(reason, about=about, cure=cure, retry=retry)


class InputError(PurportError):
    """A file or record that cannot be read."""


class UnreadableError(InputError):
    """No such file, no permission, or bytes of no known form."""


class FetchError(InputError):
    """An address that may not be asked, or that does not answer as it should."""


class MalformedError(InputError):
    """A known form, but broken."""


class TooLargeError(InputError):
    """Beyond the limits of size, line length or nesting."""


class ClaimError(PurportError):
    """A claim whose words are not in the text at its offsets, or whose slots contradict the format."""


class LedgerError(PurportError):
    """The ledger cannot be opened or written."""


class ConflictError(PurportError):
    """What it is about has changed since it was looked at."""


class NotFoundError(PurportError):
    """Nothing has that id."""


class UsageError(PurportError):
    """Options that contradict each other or mean nothing."""
