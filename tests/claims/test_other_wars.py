"""Wars other than the one in Ukraine: their sides, who claims a strike, orders to ships and towns, datelines."""

import pytest

from tests.claims.reading import Read, kinds, one

_STRIKE = "A missile hit a tanker in the Red Sea. "


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("A junta airstrike on Namhkam killed nine people.", "MM"),
        ("Thai drones bombed a depot in Samraong.", "TH"),
        ("A Sudanese army drone hit a market in Nyala.", "SD"),
        ("The Israeli Air Force bombs a camp in Sidon.", "IL"),
    ],
)
def test_sides_of_other_wars(read: Read, text: str, attacker: str) -> None:
    assert one(read(text), "attack").attacker == attacker


@pytest.mark.parametrize("text", ["The Houthis claimed responsibility.", "Later the Houthis claimed the attack."])
def test_who_claims_a_strike_is_who_attacked(read: Read, text: str) -> None:
    claims = read(_STRIKE + text)
    assert kinds(claims) == ["attack", "attack"]
    assert (claims[1].attacker, claims[1].sources) == ("Houthis", ("Houthis",))


@pytest.mark.parametrize(
    "text",
    [
        "The Houthis have not claimed responsibility for the attack.",
        "There was no immediate claim of responsibility.",
        "No group claimed responsibility for the attack.",
    ],
)
def test_a_strike_that_nobody_claims_is_told_once(read: Read, text: str) -> None:
    assert kinds(read(_STRIKE + text)) == ["attack"]


@pytest.mark.parametrize(
    "text",
    [
        "All flights had been suspended.",
        "The navy warned ships to keep away from Hodeidah.",
        "The army told residents of six villages to move north.",
    ],
)
def test_orders_and_closures_are_alerts(read: Read, text: str) -> None:
    assert one(read("Israeli jets bombed Hodeidah. " + text), "alert").quote in text


@pytest.mark.parametrize(
    "head", ["DUBAI/WASHINGTON - ", "BEIRUT: ", "TEL AVIV, Israel — ", "CAIRO, July 3 (Agency) - "]
)
def test_a_dateline_is_no_place_of_what_follows(read: Read, head: str) -> None:
    claim = one(read(head + "Houthi missiles hit a tanker in the Red Sea."), "attack")
    assert [p.name for p in claim.places] == ["Red Sea"]
    assert claim.quote.startswith("Houthi")


def test_burns_are_no_fire(read: Read) -> None:
    claims = read("A drone hit a depot in Nyala. Two guards were taken to hospital with severe burns.")
    assert "damage" not in kinds(claims)


def test_a_strike_that_was_answered_is_told_with_its_own_side_and_place(read: Read) -> None:
    claims = read("Iran fired missiles at Haifa in retaliation for Israeli strikes on Natanz.")
    assert [(c.attacker, c.places[0].name) for c in claims] == [("IR", "Haifa"), ("IL", "Natanz")]


@pytest.mark.parametrize("text", ["Most of them were intercepted, the army said.", "All were shot down over the sea."])
def test_weapons_told_before_are_stopped_without_being_named_again(read: Read, text: str) -> None:
    claim = one(read("Iran fired missiles at Haifa. " + text), "interception")
    assert [w.cls for w in claim.weapons] == ["missile"]
    assert claim.count is None


def test_weapons_sent_at_a_town_are_an_attack_and_those_sent_to_an_ally_none(read: Read) -> None:
    assert one(read("The group sent three drones at Eilat."), "attack").count is not None
    assert read("Germany sent three missiles to Israel.") == []


def test_blasts_heard_near_a_thing_are_news(read: Read) -> None:
    assert one(read("A drone hit Nyala. Loud explosions were heard near the airport."), "explosion").count is None


def test_what_a_participle_tells_came_of_the_strike_before_it(read: Read) -> None:
    claims = read("Iran fired missiles at Haifa, killing eight people, while Israeli warplanes struck Tehran.")
    harm = one(claims, "casualties")
    assert (harm.attacker, [w.cls for w in harm.weapons]) == ("IR", ["missile"])


def test_one_weapon_strikes_where_a_word_is_verb_and_noun(read: Read) -> None:
    count = one(read("A Houthi drone strikes the city of Eilat."), "attack").count
    assert count is not None
    assert count.max == 1
    assert one(read("Russian drone strikes hit a port in Odesa."), "attack").count is None


def test_a_second_strike_is_told_beside_the_first(read: Read) -> None:
    claims = read("Israeli strikes hit a hospital in Khan Younis. A second attack followed minutes later.")
    assert kinds(claims) == ["attack", "attack"]


def test_a_town_near_a_place_is_no_place_of_its_own(read: Read) -> None:
    claim = one(read("An Iranian missile hit a tower in Bat Yam, near Tel Aviv."), "attack")
    assert [p.name for p in claim.places] == ["Bat Yam"]


