"""Alerts: each at least once to the webhook, once in the ledger, and in a file that feed readers read."""

import hashlib
import hmac
import io
import itertools
import json
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import feedparser
import pytest
from msgspec import structs

from purport.model.incident import Incident, Setting
from purport.pipeline.changes import Change
from purport.pipeline.watch.alerts import alerts_of
from purport.pipeline.watch.atom import write_atom
from tests.pipeline.watch.watching import Room, rss
from tests.sources.web.serving import Site

AT = "2024-04-05T00:00:00+00:00"


def config(site: Site, alerts: str, feed: str = "/feed") -> str:
    head = 'allow_private = true\npause = "0 s"\n[[feed]]\nname = "A"\nkind = "rss"\nevery = "10 min"\n'
    return f'{head}url = "{site.url}{feed}"\n{alerts}'


def hook(site: Site, more: str = "") -> str:
    return f'[alerts.webhook]\nurl = "{site.url}/hook"\n{more}'


def told(site: Site) -> list[dict[str, Any]]:
    return [json.loads(body) for body in site.sent]


def test_a_new_incident_is_told_once(here: Room, site: Site) -> None:
    site.on("/feed", body=rss("Over Sumy 7 drones fell, the army said."))
    site.on("/hook", 204)
    here.run(config(site, hook(site)), hours=1)
    here.run(config(site, hook(site)), hours=1)
    [one] = [alert for alert in told(site) if alert["what"] == "new"]
    assert one["incident"]["kind"] == "interception"
    assert one["incident"]["count"]["best"] == 7
    assert one["incident"]["place"]["name"] == "Sumy Oblast"
    assert "lat" not in json.dumps(one)
    [(_, headers)] = [asked for asked in site.asked if asked[1].get("x-purport-id") == one["id"]]
    assert headers["content-type"] == "application/json"


def test_what_was_in_the_book_before_is_no_news(here: Room, site: Site) -> None:
    site.on("/feed", body=rss("Over Sumy 7 drones fell."))
    site.on("/hook", 204)
    here.run(config(site, ""), hours=1)
    here.run(config(site, hook(site)), hours=1)
    assert told(site) == []


def test_a_contradiction_is_told(here: Room, site: Site) -> None:
    site.on("/feed", body=rss("Over Sumy 7 drones fell, the army said."))
    site.on("/hook", 204)
    here.run(config(site, hook(site)), hours=1)
    site.on("/feed", body=rss("Over Sumy 7 drones fell, the army said.", "Over Sumy 40 drones fell, the mayor said."))
    here.run(config(site, hook(site)), hours=1)
    contradicted = [alert for alert in told(site) if alert["what"] == "contradicted"]
    if not any(one.contradictions for one in here.book.incidents()):
        pytest.fail("the linker sees no contradiction: the test means nothing")
    assert [alert["contradiction"]["about"] for alert in contradicted] == ["count"]
    assert len({alert["id"] for alert in told(site)}) == len(told(site))


def test_a_broken_feed_is_told_within_two_intervals(here: Room, site: Site) -> None:
    site.on("/feed", 500)
    site.on("/hook", 204)
    here.run(config(site, hook(site)), hours=0.4)
    [one] = told(site)
    assert (one["what"], one["feed"], one["state"]) == ("feed", "A", "broken")
    assert "500" in one["reason"]
    assert one["at"] <= "2024-04-05T00:20:00+00:00"


def test_what_is_not_taken_is_sent_again_in_order(here: Room, site: Site) -> None:
    moments: list[float] = []

    def refuse(handler: BaseHTTPRequestHandler) -> None:
        moments.append(here.clock.seconds)
        handler.send_error(503 if len(moments) < 4 else 200)

    site.does("/hook", refuse)
    site.on("/feed", body=rss("Over Sumy 7 drones fell.", "Over Sumy 900 drones fell."))
    here.run(config(site, hook(site)), hours=2)
    ids = [alert["id"] for alert in told(site)]
    assert ids[:4] == [ids[0]] * 4
    assert len(set(ids)) == len(ids) - 3
    pauses = [later - former for former, later in itertools.pairwise(moments[:4])]
    assert pauses == sorted(pauses)
    assert pauses[0] >= 30


