"""What most tests here do: read bytes, and look at both the documents and the errors."""

from purport.errors import InputError
from purport.model import Document
from purport.sources import read_bytes


def read(data: bytes | str, name: str = "file") -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    raw = data.encode() if isinstance(data, str) else data
    documents = list(read_bytes(raw, name=name, on_error=errors.append))
    return documents, errors


def one(data: bytes | str, name: str = "file") -> Document:
    documents, errors = read(data, name)
    assert not errors
    assert len(documents) == 1
    return documents[0]


def refused(data: bytes | str, name: str = "file") -> InputError:
    documents, errors = read(data, name)
    assert not documents
    assert len(errors) == 1
    return errors[0]
