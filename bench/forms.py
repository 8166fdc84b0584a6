"""How fast tables, exports, mails and PDF files become documents, on files of its own making.

python bench/forms.py            # some 20,000 documents of each form that holds many
"""

import argparse
import io
import resource
import tempfile
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from purport.sources import read_path

TEXT = "Уночі над районом збили {n} ракети, уламки впали на поле, повідомив голова обласної адміністрації. "


def table(rows: int) -> bytes:
    """CSV as programs write it."""
    lines = (f'{n},2024-05-06T10:08:09+03:00,"{TEXT.format(n=n) * 3}",{n * 7}' for n in range(rows))
    return ("id,date,text,views\n" + "\n".join(lines)).encode()


def workbook(rows: int) -> bytes:
    """The same as a spreadsheet."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("posts")
    sheet.append(["id", "date", "text", "views"])
    for n in range(rows):
        sheet.append([n, "2024-05-06T10:08:09+03:00", TEXT.format(n=n) * 3, n * 7])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def export(messages: int) -> bytes:
    """A page of Telegram's HTML export; it writes a thousand messages a page."""
    body = "".join(
        f'<div class="message default clearfix" id="message{n}"><div class="body"><div class="pull_right date details" '
        f'title="06.05.2024 10:08:09 UTC+03:00">10:08</div><div class="from_name">Town</div>'
        f'<div class="text">{TEXT.format(n=n) * 3}</div></div></div>\n'
        for n in range(1, messages + 1)
    )
    head = '<div class="page_header"><div class="content"><div class="text bold">Town</div></div></div>'
    page = f'<div class="page_wrap">{head}<div class="page_body chat_page"><div class="history">{body}'
    return f"<!DOCTYPE html><html><body>{page}</div></div></div></body></html>".encode()


def mail() -> bytes:
    """A newsletter."""
    made = EmailMessage()
    made["From"], made["Date"] = "Agency <news@agency.example>", "Mon, 06 May 2024 10:08:09 +0300"
    made["Message-ID"], made["Subject"] = "<1@agency.example>", "Two drones fall"
    made.set_content(TEXT * 40)
    return made.as_bytes()


def measure(name: str, data: Callable[[], bytes], folder: Path) -> None:
    """Read one file, and tell what it took, its children with it."""
    file = folder / name
    file.write_bytes(data())
    begun = time.perf_counter()
    documents = sum(1 for _ in read_path(file, on_error=print))
    took = time.perf_counter() - begun
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    size = file.stat().st_size / (1 << 20)
    print(
        f"{name:<14} {size:8.1f} MiB {documents:8,} documents {took:8.2f} s {documents / took:10,.0f}/s {peak:6.0f} MiB"
    )


def main() -> None:
    """Each form once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        measure("posts.csv", lambda: table(rows), folder)
        measure("messages.html", lambda: export(1000), folder)
        measure("posts.xlsx", lambda: workbook(rows), folder)
        measure("mail.eml", mail, folder)


if __name__ == "__main__":
    main()
