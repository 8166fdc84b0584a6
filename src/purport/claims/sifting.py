"""Which drafts of a sentence tell of something: what is mere background, and what another draft tells already."""

import re

from purport.claims.background import is_background
from purport.claims.frames import Draft
from purport.claims.marks import Mark, Marks
from purport.claims.syntax import pattern
from purport.model import Thing, View

__all__ = ["is_another", "is_occasion", "joined", "link", "sifted"]

_RESULT = re.compile(r"[a-z]+ing\b")  # a participle, which tells what came of a strike before it
_AIMED_AT = pattern(r"\s*<aimed_at>\s*(?:(?:[\w-]+ ){1,3}<within> )?")
_PARTED = re.compile(r"[,;:.()–—]")
_CAUSED_BY = pattern(r"\b<cause>(?: [\w’'-]+){0,3} $")
_CAUSES = pattern(r"\b<causes>\b")
_ANOTHER = pattern(r"\b<another_strike> (?:\w+ )?$")
_CAME = pattern(r"\s<strike_came>\b")
_INCLUDING = pattern(r"<including>\b")
_KNOWN_FIRE = pattern(r"\b(?:<the>|<this>|<all_of>(?: <the>)?) (?:<fire_noun>)\b")
_ARTICLE = 12  # code points before a fire in which it is told to be a known one
_GREW = pattern(r"\s(?:<aimed_at> [^,;:.]{0,50}?)?<auxiliary> (?:\w+ly )?<intensified>\b")
_COUNTED = 40  # code points before a noun of attack in which strikes are counted
_CAUSE = 30  # code points before a verb of attack in which the place of the harm that it did may stand


def link(view: View, drafts: list[Draft]) -> None:
    """What one sentence tells of one thing: harm is that of the strike beside it, flight tells where it was stopped."""
    strikes = [d for d in drafts if d.kind in {"attack", "impact"}]
    for item in drafts:
        if item.kind in {"attack", "interception"} and not item.places:
            item.places = next((d.places for d in drafts if d.kind == "sighting"), ())
        if item.kind in {"casualties", "damage"} and strikes:
            strike = min(_causing(view, item, strikes), key=lambda d: abs(d.at - item.at))
            if not item.fired:
                item.weapons = tuple(w for d in strikes if _is_part(d, strike) for w in d.weapons) or item.weapons
            item.attacker, item.cause = strike.attacker or item.attacker, strike
            strike.attacker = strike.attacker or item.attacker
            item.places = item.places or strike.places
            _befall(item, strike)


def joined(view: View, drafts: list[Draft]) -> list[Draft]:
    """Harm of one sentence told in two clauses is one claim: "rose to 40, with 30 people still missing"."""
    kept: list[Draft] = []
    for item in drafts:
        before = next((d for d in reversed(kept) if d.kind == "casualties"), None)
        if before is not None and item.kind == "casualties" and _is_included(view, item):
            continue
        if before is not None and _is_more_harm(item, before):
            before.people += item.people
            before.end = max(before.end, item.end)
        elif before is not None and _is_counted_now(item, before):
            before.people, before.end = item.people, max(before.end, item.end)
        else:
            kept.append(item)
    return kept


def _is_included(view: View, item: Draft) -> bool:
    """Whether those told of are some of the ones told before: "ten people, including a boy in serious condition"."""
    return bool(_INCLUDING.match(view.folded, item.start))


def _is_counted_now(item: Draft, before: Draft) -> bool:
    """Whether harm that a clause before it told without a number is counted: "the toll has risen, 35 are dead"."""
    if item.kind != "casualties" or item.part or item.sentence.index != before.sentence.index:
        return False
    told = {p.effect for p in before.people}
    uncounted = bool(told) and all(p.min is None and p.max is None for p in before.people)
    here = not item.marks or {m.label for m in item.marks} <= {m.label for m in before.marks}
    counted = all(p.min is not None and p.effect in told for p in item.people)
    return uncounted and here and bool(item.people) and counted and item.stance == before.stance


def _is_more_harm(item: Draft, before: Draft) -> bool:
    """Whether harm is other harm than was told before it, with no place of its own."""
    if item.kind != "casualties" or item.part or before.part or item.sentence.index != before.sentence.index:
        return False
    apart = {p.effect for p in item.people} & {p.effect for p in before.people}
    here = not item.marks or {m.label for m in item.marks} <= {m.label for m in before.marks}
    return here and not apart and item.stance == before.stance and all(p.min != 0 for p in item.people)


def _causing(view: View, harm: Draft, strikes: list[Draft]) -> list[Draft]:
    """The strikes that may have done harm: told before it where the words tell its result (", killing eight")."""
    before = [d for d in strikes if d.at < harm.at] if _RESULT.match(view.folded, harm.at) else []
    return before or strikes


def _befall(harm: Draft, strike: Draft) -> None:
    """Damage that names nothing befell what was struck: "a fire after the depot was hit"."""
    if harm.kind == "damage" and not harm.objects and harm.effect and strike.objects:
        harm.objects, harm.count = tuple(Thing(t.type, harm.effect) for t in strike.objects), None


def _is_part(other: Draft, strike: Draft) -> bool:
    """Whether a draft is a strike, or another counted part of it."""
    return other is strike or (other.kind == strike.kind and other.scope == strike.scope and other.scope[1] > 0)


