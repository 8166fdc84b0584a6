"""The builder of the lexicon's forms. It lies outside the package: its folder is on the path for these tests alone."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).resolve().parents[2]
Forms = dict[str, set[str]]


class Expand(Protocol):
    def __call__(self, term: str, language: str) -> Forms: ...


class Builder(Protocol):
    LEXICON: Path

    def build(self, folder: Path) -> str: ...
    def main(self) -> int: ...


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        yield __import__("build_lexicon")
    finally:
        sys.path.remove(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def expand(builder: Builder) -> Expand:
    function: Expand = vars(builder)["expand"]
    return function


def test_the_committed_forms_are_what_the_lexicons_give(builder: Builder) -> None:
    assert (builder.LEXICON / "forms.tsv").read_text(encoding="utf-8") == builder.build(builder.LEXICON)


@pytest.mark.parametrize(
    ("language", "term", "holds", "lacks"),
    [
        ("en", "drone", {"drone": "s", "drones": "p"}, ["drone's"]),
        ("en", "child", {"child": "s", "children": "p"}, ["childs"]),
        ("en", "debris", {"debris": ""}, ["debrises"]),
        ("en", "UAV", {"UAV": "s", "UAVs": "p"}, []),
        ("en", "Su-34", {"Su-34": "s", "Su-34s": "p"}, ["Su 34"]),
        ("en", "place of worship", {"place of worship": "s", "places of worship": "p"}, ["place of worships"]),
        ("en", "surface-to-air missile", {"surface to air missiles": "p", "surface-to-air missile": "s"}, []),
        ("en", "to shoot down", {"shoots down": "", "shot down": "", "shooting down": ""}, ["shooted down"]),
        ("en", "=Grad", {"Grad": ""}, ["Grads"]),
        ("en", "@Jane Doe", {"Jane Doe": "s"}, ["Jane Does"]),
        ("uk", "крилата ракета", {"крилатими ракетами": "p", "крилатою ракетою": "s"}, ["крилата ракети"]),
        ("uk", "ракета малої дальності", {"ракети малої дальності": "ps", "ракет малої дальності": "p"}, []),
        ("uk", "дрон-камікадзе", {"дронами-камікадзе": "p"}, []),
        ("uk", "дитина", {"діти": "p", "дітей": "p", "дитину": "s"}, []),
        ("uk", "КАБ", {"КАБ": "s", "КАБи": "p", "КАБів": "p", "КАБами": "p"}, []),
        ("uk", "БпЛА", {"БпЛА": "ps"}, ["БпЛАа"]),
        ("uk", "ударний БпЛА", {"ударних БпЛА": "p", "ударного БпЛА": "s"}, []),
        ("uk", "збити", {"збито": "", "збили": "p", "збив": "s", "збитих": "p", "збивши": ""}, ["зіб'ючи", "збий"]),
        ("uk", "пошкодити", {"пошкоджено": "", "пошкоджена": "s", "пошкоджені": "p"}, []),
        ("uk", "атакувати", {"атакуючи": "", "атакуватимуть": "p", "атаковано": ""}, []),
        ("uk", "пошкоджений", {"пошкоджено": "", "пошкоджених": "p"}, []),
        ("uk", "завдати удару", {"завдали удару": "p", "завдано удару": ""}, ["завдали ударів"]),
        ("uk", "ракетний", {"ракетним": "", "ракетні": ""}, []),
        ("ru", "уничтожить", {"уничтожены": "p", "уничтожен": "s", "уничтожено": "", "уничтоживший": "s"}, []),
        ("ru", "раненый", {"раненых": "p", "раненого": "s"}, ["раненая"]),
        ("ru", "FPV-дрон", {"FPV-дронами": "p"}, []),
        ("ru", "многоэтажный дом", {"многоэтажного дома": "s", "многоэтажные дома": "p"}, ["многоэтажный дома"]),
        ("ru", '"Калибр"', {'"калибров"': "p", '"калибр"': "s"}, []),
        ("ru", '"Лютый"', {'"лютого"': ""}, ["лютого"]),
        ("ru", "ударный дрон", {"ударных дрона": "p", "ударных дронов": "p"}, ["ударные дрона"]),
        ("uk", "крилата ракета", {"крилатих ракети": "p"}, []),
        ("ru", "люди", {"людей": "p", "людьми": "p"}, []),
    ],
)
def test_forms_and_their_numbers(
    expand: Expand, language: str, term: str, holds: dict[str, str], lacks: list[str]
) -> None:
    forms = expand(term, language)
    assert {form: "".join(sorted(forms.get(form, {"missing"}))) for form in holds} == holds
    assert not [form for form in lacks if form in forms]


@pytest.mark.parametrize(
    ("language", "name", "forms"),
    [
        ("ru", "Пётр Соловьёв", ["Петра Соловьёва", "Петром Соловьёвым"]),
        ("ru", "Анна Белова", ["Анны Беловой", "Анну Белову"]),
        ("uk", "Ірина Гончаренко", ["Ірини Гончаренко", "Іриною Гончаренко"]),
        ("uk", "Павло Гончаренко", ["Павла Гончаренка", "Павлом Гончаренком"]),
        ("uk", "Марія Заболоцька", ["Марії Заболоцької", "Марію Заболоцьку"]),
        ("uk", "Андрій Кравець", ["Андрія Кравця", "Андрієм Кравцем"]),
    ],
)
def test_names_take_their_cases_together(expand: Expand, language: str, name: str, forms: list[str]) -> None:
    found = {form.replace("ё", "е").lower() for form in expand(f"@{name}", language)}
    assert {form.replace("ё", "е").lower() for form in [name, *forms]} <= found
    nominative, genitive = name.split()[0], forms[0].split()[1]
    assert f"{nominative} {genitive}".lower() not in found or name.endswith(genitive)


def test_languages_and_numbers_of_one_form_are_merged(builder: Builder, tmp_path: Path) -> None:
    for language in ("ru", "uk"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "weapons.toml").write_text('[generic]\nmissile = ["ракета"]\n', encoding="utf-8")
    rows = builder.build(tmp_path).splitlines()
    assert "ракета\tweapons\tmissile\tru,uk\ts" in rows
    assert "ракети\tweapons\tmissile\tuk\t" in rows
    assert rows[1:] == sorted(rows[1:])


def test_a_lexicon_that_is_no_list_of_terms_is_refused(builder: Builder, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "weapons.toml").write_text('uav = "drone"\n', encoding="utf-8")
    with pytest.raises(SystemExit, match="expected a list of terms"):
        builder.build(tmp_path)


def test_check_fails_where_the_file_differs(
    builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "weapons.toml").write_text('uav = ["drone"]\n', encoding="utf-8")
    monkeypatch.setattr(builder, "LEXICON", tmp_path)
    monkeypatch.setattr(sys, "argv", ["build_lexicon.py", "--check"])
    assert builder.main() == 1
    monkeypatch.setattr(sys, "argv", ["build_lexicon.py"])
    assert builder.main() == 0
    monkeypatch.setattr(sys, "argv", ["build_lexicon.py", "--check"])
    assert builder.main() == 0
    assert "run python tools/build_lexicon.py" in capsys.readouterr().err
