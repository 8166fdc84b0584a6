"""One document being read, sentence by sentence: events to drafts, drafts to claims."""

from purport.claims.background import is_history
from purport.claims.context import Context
from purport.claims.frames import Draft, Event, Scene, draft, events, goes_on
from purport.claims.geography import places_of
from purport.claims.lines import Lines, narrowed
from purport.claims.lists import Lists
from purport.claims.marks import Marks
from purport.claims.registry import Register
from purport.claims.repeats import distinct, once_in_article, once_in_post
from purport.claims.replies import Replies
from purport.claims.scenes import is_scene
from purport.claims.segments import Sentence, closed, sentences
from purport.claims.setting import Setting
from purport.claims.settling import settle
from purport.claims.sifting import joined, link, sifted
from purport.claims.sites import Sites, at_home
from purport.claims.speakers import names_nothing
from purport.claims.stance import (
    is_denied,
    is_denied_in_general,
    is_irrealis,
    is_threatened,
    stance,
)
from purport.claims.statements import Statements, Voiced
from purport.claims.struck import Struck
from purport.claims.timing import Timing, zoned
from purport.claims.tolls import Tolls
from purport.claims.voices import Voices
from purport.model import Attribution, Claim, Document, Place, PlaceFinder, View

__all__ = ["Reading"]

_SCENE = 110  # code points of the longest sentence whose region is where what follows happened
_CREDIT = 40  # code points behind a sentence in which the credit of its picture ends
_CREDIT_START = 12  # the same, in which it begins


