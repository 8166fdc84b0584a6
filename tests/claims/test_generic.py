"""Words that name a strike, its harm or those who help, and tell of none."""

import pytest

from tests.claims.reading import Read


@pytest.mark.parametrize(
    "text",
    [
        "Anything that moves in Kupiansk is a target for Russian drones.",
        "It is hard to say why a school is hit and a depot is spared in Kharkiv.",
        "When a Russian missile hits a substation, Kyiv goes dark.",
        "Every time a drone strikes a house in Kherson, Olha runs to the cellar.",
        "Families in Zaporizhzhia sleep in cellars to shelter from Russian glide bombs and missile strikes.",
        "The steel nets are meant to protect the road to Druzhkivka against drone attacks.",
        "He served with the troops that shelled Bucha.",
        "For the past three years, Russian missiles have hit power stations across Ukraine.",
        "The strikes on Odesa are becoming heavier and more precise.",
        "Russian attacks on ports are cheap and hard to stop.",
        "A day doesn’t go by without missiles hitting houses in Kherson.",
        "Despite repeated attacks on Kupiansk, she refused to move.",
        "Cars streamed through the heavily bombed port city of Odesa.",
    ],
)
def test_no_strike_is_told(read: Read, text: str) -> None:
    assert [c.kind for c in read(text) if c.kind in {"attack", "impact"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "When Russian missiles hit a substation in Kyiv on Monday, the power went out.",
        "For the past three nights, Russian drones have hit the port of Odesa.",
        "Russian strikes on ports in the Odesa region killed two people on Friday.",
        "The army that holds the town fired missiles at a school in Kherson on Monday.",
    ],
)
def test_a_strike_is_told(read: Read, text: str) -> None:
    assert [c.kind for c in read(text) if c.kind in {"attack", "impact"}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("After the Russian strike on Dnipro he came back to his damaged flat.", "damage"),
        ("Russian drones hit Kherson. Rescue workers in Kherson say they are tired.", "response"),
        ("A neighbour's door saved her life when a Russian drone hit the flat in Kherson on Monday.", "response"),
        ("Russian missiles hit Kyiv. A siren wails almost every night in Kyiv.", "alert"),
        ("Halyna Bondar, 71, who was displaced from Bakhmut by shelling, sells flowers in Dnipro.", "casualties"),
    ],
)
def test_what_is_only_described_is_not_told(read: Read, text: str, kind: str) -> None:
    assert kind not in {c.kind for c in read(text)}


def test_a_strike_spoken_of_is_no_other(read: Read) -> None:
    text = (
        "An Israeli drone strike hit a motorcycle in a village in southern Lebanon on Tuesday. "
        "The strike in Yater came hours after talks in Naqoura."
    )
    assert [c.places[0].name for c in read(text) if c.kind == "attack"] == ["Southern Lebanon"]


def test_harm_without_a_weapon_is_of_the_one_who_strikes_there(read: Read) -> None:
    text = (
        "Russian missiles hit a market in Kherson on Monday.\n\nThe mayor spoke to reporters.\n\n"
        "In Kherson, three people were taken to hospital with burns."
    )
    assert {c.attacker for c in read(text) if c.kind == "casualties"} == {"RU"}


def test_a_date_that_heads_a_part_dates_it(read: Read) -> None:
    text = (
        "January 12\n\nA Houthi missile hit a tanker in the Gulf of Aden.\n\n"
        "January 15\n\nA drone struck a cargo ship in the Red Sea."
    )
    claims = [c for c in read(text, published="2024-01-19T08:00:00Z") if c.kind == "attack"]
    assert [c.time and c.time.start for c in claims] == ["2024-01-12", "2024-01-15"]


def test_the_day_of_a_list_stands_above_it(read: Read) -> None:
    text = (
        "Here is where things stand on Monday, June 16:\n\n- Iran launched a wave of attacks on Israel.\n\n"
        "- Missiles hit a refinery in Haifa."
    )
    claims = [c for c in read(text, published="2025-06-17T08:00:00Z") if c.kind == "attack"]
    assert [c.time and c.time.start for c in claims] == ["2025-06-16", "2025-06-16"]


def test_what_somebody_is_accused_of_is_told_by_who_accuses(read: Read) -> None:
    claims = read("Moscow accused Ukraine of hitting a dormitory in Starobilsk with drones.")
    assert [(c.kind, c.attacker, c.sources) for c in claims] == [("attack", "UA", ("Russia",))]


def test_rockets_from_a_country_are_of_the_movement_that_the_text_names(read: Read) -> None:
    text = "Rockets were fired from Lebanon at Haifa on Monday.\n\nHezbollah said that it would go on."
    assert {c.attacker for c in read(text) if c.kind == "attack"} == {"Hezbollah"}


