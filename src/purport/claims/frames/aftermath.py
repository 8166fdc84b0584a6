"""Frames of what an attack brings about: warnings to the public, and help."""

from purport.claims.frames.assigning import HELPERS, assigned
from purport.claims.frames.draft import Draft
from purport.claims.frames.scene import Scene
from purport.claims.frames.supply import supplies
from purport.claims.frames.victims import found_dead, victims
from purport.claims.marks import Mark
from purport.claims.syntax import pattern
from purport.model import Effect, Harm, People, Quantity, Thing

__all__ = ["alert", "puts_out", "response"]

_ALARMS = pattern(r"\b<alarms_of>$")
_HELPED: dict[str, Harm] = {"rescued": "rescued", "evacuation": "evacuated", "resettled": "evacuated"}
_CLOSABLE = frozenset({"airport", "bridge"})
_WORKS = frozenset(
    {"oil_refinery", "industrial_site", "military_industry", "power_plant", "oil_depot", "gas_infrastructure"}
)
_CLOSED = 36  # code points between a verb of closing and what is closed, at most
_OBJECT = 20  # code points between a verb of attack and whom it hit, at most
_STRIKE = 300  # code points of a post before works that stop in which the strike is told that did it
_TRADES = frozenset({"vehicle", "other"})  # things that are repaired without any attack
_ELIMINATED = pattern(r"<eliminated>")
_DONE = pattern(r"\b<restored>\b")
_NOT_YET = pattern(r"\b(?:<infinitive>|<going_on>) $")
_PURPOSE = pattern(r"\b(?:<infinitive>|<during>) (?:<the> )?$")
_BEGUN = pattern(r"\b<begun> <infinitive> $")
_CREW = pattern(r"<crew>")
_WORKS_THERE = pattern(r"\b<crew_works>\b")
_TRYING = pattern(r"\b<trying> (?:\w+ )?$")
_AT_SCENE = pattern(r"(?:<at_scene>)")
_WE_CAME = pattern(r"\b<who_comes> (?:\w+ ){1,2}$")
_AT_WORK = pattern(r"<at_work_there>")
_RUBBLE = pattern(r"\b<rubble>\b")
_ONE_BODY = pattern(r"\b<one_body>\b")
_FOR = pattern(r"\b<for_whom>\s(?:[\w,-]+\s){0,3}$")


def alert(scene: Scene) -> list[Draft]:
    """A warning, an alarm, a closure, an order to the public."""
    works = [m.label for m in scene.within("object")]
    subs = {t.sub for t in scene.event.triggers}
    if works and subs <= {"closure", "halt", "close"} and set(works) <= _WORKS:
        return _stopped_work(scene, works[0])
    if subs == {"halt"} or (subs == {"close"} and not _is_traffic(scene)):
        return []
    if all(_ALARMS.search(scene.words(t.start, t.end)) for t in scene.event.triggers) and not scene.within("quantity"):
        return []  # many of them in the genitive are talked of, and none is told
    return [scene.draft("alert")]


def _stopped_work(scene: Scene, label: str) -> list[Draft]:
    """The damage that made works stop, where the strike that did it is told beside: no warning to the public."""
    start = scene.sentence.start - _STRIKE if scene.is_post else scene.sentence.start
    told = scene.marks.within(max(0, start), scene.sentence.end, "trigger")
    if not any(t.head in {"attack", "hit", "impact"} for t in told):
        return []
    draft = scene.draft("damage", weapons_open=True)
    draft.effect, draft.objects = "damaged", (Thing(label, "damaged"),)  # type: ignore[arg-type]
    return [draft]


def _is_traffic(scene: Scene) -> bool:
    """Whether what is closed are airports, skies or bridges: "closes four airports", "the bridge was closed"."""
    near = scene.marks.within(scene.event.first - _CLOSED, scene.event.last + _CLOSED, "object")
    return any(m.label in _CLOSABLE and scene.sentence.start <= m.start < scene.sentence.end for m in near)


def response(scene: Scene) -> list[Draft]:
    """Rescue, fire-fighting, investigation, evacuation, repair."""
    draft = scene.draft("response")
    sub = scene.event.triggers[0].sub
    if sub == "repair":
        draft.objects = _repaired(scene)
        return [draft] if draft.objects else []
    if sub == "investigation" and any(t.head == "statement" for t in scene.sentence.triggers):
        return []
    if sub in {"rescue", "rescued"} and (_is_idle_crew(scene) or _is_tried(scene)):
        return []
    if sub == "rescue" and _are_attacked(scene):
        return []
    if sub == "rescued" and found_dead(scene) and _RUBBLE.search(scene.words(scene.event.start, scene.event.end)):
        return _recovered(scene)
    if sub in _HELPED:
        draft.people = _helped(scene, _HELPED[sub])
    if sub == "resettled" and not draft.people:
        return []  # grain is taken away, too
    if sub == "evacuation" and (_is_purpose(scene) or not (draft.people or draft.marks)):
        return []
    return [draft]


