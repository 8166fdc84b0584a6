"""Every form that a term of a lexicon takes, with the number that it speaks of. Used when the lexicon is built."""

from wordforms.expand import expand

__all__ = ["expand"]