def test_people_of_a_country_came_to_harm_in_it(read: Read) -> None:
    text = "Israel and Iran traded blows with missiles.\n\nAt least ten Israelis were killed overnight."
    harmed = [c for c in read(text) if c.kind == "casualties"]
    assert [p.name for c in harmed for p in c.places] == ["Israel"]


def test_damage_of_a_strike_befell_what_it_hit(read: Read) -> None:
    claims = read("A Russian drone hit a school in Sumy on Monday, causing some damage.")
    assert [(o.type, o.effect) for c in claims if c.kind == "damage" for o in c.objects] == [("school", "damaged")]


def test_some_of_the_dead_are_named(read: Read) -> None:
    claims = read("Two generals, including General Amir Ali Hajizadeh, were killed in the Israeli strikes on Tehran.")
    assert [(p.effect, p.min) for c in claims if c.kind == "casualties" for p in c.people] == [("killed", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The US struck two missiles in Yemen that had been prepared to attack ships in the Red Sea.",
        "Britain will deploy fighter jets to Poland after drones hit Lviv.",
    ],
)
def test_a_purpose_is_no_threat(read: Read, text: str) -> None:
    assert "threatened" not in {c.stance for c in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Odesa is no stranger to Russian missile and drone strikes.",
        "Iran has been launching nightly barrages at Israel.",
        "Kharkiv is braced for more missile strikes.",
        "Ukraine has cut off the Russian-occupied city of Kherson with missiles.",
        "Moscow wants to destroy the power plant in Enerhodar with missiles.",
    ],
)
def test_what_a_town_lives_with_is_no_strike(read: Read, text: str) -> None:
    assert [c.kind for c in read(text) if c.kind in {"attack", "impact", "damage"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "Russia is striking grain silos in Odesa with cruise missiles.",
        "A barrage of 25 missiles has been fired by Russian forces at Chernihiv.",
        "Russia's attacks on Kherson have intensified after the talks.",
    ],
)
def test_a_strike_is_told_once(read: Read, text: str) -> None:
    assert [c.kind for c in read(text) if c.kind in {"attack", "impact"}] == ["attack"]


def test_deaths_that_nobody_counts_are_told(read: Read) -> None:
    claims = read("Russian missiles hit an airfield near Kropyvnytskyi on Saturday, causing deaths and injuries.")
    assert {(p.effect, p.min) for c in claims for p in c.people} == {("killed", None), ("injured", None)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russian missiles hit Odesa on Monday. The city shook with each explosion.", "explosion"),
        ("Russian shells hit Lysychansk on Monday. Civilian casualties there will surely increase.", "casualties"),
        ("The video feed is cut off as a Russian drone reaches a house in Kherson.", "damage"),
        ("The main fear in Sloviansk is that Russia will shell the city.", "attack"),
        ("A drone hit Kherson on Monday. Its population is down to 65,000 as many residents have fled.", "casualties"),
    ],
)
def test_what_may_come_or_comes_each_time_is_not_told(read: Read, text: str, kind: str) -> None:
    assert kind not in {c.kind for c in read(text) if "Monday" not in c.quote}


def test_a_leader_who_was_killed_is_one(read: Read) -> None:
    claims = read("Israeli air strikes on Beirut on Friday killed the leader of Hezbollah, Hassan Nasrallah.")
    assert [(p.effect, p.min) for c in claims for p in c.people] == [("killed", 1)]


def test_when_a_strike_took_place_makes_no_other(read: Read) -> None:
    text = "Two people were killed in a Russian airstrike on Lysychansk. The attack took place in the morning."
    assert [c.kind for c in read(text)] == ["casualties", "attack"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kyiv has hit several Russian energy sites in long-range drone strikes this week.", None),
        ("The Rapid Support Forces launched deadly drone and artillery strikes on El Obeid.", None),
        ("Israeli warplanes launched 10 airstrikes on the southern suburb of Beirut.", 10),
        ("Russia hit the Kremenchuk oil refinery in an overnight drone attack.", None),
        ("A school in Sumy was hit by a Russian drone strike on Monday.", None),
        ("A Russian drone hit a school in Sumy on Monday.", 1),
    ],
)
def test_a_verb_and_the_noun_for_its_strike_tell_one(read: Read, text: str, count: int | None) -> None:
    assert [(c.kind, c.count.min if c.count else None) for c in read(text)] == [("attack", count)]


def test_a_strike_and_the_harm_it_did_are_told_of_one_thing(read: Read) -> None:
    claims = read("Russian drones struck and damaged a school in Sumy.")
    assert [(c.kind, o.type, o.effect) for c in claims for o in c.objects] == [
        ("attack", "school", "hit"),
        ("damage", "school", "damaged"),
    ]


def test_what_a_caption_alone_describes_is_its_news(read: Read) -> None:
    claims = read("More footage of the destroyed college in Kharkiv", "feed")
    assert [(o.type, o.effect) for c in claims for o in c.objects] == [("school", "destroyed")]
