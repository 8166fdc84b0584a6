"""Feeds that are asked again and again: each knows how to go on from where it was."""

from purport.sources.polling.channel import Channel
from purport.sources.polling.folder import Folder
from purport.sources.polling.port import FileMark, Poll, Pollable
from purport.sources.polling.rss import Rss
from purport.sources.polling.telegram import Message, Messages, Telegram

__all__ = ["Channel", "FileMark", "Folder", "Message", "Messages", "Poll", "Pollable", "Rss", "Telegram"]
