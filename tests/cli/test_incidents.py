"""The commands about incidents, from their arguments to what stands on the two outputs."""

import csv
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Purport, Result
from tests.cli.night import lay_out
from tests.pipeline.fakes import document, write_lines

ALL = ["posts.jsonl", "later.jsonl"]


@pytest.fixture
def desk(purport: Purport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Purport:
    """A folder with the night's posts, and no ledger."""
    lay_out(tmp_path, monkeypatch.setattr)
    monkeypatch.setenv("COLUMNS", "120")
    return purport


@pytest.fixture
def kept(desk: Purport) -> Purport:
    """A ledger of the morning's posts."""
    assert desk("read", "posts.jsonl", "--quiet").status == 0
    return desk


@pytest.fixture
def whole(kept: Purport) -> Purport:
    """A ledger of all posts."""
    assert kept("read", "later.jsonl", "--quiet").status == 0
    return kept


def told(result: Result) -> list[dict[str, object]]:
    assert result.status == 0, result.err
    return [json.loads(line) for line in result.lines]


def row(result: Result, *words: str) -> str:
    """The one line of a table in which all of the words stand."""
    [found] = [line for line in result.lines if all(word in line for word in words)]
    return found


def id_of(purport: Purport, *words: str) -> str:
    return row(purport("incidents"), *words).split()[0]


def claim_of(purport: Purport, words: str) -> str:
    claims = [json.loads(line) for line in purport("claims", "--format", "jsonl").lines]
    [found] = [claim["id"] for claim in claims if words in claim.get("quote", "")]
    return str(found)


# incidents


def test_a_table_tells_the_whole_before_its_parts_and_what_sums_imply(kept: Purport) -> None:
    lines = kept("incidents").lines
    assert lines[0].split() == ["ID", "WHEN", "BY", "WHAT", "WHERE", "HOW", "MANY", "TOLD", "BY", "ORIGINS"]
    shown = [re.split(r"  +", line) for line in lines[1:]]
    assert [(cells[3], cells[4]) for cells in shown if cells[3] == "interception told"] == [
        ("interception told", "Russia"),
        ("interception told", "└ Rostov Oblast"),
        ("interception told", "└ Saratov Oblast"),
        ("interception told", "└ Kursk Oblast"),
    ]
    assert re.search(r"└ Saratov Oblast +6 implied +RU +1$", row(kept("incidents"), "Saratov"))
    assert re.match(
        r"i[0-9a-f]{8}  2024-04-04…05 +UA +interception told +Russia +53 +RU +1$", row(kept("incidents"), " 53 ")
    )


def test_kinds_of_one_time_stand_as_a_night_goes(kept: Purport) -> None:
    kinds = [line.split(" told")[0].split()[-1] for line in kept("incidents").lines[1:]]
    assert kinds == ["attack", *["interception"] * 4, "damage", "casualties"]


def test_what_has_no_time_is_last_and_a_date_from_evidence_is_told(whole: Purport) -> None:
    result = whole("incidents")
    assert "undated has no date; 2 claims put it at 2024-04-04…05 (confidence 0." in result.err
    assert whole("incidents", "--quiet").err == ""


def test_a_contradiction_is_marked(whole: Purport) -> None:
    assert re.search(r" Rostov Oblast +! 1 ", row(whole("incidents"), "damage"))


@pytest.mark.parametrize("columns", [40, 80, 104, 200])
def test_tables_fit(whole: Purport, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    wanted = id_of(whole, " 53 ")
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in (["incidents"], ["episode", wanted], ["changes", "--since", "2020-01-01"]):
        result = whole(*command)
        assert len(result.lines) > 5
        assert "\x1b" not in result.out
        table = result.lines[1:] if command[0] == "episode" else result.lines
        assert all(len(line) <= columns for line in table)


def test_csv_and_jsonl_tell_the_same_incidents(kept: Purport) -> None:
    lines, rows = kept("incidents", "--format", "jsonl"), kept("incidents", "--format", "csv")
    assert [line["id"] for line in told(lines)] == [row["id"] for row in csv.DictReader(rows.lines)]
    assert (lines.err, rows.err) == ("", "")


@pytest.mark.parametrize("paths", [ALL, []])
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--kind", "damage", "--kind", "attack"], {"damage", "attack"}),
        (["--kind", "statement"], set()),
        (["--place", "Kyiv"], {"attack", "impact"}),
        (["--place", "RU-ROS"], {"interception", "damage", "casualties"}),
        (["--place", "Nowhere"], set()),
        (["--source", "staff"], {"attack"}),
        (["--min-count", "5"], {"interception", "casualties"}),
        (["--side", "ua"], {"attack"}),
        (["--side", "RU"], {"interception", "impact", "damage", "casualties"}),
        (["--side", "ua", "--side", "RU", "--min-count", "50"], {"interception"}),
        (["--contradicted"], {"damage"}),
        (["--implied"], {"interception"}),
        (["--since", "2024-04-06"], set()),
        (["--until", "2024-04-03"], set()),
        (["--since", "2024-04-05", "--until", "2024-04-05", "--kind", "attack"], {"attack"}),
        (["--published-by", "2024-04-05T05:30Z"], {"casualties", "damage"}),
    ],
)
def test_filters(whole: Purport, paths: list[str], filters: list[str], expected: set[str]) -> None:
    assert {
        incident["kind"] for incident in told(whole("incidents", *paths, "--format", "jsonl", *filters))
    } == expected


