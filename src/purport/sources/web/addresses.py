"""Which addresses of machines may be asked."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Literal

from purport.errors import FetchError

__all__ = ["Allowed", "Resolve", "check", "is_inner", "is_public", "resolve"]

Allowed = Literal["public", "inner"]
"""`public`: the internet's addresses alone; `inner`: also those of this machine and of private networks."""

Resolve = Callable[[str, int], list[str]]
"""What looks a name up, once."""

_ALLOW = "--allow-private, or allow_private = true for feeds, lets this machine and private networks be asked"
_V6_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
# Not for the public, whatever a release of Python thinks of them: its lists have changed with its patches.
_NOT_PUBLIC = tuple(
    ip_network(one)
    for one in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
    )
)
_INNER = tuple(
    ip_network(one)
    for one in (
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7",
    )
)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which to try them. Raises FetchError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = f"its name is not known ({error})"
        raise FetchError(reason, about=host, cure="check the address and the network", retry=True) from error
    return list(dict.fromkeys(str(place[4][0]) for place in found))


def is_public(address: str) -> bool:
    """Whether this is an address of the internet that one machine has: none of a private network, none of many."""
    found = _unwrapped(address)
    if found is None or found.is_multicast or not found.is_global:
        return False
    if found.version == 6 and found not in _V6_UNICAST:
        return False
    return not any(found.version == net.version and found in net for net in _NOT_PUBLIC)


def is_inner(address: str) -> bool:
    """Whether this is an address of this machine or of a private network.

    Those of the link (where clouds keep their keys) are not, nor are those of many machines.
    """
    found = _unwrapped(address)
    return found is not None and any(found.version == net.version and found in net for net in _INNER)


def check(about: str, addresses: list[str], allowed: Allowed) -> None:
    """Refuse a host of which any address may not be asked; errors are about `about`. Raises FetchError."""
    if not addresses:
        raise FetchError("its name has no address", about=about, cure="check the address", retry=True)
    for address in addresses:
        if not (is_public(address) or (allowed == "inner" and is_inner(address))):
            cure = _ALLOW if is_inner(address) else ""
            raise FetchError(f"{address} is no public address, and is not asked", about=about, cure=cure)


def _unwrapped(address: str) -> IPv4Address | IPv6Address | None:
    """The address that is reached in the end, where one of IPv6 only carries one of IPv4; None where it is none."""
    try:
        found = ip_address(address)
    except ValueError:
        return None
    if isinstance(found, IPv4Address):
        return found
    if found in _NAT64:
        return IPv4Address(int(found) & 0xFFFF_FFFF)
    return found.ipv4_mapped or found.sixtofour or found
