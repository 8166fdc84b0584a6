"""WARC files made for tests: whole, packed record by record, and broken in every way."""

import gzip
from pathlib import Path

__all__ = ["PAGE", "packed", "page", "request", "response", "warc"]

PAGE = (
    "<html><head><title>{title}</title></head><body><nav><a>Home</a></nav>"
    "<article><h1>{title}</h1>{body}</article></body></html>"
)


def page(title: str, *paragraphs: str) -> bytes:
    """A page of news."""
    return PAGE.format(title=title, body="".join(f"<p>{one}</p>" for one in paragraphs)).encode()


def response(
    url: str, body: bytes, *, status: int = 200, kind: str = "text/html; charset=utf-8", encoding: str | None = None
) -> bytes:
    """A record of what a server answered."""
    extra = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode()
    return _record("response", url, head + body, "application/http; msgtype=response")


def _record(kind: str, url: str, block: bytes, media: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash((kind, url))):032x}>\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def request(url: str) -> bytes:
    """A record of what was asked of a server."""
    return _record("request", url, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request")


def packed(*records: bytes) -> bytes:
    """Each record its own gzip member, as crawls are kept."""
    return b"".join(gzip.compress(record) for record in records)


def warc(path: Path, *records: bytes) -> Path:
    """A packed file."""
    path.write_bytes(packed(*records))
    return path
