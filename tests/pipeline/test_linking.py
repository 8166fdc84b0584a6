"""Incidents kept in a ledger are what linking all of its claims at once would give, whatever came when."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from purport.errors import NotFoundError
from purport.ledger import Entry, Ledger, Linking, Mark, linking, open_ledger
from purport.model import Claim, TimeSpan
from purport.model.incident import Judgement, Verdict, incident_id
from tests.incidents.making import KURSK, NEXT_NIGHT, ROSTOV, SARATOV, claim, town
from tests.pipeline.linked import LINKER, Clock, add, anew, entries, entry, kept, update, world

ROOT = Path(__file__).parents[2]


@pytest.fixture
def always_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first linking is of everything, however small the ledger."""
    monkeypatch.setattr(linking, "_MUCH", 1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "book.db") as ledger:
        yield ledger


def judgement(verdict: Verdict, *claims: str, value: object = None, number: int = 0) -> Judgement:
    at = f"2026-01-01T10:{number:02}:00+00:00"
    return Judgement(verdict=verdict, claims=claims, author="A", reason="seen", at=at, value=value)


def same(book: Ledger) -> None:
    """The ledger keeps what linking everything at once gives."""
    linked = anew(book)
    assert kept(book) == list(linked)
    assert book.datings() == list(linked.datings)


UNDATED: dict[str, Any] = {"time": None, "published": None}
HAND_MADE = [
    claim("interception", ROSTOV, n=44, document="a"),
    claim("interception", KURSK, document="a"),
    claim("interception", n=47, document="a", time=None),
    claim("interception", ROSTOV, n=44, by="Governor", weapon=None, attacker=None),
    claim("interception", ROSTOV, n=7, time="2025-03-05", by="Channel", published="2025-03-05T22:00:00+03:00"),
    claim("interception", ROSTOV, n=9, time=NEXT_NIGHT, published="2025-03-06T09:00:00+03:00"),
    claim("interception", ROSTOV, n=800, time=("2025-03-01", "2025-03-31"), published="2025-04-02"),
    claim("interception", ROSTOV, n=9000, time=("2025-01-01", "2025-12-31"), published="2026-01-02"),
    claim("interception", SARATOV, KURSK, n=5, by="Agency"),
    claim("interception", ROSTOV, n=44, by="Agency", document="undated", **UNDATED),
    claim("interception", n=53, by="Agency", document="undated", **UNDATED),
    claim("damage", town("Taganrog", "RU-ROS"), objects=[("port", "on_fire")]),
    claim("damage", town("Taganrog", "RU-ROS"), by="Governor", **UNDATED),
    claim("casualties", ROSTOV, people=[("killed", 2, 2)]),
    claim("casualties", ROSTOV, people=[("killed", 5, 5)], by="Governor", published="2025-03-07"),
]


def made_world() -> list[Claim]:
    """A few nights of the made world, some of its documents undated, and a few claims of a whole month."""
    chance = random.Random(7)  # noqa: S311
    claims = world(7, 9)
    undated = {c.document for c in claims if chance.random() < 0.05}
    claims = [replace(c, time=None, published=None) if c.document in undated else c for c in claims]
    return [replace(c, time=TimeSpan("2025-01-01", "2025-01-31")) if chance.random() < 0.01 else c for c in claims]


def versions(listed: list[Entry]) -> list[Entry]:
    """Of some documents another version, in which a claim is left out."""
    longer = [one for one in listed if len(one.claims or ()) > 1]
    return [entry(one.document.id, (one.claims or ())[1:]) for one in longer[::4]]


WORLDS = [[*found, *versions(found)] for found in (entries(HAND_MADE), entries(made_world()))]


