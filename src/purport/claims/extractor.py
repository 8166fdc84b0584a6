"""Document to claims, by rules over lexicons: the extractor that Purport ships."""

import dataclasses
from functools import cache

import msgspec

from purport.claims.context import Context
from purport.claims.frames import Draft, Event, Scene, draft, events, listed
from purport.claims.gate import is_of_war, passes
from purport.claims.geography import places_of
from purport.claims.marks import Mark, Marks, gather
from purport.claims.matcher import Hit, Lexicon
from purport.claims.registry import Register
from purport.claims.segments import Sentence, quotations, sentences
from purport.claims.stance import is_background, is_irrealis, stance
from purport.claims.statements import statement
from purport.claims.voices import Voices
from purport.model import (
    Attribution,
    Claim,
    Document,
    Hints,
    Outcome,
    Place,
    PlaceFinder,
    Source,
    TimeFinder,
    TimeSpan,
    View,
)

__all__ = ["RuleExtractor"]

_LANGUAGE_SIDE = {"uk": "UA"}
_COUNTRIES = {"uk": ("UA", "RU"), "ru": ("RU", "UA")}
_HEAD = 4  # sentences at the top of an article among which a headline may stand
_HEADING = 60  # code points of the longest line that only announces what is counted below it
_THEATRE = ("UA", "RU")  # where a text about a war that names no side is looked for first
_ZONES = {"UA": "Europe/Kyiv", "RU": "Europe/Moscow"}


class RuleExtractor:
    """Reads claims by lexicon and frame. `name` changes whenever the same document could give other claims."""

    name = "rules/1"

    def __init__(self, places: PlaceFinder, times: TimeFinder) -> None:
        self._places = places
        self._times = times
        self._lexicon = _lexicon()
        self._register = _register()

    def __call__(self, document: Document) -> list[Claim]:
        """The document's claims, in order of their words; empty where it holds none."""
        view = View(document.text)
        hits = self._lexicon.find(view)
        if not passes(hits):
            return []
        publisher = self._register.publisher(document.source, document.url)
        hints = self._hints(document, publisher, hits)
        marks = gather(view, hits, self._places, self._times, hints)
        if not is_of_war(marks):
            return []
        return _Reading(document, view, marks, self._register, publisher, hints, self._places).claims(self.name)

    def relevant(self, text: str) -> bool:
        """Whether a text passes the gate."""
        return passes(self._lexicon.find(View(text)))

    def _hints(self, document: Document, publisher: Source | None, hits: list[Hit]) -> Hints:
        side = publisher.side if publisher else _LANGUAGE_SIDE.get(document.language or "")
        sides = dict.fromkeys(h.label for h in hits if h.concept == "sides" and len(h.label) == 2)
        parties = _THEATRE if set(sides) <= set(_THEATRE) else tuple(sides)
        countries = _COUNTRIES.get(document.language or "") or parties
        region = (
            publisher.jurisdiction if publisher and publisher.jurisdiction and "-" in publisher.jurisdiction else None
        )
        zone = (self._register.zone(publisher) if publisher else None) or _ZONES.get(side or "")
        return Hints(countries, region, document.published, zone)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.load()


@cache
def _register() -> Register:
    return Register.load()


