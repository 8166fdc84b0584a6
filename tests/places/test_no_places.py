"""Words that are towns somewhere, and are none here."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from purport.model import Hints, View
from purport.places import Gazetteer
from tests.places.conftest import Find


@pytest.mark.parametrize(
    "text",
    [
        "In March the Defence Ministry was Reading the news. Mobile units; Nice work.",
        "Olaf Scholz and Volodymyr Zelensky met on Friday",
        "President Golubev, Colonel Ivanov and Mr Petrov",
        "The Storm Shadow and Patriot missiles",
        "підрозділи Головного управління розвідки",
        "войска Южного военного округа",
        "Північні потоки, Нова Пошта, Центральним елементом",
        "пожежа на заводі «Дружба»",
        "у травні та серпні, у понеділок",
        "губернатор Вячеслав Гладков, глава Олег Синєгубов",
        "ЗСУ, ППО, БПЛА, НПЗ",
        "форсування Дніпра",
        "the banks of the Dnipro",
        "on Pushkin street",
    ],
)
def test_nothing_is_found(find: Find, text: str) -> None:
    assert [m.place.name for m in find(text)] == []


def test_a_word_for_village_makes_an_ordinary_word_a_name(find: Find) -> None:
    assert [m.place.settlement for m in find("Терор біля населеного пункту Стійке")] == ["Stiike"]


def test_towns_of_countries_that_the_text_is_not_about_are_left_out(find: Find) -> None:
    assert find("Smoke over Springfield") == []
    assert [m.place.region for m in find("Smoke over Springfield, Illinois", "US")][:1] == ["US-IL"]


_FRAGMENTS = st.sampled_from([
    "Kharkiv", "kharkiv", "Rostov", "Курской", "Белгородской", "областей", "region", "regions", "and", "и", ", ", " - ",
    "(2)", "районе", "направлении", "District", "of", "Kyiv", "України", "южнее", "«", "»", ". ", "\n", "**",
    "аэродром", "Саки", "Nova", "Kakhovka", "Мирне", "н.п.", "’s", "Дніпра", "southern", "Russia",
    "https://t.me/a/1", "🔥", "1",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_FRAGMENTS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_mentions_are_in_order_apart_and_within_the_text(gazetteer: Gazetteer, text: str) -> None:
    view = View(text)
    found = gazetteer.find(view, Hints(countries=("UA", "RU")))
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(view.plain)
        assert (mention.place.lat is None) == (mention.place.lon is None)
        assert mention.place.region is None or mention.place.region.startswith(str(mention.place.country))
        end = mention.end
