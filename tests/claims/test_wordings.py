"""How English reports word what they tell: the same claim out of many wordings, and none where no event is told."""

import pytest

from tests.claims.reading import Read, harm, kinds, one, targets, things, weapons


@pytest.mark.parametrize(
    "verb",
    ["raided", "hammered", "pummelled", "strafed", "blitzed", "went on bombing", "have battered", "rained bombs on"],
)
def test_aircraft_attack_in_many_words(read: Read, verb: str) -> None:
    claim = one(read(f"Israeli warplanes {verb} Khan Younis in southern Gaza on Monday."), "attack")
    assert (claim.attacker, targets(claim)) == ("IL", ["Khan Yunis"])


@pytest.mark.parametrize(
    "verb", ["lobbed a missile at", "let loose a missile at", "sent a missile towards", "rained missiles on"]
)
def test_weapons_are_launched_in_many_words(read: Read, verb: str) -> None:
    claim = one(read(f"The Houthis {verb} Eilat on Tuesday."), "attack")
    assert (claim.attacker, weapons(claim), targets(claim)) == ("Houthis", [("missile", None)], ["Eilat"])


@pytest.mark.parametrize(
    ("verb", "weapon"),
    [
        ("was subjected to heavy shelling", "artillery"),
        ("came under a hail of rockets", "rocket"),
        ("came under drone attack", "uav"),
        ("withstood a drone assault", "uav"),
        ("fell victim to a drone attack", "uav"),
    ],
)
def test_a_town_suffers_an_attack_in_many_words(read: Read, verb: str, weapon: str) -> None:
    claims = read(f"Port Sudan {verb} on Sunday, Sudanese officials said.")
    assert kinds(claims) == ["attack"]
    assert (weapons(claims[0]), targets(claims[0])) == ([(weapon, None)], ["Port Sudan"])


@pytest.mark.parametrize(
    ("text", "side", "place"),
    [
        ("Israel bombs Beirut airport", "IL", "Beirut airport"),
        ("US jets bomb Sanaa", "US", "Sanaa"),
        ("RSF shells hospital in El Fasher", "Rapid Support Forces", "El Fasher"),
        ("Sudanese army bombs Nyala airport", "SD", "Nyala airport"),
        ("Israel hits Damascus with air strikes", "IL", "Damascus"),
    ],
)
def test_headlines_tell_in_the_present(read: Read, text: str, side: str, place: str) -> None:
    claim = one(read(text), "attack")
    assert (claim.attacker, targets(claim)) == (side, [place])


@pytest.mark.parametrize(
    "text",
    [
        "Russian bombs and shells were put on show at a museum in Kyiv.",
        "The film bombs at the box office, Israel's Channel 12 reported from Jerusalem.",
        "The storm hammered the coast of Ukraine.",
    ],
)
def test_what_only_sounds_like_an_attack_is_none(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Israeli fighter jets fired missiles at Tyre in Lebanon on Monday.", "IL"),
        ("Israeli tanks shelled a school in Jabalia on Monday.", "IL"),
    ],
)
def test_who_fires_stands_before_the_verb_and_is_not_hit(read: Read, text: str, side: str) -> None:
    claim = one(read(text), "attack")
    assert claim.attacker == side
    assert ("vehicle", "hit") not in things(claim)


@pytest.mark.parametrize(
    ("verb", "effect"),
    [
        ("was riddled with shrapnel", "damaged"),
        ("was torn apart", "damaged"),
        ("was put out of action", "damaged"),
        ("was left uninhabitable", "damaged"),
        ("was blown up", "destroyed"),
        ("was turned into rubble", "destroyed"),
        ("was reduced to ashes", "destroyed"),
        ("was set alight", "on_fire"),
    ],
)
def test_harm_to_things_in_many_words(read: Read, verb: str, effect: str) -> None:
    claim = one(read(f"In Nikopol, a house {verb} on Monday after a drone attack."), "damage")
    assert things(claim) == [("private_house", effect)]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The strike cut power to 50,000 homes in Odesa.", "power_supply"),
        ("Electricity was cut off in Odesa after the attack.", "power_supply"),
        ("Communications were cut in Odesa after the attack.", "civilian_infrastructure"),
    ],
)
def test_supplies_fail_in_many_words(read: Read, text: str, thing: str) -> None:
    assert things(one(read(text), "damage")) == [(thing, "cut_off")]