class _Reading:
    """One document being read."""

    def __init__(
        self,
        document: Document,
        view: View,
        marks: Marks,
        register: Register,
        publisher: Source | None,
        hints: Hints,
        places: PlaceFinder,
    ) -> None:
        self._places = places
        self._document, self._view, self._marks, self._publisher = document, view, marks, publisher
        self._parts = sentences(view, marks)
        is_post = document.kind in {"telegram", "statement"}
        self._is_post, self._brief = is_post, document.kind != "article"
        self._voices = Voices(
            view, marks, self._parts, quotations(view), register, publisher, is_post=is_post, on=document.published
        )
        side = publisher.side if publisher and publisher.side else _LANGUAGE_SIDE.get(document.language or "")
        self._context = Context(
            view,
            marks,
            publisher,
            is_post,
            document.kind == "feed",
            side,
            _today(hints),
            self._voices.is_time_of_speech,
        )
        self._context.set_window(self._parts)
        self._told = False
        self._counting: Draft | None = None
        self._deniable: Draft | None = None
        self._list_open = False

    def claims(self, extractor: str) -> list[Claim]:
        drafts: list[tuple[Draft, tuple[Attribution, ...]]] = []
        for part in self._parts:
            if not self._is_caption(part):
                drafts += [(d, d.chain or self._voices.of(part, d.at)) for d in self._events(part)]
        self._told = bool(drafts)
        self._context.settle([d for d, _ in drafts])
        drafts += self._statements({d.sentence.index for d, _ in drafts})
        return self._finish(drafts, extractor)

    def _is_caption(self, part: Sentence) -> bool:
        """Whether a sentence belongs to a picture: it names a credit, or the credit stands right behind it."""
        following = self._parts[part.index + 1] if part.index + 1 < len(self._parts) else part
        credits = self._marks.cues(part.start, min(following.end, part.end + 40), "caption")
        return any(c.start < part.end or c.start < following.start + 12 for c in credits)

    def _events(self, part: Sentence) -> list[Draft]:
        found: list[Draft] = []
        for event in events(self._view, self._marks, part):
            if self._voices.is_attribution(part, event.first, event.last) or is_irrealis(
                self._view, self._marks, event
            ):
                continue
            scene = Scene(self._view, self._marks, part, event, self._is_post, self._brief)
            found += self._settled(draft(scene), part)
        if not found and part.triggers:
            self._announce(part)
        if (
            not part.triggers
            or (not found and part.item)
            or (self._list_open and part.item and self._starts_counting(part))
        ):
            found = [] if self._list_open and part.item else found
            found += self._settled(self._listed(part), part)
        _link(found)
        if not found:
            found = self._denial(part)
        self._deniable = next(
            (d for d in reversed(found) if d.kind in {"attack", "damage", "impact"} and not d.fixed), self._deniable
        )
        found = self._sifted(found)
        if any(d.kind in {"attack", "interception", "impact"} for d in found):
            found = [d for d in found if d.kind != "sighting"]
        if any(d.kind == "casualties" for d in found):
            found = [d for d in found if d.kind != "explosion" or d.marks]
        return found

    def _denial(self, part: Sentence) -> list[Draft]:
        """ "Ukraine rejected the claim": the attack or damage told last, denied by who speaks here."""
        denied = self._marks.cues(part.start, part.end, "deny")
        if (
            self._deniable is None
            or not denied
            or not self._marks.cues(part.start, part.end, "told")
            or part.index - self._deniable.sentence.index > 4
        ):
            return []
        speaker = self._voices.of(part, denied[0].start) or self._voices.subject(part, denied[0])
        if not speaker:
            return []
        start, end = self._voices.trimmed(part, part.start, part.end, denied[0].start)
        return [
            dataclasses.replace(
                self._deniable,
                start=start,
                end=end,
                sentence=part,
                at=denied[0].start,
                until=denied[0].end,
                stance="denied",
                fixed=True,
                marks=[],
                chain=speaker,
            )
        ]

    def _announce(self, part: Sentence) -> None:
        """A heading ("DESTROYED:") tells nothing by itself; it says what the figures below it count."""
        head = part.triggers[0]
        if head.head in {"destroy", "interception"} and (part.heading or part.end - part.start < _HEADING):
            outcome: Outcome = "destroyed" if head.head == "destroy" else head.sub  # type: ignore[assignment]
            self._counting = Draft("interception", part.start, part.end, part, head.start, outcome=outcome)
            self._list_open = True

    def _starts_counting(self, part: Sentence) -> bool:
        """Whether an item of a list begins with its figure: it is one of what the list counts, whatever verb it holds."""
        return bool(self._marks.within(part.start, part.start + 4, "quantity"))

    def _listed(self, part: Sentence) -> list[Draft]:
        """Counted groups that go on from what was told last, in a list or in the next sentence."""
        if self._counting is None or not (self._is_post or part.item):
            return []
        scene = Scene(self._view, self._marks, part, Event([], part.start, part.end), self._is_post, self._brief)
        drafts = listed(scene, self._counting.kind, self._counting.outcome, uncounted=self._list_open and part.item)
        for item in drafts:
            item.attacker = self._counting.attacker
        return drafts

    def _settled(self, drafts: list[Draft], part: Sentence) -> list[Draft]:
        """Drafts with their places, time and what carries over to them."""
        for item in drafts:
            own = [m for m in item.marks if not self._voices.is_attribution(part, m.start, m.end)]
            if not own and item.place_open and not item.shared:
                own = self._sentence_places(part, item)
            item.places = places_of(self._view, own, origins=item.kind in {"attack", "sighting"} and bool(item.weapons))
            chain = self._voices.of(part, item.at)
            self._context.complete(item, chain[0].source if chain else None, self._home(chain))
            item.start, item.end = self._voices.trimmed(part, item.start, item.end, item.at)
            if item.kind in {"interception", "attack"}:
                self._counting = item
                self._list_open = part.heading or (self._list_open and not part.triggers)
        return drafts

    def _home(self, chain: tuple[Attribution, ...]) -> Place | None:
        """The place that the nearest speaker speaks for, where it is a region or a town: what a governor tells happened there."""
        source = chain[0].source if chain else None
        if source is None or source.jurisdiction is None or "-" not in source.jurisdiction:
            return None
        place = self._places.by_code(source.jurisdiction)
        if place is None or source.settlement is None:
            return place and msgspec.structs.replace(place, basis="speaker")
        town = self._places.find(
            View(source.settlement), Hints(countries=(source.jurisdiction[:2],), region=source.jurisdiction)
        )
        return msgspec.structs.replace(town[0].place, basis="speaker") if town else None

    def _sentence_places(self, part: Sentence, item: Draft) -> list[Mark]:
        """Places told elsewhere in the sentence: before the draft's words if there are any, else behind them."""
        marks = [
            m
            for m in self._marks.within(part.start, part.end, "place")
            if not self._voices.is_attribution(part, m.start, m.end)
        ]
        return [m for m in marks if m.start < item.at] or marks

    def _sifted(self, drafts: list[Draft]) -> list[Draft]:
        """Drafts that tell of something: no background, no bare mention of a war, no attack that only names the cause of harm."""
        harmed = any(d.kind in {"casualties", "damage"} for d in drafts)
        return [
            d
            for d in drafts
            if not is_background(self._marks, d) and not (d.kind == "attack" and self._is_empty(d, harmed=harmed))
        ]

    def _is_aim(self, item: Draft, place: Mark) -> bool:
        """Whether a strike is told to be on a country: "airstrikes on Iran"."""
        return bool(item.weapons) and self._view.folded[item.until : place.start].strip() in {
            "on",
            "against",
            "at",
            "по",
            "на",
            "проти",
            "против",
        }

    def _is_empty(self, item: Draft, *, harmed: bool) -> bool:
        if not item.weapons and item.marks and all(m.label.endswith(" direction") for m in item.marks):
            return True  # ground fighting is told by directions of the front
        own = [m for m in item.marks if m.value.place.precision != "country" or self._is_aim(item, m)]
        if harmed:
            own = [m for m in own if m.start > item.at - 30]
        timed = self._marks.within(item.start, item.end, "time")
        if item.weapons and (item.count or (self._is_post and item.attacker)):
            return False
        if harmed:
            return not (own or item.objects)
        if timed and item.weapons:
            return False
        return not (own or item.objects or item.places) if timed or item.weapons else not (own or item.objects)

    def _statements(self, taken: set[int]) -> list[tuple[Draft, tuple[Attribution, ...]]]:
        found = []
        for part in self._parts:
            if part.index in taken:
                continue
            voiced = statement(self._view, self._marks, self._voices, part, told=self._told)
            if voiced is not None:
                self._context.complete(voiced[0], None, None)
                found.append(voiced)
        return found

    def _finish(self, drafts: list[tuple[Draft, tuple[Attribution, ...]]], extractor: str) -> list[Claim]:
        drafts = self._once(drafts)
        claims: dict[str, Claim] = {}
        seen: set[tuple[object, ...]] = set()
        for item, chain in sorted(drafts, key=lambda d: (d[0].start, d[0].end)):
            claim = self._claim(item, chain, extractor)
            told = _content(claim)
            if told is not None and told in seen:
                continue
            seen.add(told or (claim.id,))
            claims[claim.id] = claim
        return list(claims.values())

    def _once(self, drafts: list[tuple[Draft, tuple[Attribution, ...]]]) -> list[tuple[Draft, tuple[Attribution, ...]]]:
        """Without what an article says again: words that stand in it twice, a headline, a strike told before more fully."""
        if self._is_post:
            return _fuller(drafts)
        words = [self._view.folded[d.start : d.end] for d, _ in drafts]
        kept: list[tuple[Draft, tuple[Attribution, ...]]] = []
        for i, (item, chain) in enumerate(drafts):
            again = any(words[i] in words[j] and drafts[j][0].kind == item.kind for j in range(i + 1, len(drafts)))
            headed = (
                item.sentence.index < _HEAD
                and self._is_headline(item.sentence)
                and any(_retold(item, d) for d, _ in drafts[i + 1 :])
            )
            echoed = item.kind == "attack" and any(_retold(item, d) and c[:1] in {chain[:1], ()} for d, c in kept)
            if not (
                again or headed or (echoed and stance(self._view, self._marks, item, self._publisher) == "asserted")
            ):
                kept.append((item, chain))
        return kept

    def _is_headline(self, part: Sentence) -> bool:
        """Whether a line stands alone at the top and ends without a full stop."""
        return self._view.plain[part.end - 1] not in '.!?…"”' and part.end in self._view.breaks

    def _claim(self, item: Draft, chain: tuple[Attribution, ...], extractor: str) -> Claim:
        span = self._view.original(item.start, item.end)
        return Claim.of(
            self._document,
            kind=item.kind,
            start=span.start,
            end=span.end,
            attacker=item.attacker,
            weapons=item.weapons,
            count=item.count,
            outcome=item.outcome if item.kind in {"interception", "impact"} else None,
            places=item.places,
            time=_zoned(item),
            objects=item.objects,
            people=item.people,
            attribution=chain,
            stance=stance(self._view, self._marks, item, self._publisher),
            extractor=extractor,
        )


