import pytest

from purport.errors import MalformedError
from purport.model import Media
from purport.sources.channel import EDITED
from tests.sources.helpers import one, read, refused

_TIME = (
    '<span class="tgme_widget_message_meta">{mark}<a class="tgme_widget_message_date" href="https://t.me/town/{n}">'
    '<time datetime="2024-05-06T07:08:09+00:00">07:08</time></a></span>'
)


def _post(n: int = 7, text: str = "Two drones fell on the field.", above: str = "", mark: str = "") -> str:
    body = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    return (
        f'<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="town/{n}">'
        f'<a class="tgme_widget_message_owner_name"><span>Town</span></a>{above}{body}'
        f'<div class="tgme_widget_message_reactions"><b>🙏</b>164</div>{_TIME.format(n=n, mark=mark)}</div></div>'
    )


def _page(*posts: str) -> str:
    head = '<div class="tgme_channel_info_header_title"><span dir="auto">Town &amp; District</span></div>'
    return (
        f"<!DOCTYPE html><html><head><title>Town</title></head><body>{head}<main>{''.join(posts)}</main></body></html>"
    )


def test_a_post_is_a_document() -> None:
    found = one(_page(_post()))
    assert (found.id, found.url, found.kind) == ("town-7", "https://t.me/town/7", "telegram")
    assert found.source == "Town & District (t.me/town)"
    assert (found.published, found.published_basis) == ("2024-05-06T07:08:09+00:00", "metadata")
    assert (found.text, found.language) == ("Two drones fell on the field.", "en")
    assert (found.edited, found.forwarded_from, found.reply_to) == (None, None, None)


def test_lines_blanks_and_emoji_stay_as_they_are() -> None:
    text = '<i class="emoji"><b>⚡️</b></i> <b>Two</b> drones:  one<br/><br/>&#33; <a href="https://e.org">more</a>'
    assert one(_page(_post(text=text))).text == "⚡️ Two drones:  one\n\n! more"


def test_edits_forwards_and_replies_are_marked() -> None:
    reply = (
        '<a class="tgme_widget_message_reply" href="https://t.me/town/3">'
        '<div class="tgme_widget_message_text js-message_reply_text">The post before.</div></a>'
    )
    forward = '<div><a class="tgme_widget_message_forwarded_from_name" href="#">Other <b>town</b></a></div>'
    found = one(_page(_post(above=reply + forward, mark="edited &nbsp;")))
    assert (found.edited, found.forwarded_from, found.reply_to) == (EDITED, "Other town", "town-3")
    assert found.text == "Two drones fell on the field."


def test_posts_without_words_are_no_documents() -> None:
    documents, errors = read(_page(_post(1), _post(2, text=""), _post(3)))
    assert [d.id for d in documents] == ["town-1", "town-3"]
    assert not errors


def test_a_post_without_a_number_is_one_error() -> None:
    documents, errors = read(_page(_post(1).replace("town/1", "town"), _post(2)), "page.html")
    assert [d.id for d in documents] == ["town-2"]
    assert errors[0].about == "page.html: post 1"


def test_a_page_without_posts_is_an_error() -> None:
    assert isinstance(refused(_page().replace("<main>", '<main class="tgme_main">')), MalformedError)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_the_page_may_be_saved_in_another_encoding(encoding: str) -> None:
    page = _page(_post(text="Над містом збито дві ворожі ракети та один безпілотник")).replace("🙏", "")
    page = page.replace("<head>", f'<head><meta charset="{encoding}">')
    assert one(page.encode(encoding)).text == "Над містом збито дві ворожі ракети та один безпілотник"


def test_photos_and_videos_are_media_but_not_those_of_a_link() -> None:
    above = (
        '<a class="tgme_widget_message_photo_wrap x" href="https://t.me/town/7" '
        "style=\"width:8px;background-image:url('https://cdn.example.org/a.jpg')\"></a>"
        '<a class="tgme_widget_message_video_player js-x" href="https://t.me/town/7">'
        '<video src="https://cdn.example.org/v.mp4" class="tgme_widget_message_video js-v"></video></a>'
        '<a class="tgme_widget_message_video_player not_supported" href="https://t.me/town/7"></a>'
        '<a class="tgme_widget_message_link_preview" href="https://e.org">'
        '<i class="link_preview_image" style="background-image:url(\'https://cdn.example.org/l.jpg\')"></i></a>'
    )
    assert one(_page(_post(above=above))).media == (
        Media(url="https://cdn.example.org/a.jpg", kind="photo"),
        Media(url="https://cdn.example.org/v.mp4", kind="video"),
        Media(kind="video"),
    )
