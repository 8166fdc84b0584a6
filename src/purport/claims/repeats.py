"""What a document tells twice: found, so that one thing told is one claim."""

from purport.claims.causes import is_same_area
from purport.claims.frames import Draft
from purport.claims.headings import without_heading
from purport.claims.marks import Marks
from purport.claims.segments import Sentence
from purport.claims.sifting import is_another, is_occasion
from purport.claims.stance import stance
from purport.claims.statements import Voiced
from purport.claims.syntax import pattern
from purport.model import Attribution, Claim, Place, Source, View

__all__ = ["distinct", "once_in_article", "once_in_post"]

_OF_STRIKE = frozenset({"attack", "impact", "damage", "casualties"})
_FIRED_AS_MISSILES = frozenset({"rocket", "ballistic_missile", "cruise_missile", "missile"})
_DAY = len("2024-01-01")
_THE_BLAST = pattern(r"\b<the> (?:\w+ )?<blast>\b")
_ARTICLE = 16  # code points before a blast in which it is told to be a known one
_DEFINITE = pattern(r"\b<in_which> <definite> (?:[\w-]+ ){0,3}$")
_STRIKE = pattern(r"<verb_or_noun>s?")
_KNOWN_STRIKE = pattern(r"(?:\b<this>|\b\w+<possessive>|\b<definite>)(?: [\w-]+){0,3} $")
_REMARK = pattern(r"[^,;:.]{0,60}?\s<remarks>\b")
_KNOWN = 40  # code points before a strike in which it is told to be a known one
_NEAR = 3  # sentences behind a strike in which "the blast" is its own
_HEADING = 40  # code points of the heading of a part of an article, at most
_HEAD = 4  # sentences at the top of an article among which a headline may stand


def once_in_article(view: View, marks: Marks, told: list[Voiced], publisher: Source | None) -> list[Voiced]:
    """Without what an article says again: words that stand in it twice, a headline, a strike told before more fully."""
    words = [view.folded[d.start : d.end] for d, _ in told]
    kept: list[Voiced] = []
    for i, (item, chain) in enumerate(told):
        again = any(words[i] in words[j] and told[j][0].kind == item.kind for j in range(i + 1, len(told)))
        if again or _is_headline_of(view, item, told[i + 1 :]) or _is_counted_again(told, i) or _is_lead_of(told, i):
            continue
        echoed = (
            item.kind == "attack"
            and item.places
            and not is_another(view, item)
            and any(
                _is_retold(item, d)
                and (c[:1] in {chain[:1], ()} or _is_definite(view, item))
                and not _names_who(item, d)
                for d, c in kept
            )
        )
        echoed = echoed or _is_remarked_on(view, marks, item, kept)
        again = echoed or (item.kind == "explosion" and _is_known_blast(view, item, kept))
        if not again or stance(view, marks, item, publisher) != "asserted":
            kept.append((item, chain))
    return kept


def _is_remarked_on(view: View, marks: Marks, item: Draft, kept: list[Voiced]) -> bool:
    """Whether a strike told before is but spoken of: "The strike in Yater came hours after …"."""
    if item.kind != "attack" or len(item.places) > 1:
        return False
    strikes = (t for t in marks.within(item.at, item.until, "trigger") if t.head == "attack")
    noun = next((t for t in strikes if t.number or _STRIKE.fullmatch(view.folded, t.start, t.end)), None)
    known = _KNOWN_STRIKE.search(view.folded, max(item.sentence.start, item.at - _KNOWN), item.at)
    remark = _REMARK.match(view.folded, item.until)
    if noun is None or known is None or remark is None or marks.within(item.until, remark.end(), "trigger"):
        return False
    return any(_can_be_one(item, d) for d, _ in kept)


def _can_be_one(item: Draft, other: Draft) -> bool:
    """Whether a strike tells of no thing, weapon or side that another one was told without."""
    if item.kind != other.kind or item.stance != other.stance or item.count not in {None, other.count}:
        return False
    if other.attacker is not None and item.attacker not in {None, other.attacker}:
        return False
    armed = all(_is_named(w.cls, other) for w in item.weapons)
    return armed and _things(item) <= _things(other) and is_same_area(item, other) and _at_one_time(item, other)


def _is_known_blast(view: View, item: Draft, kept: list[Voiced]) -> bool:
    """Whether a blast is told as that of a strike just told: "The blast blew out windows"."""
    named = _THE_BLAST.search(view.folded, max(item.sentence.start, item.at - _ARTICLE), item.until)
    if named is None or (item.time is not None and item.marks):
        return False
    return any(d.kind in {"attack", "impact"} and 0 <= item.sentence.index - d.sentence.index <= _NEAR for d, _ in kept)


