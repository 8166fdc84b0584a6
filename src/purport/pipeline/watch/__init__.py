"""Feeds watched day and night, each item into the ledger once, with a record of when each feed was alive."""

from purport.pipeline.watch.clock import Clock, RealClock
from purport.pipeline.watch.config import Config, FeedConfig, load
from purport.pipeline.watch.watcher import Watcher
from purport.pipeline.watch.wiring import watcher_of

__all__ = ["Clock", "Config", "FeedConfig", "RealClock", "Watcher", "load", "watcher_of"]
