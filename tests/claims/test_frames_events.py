"""Several events in one sentence, and what answers an attack: alarms, rescue, repair."""

import pytest

from tests.claims.reading import Read, harm, kinds, one, targets, things, weapons


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A missile hit a school in Sumy, killing two people and damaging four houses.",
            ["attack", "casualties", "damage"],
        ),
        (
            "Drones attacked Izmail; a warehouse caught fire and one man was injured.",
            ["attack", "casualties", "damage"],
        ),
        ("Five drones were launched at Poltava and three were shot down.", ["attack", "interception"]),
        ("Дрон атакував Нікополь, поранено жінку, пошкоджено два будинки.", ["attack", "casualties", "damage"]),
        ("Ракета влучила в школу в Сумах, виникла пожежа, загиблих немає.", ["attack", "casualties", "damage"]),
        ("Дрон упал на дом в Воронеже, выбиты окна, никто не пострадал.", ["casualties", "damage", "impact"]),
        ("Беспилотник атаковал Шебекино: ранен мужчина, повреждены три дома.", ["attack", "casualties", "damage"]),
        ("Explosions were heard in Odesa after an air raid alert was declared.", ["alert", "explosion"]),
    ],
)
def test_each_event_of_a_sentence_is_a_claim(read: Read, text: str, told: list[str]) -> None:
    assert sorted(kinds(read(text, "telegram"))) == told


@pytest.mark.parametrize(
    "text",
    [
        "Drones attacked and hit an oil depot in Tambov.",
        "Drones carried out an attack on an oil depot in Tambov.",
        "Беспилотники нанесли удар по нефтебазе в Тамбове.",
        "Дрони завдали удару по нафтобазі в Тамбові.",
    ],
)
def test_one_event_in_two_words_is_one_claim(read: Read, text: str) -> None:
    claims = read(text)
    assert kinds(claims) == ["attack"]
    assert [t for t, _ in things(claims[0])] == ["oil_depot"]


@pytest.mark.parametrize(
    "text", ["A drone was intercepted and destroyed over Kyiv.", "Над Курском перехвачен и уничтожен беспилотник."]
)
def test_stopped_in_two_words_is_stopped_once(read: Read, text: str) -> None:
    assert kinds(read(text)) == ["interception"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("An air raid alert was declared in Lviv region.", "Lviv Oblast"),
        ("Повітряна тривога у Києві!", "Kyiv"),
        ("Отбой воздушной тревоги в Севастополе.", "Sevastopol"),
        ("The all-clear was given in Odesa.", "Odesa"),
        ("В Курской области объявлена ракетная опасность.", "Kursk Oblast"),
    ],
)
def test_alarms(read: Read, text: str, place: str) -> None:
    claims = read(text, "telegram")
    assert kinds(claims) == ["alert"]
    assert targets(claims[0]) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Poland closed its airspace during the missile attack on Lviv.",
        "Аэропорт Саратова: введены временные ограничения на прием и выпуск самолетов.",
        "Flights were suspended at the airport in Kaluga after a drone attack.",
        "Iran closes its airspace after the missile strike on Tehran.",
        "Ben Gurion Airport suspends all flights after a missile attack.",
    ],
)
def test_closures(read: Read, text: str) -> None:
    assert "alert" in kinds(read(text, "telegram"))


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters put out a blaze at a warehouse in Poltava after a drone strike.",
        "У Полтаві рятувальники ліквідували пожежу на складі після удару дрона.",
        "В Курске после удара беспилотника пожар на складе потушен.",
        "Rescuers pulled two women from the rubble in Dnipro after the missile strike.",
        "Prosecutors opened an investigation into the missile strike on Dnipro.",
        "По факту удара по Белгороду возбуждено уголовное дело.",
    ],
)
def test_what_answers_an_attack(read: Read, text: str) -> None:
    assert "response" in kinds(read(text, "telegram"))


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Power has been restored in Sumy after the drone attack.", ("power_supply", "restored")),
        ("Power was restored to 900 homes in Odesa after the drone attack.", ("power_supply", "restored")),
        ("Crews were working to restore water supplies in Odesa after the strike.", ("water_supply", "under_repair")),
        ("Після атаки дронів у Сумах відновлюють водопостачання.", ("water_supply", "under_repair")),
        ("Engineers are repairing the power line near Sumy hit by a drone.", ("power_line", "under_repair")),
        ("У Сумах після удару дронів відновили електропостачання.", ("power_supply", "restored")),
        ("У Сумах після удару дронів енергетики ремонтують лінію електропередачі.", ("power_line", "under_repair")),
        ("В Белгороде после обстрела восстановлено электроснабжение.", ("power_supply", "restored")),
    ],
)
def test_repair_names_what_and_how_far(read: Read, text: str, effect: tuple[str, str]) -> None:
    assert effect in things(one(read(text, "telegram"), "response"))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("After the missile strike on Dnipro, 40 people were evacuated.", {"evacuated": (40, 40)}),
        ("Після ракетного удару по Дніпру евакуювали 40 людей.", {"evacuated": (40, 40)}),
        ("Из дома в Белгороде после удара ракеты эвакуированы 40 жителей.", {"evacuated": (40, 40)}),
        ("Residents of three villages were evacuated after the shelling of Sumy.", {"evacuated": (None, None)}),
        ("Three sailors and a nurse were rescued after the missile strike on Odesa.", {"rescued": (4, 4)}),
        ("Rescuers recovered two bodies from the rubble in Dnipro after the missile strike.", {}),
        ("Rescue workers searched the rubble in Dnipro for missing people after the missile strike.", {}),
        ("Medics gave first aid to the wounded after the missile strike on Dnipro.", {}),
        ("Rescuers saved two women after the missile strike on Dnipro.", {"rescued": (2, 2)}),
    ],
)
def test_people_who_are_helped(read: Read, text: str, people: dict[str, tuple[int, int]]) -> None:
    assert harm(one(read(text, "telegram"), "response")) == people