@st.composite
def runs(draw: st.DrawFn) -> list[list[Entry]]:
    """Documents of one world in any order, some of them twice, split into runs."""
    listed = draw(st.sampled_from(WORLDS))
    chance = draw(st.randoms(use_true_random=False))
    order = [*listed, *chance.sample(listed, len(listed) // 6)]
    chance.shuffle(order)
    first = len(order) // 3
    cuts = sorted(draw(st.sets(st.integers(first, len(order) - 1), min_size=1, max_size=7)))
    return [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]


def judged(book: Ledger, chance: random.Random, number: int) -> None:
    """A judgement about claims of the book."""
    found = kept(book)
    one, other = (chance.choice(found) for _ in range(2))
    first, second = one.claims[0], other.claims[0]
    together = [incident.claims for incident in found if len(incident.claims) > 1]
    made = [
        judgement("rejected", first, number=number),
        judgement("count", first, value={"min": 7, "max": 7}, number=number),
        judgement("place", first, value=KURSK_PLACE, number=number),
        judgement("time", first, value={"start": "2026-01-02", "end": "2026-01-03"}, number=number),
        judgement("attacker", first, value=chance.choice(["RU", "UA", None]), number=number),
        judgement("weapons", first, value=[{"class": "ballistic_missile", "model": None}], number=number),
        judgement("outcome", first, value=None, number=number),
        judgement("stance", first, value="threatened", number=number),
        judgement("people", first, value=[{"effect": "killed", "min": 2, "max": 2}], number=number),
        *([judgement("different", *chance.choice(together)[:2], number=number)] if together else []),
        *([judgement("same", first, second, number=number)] if first != second and one.kind == other.kind else []),
        *(judgement("undo", value=made_first.id, number=number) for made_first in book.judgements()[:1]),
    ]
    book.judge(chance.choice(made))


KURSK_PLACE = {
    "name": "Kursk Oblast",
    "role": "target",
    "country": "RU",
    "region": "RU-KRS",
    "settlement": None,
    "geonames": None,
    "code": "RU-KRS",
    "lat": None,
    "lon": None,
    "precision": "region",
}


@pytest.mark.usefixtures("always_near")
@settings(max_examples=15)
@given(runs(), st.randoms(use_true_random=False))
def test_whatever_came_when_the_incidents_are_those_of_all_claims(
    parts: list[list[Entry]], chance: random.Random
) -> None:
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "book.db") as book:
        clock, states = Clock(), []
        for number, part in enumerate(parts):
            add(book, part)
            update(book, clock)
            states.append((clock.now, kept(book), book.datings()))
            judged(book, chance, number)
        update(book, clock)
        same(book)
        for at, incidents, datings in states:
            assert list(book.incidents(as_of=at)) == incidents
            assert book.datings(as_of=at) == datings


def rows(place: Path, table: str) -> int:
    connection = sqlite3.connect(place)
    try:
        number: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return number
    finally:
        connection.close()


@pytest.mark.usefixtures("always_near")
def test_a_new_document_writes_only_what_it_changes(book: Ledger, tmp_path: Path) -> None:
    add(book, entries(HAND_MADE))
    assert update(book)
    before = rows(tmp_path / "book.db", "incident_versions")
    add(book, [entry("new", [claim("casualties", ROSTOV, people=[("killed", 6, 6)], published="2025-03-08")])])
    assert update(book)
    assert rows(tmp_path / "book.db", "incident_versions") == before + 1
    same(book)


def test_what_is_linked_is_not_linked_again(book: Ledger, tmp_path: Path) -> None:
    add(book, entries(HAND_MADE))
    assert update(book)
    add(book, entries(HAND_MADE))
    assert not update(book)
    assert rows(tmp_path / "book.db", "linkings") == 1


def test_another_linker_links_everything_anew(book: Ledger, tmp_path: Path) -> None:
    add(book, entries(HAND_MADE))
    update(book)
    states, cells = (rows(tmp_path / "book.db", table) for table in ("incident_versions", "claim_cells"))
    assert update(book, linker=type(LINKER)(LINKER.who, LINKER.locate, "links/next"))
    assert rows(tmp_path / "book.db", "incident_versions") == states
    assert rows(tmp_path / "book.db", "claim_cells") == 2 * cells


def test_the_slower_of_two_linkings_is_not_kept(book: Ledger) -> None:
    add(book, entries(HAND_MADE))
    update(book)
    late = Linking("2026-01-01T00:00:00+00:00", "test", LINKER.name, Mark(9, 9, 9), (), (), ())
    assert not book.keep_linking(0, late)
    assert not update(book)


@pytest.mark.usefixtures("always_near")
def test_an_id_from_before_two_were_joined_finds_the_one_that_remains(book: Ledger) -> None:
    early = claim("interception", ROSTOV, n=4, published="2025-03-05T07:00:00+03:00")
    late = claim("interception", ROSTOV, n=9, by="Governor", published="2025-03-05T12:00:00+03:00")
    book_of = {one.id: incident_id(one.id, "RU-ROS") for one in (early, late)}
    add(book, entries([early, late]))
    book.judge(judgement("different", early.id, late.id))
    update(book)
    assert book.incident(book_of[late.id]).claims == (late.id,)
    book.judge(judgement("undo", value=book.judgements()[0].id, number=1))
    book.judge(judgement("same", early.id, late.id, number=2))
    update(book)
    for wanted in (*book_of.values(), book_of[late.id][:9]):
        assert book.incident(wanted).claims == (early.id, late.id)
    book.judge(judgement("different", early.id, late.id, number=3))
    book.judge(judgement("undo", value=book.judgements()[-2].id, number=4))
    update(book)
    assert book.incident(book_of[late.id]).claims == (late.id,)
    with pytest.raises(NotFoundError, match="no incident"):
        book.incident("i0000000000000000")
    with pytest.raises(NotFoundError, match="several incidents"):
        book.incident("i")


@pytest.mark.usefixtures("always_near")
def test_changes_are_those_of_linkings_after_a_moment(book: Ledger) -> None:
    clock = Clock()
    add(book, entries(HAND_MADE))
    update(book, clock)
    between = clock.now
    add(book, [entry("new", [claim("casualties", ROSTOV, people=[("killed", 6, 6)], published="2025-03-08")])])
    update(book, clock)
    before, now = book.changed_incidents(between)
    assert [incident.people[0].best for incident in (*before, *now)] == [5, 6]
    assert before[0].id == now[0].id


def test_nights_episodes_and_parts_are_found_as_linked(book: Ledger) -> None:
    add(book, entries(made_world()))
    update(book)
    found = kept(book)
    part = next(incident for incident in found if incident.parent)
    assert list(book.incidents(parent=part.parent)) == [i for i in found if i.parent == part.parent]
    assert list(book.incidents(episode=part.episode)) == [i for i in found if i.episode == part.episode]


def test_states_are_never_changed_or_taken_out(book: Ledger, tmp_path: Path) -> None:
    add(book, entries(HAND_MADE))
    book.judge(judgement("rejected", HAND_MADE[0].id))
    update(book)
    connection = sqlite3.connect(tmp_path / "book.db")
    tables = ("linkings", "claim_cells", "incident_versions", "incident_claims", "dating_versions", "judgements")
    for table in tables:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table
        column = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(statement)
    connection.close()


GROWING = """
import sys
from purport.ledger import open_ledger
from tests.pipeline.linked import add, update
from tests.pipeline.test_linking import WORLDS
print("growing", flush=True)
with open_ledger(sys.argv[1], timeout=30) as book:
    for one in range(0, len(WORLDS[1]), 20):
        add(book, WORLDS[1][one:one + 20])
        update(book)
"""


def test_a_linking_killed_again_and_again_is_caught_up_by_the_next(tmp_path: Path) -> None:
    chance, killed, place = random.Random(5), 0, tmp_path / "book.db"  # noqa: S311
    open_ledger(place).close()
    for _ in range(4):
        with subprocess.Popen([sys.executable, "-c", GROWING, place], cwd=ROOT, stdout=subprocess.PIPE) as growing:
            assert growing.stdout
            growing.stdout.readline()
            time.sleep(chance.uniform(0.05, 0.6))
            growing.send_signal(signal.SIGKILL)
            killed += growing.wait(60) == -signal.SIGKILL
    assert killed >= 2, "too few kills came in time for the test to mean anything"
    with open_ledger(place) as book:
        update(book)
        same(book)
        add(book, WORLDS[1])
        update(book)
        same(book)