def _is_lead_of(told: list[Voiced], i: int) -> bool:
    """Whether the strike that an article opens with is told more closely by the same source below it."""
    item, chain = told[i]
    if item.kind != "attack" or item.sentence.index > 0 or not item.weapons or not item.places:
        return False
    return any(_is_retold(item, d) and _are_one(chain, c) and d.sentence.index > 0 for d, c in told[i + 1 :])


def _is_counted_again(told: list[Voiced], i: int) -> bool:
    """Whether people are counted elsewhere in an article as one source counts them here, and told of as fully."""
    item, chain = told[i]
    if item.kind != "casualties" or not any((p.min or 0) > 1 for p in item.people):
        return False
    others = ((j, d, c) for j, (d, c) in enumerate(told) if j != i and _is_same_toll(item, d) and _are_one(chain, c))
    return any(j > i or _counts(d) > _counts(item) or len(d.places) > len(item.places) for j, d, _ in others)


def _is_same_toll(item: Draft, other: Draft) -> bool:
    """Whether all people whom a draft counts are counted by another one, at the same time and place as far as told."""
    if item.kind != other.kind or item.stance != other.stance or item.part or other.part:
        return False
    here, there = {p.name for p in item.places}, {p.name for p in other.places}
    return _counts(item) <= _counts(other) and (here <= there or there <= here) and _at_one_time(item, other)


def _are_one(chain: tuple[Attribution, ...], other: tuple[Attribution, ...]) -> bool:
    """Whether two chains begin with one source."""
    return bool(chain) and bool(other) and chain[0].source == other[0].source


def _is_definite(view: View, item: Draft) -> bool:
    """Whether words speak of a strike as of one that is known: "were killed in the air strike on the hospital"."""
    before = view.folded[max(item.sentence.start, item.at - _KNOWN) : item.at]
    return bool(_DEFINITE.search(before))


def _names_who(item: Draft, other: Draft) -> bool:
    """Whether a draft tells whose strike it was, which the other one leaves open."""
    return item.fixed and item.attacker is not None and other.attacker is None


def _is_headline_of(view: View, item: Draft, following: list[Voiced]) -> bool:
    """Whether a draft stands in a headline and is told again below it."""
    if not _stands_alone(view, item.sentence):
        return False
    if item.sentence.index >= _HEAD:  # the heading of a part of it
        if item.sentence.item or item.sentence.end - item.sentence.start > _HEADING:
            return False
        following = [(d, c) for d, c in following if 0 < d.sentence.index - item.sentence.index <= _HEAD]
    return any(_is_retold(item, d) or _is_outlined(item, d) for d, _ in following)


def _is_outlined(item: Draft, other: Draft) -> bool:
    """Whether a headline only names what is told below it with a number: "dead and wounded in Odesa"."""
    if item.kind != other.kind or item.stance != other.stance or not _at_one_time(item, other):
        return False
    if item.kind == "casualties":
        told = {p.effect for p in other.people}
        return all(p.min is None and p.max is None and p.effect in told for p in item.people)
    things = {t.type for t in item.objects}
    counted = item.count is not None and item.count.min != 1
    return item.kind == "damage" and bool(things) and not counted and things <= {t.type for t in other.objects}


def _stands_alone(view: View, part: Sentence) -> bool:
    """Whether a sentence is a line of its own that ends without a full stop."""
    return view.plain[part.end - 1] not in '.!?…"”' and part.end in view.breaks


def once_in_post(view: View, told: list[Voiced]) -> list[Voiced]:
    """Without what a post says again; a strike told in two sentences is one, with the weapon that the second names."""
    kept: list[Voiced] = []
    first: Draft | None = None
    for item, chain in without_heading(told):
        if item.kind == "casualties" and any(_is_retold(item, d) or _is_less(item, d) for d, _ in kept):
            continue
        if item.kind == "damage" and is_occasion(view, item) and any(_is_known(item, d) for d, _ in kept):
            continue
        again = item.kind == "attack" and any(_is_same_strike(item, d) for d, _ in kept)
        if again or (first is not None and _adds_to(item, first)):
            _date(kept, item)
            continue
        if any(_is_recounted(item, d) for d, _ in kept):
            continue
        if first is None and item.kind == "attack":
            first = item
        elif first is not None and item.weapons_open and item.kind in {"damage", "casualties", "impact"}:
            item.weapons = item.weapons or (first.weapons if is_same_area(item, first) else ())
        kept.append((item, chain))
    return kept


def _is_recounted(item: Draft, other: Draft) -> bool:
    """Whether weapons stopped are counted again, their sort named only the first or only the second time."""
    if not item.kind == other.kind == "interception" or item.sentence.index == other.sentence.index:
        return False
    listed = item.part or other.part or any(w.model for w in other.weapons)
    several = item.count is not None and item.count.min not in {None, 1} and bool(item.weapons)
    if listed or not several or (item.count, item.outcome) != (other.count, other.outcome):
        return False
    if item.marks or not all(_is_named(w.cls, item) for w in other.weapons):
        return False
    other.weapons = item.weapons
    return True


