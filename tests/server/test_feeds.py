"""The desk tells how the feeds are that are watched into its ledger, and exports tell of holes."""

import json

import httpx

from purport.ledger import Ledger
from purport.ledger.feedrecords import FeedGap, FeedSetting, FeedState, Polled
from purport.pipeline.watch.health import Mark, encode_mark

FEED = FeedSetting("Example agency", "rss", "http://a.example/rss", 600)
AT = "2025-02-26T09:00:00+00:00"


def test_feeds_and_holes(desk: httpx.Client, book: Ledger) -> None:
    assert desk.get("/api/v1/feeds").json() == {"items": []}
    lines = desk.get("/api/v1/incidents.jsonl")
    gap = FeedGap(FEED.name, "2025-02-26T02:00:00+00:00", AT, "the server answers 500", filled=False)
    state = FeedState(FEED.name, AT, "alive", None, "")
    mark = encode_mark(Mark(polled=AT, succeeded=AT, state="alive", items=3))
    book.feeds.keep(Polled(feed=FEED, at=AT, before=None, mark=mark, states=(state,), gaps=(gap,)))
    [feed] = desk.get("/api/v1/feeds").json()["items"]
    assert (feed["name"], feed["state"], feed["heard"], feed["items"]) == (FEED.name, "alive", AT, 3)
    assert feed["gaps"][0]["reason"] == "the server answers 500"
    newer = desk.get("/api/v1/incidents.jsonl", headers={"If-None-Match": lines.headers["etag"]})
    assert newer.status_code == 200
    assert json.loads(newer.text.splitlines()[-1])["x_hole"]["feed"] == FEED.name
    assert "x_hole" in desk.get("/api/v1/claims.jsonl").text
    assert len(desk.get("/api/v1/claims.geojson").json()["x_holes"]) == 1
