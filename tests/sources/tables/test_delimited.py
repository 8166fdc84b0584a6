import logging
from pathlib import Path

import pytest

from purport.errors import InputError, MalformedError, UnreadableError
from purport.model import Document, Media
from purport.sources import Asked, read_path
from tests.sources.helpers import one, read, refused

TEXT = "Two drones fell on the field near the village in the night, the head of the district said."
UK = "Уночі над районом збили дві ракети, уламки впали на поле, повідомив голова обласної адміністрації."


def test_a_row_is_a_document() -> None:
    found = one(
        "id,date,link,title,text,author\n"
        f'5,2024-05-06T10:08:09+03:00,https://www.example.org/news/5,Two drones,"{TEXT}",Jane Writer\n'
    )
    assert (found.id, found.source, found.kind) == ("5", "example.org", "article")
    assert (found.url, found.title, found.author) == ("https://www.example.org/news/5", "Two drones", "Jane Writer")
    assert (found.published, found.published_basis) == ("2024-05-06T10:08:09+03:00", "given")
    assert (found.text, found.language) == (TEXT, "en")


def test_a_post_of_a_channel_has_the_address_of_the_post() -> None:
    found = one(f'channel,message_id,date,message,reply_to,photo\nTown,7,2024-05-06,"{UK}",3,https://e.org/a.jpg\n')
    assert (found.id, found.source, found.kind) == ("Town-7", "t.me/Town", "telegram")
    assert (found.url, found.reply_to, found.language) == ("https://t.me/Town/7", "Town-3", "uk")
    assert found.media == (Media(url="https://e.org/a.jpg", kind="photo"),)
    named = one(f'Канал;Дата;Текст\nНовини міста;06.05.2024;"{UK}"\n')
    assert (named.source, named.url, named.kind) == ("Новини міста", None, "telegram")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_delimiters_and_encodings_are_told(delimiter: str, encoding: str) -> None:
    rows = [["Дата", "Текст", "Перегляди"], ["06.05.2024", f'"{UK}\n\nДругий ""абзац"", далі; ще"', "5"]] * 2
    data = "\r\n".join(delimiter.join(row) for row in rows[:2] + rows[1:2]).encode(encoding)
    documents, errors = read(data)
    assert not errors
    assert [d.text for d in documents] == [f'{UK}\n\nДругий "абзац", далі; ще'] * 2
    assert {d.published for d in documents} == {"2024-05-06"}


def test_the_line_that_tells_excel_the_delimiter_is_no_row() -> None:
    assert one(f"sep=;\ndate;text\n2024-05-06;{TEXT}\n").text == TEXT


def test_rows_without_a_text_are_counted_and_a_broken_one_is_one_error() -> None:
    rows = f'2024-05-06,"{TEXT}"\n' * 1000
    documents, errors = read(f"date,text\n{rows}2024-05-07,\n2024-05-08,a\x00b\n", "a.csv")
    assert len(documents) == 1000
    assert [(type(e), e.about) for e in errors] == [(MalformedError, "a.csv: row 1003"), (MalformedError, "a.csv")]
    assert "1 rows without a text" in errors[1].reason


def test_a_table_full_of_nothing_is_no_text() -> None:
    assert "binary" in refused(f"date,text\n2024-05-06,a\x00b {TEXT}\n").reason


def test_long_cells_are_read_and_short_rows_do_no_harm() -> None:
    long = "Two drones fell. " * 125_000
    documents, errors = read(f'date,text,views\n2024-05-06,"{long}",1\n2024-05-07,Three fell\n')
    assert ([len(d.text) for d in documents], errors) == ([len(long), 10], [])


def test_cells_that_look_like_formulas_are_words() -> None:
    assert one('date,text\n2024-05-06,"=HYPERLINK(""http://e.org"") two drones fell"\n').text.startswith("=HYPERLINK")


def test_what_columns_are_taken_for_is_told_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "purport"):
        one(f'Date,Message,Views\n2024-05-06 10:00,"{TEXT}",5\n', "posts.csv")
    [record] = caplog.records
    assert record.getMessage() == (
        "posts.csv: read as text='Message', published='Date'; not read: 'Views'; "
        "times without a zone keep their day only (say it: --zone)"
    )


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (["05/06/2024", "07/06/2024"], "day and month cannot be told apart"),
        (["2024-05-06", "2024-05-07"], ""),
        (["2024-05-06T10:00:00Z", "2024-05-07T10:00:00Z"], ""),
    ],
)
def test_what_dates_leave_open_is_told(dates: list[str], told: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "purport"):
        documents, _ = read("date,text\n" + "".join(f'{date},"{TEXT}"\n' for date in dates))
    line = caplog.records[0].getMessage()
    assert told in line if told else line.endswith("published='date'")
    assert all((d.published is None) == bool(told) for d in documents)


def _asked(path: Path, *columns: str, zone: str | None = None) -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    found = list(read_path(path, on_error=errors.append, asked=Asked.of(columns, zone)))
    return found, errors


def test_columns_and_zone_are_what_a_person_says(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'when,text,long\n2024-05-06 10:08,note,"{TEXT}"\n')
    [found], errors = _asked(file, "text=long,published=when,source==Town news", zone="Europe/Kyiv")
    assert not errors
    assert (found.text, found.published, found.source) == (TEXT, "2024-05-06T10:08:00+03:00", "Town news")
    assert [type(e) for e in _asked(file, "text=Nothing")[1]] == [UnreadableError]


def test_a_table_of_figures_has_no_texts() -> None:
    error = refused("a;b;c\n1;2;3\n1;2;3\n1;2;3\n4;5;6\n", "figures.csv")
    assert isinstance(error, UnreadableError)
    assert "columns: 'a', 'b', 'c'" in error.reason


def test_a_line_of_nothing_but_commas_is_one_error() -> None:
    rows = "2024-05-06,Two drones fell.\n" * 50
    documents, [error] = read(f"date,text\n{rows}{',' * (17 << 20)}\n", "a.csv")
    assert (len(documents), error.about) == (50, "a.csv")
    assert "line longer than 16 MiB" in error.reason
    error = refused("date,text" + "," * 3000 + "\n2024-05-06,Two drones fell.\n", "b.csv")
    assert "2000 columns" in error.reason


def test_quotation_marks_that_never_end_are_no_disaster() -> None:
    documents, errors = read('date,text\n2024-05-06,"Two drones fell\n2024-05-07,Three fell\n', "a.csv")
    assert [d.text for d in documents] == ["Two drones fell\n2024-05-07,Three fell\n"]
    assert not errors
