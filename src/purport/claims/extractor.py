"""Document to claims, by rules over lexicons: the extractor that Purport ships."""

from functools import cache, cached_property

from purport.claims import theatres
from purport.claims.gate import is_of_war, passes
from purport.claims.gathering import gather
from purport.claims.look import Look
from purport.claims.matcher import Hit, Lexicon
from purport.claims.reading import Reading
from purport.claims.registry import Register
from purport.claims.setting import setting_of
from purport.model import Claim, Document, Hints, PlaceFinder, Source, TimeFinder, View

__all__ = ["RuleExtractor"]


class RuleExtractor:
    """Reads claims by lexicon and frame. `name` changes whenever the same document could give other claims."""

    name = "rules/2"

    def __init__(self, places: PlaceFinder, times: TimeFinder) -> None:
        self._places = places
        self._times = times
        self._lexicon = _lexicon()
        self._register = _register()

    def __call__(self, document: Document) -> list[Claim]:
        """The document's claims, in order of their words; empty where it holds none."""
        view = View(document.text)
        hits = self._lexicon.find(view)
        if not passes(hits, post=document.kind == "telegram"):
            return []
        publisher = self._register.publisher(document.source, document.url)
        hints = self._hints(document, publisher, hits)
        marks = gather(view, hits, self._places, self._times, hints)
        setting = setting_of(document, publisher, hints.zone)
        sided = setting.is_post and publisher is not None and publisher.side is not None
        if not is_of_war(marks, brief=setting.is_brief, sided=sided):
            return []
        reading = Reading(view, marks, self._register, setting, self._places)
        return reading.claims(document, self.name)

    @cached_property
    def look(self) -> Look:
        """The looks that tell cheaply what this extractor would find nothing in."""
        return Look.of(self._lexicon)

    def _hints(self, document: Document, publisher: Source | None, hits: list[Hit]) -> Hints:
        """Where and in whose time a document's names are looked for first."""
        known = theatres.load()
        countries = known.countries.get(document.language or "") or _parties(hits)
        home = publisher.jurisdiction if publisher else None
        side = publisher.side if publisher else known.side(document)
        zone = (self._register.zone(publisher) if publisher else None) or known.zone(side)
        return Hints(countries, home if home and "-" in home else None, document.published, zone)


def _parties(hits: list[Hit]) -> tuple[str, ...]:
    """The countries within reach of the sides of a war that a text names, in its order."""
    known = theatres.load()
    sides = dict.fromkeys(h.label for h in hits if h.concept == "sides")
    named = tuple(dict.fromkeys(country for side in sides for country in known.reach.get(side, ())))
    return known.default if set(named) <= set(known.default) else named


@cache
def _lexicon() -> Lexicon:
    return Lexicon.load()


@cache
def _register() -> Register:
    return Register.load()
