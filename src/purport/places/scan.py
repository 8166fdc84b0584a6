"""Finds words that may name a settlement: capitalised runs that the index knows, unless what stands around them says otherwise."""

import re
from dataclasses import dataclass

from purport.model import View
from purport.places.found import Known, Open, Option
from purport.places.index import Index
from purport.places.words import cues, plain_latin, script

__all__ = ["Context", "Scanner"]

_TOKEN = re.compile(r"[^\W\d_](?:[^\W_]|['’ʼ`´](?=\w)|-(?=[^\W\d_]))*")
_MAX_WORDS = 4
_LINKS = frozenset({"on", "de", "la", "el", "al", "na", "upon", "le", "les", "du", "da", "do", "del", "au", "на"})
_SENTENCE_END = re.compile(r"(?:^|[.!?:…•●▪▫|>])[\s\"'()»*-]*$")
_ADJECTIVE = re.compile(r"(?:ськ|цьк|зьк|ск|цк)(?:ого|ому|ий|им|ій|ої|ою|у|а|і|их|ими|ие|ой|ая|ую|ом)$")
_NOUN_AFTER = re.compile(r" [а-яіїєґё]{4,}")
_FUNCTION_AFTER = re.compile(r" (?:та|і|й|и|на|в|у|був|була|было|были|було|були|после|після|внаслідок|через|под|під|над|за|до|из|із|также|також|"
                             r"область|области|области|району|район|района|обл)\b")
_SURNAME = re.compile(r"(?:ов|ев|ёв|ин|ын|ко|чук|юк|ский|ський|ов[аы]|ев[аы]|ова|ева|ина|іна)$")
_POSSESSIVE = re.compile(r"['’]s$")
# How many people make a city so well known that it needs no context, or only that of its country.
_WORLD = 400_000
_KNOWN = 15_000
_SMALL = 3_000
_CUE_SPAN = 34


@dataclass(frozen=True, slots=True)
class Context:
    """What a document is about: `home` countries (from hints), those `named`, regions named, and the hinted region."""

    home: tuple[str, ...]
    named: frozenset[str]
    regions: frozenset[str]
    region: str | None


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


class Scanner:
    """Finds mentions of settlements, each with what it may mean."""

    def __init__(self, index: Index, lower: frozenset[str]) -> None:
        self._index = index
        self._lower = lower

    def scan(self, view: View, closed: list[Known], context: Context) -> list[Open]:
        """Mentions in order, outside those of closed kinds; implausible ones are left out."""
        taken = _taken(closed, len(view.plain))
        tokens = _tokens(view, taken)
        found: list[Open] = []
        at = 0
        while at < len(tokens):
            mention, used = self._at(view, tokens, at, context)
            if mention:
                found.append(mention)
            at += used
        return found

    def _at(self, view: View, tokens: list[_Token], at: int, context: Context) -> tuple[Open | None, int]:
        first = tokens[at]
        if not first.capital:
            if view.folded[first.start : first.end] in self._lower:
                return self._try(view, tokens, at, 1, context), 1
            return None, 1
        for size in range(_run(view, tokens, at), 0, -1):
            if mention := self._try(view, tokens, at, size, context):
                return mention, size
        return None, 1

    def _try(self, view: View, tokens: list[_Token], at: int, size: int, context: Context) -> Open | None:
        start, end = tokens[at].start, tokens[at + size - 1].end
        form = _form(view, start, end)
        options = self._options(form, context)
        cue = _cue(view, start)
        if not options and size == 1 and len(form) >= 6 and cue:
            options = self._sounding(form, context)
        if not options:
            return None
        mention = Open(start, end, form, options, cue=cue, sentence_start=_starts_sentence(view, start))
        mention.attached = None
        return mention if self._holds(view, tokens, at, size, mention) else None

    def _options(self, form: str, context: Context) -> list[Option]:
        options = [Option(self._index.place(number), quality) for number, quality in self._index.named(form)]
        return [o for o in options if _plausible(o, context)]

    def _sounding(self, form: str, context: Context) -> list[Option]:
        from purport.places.spelling import latin_key

        key = latin_key(form)
        rows = (self._index.place(n) for n in self._index.sounding(key)) if len(key) >= 5 else ()
        return [Option(row, 3) for row in rows if row.country in context.home or row.region in context.regions]

    def _holds(self, view: View, tokens: list[_Token], at: int, size: int, mention: Open) -> bool:
        """Whether nothing around the words says that they are no place."""
        largest = max(o.row.population for o in mention.options)
        word = view.plain[mention.start : mention.end]
        folded = view.folded[mention.start : mention.end]
        if mention.cue == "noun":
            return True
        attached = _parent_follows(view, mention.end)
        if size == 1 and folded in cues().stop | cues().given_names:
            return attached and folded not in cues().given_names and not mention.sentence_start
        if _street_follows(view, mention.end) or (word.isupper() and len(word) <= 4):
            return False
        if self._is_person(view, tokens, at, size, mention, largest):
            return False
        if word.isupper() and largest < 10_000:
            return False
        return self._supported(view, mention, largest, attached)

    def _is_person(self, view: View, tokens: list[_Token], at: int, size: int, mention: Open, largest: int) -> bool:
        before = tokens[at - 1] if at else None
        if before is None or mention.start - before.end != 1 or view.plain[before.end] != " ":
            return False
        word = view.folded[before.start : before.end]
        if word in cues().given_names:
            return largest < 200_000
        if word in cues().titles:
            return largest < 50_000
        surname = _SURNAME.search(mention.form) if script(mention.form) == "cyrillic" else None
        return bool(surname) and before.capital and not mention.cue and largest < 50_000 and not before.word.isupper()

    def _supported(self, view: View, mention: Open, largest: int, attached: bool) -> bool:
        """Whether a small or odd name has something beside it that makes it a place."""
        if attached:
            return True
        if script(mention.form) == "cyrillic" and largest < 100_000 and _ADJECTIVE.search(mention.form):
            after = view.folded[mention.end : mention.end + 24]
            if _NOUN_AFTER.match(after) and not _FUNCTION_AFTER.match(after):
                return False
        if mention.cue or largest >= _KNOWN:
            return True
        if mention.sentence_start and largest < _KNOWN:
            return bool(re.match(r"\s*[,:(—–-]", view.plain[mention.end : mention.end + 3])) and largest >= _SMALL
        return largest >= _SMALL or _in_list(view, mention.start)