def test_incidents_of_files_are_those_of_the_ledger_and_touch_none(desk: Purport) -> None:
    of_files = desk("incidents", *ALL, "--format", "jsonl")
    assert not Path("purport.db").exists()
    assert desk("read", *ALL, "-q").status == 0
    assert sorted(desk("incidents", "--format", "jsonl").lines) == sorted(of_files.lines) != []


def test_as_of_answers_from_what_had_been_read(kept: Purport) -> None:
    morning = kept("incidents", "--format", "jsonl")
    moment = datetime.now(UTC).isoformat()
    assert kept("read", "later.jsonl", "-q").status == 0
    assert kept("incidents", "--format", "jsonl").lines != morning.lines
    assert kept("incidents", "--format", "jsonl", "--as-of", moment).lines == morning.lines
    assert kept("incidents", "--as-of", "2020-01-01").err == "0 incidents\n"


def test_a_night_and_its_episode_as_they_were(kept: Purport) -> None:
    night, episode = kept("night", "2024-04-05"), kept("episode", id_of(kept, " 53 "))
    moment = datetime.now(UTC).isoformat()
    assert kept("read", "later.jsonl", "-q").status == 0
    assert kept("night", "2024-04-05").out != night.out
    assert kept("night", "2024-04-05", "--as-of", moment).out == night.out
    assert kept("episode", id_of(kept, " 53 "), "--as-of", moment).out == episode.out
    assert kept("night", "2024-04-05", "--as-of", "2024-01-01").status == 1
    assert "no episode has this id" in kept("episode", id_of(kept, " 53 "), "--as-of", "2024-01-01").err


def test_published_by_leaves_out_what_is_undated(whole: Purport) -> None:
    incidents = told(whole("incidents", "--format", "jsonl", "--published-by", "2024-04-06"))
    by_kind = {str(incident["kind"]): incident for incident in incidents}
    assert by_kind["casualties"]["people"][0]["best"] == 5  # type: ignore[index]
    assert all("undated" not in str(incident) for incident in incidents)


# link


def claims_file(purport: Purport) -> str:
    Path("claims.jsonl").write_text(purport("claims", *ALL, "--format", "jsonl").out, encoding="utf-8")
    return "claims.jsonl"


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_link_gives_the_incidents_of_the_documents(desk: Purport, form: str) -> None:
    assert desk("link", claims_file(desk), "--format", form, "-q") == desk("incidents", *ALL, "--format", form, "-q")
    assert not Path("purport.db").exists()


def test_link_prints_a_table_and_says_how_many(desk: Purport) -> None:
    result = desk("link", claims_file(desk))
    assert "└ Rostov Oblast" in result.out
    assert result.err.startswith("8 incidents\n")


