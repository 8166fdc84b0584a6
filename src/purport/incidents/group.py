"""An incident in the making: the claims that have joined so far, and what they agree on."""

from purport.incidents.facts import Facts
from purport.incidents.tree import Node
from purport.incidents.weapons import Arms, more_telling
from purport.incidents.windows import Window
from purport.model.incident import incident_id

__all__ = ["Bounds", "Group", "outcome_of_both"]

Bounds = tuple[int | None, int | None]


class Group:
    """Claims about one thing at one place. Each slot is the most specific that they agree on."""

    __slots__ = (
        "_is_settled",
        "arms",
        "attacker",
        "figures",
        "founder",
        "members",
        "node",
        "objects",
        "outcome",
        "told",
        "window",
    )

    def __init__(self, founder: Facts, node: Node | None) -> None:
        self.founder = founder
        self.node = node
        self.members = [founder]
        self.window: Window | None = founder.window
        self._is_settled = founder.said is not None
        self.attacker = founder.attacker
        self.arms: Arms = founder.arms
        self.outcome: str | None = founder.claim.outcome
        self.objects = founder.objects
        self.told = founder.told
        self.figures: dict[Bounds, list[str]] = {}
        self._note_figure(founder)

    @property
    def id(self) -> str:
        """The id that its earliest claim gives it, so that later ones change nothing."""
        first = min(self.members, key=lambda facts: (facts.told, facts.claim.id))
        return incident_id(first.claim.id, self.node.key if self.node else "")

    def join(self, facts: Facts) -> None:
        """Take one more claim in."""
        self.members.append(facts)
        self.window = self._window_with(facts)
        self.attacker = self.attacker or facts.attacker
        self.arms = more_telling(self.arms, facts.arms)
        self.outcome = outcome_of_both(self.outcome, facts.claim.outcome)
        self.objects |= facts.objects
        self.told = max(self.told, facts.told)
        self._note_figure(facts)

    def _window_with(self, facts: Facts) -> Window | None:
        """What the claims' own words leave of the time; what a text only repeats narrows nothing."""
        if facts.window is None or self.window is None:
            return self.window or facts.window
        if facts.said is not None:
            return self.window
        if self._is_settled:
            self._is_settled = facts.window.rank > self.window.rank
            return self.window if self._is_settled else facts.window
        return self.window.narrowed(facts.window)

    def _note_figure(self, facts: Facts) -> None:
        if facts.low is not None or facts.high is not None:
            self.figures.setdefault((facts.low, facts.high), []).append(facts.speaker)


def outcome_of_both(mine: str | None, theirs: str | None) -> str | None:
    """The more specific of two outcomes that agree: "intercepted" leaves open how."""
    if mine is None or (mine == "intercepted" and theirs):
        return theirs
    return mine
