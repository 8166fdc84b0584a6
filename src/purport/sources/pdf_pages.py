"""The pages of a PDF, by the library that knows the form; run in a process of its own."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from purport.errors import MalformedError, UnreadableError

__all__ = ["read"]


def read(data: bytes) -> Iterator[Any]:
    """A mapping with the title, then for each page the texts of its boxes, columns one after the other."""
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    logging.disable(logging.CRITICAL)
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        yield {"title": _title(document)}
        yield from _pages(document, LAParams())
    except PDFPasswordIncorrect:
        raise UnreadableError("a PDF locked by a password", cure="save it without one") from None
    except (PDFException, PSException) as error:
        raise MalformedError(f"a broken PDF: {error or type(error).__name__}", cure="get the file again") from error


def _pages(document: Any, layout: Any) -> Iterator[list[str]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTTextBox
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=layout)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
        boxes = [box for box in device.get_result() if isinstance(box, LTTextBox)]
        yield [box.get_text() for box in boxes]


def _title(document: Any) -> str | None:
    """The title that the file says it has; programs that make PDF write a file's name there, too."""
    from pdfminer.utils import decode_text

    for info in document.info:
        told = info.get("Title")
        if isinstance(told, bytes):
            title = " ".join(decode_text(told).split())
            if " " in title and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd")):
                return str(title)
    return None
