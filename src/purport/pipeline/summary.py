"""What a run of reading came to."""

from msgspec import Struct, field

__all__ = ["Skipped", "Summary"]


class Skipped(Struct, frozen=True):
    """A file or document that was not read, and why."""

    about: str
    reason: str


class Summary(Struct, frozen=True):
    """Documents never seen before, in a new version, and known already; claims added; and what was skipped.

    `extracted`: documents in which claims were looked for; a known one is extracted again by a newer extractor only.
    """

    new: int = 0
    changed: int = 0
    known: int = 0
    extracted: int = 0
    claims: int = 0
    skipped: tuple[Skipped, ...] = field(default=())

    @property
    def documents(self) -> int:
        """All documents that were read."""
        return self.new + self.changed + self.known

    def counts(self) -> dict[str, int]:
        """The numbers, as the ledger keeps them with the run."""
        return {
            "new": self.new,
            "changed": self.changed,
            "known": self.known,
            "extracted": self.extracted,
            "claims": self.claims,
            "skipped": len(self.skipped),
        }
