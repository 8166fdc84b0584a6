"""How much of anything is taken in before it is refused, and why that much."""

__all__ = [
    "HEAD",
    "LOOKAHEAD",
    "MAX_COLUMNS",
    "MAX_CONFINED_MEMORY",
    "MAX_CONFINED_OUTPUT",
    "MAX_CONFINED_SECONDS",
    "MAX_ELEMENTS",
    "MAX_EXPORT",
    "MAX_EXPORT_PAGE",
    "MAX_FEED_DEPTH",
    "MAX_INFLATION",
    "MAX_LINE",
    "MAX_MAIL_DEPTH",
    "MAX_PAGE",
    "MAX_PARTS",
    "MAX_PDF",
    "MAX_SHEETS",
    "MAX_TABLE",
    "MAX_TEXT",
    "MIB",
]

MIB = 1 << 20

# Bytes looked at to tell what a file is: every prolog, comment and first record seen so far lies well within.
HEAD = 64 << 10

# One line of JSON Lines. The longest documents seen are under 1 MiB; a line beyond this is a broken file.
MAX_LINE = 16 * MIB

# One plain text. A very long novel is 3 MiB; more is a dump of many texts, which nobody could cite by offset.
MAX_TEXT = 8 * MIB

# One page or feed. Pages saved with their pictures inside reach some 15 MiB; parsing takes ten times this in memory.
MAX_PAGE = 20 * MIB

# One Telegram export: held in memory while it is read (the largest channels, of some 300,000 posts, are about 300 MiB).
MAX_EXPORT = 512 * MIB

# One page of a Telegram export: a thousand messages, each of at most 4,096 characters and some 2 KiB of marks.
MAX_EXPORT_PAGE = 64 * MIB

# Elements of one page. Large news pages have 5,000; finding the main text of 100,000 takes some ten seconds.
MAX_ELEMENTS = 100_000

# Nesting of a feed's XML. Feeds have about 5 levels, XHTML inside Atom some 20 more; a million open elements keep the
# parser busy for 20 seconds.
MAX_FEED_DEPTH = 200

# Bytes out for each byte of a gzip file. JSON Lines of posts give 3 to 12, logs up to 50, bombs 1000.
MAX_INFLATION = 200

# Documents looked at before the first is handed on, to learn which language each source mostly writes.
LOOKAHEAD = 64

# One table of texts. A channel of 300,000 posts is some 150 MiB; its rows are read one after the other.
MAX_TABLE = 256 * MIB

# Columns of a table. Surveys have some hundreds.
MAX_COLUMNS = 2_000

# One spreadsheet, packed, and parts of its archive: those of offices have some 20, each sheet and picture adding one.
MAX_SHEETS = 64 * MIB
MAX_PARTS = 10_000

# One PDF. Reports with pictures reach some 50 MiB.
MAX_PDF = 64 * MIB

# What a library may take that reads a form in which a hostile file could ask for anything. Two cells of a spreadsheet
# can ask for 500 GiB; the largest sheet by far that a program writes, of a million rows, takes some 1.5 GiB.
MAX_CONFINED_MEMORY = 3 << 30
MAX_CONFINED_OUTPUT = 1 << 30
MAX_CONFINED_SECONDS = 120

# Mails inside of mails: what was forwarded, and forwarded again.
MAX_MAIL_DEPTH = 5
