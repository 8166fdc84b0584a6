"""Tables: CSV and spreadsheets, each row a document, once it is known which column is what."""

from purport.sources.tables.reading import columns_of, read_delimited, read_sheets
from purport.sources.tables.shape import delimiter_of

__all__ = ["columns_of", "delimiter_of", "read_delimited", "read_sheets"]
