"""Who speaks: from a name, a surname or a function in the text to a source."""

import re
from difflib import SequenceMatcher

from msgspec import structs

from purport.claims.functions import Functions
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Register
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.model import Attribution, Source, SourceKind, View, fold, romanise, transliterate

__all__ = ["SPEAKERS", "Speakers", "names_nothing"]

SPEAKERS = ("source", "surname", "role", "body")
"""Types of marks that name who can speak."""

_PARTICLE = r"(?:(?:al|el|as|ash|at|ad|ar|an|bin|ibn|abu|von|van|de)[ -])?"
_NAME = re.compile(rf"[A-ZА-ЯІЇЄҐ][\w'’-]+(?:\s+{_PARTICLE}[A-ZА-ЯІЇЄҐ][\w'’-]+){{1,2}}")
_BEFORE_VERB = re.compile(rf"({_PARTICLE}[A-ZА-ЯІЇЄҐ][\w'’-]+) $")
_BEHIND_VERB = re.compile(rf" ({_PARTICLE}[A-ZА-ЯІЇЄҐ][\w'’-]+)")
_CASE_ENDING = re.compile(r"(?:ого|ому|им|ий|ый|ой|ої|ою|ем|ом|а|у|я|ю|и|і|е|о)$")
_COMPOUND = re.compile(r"-[^\W\d]+")
_RANK = pattern(r",? (?:<rank>\.? )+")
_FIRST_NAME = re.compile(r"(?<!\w)([A-ZА-ЯІЇЄҐ][\w'’-]{2,}) $")
_NO_NAME = pattern(r"<opening>|<opening_word>")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_POSSESSIVE = pattern(r"<possessive>")
_TITLES = 40  # code points before a surname in which the words begin that its first name may be part of
_ALIKE = 0.55
_LAST_NAME = 30  # code points of the last of somebody's names before a verb, at most
_ARTICLE = pattern(r"^<article>\s")
_NAME_BEFORE = pattern(rf"({_NAME.pattern}),\s*(?:<article> )?(?:[\w'’-]+\s+){{0,4}}$")
_OF_WHAT = pattern(r" (?:<of_office>) (?:<the> )?(?:[\w'’-]+ ){0,4}[\w'’-]+, ")
_COORDINATED = pattern(r"\s<joins_speakers>\s(?:[\w'-]+\s){0,2}")
_CHANNELS = "telegram_channels"
_UNNAMED = "sources"
# Functions of bodies, which may have names of their own; who else is named beside a function may be a private person.
_BODIES = frozenset(
    {"watchdog", "activists", "fighters", "militants", "company", "alliance", "railway", "grid_operator"}
)
_LED = frozenset({"administration", "ministry", "military", "organisation"})  # kinds of bodies that somebody heads
_MEDIUMS = frozenset({"video_footage", "photographs", "satellite_images"})
_APPOSITION = 90  # code points before a function in which the name of who holds it stands


