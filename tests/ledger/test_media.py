"""Pictures and videos: kept with the version that shows them, found, fetched and judged."""

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from purport.errors import LedgerError, NotFoundError
from purport.ledger import Entry, Ledger, MediaFile, connect, open_ledger, schema
from purport.model import Document, Media
from purport.model.incident import Judgement
from tests.ledger.conftest import New
from tests.ledger.raw import Raw
from tests.pipeline.fakes import NOW, document

PHOTO = Media("A broken window.", "https://pictures.example.org/a.jpg", "photo", "Agency")
VIDEO = Media(url="video_files/v.mp4", kind="video")
AT = "2024-05-06T08:00:00+00:00"


def shown(name: str, *media: Media, text: str = "7 drones") -> Document:
    return replace(document(name, text), media=media)


def add(book: Ledger, *documents: Document) -> None:
    book.add(book.begin_run([], "fake/1", NOW), "fake/1", [Entry(one, ()) for one in documents])


def judgement(id_: str, **value: object) -> Judgement:
    return Judgement(verdict="media", claims=(), author="Olena", reason="shadows", at=AT, value={"media": id_} | value)


def test_media_are_listed_with_their_documents_in_order(book: Ledger) -> None:
    add(book, shown("a", PHOTO, VIDEO), shown("b"))
    first, second = book.media()
    assert [(row.media, row.position, row.document_id) for row in (first, second)] == [(PHOTO, 0, "a"), (VIDEO, 1, "a")]
    assert book.media(first.document) == [first, second]
    assert book.media("dnone") == []


def test_one_address_is_one_picture_in_whichever_document_and_a_path_is_its_exports_own(book: Ledger) -> None:
    add(book, shown("a", PHOTO, VIDEO), shown("b", PHOTO, VIDEO, text="8 drones"))
    rows = book.media()
    assert len({row.id for row in rows if row.media == PHOTO}) == 1
    assert len({row.id for row in rows if row.media == VIDEO}) == 2
    assert len(book.find_media("https://pictures.example.org/a.jpg")) == 2
    photo = next(row.id for row in rows if row.media == PHOTO)
    assert {row.id for row in book.find_media(photo[:12])} == {photo}
    for wanted in ("m", "mffffffffffffffff", "https://example.org/none", ""):
        with pytest.raises(NotFoundError):
            book.find_media(wanted)


def test_what_was_read_without_its_pictures_gets_them_and_nothing_twice(book: Ledger) -> None:
    add(book, shown("a"))
    assert book.media() == []
    for _ in range(2):
        add(book, shown("a", PHOTO))
    assert [row.media for row in book.media()] == [PHOTO]
    add(book, shown("a"))
    assert [row.media for row in book.media()] == [PHOTO]


def test_a_new_version_has_its_own(book: Ledger) -> None:
    with_url = replace(shown("a", PHOTO), url="https://example.org/a")
    add(book, with_url)
    add(book, replace(with_url, text="8 drones", media=(VIDEO,)))
    assert [row.media for row in book.media()] == [VIDEO]
    with pytest.raises(NotFoundError):
        book.find_media("https://pictures.example.org/a.jpg")


def test_a_file_that_was_fetched_is_known_by_its_hash(book: Ledger) -> None:
    add(book, shown("a", PHOTO))
    [row] = book.media()
    for sha256 in ("1" * 64, "2" * 64):
        book.keep_media_file(MediaFile(row.id, AT, sha256, 5, "image/jpeg"))
    [found] = book.media()
    assert found.media.sha256 == "2" * 64
    with pytest.raises(NotFoundError):
        book.keep_media_file(MediaFile("mnone", AT, "1" * 64, 5, "image/jpeg"))


def test_a_judgement_about_media_is_kept_and_undone(book: Ledger) -> None:
    add(book, shown("a", PHOTO))
    [row] = book.media()
    made = judgement(row.id, genuine=True)
    book.judge(made)
    undo = Judgement(verdict="undo", claims=(), author="Olena", reason="no", at="2024-05-06T09:00:00Z", value=made.id)
    book.judge(undo)
    assert book.judgements() == [made, undo]
    with pytest.raises(NotFoundError, match="picture"):
        book.judge(judgement("mnone", genuine=False))


def test_a_judgement_about_what_no_document_shows_is_told_by_a_check(book: Ledger, raw: Raw) -> None:
    add(book, shown("a", PHOTO))
    book.judge(judgement(book.media()[0].id, genuine=True))
    assert list(book.upkeep.check(lambda _told: None)) == []
    raw.force("DELETE FROM media")
    rows, judged = book.upkeep.check(lambda _told: None)
    assert (rows.table, "not those that the record gives" in rows.reason) == ("media", True)
    assert (judged.table, "no document shows" in judged.reason) == ("judgements", True)


def test_rows_are_only_added(book: Ledger, raw: Raw) -> None:
    add(book, shown("a", PHOTO))
    book.keep_media_file(MediaFile(book.media()[0].id, AT, "1" * 64, 5, "image/jpeg"))
    for table in ("media", "media_files"):
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {raw.columns(table)[-1]} = NULL"):
            with pytest.raises(sa.exc.DatabaseError, match="only ever added to"):
                raw.run(statement)


def test_a_ledger_of_old_gets_the_media_of_its_documents(new_place: New) -> None:
    place = new_place()
    with open_ledger(place) as book:
        add(book, shown("a", PHOTO, VIDEO), shown("b"))
        rows = book.media()
    with Raw(place) as raw:
        raw.run(
            "DROP TABLE media",
            "DROP TABLE media_files",
            f"UPDATE {schema.REVISION_TABLE} SET version_num = '0004'",
        )
        connect._upgrade(raw.engine)
    with open_ledger(place) as book:
        assert book.media() == rows


def test_nothing_is_kept_of_documents_where_their_media_cannot_be(book: Ledger, raw: Raw) -> None:
    raw.fail_on("media")
    with pytest.raises(LedgerError):
        add(book, shown("a", PHOTO))
    assert raw.rows()["versions"] == 0
