"""The register: its data is sound, and its questions are answered from what it says, never beyond it."""

import re
from collections import Counter, defaultdict
from importlib.resources import files

import pycountry
import pytest

from purport.claims.registry import Entry, Register, Role
from purport.model import Source, fold

PARTIES = {"Hamas", "Hezbollah", "Houthis", "Palestinian Islamic Jihad"}
MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
REGIONS = {known.code for known in pycountry.subdivisions}
COUNTRIES = {known.alpha_2 for known in pycountry.countries}
TERM = re.compile(r"[=@]?\S(.*\S)?")


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


@pytest.fixture
def small() -> Register:
    entries = [
        Entry("Old Governor", "official", "UA", "UA-18", office="governor", until="2023-03", en=("@Old Governor",)),
        Entry("New Governor", "official", "UA", "UA-18", office="governor", since="2023-04", en=("@New Governor",)),
        Entry("Town Mayor", "official", "UA", "UA-18", "Smalltown", office="mayor"),
        Entry("Other Mayor", "official", "UA", "UA-18", "Otherville", office="mayor"),
        Entry("Own Head", "official", "UA", "UA-40", office="head"),
        Entry("Installed Head", "official", "RU", "UA-40", office="head"),
        Entry("Ukraine", "state", "UA", "UA", demonym="Ukrainian", uk=("Україна",)),
        Entry("Ukrainian officials", "role", "UA", "UA", en=("=Ukrainian officials",)),
        Entry("Daily Paper", "media", channels=("DailyPaper",), sites=("daily.example",), uk=("Щоденник",)),
        Entry("Evening Paper", "media", sites=("evening.daily.example",), uk=("=Щоденник",)),
        Entry("Invader's Office", "administration", "RU", "UA-40"),
    ]
    roles = [
        Role("governor", "Governor", "governor", "role", office="governor"),
        Role("mayor", "Mayor", "mayor", "role", office="mayor"),
        Role("head", "Head", "head", "role", office="head"),
        Role("installed", "Installed head", "installed head", "role", office="head", side="RU"),
        Role("officials", "Officials", "officials", "role", office="official"),
        Role("residents", "Residents", "residents", "role"),
    ]
    return Register(entries, roles, {"UA": "Europe/Kyiv", "RU": "Europe/Moscow", "RU-SAM": "Europe/Samara"})


# --- the data --------------------------------------------------------------------------------------------------------


def is_code(code: str) -> bool:
    return code in COUNTRIES or code in REGIONS


def test_the_register_is_wide(register: Register) -> None:
    kinds = Counter(entry.kind for entry in register.entries)
    assert len(register.entries) > 1000
    assert kinds["official"] > 500
    assert kinds["media"] > 100
    assert kinds["ministry"] > 50
    assert kinds["channel"] > 30
    assert len(register.roles) > 50


def test_every_source_is_well_formed(register: Register) -> None:
    for entry in register.entries:
        terms = (*entry.en, *entry.uk, *entry.ru)
        assert entry.en, entry.name
        assert terms, entry.name
        assert all(TERM.fullmatch(term) for term in terms), entry.name
        assert all(term.isascii() or not re.search("[А-я]", term) for term in entry.en), entry.name
        assert entry.side is None or entry.side in PARTIES or is_code(entry.side), entry.name
        assert entry.jurisdiction is None or is_code(entry.jurisdiction), entry.name
        assert set(entry.surname) <= {"en", "uk", "ru"}, entry.name


def test_persons_and_only_persons_are_officials(register: Register) -> None:
    for entry in register.entries:
        names = [term for term in entry.en if term.startswith("@")]
        assert (entry.kind == "official") == bool(names), entry.name
        assert not names or entry.office, entry.name


def test_times_in_office_are_months_in_order(register: Register) -> None:
    for entry in register.entries:
        told = [month for month in (entry.since, entry.until) if month]
        assert all(MONTH.fullmatch(month) for month in told), entry.name
        assert told == sorted(told), entry.name


def test_names_ids_channels_and_sites_are_unique(register: Register) -> None:
    for values in (
        [entry.name for entry in register.entries],
        [role.id for role in register.roles],
        [user.lower() for entry in register.entries for user in dict.fromkeys(map(str.lower, entry.channels))],
        [site for entry in register.entries for site in entry.sites],
    ):
        assert sorted(values) == sorted(set(values))


def test_no_term_stands_for_two_sources(register: Register) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in register.entries:
        for term in (*entry.en, *entry.uk, *entry.ru):
            owners[fold(term.lstrip("=@"))].add(entry.name)
    assert {term: names for term, names in owners.items() if len(names) > 1} == {}


