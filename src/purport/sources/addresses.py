"""What an address tells of who publishes."""

import re
from urllib.parse import urlsplit

__all__ = ["channel_of", "host_of", "is_address", "is_web"]

_CHANNEL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?:s/)?(?!joinchat\b|c/)([A-Za-z]\w{2,})(?:/|\?|$)", re.IGNORECASE
)


def channel_of(url: str | None) -> str | None:
    """The name of the Telegram channel that the address is of, as written; None where it is of none."""
    found = _CHANNEL.match(url) if url else None
    return found[1] if found else None


def host_of(url: str | None) -> str | None:
    """The host, in lower case and without `www.`; None where the address names none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def is_web(url: str | None) -> bool:
    """Whether this is a whole http or https address."""
    return host_of(url) is not None and str(url).lower().startswith(("http://", "https://"))


def is_address(told: str) -> bool:
    """Whether a person means something on the web by this, and no file: a whole address, or one of Telegram's."""
    return is_web(told) or told.lower().startswith(("t.me/", "telegram.me/"))
