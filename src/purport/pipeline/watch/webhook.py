"""Alerts, each sent to an address until it is taken."""

import hashlib
import hmac
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from purport.errors import InputError
from purport.ledger import Ledger
from purport.ledger.feedrecords import Alert
from purport.model.canonical import digest
from purport.sources.web import Client

__all__ = ["Hook"]

_AT_ONCE = 50
_FIRST, _LONGEST = 30.0, 3600.0  # seconds until what was not taken is sent again: at first, and at most


class _Mark(Struct, frozen=True):
    """The number of the last alert that was taken, and how the one behind it fares."""

    number: int
    failures: int = 0
    due: str | None = None


class Hook:
    """An address that alerts are sent to in their order, each as JSON, at least once; its `id` tells one sent twice.

    `secret`: signs each body, as `X-Purport-Signature: sha256=` and the HMAC in hexadecimal digits.
    """

    def __init__(self, book: Ledger, client: Client, url: str, secret: bytes | None) -> None:
        self._book = book
        self._client = client
        self._url = url
        self._secret = secret
        self._name = f"webhook {digest('w', 1, [url])}"

    def begin(self) -> None:
        """An address that is new is told of what comes from now on."""
        if self._book.feeds.mark(self._name) is None:
            self._book.feeds.keep_alerts(self._name, None, _written(_Mark(self._book.feeds.last_alert())))

    def due(self) -> datetime | None:
        """When to try again what was not taken."""
        mark = self._read()[1]
        return datetime.fromisoformat(mark.due) if mark.due else None

    def send(self, now: datetime) -> str | None:
        """Send what has not been taken, if it is time; why it was not taken, where it was not."""
        written, mark = self._read()
        if mark.due and datetime.fromisoformat(mark.due) > now:
            return None
        for alert in self._book.feeds.alerts(after=mark.number, last=1 << 31)[:_AT_ONCE]:
            failure = self._post(alert)
            after = _Mark(alert.number) if failure is None else _later(mark, now)
            if not self._book.feeds.keep_alerts(self._name, written, _written(after)):
                return None  # another watcher sends them
            if failure is not None:
                return failure
            written, mark = _written(after), after
        return None

    def _read(self) -> tuple[str, _Mark]:
        written = self._book.feeds.mark(self._name) or _written(_Mark(0))
        return written, msgspec.json.decode(written, type=_Mark)

    def _post(self, alert: Alert) -> str | None:
        body = alert.record.encode()
        headers = {"Content-Type": "application/json", "X-Purport-Id": alert.id}
        if self._secret is not None:
            headers["X-Purport-Signature"] = f"sha256={hmac.new(self._secret, body, hashlib.sha256).hexdigest()}"
        try:
            response = self._client.post(self._url, body, headers=headers)
        except InputError as error:
            return error.reason
        return None if 200 <= response.status < 300 else f"the server answers {response.status}"


def _later(mark: _Mark, now: datetime) -> _Mark:
    pause = min(_FIRST * 2 ** min(mark.failures, 20), _LONGEST)
    return _Mark(mark.number, mark.failures + 1, (now + timedelta(seconds=pause)).isoformat())


def _written(mark: _Mark) -> str:
    return msgspec.json.encode(mark).decode()
