"""What a server has answered."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from msgspec import Struct

from purport.errors import FetchError

__all__ = ["Response"]

_REFUSALS = {401: "wants a login", 403: "refuses", 404: "has no such page", 410: "has this page no more"}
_TRY_AGAIN = {408, 425, 429}


class Response(Struct, frozen=True):
    """The last answer behind all redirects: `url` is where it came from, `headers` have names in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing has changed since it was asked last."""
        return self.status == 304

    @property
    def etag(self) -> str | None:
        """The server's mark of this state."""
        return self.headers.get("etag")

    @property
    def modified(self) -> str | None:
        """When this was last changed, as the server writes it: to be given back as it is."""
        return self.headers.get("last-modified")

    @property
    def content_type(self) -> str:
        """The type in lower case, without its parameters; empty where none was declared."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        told = Message()
        told["content-type"] = self.headers.get("content-type", "")
        return told.get_content_charset()

    def retry_after(self, now: datetime) -> float | None:
        """For how many seconds the server asks to be left alone.

        A moment is counted from the server's own clock, where it tells that: it may go wrong by hours.
        """
        told = self.headers.get("retry-after", "").strip()
        if told.isdecimal() and len(told) < 10:
            return float(told)
        until = _moment(told)
        if until is None:
            return None
        return max(0.0, (until - (_moment(self.headers.get("date", "")) or now)).total_seconds())

    def checked(self) -> "Response":
        """This answer, where it is one; raises FetchError where the server says that it has none."""
        if self.status == 200:
            return self
        if self.status >= 500 or self.status in _TRY_AGAIN:
            cure = "try again later"
            raise FetchError(f"the server answers {self.status}", about=self.url, cure=cure, retry=True)
        why = _REFUSALS.get(self.status)
        said = f"the server {why} ({self.status})" if why else f"the server answers {self.status}"
        raise FetchError(said, about=self.url, cure="check the address in a browser")


def _moment(told: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
