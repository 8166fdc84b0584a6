"""Hypothesis strategies for every record of the model."""

from datetime import date, datetime, time
from typing import get_args

from hypothesis import strategies as st

from purport.model import (
    KINDS,
    Attribution,
    Candidate,
    Claim,
    Document,
    DocumentKind,
    Effect,
    Grain,
    Harm,
    Media,
    ObjectType,
    Outcome,
    People,
    Place,
    Precision,
    Quantity,
    Role,
    Source,
    SourceKind,
    Stance,
    Thing,
    TimeSpan,
    Weapon,
    WeaponClass,
)

words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words
counts = st.integers(0, 10**6)
maybe_counts = st.none() | counts
countries = st.none() | st.sampled_from(["UA", "RU", "PL"])
regions = st.none() | st.sampled_from(["UA-65", "RU-ROS", "UA-43"])
latitudes = st.floats(-90, 90, allow_nan=False)
longitudes = st.floats(-180, 180, allow_nan=False)
points = st.tuples(st.none(), st.none()) | st.tuples(latitudes, longitudes)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(counts), draw(counts)))
    return Quantity(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])), draw(st.booleans()))


@st.composite
def places(draw: st.DrawFn) -> Place:
    lat, lon = draw(points)
    return Place(
        name=draw(words),
        role=draw(st.sampled_from(get_args(Role))),
        country=draw(countries),
        region=draw(regions),
        settlement=draw(maybe_words),
        geonames=draw(maybe_counts),
        code=draw(regions),
        lat=lat,
        lon=lon,
        precision=draw(st.none() | st.sampled_from(get_args(Precision))),
        basis=draw(maybe_words),
        katottg=draw(maybe_words),
        candidates=tuple(draw(st.lists(candidates, max_size=2))),
    )


_days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
_minutes = st.builds(
    lambda day, hour, minute: datetime.combine(day, time(hour, minute)), _days, st.integers(0, 23), st.integers(0, 59)
)


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    """Both ends days, or both minutes: a mixed pair may be empty."""
    if draw(st.booleans()):
        start, end = sorted(day.isoformat() for day in draw(st.tuples(_days, _days)))
    else:
        start, end = sorted(f"{minute:%Y-%m-%dT%H:%M}" for minute in draw(st.tuples(_minutes, _minutes)))
    return TimeSpan(
        start,
        end,
        zone=draw(st.sampled_from([None, "Europe/Kyiv"])),
        grain=draw(st.none() | st.sampled_from(get_args(Grain))),
        basis=draw(maybe_words),
    )


candidates = st.builds(Candidate, words, countries, regions, maybe_counts, latitudes, longitudes)
weapons = st.builds(Weapon, st.sampled_from(get_args(WeaponClass)), maybe_words)
things = st.builds(Thing, st.sampled_from(get_args(ObjectType)), st.sampled_from(get_args(Effect)))
people = st.builds(People, st.sampled_from(get_args(Harm)), maybe_counts, maybe_counts, maybe_words)
sources = st.builds(Source, words, st.sampled_from(get_args(SourceKind)), countries, regions, maybe_words)
attributions = st.builds(
    Attribution, sources, st.sampled_from(["said", "according", "citing", "quote", "sign-off", "carried"])
)
media = st.builds(Media, maybe_words, maybe_words, st.sampled_from([None, "photo", "video"]), maybe_words, maybe_words)
documents = st.builds(
    Document,
    id=words,
    source=words,
    kind=st.sampled_from(get_args(DocumentKind)),
    url=maybe_words,
    published=maybe_words,
    language=st.none() | st.sampled_from(["en", "uk", "ru"]),
    title=maybe_words,
    text=st.text(max_size=80),
    published_basis=maybe_words,
    author=maybe_words,
    raw_hash=maybe_words,
    edited=maybe_words,
    forwarded_from=maybe_words,
    reply_to=maybe_words,
    media=st.lists(media, max_size=2).map(tuple),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    document = draw(documents.filter(lambda d: bool(d.text)))
    start = draw(st.integers(0, len(document.text) - 1))
    return Claim.of(
        document,
        kind=draw(st.sampled_from(KINDS)),
        start=start,
        end=draw(st.integers(start + 1, len(document.text))),
        attacker=draw(countries),
        weapons=tuple(draw(st.lists(weapons, max_size=2))),
        count=draw(st.none() | quantities()),
        outcome=draw(st.none() | st.sampled_from(get_args(Outcome))),
        places=tuple(draw(st.lists(places(), max_size=2))),
        time=draw(st.none() | spans()),
        objects=tuple(draw(st.lists(things, max_size=2))),
        people=tuple(draw(st.lists(people, max_size=2))),
        attribution=tuple(draw(st.lists(attributions, max_size=2))),
        stance=draw(st.sampled_from(get_args(Stance))),
        extractor=draw(st.sampled_from(["", "rules/1"])),
    )
