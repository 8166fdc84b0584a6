"""Wars other than the one in Ukraine: whose names, regions and spellings are found as well."""

from collections.abc import Callable

import pytest

Places = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "countries", "expected"),
    [
        ("strikes hit Khan Younis and Nuseirat", ("IL", "PS"), ["Khan Yunis/PS-KYS", "Nuseirat/PS-DEB"]),
        ("Shells fell in Gaza City and Deir al-Balah", ("IL", "PS"), ["Gaza City/PS-GZA", "Deir al-Balah/PS-DEB"]),
        ("a raid in Jenin and Nablus", ("IL", "PS"), ["Jenin/PS-JEN", "Nablus/PS-NBS"]),
        ("rockets at Kiryat Shmona and Metula", ("LB", "IL"), ["Kiryat Shmona/IL-Z", "Metula/IL-Z"]),
        ("warplanes struck Hodeidah in Yemen", ("UA", "RU"), ["Hodeidah/YE-HU", "Yemen/YE"]),
        ("shelled el-Fasher in North Darfur", ("SD",), ["El Fasher/SD-DN", "North Darfur/SD-DN"]),
        ("A drone hit Port Sudan", ("UA", "RU"), ["Port Sudan/SD-RS"]),
        ("nuclear sites at Natanz and Isfahan", ("IL", "IR"), ["Natanz/IR-10", "Isfahan/IR-10"]),
        ("shelled Goma in Congo's North", ("CD",), ["Goma/CD-NK", "Democratic Republic of the Congo/CD"]),
        ("a base near Erbil", ("IQ",), ["Erbil/IQ-AR"]),
        ("shelling of Goris and Khankendi", ("AM", "AZ"), ["Goris/AM-SU", "Khankendi/AZ"]),
        ("the headquarters of the Quds Force in Tehran", ("IL", "IR"), ["Tehran/IR-23"]),
    ],
)
def test_names_of_other_wars(places: Places, text: str, countries: tuple[str, ...], expected: list[str]) -> None:
    assert places(text, *countries) == expected


def test_a_city_known_everywhere_brings_its_country_home(places: Places) -> None:
    assert places("strikes hit Aleppo, Homs and Saraqib") == ["Aleppo/SY-HL", "Homs/SY-HI", "Saraqib/SY-ID"]


def test_an_article_makes_no_name(places: Places) -> None:
    assert places("the al-qaeda cell and an el-niño year", "SD") == []
