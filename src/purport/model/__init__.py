"""The records that everything else is about, and what stages ask of each other. No input, no output."""

from purport.model.claim import (
    KINDS,
    Claim,
    Effect,
    Extractor,
    Harm,
    Kind,
    ObjectType,
    Outcome,
    People,
    Stance,
    Thing,
    Weapon,
    WeaponClass,
)
from purport.model.document import Document, DocumentKind
from purport.model.media import Finding, Media, MediaKind, media_id, media_ids
from purport.model.place import Candidate, Place, Precision, Role
from purport.model.ports import Hints, PlaceFinder, PlaceMention, TimeFinder, TimeMention
from purport.model.quantity import Quantity
from purport.model.remembered import Remembered
from purport.model.source import Attribution, Source, SourceKind
from purport.model.span import Span
from purport.model.spelling import romanise, transliterate
from purport.model.time import Grain, TimeSpan
from purport.model.view import View, fold

__all__ = [
    "KINDS",
    "Attribution",
    "Candidate",
    "Claim",
    "Document",
    "DocumentKind",
    "Effect",
    "Extractor",
    "Finding",
    "Grain",
    "Harm",
    "Hints",
    "Kind",
    "Media",
    "MediaKind",
    "ObjectType",
    "Outcome",
    "People",
    "Place",
    "PlaceFinder",
    "PlaceMention",
    "Precision",
    "Quantity",
    "Remembered",
    "Role",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Thing",
    "TimeFinder",
    "TimeMention",
    "TimeSpan",
    "View",
    "Weapon",
    "WeaponClass",
    "fold",
    "media_id",
    "media_ids",
    "romanise",
    "transliterate",
]