@pytest.mark.parametrize(
    ("verb", "effect"),
    [
        ("burned to death", "killed"),
        ("suffered fatal injuries", "killed"),
        ("died in hospital", "killed"),
        ("lost their lives", "killed"),
        ("were hit by shrapnel", "injured"),
        ("suffered burns", "injured"),
        ("required medical attention", "injured"),
        ("were airlifted to hospital", "hospitalised"),
        ("were left homeless", "displaced"),
        ("suffered smoke inhalation", "poisoned"),
    ],
)
def test_harm_to_people_in_many_words(read: Read, verb: str, effect: str) -> None:
    claim = one(read(f"Five people {verb} in Sumy on Monday after a Russian strike."), "casualties")
    assert harm(claim) == {effect: (5, 5)}


@pytest.mark.parametrize(
    "text",
    [
        "A rocket landed in an open area near Haifa, the Israeli army said.",
        "A drone went down near Haifa, the Israeli army said.",
        "Debris rained down on Haifa, the Israeli army said.",
        "Debris from one of the intercepted missiles landed in Haifa, the Israeli army said.",
    ],
)
def test_weapons_come_down_in_many_words(read: Read, text: str) -> None:
    assert "impact" in kinds(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Damascus was rocked by explosions on Monday.",
        "Damascus was jolted awake by explosions on Monday.",
        "A powerful blast ripped through Damascus on Monday.",
    ],
)
def test_blasts_are_heard_in_many_words(read: Read, text: str) -> None:
    claims = read(f"{text} Syrian air defences were at work.")
    assert targets(one(claims, "explosion")) == ["Damascus"]
    assert "damage" not in kinds(claims)


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("A missile was blown out of the sky over Haifa, the Israeli army said.", "missile"),
        ("Syrian air defences confronted missiles over Damascus.", "missile"),
        ("Air defences beat back drones over Sevastopol.", "uav"),
        ("A fighter jet shot down a drone over Eilat, the Israeli army said.", "uav"),
        ("Anti-aircraft guns shot down drones over Atbara, the Sudanese army said.", "uav"),
        ("Another 12 drones were locationally lost over Sumy.", "uav"),
    ],
)
def test_weapons_are_stopped_in_many_words(read: Read, text: str, weapon: str) -> None:
    assert {c for c, _ in weapons(one(read(text), "interception"))} == {weapon}


def test_interceptors_that_are_launched_attack_nobody(read: Read) -> None:
    assert read("Interceptor missiles were launched over Tel Aviv, the Israeli army said.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Rocket alerts sounded in Haifa.",
        "Residents of Haifa were told to take cover.",
        "Restrictions were imposed at Vnukovo airport in Moscow.",
        "Flights at Ben Gurion airport were halted.",
        "Jordan reopened its airspace.",
        "The Israeli military issued an urgent warning to residents of Hodeidah.",
        "Residents of Rafah were urged to evacuate.",
        "A drone threat was declared in Lipetsk.",
    ],
)
def test_the_public_is_warned_in_many_words(read: Read, text: str) -> None:
    claims = read(f"{text}\n\nIsraeli and Russian drones attack every day.")
    assert "alert" in kinds(claims)


@pytest.mark.parametrize(
    "words",
    [
        "Firefighters tackled a fire at a warehouse in Kharkiv.",
        "Rescuers dug through the rubble in Kharkiv.",
        "Rescuers sifted through the debris in Kharkiv.",
        "Rescuers combed the rubble for survivors in Kharkiv.",
        "Firefighters were deployed to the site in Kharkiv.",
        "Crews were repairing damaged power lines in Kharkiv.",
    ],
)
def test_help_comes_in_many_words(read: Read, words: str) -> None:
    claims = read(f"A Russian missile hit Kharkiv on Monday. {words}")
    assert "response" in kinds(claims)
    assert "impact" not in kinds(claims)


