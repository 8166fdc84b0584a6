"""Lists: figures below a heading, or in the next sentence, that go on from what was told last."""

from purport.claims.frames import Draft, Event, Scene, listed
from purport.claims.marks import Marks
from purport.claims.segments import Sentence
from purport.claims.setting import Setting
from purport.claims.syntax import pattern
from purport.model import Outcome, View

__all__ = ["Lists"]

_STORED = pattern(r"\b<stored>\b")  # what lies or is made somewhere was not used
_HEADING = 60  # code points of the longest line that only announces what is counted below it


class Lists:
    """Remembers what the figures of one document count. Told of its sentences and drafts in order."""

    def __init__(self, view: View, marks: Marks, setting: Setting) -> None:
        self._view, self._marks, self._setting = view, marks, setting
        self._counting: Draft | None = None
        self._open = False

    def announce(self, part: Sentence) -> None:
        """A heading ("DESTROYED:") tells nothing by itself; it says what the figures below it count."""
        head = part.triggers[0]
        if head.head in {"destroy", "interception"} and (part.heading or part.end - part.start < _HEADING):
            outcome: Outcome = "destroyed" if head.head == "destroy" else head.sub  # type: ignore[assignment]
            self._counting = Draft("interception", part.start, part.end, part, head.start, outcome=outcome)
            self._open = True

    def note(self, draft: Draft) -> None:
        """Take a draft that figures behind it may go on from."""
        if draft.kind in {"interception", "attack"}:
            self._counting = draft
            self._open = draft.sentence.heading or (self._open and not draft.sentence.triggers)

    def holds(self, part: Sentence) -> bool:
        """Whether a sentence is an item of an announced list."""
        return self._open and part.item

    def counts(self, part: Sentence) -> bool:
        """Whether an item begins with its figure: it is one of what its list counts, whatever verb it holds."""
        return self.holds(part) and bool(self._marks.within(part.start, part.start + 4, "quantity"))

    def drafts(self, part: Sentence) -> list[Draft]:
        """The counted groups of a sentence that go on from what was told last."""
        before = self._counting
        if before is None or not (self._setting.is_post or part.item):
            return []
        if not part.item and _STORED.search(self._view.folded, part.start, part.end):
            return []
        event = Event([], part.start, part.end)
        scene = Scene(self._view, self._marks, part, event, self._setting.is_post, self._setting.is_brief)
        found = listed(scene, before.kind, before.outcome, uncounted=self.holds(part))
        for item in found:
            item.attacker = before.attacker
        return found