def test_hunger_is_no_harm_of_a_strike(read: Read) -> None:
    claims = read("An Israeli strike killed six in Rafah. Two more people died of hunger.")
    assert kinds(claims).count("casualties") == 1


def test_fire_from_weapons_burns_nothing(read: Read) -> None:
    assert kinds(read("Sumy came under artillery and drone fire.")) == ["attack"]


def test_an_outlet_passes_on_what_another_told(read: Read) -> None:
    claim = one(read("An Israeli air raid in Tyre kills three people. (AFP via France 24)"), "casualties")
    assert claim.sources == ("AFP", "France 24")


@pytest.mark.parametrize(
    ("text", "effect", "number"),
    [
        ("Eighteen people were snatched and 37 were wounded.", "injured", 37),
        ("Two men and three children were in a car and died.", "killed", 5),
    ],
)
def test_who_suffers_another_verb_is_not_added(read: Read, text: str, effect: str, number: int) -> None:
    (people,) = one(read("Israeli jets bombed Tyre. " + text), "casualties").people
    assert (people.effect, people.min, people.max) == (effect, number, number)


def test_fires_before_weapons_is_a_verb(read: Read) -> None:
    claim = one(read("Iran fires more than 30 ballistic missiles at Tel Aviv."), "attack")
    assert [w.cls for w in claim.weapons] == ["ballistic_missile"]
    assert "damage" in kinds(read("Drones hit Sumy, and fires broke out at a depot."))


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah denied responsibility for the attack.",
        "Israel blames Hezbollah , which denies responsibility.",
    ],
)
def test_who_denies_a_strike_denies_the_one_told_before(read: Read, text: str) -> None:
    told = [c for c in read("A rocket hits Metula in Israel. " + text + " (Reuters)") if c.kind == "attack"]
    assert [(c.stance, c.sources) for c in told] == [("asserted", ("Reuters",)), ("denied", ("Hezbollah", "Reuters"))]


def test_an_outlet_in_brackets_passes_on_statements_and_orders(read: Read) -> None:
    text = (
        "Israel bombs Tyre, and its army issues an evacuation order for Sidon. France condemns the strikes. (Reuters)"
    )
    told = {c.kind: c.sources[-1] for c in read(text)}
    assert told["statement"] == "Reuters"


def test_a_rank_stands_before_a_name(read: Read) -> None:
    claim = one(read("Drones hit an air base in Pakistan, its spokesman Lt Gen Bashir Anwar said."), "attack")
    assert claim.sources == ("Bashir Anwar",)


def test_an_hour_ends_a_sentence_before_a_new_one(read: Read) -> None:
    claims = read("Drones hit Sumy at 6 a.m. One person was killed.")
    assert one(claims, "casualties").quote == "One person was killed"
    assert one(read("Drones hit Sumy at 6 a.m. Monday."), "attack").quote.endswith("Monday")


def test_a_body_is_that_of_the_country_named_and_not_of_the_press(read: Read) -> None:
    text = "Azerbaijan launched missiles at Goris, with its Defence Ministry saying only depots were hit."
    told = [c.sources for c in read(text, source="Anadolu") if c.sources]
    assert told == [("Azerbaijani Ministry of Defence",)]


def test_those_left_out_are_not_those_stopped(read: Read) -> None:
    claim = one(read("Iran fired missiles at Haifa. All but two were shot down."), "interception")
    assert claim.count is None


def test_fire_that_is_exchanged_is_no_blaze(read: Read) -> None:
    claims = read("An Israeli strike hit Nabatieh on Monday amid ongoing exchanges of fire with Hezbollah.")
    assert "damage" not in kinds(claims)


@pytest.mark.parametrize(
    "text",
    [
        "People should evacuate Nabatieh at once, the Israeli military said after a strike on Tyre.",
        "The Israeli army issued a call for residents to leave Nabatieh after a strike on Tyre.",
    ],
)
def test_who_should_leave_is_warned(read: Read, text: str) -> None:
    assert "alert" in kinds(read(text))


def test_what_a_place_has_come_under_since_the_war_is_no_report(read: Read) -> None:
    text = (
        "A drone hit Belgorod on Monday. The region has come under regular drone attacks since Moscow sent in troops."
    )
    assert kinds(read(text)) == ["attack"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The raids killed 40 and displaced some 2,000 people.", {("killed", 40), ("displaced", 2000)}),
        (
            "The fighting has left 300 dead, with 12,000 forced to flee their homes.",
            {("killed", 300), ("displaced", 12000)},
        ),
        ("An air raid on tents for displaced families killed six people.", {("killed", 6)}),
    ],
)
def test_people_driven_from_their_homes_are_told_beside_the_dead(
    read: Read, text: str, told: set[tuple[str, int]]
) -> None:
    people = one(read("Israeli jets bombed Tyre in Lebanon. " + text), "casualties").people
    assert {(p.effect, p.min) for p in people} == told


