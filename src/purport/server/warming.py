"""What most answers are made of, worked out before anybody asks."""

import numpy as np

from purport.pipeline.adding import group_of
from purport.server.desk import Desk
from purport.server.index import View
from purport.server.index.facets import facets
from purport.server.index.mapping import mapped
from purport.server.index.ordering import ordered
from purport.server.index.timeline import timeline
from purport.server.query import Filters, Page, place_terms_of
from purport.server.views.detail import detail_of

__all__ = ["warm"]


def warm(desk: Desk) -> None:
    """Open the index, and what a page needs first; where that fails, the request that needs it says why."""
    try:
        desk.state()
        view = desk.index.view()
        rows = ordered(view, Filters(), "-time")[: Page().limit]
        desk.table.rows(view.columns.number[rows].tolist())
        mapped(view, Filters(), 0)
        timeline(view, Filters(), "auto")
        facets(view, Filters())
        view.said_by(np.empty(0, np.int32))
        place_terms_of(["UA"])
        if len(rows):
            _read(desk, view, int(rows[0]))
    except Exception:  # also whatever goes wrong while the desk is closed
        return


def _read(desk: Desk, view: View, at: int) -> None:
    """What the page of an incident is made with."""
    (incident,) = desk.book.incident_states([view.columns.number[at].item()])
    with desk.looking() as look:
        detail_of(desk, look, incident.id, None)
    group_of(desk.book, incident)
