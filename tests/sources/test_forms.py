import pytest

from purport.errors import MalformedError, UnreadableError
from purport.sources.forms import Form, recognise
from purport.sources.limits import HEAD

PAGE = "<!DOCTYPE html>\n<html><body><p>Two drones fell.</p></body></html>"
LINE = '{"id": "a", "source": "s", "text": "Two drones fell."}\n'


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("Two drones fell on the field.", Form.TEXT),
        ("[link](https://example.org) and a story", Form.TEXT),
        ("[1] a note\nand more", Form.TEXT),
        ("{curly} words", Form.TEXT),
        ("<3 this town", Form.TEXT),
        ("Один, два, три\nЧотири, п'ять, шість\nСім, вісім, дев'ять\nДесять, сто, ще\nІ, далі, все\n", Form.TEXT),
        (PAGE, Form.PAGE),
        ("<!-- saved from url=(0025)https://example.org/ -->\n" + PAGE, Form.PAGE),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd">\n<html></html>', Form.PAGE),
        ("\ufeff  <div>Two drones fell.</div>", Form.PAGE),
        ('<html><body><div class="tgme_widget_message" data-post="a/1"></div></body></html>', Form.CHANNEL),
        ('<html><div class="page_wrap">\n<div class="page_header">', Form.EXPORT_PAGE),
        ('<?xml version="1.0"?><!-- x --><rss version="2.0"><channel/></rss>', Form.FEED),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', Form.FEED),
        (LINE * 2, Form.DOCUMENTS),
        (LINE.strip(), Form.DOCUMENTS),
        ("\ufeff" + LINE, Form.DOCUMENTS),
        ("not JSON\n" + LINE * 2, Form.DOCUMENTS),
        ('{"id": "a", "text": "cut o', Form.DOCUMENTS),
        ('{"id": "a", "text": "' + "long " * HEAD, Form.DOCUMENTS),
        (LINE.replace("}", ', "messages": [1]}'), Form.DOCUMENTS),
        ("a;b;c\n1;2;3\n1;2;3\n1;2;3\n4;5;6\n4;5", Form.TABLE),
        ('код,назва,район\n1,Малинівка,"Тихий, східний"\n2,Вишневе,В\n3,Гай,В\n4,Яр,В\n', Form.TABLE),
        ('date,text\n2024-05-06,"Two drones fell,\nand one more"\n', Form.TABLE),
        ("sep=|\nwhen|what\n1|2\n", Form.TABLE),
        ("From: a@b.example\nTo: c@d.example\nSubject: Two\n drones\n\nTwo drones fell.", Form.MAIL),
        ("Subject: two drones\n\nTwo drones fell.", Form.TEXT),
        ("%PDF-1.7\n", Form.PDF),
        ("PK\x03\x04[Content_Types].xml PK xl/workbook.xml", Form.SHEETS),
        ('{\n "name": "Channel",\n "messages": [\n  {"id": 1}', Form.EXPORT),
        ('{"name": "Channel", "messages": []}', Form.EXPORT),
        ('{\n "about": "x",\n "chats": {\n  "list": []}}', Form.EXPORT),
    ],
)
def test_the_form_is_told_by_content(head: str, form: Form) -> None:
    assert recognise(head.encode()[:HEAD], "no-ending") is form


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x00\x00\x00 ftypisom", "video"),
        (b"WARC/1.0\r\n", "WARC"),
        (b"\x1f\x8b", "gzip"),
        (bytes(range(32)), "binary"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', "XML"),
        (b'{"a": 1, "b": [2]}\n{"a": 2}\n', "keys: a, b"),
        (b'{"document": "a", "kind": "attack", "quote": "fell"}\n', "claims"),
        (b'{\n  "a": 1\n}\n', "JSON"),
        (b"[" * HEAD, "JSON"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml", "office program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "old office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le"), "Outlook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
    ],
)
def test_what_is_not_read_is_named(head: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        recognise(head, "thing.txt")
    assert caught.value.about == "thing.txt"


def test_a_warc_archive_says_which_command_reads_it() -> None:
    with pytest.raises(UnreadableError) as caught:
        recognise(b"WARC/1.0\r\nWARC-Type: warcinfo", "a.warc")
    assert "purport archive" in caught.value.cure


@pytest.mark.parametrize("head", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_nothing_is_malformed(head: bytes) -> None:
    with pytest.raises(MalformedError):
        recognise(head, "a")


def test_json_in_utf16_is_told_to_be_saved_as_utf8() -> None:
    with pytest.raises(MalformedError, match="UTF-16"):
        recognise(LINE.encode("utf-16"), "a")
