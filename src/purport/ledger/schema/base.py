"""What all tables belong to."""

from sqlalchemy import MetaData

__all__ = ["metadata"]

metadata = MetaData()
