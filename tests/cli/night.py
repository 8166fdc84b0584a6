"""A made night for the commands about incidents: texts that say their claims in so many words, and who reads them."""

import re
from collections.abc import Callable
from pathlib import Path

from purport.model import (
    Attribution,
    Claim,
    Document,
    Hints,
    People,
    Place,
    PlaceMention,
    Quantity,
    Source,
    Thing,
    TimeSpan,
    View,
    Weapon,
)
from purport.pipeline import Stages
from purport.pipeline.adding import default_linker
from tests.pipeline.fakes import document, read_lines, write_lines

NIGHT = TimeSpan("2024-04-04", "2024-04-05")
_CODES = {"Russia": "RU", "Rostov": "RU-ROS", "Kursk": "RU-KRS", "Saratov": "RU-SAR", "Tula": "RU-TUL", "Kyiv": "UA-30"}
_SPEAKERS = {
    "Ministry": Source("Ministry", "ministry", "RU"),
    "Governor": Source("Governor", "official", "RU", "RU-ROS"),
    "Staff": Source("Staff", "military", "UA"),
}
_SENTENCE = re.compile(
    r"(?P<kind>attack|interception|impact|damage|casualties|statement) (?P<number>\d+|some) over (?P<place>\w+)"
    r"(?:, (?P<who>\w+) (?P<cue>said|denied))?"
)


def region(name: str) -> Place:
    code = _CODES[name]
    if "-" in code:
        return Place(f"{name} Oblast", "target", code[:2], code, None, None, code, 51.0, 40.0, "region")
    return Place(name, "target", code, None, None, None, code, 51.0, 40.0, "country")


class Atlas:
    """Knows the regions of the night by name and by code."""

    def find(self, view: View, hints: Hints) -> list[PlaceMention]:
        del hints
        name = view.plain.removesuffix(" Oblast")
        return [PlaceMention(0, len(view.plain), region(name))] if name in _CODES else []

    def by_code(self, code: str) -> Place | None:
        return next((region(name) for name, known in _CODES.items() if known == code), None)


class Scribe:
    """Reads "interception 44 over Rostov, Ministry said"; what has no date tells no time."""

    name = "scribe/1"

    def __call__(self, document: Document) -> list[Claim]:
        return [self._claim(document, found) for found in _SENTENCE.finditer(document.text)]

    def _claim(self, document: Document, found: re.Match[str]) -> Claim:
        number = None if found["number"] == "some" else int(found["number"])
        harmed = found["kind"] == "casualties"
        place = region(found["place"])
        return Claim.of(
            document,
            kind=found["kind"],  # type: ignore[arg-type]  # the expression names kinds only
            start=found.start(),
            end=found.end(),
            attacker="RU" if place.country == "UA" else "UA",
            weapons=(Weapon("uav"),),
            count=None if harmed or number is None else Quantity.exact(number),
            outcome="destroyed" if found["kind"] == "interception" else None,
            places=(place,),
            time=NIGHT if document.published else None,
            objects=(Thing("oil_depot", "on_fire"),) if found["kind"] == "damage" else (),
            people=(People("injured", number, number),) if harmed else (),
            attribution=(Attribution(_SPEAKERS[found["who"]], "said"),) if found["who"] else (),
            stance="denied" if found["cue"] == "denied" else "asserted",
            extractor=self.name,
        )


POSTS = (
    document(
        "morning",
        "Of the night: interception 53 over Russia, Ministry said; interception 44 over Rostov, Ministry said; "
        "interception 3 over Kursk, Ministry said; interception some over Saratov, Ministry said. \x1b[2JThat was all.",
        published="2024-04-05T06:00:00+00:00",
    ),
    document(
        "governor",
        "Early casualties 2 over Rostov, Governor said, and damage 1 over Rostov, Governor said, near the river.",
        published="2024-04-05T05:00:00+00:00",
    ),
    document("staff", "attack 3 over Kyiv, Staff said. statement 1 over Kyiv", published="2024-04-05T07:00:00+00:00"),
)
LATER = (
    document("evening", "By now casualties 5 over Rostov, Governor said.", published="2024-04-05T15:00:00+00:00"),
    document("denial", "damage 1 over Rostov, Ministry denied.", published="2024-04-05T16:00:00+00:00"),
    document("nothing", "impact 2 over Kyiv, Ministry denied.", published="2024-04-05T16:30:00+00:00"),
    document("undated", "interception 44 over Rostov, Ministry said.", published=None),
)


def lay_out(folder: Path, patch: Callable[[str, object], None]) -> None:
    """Two files of posts in a folder, and stages that read them."""
    write_lines(folder / "posts.jsonl", *POSTS)
    write_lines(folder / "later.jsonl", *LATER)
    ours = Stages(read=read_lines, extract=Scribe(), link=default_linker())
    for module in ("purport.pipeline.stream", "purport.pipeline.run"):
        patch(f"{module}.default_stages", lambda: ours)
    patch("purport.pipeline.stages.places", lambda _settings: Atlas())
    patch("purport.pipeline.stages.gloss", lambda claim, _language: f"{claim.kind} told")
