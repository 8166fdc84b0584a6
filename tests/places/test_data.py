"""The data files say what they should."""

import pycountry
import pytest

from purport.places.tables import rows
from purport.places.words import cues

FILES = {
    "admin1.tsv": 4, "adjectives.tsv": 5, "areas.tsv": 10, "city_districts.tsv": 5, "countries.tsv": 5,
    "endings.ru.tsv": 6, "endings.uk.tsv": 6, "english.tsv": 3, "fronts.tsv": 3, "latin_key.tsv": 2, "nearest.tsv": 5,
    "priors.tsv": 2, "regions.tsv": 8,
    "ru_uk.tsv": 3, "seas.tsv": 6, "settlements.tsv": 8, "uk_ru.tsv": 3,
}  # fmt: skip


@pytest.mark.parametrize(("name", "width"), FILES.items())
def test_rows_are_as_wide_as_their_table(name: str, width: int) -> None:
    assert {len(row) for row in rows(name)} == {width}


@pytest.mark.parametrize("country", ["UA", "RU", "BY"])
def test_every_region_of_the_focus_has_its_iso_code(country: str) -> None:
    ours = {row[0] for row in rows("regions.tsv")[1:] if row[0].startswith(country)}
    assert ours == {s.code for s in pycountry.subdivisions if s.country_code == country}


def test_codes_of_other_regions_are_iso_codes() -> None:
    known = {s.code for s in pycountry.subdivisions}
    assert {iso for _, _, iso, _ in rows("admin1.tsv")[1:] if iso} <= known


def test_every_named_sea_and_area_has_a_point_on_earth() -> None:
    cells = [r[1:3] for r in rows("seas.tsv")] + [r[5:7] for r in rows("areas.tsv")]
    points = [(float(lat), float(lon)) for lat, lon in cells]
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in points)


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_each_ending_is_listed_once(language: str) -> None:
    endings = [row[0] for row in rows(f"endings.{language}.tsv")]
    assert sorted(endings) == sorted(set(endings))


def test_cues_are_folded() -> None:
    known = cues()
    for words in (known.stop, known.near, known.titles, known.given_names, known.region_heads):
        assert all(word == word.lower() and "ё" not in word for word in words)


def test_stop_words_are_no_big_cities() -> None:
    assert not {"київ", "харків", "kyiv", "kharkiv", "moscow", "москва", "одеса", "дніпро"} & cues().stop
