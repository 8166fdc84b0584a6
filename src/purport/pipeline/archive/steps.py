"""What becomes of records."""

__all__ = ["IRRELEVANT", "STEPS"]

IRRELEVANT = {
    "no page": "no page: requests, pictures, answers that found nothing",
    "no word": "no word of war in the bytes",
    "no sentence": "no sentence of war in the text",
    "no text": "no text of war in the document",
}
"""What is left out, by the look that leaves it out, and how that is told."""

STEPS = ("read", *IRRELEVANT, "failed")
"""Every record becomes one of these."""
