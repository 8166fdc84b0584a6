"""`purport serve`: the desk, for the people of one machine."""

import socket
from ipaddress import ip_address
from typing import Annotated

import typer

from purport.cli.common import LedgerOption, NoColorOption, QuietOption, common
from purport.cli.linked import linked_ledger
from purport.cli.screen import complain
from purport.errors import UsageError

__all__ = ["serve"]

_PORT = 8000
_HIGHEST = 65535
_MOST = 64

Host = Annotated[str, typer.Option("--host", help="An address of this machine that no other can reach.")]
Port = Annotated[int, typer.Option("--port", min=0, max=_HIGHEST, help="Where to listen; 0: anywhere free.")]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        min=1,
        max=_MOST,
        help="So many that answer. [default: 1; with a large ledger one a processor, at most 4]",
        show_default=False,
    ),
]


def serve(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Port = _PORT,
    processes: Processes = None,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Open the desk on a ledger: map, timeline, incidents with their words, review; in a browser of this machine."""
    options = common(context, ledger, quiet, no_color)
    address = _loopback(host)
    _check_extra()
    _check_forks(processes)
    with linked_ledger(options) as book, _listening(address, port) as listener:
        if not quiet:
            complain(f"the desk on {book.location} is open; Ctrl-C closes it")
        typer.echo(_address(listener))
        from purport.server.serving import serve_desk

        serve_desk(book, listener, processes)


def _loopback(host: str) -> str:
    """The address that a host is; raises UsageError where others could reach it."""
    address = {"localhost": "127.0.0.1"}.get(host, host.strip("[]"))
    try:
        is_own = ip_address(address).is_loopback
    except ValueError:
        is_own = False
    if not is_own:
        raise UsageError(
            f"the desk does not listen on {host}: it asks nobody for a password, so it is for this machine alone",
            cure="leave --host out; from elsewhere, forward the port over SSH: ssh -L 8000:127.0.0.1:8000 MACHINE",
        )
    return address


def _check_extra() -> None:
    try:
        import fastapi  # noqa: F401
        import numpy  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise UsageError(
            f"the desk needs {error.name}, which is not installed", cure="pip install 'purport[server]'"
        ) from None


def _check_forks(processes: int | None) -> None:
    from purport.server.team import can_fork

    if processes not in {None, 1} and not can_fork():
        raise UsageError("several processes can answer on Linux alone", cure="leave --processes out")


def _listening(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family)
    except OSError as error:
        raise UsageError(
            f"nothing can listen on port {port} of {address}: {error.strerror}",
            cure="name another port with --port, or take --port 0 for a free one",
        ) from None


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