def test_link_takes_what_it_can_and_tells_the_rest(desk: Purport) -> None:
    good = Path(claims_file(desk)).read_bytes().splitlines()
    other = json.loads(good[0]) | {"quote": "other words"}
    lines = [
        *good,
        b"no json",
        b'{"kind": "attack"}',
        b'{"document": "quiet"}',
        b"",
        json.dumps(other).encode(),
        good[0],
    ]
    Path("mixed.jsonl").write_bytes(b"\n".join(lines))
    result = desk("link", "mixed.jsonl", "--format", "jsonl")
    assert result.out == desk("link", "claims.jsonl", "--format", "jsonl").out
    faults = [line for line in result.err.splitlines() if line.startswith("purport: ")]
    number = len(good)
    assert [fault.split()[1] for fault in faults] == [f"mixed.jsonl:{number + n}:" for n in (1, 2, 5)]
    assert all(fault.endswith(")") for fault in faults), "each names its cure"
    assert "another claim of the id" in faults[2]


def test_link_does_not_flood_the_screen(desk: Purport) -> None:
    Path("noise").write_text("noise\n" * 50, encoding="utf-8")
    result = desk("link", "noise")
    assert (result.status, result.out) == (1, "")
    assert len(result.err.splitlines()) == 22
    assert "… and 30 more lines" in result.err
    assert "noise: no claims" in result.err


def test_link_of_gold_needs_no_ids_and_no_dates(desk: Purport) -> None:
    bare = {"document": "d", "kind": "attack", "quote": "struck", "start": 0}
    lines = [bare | {"start": n, "places": [{"name": name}]} for n, name in enumerate(["Kyiv", "Odesa"])]
    Path("bare.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert {incident["place"]["name"] for incident in told(desk("link", "bare.jsonl", "--format", "jsonl"))} == {  # type: ignore[index]
        "Kyiv",
        "Odesa",
    }


@pytest.mark.parametrize(("path", "words"), [("missing", "no such file"), (".", "a folder, no file (")])
def test_link_of_what_is_no_file_names_the_cure(desk: Purport, path: str, words: str) -> None:
    result = desk("link", path)
    assert (result.status, result.out) == (1, "")
    assert words in result.err
    assert result.err.count("\n") == 1


# show


def test_show_an_incident(whole: Purport) -> None:
    out = whole("show", id_of(whole, " 53 ")).out
    assert out.startswith("interception told · Russia · 2024-04-04…05\n")
    for words in ("how many  53, agreed", "by        UA", "parts\n", "RU: 53, asserted, 1 claim"):
        assert words in out
    assert re.search(r"i[0-9a-f]{8}  Rostov Oblast +44 +█{16}\n", out)
    assert re.search(r"i[0-9a-f]{8}  Saratov Oblast +6 implied +██\n", out)
    assert [line.split()[1] for line in out.split("parts\n")[1].splitlines()[:3]] == ["Rostov", "Saratov", "Kursk"]
    assert "Ministry (ministry, side RU, said), in Example Wire" in out
    assert "Of the night: ⟦interception 53 over Russia, Ministry said⟧; interception 44" in out


def test_show_of_a_claim_tells_its_incident(whole: Purport) -> None:
    shown = row(whole("show", claim_of(whole, "interception 53")), "incident ")
    assert re.fullmatch(r"   incident i\w{16} · interception told · Russia · 53", shown)
    assert id_of(whole, " 53 ") in shown
    assert "incident " not in whole("show", claim_of(whole, "statement 1")).out
    rejected = claim_of(whole, "attack 3")
    assert whole("judge", "rejected", rejected, "--reason", "a drill").status == 0
    assert "incident " not in whole("show", rejected).out


def test_show_tells_a_part_its_whole_and_what_is_implied(kept: Purport) -> None:
    out = kept("show", id_of(kept, "Saratov")).out
    assert re.search(r"implied   6, by (c[0-9a-f]{8} ?)+\n", out)
    assert re.search(rf"part of   {id_of(kept, ' 53 ')}[0-9a-f]+\n", out)
    assert "\x1b" not in out
    assert "␛[2JThat was all." in out