def _recovered(scene: Scene) -> list[Draft]:
    """The dead who were found under rubble."""
    told = next((v for v in assigned(scene, scene.event.triggers, victims(scene)) if v is not None), None)
    bounds = told.bounds if told is not None else None
    one = (
        Quantity.exact(1)
        if bounds is None and _ONE_BODY.search(scene.words(scene.event.start, scene.event.end))
        else bounds
    )
    draft = scene.draft("casualties", weapons_open=True)
    draft.people = (People("killed", one.min if one else None, one.max if one else None, told.group if told else None),)
    return [draft]


def puts_out(scene: Scene) -> bool:
    """Whether what is "liquidated" is the fire named before: «пожежу в порту вдалося ліквідувати»."""
    if not _ELIMINATED.match(scene.view.folded, scene.event.first) or scene.within("people", "weapon"):
        return False
    before = scene.marks.within(scene.sentence.start, scene.event.first, "trigger")
    return any(t.label == "damage:on_fire" and t.number for t in before)


def _is_purpose(scene: Scene) -> bool:
    """Whether evacuation is only what something is for: "a corridor to evacuate civilians", "during the evacuation"."""
    before = scene.view.folded[max(scene.sentence.start, scene.event.first - 24) : scene.event.first]
    return bool(_PURPOSE.search(before)) and not _BEGUN.search(before)


def _are_attacked(scene: Scene) -> bool:
    """Whether those who help are named as whom a strike hit, not as at work: "a drone attacked a rescue team"."""
    if _AT_WORK.match(scene.view.folded, scene.event.first):
        return False
    before = scene.marks.within(max(scene.sentence.start, scene.event.first - _OBJECT), scene.event.first, "trigger")
    return any(t.head in {"attack", "hit"} for t in before)


def _is_tried(scene: Scene) -> bool:
    """Whether help is only what somebody was about when something befell them, or who tells of it came to see."""
    if _TRYING.search(scene.before(scene.event.triggers[0], 40)):
        return True
    at_scene = all(_AT_SCENE.fullmatch(scene.view.folded, t.start, t.end) for t in scene.event.triggers)
    return at_scene and bool(_WE_CAME.search(scene.before(scene.event.triggers[0], 40)))


def _is_idle_crew(scene: Scene) -> bool:
    """Whether rescuers are named, and no work of theirs: "rescue workers say that they are tired"."""
    crew = all(_CREW.fullmatch(scene.view.folded, t.start, t.end) for t in scene.event.triggers)
    return crew and not _WORKS_THERE.search(scene.view.folded, scene.sentence.start, scene.sentence.end)


def _helped(scene: Scene, effect: Harm) -> tuple[People, ...]:
    """Who was brought to safety; nobody where only the dead were found."""
    if found_dead(scene):
        return ()
    told = [v for v in assigned(scene, scene.event.triggers, victims(scene)) if v is not None]
    saved = next((v for v in told if v.group not in HELPERS or v.counted), None)
    if saved is None:
        return ()
    bounds = saved.bounds
    return (People(effect, bounds.min if bounds else None, bounds.max if bounds else None, saved.group),)


# repair


def _repaired(scene: Scene) -> tuple[Thing, ...]:
    """What is repaired or restored: things, or a supply that the words name ("power was restored")."""
    effect: Effect = "restored" if _is_done(scene) else "under_repair"
    named = supplies(scene.words(scene.event.start, scene.event.end))
    things = [m for m in scene.within("object") if m.label not in _TRADES and not _is_served(scene, m)]
    return tuple(Thing(label, effect) for label in dict.fromkeys([*named, *(m.label for m in things)]))  # type: ignore[arg-type]


def _is_done(scene: Scene) -> bool:
    """Whether repair is told as done: by a finished verb that nothing defers."""
    done = _DONE.search(scene.view.folded, scene.event.first, scene.event.end)
    before = scene.view.folded[max(scene.sentence.start, done.start() - 20) : done.start()] if done else ""
    return done is not None and not _NOT_YET.search(before) and not scene.cue("threat")


def _is_served(scene: Scene, thing: Mark) -> bool:
    """Whether things are whom a supply is restored to: "power was restored to 300 homes"."""
    return bool(_FOR.search(scene.before(thing, 40)))
