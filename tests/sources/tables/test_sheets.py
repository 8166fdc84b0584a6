import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError
from tests.sources.helpers import one, read, refused

TEXT = "Two drones fell on the field near the village in the night, the head of the district said."


def _workbook(*rows: list[object], **sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "posts"
    for row in rows:
        first.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def _ods(content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<?xml version="1.0" encoding="UTF-8"?>\n{dtd}<office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="posts">{content}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>".replace("{dtd}", ""),
        )
    return out.getvalue()


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def test_a_row_of_a_workbook_is_a_document() -> None:
    found = one(
        _workbook(
            ["Message ID", "Channel", "Date", "Message", "Views"],
            [7, "town", datetime.datetime(2024, 5, 6, 10, 8, 9), TEXT, 55],
        ),
        "posts.xlsx",
    )
    assert (found.id, found.url, found.text) == ("town-7", "https://t.me/town/7", TEXT)
    assert found.published == "2024-05-06"


def test_blank_rows_above_the_names_and_a_clock_of_its_own_do_no_harm() -> None:
    data = _workbook(
        [None], [None, "Date", "Time", "Text"], [None, datetime.date(2024, 5, 6), datetime.time(10, 8), TEXT]
    )
    assert (one(data).published, one(data).text) == ("2024-05-06", TEXT)


def test_each_sheet_is_a_table_and_one_without_texts_is_told() -> None:
    data = _workbook(
        ["Date", "Text"], ["2024-05-06", TEXT], more=[["Date", "Text"], ["2024-05-07", TEXT]], sums=[["a", 5]]
    )
    documents, errors = read(data, "posts.xlsx")
    assert [d.id for d in documents] == ["posts-posts-2", "posts-more-2"]
    assert [(type(e), e.about) for e in errors] == [(UnreadableError, "posts.xlsx: sums")]


def test_formulas_are_not_run_and_what_they_gave_last_is_all_that_is_known() -> None:
    documents, errors = read(
        _workbook(["Date", "Text"], ["2024-05-06", '=WEBSERVICE("http://e.org")'], ["2024-05-07", TEXT])
    )
    assert [d.text for d in documents] == [TEXT]
    assert ["rows without a text" in e.reason for e in errors] == [True]


def test_an_opendocument_sheet_is_read() -> None:
    rows = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
        for row in (["Дата", "Текст"], ["06.05.2024", TEXT])
    )
    found = one(_ods(rows), "posts.ods")
    assert (found.published, found.text) == ("2024-05-06", TEXT)


_BOMB = b"<row/>" * 20_000_000
_VAST = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>'
    b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
)
_SHEET = "xl/worksheets/sheet1.xml"
_HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda whole: whole[: len(whole) // 2],
    "two cells that ask for 500 GiB": lambda whole: _replaced(whole, _SHEET, _VAST),
    "a bomb": lambda whole: _replaced(whole, _SHEET, _BOMB),
    "a part that lies about its size": lambda whole: _lying(_replaced(whole, _SHEET, _BOMB)),
    "no sheet in it": lambda _: _zip(**{"[Content_Types].xml": b"", "xl__workbook": b""}),
}


def _replaced(book: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
    return out.getvalue()


def _lying(bomb: bytes) -> bytes:
    """The same, but the bomb says that it unpacks to ten bytes."""
    size = len(_BOMB).to_bytes(4, "little")
    assert size in bomb
    return bomb.replace(size, (10).to_bytes(4, "little"))


@pytest.mark.parametrize("what", _HOSTILE)
def test_hostile_files_are_one_error(what: str) -> None:
    error = refused(_HOSTILE[what](_workbook(["Date", "Text"], ["2024-05-06", TEXT])), "bad.xlsx")
    assert isinstance(error, InputError)
    assert error.about == "bad.xlsx"
    assert error.cure
    if "bomb" in what or "lies" in what:
        assert isinstance(error, TooLargeError)


def test_entities_from_elsewhere_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words of this machine")
    rows = (
        f"<table:table-row>{_cell('text')}</table:table-row><table:table-row>{_cell('&x; ' + TEXT)}</table:table-row>"
    )
    data = _ods(rows)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    dtd = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
    documents, errors = read(_replaced(data, "content.xml", content.replace("?>\n", f"?>\n{dtd}").encode()), "x.ods")
    assert "secret words" not in repr((documents, errors))
    assert documents or isinstance(errors[0], MalformedError | UnreadableError)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.sources.tables.sheets.find_spec", lambda _name: None)
    error = refused(_workbook(["Date", "Text"], ["2024-05-06", TEXT]), "a.xlsx")
    assert (type(error), error.cure) == (UnreadableError, "pip install 'purport[tables]'")
