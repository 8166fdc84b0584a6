"""The web application's files, as they were built. What is not among them is never looked for on the disk."""

import mimetypes
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, Response
from msgspec import Struct

__all__ = ["File", "router", "static_files"]

_PAGE = "index.html"
_HASHED = "assets/"
"""Where the build puts files whose names change whenever their content does."""
_ENCODINGS = MappingProxyType({".br": "br", ".gz": "gzip"})
_TYPES = MappingProxyType(
    {".js": "text/javascript", ".json": "application/json", ".geojson": "application/geo+json", ".svg": "image/svg+xml"}
)
_FOREVER = "public, max-age=31536000, immutable"
_NEVER = "no-cache"

router = APIRouter(include_in_schema=False, default_response_class=Response)


class File(Struct, frozen=True):
    """A file of the web application, and the same in the encodings that it is there in."""

    path: Path
    media: str
    freshness: str
    encoded: Mapping[str, Path]


@cache
def static_files(folder: Path | None = None) -> Mapping[str, File]:
    """All files of a folder (of the package's own, where none is named) by their names in it."""
    root = folder or Path(str(files("purport.server"))) / "static"
    return MappingProxyType(dict(_found(root)))


def _found(root: Path) -> Iterator[tuple[str, File]]:
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and path.suffix not in _ENCODINGS:
            encoded = {code: Path(f"{path}{ending}") for ending, code in _ENCODINGS.items()}
            there = {code: other for code, other in encoded.items() if other.is_file()}
            yield name, File(path, _media(path), _FOREVER if name.startswith(_HASHED) else _NEVER, there)


def _media(path: Path) -> str:
    return _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


@router.get("/")
@router.get("/documents")
@router.get("/review")
@router.get("/incident/{_id}")
@router.get("/document/{_id}")
@router.get("/episode/{_id}")
def page(request: Request) -> Response:
    """The one page of the application, which reads the rest from its own address."""
    return _send(request, _PAGE)


@router.get("/{name:path}")
def file(request: Request, name: str) -> Response:
    """A file of the application."""
    return _send(request, name)


def _send(request: Request, name: str) -> Response:
    found = static_files().get(name)
    if found is None:
        raise HTTPException(404, "there is no such page")
    code = next((code for code in found.encoded if code in _accepted(request)), None)
    headers = {"Cache-Control": found.freshness, "Vary": "Accept-Encoding"}
    if code is None:
        return FileResponse(found.path, headers=headers, media_type=found.media)
    return FileResponse(found.encoded[code], headers={**headers, "Content-Encoding": code}, media_type=found.media)


def _accepted(request: Request) -> set[str]:
    told = request.headers.get("accept-encoding", "").split(",")
    return {code.split(";")[0].strip() for code in told if not code.replace(" ", "").endswith(";q=0")}