def test_no_term_stands_for_two_roles(register: Register) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for role in register.roles:
        assert role.en, role.id
        assert role.uk, role.id
        assert role.ru, role.id
        for term in (*role.en, *role.uk, *role.ru):
            owners[fold(term.lstrip("="))].add(role.id)
    assert {term: ids for term, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("concept", ["source", "role"])
def test_no_inflected_form_stands_for_two(concept: str) -> None:
    table = (files("purport.claims") / "lexicon" / "forms.tsv").read_text(encoding="utf-8")
    owners: dict[str, set[str]] = defaultdict(set)
    for form, kind, label, *_ in (line.split("\t") for line in table.splitlines()[1:]):
        if kind == concept:
            owners[form].add(label)
    assert owners
    assert {form: labels for form, labels in owners.items() if len(labels) > 1} == {}


def test_what_roles_lead_to_exists(register: Register) -> None:
    offices = {entry.office for entry in register.entries}
    for role in register.roles:
        assert role.body is None or role.body in offices or role.kind != "ministry", role.id


def test_every_state_with_a_name_for_its_people_has_a_zone(register: Register) -> None:
    wide = {"US", "CA", "AU", "KZ"}  # several zones, none the country's own
    for entry in register.entries:
        if entry.demonym and entry.jurisdiction not in wide:
            assert register.zone(entry.source), entry.name


# --- its answers -----------------------------------------------------------------------------------------------------


def test_source_and_office_by_name(small: Register) -> None:
    assert small.source("Town Mayor") == Source("Town Mayor", "official", "UA", "UA-18", "Smalltown")
    assert small.office("Town Mayor") == "mayor"
    assert small.source("Nobody") is None
    assert small.office("Nobody") is None


@pytest.mark.parametrize(
    ("on", "names"),
    [
        ("2022-06-01", ["Old Governor"]),
        ("2023-03-31T10:00+03:00", ["Old Governor"]),
        ("2023-04-01", ["New Governor"]),
        ("2030-01-01", ["New Governor"]),
        (None, ["Old Governor", "New Governor"]),
    ],
)
def test_who_held_an_office_when(small: Register, on: str | None, names: list[str]) -> None:
    assert [source.name for source in small.by_jurisdiction("UA-18", "governor", on=on)] == names


def test_a_year_is_enough_to_bound_a_time_in_office() -> None:
    entry = Entry("Somebody", "official", since="2022", until="2024")
    assert [entry.held(on) for on in ("2022-01-01", "2023-06-01", "2024-12-31")] == [True, True, True]
    assert [entry.held(on) for on in ("2021-12-31", "2025-01-01")] == [False, False]


def test_a_mayor_is_found_by_town_only(small: Register) -> None:
    assert small.by_jurisdiction("UA-18", "mayor") == ()
    assert [s.name for s in small.by_jurisdiction("UA-18", "mayor", settlement="Otherville")] == ["Other Mayor"]


def test_a_role_beside_a_place_is_its_holder_at_the_time(small: Register) -> None:
    found = small.speaker_of("governor", ("UA", "UA-18"), on="2023-08-01")
    assert found is not None
    assert found.name == "New Governor"


def test_a_role_that_two_may_hold_stays_unnamed(small: Register) -> None:
    assert small.speaker_of("governor", ("UA", "UA-18")) == Source("Governor", "role", None, "UA-18")


def test_an_occupied_region_s_head_is_the_country_s_own_unless_the_role_says_otherwise(small: Register) -> None:
    own = small.speaker_of("head", ("UA", "UA-40"))
    installed = small.speaker_of("installed", ("UA", "UA-40"))
    assert own is not None
    assert installed is not None
    assert (own.name, installed.name) == ("Own Head", "Installed Head")


def test_a_role_with_a_country_is_named_by_both(small: Register) -> None:
    assert small.speaker_of("officials", ("UA", None)) == Source("Ukrainian officials", "role", "UA", "UA")
    assert small.speaker_of("residents", ("UA", None)) == Source("Ukrainian residents", "role", None, "UA")
    assert small.speaker_of("residents", ("PT", None)) == Source("Residents", "role", None, "PT")


def test_a_role_alone_and_a_role_unknown(small: Register) -> None:
    assert small.speaker_of("residents", (None, None)) == Source("Residents", "role")
    assert small.speaker_of("nobody", (None, None)) is None
    assert small.role("nobody") is None


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("whatever", "https://t.me/dailypaper/17", "Daily Paper"),
        ("Щоденник (t.me/DailyPaper)", None, "Daily Paper"),
        ("dailypaper", None, "Daily Paper"),
        ("whatever", "https://www.daily.example/2024/a?b=c", "Daily Paper"),
        ("whatever", "https://evening.daily.example", "Evening Paper"),
        ("whatever", "https://notdaily.example/", None),
        ("DAILY  PAPER", None, "Daily Paper"),
        ("Daily Paper (online)", "https://elsewhere.example/x", "Daily Paper"),
        ("Щоденник", None, None),
        ("Україна", None, "Ukraine"),
        ("", None, None),
    ],
)
def test_publishers_are_known_by_channel_site_or_name(
    small: Register, name: str, url: str | None, expected: str | None
) -> None:
    found = small.publisher(name, url)
    assert (found.name if found else None) == expected


def test_zones_are_those_of_the_region_the_country_or_the_occupier(small: Register) -> None:
    assert small.zone(Source("a", "media", "RU", "RU-SAM")) == "Europe/Samara"
    assert small.zone(Source("a", "media", "RU", "RU-KRS")) == "Europe/Moscow"
    assert small.zone(Source("a", "media", None, "UA-40")) == "Europe/Kyiv"
    assert small.zone(Source("a", "administration", "RU", "UA-40")) == "Europe/Moscow"
    assert small.zone(Source("a", "channel", "UA")) == "Europe/Kyiv"
    assert small.zone(Source("a", "media", "Hamas", "PS")) is None
    assert small.zone(Source("a", "media")) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Минобороны России (t.me/mod_russia)", "Russian Ministry of Defence"),
        ("Повітряні сили ЗСУ (t.me/kpszsu)", "Ukrainian Air Force"),
        ("Al Jazeera", "Al Jazeera"),
        ("The Guardian", "The Guardian"),
    ],
)
def test_publishers_of_the_shipped_register(register: Register, name: str, expected: str) -> None:
    found = register.publisher(name)
    assert found is not None
    assert found.name == expected
