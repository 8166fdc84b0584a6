"""The model's forms are those of the interchange formats, as their own pages list them."""

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from purport.model import KINDS, Claim, Document, Effect, Harm, ObjectType, Place, Stance, WeaponClass
from purport.model.incident import Incident


def table_keys(page: str) -> set[str]:
    """The keys in the first column of the page's first table."""
    table = page.split("| --- |", 1)[1].split("\n\n", 1)[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))


def listed(page: str, what: str) -> list[str]:
    """The names in the item of the page's lists that begins with `what`."""
    found = re.search(rf"^- {what}: (.*)$", page, re.MULTILINE)
    assert found, f"no list of {what}"
    return re.findall(r"`(\w+)`", found[1])


def written(record: type[Any]) -> set[str]:
    """The keys that a record is written with, the product's own left out."""
    names = {field.encode_name for field in msgspec.structs.fields(record)}
    return {name for name in names if not name.startswith("x_")}


@pytest.fixture(scope="module")
def claims_page(shared: Path) -> str:
    return (shared / "format" / "CLAIMS.md").read_text(encoding="utf-8")


def test_a_claim_has_the_listed_keys(claims_page: str) -> None:
    assert written(Claim) == table_keys(claims_page) | {"id", "published", "publisher"}


def test_a_place_has_the_listed_keys(claims_page: str) -> None:
    assert written(Place) == {"name", "role", "country", "region", "settlement"} | {
        "geonames",
        "code",
        "lat",
        "lon",
        "precision",
    }
    assert all(f"`{name}`" in claims_page for name in ("geonames", "code", "lat", "lon", "precision"))


def test_a_document_has_the_listed_keys(shared: Path) -> None:
    assert written(Document) == table_keys((shared / "format" / "DOCUMENTS.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("weapon classes", get_args(WeaponClass)),
        ("object types", get_args(ObjectType)),
        ("object effects", get_args(Effect)),
        ("people effects", get_args(Harm)),
    ],
)
def test_the_lists_are_those_of_the_page(claims_page: str, what: str, names: tuple[str, ...]) -> None:
    assert sorted(names) == sorted(listed(claims_page, what))


def test_the_kinds_are_those_of_the_page(claims_page: str) -> None:
    ten = claims_page.split("## The ten kinds", 1)[1].split("## ", 1)[0]
    assert sorted(KINDS) == sorted(re.findall(r"^\| `(\w+)` \|", ten, re.MULTILINE))


def test_the_stances_are_those_of_the_page(claims_page: str) -> None:
    row = next(line for line in claims_page.splitlines() if line.startswith("| `stance`"))
    assert sorted(get_args(Stance)) == sorted(re.findall(r"`(\w+)`", row.split("|")[2]))


def test_an_incident_has_the_listed_keys(shared: Path) -> None:
    assert written(Incident) == table_keys((shared / "format" / "INCIDENTS.md").read_text(encoding="utf-8"))
