"""Purport: what is said about attacks in a war, as claims with their words."""

__version__ = "0.1.0"
