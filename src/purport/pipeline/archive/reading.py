"""One record through the stages, the cheapest look first."""

from purport.errors import InputError
from purport.model import Claim, Document
from purport.pipeline.archive.records import Item
from purport.pipeline.stages import default_extractor
from purport.pipeline.stream import checked
from purport.settings import Settings
from purport.sources import read_bytes
from purport.sources.skim import is_post_page, shown, skim, telling

__all__ = ["Reader"]

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
        visible = shown(data)
        plain = telling(visible, item.charset)
        if plain is not None and not self._look.at_bytes(plain):
            return "no word", []
        if not self._look.at_lines(skim(visible, item.about, item.charset), post=is_post_page(data)):
            return "no sentence", []
        failed: list[InputError] = []
        documents = list(
            read_bytes(data, name=item.about, url=item.about, charset=item.charset, on_error=failed.append)
        )
        if failed and not documents:
            raise failed[0]
        return "read", [(document, checked(document, self._extract)) for document in documents]
