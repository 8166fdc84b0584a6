"""What lies beside an incident: others of its episode, those first that are nearest in time and place."""

import numpy as np

from purport.server.index.codes import Array
from purport.server.index.columns import NEVER
from purport.server.index.view import View

__all__ = ["nearest"]

_DAY = 24 * 60
_KILOMETRES_A_DAY = 100.0  # what is a day away is as near as what is so far away
_FAR = 10.0  # days: what has no place
_RADIUS = 6371.0


def nearest(view: View, at: int, most: int) -> list[int]:
    """The numbers of the nearest states, without the incident's whole and its parts."""
    columns, parents = view.columns, view.parents
    others = view.of_episode(columns.episode[at])
    others = others[(others != at) & (others != parents[at]) & (parents[others] != at)]
    apart = _away(view, at, others) + _later(view, at, others) / _DAY
    order = np.lexsort((columns.incident[others], apart))[:most]
    numbers: list[int] = columns.number[others[order]].tolist()
    return numbers


def _later(view: View, at: int, others: Array) -> Array:
    """Minutes between two times; a day where one of them is not known."""
    rows = np.append(others, at)
    starts, ends = (column[rows].astype(np.int64) for column in (view.columns.starts, view.columns.ends))
    between = np.maximum(0, np.maximum(starts[:-1] - ends[-1], starts[-1] - ends[:-1]))
    return np.where((starts[:-1] == NEVER) | (starts[-1] == NEVER), _DAY, between)


def _away(view: View, at: int, others: Array) -> Array:
    """Along a great circle, in days of the same nearness."""
    lat, lon = np.radians(view.names.points[:, view.columns.place[np.append(others, at)]])
    half = np.sin((lat[:-1] - lat[-1]) / 2) ** 2 + np.cos(lat[-1]) * np.cos(lat[:-1]) * (
        np.sin((lon[:-1] - lon[-1]) / 2) ** 2
    )
    kilometres = 2 * _RADIUS * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return np.where(np.isnan(kilometres), _FAR, kilometres / _KILOMETRES_A_DAY)
