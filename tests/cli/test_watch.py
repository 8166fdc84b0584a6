"""`purport watch` and `purport feeds` as people run them."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from tests.cli.conftest import Purport
from tests.sources.web.serving import Site, serving

ROOT = Path(__file__).resolve().parents[2]
ITEM = "<item><title>T</title><link>http://a.example/1</link><description>A calm night.</description></item>"
RSS = f'<?xml version="1.0"?><rss version="2.0"><channel><title>A</title>{ITEM}</channel></rss>'.encode()
_PATIENCE = 60.0


@pytest.fixture(autouse=True)
def _loopback(socket_enabled: None) -> None:
    """Sockets, to this machine alone."""
    del socket_enabled
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def config(folder: Path, site: Site, head: str = "allow_private = true\n") -> str:
    path = folder / "watch.toml"
    path.write_text(f'{head}[[feed]]\nname = "A"\nkind = "rss"\nurl = "{site.url}/feed"\nevery = "1 s"\n')
    return str(path)


def test_once_and_how_the_feeds_are(purport: Purport, site: Site, tmp_path: Path) -> None:
    site.on("/feed", body=RSS)
    result = purport("watch", config(tmp_path, site), "--once", "--ledger", "b.db")
    assert (result.status, result.out) == (0, "")
    assert "1 new document" in result.err
    assert purport("watch", config(tmp_path, site), "--once", "--ledger", "b.db", "-q").err == ""
    table = purport("feeds", "--ledger", "b.db")
    assert "alive" in table.out
    [feed] = [json.loads(line) for line in purport("feeds", "--ledger", "b.db", "--format", "jsonl").lines]
    assert (feed["name"], feed["kind"], feed["state"], feed["items"], feed["gaps"]) == ("A", "rss", "alive", 1, [])


def test_what_cannot_be_had_is_told(purport: Purport, site: Site, tmp_path: Path) -> None:
    site.on("/feed", 500)
    result = purport("watch", config(tmp_path, site), "--once", "--ledger", "b.db")
    assert result.status == 1
    assert "answers 500" in result.err
    assert "no feed could be had" in result.err
    purport("watch", config(tmp_path, site), "--once", "--ledger", "b.db")
    [feed] = [json.loads(line) for line in purport("feeds", "--ledger", "b.db", "--format", "jsonl").lines]
    assert feed["state"] == "broken"
    assert "answers 500" in feed["reason"]
    assert [(gap["end"], gap["filled"]) for gap in feed["gaps"]] == [(None, False)]


def test_a_private_address_is_refused(purport: Purport, site: Site, tmp_path: Path) -> None:
    site.on("/feed", body=RSS)
    result = purport("watch", config(tmp_path, site, head=""), "--once", "--ledger", "b.db")
    assert result.status == 1
    assert "127.0.0.1 is no public address" in result.err
    assert "allow_private" in result.err
    assert site.asked == []


def test_the_configurations_ledger_lies_beside_it(purport: Purport, site: Site, tmp_path: Path) -> None:
    site.on("/feed", body=RSS)
    (tmp_path / "etc").mkdir()
    head = 'allow_private = true\nledger = "own.db"\n'
    assert purport("watch", config(tmp_path / "etc", site, head), "--once").status == 0
    assert (tmp_path / "etc" / "own.db").exists()
    assert not (tmp_path / "purport.db").exists()


def test_a_wrong_configuration_is_wrong_usage(purport: Purport, tmp_path: Path) -> None:
    (tmp_path / "watch.toml").write_text("feeds = 1\n")
    result = purport("watch", "watch.toml", "--once")
    assert result.status == 2
    assert "feeds" in result.err
    assert purport("watch", "none.toml").status == 2


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_whole(site: Site, tmp_path: Path, sign: signal.Signals) -> None:
    site.on("/feed", body=RSS)
    command = [sys.executable, "-m", "purport", "watch", config(tmp_path, site), "--ledger", str(tmp_path / "b.db")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as running:
        deadline = time.monotonic() + _PATIENCE
        while len(site.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        running.send_signal(sign)
        _, said = running.communicate(timeout=_PATIENCE)
    assert running.returncode == 0, said
    assert "1 new document" in said
