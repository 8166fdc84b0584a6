"""What a document tells twice is one claim, and what only looks like it is two."""

from tests.claims.reading import Read, harm, kinds, targets


def test_what_becomes_of_a_whole_attack_is_no_retelling_of_a_part_of_it(read: Read) -> None:
    text = (
        "Russia fired 40 missiles at Ukraine overnight, the majority of which targeted Kyiv, the air force said. "
        "The massive attack was thwarted, a spokesman said."
    )
    attacks = [c for c in read(text) if c.kind == "attack"]
    assert [c.quote for c in attacks][1:] == ["the majority of which targeted Kyiv", "The massive attack was thwarted"]
    assert [targets(c) for c in attacks] == [["Ukraine"], ["Kyiv"], ["Ukraine"]]


def test_a_toll_that_one_source_gives_twice_is_one_claim(read: Read) -> None:
    text = (
        "Police said on Monday that 12 people were killed in Sumy.\n\n"
        "A Russian missile killed 12 people and wounded 30 in Sumy on Monday, police said."
    )
    assert [harm(c) for c in read(text) if c.kind == "casualties"] == [{"killed": (12, 12), "injured": (30, 30)}]


def test_tolls_of_two_sources_are_two_claims(read: Read) -> None:
    text = "Police said on Monday that 12 people were killed in Sumy. The mayor said 12 residents of Sumy were killed."
    assert kinds(read(text)).count("casualties") == 2


def test_a_headline_of_a_country_is_told_again_by_its_towns(read: Read) -> None:
    text = "Israeli strike hits a school in Gaza\n\nAn Israeli airstrike hit a school in Khan Younis on Monday."
    assert [targets(c) for c in read(text)] == [["Khan Yunis"]]


def test_the_blast_of_a_strike_just_told_is_no_other_one(read: Read) -> None:
    claims = read("A missile hit a hotel in Sumy on Monday. The blast shattered windows nearby.")
    assert "explosion" not in kinds(claims)


def test_a_fire_that_is_only_named_as_put_out_is_no_damage(read: Read) -> None:
    claims = read('Drones hit a depot in Oryol. That fire was "quickly extinguished", the governor said.')
    assert kinds(claims) == ["attack", "response"]


def test_since_when_something_has_been_so_is_no_report(read: Read) -> None:
    text = "Israeli strikes hit Beirut on Monday. The group has fired rockets since Hamas attacked Israel on October 7."
    assert [targets(c) for c in read(text) if c.kind == "attack" and c.attacker != "IL"] in ([], [[]])


def test_the_known_strike_that_another_source_names_is_no_other_one(read: Read) -> None:
    text = (
        "An airstrike hit a hospital in Sumy on Monday, the mayor said. "
        "Police said ten died in the airstrike on the hospital."
    )
    assert kinds(read(text)).count("attack") == 1


def test_what_a_whole_war_has_cost_without_a_number_is_no_report(read: Read) -> None:
    claims = read("A drone hit Sumy on Monday. The war, now in its third year, has killed tens of thousands.")
    assert kinds(claims) == ["attack"]
