"""Wars other than the one in Ukraine: whose names, regions and spellings are found as well."""

from collections.abc import Callable

import pytest

from purport.model import PlaceMention

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
        ("shelling of Aita al-Shaab and Kounine", ("LB",), ["Aita al-Shaab/LB-NA", "Kunin/LB-NA"]),
        ("A market in Kabkabiya, a well near Nahud", ("SD",), ["Kabkabiya/SD-DN", "En Nahud/SD-GK"]),
        ("a raid on the Lebanese capital", ("LB",), ["Beirut/LB-BA"]),
        ("shelling of the Abu Shouk camp", ("SD",), ["El Fasher/SD-DN"]),
        ("rockets at Majdal Shams", ("IL",), ["Majdal Shams/SY-QU"]),
    ],
)
def test_names_of_other_wars(places: Places, text: str, countries: tuple[str, ...], expected: list[str]) -> None:
    assert places(text, *countries) == expected


def test_a_city_known_everywhere_brings_its_country_home(places: Places) -> None:
    assert places("strikes hit Aleppo, Homs and Saraqib") == ["Aleppo/SY-HL", "Homs/SY-HI", "Saraqib/SY-ID"]


def test_an_article_makes_no_name(places: Places) -> None:
    assert places("the al-qaeda cell and an el-niño year", "SD") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a car in the Nabatieh district", "Nabatieh District"),
        ("homes in the Bint Jbeil district", "Bint Jbeil District"),
    ],
)
def test_a_district_abroad_has_the_name_of_its_town(
    find: Callable[..., list[PlaceMention]], text: str, name: str
) -> None:
    assert [m.place.name for m in find(text, "LB")] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the village of Maarub, southern Lebanon", ["Maarub/LB", "Southern Lebanon/LB"]),
        ("In Yater, south Lebanon, a man was killed", ["Yater/LB", "Southern Lebanon/LB"]),
        ("Meanwhile, southern Lebanon came under fire", ["Southern Lebanon/LB"]),
        ("For Hezbollah, southern Lebanon is home", ["Southern Lebanon/LB"]),
    ],
)
def test_a_village_that_nobody_lists_lies_in_the_part_behind_it(places: Places, text: str, expected: list[str]) -> None:
    assert places(text, "LB") == expected
