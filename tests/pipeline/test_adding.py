"""Claims to incidents with what Purport ships: moments, files of claims, and what a ledger had by then."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from purport.errors import InputError, MalformedError, TooLargeError, UnreadableError, UsageError
from purport.ledger import open_ledger
from purport.model import Claim
from purport.model.codec import encode_claim
from purport.model.incident import Judgement
from purport.pipeline.adding import catch_up, ledger_claims, link_claims, moment, published_until, read_claims, who
from tests.incidents.making import ROSTOV, claim
from tests.pipeline.fakes import document, keep

ONE, TWO = claim("interception", ROSTOV, n=44), claim("attack", ROSTOV, by="Governor")


def lines(*claims: Claim) -> list[bytes]:
    return [encode_claim(one) for one in claims]


def refuse(error: InputError) -> None:
    pytest.fail(str(error))


def read(data: bytes, folder: Path) -> tuple[list[str], list[InputError]]:
    path = folder / "claims.jsonl"
    path.write_bytes(data)
    errors: list[InputError] = []
    return [one.id for one in read_claims(path, errors.append)], errors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-04-05T09:00Z", datetime(2024, 4, 5, 9, tzinfo=UTC)),
        ("2024-04-05T09:00", datetime(2024, 4, 5, 9, tzinfo=UTC)),
        ("2024-04-05T09:00+03:00", datetime(2024, 4, 5, 6, tzinfo=UTC)),
        ("2024-04-05", datetime(2024, 4, 5, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_moments_are_in_utc_and_a_date_is_its_end(text: str, expected: datetime) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize("text", ["", "soon", "2024-13-01", "2024-04-05T25:00"])
def test_what_is_no_moment_is_refused_with_its_cure(text: str) -> None:
    with pytest.raises(UsageError, match="2024-04-05T09:00Z"):
        moment(text)


def test_what_has_no_date_had_not_been_published() -> None:
    early = claim("attack", ROSTOV, published="2025-03-05T08:00:00+03:00")
    late = claim("attack", ROSTOV, published="2025-03-05T08:00:00+00:00")
    undated = claim("attack", ROSTOV, published=None)
    assert published_until([early, late, undated], "2025-03-05T06:00Z") == [early]
    assert published_until([early, late, undated], "2025-03-05") == [early, late]
    assert published_until([early, late, undated], None) == [early, late, undated]


def test_claims_of_a_file_in_its_order(tmp_path: Path) -> None:
    assert read(b"\n".join(lines(TWO, ONE)), tmp_path) == ([TWO.id, ONE.id], [])


def test_blank_lines_and_documents_without_claims_are_no_errors(tmp_path: Path) -> None:
    assert read(b'\n{"document": "quiet"}\n \n' + lines(ONE)[0], tmp_path) == ([ONE.id], [])


def test_a_packed_file_is_unpacked_and_a_mark_at_its_head_passed_over(tmp_path: Path) -> None:
    assert read(gzip.compress(lines(ONE)[0]), tmp_path) == ([ONE.id], [])
    assert read(b"\xef\xbb\xbf" + lines(ONE)[0], tmp_path) == ([ONE.id], [])


def test_a_broken_line_is_told_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    found, [error] = read(b"\n".join([lines(ONE)[0], b"", b"{", lines(TWO)[0]]), tmp_path)
    assert found == [ONE.id, TWO.id]
    assert isinstance(error, MalformedError)
    assert error.about == f"{tmp_path / 'claims.jsonl'}:3"
    assert error.cure


def test_one_id_is_one_claim(tmp_path: Path) -> None:
    other = claim("attack", ROSTOV, id=ONE.id)
    found, [error] = read(b"\n".join([*lines(ONE), *lines(ONE), *lines(other)]), tmp_path)
    assert found == [ONE.id]
    assert ONE.id in error.reason
    assert error.about.endswith(":3")


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("purport.sources.opening.MAX_LINE", 2000)
    found, [error] = read(b'{"quote": "' + b"x" * 5000 + b'"}\n' + lines(ONE)[0], tmp_path)
    assert found == [ONE.id]
    assert isinstance(error, TooLargeError)


def test_claims_of_a_stream() -> None:
    assert [one.id for one in read_claims(io.BytesIO(b"\n".join(lines(ONE, TWO))), refuse)] == [ONE.id, TWO.id]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        list(read_claims(tmp_path / "missing", refuse))


def test_the_register_knows_a_ministry_in_its_languages() -> None:
    names = ["Russian Ministry of Defence", "Минобороны России"]
    found = [who(name) for name in names]
    assert all(source is not None and source.side == "RU" for source in found)
    assert who("Nobody at all") is None


def test_speakers_of_one_side_are_told_by_the_register() -> None:
    told = claim("interception", ROSTOV, n=44, by="Russian Ministry of Defence")
    [incident] = link_claims([told])
    assert [side.side for side in incident.sides] == ["RU"]


def test_a_ledger_is_linked_under_its_judgements_as_of_a_moment(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "book.db") as book:
        keep(book, document("post", "Over Sumy 12 drones fell, the army said."))
        catch_up(book)
        [only] = book.claims()
        [incident] = book.incidents()
        assert incident.claims == (only.id,)
        between = datetime.now(UTC)
        made = Judgement(
            verdict="rejected", claims=(only.id,), author="A", reason="a drill", at="2024-04-08T10:00:00+00:00"
        )
        book.judge(made)
        catch_up(book, cause=f"judgement {made.id}")
        assert list(book.incidents()) == []
        assert list(book.incidents(as_of=between)) == [incident]
        assert list(book.incidents(as_of=datetime(2024, 4, 1, tzinfo=UTC))) == []


def test_what_had_been_read_and_published_by_then(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "book.db") as book:
        keep(book, document("post", "Over Sumy 12 drones fell, the army said."))
        assert len(ledger_claims(book, "2024-04-07", "2024-04-05")) == 1
        assert ledger_claims(book, "2024-04-01", None) == []
        assert ledger_claims(book, None, "2024-04-04") == []