def sifted(view: View, marks: Marks, drafts: list[Draft], *, is_post: bool, brief: bool) -> list[Draft]:
    """Drafts that tell of something.

    Left out: background, the bare mention of a war, an attack that only names the cause of harm, weapons seen on their
    way to where they struck, the noise of what killed.
    """
    harm = next((d for d in drafts if d.kind in {"casualties", "damage"}), None)
    found = [d for d in drafts if not is_background(view, marks, d, brief=brief)]
    found = [d for d in found if d.kind != "impact" or harm is None or not _is_only_cause(view, marks, d, harm)]
    found = [d for d in found if d.kind != "attack" or not _is_empty(view, marks, d, harm, is_post=is_post)]
    kinds = {d.kind for d in found}
    if kinds & {"attack", "interception", "impact"}:
        found = [d for d in found if d.kind != "sighting"]
    if "casualties" in kinds:
        found = [d for d in found if d.kind != "explosion" or d.marks]
    if "response" in kinds:
        helped = [d for d in found if d.kind == "response"]
        found = [
            d for d in found if d.kind != "damage" or not (_is_known_fire(view, d) or _is_put_out(view, d, helped))
        ]
    attacked = min((d.at for d in found if d.kind == "attack"), default=None)
    if attacked is not None:
        found = [d for d in found if d.kind != "explosion" or d.at < attacked or not _is_caused(view, d)]
    return found


def _is_known_fire(view: View, item: Draft) -> bool:
    """Whether a fire is but named as what was put out: "the fire was quickly extinguished"."""
    if item.effect != "on_fire" or item.marks:
        return False
    named = _KNOWN_FIRE.search(view.folded, max(item.sentence.start, item.at - _ARTICLE), item.until)
    return named is not None and named.end() >= item.at


def _is_put_out(view: View, fire: Draft, helped: list[Draft]) -> bool:
    """Whether a fire that burns nothing named is but what the same clause tells to be put out: «пожежу ліквідовано»."""
    if fire.effect != "on_fire" or fire.objects:
        return False
    gaps = (view.folded[min(d.until, fire.until) : max(d.at, fire.at)] for d in helped)
    return any(not _PARTED.search(gap) for gap in gaps)


def _is_caused(view: View, blast: Draft) -> bool:
    """Whether a blast is told as that of the strike beside it."""
    return bool(_CAUSES.search(view.folded, max(blast.sentence.start, blast.at - _CAUSE), blast.at))


def _is_empty(view: View, marks: Marks, item: Draft, harm: Draft | None, *, is_post: bool) -> bool:
    """Whether an attack says neither with what nor where nor on what; where its harm is told, too, it must."""
    if not item.weapons and not item.objects and item.marks and all(m.label.endswith(" direction") for m in item.marks):
        return True  # ground fighting is told by directions of the front
    if harm is not None and _is_only_cause(view, marks, item, harm):
        return True
    if item.places and is_another(view, item):
        return False
    if (item.weapons and (item.count or (is_post and item.attacker))) or (is_post and _counts_strikes(marks, item)):
        return False
    if item.attacker is not None and _GREW.match(view.folded, item.until):
        return False
    timed = bool(marks.within(item.start, item.end, "time"))
    launched = any(t.sub == "launch" for t in marks.within(item.at, item.until, "trigger")) and item.kind == "attack"
    own = [
        m for m in item.marks if m.value.place.precision != "country" or _is_aim(view, item, m, sure=timed or launched)
    ]
    if harm is not None:
        acts = item.attacker is not None and item.at < harm.at and (timed or item.marks)
        return not (acts or item.objects or any(m.start > item.at - _CAUSE for m in own))
    if timed and item.weapons:
        return False
    return not (own or item.objects or ((timed or item.weapons) and item.places))


def _counts_strikes(marks: Marks, item: Draft) -> bool:
    """Whether several strikes are counted: a number stands before the very noun."""
    several = item.count is not None and (item.count.min or 0) > 1
    return several and bool(marks.within(item.at - _COUNTED, item.at, "quantity"))


def is_another(view: View, item: Draft) -> bool:
    """Whether a strike is told to come upon one told before: "a second attack followed"."""
    before = view.folded[max(item.sentence.start, item.at - _CAUSE) : item.at]
    return bool(_ANOTHER.search(before)) and bool(_CAME.match(view.folded, item.until))


def _is_only_cause(view: View, marks: Marks, item: Draft, harm: Draft) -> bool:
    """Whether a strike only tells what harm came of, with nothing of its own: "after a drone attack a depot burned"."""
    if not is_occasion(view, item) or item.count is not None:
        return False
    if harm.at < item.at and item.kind != "attack":
        return False
    end = harm.at if harm.at > item.at else item.scope[1]
    return not marks.within(item.until, end, "place", "object", "time")


def is_occasion(view: View, item: Draft) -> bool:
    """Whether words tell something only as the cause of something else: "after the strike"."""
    return bool(_CAUSED_BY.search(view.folded, max(item.sentence.start, item.at - _CAUSE), item.at))


def _is_aim(view: View, item: Draft, place: Mark, *, sure: bool) -> bool:
    """Whether a strike is told to be on a country: "airstrikes on Iran"; `sure`: it is no war that is named."""
    aimed = bool(item.weapons) or item.stance == "threatened" or sure
    return aimed and bool(_AIMED_AT.fullmatch(view.folded[item.until : place.start]))
