from purport.incidents.episodes import episodes_of
from tests.incidents.making import NEXT_NIGHT, ROSTOV, SARATOV, claim, linked, town


def test_a_night_s_attack_is_one_episode_over_all_its_places_and_the_next_night_another() -> None:
    night = [
        claim("interception", ROSTOV, n=44),
        claim("damage", town("Engels", "RU-SAR"), objects=[("oil_depot", "on_fire")]),
        claim("casualties", SARATOV, people=[("injured", 2, 2)], time="2025-03-05"),
    ]
    later = claim("interception", ROSTOV, n=1, time=NEXT_NIGHT, published="2025-03-06T09:00:00+03:00")
    episodes = {len(episode.incidents): episode for episode in episodes_of(linked([*night, later]))}
    assert set(episodes) == {3, 1}
    assert set(episodes[3].places) == {"Rostov Oblast", "Engels", "Saratov Oblast"}
    assert episodes[3].attacker == "UA"


def test_what_has_no_time_is_an_episode_of_its_own() -> None:
    told = [claim("damage", ROSTOV, time=None, published=None), claim("explosion", ROSTOV, time=None, published=None)]
    assert len(episodes_of(linked(told))) == 2
