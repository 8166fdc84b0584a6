"""Texts as PostgreSQL is asked for them. Imported where its driver is installed."""

from psycopg.types.string import StrDumperUnknown

__all__ = ["AskingDumper"]

_NOTHING = "\uffff"
"""No character, so that nothing that is kept has it."""


class AskingDumper(StrDumperUnknown):
    """A text: PostgreSQL keeps none with a U+0000, so where one is looked for, it is asked for what is not there.

    Where it is to be kept, the driver refuses it.
    """

    def dump(self, obj: str) -> bytes:
        """The text as the server reads it."""
        reads = self.connection is not None and self.connection.read_only
        return super().dump(obj.replace("\0", _NOTHING) if reads else obj)  # type: ignore[return-value]
