"""Expressions of time to spans, local to the event, with their grain and basis."""

from purport.times.finding import Times

__all__ = ["Times"]
