"""Words of attack that tell of none: told before, judged, denied, launched by nobody, fired at what flies."""

from purport.claims.counts import Group
from purport.claims.frames.scene import Scene
from purport.claims.marks import Mark
from purport.claims.syntax import pattern

__all__ = ["is_answered", "tells_nothing"]

_NONE = pattern(r"\b<none>(?: \w+)?\s$")
_OCCASION = pattern(r"\b(?:<occasion> <occasion_of>(?: [\w'’]+){0,3}|<judging_of>(?: [\w'’]+){0,3})\s$")
_OCCASION_ROOM = 60  # code points before a noun of attack in which it is told to be an occasion
_ANSWER = pattern(r"\b<answer>\s")
_ANSWER_ROOM = 40  # code points before a noun of attack in which it is told that it was answered
_OWNER = 20  # the same, in which whose attack it was is told
_AGAINST = pattern(r"\b<aimed_at> (?:<this> )?(?:\w+ )?$")
_VERB = pattern(r"\b<before_verb>(?: (?!(?:<article>|<this>|<its_or_their>)\b)\w+)?\s$")
_RANKED = pattern(r"\b(?:<was>|<occasion_in>)(?: <one_of>)? <article> (?:\w+ )?<ranked>(?: \w+){0,3}\s$")
_RANKED_BEHIND = pattern(r"(?:,|\s[–—-]) (?:<one_of> )?<the> (?:\w+ )?<ranked>(?: \w+){0,3}\s$")
_DEPLOY = pattern(r"<deploy>")
_FORGONE = pattern(r"\b<forgone>\b[^,;:.]*\b<forgone_of>(?: [\w-]+){0,3}\s$")
_GIVEN_UP = 70  # code points before strikes in which it is told that they are given up, stopped or banned
_TALKED_OF = pattern(r"\b<talked_of>(?: [\w'’]+){0,3}\s$")
_DEFENDS = pattern(r"\b<at_defence>\b")
_MANY_OF = pattern(r"\b<number_of>(?: [\w'’]+){0,2}\s$")
_ANSWERED = pattern(r"\b<answers>(?: [\w-]+){0,2} <answers_to>(?: [\w-]+){0,2}\s$")
_ON_THE_EVE = pattern(r"\b<on_the_eve> $")
_DID = pattern(r"\w(?:<past_ending>)(?:ся)?$")
_POINTING_BACK = pattern(r"\b<pointing_back>(?: \w+){0,2}\s$")
_THAT = pattern(r"<that>\s")
_IS_WHAT = pattern(r"(?:\s<strike_on>[^,;:.]{0,60}?)?\s<copula> (?:<one_of> )?<article>\s")
_SOMETHING = pattern(r"\s<article>\s")
_INTERCEPTOR = pattern(r"\b<interceptor>")
_HALTED = pattern(r"\b<halts>(?: [\w-]+){0,3}\s$")
_FELT = pattern(r"\b<feels>(?: [\w-]+){0,2}? <feels_about>(?: [\w’'-]+){0,3}\s$")
_NAME = 40  # code points of the name of who does something, at most
_ON = pattern(r"\s<strike_on>\b")
_VERB_OR_NOUN = pattern(r"<verb_or_noun>s?\b")
_DENIED = 90  # code points before a noun in which it is denied
_USED = 40  # code points between "used" and its weapon, at most
_REPELLED = 45  # code points before counted attacks in which it is told that they were repelled
_WORKS = frozenset({"industrial_site", "military_industry"})
_ISSUES = pattern(r"<issues>")
# What is not aimed at by armies alone.
_OF_TOWNS = frozenset({"other", "commercial_building", "office_building", "residential_building", "private_house"})
_AIMED = pattern(r"\s<aimed_at>\s")
_HANDED_TO = pattern(r"\W+<handed_to>\b")


def tells_nothing(scene: Scene, found: list[Group]) -> bool:
    """Whether no attack is told: foiled, echoed, a launch of nothing, or weapons that were sent to an ally."""
    event = scene.event
    if all(t.sub == "foil" for t in event.triggers) or _is_echo(scene) or _is_ground_fighting(scene, found):
        return True
    if all(t.sub == "use" for t in event.triggers):
        return not _is_used_on(scene, found)
    launch = event.has("attack:launch") and not event.has("attack:strike", "attack:shelling", "attack:target")
    if launch and (not found or _is_defence(scene, found) or _is_made(scene) or _is_posted(scene, found)):
        return True
    if _works_against(scene, found):
        return True
    heavy = any(w.head != "other" for g in found for w in g.weapons)
    if all(t.sub == "loose" for t in event.triggers) and not (heavy or _is_by_a_party(scene)):
        return True
    sent = event.has("attack:send") and not event.has("attack:strike", "attack:shelling", "hit")
    return sent and not _sent(scene, found)


