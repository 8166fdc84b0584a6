"""Each command, from its arguments to what stands on the two outputs."""

import csv
import json
import logging
import re
import sys
from pathlib import Path

import pytest

from purport import __version__
from purport.pipeline import Stages
from tests.cli.conftest import Purport
from tests.pipeline.fakes import stages


@pytest.fixture
def kept(purport: Purport, lines: str) -> Purport:
    assert purport("read", lines, "--quiet").status == 0
    return purport


def test_read_tells_what_it_did_on_standard_error(purport: Purport, lines: str) -> None:
    first, second = purport("read", lines, "missing"), purport("read", lines)
    assert (first.status, first.out) == (0, "")
    assert "3 documents (3 new, 0 changed, 0 known), 3 new claims, 1 skipped; ledger: purport.db" in first.err
    assert "skipped missing: no such file" in first.err
    assert "(0 new, 0 changed, 3 known), 0 new claims" in second.err
    assert purport("read", lines, "--quiet") == (0, "", "")


def test_read_of_nothing_fails(purport: Purport) -> None:
    result = purport("read", "missing")
    assert result.status == 1
    assert "nothing could be read" in result.err


@pytest.mark.parametrize("before", [True, False])
def test_options_stand_before_or_after_the_command(purport: Purport, lines: str, before: bool) -> None:
    options = ["--ledger", "other.db", "--quiet", "--no-color"]
    result = purport(*options, "read", lines) if before else purport("read", lines, *options)
    assert result == (0, "", "")
    assert Path("other.db").exists()
    assert not Path("purport.db").exists()


