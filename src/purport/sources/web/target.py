"""Addresses on the web, taken apart."""

from typing import NamedTuple
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from purport.errors import FetchError

__all__ = ["Target", "target_of"]

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000  # characters; browsers and servers refuse addresses of some 8,000


class Target(NamedTuple):
    """Where to ask (`host` in ASCII and without brackets) and what for (`path`, the query with it)."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what may share secrets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.path


def target_of(url: str, base: Target | None = None) -> Target:
    """An address of http or https, beside `base` where it is not whole. Raises FetchError for any other.

    A name or password inside an address is refused: addresses are logged and kept.
    """
    url = urljoin(base.url, url.strip()) if base else url.strip()
    cure = "give a whole http or https address"
    if len(url) > _LONGEST:
        raise FetchError(f"an address of more than {_LONGEST} characters", about=url[:80], cure=cure)
    try:
        found = parse_url(url)
        host = _ascii(found.host or "")
    except (LocationParseError, UnicodeError, ValueError) as error:
        raise FetchError("no address", about=url, cure=cure) from error
    if found.scheme not in _PORTS or not host:
        raise FetchError("no address of the web", about=url, cure=cure)
    if found.auth:
        cure = "leave it out: secrets are named in the configuration, not written"
        raise FetchError("an address with a name or password inside", about=host, cure=cure)
    return Target(found.scheme, host, found.port or _PORTS[found.scheme], found.request_uri)


def _ascii(host: str) -> str:
    host = host.strip("[]").lower()
    return host if ":" in host else host.encode("idna").decode("ascii")
