"""Claims to incidents: what is told about one thing, what the figures add up to, and whom they go back to."""

from purport.incidents.link import Linked, link

__all__ = ["Linked", "link"]
