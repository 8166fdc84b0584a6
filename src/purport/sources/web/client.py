"""Questions to the web: a name looked up once, its addresses checked, and the very address checked then called."""

import ssl
import time
from collections.abc import Mapping
from typing import NamedTuple

from purport.errors import FetchError
from purport.sources.web.addresses import Allowed, Resolve, check, is_inner, resolve
from purport.sources.web.exchange import MOVED, Dial, Question, ask, dial
from purport.sources.web.policy import Policy
from purport.sources.web.response import Response
from purport.sources.web.target import Target, target_of

__all__ = ["Client", "fetch"]


class _Sent(NamedTuple):
    method: str
    headers: Mapping[str, str]
    secrets: Mapping[str, str]
    body: bytes | None = None


def fetch(url: str, policy: Policy | None = None, *, headers: Mapping[str, str] | None = None) -> Response:
    """As `Client.fetch`, once."""
    return Client(policy or Policy()).fetch(url, headers=headers)


class Client:
    """Asks the web within the limits of a policy. It keeps no state: threads may share it.

    `resolve` and `dial` are the network: what looks names up, and what calls addresses; `tls` knows whom to believe
    that a name is theirs (None: whoever the system believes).
    """

    def __init__(
        self, policy: Policy, *, resolve: Resolve = resolve, dial: Dial = dial, tls: ssl.SSLContext | None = None
    ) -> None:
        self.policy = policy
        self._resolve = resolve
        self._dial = dial
        self._tls = tls or ssl.create_default_context()

    def within(self, policy: Policy) -> "Client":
        """The same network, asked within other limits."""
        return Client(policy, resolve=self._resolve, dial=self._dial, tls=self._tls)

    def refuse(self, url: str) -> None:
        """Raises FetchError where the address may not be asked, before somebody is asked about it."""
        target = target_of(url)
        self._addresses(target, self.policy.allowed, target.host)

    def fetch(
        self, url: str, *, headers: Mapping[str, str] | None = None, secrets: Mapping[str, str] | None = None
    ) -> Response:
        """What the server answers, whatever it is; redirects are followed, each checked as the first address was.

        `headers` go to every host on the way, `secrets` (headers too) to the first one's origin alone.
        Raises FetchError where something may not be asked or no whole answer comes, TooLargeError where it is beyond
        the limit.
        """
        return self._send(url, _Sent("GET", headers or {}, secrets or {}))

    def post(self, url: str, body: bytes, *, headers: Mapping[str, str]) -> Response:
        """What the server answers to this body. A redirect is an answer here: it is not followed."""
        return self._send(url, _Sent("POST", headers, {}, body))

    def _send(self, url: str, sent: _Sent) -> Response:
        first = target = target_of(url)
        deadline = time.monotonic() + self.policy.whole
        allowed = self.policy.allowed
        for _ in range(self.policy.redirects + 1):
            about = target.host if target is first else f"{first.url}, which leads to {target.host}"
            addresses = self._addresses(target, allowed, about)
            allowed = allowed if all(map(is_inner, addresses)) else "public"  # nobody outside leads to an inner one
            own = sent.secrets if target.origin == first.origin else {}
            headers = {**self._headers(target), **sent.headers, **own}
            question = Question(sent.method, target, headers, sent.body, deadline)
            response = ask(question, addresses, self.policy, self._dial, self._tls)
            moved = response.headers.get("location") if response.status in MOVED else None
            if moved is None or sent.method != "GET":
                return response
            target = target_of(moved, target)
        raise FetchError(f"more than {self.policy.redirects} redirects", about=url, cure="give the last address")

    def _addresses(self, target: Target, allowed: Allowed, about: str) -> list[str]:
        addresses = self._resolve(target.host, target.port)
        check(about, addresses, allowed)
        return addresses

    def _headers(self, target: Target) -> dict[str, str]:
        return {
            "Host": target.origin.partition("://")[2],
            "User-Agent": self.policy.agent,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