def test_show_says_what_evidence_has_dated(kept: Purport) -> None:
    text = "interception 44 over Rostov, Ministry said; interception 2 over Tula, Governor said"
    write_lines(Path("more.jsonl"), document("alone", text, published=None))
    assert kept("read", "more.jsonl", "-q").status == 0
    assert kept("show", id_of(kept, "Tula")).lines[0].endswith("Tula Oblast · 2024-04-04…05 (by evidence)")
    assert "evidence" not in kept("show", id_of(kept, "└ Rostov")).lines[0]


def test_show_tells_the_history_of_a_toll(whole: Purport) -> None:
    history = whole("show", id_of(whole, "casualties")).out.split("history\n")[1].splitlines()[:2]
    assert re.fullmatch(r"  2024-04-05 05:00  injured 2 +█{6} +Governor", history[0])
    assert re.fullmatch(r"  2024-04-05 15:00  injured 5 +█{16} +Governor", history[1])


def test_show_tells_who_contradicts_whom(whole: Purport) -> None:
    out = whole("show", id_of(whole, "damage")).out
    assert re.search(r"contradiction: stance\n  c\w{8}  1 +Governor\n  c\w{8}  1 +Ministry\n", out)


def test_show_keeps_words_in_context_on_two_lines(whole: Purport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = whole("show", id_of(whole, "└ Kursk")).lines
    words = [line for line in lines if line.startswith("    ")]
    assert len(words) <= 2
    assert all(len(line) <= 60 for line in words)
    assert " ".join(line.strip() for line in words).count("⟦interception 3 over Kursk, Ministry said⟧") == 1


def test_why_tells_the_points_of_each_link(whole: Purport) -> None:
    wanted = id_of(whole, "└ Rostov")
    assert "why these" not in whole("show", wanted).out
    why = whole("show", wanted, "--why").out.split("why these claims are of one thing\n")[1].splitlines()
    assert re.fullmatch(r"  c\w{8}  the first of them", why[0])
    assert re.fullmatch(r"  c\w{8}  \d+\.\d points: the same place \+1\.0; .+", why[1])


def test_show_says_which_incidents_are_not_there(kept: Purport) -> None:
    assert kept("show", "i000000") == (
        1,
        "",
        "purport: i000000: no incident has this id (`purport incidents` lists ids)\n",
    )
    several = kept("show", "i")
    assert several.status == 1
    assert "list ids" in several.err


# episode


def test_an_episode_is_a_timeline(whole: Purport) -> None:
    result = whole("episode", id_of(whole, " 53 "))
    assert re.match(r"2024-04-04…05 · UA's weapons · episode e[0-9a-f]{16}$", result.lines[0])
    kinds = [re.search(r"(\w+) told", line) for line in result.lines[3:]]
    assert [kind[1] for kind in kinds if kind] == [*["interception"] * 4, "damage", "casualties"]
    assert [line[:4] for line in result.lines[3:]] == ["2024", *["    "] * 5]
    assert result.err == "6 incidents in 4 places\n"


def test_an_episode_is_found_by_its_own_id(whole: Purport) -> None:
    wanted = id_of(whole, " 53 ")
    found = re.search(r"episode (e[0-9a-f]{16})", whole("show", wanted).out)
    assert found
    assert whole("episode", found[1][:10], "-q").out == whole("episode", wanted, "-q").out


@pytest.mark.parametrize(
    ("wanted", "status", "words"),
    [
        ("", 2, "an empty id names nothing"),
        ("e", 1, "name one of e"),
        ("zzz", 1, "no episode has this id"),
        ("i000000", 1, "no incident has this id"),
    ],
)
def test_an_episode_that_is_not_there(kept: Purport, wanted: str, status: int, words: str) -> None:
    result = kept("episode", wanted)
    assert (result.status, result.out) == (status, "")
    assert words in result.err
    assert result.err.count("\n") == 1


# night


def test_a_night_by_side_and_region_with_sums_and_bars(whole: Purport) -> None:
    lines = whole("night", "2024-04-05").lines
    assert lines[0] == "The night of 2024-04-04 to 2024-04-05, from noon to noon"
    assert [line for line in lines if line.endswith("weapons")] == ["RU's weapons", "UA's weapons"]
    by_name = {line.split("  ")[0]: line.split()[1:] for line in lines if line}
    assert by_name["Kyiv Oblast"] == ["Oblast", "3"], "what is denied is no hit"
    assert by_name["Rostov Oblast"] == ["Oblast", "44", "1", "5", "█" * 16]
    assert by_name["Saratov Oblast"] == ["Oblast", "6", "██"]
    assert by_name["all"] == ["53", "1", "5"], "the whole of 53 is that of its parts"
    assert not any("Russia" in name for name in by_name), "what its parts have already is no row of its own"


def test_what_is_left_of_a_total_is_of_no_region(whole: Purport) -> None:
    assert whole("judge", "rejected", id_of(whole, "└ Saratov"), "--reason", "misread").status == 0
    assert row(whole("night", "2024-04-05"), "Russia, no region told").split()[4:] == ["6", "██"]


def test_a_night_tells_the_largest_episode(whole: Purport) -> None:
    err = whole("night", "2024-04-05").err
    found = re.search(r"`purport episode (e\w+)`", err)
    assert found
    assert whole("episode", found[1]).status == 0
    assert whole("night", "2024-04-05", "-q").err == ""


def test_a_night_of_one_place(whole: Purport) -> None:
    out = whole("night", "2024-04-05", "--place", "RU-KRS").out
    assert "Kursk Oblast" in out
    assert "Rostov" not in out


@pytest.mark.parametrize(
    ("day", "status", "words"), [("2024-13-01", 2, "write it as 2024-04-05"), ("2020-01-01", 1, "holds nothing of")]
)
def test_a_night_that_is_none(kept: Purport, day: str, status: int, words: str) -> None:
    result = kept("night", day)
    assert (result.status, result.out) == (status, "")
    assert words in result.err


# changes


def test_changes_tell_what_is_new_revised_and_contradicted(kept: Purport) -> None:
    moment = datetime.now(UTC).isoformat()
    assert kept("changes", "--since", moment).err == "0 changes\n"
    assert kept("read", "later.jsonl", "-q").status == 0
    result = kept("changes", "--since", moment)
    assert {line.split()[0] for line in result.lines[1:]} == {"new", "revised", "contradicted"}
    assert "2 injured → 5" in row(result, "casualties")
    assert row(result, "damage").startswith("contradicted")
    everything = kept("changes", "--since", "2020-01-01")
    assert {line.split()[0] for line in everything.lines[1:]} == {"new"}


def test_changes_tell_what_is_no_incident_any_more(whole: Purport) -> None:
    launched = id_of(whole, "attack told")
    moment = datetime.now(UTC).isoformat()
    assert whole("judge", "rejected", id_of(whole, "impact"), "--reason", "a rumour").status == 0
    assert (
        whole("judge", "same", id_of(whole, "└ Kursk"), id_of(whole, "└ Saratov"), "--reason", "one flight").status == 0
    )
    result = whole("changes", "--since", moment)
    assert row(result, "impact").startswith("gone")
    assert launched not in result.out
    joined = row(result, "joined")
    assert "→ i" in joined
    lines = told(whole("changes", "--since", moment, "--format", "jsonl"))
    [gone] = [line for line in lines if line["change"] == "gone"]
    assert gone["incident"] is None
    assert gone["before"]["kind"] == "impact"  # type: ignore[index]
    [into] = [line for line in lines if line["change"] == "joined"]
    assert set(into["before"]["claims"]) < set(into["incident"]["claims"])  # type: ignore[index]


def test_changes_for_a_machine_carry_both_states(kept: Purport) -> None:
    moment = datetime.now(UTC).isoformat()
    assert kept("read", "later.jsonl", "-q").status == 0
    result = kept("changes", "--since", moment, "--format", "jsonl")
    assert result.err == ""
    [toll] = [line for line in told(result) if line["incident"]["kind"] == "casualties"]  # type: ignore[index]
    assert toll["change"] == "revised"
    assert [toll[state]["people"][0]["best"] for state in ("before", "incident")] == [2, 5]  # type: ignore[index]


# judge


def test_a_judgement_is_kept_followed_listed_and_undone(whole: Purport) -> None:
    wanted = id_of(whole, " 53 ")
    made = whole("judge", "count", wanted, "--to-count", "54", "--reason", "a typing error", "--author", "desk")
    assert (made.status, made.out) == (0, "")
    found = re.match(
        r"judgement (j\w+) kept about 1 claim; `purport judge undo j\w+ --reason …` withdraws it\n$", made.err
    )
    assert found
    assert re.search(r"Russia +54 ", whole("incidents").out)
    assert "7 implied" in whole("incidents").out
    assert f"{found[1]}  " in whole("show", wanted, "--why").out.split("judgements about them\n")[1]
    listed = whole("judge", "list")
    assert re.fullmatch(rf"{found[1]}  [\d-]+ [\d:]+  desk: count c\w{{8}} → 54 \(a typing error\)", listed.lines[0])
    assert listed.err == "1 judgement\n"
    assert whole("judge", "undo", found[1][:8], "--reason", "it was none", "--author", "desk", "-q") == (0, "", "")
    assert re.search(r"Russia +53 ", whole("incidents").out)
    assert len(whole("judge", "list", "-q").lines) == 2


def test_what_is_rejected_of_an_incident_is_rejected_of_all_its_claims(whole: Purport) -> None:
    result = whole("judge", "rejected", id_of(whole, "damage"), "--reason", "another depot")
    assert "about 2 claims" in result.err
    assert "damage" not in whole("incidents").out


def test_two_incidents_are_judged_one_and_two_claims_two_things(whole: Purport) -> None:
    early, late = claim_of(whole, "casualties 2"), claim_of(whole, "casualties 5")
    before = len(whole("incidents").lines)
    assert whole("judge", "different", early, late, "--reason", "two towns").status == 0
    assert len(whole("incidents").lines) == before + 1
    both = [line.split()[0] for line in whole("incidents").lines if "casualties" in line]
    assert whole("judge", "undo", whole("judge", "list").lines[0].split()[0], "--reason", "one after all").status == 0
    assert len(whole("incidents").lines) == before
    assert whole("show", both[0]).status == whole("show", both[1]).status == 0, "former ids lead to what remains"


def test_a_place_is_corrected(whole: Purport) -> None:
    claim = claim_of(whole, "attack 3")
    assert whole("judge", "place", claim, "--to-place", "Saratov", "--reason", "misread").status == 0
    assert "Saratov Oblast" in row(whole("incidents"), "attack told")
    assert "→ Saratov Oblast" in whole("judge", "list").out


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["same", "x", "y"], 2, 'add --reason "…"'),
        (["same", "x", "y", "--reason", " "], 2, 'add --reason "…"'),
        (["same", "CLAIM", "--reason", "r"], 2, "2 claims or more (name their ids"),
        (["same", "CLAIM", "OTHER", "--reason", "r"], 2, "of different kinds, attack and casualties (name claims"),
        (["rejected", "--reason", "r"], 2, "1 claim or more"),
        (["rejected", "morning", "--reason", "r"], 2, "is a document"),
        (["rejected", "nothing", "--reason", "r"], 1, "list ids"),
        (["rejected", "i000000", "--reason", "r"], 1, "`purport incidents` lists ids"),
        (["count", "CLAIM", "--reason", "r"], 2, "add --to-count N"),
        (["place", "CLAIM", "--reason", "r"], 2, "add --to-place NAME"),
        (["place", "CLAIM", "--to-place", "Nowhere", "--reason", "r"], 2, "gazetteer knows no 'Nowhere'"),
        (["undo", "--reason", "r"], 2, "`purport judge list`"),
        (["undo", "jx", "--reason", "r"], 1, "`purport judge list`"),
        (["perhaps", "CLAIM"], 2, "--help"),
    ],
)
def test_a_judgement_that_cannot_be(kept: Purport, arguments: list[str], status: int, words: str) -> None:
    claim = claim_of(kept, "attack 3")
    known = {"CLAIM": claim, "OTHER": claim_of(kept, "casualties 2")}
    result = kept("judge", *(known.get(argument, argument) for argument in arguments))
    assert (result.status, result.out) == (status, "")
    assert result.err.startswith("purport: ")
    assert result.err.count("\n") == 1
    assert words in result.err
    assert kept("judge", "list").out == ""


