"""One record through the stages, the cheapest look first."""

from purport.errors import InputError, MalformedError
from purport.model import Claim, Document
from purport.pipeline.archive.records import Item
from purport.pipeline.stages import default_extractor
from purport.pipeline.stream import checked
from purport.settings import Settings
from purport.sources import read_bytes
from purport.sources.decoding import decode

__all__ = ["Reader"]

_CHANNEL = b"tgme_widget_message"  # what each post on the page of a Telegram channel is called

Found = list[tuple[Document, tuple[Claim, ...]]]


class Reader:
    """Takes records through the stages. Build it once for many."""

    def __init__(self) -> None:
        self._extract = default_extractor(Settings.of())
        self._look = self._extract.look

    def __call__(self, item: Item) -> tuple[str, Found]:
        """What became of the record, one of `steps.STEPS`, and the documents in it. Raises InputError."""
        if item.error:
            raise item.error
        if item.document:
            return self._document(item.document)
        return ("no page", []) if item.data is None else self._page(item, item.data)

    def _document(self, document: Document) -> tuple[str, Found]:
        if not self._look.at_post(document.text, post=document.kind == "telegram"):
            return "no text", []
        return "read", [(document, checked(document, self._extract))]

    def _page(self, item: Item, data: bytes) -> tuple[str, Found]:
        if not self._look.at_bytes(data):
            return "no word", []
        if not self._look.at_text(_all_text(data, item), post=_CHANNEL in data):
            return "no sentence", []
        failed: list[InputError] = []
        documents = list(
            read_bytes(data, name=item.about, url=item.about, charset=item.charset, on_error=failed.append)
        )
        if failed and not documents:
            raise failed[0]
        return "read", [(document, checked(document, self._extract)) for document in documents]


def _all_text(data: bytes, item: Item) -> str:
    """All text of a page, menus and all, a line for each block: found hundreds of times as fast as the main text."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    html = decode(data, item.about, declares=True, repair=True, charset=item.charset)
    try:
        return extract_plain_text(
            HTMLTree.parse(html), main_content=False, alt_texts=False, links=False, form_fields=False
        )
    except (ValueError, RuntimeError) as error:
        raise MalformedError(f"a page that cannot be read: {error}", about=item.about) from error