def _fuller(drafts: list[tuple[Draft, tuple[Attribution, ...]]]) -> list[tuple[Draft, tuple[Attribution, ...]]]:
    """One strike told in two sentences of a post is one: the weapon that the second names goes to the first."""
    kept: list[tuple[Draft, tuple[Attribution, ...]]] = []
    first: Draft | None = None
    if drafts and any(_again(drafts[0][0], d) for d, _ in drafts[1:]):
        drafts = drafts[1:]  # the heading's figure, told again below it
    for item, chain in drafts:
        if item.kind == "casualties" and any(_retold(item, d) or _less(item, d) for d, _ in kept):
            continue
        if (
            first is not None
            and item.kind == first.kind == "attack"
            and not item.marks
            and not item.objects
            and item.count is None
        ):
            if not first.weapons and item.fired:
                first.weapons = item.weapons
            if item.places == first.places:
                continue
        if item.kind == "attack" and first is None:
            first = item
        elif (
            first is not None
            and item.weapons_open
            and not item.weapons
            and item.kind in {"damage", "casualties", "impact"}
        ):
            item.weapons = first.weapons
        kept.append((item, chain))
    return kept


def _link(drafts: list[Draft]) -> None:
    """Harm told beside a strike in one sentence is that strike's, also where the strike is told last."""
    strikes = [d for d in drafts if d.kind in {"attack", "impact"}]
    for item in drafts:
        if item.kind in {"casualties", "damage"} and strikes and not item.weapons:
            strike = min(strikes, key=lambda d: abs(d.at - item.at))
            item.weapons, item.attacker = strike.weapons, item.attacker or strike.attacker
            item.places = item.places or strike.places


