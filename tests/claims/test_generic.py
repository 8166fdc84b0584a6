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
