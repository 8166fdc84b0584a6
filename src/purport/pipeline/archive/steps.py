"""What becomes of records."""

__all__ = ["STEPS"]

STEPS = {
    "read": "read, with their claims",
    "no page": "no page: requests, pictures, answers that found nothing",
    "no word": "no word of war in the bytes",
    "no sentence": "no sentence of war in the text",
    "no text": "no text of war in the document",
    "failed": "failed",
}
"""What becomes of records, and how that is told. Every record is one of these."""
