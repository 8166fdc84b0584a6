"""Pictures and videos on the command line: listed, shown, judged; never loaded by themselves."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytest_socket import socket_allow_hosts

from purport.model import Media
from tests.cli.conftest import Purport
from tests.pipeline.fakes import document, write_lines

URL = "https://pictures.example.org/a.jpg"


@pytest.fixture
def kept(purport: Purport, tmp_path: Path) -> Purport:
    photo = Media("A broken window.", URL, "photo", "Agency")
    video = Media(url="video_files/v.mp4", kind="video")
    write_lines(tmp_path / "a.jsonl", replace(document("a", "7 drones"), media=(photo, video)), document("b", "none"))
    assert purport("read", "a.jsonl", "--quiet").status == 0
    return purport


def _ids(purport: Purport) -> list[str]:
    return [json.loads(line)["id"] for line in purport("media", "--jsonl").lines]


def test_media_are_listed(kept: Purport) -> None:
    result = kept("media")
    assert result.status == 0
    assert ["photo" in result.lines[1], "video" in result.lines[2]] == [True, True]
    assert "2 pictures and videos" in result.err
    assert kept("media", URL).err == "1 picture or video\n"
    assert [line.split()[0] for line in kept("media", "a").lines[1:]] == [id_[:9] for id_ in _ids(kept)]
    assert kept("media", "b").lines == result.lines[:1]
    assert kept("media", "nothing").status == 1


def test_a_document_shows_its_media_and_what_was_found_of_them(kept: Purport) -> None:
    photo, video = _ids(kept)
    told = kept("judge", "media", URL, "--genuine", "--place", "Sumy Oblast", "--time", "2024-05-06", "--reason", "sky")
    assert told.status == 0, told.err
    assert kept("judge", "media", video[:8], "--not-genuine", "--reason", "an old film").status == 0
    shown = kept("show", "a").out
    assert f"{photo} · photo · A broken window. · Agency · {URL}" in shown
    assert "genuine, Sumy Oblast" in shown
    assert "not genuine; an old film" in shown
    [line, _] = map(json.loads, kept("media", "--jsonl").lines)
    assert (line["found"][0]["genuine"], line["found"][0]["place"]["region"]) == (True, "UA-59")
    assert line["found"][0]["time"]["start"] == "2024-05-06"
    [listed] = [line for line in kept("judge", "list").lines if "Sumy Oblast" in line]
    assert f"media → {photo}: genuine" in listed
    undone = kept("judge", "undo", listed.split()[0], "--reason", "wrong")
    assert undone.status == 0
    assert "Sumy Oblast" not in kept("show", "a").out


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ([URL], 2, "what was found is missing"),
        ([], 2, "one picture or video"),
        (["mffff", "--genuine"], 1, "no document shows"),
        ([URL, "--time", "yesterday"], 2, "is no time"),
        ([URL, "--place", "Nowhere"], 2, "the gazetteer knows no"),
    ],
)
def test_what_is_no_finding_is_refused(kept: Purport, arguments: list[str], status: int, told: str) -> None:
    result = kept("judge", "media", *arguments, "--reason", "seen")
    assert (result.status, result.out) == (status, "")
    assert told in result.err
    assert kept("judge", "list").lines == []


def test_files_are_fetched_only_where_that_is_asked_for_and_never_from_inner_addresses(
    purport: Purport, socket_enabled: None
) -> None:
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    media = (Media(url="http://127.0.0.1:9/a.jpg", kind="photo"),)
    write_lines(Path("a.jsonl"), replace(document("a", "7 drones"), media=media))
    assert purport("read", "a.jsonl", "--quiet").status == 0
    assert purport("media", "--download", "files").status == 2
    result = purport("media", "a", "--download", "files")
    assert result.status == 1
    assert "no public address" in result.err
    assert not Path("files").exists()