def test_a_signature_is_the_bodys(here: Room, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOOK_SECRET", "hidden")
    site.on("/feed", body=rss("Over Sumy 7 drones fell."))
    site.on("/hook", 200)
    here.run(config(site, hook(site, 'secret = { env = "HOOK_SECRET" }\n')), hours=0.1)
    [body] = site.sent
    signed = [headers["x-purport-signature"] for path, headers in site.asked if path == "/hook"]
    assert signed == ["sha256=" + hmac.new(b"hidden", body, hashlib.sha256).hexdigest()]


def test_an_inner_webhook_is_refused_unless_that_is_allowed(here: Room, site: Site) -> None:
    (here.folder / "in").mkdir()
    (here.folder / "in" / "a.txt").write_text("Over Sumy 7 drones fell.")
    folder = '[[feed]]\nname = "F"\nkind = "folder"\npath = "in"\nsettle = "0 s"\n'
    site.on("/hook", 200)
    here.run(folder + hook(site), hours=0.1)
    assert here.book.feeds.last_alert() > 0
    assert site.asked == []


def test_alerts_wait_for_their_delay(here: Room, site: Site) -> None:
    site.on("/feed", body=rss("Over Sumy 7 drones fell."))
    site.on("/hook", 200)
    delayed = '[alerts]\ndelay = "2 h"\n' + hook(site)
    here.run(config(site, delayed), hours=1.9)
    assert told(site) == []
    here.run(config(site, delayed), hours=0.3)
    assert [alert["what"] for alert in told(site)] == ["new"]


def test_a_feed_reader_reads_the_file(here: Room, site: Site) -> None:
    site.on("/feed", body=rss("Over Sumy 7 drones fell.", "Over Sumy 900 drones fell."))
    here.run(config(site, '[alerts.atom]\npath = "alerts.xml"\ntitle = "A & <B>"\nentries = 2\n'), hours=1)
    data = (here.folder / "alerts.xml").read_bytes()
    found = feedparser.parse(io.BytesIO(data))
    assert not found.bozo
    assert found.feed.title == "A & <B>"
    assert 0 < len(found.entries) <= 2
    assert all(entry.id.startswith("urn:purport:x") for entry in found.entries)
    here.run(config(site, '[alerts.atom]\npath = "alerts.xml"\ntitle = "A & <B>"\nentries = 2\n'), hours=1)
    assert [e.id for e in feedparser.parse(io.BytesIO((here.folder / "alerts.xml").read_bytes())).entries] == [
        e.id for e in found.entries
    ]


def incident(place: Setting | None) -> Incident:
    return Incident(
        id="i1",
        kind="impact",
        attacker="RU",
        weapon=None,
        outcome="hit",
        place=place,
        time=None,
        claims=("c1",),
        count=None,
        implied=None,
        people=(),
        objects=(),
        stance="asserted",
        sides=(),
        origins=1,
        parent=None,
        episode="e1",
        contradictions=(),
    )


def test_no_place_finer_than_a_settlement_is_told() -> None:
    site = Setting("Oil depot No. 7", "target", "RU", "RU-ROS", "Millerovo", 48.92, 40.39, "site")
    nowhere = structs.replace(site, settlement=None)
    for place, name, precision in ((site, "Millerovo", "settlement"), (nowhere, "RU-ROS", "region")):
        one = incident(place)
        [alert] = alerts_of([Change("new", one, one, None)], AT)
        told = json.loads(alert.record)["incident"]["place"]
        assert (told["name"], told["precision"]) == (name, precision)
        assert "depot" not in alert.record
        assert "48.9" not in alert.record
    [alert] = alerts_of([Change("new", incident(None), incident(None), None)], AT)
    assert json.loads(alert.record)["incident"]["place"] is None


def test_what_is_no_xml_does_not_break_the_file(tmp_path: Path) -> None:
    strange = Setting("A\x00\x1b<b>&\ufffe", "target", "RU", None, "A", None, None, "settlement")
    [alert] = alerts_of([Change("new", incident(strange), incident(strange), None)], AT)
    write_atom(tmp_path / "a.xml", "T\x07", [alert], AT)
    assert not feedparser.parse(io.BytesIO((tmp_path / "a.xml").read_bytes())).bozo
