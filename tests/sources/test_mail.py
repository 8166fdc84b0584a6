import email.policy
from email.message import EmailMessage
from email.mime.message import MIMEMessage

import pytest

from purport.errors import TooLargeError, UnreadableError
from purport.model import Media
from tests.sources.helpers import one, read, refused

TEXT = "Two drones fell on the field near the village in the night, the head of the district said.\n"


def _mail(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    told = {
        "From": "Example Agency <news@agency.example>",
        "To": "Olena Petrenko <olena@home.example>",
        "Subject": "Two drones fall near Northtown",
        "Date": "Mon, 06 May 2024 10:08:09 +0300",
        "Message-ID": "<1@olenas-laptop.example>",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in told.items():
        if value:
            mail[name] = value
    return mail


def _bytes(mail: EmailMessage, text: str = TEXT) -> bytes:
    if not mail.is_multipart() and not mail.get_payload():
        mail.set_content(text)
    return mail.as_bytes(policy=email.policy.SMTP)


def test_a_mail_is_a_document_and_whom_it_was_sent_to_is_nobodys_concern() -> None:
    found = one(_bytes(_mail()), "saved.eml")
    assert (found.source, found.kind, found.title) == (
        "Example Agency (agency.example)",
        "article",
        "Two drones fall near Northtown",
    )
    assert (found.published, found.published_basis) == ("2024-05-06T10:08:09+03:00", "metadata")
    assert (found.text, found.language, found.url) == (TEXT.strip(), "en", None)
    assert found.id.startswith("mail-")
    assert not {"Olena", "olena"} & set(repr(found).replace("@", " ").replace(".", " ").split())
    assert one(_bytes(_mail()), "other.eml").id == found.id


@pytest.mark.parametrize(
    ("sender", "listed", "source"),
    [
        ("Press Office <press.office@army.example>", "", "Press Office (army.example)"),
        ("Olena Petrenko <o.petrenko@agency.example>", "", "agency.example"),
        ("Olena Petrenko <olena@gmail.com>", "", "unknown"),
        ("Olena <news@ukr.net>", "", "unknown"),
        ("olena@gmail.com", "Daily digest <digest.agency.example>", "Daily digest (digest.agency.example)"),
        ("", "", "unknown"),
        ("no address at all", "", "unknown"),
    ],
)
def test_a_source_is_an_office_or_a_house_and_never_a_private_person(sender: str, listed: str, source: str) -> None:
    found = one(_bytes(_mail(From=sender, List_Id=listed, Mime_Version="1.0")))
    assert (found.source, found.author) == (source, None)


def test_undated_and_misdated_mails_stay_undated() -> None:
    assert one(_bytes(_mail(Date=""))).published is None
    raw = _bytes(_mail()).replace(b"Mon, 06 May 2024 10:08:09 +0300", b"today")
    assert one(raw).published is None
    raw = _bytes(_mail()).replace(b"10:08:09 +0300", b"10:08:09 -0000")
    assert one(raw).published == "2024-05-06"


def test_the_page_of_a_mail_counts_where_the_plain_part_only_leads_to_it() -> None:
    page = (
        "<html><body><p>Two drones fell on the field near the village, the head of the district said.</p>"
        "<p>Nobody was hurt.</p><figure><img src='https://agency.example/a.jpg'><figcaption>A field.</figcaption>"
        "</figure><img src='https://agency.example/pixel.gif'></body></html>"
    )
    mail = _mail()
    mail.set_content("Read it in the browser.")
    mail.add_alternative(page, subtype="html")
    found = one(_bytes(mail))
    assert found.text == (
        "Two drones fell on the field near the village, the head of the district said.\n\nNobody was hurt."
    )
    assert found.media == (Media("A field.", "https://agency.example/a.jpg", "photo"),)
    mail = _mail()
    mail.set_content(TEXT * 3)
    mail.add_alternative(page, subtype="html")
    assert one(_bytes(mail)).text == (TEXT * 3).strip()


def test_letters_in_an_old_encoding_are_read() -> None:
    text = "Уночі над містом збито дві ракети, уламки впали на поле, постраждалих немає."
    mail = _mail(Subject="=?windows-1251?B?z3Xy+A==?=")
    mail.set_content(text, charset="windows-1251")
    assert one(_bytes(mail)).text == text


def test_attachments_are_told_and_attached_mails_are_read() -> None:
    inner = _mail(Subject="The inner one", Message_ID="<2@x.example>")
    inner.set_content("Three drones fell on the other field, the mayor said.")
    mail = _mail()
    mail.set_content(TEXT)
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="release.pdf")
    mail.add_attachment(inner)
    documents, errors = read(_bytes(mail), "a.eml")
    assert [d.title for d in documents] == ["Two drones fall near Northtown", "The inner one"]
    assert [type(e) for e in errors] == [UnreadableError]
    assert "release.pdf" in errors[0].reason
    assert errors[0].about == "a.eml: attachment 1"


def test_mails_inside_of_mails_come_to_an_end() -> None:
    mail = _mail()
    mail.set_content(TEXT)
    for _ in range(8):
        outer = _mail()
        outer.set_content(TEXT)
        outer.make_mixed()
        outer.attach(MIMEMessage(mail))  # type: ignore[arg-type]
        mail = outer
    documents, errors = read(_bytes(mail))
    assert len(documents) == 6
    assert [type(e) for e in errors] == [TooLargeError]


def test_parts_in_parts_without_end_and_broken_mails_are_one_error() -> None:
    head = "From: a@b.example\nDate: Mon, 06 May 2024 10:08:09 +0300\nMIME-Version: 1.0\n"
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5000))
    refused(head + deep)
    refused(head + "Content-Type: multipart/mixed\n\n")
    refused(head + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n")