@pytest.mark.parametrize(
    "toll",
    [
        "The war has killed more than 20,000 people.",
        "At least 20,000 people have been killed in Sudan since the conflict began.",
        "In all, 20,000 people have died in a war between the army and its rivals.",
    ],
)
def test_the_toll_of_a_war_is_none_of_the_strike_before_it(read: Read, toll: str) -> None:
    claims = read("A drone hit a market in Kosti in Sudan on Thursday, killing five. " + toll)
    claim = next(c for c in claims if c.kind == "casualties" and c.people[0].min and c.people[0].min > 5)
    assert (claim.weapons, claim.time, [p.name for p in claim.places]) == ((), None, ["Sudan"])


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The United States strikes three Iranian nuclear facilities in Natanz.", "Natanz"),
        ("Israel struck ten Houthi targets in Hodeidah in Yemen.", "Hodeidah"),
        ("The army said its jets had struck targets in Hodeidah in Yemen.", "Hodeidah"),
        ("The Houthis fire a ballistic missile at Haifa in Israel.", "Haifa"),
    ],
)
def test_a_strike_told_by_who_struck_and_where(read: Read, text: str, target: str) -> None:
    assert [p.settlement for p in one(read(text), "attack").places] == [target]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("An army spokesman, Brig. Gen. Reza Amiri, said a drone hit Isfahan in Iran.", "Reza Amiri"),
        ("Israel's ambassador to the UN, Dan Oren, said a missile hit Haifa in Israel.", "Dan Oren"),
        ("A drone hit a car in Tyre in Lebanon, the ministry announced.", "Ministry"),
        ("Gaza's civil defence agency spoke. A strike hit Jabalia in Gaza, the agency said.", "Gaza Civil Defence"),
        ("A strike hit a school in Petah Tikva in Israel, the agency said.", "Agency"),
    ],
)
def test_who_says_it_is_who_the_text_names(read: Read, text: str, source: str) -> None:
    assert one(read(text), "attack").sources == (source,)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Yemen's Houthis fired a ballistic missile at Haifa in Israel.", 1),
        ("A missile was fired from Yemen at Israel.", 1),
        ("A missile attack hit Haifa in Israel.", None),
    ],
)
def test_one_missile_is_one_where_it_is_launched(read: Read, text: str, count: int | None) -> None:
    told = one(read(text), "attack").count
    assert (told.min if told else None) == count


def test_a_short_name_in_brackets_parts_no_attack(read: Read) -> None:
    claim = one(read("A drone attack by Sudan's Rapid Support Forces (RSF) struck a hospital in El Obeid."), "attack")
    assert ([w.cls for w in claim.weapons], claim.attacker) == (["uav"], "Rapid Support Forces")


def test_where_an_article_was_written_says_nothing(read: Read) -> None:
    claim = one(read("JERUSALEM: Sirens sounded across central Israel, the Israeli military said."), "alert")
    assert claim.sources == ("Israeli military",)


def test_blasts_are_told_beside_what_else_was_seen(read: Read) -> None:
    claim = one(
        read("Explosions rocked Tehran in Iran, while videos showed missiles lighting up the sky."), "explosion"
    )
    assert [p.settlement for p in claim.places] == ["Tehran"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("American strikes destroyed Iranian nuclear facilities, Trump said.", ["Iran"]),
        ("Israeli jets destroyed two Iranian tanks.", []),
        ("A drone crashed in Rawalpindi, near Pakistan's capital, Islamabad.", ["Rawalpindi"]),
    ],
)
def test_where_things_stand_for_good_their_country_is_the_place(read: Read, text: str, places: list[str]) -> None:
    assert [p.name for p in read(text)[0].places] == places


def test_a_toll_that_is_only_confirmed_is_none(read: Read) -> None:
    claims = read("A drone hit a hospital in El Obeid in Sudan. Its staff confirmed the death toll.")
    assert kinds(claims) == ["attack"]


def test_who_is_at_the_scene_to_tell_is_no_rescuer(read: Read) -> None:
    claims = read("A strike hit a school in Rafah in Gaza, said an AFP journalist at the scene.")
    assert kinds(claims) == ["attack"]


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Israel says that it has killed Reza Amiri in an overnight airstrike in Tehran.", "IL"),
        ("Israel said a drone hit Haifa and it killed Reza Amiri.", None),
    ],
)
def test_one_who_is_named_was_killed_by_who_says_so(read: Read, text: str, attacker: str | None) -> None:
    claim = one(read(text), "casualties")
    assert ([(p.effect, p.min, p.max) for p in claim.people], claim.attacker) == ([("killed", 1, 1)], attacker)


def test_members_of_a_movement_are_no_one_person(read: Read) -> None:
    claims = read("An Israeli strike on Gaza City killed Palestinian Islamic Jihad members.")
    assert all(p.min is None for c in claims for p in c.people)
