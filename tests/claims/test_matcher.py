import pytest
from hypothesis import given
from hypothesis import strategies as st

from purport.claims.matcher import Hit, Lexicon
from purport.model import View

HEADER = "form\tconcept\tlabel\tlanguage\tnumber\n"


def lexicon(*rows: str) -> Lexicon:
    lines = sorted("\t".join(cell.strip() for cell in row.split("|")) for row in rows)
    return Lexicon(HEADER + "".join(line + "\n" for line in lines))


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return lexicon(
        "drone | weapons | uav | en | s",
        "drones | weapons | uav | en | p",
        "naval drone | weapons | naval_drone | en | s",
        "drone strike | triggers | attack | en | s",
        "strike | triggers | attack | en | ",
        "strike a deal | ignore | all | en | ",
        "strike dome | ignore | weapons | en | ",
        "dome | weapons | missile | en | ",
        "café | objects | commercial_building | en | s",
        "х-101 | weapons | cruise_missile:Kh-101 | ru,uk | ",
        "дім | objects | private_house | uk | s",
        "дім | people | people | uk | s",
    )


def spans(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    view = View(text)
    return [(view.plain[hit.start : hit.end], hit.label) for hit in lexicon.find(view)]


def test_finds_words_with_their_offsets_and_number(small: Lexicon) -> None:
    assert small.find(View("Two drones fell")) == [Hit(4, 10, "weapons", "uav", "en", "p")]


def test_offsets_are_those_of_the_view_behind_markup_emoji_and_foreign_letters(small: Lexicon) -> None:
    view = View("🚀 **漢字 Ünïcode** [drone](http://example.org) 𝔘")
    (hit,) = small.find(view)
    span = view.original(hit.start, hit.end)
    assert view.text[span.start : span.end] == "drone"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("drone", True),
        ("(drone)", True),
        ("the drone's engine", True),
        ("the 'drone' fell", True),
        ("«drone»", True),
        ("drone-borne", True),
        ("anti-drone", True),
        ("drone't", False),
        ("o'drone", False),
        ("quadrone", False),
        ("drone2", False),
        ("drone_x", False),
        ("dronex", False),
    ],
)
def test_only_whole_words_count(small: Lexicon, text: str, found: bool) -> None:
    assert bool(small.find(View(text))) is found


def test_a_cyrillic_apostrophe_is_inside_a_word(small: Lexicon) -> None:
    assert spans(small, "об’дім дім’я дім") == [("дім", "private_house"), ("дім", "people")]


def test_a_longer_designation_is_another_weapon(small: Lexicon) -> None:
    assert spans(small, "Х-1012 та Х-101М") == []
    assert spans(small, "ракети Х-101/Х-555") == [("Х-101", "cruise_missile:Kh-101")]


def test_the_longest_of_one_concept_wins_and_concepts_overlap(small: Lexicon) -> None:
    assert spans(small, "a naval drone strike") == [("naval drone", "naval_drone"), ("drone strike", "attack")]


def test_what_an_ignored_phrase_holds_is_not_found(small: Lexicon) -> None:
    assert spans(small, "They strike a deal, then strike") == [("strike", "attack")]
    assert spans(small, "a strike dome, a dome") == [("strike", "attack"), ("dome", "missile")]


def test_no_phrase_runs_through_an_empty_line(small: Lexicon) -> None:
    assert spans(small, "Drone\n\nstrike") == [("Drone", "uav"), ("strike", "attack")]
    assert spans(small, "Drone\nstrike") == [("Drone strike", "attack"), ("Drone", "uav")]


def test_case_quotation_marks_and_dashes_are_folded(small: Lexicon) -> None:
    assert spans(small, "ДРОН, DRONE, Х–101") == [("DRONE", "uav"), ("Х–101", "cruise_missile:Kh-101")]


def test_letters_outside_the_code_page_are_told_apart(small: Lexicon) -> None:
    assert spans(small, "Café, caf漢, caf?, CAFÉ") == [("Café", "commercial_building"), ("CAFÉ", "commercial_building")]


@given(st.text(alphabet="aedronstrik х-101дім'\n _é", max_size=60))
def test_every_hit_is_a_form_with_nothing_longer_of_its_concept_around_it(small: Lexicon, text: str) -> None:
    view = View(text)
    hits = small.find(view)
    assert hits == sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.concept, hit.label))
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(view)
        around = [h for h in hits if h.concept == hit.concept and h.start <= hit.start and hit.end <= h.end]
        assert {(h.start, h.end) for h in around} == {(hit.start, hit.end)}


def test_the_shipped_lexicon_knows_the_three_languages() -> None:
    shipped = Lexicon.load()
    view = View("Сили ППО збили шість «Шахедів»; сбиты два беспилотника; a cruise missile hit a school")
    labels = {hit.label for hit in shipped.find(view)}
    assert {"uav:Shahed-136/131", "uav", "cruise_missile", "school"} <= labels