def _adds_to(item: Draft, first: Draft) -> bool:
    """Whether a draft only goes on about the first strike; that takes the weapon which the draft says was fired."""
    if not item.kind == first.kind == "attack" or item.marks or item.objects:
        return False
    if item.count is not None and (first.count is not None or not item.fired):
        return False
    if item.fired and (not first.weapons or _are_told_closer(item, first)):
        first.weapons, first.count = item.weapons, first.count or item.count
    return item.places == first.places


def _are_told_closer(item: Draft, first: Draft) -> bool:
    """Whether missiles of no kind are told to have been those of a model: "a missile strike … made with HIMARS"."""
    bare = [(w.cls, w.model) for w in first.weapons] == [("missile", None)]
    return bare and bool(item.weapons) and all(w.model and w.cls in _FIRED_AS_MISSILES for w in item.weapons)


def _is_same_strike(item: Draft, before: Draft) -> bool:
    """Whether a strike on a town is told again with nothing that would make it another one."""
    if before.kind != "attack" or not item.places or not all(p.settlement for p in item.places):
        return False
    same = item.places == before.places and item.stance == before.stance and item.count in {None, before.count}
    one = item.attacker in {None, before.attacker} or before.attacker is None
    with_these = all(_is_named(w.cls, before) for w in item.weapons)
    return same and one and with_these and _at_one_time(item, before) and _things(item) <= _things(before)


def _date(kept: list[Voiced], item: Draft) -> None:
    """Give the time of what only goes on about a strike to the strike and its harm, where they have none."""
    for told, _ in kept:
        if told.time is None and not told.apart and told.kind in _OF_STRIKE:
            told.time = item.time


def _is_known(item: Draft, other: Draft) -> bool:
    """Whether damage is of a thing that was told to be harmed before."""
    things = {t.type for t in item.objects}
    return other.kind == "damage" and bool(things) and things <= {t.type for t in other.objects}


def _is_less(item: Draft, other: Draft) -> bool:
    """Whether people are told of without a number who were counted before at the same places."""
    told = {p.effect for p in other.people if p.min is not None}
    uncounted = all(p.min is None and p.max is None and p.effect in told for p in item.people)
    asserted = item.stance == other.stance == "asserted"
    return other.kind == "casualties" and uncounted and asserted and item.places == other.places


def _is_retold(item: Draft, other: Draft) -> bool:
    """Whether all that a draft tells is told by another one too."""
    if item.kind != other.kind or item.stance != other.stance or item.count not in {None, other.count}:
        return False
    if item.kind == "attack" and other.part and not item.part:
        return False  # "most of them targeted the south": what is told of all of them is more
    if not all(_is_told_of(p, other) for p in item.places) or not _at_one_time(item, other):
        return False
    if not all(_is_named(w.cls, other) for w in item.weapons):
        return False
    return _things(item) <= _things(other) and _counts(item) <= _counts(other)


def _is_told_of(place: Place, other: Draft) -> bool:
    """Whether a draft names a place; its heading or lead may name but the country, or a part of it."""
    if any(p.name == place.name for p in other.places):
        return True
    wide = place.settlement is None and place.region is None and place.country is not None
    return wide and other.sentence.index > 0 and any(p.country == place.country and p.region for p in other.places)


def _at_one_time(item: Draft, other: Draft) -> bool:
    """Whether two drafts can be told of one time: of the same days, or one of none."""
    one, two = item.time, other.time
    if one is None or two is None:
        return True
    return one.start[:_DAY] <= two.end[:_DAY] and two.start[:_DAY] <= one.end[:_DAY]


def _is_named(cls: str, other: Draft) -> bool:
    """Whether a draft names a class of weapons, or is told more closely which missiles they were."""
    return any(w.cls == cls or (cls == "missile" and w.cls.endswith("_missile")) for w in other.weapons)


def _things(item: Draft) -> set[object]:
    """The things that a draft tells of; whether an attack hit or targeted them makes no other attack of it."""
    return {t.type for t in item.objects} if item.kind == "attack" else set(item.objects)


def _counts(item: Draft) -> set[tuple[object, ...]]:
    """Its people without the group that they are told to be of: it may be told later."""
    return {(p.effect, p.min, p.max) for p in item.people}


def distinct(claims: list[tuple[Sentence, Claim]]) -> list[Claim]:
    """Claims by id, and of those that say the very same the first.

    What one sentence says twice are two things: "a Mi-8 was destroyed, a Mi-35 was too".
    """
    kept: dict[str, Claim] = {}
    seen: dict[tuple[object, ...], int] = {}
    for part, claim in claims:
        line = claim.kind == "damage" and not part.triggers  # of a list, each of which is one more
        told = None if line else _content(claim)
        if told is None or seen.setdefault(told, part.index) == part.index:
            kept[claim.id] = claim
    return list(kept.values())


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