def _is_made(scene: Scene) -> bool:
    """Whether works are told to have turned out weapons: «завод випустив 300 дронів»."""
    works = [m for m in scene.marks.within(scene.event.start, scene.event.first, "object") if m.label in _WORKS]
    return bool(works) and bool(_ISSUES.match(scene.view.folded, scene.event.first))


def _is_by_a_party(scene: Scene) -> bool:
    """Whether a party does what a verb tells that has another meaning, too, or what armies aim at suffers it."""
    told = any(m.label not in _OF_TOWNS for m in scene.within("object"))
    return told or bool(scene.around("side") and scene.within("place", "object"))


def _is_posted(scene: Scene, found: list[Group]) -> bool:
    """Whether aircraft are only sent to stand somewhere: "will deploy fighter jets to Poland"."""
    posted = all(_DEPLOY.match(scene.view.folded, t.start) for t in scene.event.triggers)
    weapons = [w for g in found for w in g.weapons]
    return posted and all(w.head in {"aircraft", "air_defence_missile"} and not w.sub for w in weapons)


def _is_defence(scene: Scene, found: list[Group]) -> bool:
    """Whether weapons are fired at weapons: "fired interceptors at the missiles"."""
    weapons = [w for g in found for w in g.weapons]
    if all(_INTERCEPTOR.search(scene.words(w.start, w.end)) for w in weapons):
        return True
    aimed = [(w, _AGAINST.search(scene.before(w, 20))) for w in weapons if w.start > scene.event.last]
    return any(on and not scene.marks.within(w.start - len(on[0]), w.start, "place") for w, on in aimed)


def _works_against(scene: Scene, found: list[Group]) -> bool:
    """Whether air defence is told to be at work on weapons: «ППО працює по дронах»."""
    if not _DEFENDS.search(scene.view.folded, scene.sentence.start, scene.event.first):
        return False
    return any(w.start > scene.event.last and _AGAINST.search(scene.before(w, 20)) for g in found for w in g.weapons)


def _is_used_on(scene: Scene, found: list[Group]) -> bool:
    """Whether "used" tells of weapons used on something: "used an Oreshnik missile against a plant"."""
    weapon = next((w for g in found for w in g.weapons if 0 < w.start - scene.event.last < _USED), None)
    return weapon is not None and any(m.start > weapon.end for m in scene.within("place", "object"))


def _is_ground_fighting(scene: Scene, found: list[Group]) -> bool:
    """Whether attacks of no weapon are counted as repelled, as front-line summaries do."""
    first = scene.event.first
    before = scene.marks.within(max(scene.sentence.start, first - _REPELLED), first, "trigger", "quantity")
    return not found and [m.type for m in before] == ["trigger", "quantity"] and before[0].head == "interception"


def _is_echo(scene: Scene) -> bool:
    """Whether a noun only points back to a strike told before ("at the time of the strike"), or says there was none."""
    trigger = scene.event.triggers[0]
    before = scene.before(trigger, 40)
    if trigger.label != "attack:strike" or scene.cue("deny"):
        return False
    if len(scene.event.triggers) > 1:
        return _is_talked_of(scene, before)  # "called the attack an act of terror"
    occasion = _is_eve(scene, trigger, before) or (_is_occasion(scene, trigger) and not is_answered(scene, trigger))
    if occasion or _is_felt(scene, trigger) or _is_talked_of(scene, before):
        return True
    if _is_verb(scene, trigger) or _VERB.search(before) or _is_denied(scene, trigger) or _is_done_by(scene, trigger):
        return False
    if _NONE.search(before) and (trigger.number == "p" or not _ON.match(scene.view.folded, trigger.end)):
        return True
    if _is_ranked(scene, trigger, before) or _is_judged(scene, trigger):
        return True
    if _FORGONE.search(scene.before(trigger, _GIVEN_UP)) and trigger.number == "p":
        return True
    if _ANSWERED.search(before) and not scene.within("time", "quantity"):
        return True
    pointing = _POINTING_BACK.search(before)
    if pointing is not None and trigger.number == "p" and _THAT.match(before, pointing.start()):
        return False  # "said that Israeli strikes killed": the word joins a clause
    return pointing is not None and (not _ON.match(scene.view.folded, trigger.end) or _is_called(scene, trigger))