class Speakers:
    """The speakers of one document, asked for in the order of the text: who is named once is meant again later.

    Who publishes is left out of every chain: a document speaks for itself.
    """

    def __init__(self, view: View, marks: Marks, register: Register, setting: Setting) -> None:
        self._view, self._marks, self._register = view, marks, register
        self._publisher, self._language = setting.publisher, setting.language
        self._named = {m.label for m in marks.within(0, len(view.plain), "source")}
        self._functions = Functions(view, marks, register, setting)
        self._head_of: dict[str, Source] = {}  # whom the text names as the head of a body, by the body's name
        self._people: dict[str, Source] = {}  # whom the text names in full, with a function, by the last of their names

    def chain(self, speakers: list[Mark], cue: str) -> tuple[Attribution, ...]:
        """Links for the speakers of one verb, those joined by "and" one after the other."""
        if len(speakers) < 2:
            return self._links(speakers, cue) if speakers else ()
        links: dict[str, Attribution] = {}
        for group in self._coordinated(speakers):
            for link in self._links(group, cue):
                links.setdefault(link.source.name, link)
        return tuple(links.values())

    def _coordinated(self, speakers: list[Mark]) -> list[list[Mark]]:
        """The speakers, in groups of those that are one: a name, its title, whose it is."""
        groups: list[list[Mark]] = []
        for mark in speakers:
            if groups and not _COORDINATED.fullmatch(self._view.folded[groups[-1][-1].end : mark.start]):
                groups[-1].append(mark)
            else:
                groups.append([mark])
        return groups

    def _links(self, speakers: list[Mark], cue: str) -> tuple[Attribution, ...]:
        """Links for one group: a role beside a name is that person's title and no link of its own."""
        if len(speakers) == 1 and speakers[0].type == "source":  # as nearly always
            source = self._source(speakers[0])
            return () if source is None or self.is_publisher(source) else (Attribution(source, cue),)
        speakers = [s for s in speakers if not any(_names_more(role, s) for role in speakers)]
        if any(s.type == "role" and s.label in _MEDIUMS for s in speakers):
            speakers = [s for s in speakers if s.type != "role" or s.label in _MEDIUMS]
        speakers = [s for s in speakers if s.type != "surname" or not self._is_namesake(s)]
        speakers = [s for s in speakers if s.type != "surname" or not self._is_another(s, speakers)]
        speakers = [s for s in speakers if len(speakers) == 1 or not self._is_owner(s)]
        speakers = [s for s in speakers if not self._is_patron(s, speakers)]
        named = [s for s in speakers if s.type != "role"]
        titled = [s for s in self._with_names([s for s in speakers if s.type == "role"]) if self._holds_office(s)]
        if not named or (titled and not any(self._is_person(s) for s in named)):
            mediums = [s for s in named if self._kind(s) == "platform"]
            named = [*(titled or self._with_names(speakers)), *mediums]
        links: dict[str, Attribution] = {}
        for source in map(self._source, named):
            if source is not None and not self.is_publisher(source):
                links.setdefault(source.name, Attribution(source, cue))
        voices = self._heads([a for a in links.values() if a.source.kind != "platform"], speakers)
        return (*_narrow(voices), *(a for a in links.values() if a.source.kind == "platform"))

    def _heads(self, voices: list[Attribution], speakers: list[Mark]) -> list[Attribution]:
        """The voices, for a body with a title ("the agency's chief") the person that it was told of with before."""
        bodies = [a.source.name for a in voices if a.source.kind in _LED]
        if not bodies or not any(s.type == "role" for s in speakers):
            return voices
        persons = [a for a in voices if a.source.kind == "official"]
        for body in bodies:
            if persons:
                self._head_of[body] = persons[-1].source
        head = self._head_of.get(bodies[0]) if not persons else None
        return [Attribution(head, voices[0].cue)] if head is not None else voices

    def recalled(self, verb: Mark) -> list[Mark]:
        """Who stands beside a verb of saying by the last of the names under which the text told of them before."""
        plain = self._view.plain
        before = _BEFORE_VERB.search(plain[max(0, verb.start - _LAST_NAME) : verb.start])
        behind = _BEHIND_VERB.match(plain, verb.end)
        for name, start in ((before, verb.start - len(before[0]) if before else 0), (behind, verb.end + 1)):
            if name is not None and self._known(name[1]) is not None:
                return [Mark(start, start + len(name[1]), "surname", name[1])]
        return []

    def _known(self, name: str) -> Source | None:
        """Whom the text named before by the last of their names, in whatever case of it."""
        folded = fold(name)
        if folded in self._people or not self._people or not _CYRILLIC.match(name):
            return self._people.get(folded)
        stem = _CASE_ENDING.sub("", folded)
        return next((known for last, known in self._people.items() if _CASE_ENDING.sub("", last) == stem), None)

    def _is_person(self, mark: Mark) -> bool:
        return mark.type == "surname" or self._kind(mark) == "official"

    def _holds_office(self, mark: Mark) -> bool:
        """Whether a name stands beside what a person can be, not beside what a body is: "the weekly Der Spiegel"."""
        role = self._register.role(mark.value) if mark.type == "person" else None
        return role is not None and role.office is not None

    def are_bodies(self, first: Mark, second: Mark) -> bool:
        """Whether two names are those of two bodies, of which a comma makes no one speaker."""
        return all(self._kind(mark) not in {None, "official", "platform"} for mark in (first, second))

    def is_platform(self, mark: Mark) -> bool:
        """Whether a name is that of where something is written."""
        return self._kind(mark) == "platform"

    def _kind(self, mark: Mark) -> SourceKind | None:
        source = self._register.source(mark.label) if mark.type == "source" else None
        return source.kind if source is not None else None

    def is_publisher(self, source: Source) -> bool:
        """Whether a source is who publishes the document."""
        return self._publisher is not None and source.name == self._publisher.name

    def platform(self, start: int, end: int, chain: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """The platform named in a stretch on which a speaker wrote; empty where the chain has it."""
        known = {a.source.name for a in chain}
        roles = self._marks.within(start, end, "role")
        for mark in self._marks.within(start, end, "source"):
            source = self._register.source(mark.label)
            if any(_names_more(role, mark) for role in roles):
                continue
            if source is not None and source.kind == "platform" and source.name not in known:
                return (Attribution(source, "on"),)
        return ()

    def _with_names(self, roles: list[Mark]) -> list[Mark]:
        """The last role with a name that the text gives beside it; else sources in a body; else the last role."""
        for role in reversed(roles):
            name = self._name_beside(role)
            if name:
                return [Mark(role.start, role.end, "person", name, role.label)]
        return [r for r in roles if r.label == _UNNAMED] or roles[-1:]

    def told_to(self, speaker: Mark) -> int:
        """Where the words end that name a speaker: behind the name that stands right behind a title."""
        name = self._name_beside(speaker) if speaker.type == "role" else None
        at = self._view.plain.find(name, speaker.end, speaker.end + _TITLES + len(name)) if name is not None else -1
        end = at + len(name) if name is not None and at >= 0 else speaker.end
        compound = _COMPOUND.match(self._view.plain, end)  # «в телеграм-канале»
        return compound.end() if compound else end

    def _name_beside(self, role: Mark) -> str | None:
        """Who holds a function, as the text has it: right behind the title, or right before a comma and it."""
        plain = self._view.plain
        rank = _RANK.match(self._view.folded, role.end)
        patrons = self._marks.within(
            role.end, role.end + 2, "surname", "place"
        )  # whose adviser, and where: «мэр Тулы …»
        end = patrons[0].end if patrons and not rank else role.end
        at = rank.end() if rank else end + 1
        behind = _NAME.match(plain, at) or _NAME.match(plain, at + 1)
        if behind and (rank or plain[end : behind.start()].strip(" ,") == "") and self._is_name(*behind.span()):
            return behind[0]
        of_what = _OF_WHAT.match(plain, role.end)
        named = _NAME.match(plain, of_what.end()) if of_what else None
        if named and plain.startswith(",", named.end()):
            return named[0]
        first = max(0, role.start - _APPOSITION)
        before = _NAME_BEFORE.search(plain, first, role.start)
        if before is None or self._marks.within(before.start(1), before.end(1), "place"):
            return None  # "a strike on Khan Younis, the agency said"
        return before[1]

    def _is_name(self, start: int, end: int) -> bool:
        """Whether words with capital letters are a name: not a body's, nor the next line's."""
        if any(start < at < end for at in self._view.breaks):
            return False
        return not any(m.start >= start for m in self._marks.within(start, end, "source") if self._kind(m) in _LED)

    def _is_another(self, mark: Mark, speakers: list[Mark]) -> bool:
        """Whether of two who share a surname the text names the other one in full."""
        same = [s.label for s in speakers if s.start == mark.start and s.type == mark.type]
        return mark.label not in self._named and any(name in self._named for name in same)

    def _is_owner(self, mark: Mark) -> bool:
        """Whether a state only tells whose somebody else is: "Ukraine's Energoatom"."""
        source = self._register.source(mark.label) if mark.type == "source" else None
        return source is not None and source.kind == "state" and bool(_POSSESSIVE.match(self._view.folded, mark.end))

    def _is_patron(self, mark: Mark, speakers: list[Mark]) -> bool:
        """Whether a surname only tells whose adviser speaks: "Trump adviser Jane Doe", «радник Трампа Іван Куць»."""
        if mark.type != "surname":
            return False
        for role in (s for s in speakers if s.type == "role"):
            last = mark if mark.start == role.end + 1 else role
            beside = role.start - mark.end == 1 or last is mark
            if beside and _NAME.match(self._view.plain, last.end + 1):
                return True
        return False

    def _is_namesake(self, mark: Mark) -> bool:
        """Whether the first name before a surname is that of somebody else."""
        first = _FIRST_NAME.search(self._view.plain[max(0, mark.start - 24) : mark.start])
        if first is None or _NO_NAME.fullmatch(fold(first[1])):
            return False
        at = mark.start - len(first[0])
        if first[1].isupper() or any(m.end > at for m in self._marks.within(mark.start - _TITLES, mark.start)):
            return False  # a title, or where the person holds an office
        return not any(_are_alike(fold(first[1]), fold(name)) for name in self._register.first_names(mark.label))

    def _source(self, mark: Mark) -> Source | None:
        if mark.type == "person":
            return self._titled(mark)
        if mark.type == "role":
            return self._in_its_words(mark, self._functions.of(mark))
        if mark.type == "body":
            return Source(mark.label, "organisation")
        known = self._known(self._view.plain[mark.start : mark.end]) if mark.type == "surname" else None
        if known is not None:
            return known
        source = self._register.source(mark.label)
        if source is not None and mark.type in {"source", "surname"}:
            self._functions.note(source)
        return source

    def _in_its_words(self, mark: Mark, source: Source | None) -> Source | None:
        """A function that nobody is known to hold, in the words of an English text: "Aid agencies", "Survivors"."""
        role, words = self._register.role(mark.label), self._view.plain[mark.start : mark.end]
        if source is None or role is None or role.kind == "ministry" or not words.isascii():
            return source
        if source.name != role.name and not source.name.endswith(f" {role.noun}"):
            return source
        told = _ARTICLE.sub("", words)
        owner = source.name.removesuffix(role.noun) if source.name != role.name else ""
        first = told[:1].lower() if role.name[0].islower() else told[:1].upper()
        name = f"{owner}{told}" if owner else first + told[1:]
        return source if self._register.source(source.name) else structs.replace(source, name=name)

    def _titled(self, mark: Mark) -> Source | None:
        """Who has a name and a function: an official, or a body; a private person is never named."""
        role = self._register.role(mark.value)
        if role is None:
            return None
        if role.office is not None:
            person = Source(self._in_latin(mark.label), "official", role.side)
            self._people[_last_name(mark.label)] = person
            return person
        closes = self._view.plain.startswith(",", mark.end)
        if role.id in _BODIES and closes:  # "Emergency Lawyers, a rights group, said"
            return Source(self._in_latin(mark.label), role.kind, role.side)
        return Source(role.name, role.kind, role.side)

    def _in_latin(self, name: str) -> str:
        """A name as English has it: by the Ukrainian table where it, or the document, is Ukrainian."""
        if not _CYRILLIC.search(name):
            return name
        ukrainian = self._language == "uk" or _UKRAINIAN.search(name)
        return transliterate(name) if ukrainian else romanise(name)


def names_nothing(marks: Marks, part: Sentence) -> bool:
    """Whether a sentence names nobody but who can speak, as signatures and links do."""
    return all(mark.type in SPEAKERS for mark in marks.within(part.start, part.end))


def _last_name(name: str) -> str:
    """The last of somebody's names, folded: "al-Waheidi"."""
    return fold(name.split()[-1])


def _names_more(role: Mark, platform: Mark) -> bool:
    """Whether a platform's name is but a part of a role: "Telegram channels"."""
    inside = role.start <= platform.start and platform.end <= role.end
    return role.type == "role" and platform.type == "source" and inside and role.label == _CHANNELS


def _are_alike(first: str, other: str) -> bool:
    """Whether two first names may be one, in two languages or cases: Serhiy and Serhii, Alexander and Oleksandr."""
    return first[:2] == other[:2] or SequenceMatcher(None, first, other).ratio() > _ALIKE


def _narrow(voices: list[Attribution]) -> list[Attribution]:
    """A person beside the body that the person speaks for is the person."""
    persons = [a for a in voices if a.source.kind == "official"]
    return persons[-1:] if persons and len(voices) > 1 else voices
