"""Documents to claims: the gate, the lexicons, the frames, who says it and how sure."""

from purport.claims.extractor import RuleExtractor
from purport.claims.gloss import gloss

__all__ = ["RuleExtractor", "gloss"]
