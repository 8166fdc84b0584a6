from pathlib import Path
from types import ModuleType

import pytest

from purport.model import Claim, Document, Quantity, Weapon


def document(text: str, name: str = "b") -> Document:
    return Document(
        id=name, source="s", kind="telegram", url=None, published="2023-07-11", language="uk", title=None, text=text
    )


def stopped(count: Quantity | None, *weapons: Weapon) -> Claim:
    return Claim.of(document("words"), kind="interception", start=0, end=5, weapons=weapons, count=count)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("11.07.2023\n(07.00)\nЗНИЩЕНО:\n- 3 (за добу 9.06)", {("2023-07-11", "07:00")}),
        ("11.07.23\n(станом на 7.30)", {("2023-07-11", "07:30")}),
        ("10.07.-11.07\n(21.10-01.30)", {(d, c) for d in ("2023-07-10", "2023-07-11") for c in ("21:10", "01:30")}),
        ("10.07.2023\n22.00\nЗНИЩЕНО:", {("2023-07-10", "22:00")}),
        ("11.07.2023\nЗнищено:\n- 2", {("2023-07-11", "")}),
        ("ЗНИЩЕНО:", set()),
    ],
)
def test_a_heading_gives_its_dates_and_clocks(bulletins: ModuleType, heading: str, expected: set[object]) -> None:
    assert bulletins.stamps(heading, 2023) == expected


def test_a_named_model_stands_in_its_own_column_alone(bulletins: ModuleType) -> None:
    columns = bulletins.Columns.load()
    assert columns.of([Weapon("uav", "Orlan-10")]) == ["orlan"]
    assert columns.of([Weapon("uav", "Supercam")]) == ["uav_drones"]
    assert columns.of([Weapon("guided_bomb", "KAB")]) == []


def test_one_figure_for_several_models_may_stand_in_any_of_their_columns(bulletins: ModuleType) -> None:
    both = [Weapon("cruise_missile", "Kh-101/Kh-555"), Weapon("cruise_missile", "Kalibr")]
    assert bulletins.Columns.load().of(both) == ["kalibr_missile", "cruise_missiles", "missiles"]


def test_a_figure_of_several_columns_goes_where_the_two_sides_agree(bulletins: ModuleType) -> None:
    columns = bulletins.Columns.load()
    both = (Weapon("cruise_missile", "Kh-101"), Weapon("cruise_missile", "Kalibr"))
    claims = [stopped(Quantity.exact(16), *both), stopped(Quantity.exact(3), Weapon("cruise_missile", "Kalibr"))]
    assert bulletins.figures(claims, columns, {"kalibr_missile": 19}) == {"kalibr_missile": 19}
    assert bulletins.figures(claims, columns, {"kalibr_missile": 3, "cruise_missiles": 16}) == {
        "kalibr_missile": 3,
        "cruise_missiles": 16,
    }


def test_only_exact_figures_count(bulletins: ModuleType) -> None:
    drone = Weapon("uav", "Shahed-136/131")
    claims = [stopped(Quantity.exact(2), drone), stopped(None, drone), stopped(Quantity(5, None), drone)]
    assert bulletins.figures(claims, bulletins.Columns.load(), {}) == {"shahed": 2}


def test_rows_go_to_the_bulletin_of_their_clock_then_to_one_that_names_their_day(
    bulletins: ModuleType, tmp_path: Path
) -> None:
    table = tmp_path / "counts.csv"
    table.write_text(
        "checkpoint_date,checkpoint_time,shahed,orlan\n2023-07-11,07:00:00,26,\n2023-07-10,23:00:00,,5\n"
        "2023-07-11,,,1\n2023-07-01,07:00:00,9,\n",
        encoding="utf-8",
    )
    night = document("11.07.2023\n(07.00)\n10.07.2023\n(за добу)\nЗНИЩЕНО:", "night")
    day = document("11.07.2023\nЗНИЩЕНО:", "day")
    found = bulletins.matched([night, day], bulletins.rows(table))
    assert [[row.cells for row in rows] for rows in found] == [[{"shahed": 26}, {"orlan": 5}], [{"orlan": 1}]]


def test_a_verdict_holds_for_its_two_figures_alone(bulletins: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "verdicts.csv"
    table.write_text("document,column,theirs,ours,wrong,why\nb,orlan,1,,engine,not seen\n", encoding="utf-8")
    known = bulletins.verdicts(table)
    assert known[bulletins.Cell("b", "orlan", 1, None)] == ("engine", "not seen")
    assert bulletins.Cell("b", "orlan", 1, 2) not in known


def test_the_verdicts_kept_name_columns_and_sides_that_exist(bulletins: ModuleType) -> None:
    columns = bulletins.Columns.load()
    names = {*columns.classes.values(), *columns.models.values()}
    for cell, (wrong, why) in bulletins.verdicts(bulletins.HERE / "bulletins.verdicts.csv").items():
        assert cell.column in names
        assert wrong in bulletins.VERDICTS
        assert why
        assert not cell.agreed