def test_the_ledger_may_be_named_by_the_environment(
    purport: Purport, lines: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PURPORT_LEDGER", "named.db")
    assert purport("read", lines).status == 0
    assert Path("named.db").exists()


def test_claims_of_files_touch_no_ledger(purport: Purport, lines: str) -> None:
    result = purport("claims", lines, "--format", "jsonl")
    told = [json.loads(line) for line in result.lines]
    assert [(c["document"], c.get("quote")) for c in told] == [
        ("post", "12 drones"),
        ("post", "3 drones"),
        ("late", "40 drones"),
        ("quiet", None),
    ]
    assert result.err == ""
    assert not Path("purport.db").exists()


def test_claims_of_the_ledger_are_those_of_the_files(kept: Purport, lines: str) -> None:
    of_files, of_ledger = (kept("claims", *paths, "--format", "jsonl") for paths in ([lines], []))
    assert sorted(of_files.lines) == sorted(of_ledger.lines)


@pytest.mark.parametrize("paths", [["in.jsonl"], []])
@pytest.mark.parametrize(
    ("filters", "quotes"),
    [
        (["--min-count", "12"], {"12 drones", "40 drones"}),
        (["--place", "sumy oblast"], {"12 drones", "3 drones"}),
        (["--place", "сумщина"], {"12 drones", "3 drones"}),
        (["--place", "Nowhere"], set()),
        (["--place", "UA-59", "--min-count", "4"], {"12 drones"}),
        (["--source", "ARMY"], {"12 drones", "3 drones"}),
        (["--source", "wire"], {"12 drones", "3 drones", "40 drones"}),
        (["--kind", "interception", "--kind", "alert"], {"12 drones", "3 drones", "40 drones"}),
        (["--kind", "alert"], set()),
        (["--since", "2024-04-06"], set()),
        (["--since", "2024-04-05", "--until", "2024-04-05"], {"12 drones", "3 drones", "40 drones"}),
    ],
)
def test_filters(kept: Purport, paths: list[str], filters: list[str], quotes: set[str]) -> None:
    result = kept("claims", *paths, "--format", "jsonl", *filters)
    assert result.status == 0
    assert {json.loads(line)["quote"] for line in result.lines} == quotes


def test_csv_is_alone_on_standard_output(kept: Purport) -> None:
    result = kept("claims", "--format", "csv")
    assert [row["quote"] for row in csv.DictReader(result.lines)] == ["12 drones", "3 drones", "40 drones"]
    assert result.err == ""


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_tables_fit(kept: Purport, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for command, number in (("claims", 3), ("documents", 3), ("sources", 2)):
        result = kept(command)
        assert len(result.lines) == 1 + number
        assert "\x1b" not in result.out
        assert all(len(line) <= columns for line in result.lines)


def test_a_table_of_claims_says_when_what_where_who_and_in_which_words(
    kept: Purport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    narrow = kept("claims").lines
    assert narrow[0].split() == ["ID", "WHEN", "WHAT", "WHERE", "WHO"]
    assert re.fullmatch(r"c[0-9a-f]{8}  2024-04-04…05 +en: 12 stopped ␛\[31m   Sumy Oblast   The army", narrow[1])
    monkeypatch.setenv("COLUMNS", "160")
    wide = kept("claims").lines
    assert wide[0].endswith("WORDS")
    assert wide[1].endswith("12 drones")


def test_tables_say_how_many_unless_quiet(kept: Purport) -> None:
    assert kept("claims").err == "3 claims in 3 documents\n"
    assert kept("documents", "-q").err == ""


def test_documents_and_sources(kept: Purport) -> None:
    documents, sources = kept("documents"), kept("sources")
    assert [line.split()[-3:] for line in documents.lines[1:3]] != []
    assert "A calm night." in documents.out
    assert re.search(r"The army +military +UA +2 +1", sources.out)
    assert re.search(r"Example Wire +publisher +1 +1", sources.out)


def test_show_a_document(kept: Purport) -> None:
    result = kept("show", "post")
    assert "Over Sumy ⟦1 12 drones 1⟧ and ⟦2 3 drones 2⟧ fell, the army said. ␛[2JGone!" in result.out
    assert "\x1b" not in result.out
    for words in ("Example Wire", "https://t.me/x/7", "2 claims", "interception, asserted", "en: 12 stopped", "uk: 3"):
        assert words in result.out
    assert "The army (military, side UA, said)" in result.out
    assert "Sumy Oblast (UA-59, region, 51.00 34.00)" in result.out


def test_show_a_claim_by_the_id_that_the_table_prints(kept: Purport) -> None:
    row = next(line for line in kept("claims").lines if "40 stopped" in line)
    result = kept("show", row.split()[0])
    assert "Later ⟦1 40 drones 1⟧ came." in result.out
    assert "2024-04-04…05" in result.out


def test_show_refuses_an_empty_id(kept: Purport) -> None:
    assert kept("show", " ") == (
        2,
        "",
        "purport: an empty id names nothing (`purport documents`, `claims` and `incidents` list ids)\n",
    )


def test_a_usage_error_names_the_help_of_its_own_command(purport: Purport) -> None:
    assert "`purport show --help`" in purport("show").err


def test_what_stages_log_is_told_once_and_not_when_quiet(
    purport: Purport, lines: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compiling() -> Stages:
        logging.getLogger("purport.places.compiler").warning("compiling")
        return stages()

    monkeypatch.setattr("purport.pipeline.stream.default_stages", compiling)
    for _ in range(2):
        told = purport("claims", lines, "--format", "jsonl")
        assert told.err == "purport: compiling\n"
    assert purport("claims", lines, "--format", "jsonl", "--quiet") == (0, told.out, "")


def test_show_says_what_is_not_there(kept: Purport) -> None:
    result = kept("show", "zzz")
    assert result.status == 1
    assert result.err.startswith("purport: zzz: the ledger holds nothing of this id")


def test_export_to_a_file_and_to_standard_output(kept: Purport, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    result = kept("export", "geojson", "-o", "out/claims.geojson")
    assert (result.status, result.out) == (0, "")
    assert "not carried: 2 × region stands as a point" in result.err
    assert len(json.loads(Path("out/claims.geojson").read_bytes())["features"]) == 3
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["claims.geojson"]
    assert kept("export", "jsonl", "-o", "-").out == kept("claims", "--format", "jsonl").out


def test_an_export_that_cannot_be_written_leaves_nothing(kept: Purport) -> None:
    result = kept("export", "csv", "-o", "nowhere/claims.csv")
    assert result == (2, "", "purport: nowhere: there is no such folder (make it, or name another with -o)\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["claims", "--kind", "strike"], "the kinds are attack"),
        (["claims", "--since", "soon"], "2024-04-05"),
        (["claims", "--format", "xml"], "--help"),
        (["claims", "--min-count", "-1"], "--help"),
        (["export", "shapefile"], "the forms are jsonl, csv, geojson"),
        (["read"], "--help"),
        (["strike"], "--help"),
        (["--loud"], "--help"),
    ],
)
def test_usage_errors_are_one_line_that_names_the_cure(purport: Purport, arguments: list[str], words: str) -> None:
    result = purport(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("purport: ")
    assert result.err.count("\n") == 1
    assert words in result.err


def test_no_ledger_is_one_line_that_names_the_cure(purport: Purport) -> None:
    for command in (["claims"], ["documents"], ["sources"], ["show", "x"], ["export", "csv"]):
        result = purport(*command)
        assert (result.status, result.out) == (1, "")
        assert result.err.startswith("purport: purport.db: there is no ledger here (make one with `purport read PATH`")
    assert not Path("purport.db").exists()


def test_version_and_help(purport: Purport) -> None:
    assert purport("--version") == (0, f"purport {__version__}\n", "")
    assert "Commands:" in purport("--help").out
    bare = purport()
    assert (bare.status, bare.out) == (2, "")
    assert "Commands:" in bare.err


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "::", "example.org"])  # noqa: S104 - what is refused
def test_the_desk_is_for_its_own_machine(purport: Purport, host: str) -> None:
    result = purport("serve", "--host", host)
    assert (result.status, result.out) == (2, "")
    assert "this machine alone" in result.err


def test_a_desk_that_is_not_installed_says_how_to_install_it(purport: Purport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = purport("serve")
    assert result.status == 2
    assert "pip install 'purport[server]'" in result.err


def test_where_nothing_can_fork_one_process_answers(purport: Purport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("purport.server.team.can_fork", lambda: False)
    result = purport("serve", "--processes", "2")
    assert (result.status, result.out) == (2, "")
    assert "on Linux alone" in result.err
