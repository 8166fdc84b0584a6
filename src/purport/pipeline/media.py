"""Pictures and videos: what people have found of them, and their files, fetched where somebody asks for them."""

import hashlib
import mimetypes
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from purport.errors import InputError, UnreadableError
from purport.model import Finding
from purport.model.incident import Judgement

if TYPE_CHECKING:
    from purport.ledger import Ledger, MediaRow
    from purport.sources.web import Client

__all__ = ["Fetched", "Verified", "fetch_media", "media_client", "verified"]

_SIZE = 200 << 20  # bytes; an hour of video as it is posted, and no film
_WHOLE = 600.0  # seconds
_TYPES = ("image/", "video/")


class Verified(Struct, frozen=True):
    """What a person has found of a picture or video, and the judgement that says so."""

    finding: Finding
    judgement: Judgement


class Fetched(Struct, frozen=True):
    """A file that was fetched, and where it lies now."""

    row: "MediaRow"
    path: Path
    sha256: str
    size: int


def verified(judgements: Iterable[Judgement]) -> dict[str, list[Verified]]:
    """What stands of what people have found, by the ids of pictures and videos, the first first."""
    from purport.incidents import undone

    listed = list(judgements)
    withdrawn = undone(listed)
    found: dict[str, list[Verified]] = {}
    for one in listed:
        if one.verdict == "media" and one.id not in withdrawn:
            finding = msgspec.convert(one.value, Finding)
            found.setdefault(finding.media, []).append(Verified(finding, one))
    return found


def media_client(*, allow_private: bool = False) -> "Client":
    """Who fetches files: within limits, nothing but pictures and videos, and from no inner address."""
    from purport.sources.web import Client, Policy

    allowed = "inner" if allow_private else "public"
    return Client(Policy(allowed=allowed, size=_SIZE, whole=_WHOLE, types=_TYPES))  # type: ignore[arg-type]


def fetch_media(
    book: "Ledger",
    rows: Iterable["MediaRow"],
    folder: Path,
    client: "Client",
    *,
    clock: Callable[[], datetime],
    on_error: Callable[[InputError], None],
) -> Iterator[Fetched]:
    """Fetch files into a folder, each under its hash, and keep the hash in the book; each file once.

    What has no web address, or cannot be had, is told to `on_error`. A file is opened by nothing here.
    """
    done: set[str] = set()
    for row in rows:
        if row.id not in done:
            done.add(row.id)
            try:
                yield _fetched(book, row, folder, client, clock())
            except InputError as error:
                on_error(error)


def _fetched(book: "Ledger", row: "MediaRow", folder: Path, client: "Client", at: datetime) -> Fetched:
    from purport.ledger import MediaFile

    url = row.media.url
    if url is None or not url.startswith(("http://", "https://")):
        cure = "it lies in the folder of the export that the document came in" if url else ""
        raise UnreadableError("it has no address on the web", about=url or row.id, cure=cure)
    response = client.fetch(url).checked()
    sha256 = hashlib.sha256(response.body).hexdigest()
    path = folder / f"{sha256}{mimetypes.guess_extension(response.content_type) or ''}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(response.body)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableError(f"cannot be written: {reason}", about=str(path), cure="name another folder") from error
    book.keep_media_file(MediaFile(row.id, at.isoformat(), sha256, len(response.body), response.content_type))
    return Fetched(row, path, sha256, len(response.body))