class Reading:
    """One document being read. Use it once."""

    def __init__(self, view: View, marks: Marks, register: Register, setting: Setting, places: PlaceFinder) -> None:
        self._view, self._marks, self._setting = view, marks, setting
        self._parts = sentences(view, marks)
        self._voices = Voices(view, marks, self._parts, register, setting)
        self._timing = Timing(view, marks, setting, self._parts, self._voices.is_time_of_speech)
        self._context = Context(view, marks, setting, self._timing, register)
        self._lists = Lists(view, marks, setting)
        self._lines = Lines(view, marks, setting)
        self._struck = Struck(view, marks, setting)
        self._sites = Sites(view, marks, self._voices, places)
        self._tolls = Tolls(view, marks, places)
        self._replies = Replies(view, marks, self._voices)
        self._harmed: Draft | None = None  # told last with people who came to harm

    def claims(self, document: Document, extractor: str) -> list[Claim]:
        """The claims of the document, in order of their words; `extractor` is who reads them."""
        told: list[Voiced] = []
        for part in self._parts:
            if not self._is_caption(part):
                told += [(d, self._chain(part, d, told)) for d in self._drafts(part)]
        told = [(d, chain) for d, chain in told if not self._struck.only_heads(d)]
        sides = self._marks.within(0, len(self._view.plain), "side")
        settle([d for d, _ in told], self._setting, self._timing, sides)
        self._tolls.settle([d for d, _ in told])
        location = self._lines.location(self._parts)
        for item, _ in told:
            item.places = narrowed(item, location)
        told += self._statements(told)
        return distinct([(d.sentence, self._claim(document, d, chain, extractor)) for d, chain in self._once(told)])

    def _chain(self, part: Sentence, item: Draft, told: list[Voiced]) -> tuple[Attribution, ...]:
        """Who says it, and which outlets in brackets pass it on."""
        return self._voices.published(part, self._said_by(part, item, told))

    def _said_by(self, part: Sentence, item: Draft, told: list[Voiced]) -> tuple[Attribution, ...]:
        """Who says it: in its sentence; who orders the public; who told of what "of them" is a part of."""
        chain = item.chain or self._voices.said(part, item.at)
        chain = chain or (self._voices.accuser(part, item.at) if item.kind == "attack" else ())
        if not chain and item.kind == "alert":
            ordering = self._voices.subject(part, item.sentence.triggers[0])
            return tuple(a for a in ordering if a.source.kind != "state")
        if not chain and told and told[-1][0].sentence.index >= part.index - 1:
            return told[-1][1] if self._marks.cues(part.start, item.until, "of_them") else ()
        return chain

    def _is_caption(self, part: Sentence) -> bool:
        """Whether a sentence belongs to a picture: it names a credit, or the credit stands right behind it."""
        following = self._parts[part.index + 1] if part.index + 1 < len(self._parts) else part
        credit = self._marks.cues(part.start, min(following.end, part.end + _CREDIT), "caption")
        return any(c.start < part.end or c.start < following.start + _CREDIT_START for c in credit)

    # from a sentence to drafts

    def _drafts(self, part: Sentence) -> list[Draft]:
        """What a sentence tells: its events, else figures of a list, else a denial."""
        if (not part.heading and names_nothing(self._marks, part)) or self._lines.is_no_report(part):
            return []
        found = [d for event in events(self._view, self._marks, part) for d in self._of_event(part, event)]
        if not found and part.triggers:
            self._lists.announce(part)
        targets = self._struck.drafts(part)
        counts = self._lists.counts(part)
        if targets and not part.triggers:
            found = self._settled(part, self._headed(part, targets))
        elif counts or not part.triggers or (part.item and not found):
            if self._lists.holds(part):
                found = []
            found += self._settled(part, self._lists.drafts(part))
        link(self._view, found)
        found = joined(self._view, found)
        found = found or self._replies.of(part) or self._goes_on(part)
        if not found:
            found = self._verbless(part)
        if not found:
            self._context.echo(part)
            self._context.set_to_work(part)
            self._set_scene(part)
        self._remember(found)
        found = [d for d in found if not is_history(d, self._setting.today)]
        kept = sifted(self._view, self._marks, found, is_post=self._setting.is_post, brief=self._setting.is_brief)
        return kept or (self._replies.of(part) if any(d.kind == "attack" and not d.chain for d in found) else [])

    def _headed(self, part: Sentence, targets: list[Draft]) -> list[Draft]:
        """The targets that a line names, each as told by whom the heading of its list names."""
        heading = self._struck.heading
        at = heading.triggers[0].start if heading is not None and heading.triggers else part.start
        told = self._voices.said(heading, at) if heading is not None else ()
        for item in targets:
            item.chain = self._voices.said(part, item.at) or told
        return targets

    def _verbless(self, part: Sentence) -> list[Draft]:
        """What a line without a verb tells: weapons on their way; else it may set the scene of what follows."""
        scene = self._lines.heading(part)
        if scene is not None:
            self._context.set_scene(scene)
        return self._settled(part, self._lines.flight(part))

    def _of_event(self, part: Sentence, event: Event) -> list[Draft]:
        said = self._voices.is_attribution(part, event.first, event.last)
        if said or is_denied_in_general(self._view, self._marks, part, event):
            return []
        threatened = is_threatened(self._view, self._marks, part, event)
        if not threatened and is_irrealis(self._view, self._marks, part, event):
            return []
        scene = Scene(self._view, self._marks, part, event, self._setting.is_post, self._setting.is_brief)
        found = draft(scene)
        if threatened or is_denied(self._view, self._marks, part, event):
            for item in found:
                item.stance, item.fixed = "threatened" if threatened else "denied", True
        return self._settled(part, found)

    def _settled(self, part: Sentence, drafts: list[Draft]) -> list[Draft]:
        """Drafts with their places, time and what carries over to them."""
        for item in drafts:
            self._tolls.mark(item)
            chain = self._voices.of(part, item.at)
            home = self._sites.home(chain)
            item.places = at_home(self._sites.of(part, item), home)
            self._context.complete(item, chain[0].source if chain else None, home)
            item.places = item.places or self._sites.of_owner(item) or self._sites.of_people(item)
            item.start, item.end = self._voices.trimmed(part, item.start, item.end, item.at)
            self._lists.note(item)
        return drafts

    def _set_scene(self, part: Sentence) -> None:
        """Of a sentence that tells of nothing: the place that what follows is told of, where it names one."""
        marks = self._sites.named(part)
        if not marks or self._lines.heading(part) is not None:
            return
        unplaced = self._setting.is_post and not self._context.is_placed
        places = places_of(self._view, marks, origins=False)
        if is_scene(self._view, self._marks, part) or (unplaced and self._places_all(part, places)):
            self._context.set_scene(Draft("explosion", part.start, part.end, part, part.start, places=places))

    def _places_all(self, part: Sentence, places: tuple[Place, ...]) -> bool:
        """Whether a sentence tells where all that follows happened: in a town, or, where it is short, in a region."""
        return any(p.settlement or (p.region and part.end - part.start < _SCENE) for p in places)

    def _goes_on(self, part: Sentence) -> list[Draft]:
        """What a sentence tells on about those who came to harm in the one before."""
        before = self._harmed
        taken = all(t.label == "casualties:hospitalised" for t in part.triggers)
        if before is None or not taken or part.index - before.sentence.index != 1:
            return []
        event = Event(part.triggers, part.start, part.end)
        scene = Scene(self._view, self._marks, part, event, self._setting.is_post, self._setting.is_brief)
        return self._settled(part, goes_on(scene, before))

    def _remember(self, drafts: list[Draft]) -> None:
        self._harmed = next((d for d in reversed(drafts) if d.kind == "casualties"), self._harmed)
        self._replies.remember(drafts)

    # from drafts to claims

    def _statements(self, told: list[Voiced]) -> list[Voiced]:
        """Positions voiced beside the events that are told."""
        by_sentence: dict[int, list[Draft]] = {}
        for event, _ in told:
            by_sentence.setdefault(event.sentence.index, []).append(event)
        told_in = frozenset(by_sentence)
        statements = Statements(self._view, self._marks, self._voices, told_in, self._setting)
        parts = (part for part in self._parts if not self._lines.is_price_list(part))
        found = [v for part in parts for v in statements.of(part, by_sentence.get(part.index, []))]
        for item, _ in found:
            self._context.complete(item, None, None)
        return [(item, self._voices.published(item.sentence, chain)) for item, chain in found]

    def _once(self, told: list[Voiced]) -> list[Voiced]:
        """Without what is told twice, in order of the words."""
        if self._setting.is_post:
            told = once_in_post(self._view, told)
        else:
            told = once_in_article(self._view, self._marks, told, self._setting.publisher)
        return sorted(told, key=lambda d: (d[0].start, d[0].end))

    def _claim(self, document: Document, item: Draft, chain: tuple[Attribution, ...], extractor: str) -> Claim:
        span = self._view.original(item.start, closed(self._view, item.start, item.end))
        return Claim.of(
            document,
            kind=item.kind,
            start=span.start,
            end=span.end,
            attacker=item.attacker,
            weapons=item.weapons,
            count=item.count,
            outcome=item.outcome if item.kind in {"interception", "impact"} else None,
            places=item.places,
            time=zoned(item),
            objects=item.objects,
            people=item.people,
            attribution=chain,
            stance=stance(self._view, self._marks, item, self._setting.publisher),
            extractor=extractor,
        )
