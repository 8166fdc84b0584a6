"""What a place is looked for by."""

import pytest
from msgspec import structs

from purport.model import Hints, Place, PlaceMention, View
from purport.pipeline.stages import place_terms
from tests.pipeline.fakes import REGION

TOWN = structs.replace(REGION, name="Sumy", settlement="Sumy", precision="settlement")


class Atlas:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, view: View, hints: Hints) -> list[PlaceMention]:
        del hints
        self.asked.append(view.plain)
        known = {"Сумщина": REGION, "Sumy Oblast": REGION, "Суми": TOWN}
        return [PlaceMention(0, len(view.plain), known[view.plain])] if view.plain in known else []

    def by_code(self, code: str) -> Place | None:
        return REGION if code == REGION.code else None


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("Сумщина", ("Сумщина", "UA-59")),
        ("sumy oblast", ("sumy oblast", "UA-59")),
        ("Суми", ("Суми", "Sumy")),
        ("Nowhere", ("Nowhere",)),
    ],
)
def test_a_region_is_looked_for_by_its_code_and_a_town_by_its_english_name(name: str, terms: tuple[str, ...]) -> None:
    assert place_terms(name, Atlas()) == terms


@pytest.mark.parametrize("code", ["UA", "ru-ros", " UA-59 "])
def test_a_code_needs_no_gazetteer(code: str) -> None:
    atlas = Atlas()
    assert place_terms(code, atlas) == (code,)
    assert atlas.asked == []
