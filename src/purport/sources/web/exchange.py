"""One question and its answer over one line, and an end to it at the latest when its time is over."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError

from purport.errors import FetchError, TooLargeError
from purport.sources.limits import MIB
from purport.sources.web.policy import Policy
from purport.sources.web.response import Response
from purport.sources.web.target import Target

__all__ = ["MOVED", "Dial", "Question", "ask", "dial"]

MOVED = frozenset({301, 302, 303, 307, 308})
"""Answers that send on to another address."""

_BODILESS = MOVED | {204, 304}
_PART = 64 << 10
_LEAST = 0.001  # seconds; a time limit of zero would mean none


Dial = Callable[[str, int, float], socket.socket]
"""What calls an address at a port, and waits so many seconds for it to take the call."""


class Question(NamedTuple):
    """What is asked, with all of its headers; `deadline` is when it has to be over, on the monotonic clock."""

    method: str
    target: Target
    headers: Mapping[str, str]
    body: bytes | None
    deadline: float

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(_LEAST, self.deadline - time.monotonic())


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """Call an address."""
    return socket.create_connection((address, port), timeout=seconds)


def ask(question: Question, addresses: list[str], policy: Policy, call: Dial, tls: ssl.SSLContext) -> Response:
    """The answer of the first of these addresses that takes the call. Raises FetchError, TooLargeError."""
    over = threading.Event()
    try:
        with closing(_line(question, addresses, policy, call, tls)) as line, _ended(line, question, over):
            return _exchange(question, line, policy)
    except (OSError, http.client.HTTPException, HTTPError, ValueError) as error:
        url = question.target.url
        if over.is_set() or isinstance(error, TimeoutError):
            raise FetchError(_too_long(policy), about=url, cure="try again later", retry=True) from error
        raise FetchError(f"no whole answer: {_said(error)}", about=url, cure="try again later", retry=True) from error


def _too_long(policy: Policy) -> str:
    return f"no whole answer within {policy.whole:g} seconds"


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _line(question: Question, addresses: list[str], policy: Policy, call: Dial, tls: ssl.SSLContext) -> socket.socket:
    """A line to the first address that takes the call; with https, to a server that proves its name."""
    target = question.target
    failed: OSError = OSError("no address")
    for address in addresses:
        try:
            line = call(address, target.port, min(policy.connect, question.left))
        except OSError as error:
            failed = error
            continue
        line.settimeout(question.left)
        return line if target.scheme == "http" else tls.wrap_socket(line, server_hostname=target.host)
    raise failed


@contextmanager
def _ended(line: socket.socket, question: Question, over: threading.Event) -> Iterator[None]:
    """Hang up when time is over: a server that sends a byte now and then never lets a time limit of reading pass."""

    def hang_up() -> None:
        over.set()
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)  # past TLS, which would wait for the other side

    timer = threading.Timer(question.left, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
        if over.is_set():  # what ended with the line has come to no end of its own
            raise TimeoutError
    finally:
        timer.cancel()


def _exchange(question: Question, line: socket.socket, policy: Policy) -> Response:
    target = question.target
    connection = HTTPConnection(target.host, target.port, timeout=question.left)
    connection.sock = line
    connection.request(
        question.method, target.path, question.body, question.headers, preload_content=False, decode_content=True
    )
    answer = connection.getresponse()
    with closing(answer):
        headers = {name.lower(): value for name, value in answer.headers.items()}
        response = Response(target.url, answer.status, headers, b"")
        if answer.status in _BODILESS:
            return response
        if answer.status == 200:
            _check(response, policy)
        return Response(target.url, answer.status, headers, _body(answer, target.url, policy))


def _check(response: Response, policy: Policy) -> None:
    """Refuse what is known not to be wanted before it comes."""
    kind = response.content_type
    if policy.types and kind and not kind.startswith(policy.types):
        cure = "give the address of a page or feed"
        raise FetchError(f"of the type {kind[:80]}, which is not read here", about=response.url, cure=cure)
    told = response.headers.get("content-length", "")
    if told.isdecimal() and int(told[:19]) > policy.size:
        raise _too_large(response.url, policy)


def _body(answer: BaseHTTPResponse, url: str, policy: Policy) -> bytes:
    """The body, unpacked; of one that is an error's, no more is taken than its beginning."""
    parts: list[bytes] = []
    size = 0
    for part in answer.stream(_PART, decode_content=True):
        parts.append(part)
        size += len(part)
        if answer.status != 200:
            break
        if size > policy.size:
            raise _too_large(url, policy)
    return b"".join(parts)


def _too_large(url: str, policy: Policy) -> TooLargeError:
    return TooLargeError(f"larger than the {policy.size / MIB:g} MiB that one fetch may bring", about=url)
