"""How the web is asked: who asks, how long, how much, and what for."""

from msgspec import Struct

from purport.sources.limits import MAX_PAGE
from purport.sources.web.addresses import Allowed

__all__ = ["FEED_TYPES", "PAGE_TYPES", "Policy"]

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
"""What pages come as."""
FEED_TYPES = ("text/", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml")
"""What feeds come as: many servers know no more than that it is a text."""


class Policy(Struct, frozen=True):
    """Limits of one fetch.

    `connect`: seconds for one address to take the call; `whole`: seconds for all of it, redirects and body with it;
    what a name's lookup takes is the system's own affair. `size`: bytes of the body, unpacked. `types`: what the
    content type may begin with; empty: anything. What declares no type is taken.
    """

    allowed: Allowed = "public"
    connect: float = 10.0
    whole: float = 60.0
    size: int = MAX_PAGE
    redirects: int = 5
    types: tuple[str, ...] = ()
    agent: str = "purport"
