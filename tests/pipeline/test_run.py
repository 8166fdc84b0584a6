"""Files into the ledger."""

from pathlib import Path

import pytest

from purport.errors import ClaimError, LedgerError
from purport.ledger import open_ledger
from purport.model import Document
from purport.pipeline import Skipped, Summary, claims_of, extract, read
from purport.pipeline.run import BATCH_DOCUMENTS
from tests.pipeline.fakes import DroneCounter, clock, document, document_with, stages, write_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_read_adds_up(folder: Path) -> None:
    lines = write_lines(folder / "in.jsonl", document("a", "7 drones, 8 drones"), document("b", "nothing"))
    with open_ledger(folder / "book.db") as book:
        assert read(lines, book, stages=stages(), clock=clock) == Summary(new=2, extracted=2, claims=2)
        assert [run.outcome for run in book.runs()] == ["finished"]
        assert book.runs()[0].started == clock().isoformat()


def test_what_is_known_is_not_extracted_again(folder: Path) -> None:
    lines = write_lines(folder / "in.jsonl", document("a", "7 drones"), document("b", "x"), document("a", "7 drones"))
    first, second, newer = DroneCounter(), DroneCounter(), DroneCounter("drones/2")
    assert read(lines, folder / "book.db", stages=stages(first)).known == 1
    assert read([lines], str(folder / "book.db"), stages=stages(second)) == Summary(known=3)
    assert read([lines], folder / "book.db", stages=stages(newer)).extracted == 2
    assert (first.read, second.read, newer.read) == (["a", "b"], [], ["a", "b"])


def test_a_changed_text_is_told_as_changed(folder: Path) -> None:
    old = document("a", "7 drones", url="https://example.org/a")
    lines = write_lines(folder / "in.jsonl", old, document_with(old, "9 drones"))
    summary = read(lines, folder / "book.db", stages=stages())
    assert (summary.new, summary.changed, summary.claims) == (1, 1, 2)


def test_what_fails_is_recorded_and_the_rest_is_read(folder: Path) -> None:
    lines = write_lines(
        folder / "in.jsonl", document("bad", "crash"), document("liar", "a lie"), document("a", "7 drones")
    )
    lines.write_bytes(lines.read_bytes() + b"{\n")
    with open_ledger(folder / "book.db") as book:
        summary = read([folder / "missing", lines], book, stages=stages(), clock=clock)
        assert (summary.new, summary.extracted, summary.claims) == (3, 1, 1)
        assert summary.skipped[0] == Skipped(str(folder / "missing"), "no such file")
        assert {(s.about, s.reason.split()[0]) for s in summary.skipped[1:]} == {
            ("bad", "RuntimeError:"),
            ("liar", "the"),
            (f"{lines}:4", "no"),
        }
        assert [(f.about, f.reason) for f in book.failures(1)] == [(s.about, s.reason) for s in summary.skipped]
        assert [reading.document for reading in book.readings()] == ["a"]


def test_a_text_that_cannot_be_written_is_skipped(folder: Path) -> None:
    broken = document("half", "half a pair \ud83d")

    def reader(paths: object, on_error: object) -> "list[Document]":
        return [broken, document("a", "7 drones")]

    given = stages()
    summary = read([], folder / "book.db", stages=type(given)(read=reader, extract=given.extract))  # type: ignore[arg-type]
    assert (summary.new, [s.about for s in summary.skipped]) == (1, ["half"])


def test_a_file_may_have_a_name_that_is_no_text(folder: Path) -> None:
    with open_ledger(folder / "book.db") as book:
        assert read(folder / "odd \udcff.txt", book, stages=stages()).skipped[0].about.endswith("odd \udcff.txt")
        assert book.failures(1)[0].about.endswith("odd \\udcff.txt")
        assert book.runs()[0].paths[0].endswith("odd \\udcff.txt")


def test_progress_is_told_after_each_batch(folder: Path) -> None:
    lines = write_lines(folder / "in.jsonl", *(document(f"d{n}", f"{n} drones") for n in range(BATCH_DOCUMENTS + 5)))
    told: list[int] = []
    read(lines, folder / "book.db", stages=stages(), progress=lambda summary: told.append(summary.documents))
    assert told == [BATCH_DOCUMENTS, BATCH_DOCUMENTS + 5]


def test_an_interrupted_run_leaves_whole_batches_and_says_so(folder: Path) -> None:
    lines = write_lines(folder / "in.jsonl", *(document(f"d{n}", f"{n} drones") for n in range(BATCH_DOCUMENTS * 2)))

    def stop(_summary: Summary) -> None:
        raise KeyboardInterrupt

    with open_ledger(folder / "book.db") as book:
        with pytest.raises(KeyboardInterrupt):
            read(lines, book, stages=stages(), progress=stop, clock=clock)
        assert (book.runs()[0].outcome, book.count_claims()) == ("interrupted", BATCH_DOCUMENTS)
        assert read(lines, book, stages=stages(), clock=clock).known == BATCH_DOCUMENTS
        assert book.count_claims() == BATCH_DOCUMENTS * 2


def test_a_ledger_that_cannot_be_is_an_error(folder: Path) -> None:
    with pytest.raises(LedgerError):
        read([], folder / "no" / "book.db", stages=stages())


def test_claims_straight_from_files_come_in_their_order(folder: Path) -> None:
    lines = write_lines(folder / "in.jsonl", document("z", "7 drones"), document("bad", "crash"), document("a", "none"))
    failed: list[str] = []
    readings = list(claims_of(lines, on_error=lambda *told: failed.append(told[0]), stages=stages()))
    assert [(reading.document, len(reading.claims)) for reading in readings] == [("z", 1), ("a", 0)]
    assert failed == ["bad"]
    assert [path.name for path in folder.iterdir()] == ["in.jsonl"]


def test_extract_gives_each_claim_once_in_the_order_of_the_words() -> None:
    found = extract(document("a", "7 drones and 6 drones"), stages=stages())
    assert [claim.quote for claim in found] == ["7 drones", "6 drones"]


@pytest.mark.parametrize("text", ["a lie", "it is a lie"])
def test_extract_refuses_words_that_are_not_there(text: str) -> None:
    with pytest.raises(ClaimError):
        extract(document("a", text), stages=stages())
