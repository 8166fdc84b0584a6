"""The configuration: what is wrong is told by its key, with the cure, and secrets are never told."""

from pathlib import Path

import pytest

from purport.errors import UsageError
from purport.pipeline.watch.config import Secret, load
from purport.pipeline.watch.durations import seconds_of

ROOT = Path(__file__).resolve().parents[3]
FEED = '[[feed]]\nname = "A"\nkind = "rss"\nurl = "http://a.example/rss"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "watch.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_smallest_is_enough(tmp_path: Path) -> None:
    config = load(written(tmp_path, FEED))
    [feed] = config.feeds
    assert (feed.name, feed.kind, feed.where, feed.every) == ("A", "rss", "http://a.example/rss", "5 min")
    assert (config.allow_private, config.base) == (False, tmp_path)


def test_the_example_is_one() -> None:
    config = load(ROOT / "examples" / "watch.toml")
    assert {feed.kind for feed in config.feeds} == {"rss", "channel", "telegram", "folder"}


def test_every_key_is_documented() -> None:
    from purport.pipeline.watch import config

    page = (ROOT / "docs" / "watching.md").read_text(encoding="utf-8")
    for kind in (config.Config, config.FeedConfig, config.Telegram, config.Alerts, config.Webhook, config.Atom):
        for name in set(kind.__struct_encode_fields__) - {"base"}:
            assert f"`{name}`" in page or f"[{name}]" in page or f".{name}]" in page, name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["feed: there is none"]),
        ("x = ", ["no TOML"]),
        ("wrong = 1\n" + FEED, ["wrong"]),
        ('allow_private = "yes"\n' + FEED, ["allow_private", "bool"]),
        (FEED + 'evry = "5 min"\n', ["feed 'A'", "evry"]),
        (FEED + 'every = "often"\n', ["feed 'A', every", "often", '"5 min"']),
        (FEED + 'every = "0.1 s"\n', ["too short", "1 s is the least"]),
        (FEED + 'path = "x"\n', ["feed 'A', path", "means nothing for the kind 'rss'"]),
        ('[[feed]]\nname = "A"\nkind = "rss"\n', ["feed 'A', url", "is missing"]),
        ('[[feed]]\nname = "A"\nkind = "smtp"\n', ["feed 'A', kind", "smtp"]),
        ('[[feed]]\nkind = "rss"\n', ["feed 1", "name"]),
        (FEED + FEED, ["not a name of its own"]),
        ('[[feed]]\nname = "T"\nkind = "telegram"\nchannel = "t"\n', ["there is no key", "[telegram]"]),
        ('pause = "now"\n' + FEED, ["pause", "no length of time"]),
        (FEED + '[alerts]\ndelay = "x"\n', ["alerts.delay"]),
        (FEED + '[alerts.atom]\npath = "a"\nentries = 0\n', ["alerts.atom.entries"]),
        (FEED + '[alerts.webhook]\nurl = "http://a"\nsecret = "s3cret"\n', ["secret"]),
    ],
)
def test_what_is_wrong_is_told_by_its_key(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        load(written(tmp_path, text))
    assert caught.value.cure
    assert "watch.toml" in str(caught.value)
    for word in words:
        assert word in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load(tmp_path / "none.toml")


def test_secrets_come_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(" hidden\n")
    assert Secret(file="key").value(tmp_path) == "hidden"
    assert Secret(env="KEY").value(tmp_path, {"KEY": "hidden"}) == "hidden"
    for secret, words in (
        (Secret(env="KEY"), "KEY is not set"),
        (Secret(file="x"), "cannot be read"),
        (Secret(), "place"),
    ):
        with pytest.raises(UsageError, match=words):
            secret.value(tmp_path, {})


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90 s", 90), ("5 min", 300), ("5min", 300), ("1.5 h", 5400), ("2 days", 172800), ("5", None), ("min", None)],
)
def test_lengths_of_time(text: str, seconds: float | None) -> None:
    assert seconds_of(text) == seconds