def test_who_decides_has_to_be_known(kept: Purport, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    result = kept("judge", "rejected", claim_of(kept, "attack 3"), "--reason", "r")
    assert (result.status, result.err) == (2, "purport: nobody is known to decide this (add --author NAME)\n")


# what they share


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["incidents", "--as-of", "soon"], "2024-04-05T09:00Z"),
        (["incidents", "--published-by", "soon"], "2024-04-05T09:00Z"),
        (["incidents", "posts.jsonl", "--as-of", "2024-04-05"], "leave out one of the two"),
        (["incidents", "--kind", "strike"], "the kinds are attack"),
        (["incidents", "--format", "xml"], "--help"),
        (["night", "2024-04-05", "--as-of", "soon"], "2024-04-05T09:00Z"),
        (["episode", "e1", "--as-of", "soon"], "2024-04-05T09:00Z"),
        (["changes"], "--since"),
        (["changes", "--since", "x"], "2024-04-05T09:00Z"),
        (["link"], "--help"),
        (["night"], "--help"),
        (["episode"], "--help"),
        (["judge"], "--help"),
    ],
)
def test_usage_errors_are_one_line_that_names_the_cure(kept: Purport, arguments: list[str], words: str) -> None:
    result = kept(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert words in result.err


def test_no_ledger_is_one_line_that_names_the_cure(desk: Purport) -> None:
    judging = ["judge", "rejected", "c1", "--reason", "r"]
    for command in (["incidents"], ["night", "2024-04-05"], ["episode", "e1"], ["changes", "--since", "2024"], judging):
        result = desk(*command)
        assert (result.status, result.out) == (1, "")
        assert result.err.startswith("purport: purport.db: there is no ledger here (make one with `purport read PATH`")
    assert not Path("purport.db").exists()


def test_nothing_read_is_no_incident(desk: Purport) -> None:
    result = desk("incidents", "missing")
    assert result.status == 1
    assert "nothing could be read" in result.err
    Path("empty.jsonl").touch()
    assert desk("read", "posts.jsonl", "-q").status == 0
    assert desk("incidents", "--place", "Nowhere").err.startswith("0 incidents\n")


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        ("attacker", "RU"),
        ("weapons", "cruise_missile:Kalibr"),
        ("outcome", "suppressed"),
        ("stance", "denied"),
        ("time", "2025-02-20T21:00/2025-02-21T06:00"),
    ],
)
def test_any_slot_is_corrected_by_what_a_person_types(whole: Purport, slot: str, told: str) -> None:
    made = whole("judge", slot, id_of(whole, "└ Saratov"), "--to", told, "--reason", "misread")
    assert made.status == 0, made.err
    assert f" {slot} " in whole("judge", "list").out


@pytest.mark.parametrize(("slot", "told"), [("outcome", "eaten"), ("time", "yesterday"), ("stance", None)])
def test_what_is_no_value_of_a_slot_is_refused(whole: Purport, slot: str, told: str | None) -> None:
    given = ["--to", told] if told else []
    refused = whole("judge", slot, id_of(whole, "└ Saratov"), *given, "--reason", "misread")
    assert refused.status == 2
    assert slot in refused.err


def test_what_is_accepted_or_noted_changes_nothing(whole: Purport) -> None:
    before = whole("incidents", "--format", "jsonl").out
    for verdict in ("accepted", "note"):
        assert whole("judge", verdict, id_of(whole, "└ Saratov"), "--reason", "seen").status == 0
    assert whole("incidents", "--format", "jsonl").out == before
