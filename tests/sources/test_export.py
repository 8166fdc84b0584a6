import json
from typing import Any

from purport.errors import MalformedError, TooLargeError, UnreadableError
from purport.model import Media
from tests.sources.helpers import one, read, refused


def _message(number: int = 7, **keys: Any) -> dict[str, Any]:
    base = {
        "id": number,
        "type": "message",
        "date": "2024-05-06T10:08:09",
        "date_unixtime": "1714979289",
        "from": "Town",
    }
    return {**base, "text": "Збито дві ракети", **keys}


def _chat(*messages: object, **keys: Any) -> dict[str, Any]:
    return {"name": "Town", "type": "public_channel", "id": 12345, "messages": list(messages), **keys}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def test_a_post_becomes_a_document_in_utc() -> None:
    found = one(
        _dump(_chat(_message(edited="2024-05-06T11:00:00", edited_unixtime="1714982400", author="Duty officer")))
    )
    assert (found.id, found.source, found.kind, found.url) == ("12345-7", "Town", "telegram", None)
    assert (found.published, found.published_basis) == ("2024-05-06T07:08:09+00:00", "export")
    assert found.edited == "2024-05-06T08:00:00+00:00"
    assert (found.author, found.language, found.text) == ("Duty officer", "uk", "Збито дві ракети")


def test_rich_text_is_put_together() -> None:
    parts = [
        "Over ",
        {"type": "bold", "text": "Northtown"},
        ": ",
        {"type": "text_link", "text": "video", "href": "https://e.org"},
        "\nend",
    ]
    assert one(_dump(_chat(_message(text=parts)))).text == "Over Northtown: video\nend"
    entities = [{"type": "plain", "text": "Two "}, {"type": "custom_emoji", "text": "🚀", "document_id": "x"}]
    assert one(_dump(_chat(_message(text="", text_entities=entities)))).text == "Two 🚀"


def test_forwards_and_replies_are_kept() -> None:
    found = one(_dump(_chat(_message(forwarded_from="Other town", reply_to_message_id=3))))
    assert (found.forwarded_from, found.reply_to) == ("Other town", "12345-3")
    elsewhere = one(_dump(_chat(_message(reply_to_message_id=3, reply_to_peer_id="channel9"))))
    assert elsewhere.reply_to is None


def test_a_known_user_name_gives_addresses() -> None:
    found = one(_dump(_chat(_message(), username="some_town")))
    assert (found.id, found.url, found.source) == ("some_town-7", "https://t.me/some_town/7", "Town (t.me/some_town)")


def test_service_messages_and_bare_pictures_are_no_documents_and_no_errors() -> None:
    service = {"id": 1, "type": "service", "date": "2024-05-06T10:08:09", "action": "pin_message", "text": ""}
    documents, errors = read(_dump(_chat(service, _message(2, text="", photo="photos/1.jpg"), _message(3))))
    assert [d.id for d in documents] == ["12345-3"]
    assert not errors


def test_a_date_without_offset_keeps_its_day_and_no_date_stays_none() -> None:
    assert one(_dump(_chat(_message(date_unixtime=None)))).published == "2024-05-06"
    undated = one(_dump(_chat(_message(date_unixtime=None, date=None))))
    assert (undated.published, undated.published_basis) == (None, None)


def test_a_broken_message_is_one_error_and_the_rest_is_read() -> None:
    documents, errors = read(
        _dump(_chat(_message(1), {"id": "no number"}, _message(3, text=[5]), _message(4))), "result.json"
    )
    assert [d.id for d in documents] == ["12345-1", "12345-4"]
    assert ["message 2" in errors[0].about, "message 3" in errors[1].about] == [True, True]
    assert all(isinstance(e, MalformedError) and e.about.startswith("result.json") for e in errors)


def test_half_a_character_in_a_message_loses_nothing() -> None:
    cut = json.dumps(_chat(_message(1, text="Збито \ud83d"), _message(2)))
    documents, errors = read(cut, "result.json")
    assert ([d.text for d in documents], errors) == (["Збито \ufffd", "Збито дві ракети"], [])


def test_of_a_whole_account_only_what_is_published_is_read() -> None:
    personal = _chat(_message(9, text="Mum, call me"), type="personal_chat", id=5, name="Mum")
    account = {
        "about": "x",
        "chats": {"about": "x", "list": [_chat(_message()), personal]},
        "left_chats": {"list": [_chat(_message(), id=6)]},
    }
    documents, errors = read(_dump(account))
    assert [d.id for d in documents] == ["12345-7", "6-7"]
    assert isinstance(errors[0], UnreadableError)
    assert "1 personal" in errors[0].reason
    assert len(errors) == 1


def test_the_hash_is_of_the_message_and_not_of_its_layout() -> None:
    message = _message()
    spread, dense = one(_dump(_chat(message))), one(json.dumps(_chat(_message(1, text=""), message)))
    assert spread.raw_hash == dense.raw_hash
    assert one(_dump(_chat(_message(text="Збито три ракети")))).raw_hash != spread.raw_hash


def test_cut_off_and_bottomless_exports_are_one_error() -> None:
    whole = _dump(_chat(_message(), _message(8)))
    error = refused(whole[:-60], "result.json")
    assert isinstance(error, MalformedError)
    assert error.about == "result.json"
    assert isinstance(refused('{\n"messages": [' + "[" * 10**6), TooLargeError)


def test_photos_and_videos_are_media_and_those_of_an_album_are_its_words() -> None:
    video = {"file": "video_files/v.mp4", "media_type": "video_file", "mime_type": "video/mp4"}
    absent = "(File not included. Change data exporting settings to download.)"
    documents, errors = read(
        _dump(
            _chat(
                _message(1, text="", photo="photos/1.jpg"),
                _message(2, photo="photos/2.jpg"),
                _message(3, text="", **video),
                _message(4, text="", photo="photos/4.jpg", date_unixtime="1714979999"),
                _message(5, date_unixtime="1714989999", photo=absent),
                _message(6, date_unixtime="1714999999", file="files/plan.pdf", mime_type="application/pdf"),
            )
        )
    )
    assert not errors
    assert [d.media for d in documents] == [
        (
            Media(url="photos/1.jpg", kind="photo"),
            Media(url="photos/2.jpg", kind="photo"),
            Media(url="video_files/v.mp4", kind="video"),
        ),
        (Media(kind="photo"),),
        (),
    ]


def test_two_messages_of_one_second_that_have_words_are_two_documents() -> None:
    documents, _ = read(_dump(_chat(_message(1, photo="photos/1.jpg"), _message(2, photo="photos/2.jpg"))))
    assert [[m.url for m in d.media] for d in documents] == [["photos/1.jpg"], ["photos/2.jpg"]]


def test_a_person_whose_words_are_forwarded_is_not_named() -> None:
    found = one(_dump(_chat(_message(forwarded_from="Olena", forwarded_from_id="user77"))))
    assert found.forwarded_from is None
    found = one(_dump(_chat(_message(forwarded_from="Other town", forwarded_from_id="channel77"))))
    assert found.forwarded_from == "Other town"
