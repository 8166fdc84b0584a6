"""What a folder holds besides documents: an export's pictures, styles and lists are no forms of its messages."""

import re
from collections.abc import Sequence
from pathlib import Path

from purport.errors import InputError
from purport.sources.forms import Form, recognise
from purport.sources.opening import open_file

__all__ = ["without_furniture"]

_RESULT = "result.json"
_PAGES = ("messages.html", "export_results.html")
_FURNITURE = frozenset(
    (
        *("contacts", "css", "files", "images", "js", "lists", "photos", "profile_pictures", "round_video_messages"),
        *("stickers", "stories", "video_files", "voice_messages", "export_results.html"),
    )
)
_MESSAGES = re.compile(r"messages\d*\.html")


def without_furniture(folder: Path, names: Sequence[str]) -> list[str]:
    """The names in a folder, less what belongs to a Telegram export in it and holds no message.

    Where the export is there in both forms, JSON is read: it says more.
    """
    if _RESULT in names and _form(folder / _RESULT) is Form.EXPORT:
        return [name for name in names if name not in _FURNITURE | {"chats"} and not _MESSAGES.fullmatch(name)]
    if any(name in names and _form(folder / name) is Form.EXPORT_PAGE for name in _PAGES):
        return [name for name in names if name not in _FURNITURE]
    return list(names)


def _form(path: Path) -> Form | None:
    try:
        with open_file(path) as blob:
            return recognise(blob.head(), blob.name)
    except InputError:
        return None