def _again(head: Draft, other: Draft) -> bool:
    """Whether a figure is told again with at least the weapons and places that its heading named."""
    if (head.kind, head.count, head.outcome, head.places) != (
        other.kind,
        other.count,
        other.outcome,
        other.places,
    ) or head.count is None:
        return False
    return all(
        any(o.cls == w.cls and w.model in {None, o.model} for o in other.weapons) for w in head.weapons
    ) and bool(other.weapons or not head.weapons)


def _less(item: Draft, other: Draft) -> bool:
    """Whether people are told of without a number who were counted before at the same places."""
    told = {p.effect for p in other.people if p.min is not None}
    uncounted = all(p.min is None and p.max is None and p.effect in told for p in item.people)
    return (
        other.kind == "casualties"
        and uncounted
        and item.places == other.places
        and item.stance == other.stance == "asserted"
    )


def _retold(item: Draft, other: Draft) -> bool:
    """Whether all that a draft tells is told by another one too."""
    if item.kind != other.kind or item.stance != other.stance or item.count not in {None, other.count}:
        return False
    places, weapons = {p.name for p in other.places}, {w.cls for w in other.weapons}
    here = {p.name for p in item.places} <= places and {w.cls for w in item.weapons} <= weapons
    return here and set(item.objects) <= set(other.objects) and set(item.people) <= set(other.people)


def _content(claim: Claim) -> tuple[object, ...] | None:
    """What makes two claims of one document the same thing told twice; None where that cannot be told."""
    if claim.kind == "statement" or (claim.count is None and not claim.people):
        return None
    places = tuple((p.name, p.role) for p in claim.places)
    return (
        claim.kind,
        claim.count,
        claim.weapons,
        claim.outcome,
        places,
        claim.objects,
        claim.people,
        claim.sources,
        claim.stance,
    )


def _zoned(item: Draft) -> TimeSpan | None:
    """The time with the zone of its place, where the words name none."""
    if item.time is None or item.time.zone:
        return item.time
    country = next((p.country for p in item.places if p.role == "target" and p.country), None)
    zone = _ZONES.get(country or "")
    return TimeSpan(item.time.start, item.time.end, zone, item.time.grain, item.time.basis) if zone else item.time


def _today(hints: Hints) -> TimeSpan | None:
    """The day of publication, for texts whose words put what they tell at the moment of speaking."""
    if not hints.published or len(hints.published) < 10:
        return None
    day = _local_day(hints.published, hints.zone)
    return TimeSpan(day, day, hints.zone, "day", "published")


def _local_day(published: str, zone: str | None) -> str:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    if len(published) == 10 or zone is None:
        return published[:10]
    return datetime.fromisoformat(published).astimezone(ZoneInfo(zone)).date().isoformat()
