"""Kinds of words of events that go together: `head` of a trigger's mark."""

__all__ = ["ATTACK", "INTERCEPTION", "RUIN"]

ATTACK = frozenset({"attack", "hit"})
INTERCEPTION = frozenset({"interception", "destroy"})
RUIN = frozenset({"damage", "destroy"})
