"""Who a function stands for: "the governor" is whose province was told of, "the ministry" whose country acts."""

from purport.claims import theatres
from purport.claims.marks import Mark, Marks
from purport.claims.registry import Place, Register, Role
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.model import Source, View

__all__ = ["Functions"]

_ITS_OWN = pattern(r"\b<its_own> $")
_BESIDE = pattern(r"<possessive>?[\s,]*(?:<office_of>\s+){0,3}")
_LOCAL = frozenset({"governor", "administration", "mayor"})
_TOLD_OF = 240  # code points before a function in which the place stands that it is for
_FORCES = frozenset({"defence_ministry", "military", "general_staff", "air_force", "navy"})
_NATIONAL = _FORCES | {"foreign_ministry", "interior_ministry", "health_ministry", "energy_ministry"}
_SUBJECT = 260  # code points before a function in which the side stands whose deeds are told
_AGAIN = 800  # code points before "the group" in which the group is named
_WEAPON = 20  # code points behind a side in which the weapons stand that it describes
_BLOWS = frozenset({"attack", "interception"})
_POINTER = "the_"  # begins the labels of functions that only point to who was named: "the agency"
_NOWHERE: Place = (None, None)


class Functions:
    """The functions that one document names, asked for in the order of the text: who held one is meant again later.

    They are held by whoever held them when the document was published.
    """

    def __init__(self, view: View, marks: Marks, register: Register, setting: Setting) -> None:
        self._view, self._marks, self._register = view, marks, register
        self._on, self._side = setting.published, setting.side
        self._known: dict[str, Source] = {}
        self._meant: dict[int, Source] = {}

    def note(self, holder: Source) -> None:
        """Remember who is named: whoever of that office is spoken of later is meant."""
        office = self._register.office(holder.name)
        if office is not None:
            self._known[office] = holder

    def of(self, mark: Mark) -> Source | None:
        """Who a role stands for: by the place or side beside it, else whoever of that function was named before."""
        role = self._register.role(mark.label)
        if role is None:
            return None
        pointing = bool(role.again) and self._view.folded.startswith("the ", mark.start)
        place = _NOWHERE if pointing else self._place_beside(mark)
        if place == _NOWHERE and mark.label in _NATIONAL:
            place = self._owner(mark), None
        again = self._named_again(role, mark) if place == _NOWHERE else None
        if again is not None:
            return again
        if pointing and mark.label.startswith(_POINTER):
            return Source(self._view.folded[mark.start : mark.end].rpartition(" ")[2].capitalize(), role.kind)
        before = self._known.get(mark.label) or self._known.get(role.office or "")
        if before is not None and (place == _NOWHERE or before.jurisdiction == place[1]):
            return before
        local = self._local(mark) if place == _NOWHERE and {role.office, role.body} & _LOCAL else None
        if local is not None:
            return local
        if place == _NOWHERE and mark.label in _FORCES:
            place = self._side_at_work(mark)
        source = self._register.speaker_of(mark.label, place, on=self._on)
        if source is not None:
            self._meant[mark.start] = source
        if source is not None and place != _NOWHERE:
            self._known[mark.label] = source
        return source

    def _named_again(self, role: Role, mark: Mark) -> Source | None:
        """Whom words like "the group" stand for: the last of that sort that the text names; None if it names none."""
        before = self._marks.within(mark.start - _AGAIN, mark.start, "source", "role", "body") if role.again else []
        noun = self._view.folded[mark.start : mark.end].rpartition(" ")[2]
        called = [m for m in before if self._view.folded[m.start : m.end].endswith(noun)]
        for named in (*reversed(called), *reversed(before)):
            if named.type == "body":
                return Source(named.label, "organisation")
            source = self._register.source(named.label) if named.type == "source" else self._meant.get(named.start)
            if source is not None and (source.kind in role.again or named in called):
                return source
        return None

    def _side_at_work(self, mark: Mark) -> Place:
        """The country that a sentence begins with, for a body without one ("Russia downed …, the ministry said")."""
        start = max(0, mark.start - _SUBJECT)
        events = {t.head for t in self._marks.within(start, mark.start, "trigger")}
        if "interception" not in events:
            return self._party or (self._attacked(start, mark) if events else None), None
        side = next((m for m in self._marks.within(start, mark.start, "side") if _is_state(m)), None)
        if side is None:
            return self._party, None
        return (theatres.load().enemy(side.label) if self._is_attacking(side, start, mark) else side.label), None

    def _is_attacking(self, side: Mark, start: int, mark: Mark) -> bool:
        """Whether a side is told as whose weapons were stopped: "Russian drones", "the drones launched by Russia"."""
        if self._marks.within(side.start, side.end + _WEAPON, "weapon"):
            return True
        acts = [t for t in self._marks.within(start, mark.start, "trigger") if t.head in _BLOWS]
        nearest = min(acts, key=lambda t: max(side.start - t.end, t.start - side.end), default=None)
        return nearest is not None and nearest.head == "attack"

    @property
    def _party(self) -> str | None:
        """The side that the document speaks for, where that is at war: another country's press tells of others."""
        return self._side if self._side in theatres.load().fought_in else None

    def _owner(self, mark: Mark) -> str | None:
        """The country named last, whose body it is: "Azerbaijan …, with its defence ministry saying"."""
        start = max(0, mark.start - _SUBJECT)
        if not _ITS_OWN.search(self._view.folded[start : mark.start]):
            return None
        sides = [m for m in self._marks.within(start, mark.start, "side") if _is_state(m)]
        return sides[-1].label if sides else None

    def _attacked(self, start: int, mark: Mark) -> str | None:
        """The country that a sentence tells was struck: it reports what others did there."""
        places = self._marks.within(start, mark.start, "place")
        return places[-1].value.place.country if places else None

    def _local(self, mark: Mark) -> Source | None:
        """Who holds a function where the text tells that something happened: "In Sumy …, the governor said"."""
        near = self._marks.within(max(0, mark.start - _TOLD_OF), mark.start, "place")
        places = [m.value.place for m in near if m.value.place.region]
        role = self._register.role(mark.label)
        if not places or role is None:
            return None
        place = places[-1].country, places[-1].region
        town = places[-1].settlement if role.office == "mayor" else None
        found = self._register.speaker_of(mark.label, place, on=self._on, settlement=town)
        return found if found is not None and found.name != role.name else None

    def _place_beside(self, mark: Mark) -> Place:
        """The place or side named right beside a role: "Kherson governor", "the governor of Rostov"."""
        beside = self._marks.within(max(0, mark.start - 40), mark.end + 30, "place", "side")
        for near in sorted(beside, key=lambda m: min(abs(m.end - mark.start), abs(m.start - mark.end))):
            first, second = (near, mark) if near.end <= mark.start else (mark, near)
            gap = self._view.folded[first.end : second.start]
            national = mark.label in _NATIONAL
            if not _BESIDE.fullmatch(gap) or (near.type == "side" and "," in gap and (national or near is first)):
                continue
            if near.type == "place":
                place = near.value.place
                return place.country, None if national else place.region
            if _is_state(near):
                return near.label, None
        return _NOWHERE


def _is_state(side: Mark) -> bool:
    """Whether a side is a country, told by its code, and no movement."""
    return len(side.label) == 2
