from pathlib import Path

import pytest

from purport.errors import InputError, MalformedError, UnreadableError
from purport.model import Document, Media
from purport.sources import read_path
from purport.sources.channel import EDITED
from tests.sources.helpers import one, read, refused

BACK = '<a class="content block_link" href="../../lists/chats.html" onclick="return GoBack(this)">{}</a>'


def _message(
    number: int, inner: str, *, name: str | None = "Town", title: str = "06.05.2024 10:08:09 UTC+03:00"
) -> str:
    joins = "" if name else " joined"
    who = f'<div class="from_name">\n{name} \n</div>' if name else ""
    return (
        f'<div class="message default clearfix{joins}" id="message{number}">\n<div class="body">\n'
        f'<div class="pull_right date details" title="{title}">\n10:08\n</div>\n{who}\n{inner}\n</div>\n</div>\n'
    )


def _text(words: str) -> str:
    return f'<div class="text">\n{words}\n       </div>'


def _page(*messages: str, header: str = '<div class="content"><div class="text bold">\nTown \n</div></div>') -> str:
    day = '<div class="message service" id="message-1"><div class="body details">6 May 2024</div></div>'
    return (
        '<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n'
        '<script src="js/script.js" type="text/javascript"></script></head>\n'
        f'<body onload="CheckLocation();">\n<div class="page_wrap">\n<div class="page_header">\n{header}\n</div>\n'
        f'<div class="page_body chat_page">\n<div class="history">\n{day}{"".join(messages)}</div></div></div></body>'
    )


def test_a_message_is_a_document_in_its_own_offset() -> None:
    found = one(_page(_message(7, _text("Two drones fell on the field."))))
    assert (found.id, found.source, found.kind, found.url) == ("Town-7", "Town", "telegram", None)
    assert (found.published, found.published_basis) == ("2024-05-06T10:08:09+03:00", "export")
    assert (found.text, found.author, found.edited) == ("Two drones fell on the field.", None, None)


def test_rich_text_keeps_its_lines_and_blanks() -> None:
    words = 'Over <strong>Northtown</strong>:  two<br><br>&#33; <a href="https://e.org">video</a>'
    assert one(_page(_message(7, _text(words)))).text == "Over Northtown:  two\n\n! video"


def test_an_export_without_offsets_keeps_the_day_and_a_broken_date_is_none() -> None:
    assert one(_page(_message(7, _text("Two fell."), title="06.05.2024 10:08:09"))).published == "2024-05-06"
    found = one(_page(_message(7, _text("Two fell."), title="31.02.2024 10:08:09")))
    assert (found.published, found.published_basis) == (None, None)


def test_service_messages_polls_and_bare_pictures_are_no_documents() -> None:
    poll = '<div class="media_wrap clearfix"><div class="media_poll"><div class="question bold">Yes?</div></div></div>'
    documents, errors = read(_page(_message(1, poll), _message(2, ""), _message(3, _text("Two fell."))))
    assert ([d.id for d in documents], errors) == (["Town-3"], [])


def test_joined_messages_replies_signatures_and_edits() -> None:
    reply = '<div class="reply_to details">In reply to <a href="messages2.html#go_to_message5">this message</a></div>'
    signed = '<div class="signature details">\nDuty officer\n</div>'
    first, second = read(
        _page(
            _message(7, _text("Two fell.")),
            _message(8, reply + _text("Three fell.") + signed, name=None).replace("\n10:08\n", "\nedited 10:08\n"),
        )
    )[0]
    assert (first.id, first.edited) == ("Town-7", None)
    assert (second.id, second.reply_to, second.author, second.edited) == ("Town-8", "Town-5", "Duty officer", EDITED)
    elsewhere = '<div class="reply_to details">In reply to a message in another chat</div>'
    assert one(_page(_message(7, elsewhere + _text("Two fell.")))).reply_to is None


def _forward(words: str, name: str | None) -> str:
    told = f'<div class="from_name">\n{name} <span class="date details" title="x"> 05.05.2024 9:00:00</span>\n</div>'
    return f'<div class="forwarded body">\n{told if name else ""}{_text(words)}</div>'


def test_a_forward_names_its_source_and_those_that_join_it_have_the_same() -> None:
    documents, _ = read(
        _page(
            _message(7, _forward("Two fell.", "Other town")),
            _message(8, _forward("Three fell.", None), name=None),
            _message(9, _text("Own words."), name=None),
        )
    )
    assert [d.forwarded_from for d in documents] == ["Other town", "Other town", None]


