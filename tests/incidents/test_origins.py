"""Whom claims go back to."""

from tests.incidents.making import KURSK, ROSTOV, SARATOV, claim, incidents, region

WORDS = "Air defences over the Rostov region destroyed forty-four drones in the course of the night"


def origins(*claims) -> int:  # type: ignore[no-untyped-def]
    (incident,) = incidents(*claims)
    return incident.origins


def test_ten_outlets_that_quote_one_ministry_are_one_origin() -> None:
    outlets = [claim("interception", ROSTOV, n=44, publisher=f"Outlet {n}") for n in range(10)]
    assert origins(*outlets) == 1


def test_the_ministry_itself_and_who_quotes_it_are_one_and_the_governor_is_another() -> None:
    own = claim("interception", ROSTOV, n=44, by="", publisher="Ministry")
    quoted = claim("interception", ROSTOV, n=44, publisher="Outlet")
    assert origins(own, quoted) == 1
    assert origins(own, quoted, claim("interception", ROSTOV, n=44, by="Governor")) == 2


def test_an_agency_that_cites_the_ministry_is_no_origin_of_its_own() -> None:
    assert (
        origins(
            claim("interception", ROSTOV, n=44), claim("interception", ROSTOV, n=44, sources=("Ministry", "Agency"))
        )
        == 1
    )


def test_the_same_words_in_two_papers_are_one_origin_and_other_words_are_two() -> None:
    first, copy, other = (
        claim("interception", ROSTOV, n=44, by="", publisher=paper, quote=words)
        for paper, words in (
            ("A", WORDS),
            ("B", WORDS + " "),
            ("C", "44 drones were stopped above Rostov, our reporter saw"),
        )
    )
    assert origins(first, copy) == 1
    assert origins(first, copy, other) == 2


def test_a_translation_is_no_origin_of_its_own() -> None:
    places = ((ROSTOV, 44), (KURSK, 2), (SARATOV, 1))
    told = [
        claim("interception", place, n=n, by="", publisher=paper, document=paper, quote=f"{paper} {n}")
        for paper in ("Paper", "Газета")
        for place, n in places
    ]
    assert [incident.origins for incident in incidents(*told)] == [1, 1, 1]


def test_each_side_has_its_own_version() -> None:
    (incident,) = incidents(
        claim("interception", ROSTOV, n=10), claim("interception", ROSTOV, n=8, by="Staff", attacker="UA")
    )
    assert {side.side: side.count.best for side in incident.sides if side.count} == {"RU": 10, "UA": 8}


def test_who_is_no_party_to_the_war_is_of_other_sides() -> None:
    (incident,) = incidents(
        claim("interception", ROSTOV, n=44),
        claim("interception", ROSTOV, n=44, by="Emirate"),
        claim("interception", ROSTOV, n=44, by="Passer-by"),
    )
    assert {side.side for side in incident.sides} == {"RU", "other", None}
    far = region(("QA", "Qatar"))
    (own,) = incidents(claim("attack", far, by="Emirate", attacker=None))
    assert [side.side for side in own.sides] == ["QA"], "it is where it was attacked itself"
