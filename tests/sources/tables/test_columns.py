import pytest

from purport.errors import UnreadableError, UsageError
from purport.sources.asked import Asked
from purport.sources.tables.columns import find_columns

TEXT = "Two drones fell on the field near the village in the night, the head of the district said."


def _find(*rows: list[str], columns: str = "") -> dict[str, int]:
    return dict(find_columns(rows, Asked.of([columns]), "table").roles)


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (["id", "date", "text", "views"], {"id": 0, "published": 1, "text": 2}),
        (["Дата публікації", "Посилання", "Текст повідомлення"], {"published": 0, "url": 1, "text": 2}),
        (["Канал", "Дата и время", "Сообщение"], {"channel": 0, "published": 1, "text": 2}),
        (["message_id", "createdAt", "messageText"], {"post": 0, "published": 1, "text": 2}),
        (["Date", "Description", "Text"], {"published": 0, "text": 2}),
        (["DATE", "Time", "Headline", "Body"], {"published": 0, "time": 1, "title": 2, "text": 3}),
    ],
)
def test_columns_are_known_by_their_names(names: list[str], roles: dict[str, int]) -> None:
    cells = {"published": "2024-05-06", "url": "https://e.org/1", "text": TEXT}
    row = [cells.get(next((role for role, at in roles.items() if at == n), ""), "7") for n in range(len(names))]
    assert _find(names, row) == roles


def test_columns_without_names_are_known_by_what_stands_in_them() -> None:
    rows = [
        ["7", "https://e.org/7", "06.05.2024 10:08", TEXT],
        ["8", "https://e.org/8", "07.05.2024 10:08", TEXT + "!"],
    ]
    found = find_columns(rows, Asked(), "table")
    assert dict(found.roles) == {"url": 1, "published": 2, "text": 3}
    assert set(found.why.values()) == {"its contents"}
    assert (found.has_header, found.names[3]) == (False, "column 4")


def test_names_of_nobody_yield_to_contents_and_a_name_that_does_not_fit_does_not_count() -> None:
    assert _find(["A", "B"], ["2024-05-06", TEXT]) == {"published": 0, "text": 1}
    assert _find(["date", "when", "text"], ["soon", "2024-05-06", TEXT]) == {"published": 1, "text": 2}


def test_structures_that_programs_write_into_cells_are_no_texts() -> None:
    cell = "{'Northern oblast': None, 'Southern oblast': {'hit locations': 2, 'fallen fragments': 5}}"
    with pytest.raises(UnreadableError):
        _find(["time_start", "details"], ["2024-05-06", cell])


def test_what_is_given_counts_most() -> None:
    names = ["text", "Message", "Date"]
    assert _find(names, ["short", TEXT, "2024-05-06"], columns="text=message") == {"text": 1, "published": 2}
    assert _find(names, ["short", TEXT, "2024-05-06"], columns="text=2,published=3") == {"text": 1, "published": 2}
    found = find_columns([names, ["a b", TEXT, "2024"]], Asked.of(["source==Town news"]), "table")
    assert dict(found.constant) == {"source": "Town news"}
    assert "source='Town news' (in all rows)" in found.told()


def test_what_is_not_read_is_told_by_name() -> None:
    found = find_columns([["text", "views"], [TEXT, "5"]], Asked(), "table")
    assert found.told() == "text='text'; not read: 'views'"


def test_a_column_that_is_not_there_and_a_table_without_texts_are_told_with_the_columns() -> None:
    with pytest.raises(UnreadableError) as caught:
        _find(["text", "Date"], [TEXT, "2024-05-06"], columns="text=Message")
    assert "'Message'" in caught.value.reason
    assert "'Date'" in caught.value.cure
    with pytest.raises(UnreadableError) as caught:
        _find(["code", "name"], ["1", "North"])
    assert "'code', 'name'" in caught.value.reason
    assert "--columns text=" in caught.value.cure


@pytest.mark.parametrize("told", ["words", "words=Message", "text=", "text==All the same"])
def test_what_is_typed_wrongly_is_refused(told: str) -> None:
    with pytest.raises(UsageError):
        Asked.of([told])


def test_a_zone_that_there_is_not_is_refused() -> None:
    for zone in ("Kyiv/Europe", "../etc/passwd", ""):
        if zone:
            with pytest.raises(UsageError, match="zone"):
                Asked.of([], zone)
    assert Asked.of([], "Europe/Kyiv").zone == "Europe/Kyiv"