@pytest.mark.parametrize(
    "text",
    [
        "Russia refused to open a corridor to evacuate civilians from Mariupol under missile fire.",
        "Під час евакуації з Ірпеня працювала артилерія.",
    ],
)
def test_an_evacuation_that_only_gives_the_setting(read: Read, text: str) -> None:
    assert "response" not in kinds(read(text, "telegram"))


@pytest.mark.parametrize(
    "text",
    [
        "He opened fire on critics of the war.",
        "The talks exploded in acrimony.",
    ],
)
def test_figures_of_speech_are_no_events(read: Read, text: str) -> None:
    assert read(text) == []


def test_each_event_has_the_weapons_of_its_own_words(read: Read) -> None:
    claims = read("A missile hit a bridge in Kherson, and a drone damaged a bus in Nikopol.", "telegram")
    assert weapons(one(claims, "attack")) == [("missile", None)]
    assert weapons(one(claims, "damage")) == [("uav", None)]
    assert [targets(c) for c in claims] == [["Kherson"], ["Nikopol"]]


def test_an_event_shares_no_words_beyond_its_neighbour(read: Read) -> None:
    claims = read("A drone attack on Sumy killed two, a missile attack on Odesa killed three.", "telegram")
    harm = [(targets(c), [p.min for p in c.people]) for c in claims if c.kind == "casualties"]
    assert harm == [(["Sumy"], [2]), (["Odesa"], [3])]


def test_clauses_part_at_when_before_they_part_at_and(read: Read) -> None:
    claims = read("Twelve people were killed when Russian missiles and drones struck Odesa.")
    assert weapons(one(claims, "casualties")) == [("missile", None), ("uav", None)]


def test_the_colon_of_an_hour_parts_nothing(read: Read) -> None:
    claims = read("Around 4:00 p.m. artillery shelled a column near Vuhledar.")
    assert claims[0].quote.startswith(("Around", "artillery"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Poland shot down three drones and temporarily closed four airports on Friday.", "alert"),
        ("A drone hit Sevastopol and the bridge was closed to traffic.", "alert"),
        ("After the missile strike the plant was reconnected to the grid on Friday.", "response"),
    ],
)
def test_what_is_closed_and_connected_again(read: Read, text: str, kind: str) -> None:
    assert kind in kinds(read(text))
    assert "alert" not in kinds(read("Missiles hit a school close to the airport in Odesa. A shop closed."))


def test_harm_of_one_sentence_is_one_claim(read: Read) -> None:
    text = "The toll from a missile strike on a block of flats in Dnipro rose to 40, with 30 people still missing."
    assert harm(one(read(text), "casualties")) == {"killed": (40, 40), "missing": (30, 30)}


def test_a_list_of_places_is_of_one_event(read: Read) -> None:
    text = "Towns lost power in the Poltava, Odesa and Sumy regions after attacks on the grid, Denys Shmyhal said."
    assert len(targets(one(read(text), "damage"))) == 3


def test_what_is_pointed_to_is_where_it_was_told_to_be(read: Read) -> None:
    text = "A missile hit a hospital in Odesa. Drones hit a depot in Izmail. The hospital was badly damaged."
    assert targets(read(text)[-1]) == targets(read(text)[0])


def test_a_count_since_a_day_runs_to_the_day_of_the_text(read: Read) -> None:
    claim = one(read("Ukraine's air force said 37 drones had been shot down since Wednesday."), "interception")
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2025-03-12", "2025-03-14")
