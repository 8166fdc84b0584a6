"""Plain text: the document's text is the file's, as it stands."""

from collections.abc import Iterator

from purport.errors import MalformedError
from purport.model import Document, DocumentKind
from purport.sources.bylines import visible_date
from purport.sources.decoding import decode
from purport.sources.limits import MAX_TEXT
from purport.sources.opening import Blob, sha256

__all__ = ["UNKNOWN_SOURCE", "read", "read_text"]

# Nobody has said who publishes this. The file's own name or folder is a matter of its keeper, not of who speaks.
UNKNOWN_SOURCE = "unknown"


def read(blob: Blob) -> Iterator[Document]:
    """The one document that the file is. Raises InputError."""
    data = blob.whole(MAX_TEXT, "one text")
    text = decode(data, blob.name)
    check_text(text, blob.name)
    yield read_text(text, id=blob.url or blob.stem, url=blob.url, raw=data)


def read_text(
    text: str,
    *,
    id: str,  # noqa: A002 - the format's own word
    source: str = UNKNOWN_SOURCE,
    kind: DocumentKind = "article",
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    title: str | None = None,
    raw: bytes | None = None,
) -> Document:
    """A document of a string that is at hand.

    Where no `published` is given, the date that the text's first lines show counts, or none.
    """
    seen = None if published else visible_date(text)
    return Document(
        id=id,
        source=source,
        kind=kind,
        url=url,
        published=published or seen,
        language=language,
        title=title,
        text=text,
        published_basis="given" if published else "visible" if seen else None,
        raw_hash=sha256(text.encode() if raw is None else raw),
    )


def check_text(text: str, about: str) -> None:
    """Raises MalformedError for what no text holds."""
    problem = text_problem(text)
    if problem:
        raise MalformedError(problem, about=about, cure="get the file again, or save it as text")


def text_problem(text: str) -> str | None:
    """Why this is no text: it is empty, or holds NUL characters, which databases refuse."""
    if not text.strip():
        return "holds no text"
    return "holds NUL characters, which no text has" if "\x00" in text else None
