"""The order of the stages, and their run over files."""

from purport.pipeline.run import read
from purport.pipeline.stages import NamedExtractor, Stages, default_stages, stages_for
from purport.pipeline.stream import claims_of, extract
from purport.pipeline.summary import Skipped, Summary

__all__ = [
    "NamedExtractor",
    "Skipped",
    "Stages",
    "Summary",
    "claims_of",
    "default_stages",
    "extract",
    "read",
    "stages_for",
]