@pytest.mark.parametrize(
    "words",
    [
        "The UN said it was appalled by the attack on Gaza City.",
        "The UN secretary general was horrified by the attack on Gaza City.",
        "Egypt expressed its condemnation of the attack on Gaza City.",
        "Germany's chancellor said the attack on Gaza City was a war crime.",
        "Emmanuel Macron urged Israel to halt strikes on Gaza City.",
    ],
)
def test_a_strike_is_judged_in_many_words(read: Read, words: str) -> None:
    claims = read(f"An Israeli strike hit a house in Gaza City on Sunday.\n\n{words}")
    assert kinds(claims) == ["attack", "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Critics hammered the government in Kyiv over the budget.",
        "Heavy rain pounded Gaza City on Monday.",
        "Prices exploded in Khartoum last month.",
        "The talks on Gaza collapsed in Cairo on Monday.",
        "Wildfires destroyed homes near Odesa on Monday.",
        "An earthquake damaged hundreds of homes in Iran on Monday.",
        "A bus crash killed 12 people in Iran on Monday.",
        "Cholera killed 40 people in Khartoum.",
        "The UN came under fire over its aid work in Gaza.",
        "US sanctions targeted Iranian tankers on Monday.",
        "Iran launched missiles in a drill in the Gulf of Oman on Monday.",
        "Russia test-launched a Yars missile at Plesetsk on Monday.",
        "Sirens will sound in Haifa on Monday as part of a drill.",
        "No drones were shot down over Kyiv.",
    ],
)
def test_no_event_of_war_is_told(read: Read, text: str) -> None:
    assert read(f"{text}\n\nRussian and Israeli diplomats met.") == []


@pytest.mark.parametrize(
    ("weapon", "cls"),
    [
        ("Fateh-110 missile", "ballistic_missile"),
        ("Kheibar Shekan missile", "ballistic_missile"),
        ("BrahMos missile", "cruise_missile"),
        ("Fajr-5 rocket", "rocket"),
        ("JDAM bomb", "guided_bomb"),
        ("Bayraktar TB2 drone", "uav"),
        ("remote-controlled boat", "naval_drone"),
        ("limpet mine", "other"),
        ("Sukhoi jet", "aircraft"),
    ],
)
def test_one_weapon_of_a_model_is_one(read: Read, weapon: str, cls: str) -> None:
    claim = one(read(f"A {weapon} hit a house in Haifa on Monday, the Israeli army said."), "attack")
    assert {c for c, _ in weapons(claim)} == {cls}
    assert claim.count is not None
    assert claim.count.min == claim.count.max == 1


@pytest.mark.parametrize(
    ("thing", "label"),
    [
        ("residential compound", "residential_building"),
        ("souk", "commercial_building"),
        ("dialysis centre", "hospital"),
        ("shrine", "place_of_worship"),
        ("tuk-tuk", "vehicle"),
        ("control tower", "airport"),
        ("tunnel shaft", "military_site"),
        ("operations room", "command_post"),
        ("rocket workshop", "military_industry"),
        ("water well", "water_supply"),
        ("olive grove", "agriculture"),
        ("presidential palace", "public_building"),
        ("defence ministry", "public_building"),
        ("communications tower", "civilian_infrastructure"),
        ("community kitchen", "other"),
    ],
)
def test_things_are_hit_by_many_names(read: Read, thing: str, label: str) -> None:
    claim = one(read(f"A missile hit the {thing} in Haifa on Monday, the Israeli army said."), "attack")
    assert things(claim) == [(label, "hit")]


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("Hamas operatives", "military"),
        ("peacekeepers", "military"),
        ("civil defence workers", "rescuers"),
        ("rescue workers", "rescuers"),
        ("Red Crescent workers", "medics"),
        ("TV presenters", "journalists"),
        ("shopkeepers", "workers"),
        ("mourners", None),
    ],
)
def test_people_come_to_harm_by_many_names(read: Read, who: str, group: str | None) -> None:
    claim = one(read(f"An Israeli strike hit Rafah on Monday. Five {who} were killed in the strike."), "casualties")
    assert [(p.min, p.max, p.group) for p in claim.people] == [(5, 5, group)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Israeli army struck Tyre.", "IL"),
        ("The US military struck Hodeidah on Monday.", "US"),
        ("The Iran-aligned Houthi movement launched a drone at Tel Aviv.", "Houthis"),
        ("The Al-Quds Brigades fired rockets at Sderot.", "Palestinian Islamic Jihad"),
        ("Sudanese paramilitaries shelled El Fasher.", "Rapid Support Forces"),
        ("Syrian government forces shelled Idlib.", "SY"),
        ("M23 rebels shelled Goma.", "M23"),
        ("Israeli gunfire killed six Palestinians in Rafah on Monday.", "IL"),
    ],
)
def test_who_attacks_by_many_names(read: Read, text: str, side: str) -> None:
    assert one(read(text), "attack").attacker == side