def _is_eve(scene: Scene, trigger: Mark, before: str) -> bool:
    """Whether a noun only tells before what something was: «напередодні удару»; a verb there tells what was done."""
    return bool(_ON_THE_EVE.search(before)) and not _DID.search(scene.words(trigger.start, trigger.end))


def _is_occasion(scene: Scene, trigger: Mark) -> bool:
    """Whether a noun only tells when something else was, or what somebody gives up: "halt the strikes on Beirut"."""
    return bool(_OCCASION.search(scene.before(trigger, _OCCASION_ROOM)) or _HALTED.search(scene.before(trigger, 40)))


def _is_ranked(scene: Scene, trigger: Mark, before: str) -> bool:
    """Whether words only rank what was told before: "in the largest attack since May", "…, the deadliest since"."""
    if _RANKED.search(before):
        return not scene.marks.within(trigger.start, scene.event.end, "quantity")
    told = scene.marks.within(scene.sentence.start, trigger.start, "trigger")
    behind = scene.marks.within(trigger.end, scene.event.end, "quantity", "trigger")
    return bool(told and _RANKED_BEHIND.search(before)) and not behind


def _is_talked_of(scene: Scene, before: str) -> bool:
    """Whether something is said of strikes, and none told: "called the attack terror", «збільшити кількість атак»."""
    return bool(_TALKED_OF.search(before) or (_MANY_OF.search(before) and not scene.within("quantity")))


def _is_called(scene: Scene, trigger: Mark) -> bool:
    """Whether words only tell what sort of strike it was: "the raid was the heaviest", "these attacks are a crime"."""
    what = _IS_WHAT.match(scene.view.folded, trigger.end)
    return what is not None and not scene.marks.within(trigger.end, what.end(), "time", "place", "quantity")


def is_answered(scene: Scene, trigger: Mark) -> bool:
    """Whether a strike is the occasion of another, told with who struck what ("for US strikes on Iran")."""
    owners = scene.marks.within(max(scene.sentence.start, trigger.start - _OWNER), trigger.start, "side")
    answered = bool(_ANSWER.search(scene.before(trigger, _ANSWER_ROOM)))
    return answered and bool(owners) and bool(_ON.match(scene.view.folded, trigger.end))


def _is_verb(scene: Scene, trigger: Mark) -> bool:
    """Whether a word is a verb only, and tells for itself."""
    return trigger.number == "" and not _VERB_OR_NOUN.match(scene.view.folded, trigger.start)


def _is_done_by(scene: Scene, trigger: Mark) -> bool:
    """Whether a word that is verb and noun alike tells what those do who stand before it: "the US strikes a base"."""
    actors = scene.marks.within(trigger.start - _NAME, trigger.start, "place", "source")
    named = any(trigger.start - m.end == 1 for m in actors)
    first = scene.marks.within(trigger.end + 1, trigger.end + 2, "quantity", "side", "object", "place")
    return named and bool(first or _SOMETHING.match(scene.view.folded, trigger.end))


def _is_denied(scene: Scene, trigger: Mark) -> bool:
    """Whether what a noun names is denied in the words before it: that is told of this strike, and none before."""
    return bool(scene.marks.cues(max(scene.sentence.start, trigger.start - _DENIED), trigger.start, "deny"))


def _is_judged(scene: Scene, trigger: Mark) -> bool:
    """Whether a position is voiced on attacks, and no attack told: "accused Russia of attacks"."""
    near = scene.marks.within(max(scene.sentence.start, trigger.start - 110), trigger.start, "trigger")
    voiced = any(t.head == "statement" and 0 < trigger.start - t.end < 90 for t in near)
    return voiced and not scene.marks.within(trigger.start, scene.event.end, "time", "quantity")


def _is_felt(scene: Scene, trigger: Mark) -> bool:
    """Whether it is only told what somebody feels about a strike: "was appalled by the raid on Rafah"."""
    told = scene.brief or scene.marks.within(trigger.start, scene.event.end, "time", "quantity")
    return not told and bool(_FELT.search(scene.before(trigger, _GIVEN_UP)))


def _sent(scene: Scene, found: list[Group]) -> bool:
    """Whether weapons are sent at something, or counted ones by a side ("Russia sent 88 drones"), not to an ally."""
    if _HANDED_TO.match(scene.view.folded, scene.event.last):
        return False
    first = scene.event.first
    before = scene.marks.within(max(scene.sentence.start, first - 30), first, "side")
    if found and before and _AIMED.match(scene.view.folded, scene.event.last):
        return True  # "sent at the town two drones"
    aimed = any(_AIMED.match(scene.view.folded, w.end) for g in found for w in g.weapons if w.start > first)
    return aimed or (any(g.counted for g in found) and any(first - s.end < 8 for s in before))
