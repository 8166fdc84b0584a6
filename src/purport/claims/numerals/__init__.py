"""Counts in a text, as digits and as words, with the words that bound, repeat or deal them out."""

from purport.claims.numerals.finding import QuantityMention, find_quantities

__all__ = ["QuantityMention", "find_quantities"]