def test_local_time_belongs_to_its_day(read: Read) -> None:
    claim = one(read("Russia struck Kharkiv at about 03:00 local time on Monday."), "attack")
    assert claim.time is not None
    assert claim.time.start == "2025-03-10T03:00"


@pytest.mark.parametrize("hedge", ["An apparent", "A presumed", "A reported", "What appeared to be an"])
def test_doubt_is_told_in_many_words(read: Read, hedge: str) -> None:
    claim = one(read(f"{hedge} Israeli strike hit a building in Damascus on Monday."), "attack")
    assert claim.stance == "unverified"


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine has severed diplomatic relations with Russia.",
        "He died at the age of 87 in Kyiv of heart disease.",
        "A Russian military plane landed in Minsk on Monday.",
    ],
)
def test_words_of_harm_that_tell_of_no_blow(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Russia continues to bomb civilian targets in Ukraine.",
        "The army put out a statement in Khartoum on Monday.",
        "The water supply was cut for maintenance in Haifa.",
        "The minister is reviewing the rules in Kyiv.",
        "A new exhibition in Kyiv shows destroyed Russian tanks.",
        "The blast furnace in Kryvyi Rih was restarted on Monday.",
    ],
)
def test_what_goes_on_everywhere_or_in_peace_is_no_event(read: Read, text: str) -> None:
    assert read(f"{text}\n\nRussian and Israeli diplomats met.") == []


@pytest.mark.parametrize(
    "words",
    [
        "The Houthi leader said his group would respond to the strikes on Sanaa.",
        "Hamas said the attack on Sanaa showed Israel was not serious about a truce.",
        "Emmanuel Macron said that Israel had shown its contempt for human life in the attack on Sanaa.",
        "Israel Katz said the Houthis would pay for the attack on Haifa.",
    ],
)
def test_an_answer_to_a_strike_is_a_position_and_no_strike(read: Read, words: str) -> None:
    claims = read(f"Israeli missiles hit a house in Sanaa and a shop in Haifa on Sunday.\n\n{words}")
    assert kinds(claims) == ["attack", "statement"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The shelling destroyed much of the hospital in El Fasher.", ("hospital", "destroyed")),
        ("Israeli strikes brought down a tower block in Gaza City.", ("residential_building", "destroyed")),
        ("The refinery in Ryazan suspended operations after the attack.", ("oil_refinery", "damaged")),
        ("Half of Odesa had no power after the attack.", ("power_supply", "cut_off")),
    ],
)
def test_what_a_strike_did_to_things(read: Read, text: str, thing: tuple[str, str]) -> None:
    assert things(one(read(f"{text}\n\nRussian and Israeli drones and the RSF are told of."), "damage")) == [thing]


@pytest.mark.parametrize("behind", ["Residents ran.", "A school was shut."])
def test_who_and_what_the_next_sentence_names_was_not_destroyed(read: Read, behind: str) -> None:
    claim = one(read(f"A missile was destroyed over Kharkiv. {behind}"), "interception")
    assert weapons(claim) == [("missile", None)]
