"""A day of four feeds that misbehave, in fast time: each item once, each gap kept, memory flat; and killed 50 times."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from purport.ledger import open_ledger
from purport.ledger.feedrecords import FeedGap
from tests.pipeline.watch.time import DAY, START
from tests.pipeline.watch.world import EDITED, PERIOD, World, world

ROOT = Path(__file__).resolve().parents[3]
KILLS = 50
GROWTH = 512 << 10  # bytes in 5 hours of some 100 polls: one that left ten kilobytes behind would leave more


class Day:
    """What a day has left: the ledger, and what the program said."""

    def __init__(self, ledger: Path, said: str, lived: World) -> None:
        self.ledger = ledger
        self.said = said
        self.world = lived

    def texts(self) -> dict[str, list[str]]:
        """The texts of each document by its address, in the order in which they came."""
        found: dict[str, list[str]] = {}
        for url, text in self._rows("SELECT record ->> '$.url', record ->> '$.text' FROM versions ORDER BY id"):
            found.setdefault(url, []).append(text)
        return found

    def gaps(self, name: str) -> list[FeedGap]:
        with open_ledger(self.ledger, create=False) as book:
            return [gap for gap in book.feeds.gaps() if gap.feed == name]

    def content(self) -> dict[str, list[object]]:
        """All that the ledger holds, but for the numbers of its rows and the seconds of its clock."""
        asked = {
            "versions": "SELECT document, content_hash, record, started FROM versions JOIN runs ON runs.id = run",
            "claims": "SELECT record FROM claims",
            "incidents": "SELECT incident, record FROM incident_versions AS v WHERE id = "
            "(SELECT max(id) FROM incident_versions AS w WHERE w.incident = v.incident)",
            "failures": "SELECT about, reason FROM failures",
            "feeds": "SELECT name, kind, every, at FROM feeds",
            "states": "SELECT feed, at, state, since FROM feed_states",
            "gaps": "SELECT feed, start, end, filled FROM feed_gaps",
            "hours": "SELECT feed, hour, polls, failed, fresh FROM feed_hours",
            "marks": "SELECT name FROM marks",
            "ends": "SELECT outcome, counts FROM run_ends",
        }
        return {name: sorted(self._rows(sql), key=repr) for name, sql in asked.items()}

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.ledger)
        found = connection.execute(sql).fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        return found


def lived(folder: Path, kills: int) -> Iterator[Day]:
    clock, ledger, config = folder / "clock", folder / "book.db", folder / "watch.toml"
    with world(clock) as feeds:
        config.write_text(feeds.config())
        command = [
            sys.executable,
            "-m",
            "tests.pipeline.watch.living",
            str(config),
            str(ledger),
            str(clock),
            str(kills),
        ]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
        assert ran.returncode == 0, ran.stderr[-3000:]
        yield Day(ledger, ran.stdout.strip(), feeds)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("day")


@pytest.fixture
def calm(folder: Path) -> Iterator[Day]:
    """The day of a program that nobody kills, lived once for all tests."""
    if not (folder / "calm").exists():
        (folder / "calm").mkdir()
        for day in lived(folder / "calm", 0):
            (folder / "calm" / "said").write_text(day.said)
    with world(folder / "calm" / "clock") as feeds:
        yield Day(folder / "calm" / "book.db", (folder / "calm" / "said").read_text(), feeds)


def test_each_item_is_in_the_ledger_once(calm: Day) -> None:
    texts = calm.texts()
    for name in calm.world.sites:
        for number, text in calm.world.items(name, DAY - 600):
            had = texts.get(f"http://{name}.example/{number}")
            if had is None:
                assert is_told_missing(calm.gaps(name), number), f"item {number} of {name} is missing in silence"
            elif (name, number) == ("bravo", EDITED):
                assert had == [text.replace(" and 3 drones", ""), text]
            else:
                assert had == [text]
    assert sum(map(len, texts.values())) > 250
    assert not any("99 drones" in text for had in texts.values() for text in had)


def is_told_missing(gaps: list[FeedGap], number: int) -> bool:
    """Whether an item was published in a gap that the ledger says was never filled."""
    at = number * PERIOD
    return any(not gap.filled and _seconds(gap.start) < at < _seconds(gap.end) for gap in gaps)


def _seconds(moment: str | None) -> float:
    return (datetime.fromisoformat(moment or "") - START).total_seconds()


def test_each_gap_is_in_the_ledger(calm: Day) -> None:
    for name, spells in calm.world.spells.items():
        gaps = calm.gaps(name)
        for spell in spells:
            around = [gap for gap in gaps if _seconds(gap.start) <= spell.start * 3600 + 600 <= _seconds(gap.end)]
            assert len(around) == 1, f"{name}, {spell.start} h: {gaps}"
            assert _seconds(around[0].start) >= spell.start * 3600 - 700
            assert _seconds(around[0].end) >= spell.end * 3600
        assert len(gaps) == len(spells), gaps
    [hung_up] = [gap for gap in calm.gaps("delta") if not gap.filled]
    assert _seconds(hung_up.end) - _seconds(hung_up.start) > 12 * PERIOD  # more than the feed shows at a time
    assert all(gap.filled for name in ("alpha", "bravo", "charlie") for gap in calm.gaps(name))


def test_who_is_broken_is_told_within_two_intervals_and_why(calm: Day) -> None:
    with open_ledger(calm.ledger, create=False) as book:
        states = {name: book.feeds.states(name) for name in calm.world.sites}
    reasons = {}
    for name, spells in calm.world.spells.items():
        broken = [state for state in states[name] if state.state == "broken"]
        assert len(broken) == len(spells)
        for spell, state in zip(spells, broken, strict=True):
            assert _seconds(state.at) <= spell.start * 3600 + 2 * 600 + 60, "later than two intervals"
            reasons[name, spell.start] = state.reason
        assert [state.state for state in states[name]] == ["alive", *["broken", "alive"] * len(spells)]
    expected = {
        ("alpha", 3): "within 4 seconds",
        ("alpha", 8): "answers 429",
        ("bravo", 5): "answers 500",
        ("bravo", 10): "no whole answer",
        ("charlie", 6): "",
        ("charlie", 12): "169.254.169.254 is no public address",
        ("delta", 2): "larger than",
        ("delta", 12): "no whole answer",
    }
    for at, words in expected.items():
        assert words in reasons[at]


def test_who_asks_to_be_left_alone_is_left_alone(calm: Day) -> None:
    with open_ledger(calm.ledger, create=False) as book:
        hours = {hour.hour[11:13]: hour.polls for hour in book.feeds.hours("alpha", "")}
    assert hours["02"] == 6
    assert hours["08"] <= 4  # it asked for 25 minutes


def test_memory_is_flat(calm: Day) -> None:
    assert int(calm.said) < GROWTH


def test_killed_fifty_times_it_ends_with_the_same_ledger(calm: Day, folder: Path) -> None:
    (folder / "rough").mkdir()
    for rough in lived(folder / "rough", KILLS):
        assert rough.said == str(KILLS)
        here, there = calm.content(), rough.content()
        for table, rows in here.items():
            assert there[table] == rows, table
