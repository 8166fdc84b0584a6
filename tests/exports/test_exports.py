"""Each form holds what it says it holds, and says what it lost."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.errors import UsageError
from purport.exports import EXPORTS, export_named, write_csv, write_geojson, write_jsonl
from purport.exports.csv import COLUMNS
from purport.exports.safe import escape_json, inert_cell, visible
from purport.model import Attribution, Candidate, Claim, People, Place, Quantity, Source, Thing, TimeSpan, Weapon
from purport.model.codec import decode_claim, encode_claim
from purport.model.reading import Reading
from tests.model import strategies
from tests.pipeline.fakes import REGION, document

ONE = document("=one", "-2 drones fell in two places\x1b[2J\u202e.")
TOWN = Place(
    "Trostianets",
    "origin",
    "UA",
    "UA-59",
    "Trostianets",
    1,
    None,
    50.5,
    34.75,
    "settlement",
    katottg="UA59080290010",
    candidates=(Candidate("Trostianets", "UA", "UA-05", 2, 48.5, 29.2),),
)
SEA = Place("Black Sea", "target", None, None, None, None, None, None, None, "sea")
FULL = Claim.of(
    ONE,
    kind="damage",
    start=0,
    end=len(ONE.text),
    attacker="RU",
    weapons=(Weapon("uav", "Shahed-136/131"), Weapon("missile")),
    count=Quantity.about(2),
    places=(REGION, TOWN, SEA),
    time=TimeSpan("2024-04-04", "2024-04-05T06:00", zone="Europe/Kyiv"),
    objects=(Thing("port", "on_fire"),),
    people=(People("injured", 3, 3, "civilians"), People("killed", None, 2), People("missing", None, None)),
    attribution=(Attribution(Source("The mayor", "official"), "said"), Attribution(Source("Wire", "agency"), "citing")),
)
BARE = Claim.of(ONE, kind="alert", start=3, end=9)
READINGS = [Reading("=one", (FULL, BARE)), Reading("none", ())]


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_jsonl_carries_all() -> None:
    out = io.BytesIO()
    account = write_jsonl(READINGS, out)
    lines = out.getvalue().splitlines()
    assert [decode_claim(line) for line in lines[:2]] == [FULL, BARE]
    assert json.loads(lines[2]) == {"document": "none"}
    assert (account.claims, account.documents, account.lines()) == (2, 2, [])


def test_csv_has_a_row_for_each_claim() -> None:
    out = io.BytesIO()
    account = write_csv(READINGS, out)
    full, bare = table(out.getvalue())
    assert list(full) == list(COLUMNS)
    assert full["document"] == "'=one"
    assert full["quote"] == "'-2 drones fell in two places␛[2J\N{REPLACEMENT CHARACTER}."
    assert full["weapons"] == "uav (Shahed-136/131); missile"
    assert (full["count_min"], full["count_max"], full["count_approx"]) == ("2", "2", "1")
    assert full["places"] == "Sumy Oblast; Trostianets; Black Sea"
    assert full["regions"] == "UA-59; UA-59; "
    assert full["lat"] == "51.0; 50.5; "
    assert full["katottg"] == "; UA59080290010; "
    assert full["geonames"].split("; ")[1] == "1"
    assert full["people"] == "injured 3 civilians; killed ..2; missing ?"
    assert full["sources"] == "The mayor; Wire"
    assert (full["event_start"], full["event_end"], full["zone"]) == ("2024-04-04", "2024-04-05T06:00", "Europe/Kyiv")
    assert {bare[name] for name in ("count_min", "places", "event_start", "sources", "lat", "count_approx")} == {""}
    assert account.claims == 2
    assert account.losses == {
        "cell made inert: it held control characters or began like a formula": 3,
        "document without claims has no row": 1,
        "place whose other candidates have no column": 1,
        "claim whose chain's kinds, sides and cues have no column": 1,
    }


def test_a_number_below_zero_stays_a_number() -> None:
    south = Place("Nowhere", "target", None, None, None, None, None, -33.5, 18.25, "settlement")
    out = io.BytesIO()
    write_csv([Reading("a", (Claim.of(ONE, kind="attack", start=0, end=5, places=(south,)),))], out)
    assert table(out.getvalue())[0]["lat"] == "-33.5"


def test_geojson_has_a_feature_for_each_place() -> None:
    out = io.BytesIO()
    account = write_geojson(READINGS, out)
    collection = json.loads(out.getvalue())
    assert collection["type"] == "FeatureCollection"
    region, town, sea, bare = collection["features"]
    assert region["geometry"] == {"type": "Point", "coordinates": [34.0, 51.0]}  # longitude first
    assert (region["properties"]["precision"], region["properties"]["role"]) == ("region", "target")
    assert (town["properties"]["place"], town["properties"]["role"]) == ("Trostianets", "origin")
    assert sea["geometry"] is None
    assert bare["geometry"] is None
    assert bare["properties"]["place"] is None
    assert len({feature["id"] for feature in collection["features"]}) == 4
    assert town["properties"]["claim"] == FULL.id
    assert town["properties"]["quote"] == FULL.quote
    assert account.losses == {
        "region stands as a point, its extent is not known": 1,
        "place without a known point has no geometry": 1,
        "claim without a place has no geometry": 1,
        "document without claims has no feature": 1,
    }


@pytest.mark.parametrize("form", list(EXPORTS))
def test_nothing_to_write_is_still_a_file_of_that_form(form: str) -> None:
    out = io.BytesIO()
    account = export_named(form)([], out)
    assert (account.claims, account.lines()) == (0, [])
    if form == "geojson":
        assert json.loads(out.getvalue())["features"] == []


@given(st.lists(strategies.claims(), max_size=3))
def test_every_claim_is_carried(claims: list[Claim]) -> None:
    readings = [Reading("x", tuple(claims))]
    outs = {form: io.BytesIO() for form in EXPORTS}
    for form, out in outs.items():
        assert export_named(form)(readings, out).claims == len(claims)
    if claims:
        assert [decode_claim(line) for line in outs["jsonl"].getvalue().splitlines()] == claims
    assert len(table(outs["csv"].getvalue())) == len(claims)
    features = json.loads(outs["geojson"].getvalue())["features"]
    assert [feature["properties"]["claim"] for feature in features] == [
        c.id for c in claims for _ in c.places or (None,)
    ]


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UsageError, match="shapefile"):
        export_named("shapefile")


@given(st.text())
def test_what_is_shown_steers_nothing_and_keeps_its_length(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert not set(shown) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(strategies.claims())
def test_escaped_json_is_the_same_value(claim: Claim) -> None:
    line = escape_json(encode_claim(claim))
    assert decode_claim(line) == claim
    assert visible(line.decode()) == line.decode()


@pytest.mark.parametrize("cell", ["=1+1", "+7 900", "-5", "@sum", "\t=1", "\r=1", " =1", "\u200e=1"])
def test_what_begins_like_a_formula_is_made_inert(cell: str) -> None:
    assert inert_cell(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "a=1", "5 drones", "'quoted"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert inert_cell(cell) == cell
