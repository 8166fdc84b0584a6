"""What hosts ask of robots (RFC 9309), asked for once a day."""

import threading
from collections.abc import Callable

from msgspec import Struct, structs
from protego import Protego

from purport.errors import FetchError, InputError
from purport.sources.web.client import Client
from purport.sources.web.response import Response
from purport.sources.web.target import target_of

__all__ = ["Robots"]

_AGENT = "purport"
_DAY = 24 * 3600.0
_SOON = 600.0  # seconds until a host whose file could not be had is asked for it again
_SIZE = 500 << 10  # the standard asks that as much be read; the files of large sites have some 50 KiB
_HOSTS = 1000  # kept at a time


class _Rules(Struct, frozen=True):
    rules: Protego | None  # None: nothing is allowed, since nobody knows
    until: float


class Robots:
    """Knows of each host what may be asked. `clock` tells seconds, from whenever on. Threads may share it."""

    def __init__(self, client: Client, clock: Callable[[], float]) -> None:
        self._client = client.within(structs.replace(client.policy, size=_SIZE, types=()))
        self._clock = clock
        self._known: dict[str, _Rules] = {}
        self._lock = threading.Lock()

    def check(self, url: str) -> None:
        """Raises FetchError where a host asks robots not to take this, or cannot be asked what it asks."""
        target = target_of(url)
        rules = self._rules(target.origin)
        if rules is None:
            reason = "its robots.txt could not be had, so nothing is asked"
            raise FetchError(reason, about=url, cure="try again later", retry=True)
        if not rules.can_fetch(target.url, _AGENT):
            raise FetchError("its robots.txt asks not to take this", about=url, cure="ask the publisher, or save it")

    def delay(self, url: str) -> float:
        """For how many seconds a host asks to be left alone after each question; 0 where it does not."""
        rules = self._rules(target_of(url).origin)
        return float((rules and rules.crawl_delay(_AGENT)) or 0)

    def _rules(self, origin: str) -> Protego | None:
        with self._lock:
            known = self._known.get(origin)
        if known is None or known.until <= self._clock():
            known = self._asked(origin)
            with self._lock:
                while len(self._known) >= _HOSTS:
                    del self._known[next(iter(self._known))]
                self._known[origin] = known
        return known.rules

    def _asked(self, origin: str) -> _Rules:
        try:
            rules = _read(self._client.fetch(f"{origin}/robots.txt"))
        except InputError:
            rules = None
        return _Rules(rules, self._clock() + (_SOON if rules is None else _DAY))


def _read(response: Response) -> Protego | None:
    if response.status == 200:
        return Protego.parse(response.body.decode("utf-8", "replace"))
    return None if response.status >= 500 or response.status == 429 else Protego.parse("")
