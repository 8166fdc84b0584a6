"""What to watch, as a file of TOML says it."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, field

from purport.errors import UsageError
from purport.pipeline.watch.durations import seconds_of

__all__ = ["Alerts", "Atom", "Config", "FeedConfig", "Secret", "Telegram", "Webhook", "load", "seconds"]

Kind = Literal["rss", "channel", "telegram", "folder"]
_WHERE = {"rss": "url", "channel": "url", "telegram": "channel", "folder": "path"}
_LEAST = 1.0  # seconds between two polls
_AT = re.compile(r" - at `\$(.*)`$")


class Secret(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a secret is: the name of a variable of the environment, or of a file that holds it and nothing else."""

    env: str | None = None
    file: str | None = None

    def value(self, base: Path, environment: Mapping[str, str] = os.environ) -> str:
        """The secret itself. Raises UsageError, which names the place and never the secret."""
        if self.env is not None:
            if found := environment.get(self.env, "").strip():
                return found
            raise UsageError(f"the variable {self.env} is not set", cure=f"export {self.env}=… before watching")
        if self.file is None:
            raise UsageError("a secret without a place", cure='write { env = "NAME" } or { file = "name" }')
        path = base / self.file
        try:
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeError) as error:
            raise UsageError(f"the secret's file cannot be read: {path}", cure="check its path") from error


class FeedConfig(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One feed; which of `url`, `path` and `channel` it needs is a matter of its kind."""

    name: str
    kind: Kind
    url: str | None = None
    path: str | None = None
    channel: str | None = None
    every: str = "5 min"
    silent_after: str | None = None
    pages: int = 20
    settle: str = "10 s"
    authorization: Secret | None = None

    @property
    def where(self) -> str:
        """The address, path or channel."""
        return str(getattr(self, _WHERE[self.kind]))


class Telegram(Struct, frozen=True, forbid_unknown_fields=True):
    """The user's own key to Telegram's API, and where the session is kept."""

    api_id: Secret
    api_hash: Secret
    session: str = "telegram.session"


class Webhook(Struct, frozen=True, forbid_unknown_fields=True):
    """An address that each alert is sent to, signed where there is a secret."""

    url: str
    secret: Secret | None = None


class Atom(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of Atom with the last so many alerts."""

    path: str
    title: str = "Purport: new incidents and contradictions"
    entries: int = 100


class Alerts(Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to tell what is new, and how long after it was known."""

    delay: str = "0 s"
    webhook: Webhook | None = None
    atom: Atom | None = None


class Config(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of the file; `base` is its folder, from which relative paths go."""

    feeds: tuple[FeedConfig, ...] = field(name="feed", default=())
    ledger: str | None = None
    allow_private: bool = False
    contact: str | None = None
    pause: str = "1 s"
    timeout: str = "60 s"
    telegram: Telegram | None = None
    alerts: Alerts = Alerts()
    base: Path = Path()


def load(path: Path) -> Config:
    """The configuration in a file. Raises UsageError, which names the key and the cure."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError((error.strerror or str(error)).lower(), about=str(path), cure="name a file") from error
    except (tomllib.TOMLDecodeError, UnicodeError) as error:
        raise UsageError(
            f"no TOML: {error}", about=str(path), cure="docs/watching.md shows how it is written"
        ) from error
    try:
        config = msgspec.convert(told, Config)
    except msgspec.ValidationError as error:
        raise UsageError(_said(str(error), told), about=str(path), cure="docs/watching.md lists all keys") from error
    for key, reason, cure in _problems(config):
        raise UsageError(f"{key}: {reason}", about=str(path), cure=cure)
    return msgspec.structs.replace(config, base=path.absolute().parent)


def seconds(text: str) -> float:
    """The seconds of a length of time that has been checked."""
    found = seconds_of(text)
    assert found is not None  # noqa: S101 - `load` has seen to it
    return found


def _said(error: str, told: Mapping[str, object]) -> str:
    """What msgspec says, with a feed's name in place of its number."""
    where = _AT.search(error)
    at = where[1].lstrip(".") if where else ""
    numbered = re.match(r"feed\[(\d+)\]\.?(.*)", at)
    if numbered and isinstance(feeds := told.get("feed"), list):
        feed = feeds[int(numbered[1])]
        name = feed.get("name") if isinstance(feed, dict) else None
        at = f"feed {name or int(numbered[1]) + 1!r}" + (f", {numbered[2]}" if numbered[2] else "")
    return (f"{at}: " if at else "") + _AT.sub("", error)


def _problems(config: Config) -> Iterator[tuple[str, str, str]]:
    if not config.feeds:
        yield "feed", "there is none", "write [[feed]], with name, kind and url"
    for key, text in (("pause", config.pause), ("timeout", config.timeout), ("alerts.delay", config.alerts.delay)):
        yield from _lengths(key, text, 0.0)
    if config.telegram and not config.telegram.session.endswith(".session"):
        yield "telegram.session", "the name does not end in .session", 'write "telegram.session"'
    if config.alerts.atom and config.alerts.atom.entries < 1:
        yield "alerts.atom.entries", "less than one", "leave it out: 100 are kept"
    names = [feed.name for feed in config.feeds]
    for feed in config.feeds:
        at = f"feed {feed.name!r}"
        if not feed.name.strip() or names.count(feed.name) > 1:
            yield at, "not a name of its own", "give each feed a name that no other has: the ledger knows it by that"
        for key, reason, cure in _feed_problems(feed, has_key=config.telegram is not None):
            yield f"{at}, {key}", reason, cure


def _feed_problems(feed: FeedConfig, *, has_key: bool) -> Iterator[tuple[str, str, str]]:
    needed = _WHERE[feed.kind]
    for key in ("url", "path", "channel"):
        if (getattr(feed, key) is None) is (key == needed):
            verb = "is missing" if key == needed else f"means nothing for the kind {feed.kind!r}"
            yield key, verb, f"a feed of the kind {feed.kind!r} has {needed!r}"
    if feed.kind == "telegram" and not has_key:
        yield "kind", "there is no key to Telegram's API", "write [telegram] with api_id and api_hash"
    if feed.pages < 1:
        yield "pages", "less than one", "leave it out: 20 pages are looked through"
    yield from _lengths("every", feed.every, _LEAST)
    yield from _lengths("settle", feed.settle, 0.0)
    yield from _lengths("silent_after", feed.silent_after or "1 h", _LEAST)


def _lengths(key: str, text: str, least: float) -> Iterator[tuple[str, str, str]]:
    found = seconds_of(text)
    if found is None:
        yield key, f"{text!r} is no length of time", 'write it as "5 min", "90 s" or "2 h"'
    elif found < least:
        yield key, f"{text!r} is too short", f"{least:g} s is the least"
