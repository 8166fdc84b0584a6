"""Claims to incidents: what is told about one thing, what the figures add up to, and whom they go back to."""

from purport.incidents.cells import Realm, area_of, cells_of, days_of, realms_of
from purport.incidents.dating import Dated, date_by_evidence, figure_keys, with_dates
from purport.incidents.episodes import episodes_of
from purport.incidents.explain import Joining, reasons, regrouped
from purport.incidents.facts import Facts, Origins, facts_of
from purport.incidents.group import Group
from purport.incidents.judging import CORRECTIONS, Decisions, undone
from purport.incidents.link import LINKER, Linked, link, linkable
from purport.incidents.neighbourhood import Around, Changes, Touched, settle
from purport.incidents.origins import origins_within
from purport.incidents.windows import LONGEST, UNDATED, day_of, night_of

__all__ = [
    "CORRECTIONS",
    "LINKER",
    "LONGEST",
    "UNDATED",
    "Around",
    "Changes",
    "Dated",
    "Decisions",
    "Facts",
    "Group",
    "Joining",
    "Linked",
    "Origins",
    "Realm",
    "Touched",
    "area_of",
    "cells_of",
    "date_by_evidence",
    "day_of",
    "days_of",
    "episodes_of",
    "facts_of",
    "figure_keys",
    "link",
    "linkable",
    "night_of",
    "origins_within",
    "realms_of",
    "reasons",
    "regrouped",
    "settle",
    "undone",
    "with_dates",
]