def test_people_in_a_group_are_not_named() -> None:
    documents, _ = read(
        _page(
            _message(7, _text("I saw two."), name="Olena Petrenko"),
            _message(8, _forward("Three fell.", "Ivan Franko"), name="Town"),
        )
    )
    assert [(d.source, d.author, d.forwarded_from) for d in documents] == [("Town", None, None)] * 2
    assert "Petrenko" not in repr(documents)


def test_photos_and_videos_are_media_also_those_of_an_album() -> None:
    photo = '<div class="media_wrap"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"><img></a></div>'
    missing = (
        '<div class="media_wrap"><div class="media clearfix pull_left media_video"><div>Video file</div></div></div>'
    )
    later = "06.05.2024 11:00:00 UTC+03:00"
    documents, _ = read(
        _page(
            _message(7, photo + _text("Two fell.")),
            _message(8, missing, name=None),
            _message(9, photo, title=later),
            _message(10, _text("Calm."), title="06.05.2024 12:00:00 UTC+03:00"),
        )
    )
    assert [d.media for d in documents] == [
        (Media(url="photos/photo_1.jpg", kind="photo"), Media(kind="video")),
        (),
    ]


def test_a_message_without_a_number_is_one_error_and_the_rest_is_read() -> None:
    broken = _message(7, _text("Two fell.")).replace("message7", "messageX")
    documents, errors = read(_page(broken, _message(8, _text("Three fell."))), "messages.html")
    assert [d.id for d in documents] == ["Town-8"]
    assert isinstance(errors[0], MalformedError)
    assert errors[0].about == "messages.html: message 2"


def test_lists_of_an_account_are_no_messages() -> None:
    page = '<html><div class="page_wrap"><div class="page_header"></div><div class="page_body list_page"></div></div>'
    error = refused(page, "contacts.html")
    assert isinstance(error, UnreadableError)
    assert "messages.html" in error.cure


def _read(path: Path) -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    return list(read_path(path, on_error=errors.append)), errors


def test_the_folder_of_an_export_is_one_channel(tmp_path: Path) -> None:
    (tmp_path / "messages.html").write_text(_page(_message(7, _text("Two fell."))))
    (tmp_path / "messages2.html").write_text(_page(_message(1007, _text("Three fell."))))
    for name, data in (("photos/photo_1.jpg", b"\xff\xd8\xff"), ("css/style.css", b"a {}"), ("js/script.js", b"x")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(data)
    (tmp_path / "notes.txt").write_text("Read me too.")
    documents, errors = _read(tmp_path)
    assert [(d.id, d.source) for d in documents] == [("Town-7", "Town"), ("Town-1007", "Town"), ("notes", "unknown")]
    assert not errors
    (tmp_path / "result.json").write_text(
        '{\n "name": "Town",\n "id": 5,\n "messages": [{"id": 7, "text": "Two fell."}]}'
    )
    documents, errors = _read(tmp_path)
    assert ([d.id for d in documents], errors) == (["notes", "5-7"], [])


@pytest.mark.parametrize(("kind", "read_ids"), [("channel", ["Town-7"]), ("group", ["Town-7"]), ("private", [])])
def test_of_a_whole_account_personal_chats_are_not_read(tmp_path: Path, kind: str, read_ids: list[str]) -> None:
    chat = tmp_path / "chats" / "chat_01"
    chat.mkdir(parents=True)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "chats.html").write_text(
        '<html><body><div class="page_wrap"><div class="page_header"></div><div class="page_body list_page">'
        '<a class="entry block_link clearfix" href="../chats/chat_01/messages.html#allow_back"><div class="body">'
        f'<div class="pull_right info details">\n{kind}\n</div><div class="name bold">Town</div></div></a></div></div>'
    )
    (tmp_path / "export_results.html").write_text('<html><body><div class="page_wrap"><div class="page_header"></div>')
    header = BACK.format('<div class="text bold">Town</div>')
    (chat / "messages.html").write_text(_page(_message(7, _text("Two fell.")), header=header))
    documents, errors = _read(tmp_path)
    assert [d.id for d in documents] == read_ids
    assert len(errors) == (0 if read_ids else 1)
    (tmp_path / "lists" / "chats.html").unlink()
    assert [type(error) for error in _read(chat)[1]] == [UnreadableError]
