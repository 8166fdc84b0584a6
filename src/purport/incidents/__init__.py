"""Claims to incidents: what is told about one thing, what the figures add up to, and whom they go back to."""

from purport.incidents.episodes import episodes_of
from purport.incidents.explain import Joining, reasons
from purport.incidents.group import Group
from purport.incidents.link import Linked, link

__all__ = ["Group", "Joining", "Linked", "episodes_of", "link", "reasons"]
