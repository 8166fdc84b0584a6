"""The book's incidents as columns of numbers, so that what is asked of all of them costs milliseconds."""

from purport.server.index.index import Index
from purport.server.index.view import View

__all__ = ["Index", "View"]
