"""From bytes to documents: files, folders, web pages, feeds, Telegram exports and channel pages.

Nothing touches the network but `web`, which only what is asked for by its address uses.
"""

from purport.sources.addresses import is_address
from purport.sources.asked import Asked
from purport.sources.reading import Report, read_address, read_bytes, read_path, read_paths
from purport.sources.texts import UNKNOWN_SOURCE, read_text

__all__ = [
    "UNKNOWN_SOURCE",
    "Asked",
    "Report",
    "is_address",
    "read_address",
    "read_bytes",
    "read_path",
    "read_paths",
    "read_text",
]