def _plausible(option: Option, context: Context) -> bool:
    row = option.row
    if row.country in context.home:
        return row.kind == "settlement" or option.quality <= 1
    if row.kind != "settlement":
        return False
    if row.region in context.regions:
        return True
    if row.country in context.named:
        return option.quality <= 1 and row.population >= _KNOWN
    return option.quality <= 2 and row.population >= _WORLD and (option.quality != 1 or row.population >= 3 * _WORLD)


def _taken(closed: list[Known], size: int) -> bytearray:
    taken = bytearray(size + 1)
    for known in closed:
        taken[known.start : known.end] = b"\x01" * (known.end - known.start)
    return taken


def _tokens(view: View, taken: bytearray) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(view.plain):
        if taken[match.start()]:
            continue
        word = match[0]
        end = match.end()
        if possessive := _POSSESSIVE.search(word):
            word, end = word[: possessive.start()], match.start() + possessive.start()
        if word:
            found += _pieces(match.start(), end, word)
    return found


def _pieces(start: int, end: int, word: str) -> list[_Token]:
    """A compound of names ("Kyiv-Irpin", "Donetsk-based") counts as its parts where the index is asked for each."""
    return [_Token(start, end, word)]


def _run(view: View, tokens: list[_Token], at: int) -> int:
    """How many words from `at` on may make up one name."""
    size = 1
    for i in range(at + 1, min(at + _MAX_WORDS, len(tokens))):
        token = tokens[i]
        if token.start - tokens[i - 1].end != 1 or view.plain[token.start - 1] != " " or token.start - 1 in view.breaks:
            break
        if token.capital:
            size = i - at + 1
        elif token.word not in _LINKS:
            break
    return size


def _form(view: View, start: int, end: int) -> str:
    folded = view.folded[start:end]
    return folded if script(folded) == "cyrillic" else plain_latin(view.plain[start:end])


def _cue(view: View, start: int) -> str:
    """What stands right before a name: "noun" (a village, town …), "near", "locative" or nothing."""
    before = view.folded[max(0, start - _CUE_SPAN) : start].rstrip(" \"'(#").rstrip()
    known = cues()
    words = re.split(r"[\s,]+", before)[-4:]
    for size in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        bare = phrase.rstrip(".")
        if bare in known.settlement_nouns and (len(bare) > 2 or phrase.endswith(".")):
            return "noun"
        if phrase in known.near:
            return "near"
        if phrase in known.locatives:
            return "locative"
    return ""


def _starts_sentence(view: View, start: int) -> bool:
    return bool(_SENTENCE_END.search(view.plain[max(0, start - 8) : start])) or (start - 1) in view.breaks


_PARENT = re.compile(r"\s*[,(]\s*(?:in )?(?:the )?[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*){0,2}\s(?:oblast|region|province|krai|область|области|області|"
                     r"обл|району|района|district|raion|край|края|краю)")


def _parent_follows(view: View, end: int) -> bool:
    return bool(_PARENT.match(view.folded, end))


def _street_follows(view: View, end: int) -> bool:
    match = re.match(r" ([\w-]+)", view.folded[end : end + 24])
    return bool(match) and match[1] in cues().streets  # type: ignore[index]


def _in_list(view: View, start: int) -> bool:
    """Whether the name continues a list: a comma or "and" stands before it."""
    return bool(re.search(r"(?:,|\b(?:and|та|и|і|й))\s*$", view.folded[max(0, start - 6) : start]))
