"""From a configuration to a watcher: where the concrete feeds are known."""

import random
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from purport import __version__
from purport.errors import UsageError
from purport.ledger import Ledger
from purport.ledger.feedrecords import FeedFile, FeedSetting
from purport.pipeline.stages import Stages, default_stages
from purport.pipeline.watch.clock import Clock, RealClock
from purport.pipeline.watch.config import Config, FeedConfig, seconds
from purport.pipeline.watch.keeping import Keeper
from purport.pipeline.watch.telling import AtomFile, Teller
from purport.pipeline.watch.watcher import Watched, Watcher
from purport.pipeline.watch.webhook import Hook
from purport.sources.polling import Channel, FileMark, Folder, Messages, Pollable, Rss, Telegram
from purport.sources.polling.telethon import Telethon
from purport.sources.web import FEED_TYPES, Allowed, Client, Policy, Robots

__all__ = ["session_of", "watcher_of"]

_HOOK_SECONDS = 10.0


def watcher_of(
    config: Config,
    book: Ledger,
    *,
    stages: Stages | None = None,
    clock: Clock | None = None,
    jitter: Callable[[], float] = random.random,
    messages: Messages | None = None,
) -> Watcher:
    """The watcher that a configuration asks for. `messages`: what speaks to Telegram. Raises UsageError."""
    clock, stages = clock or RealClock(), stages or default_stages()
    if messages is None and any(feed.kind == "telegram" for feed in config.feeds):
        messages = session_of(config)
    client = _client(config)
    robots = Robots(client, lambda: clock.now().timestamp())
    made = [_feed(feed, config, book, client, robots, clock, messages) for feed in config.feeds]
    keeper = Keeper(book, stages.extract, jitter)
    pause = seconds(config.pause)
    return Watcher(book, made, keeper, _teller(config, book, client), clock, linker=stages.link, pause=pause)


def session_of(config: Config) -> Telethon:
    """Telegram's API by the user's own key. Raises UsageError."""
    if config.telegram is None:
        raise UsageError("there is no key to Telegram's API", cure="write [telegram] with api_id and api_hash")
    number = config.telegram.api_id.value(config.base)
    if not number.isdecimal():
        raise UsageError("telegram.api_id: not a number", cure="https://my.telegram.org shows it as App api_id")
    return Telethon(config.base / config.telegram.session, int(number), config.telegram.api_hash.value(config.base))


def _client(config: Config) -> Client:
    contact = f" ({config.contact})" if config.contact else ""
    allowed: Allowed = "inner" if config.allow_private else "public"
    agent = f"purport/{__version__}{contact}"
    return Client(Policy(allowed=allowed, whole=seconds(config.timeout), agent=agent))


def _feed(
    feed: FeedConfig,
    config: Config,
    book: Ledger,
    client: Client,
    robots: Robots,
    clock: Clock,
    messages: Messages | None,
) -> Watched:
    setting = FeedSetting(feed.name, feed.kind, feed.where, round(seconds(feed.every)))
    silent_after = seconds(feed.silent_after) if feed.silent_after else None
    source: Pollable
    if feed.kind == "folder":
        source = _folder(feed, config, book)
    elif feed.kind == "telegram":
        assert messages is not None  # noqa: S101 - asked for where any feed is of this kind
        source = Telegram(messages, feed.where)
    elif feed.kind == "channel":
        source = Channel(client, robots, feed.where, clock.now, feed.pages)
    else:
        secrets = {"Authorization": feed.authorization.value(config.base)} if feed.authorization else {}
        typed = replace(client.policy, types=FEED_TYPES)
        source = Rss(client.within(typed), feed.where, clock.now, secrets)
    return Watched(setting, source, silent_after)


def _folder(feed: FeedConfig, config: Config, book: Ledger) -> Folder:
    def known(names: Sequence[str]) -> set[FileMark]:
        found: set[FeedFile] = book.feeds.read_files(feed.name, names)
        return {FileMark(one.name, one.size, one.modified) for one in found}

    return Folder(config.base / feed.where, known, seconds(feed.settle))


def _teller(config: Config, book: Ledger, client: Client) -> Teller:
    alerts = config.alerts
    hook = atom = None
    if alerts.webhook:
        secret = alerts.webhook.secret.value(config.base).encode() if alerts.webhook.secret else None
        quick = client.within(replace(client.policy, whole=_HOOK_SECONDS))
        hook = Hook(book, quick, alerts.webhook.url, secret)
    if alerts.atom:
        atom = AtomFile(config.base / alerts.atom.path, alerts.atom.title, alerts.atom.entries)
    return Teller(book, seconds(alerts.delay), hook, atom)
