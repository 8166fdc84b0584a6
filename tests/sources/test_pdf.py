import pytest

from purport.errors import InputError, UnreadableError
from tests.sources.helpers import one, read, refused

Line = tuple[int, int, str]
"""Where a line stands (from the left, from below, in points), and what it says."""

FIRST = "Two drones fell on the field near the village of Northtown in the night."
COLUMN, HEIGHT = 300, 780


HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
NAMELESS = (
    "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    "/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
)


def _pdf(*pages: list[Line], more: str = "", info: str = "", font: str = HELVETICA) -> bytes:
    """A PDF of pages of lines, in one of the letters that every reader has, or in others."""
    things = ["<</Type/Catalog/Pages 2 0 R>>", "", font]
    kids = []
    for page in pages:
        drawn = "".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in page)
        things.append(f"<</Length {len(drawn)}>>\nstream\n{drawn}endstream")
        things.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {len(things)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        kids.append(f"{len(things)} 0 R")
    things[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    if info:
        things.append(f"<<{info}>>")
        more += f"/Info {len(things)} 0 R"
    out, offsets = "%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    tail = f"trailer\n<</Size {len(things) + 1}/Root 1 0 R{more}>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}{tail}".encode("latin-1")


def _lines(*texts: str, x: int = 50, top: int = HEIGHT - 60) -> list[Line]:
    return [(x, top - 12 * at, text) for at, text in enumerate(texts)]


def test_a_pdf_is_a_document_without_a_date_that_it_does_not_show() -> None:
    found = one(_pdf(_lines(FIRST), info="/Title(Two drones fall)/CreationDate(D:20200101000000Z)"), "a.pdf")
    assert (found.id, found.source, found.kind, found.text) == ("a", "unknown", "article", FIRST)
    assert (found.title, found.published, found.language) == ("Two drones fall", None, "en")
    shown = one(_pdf([*_lines("Published: 6 May 2024"), *_lines(FIRST, top=HEIGHT - 120)]))
    assert (shown.published, shown.published_basis) == ("2024-05-06", "visible")


def test_a_files_name_is_no_title() -> None:
    assert one(_pdf(_lines(FIRST), info="/Title(Microsoft Word - release 5.docx)")).title is None


def test_columns_are_read_one_after_the_other_and_parted_words_are_whole() -> None:
    left = _lines("Two drones fell on the field near the vil-", "lage in the night, and a Shahed-", "136 on the road.")
    right = _lines("Nobody was hurt, the head of the", "district said on Sunday.", x=COLUMN + 30)
    # Written line by line over both columns, as programs do.
    page = [line for pair in zip(left, [*right, (0, 0, "")], strict=True) for line in pair if line[2]]
    assert one(_pdf(page)).text == (
        "Two drones fell on the field near the village in the night, and a Shahed-136 on the road.\n\n"
        "Nobody was hurt, the head of the district said on Sunday."
    )


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    texts = [FIRST, "Nobody was hurt, the mayor said.", "Repair crews worked until the morning."]
    pages = [
        [(50, HEIGHT, "Daily report of the district"), *_lines(text), (290, 20, f"Page {n} of 3")]
        for n, text in enumerate(texts, 1)
    ]
    assert one(_pdf(*pages)).text == "\n\n".join(texts)


def test_a_sentence_that_goes_on_behind_a_page_is_one() -> None:
    found = one(_pdf(_lines("Two drones fell on the field near the"), _lines("village of Northtown in the night.")))
    assert found.text == FIRST


def test_scans_locked_files_and_broken_ones_are_one_error_with_a_cure() -> None:
    scan = refused(_pdf([]), "scan.pdf")
    assert "scans" in scan.reason
    assert "OCR" in scan.cure
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'00' * 32}>/U<{'11' * 32}>/P -4>>/ID[<00><00>]"
    locked = refused(_pdf(_lines(FIRST), more=lock), "locked.pdf")
    assert isinstance(locked, UnreadableError)
    assert "password" in locked.reason
    whole = _pdf(_lines(FIRST))
    for data in (b"%PDF-1.7\n", whole[:40], whole.replace(b" obj", b" no")):
        error = refused(data, "broken.pdf")
        assert isinstance(error, InputError)
        assert (error.about, bool(error.cure)) == ("broken.pdf", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Kids[5 0 R]", b"/Kids[2 0 R]"),  # pages that are their own children
        (b"/Parent 2 0 R", b"/Parent 5 0 R"),
        (b"/Contents 4 0 R", b"/Contents 5 0 R"),
        (b"/Length ", b"/Length 4 0 R %"),  # a stream that is as long as itself
        (b"(Two drones", b"(" * 100_000 + b"Two drones"),
        (b"[0 0 600 800]", b"[" * 50_000),
    ],
)
def test_loops_and_depths_come_to_an_end(old: bytes, new: bytes) -> None:
    data = _pdf(_lines(FIRST))
    assert old in data
    documents, errors = read(data.replace(old, new))
    assert len(documents) + len(errors) == 1


def test_letters_that_the_file_does_not_name_are_no_text() -> None:
    error = refused(_pdf(_lines(FIRST), font=NAMELESS), "a.pdf")
    assert "which letters" in error.reason
    assert "OCR" in error.cure


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.sources.pdf.find_spec", lambda _name: None)
    error = refused(_pdf(_lines(FIRST)), "a.pdf")
    assert (type(error), error.cure) == (UnreadableError, "pip install 'purport[pdf]'")
