"""Incidents as lines and as rows."""

import csv
import io
import json
from typing import Any

import msgspec
import pytest

from purport.exports.incidents import INCIDENT_COLUMNS, write_incidents
from purport.model import Claim, Place, Quantity
from purport.model.incident import Incident, Setting
from tests.incidents.making import ROSTOV, RUSSIA, claim, incidents

KEYS = {
    "id",
    "kind",
    "attacker",
    "weapon",
    "outcome",
    "place",
    "time",
    "claims",
    "count",
    "implied",
    "people",
    "objects",
    "stance",
    "sides",
    "origins",
    "parent",
    "episode",
    "contradictions",
}


def lines(*found: Incident) -> list[dict[str, Any]]:
    out = io.BytesIO()
    assert write_incidents("jsonl", found, out) == len(found)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def rows(*found: Incident) -> list[dict[str, str]]:
    out = io.BytesIO()
    assert write_incidents("csv", found, out) == len(found)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))


def toll(*people: tuple[str, int | None, int | None], by: str = "Governor") -> Claim:
    return claim("casualties", ROSTOV, by=by, people=people)


def test_every_key_is_written_though_nothing_is_known() -> None:
    [line] = lines(*incidents(claim("alert", time=None, published=None, attacker=None, weapon=None, by="Somebody")))
    assert set(line) == KEYS
    assert [key for key in KEYS if line[key] is None] != []
    assert (line["place"], line["time"], line["count"], line["people"]) == (None, None, None, [])


def test_a_line_holds_the_slots_of_the_format() -> None:
    [line] = lines(*incidents(claim("interception", ROSTOV, n=44, outcome="destroyed", model="Bayraktar TB2")))
    assert line["weapon"] == {"class": "uav", "model": "Bayraktar TB2"}
    assert line["count"] == {"low": 44, "best": 44, "high": 44, "rule": "agreed"}
    assert set(line["place"]) == {"name", "role", "country", "region", "settlement", "lat", "lon", "precision"}
    assert line["time"] == {"start": "2025-03-04", "end": "2025-03-05"}
    assert set(line["sides"][0]) == {"side", "count", "people", "stance", "claims"}


def test_a_place_is_known_by_its_ids_in_every_form() -> None:
    town = Place(
        "Okhtyrka", "target", "UA", "UA-59", "Okhtyrka", 698625, None, 50.3, 34.9, "settlement", katottg="UA59080170010"
    )
    found = incidents(claim("damage", town, n=1))
    place = lines(*found)[0]["place"]
    assert (place["x_geonames"], place["x_katottg"]) == (698625, "UA59080170010")
    assert msgspec.json.decode(json.dumps(place), type=Setting) == found[0].place
    [row] = rows(*found)
    assert (row["geonames"], row["katottg"]) == ("698625", "UA59080170010")
    out = io.BytesIO()
    write_incidents("geojson", found, out)
    [feature] = json.loads(out.getvalue())["features"]
    assert (feature["properties"]["geonames"], feature["properties"]["katottg"]) == (698625, "UA59080170010")


def test_what_evidence_dates_is_marked_as_such() -> None:
    dated = claim("interception", ROSTOV, n=44)
    undated = claim("interception", ROSTOV, n=44, by="Governor", time=None, published=None)
    [line] = lines(*(one for one in incidents(undated, dated) if undated.id in one.claims))
    assert "x_basis" not in line["time"], "a claim's own words tell it as well"
    alone = claim("damage", ROSTOV, n=1, time=None, published=None, document=undated.document)
    found = {line["kind"]: line for line in lines(*incidents(undated, dated, alone))}
    assert found["damage"]["time"] is None or found["damage"]["time"]["x_basis"] == "evidence"


def test_lines_steer_no_terminal() -> None:
    [found] = incidents(claim("attack", ("RU-ROS", "Rostov\u202e Oblast")))
    out = io.BytesIO()
    write_incidents("jsonl", [found], out)
    assert "\u202e" not in out.getvalue().decode()
    assert json.loads(out.getvalue())["place"]["name"] == "Rostov\u202e Oblast"


def test_each_column_says_what_it_means_and_is_in_the_header() -> None:
    out = io.BytesIO()
    write_incidents("csv", [], out)
    assert out.getvalue().decode().strip().split(",") == list(INCIDENT_COLUMNS)
    assert all(meaning for meaning, _ in INCIDENT_COLUMNS.values())


def test_a_row_holds_what_its_line_does() -> None:
    found = incidents(
        claim("interception", RUSSIA, n=53, document="d"),
        claim("interception", ROSTOV, n=44, document="d"),
        claim("interception", ROSTOV, n=44, by="Staff"),
    )
    told = {row["id"]: row for row in rows(*found)}
    for line in lines(*found):
        row = told[line["id"]]
        assert (row["kind"], row["attacker"], row["weapon"], row["stance"]) == ("interception", "UA", "uav", "asserted")
        assert (row["place"], row["region"]) == (line["place"]["name"], line["place"]["region"] or "")
        assert [row["count_low"], row["count_best"], row["count_high"]] == [
            str(line["count"][key]) for key in ("low", "best", "high")
        ]
        assert row["implied_max"] == str((line["implied"] or {}).get("max") or "")
        assert (row["parent"], row["episode"]) == (line["parent"] or "", line["episode"])
        assert row["claims"].split("; ") == line["claims"]
        assert int(row["origins"]) == line["origins"]
    assert {row["sides"] for row in told.values()} == {"RU 53", "RU 44; UA 44"}


@pytest.mark.parametrize(
    ("people", "cell"),
    [
        ((("killed", 2, 2),), "killed 2"),
        ((("killed", 0, 0),), "killed 0"),
        ((("injured", 3, None, "children"),), "injured 3 (3..?) children"),
        ((("injured", None, 4),), "injured ? (?..4)"),
        ((("injured", 0, 4),), "injured 0 (0..4)"),
        ((("killed", 1, 1), ("missing", None, None)), "killed 1; missing ?"),
    ],
)
def test_tolls_in_a_cell(people: tuple[tuple[Any, ...], ...], cell: str) -> None:
    [row] = rows(*incidents(toll(*people)))
    assert row["people"] == cell


def test_a_cell_is_no_formula() -> None:
    [row] = rows(*incidents(claim("attack", ("RU-ROS", "=Rostov"))))
    assert row["place"] == "'=Rostov"


def test_bounds_that_are_open_are_empty_cells() -> None:
    [row] = rows(*incidents(claim("interception", ROSTOV, n=Quantity.at_least(41))))
    assert (row["count_low"], row["count_best"], row["count_high"], row["count_rule"]) == (
        "41",
        "41",
        "",
        "only bounds",
    )
