"""Episodes: what belongs to one night in one country."""

import numpy as np
from fastapi.responses import Response

from purport.errors import UsageError
from purport.incidents import episodes_of
from purport.server.answers import answer, answers
from purport.server.cursor import position_of
from purport.server.desk import Shared
from purport.server.index import View
from purport.server.index.ordering import ordered
from purport.server.pages import Listed, listed
from purport.server.query import AsOf, Filters, Id, Paged, Places, Sides, Since, Until, bounds, place_terms_of
from purport.server.routing import api
from purport.server.views.episodes import EpisodeDetail, EpisodeItem, episode_detail, episode_item

__all__ = ["router"]

router = api("episodes")


@router.get("/episodes", responses=answers(Listed[EpisodeItem], "Episodes, the last first."))
def episodes(
    desk: Shared,
    page: Paged,
    as_of: AsOf,
    place: Places,
    side: Sides,
    since: Since = None,
    until: Until = None,
) -> Response:
    """Episodes of which an incident is asked for."""
    first, last = bounds(since, until)
    sides = tuple(None if name == "unknown" else name for name in side)
    filters = Filters(places=place_terms_of(place), sides=sides, since=first, until=last)
    found = _episodes(desk.index.view(as_of), filters)
    begin = _behind(found, page.cursor)
    shown = found[begin : begin + page.limit]
    with desk.looking(as_of) as look:
        items = [episode_item(one) for id_ in shown for one in episodes_of(look.of_episode(id_)) if one.id == id_]
    more = begin + len(shown) < len(found)
    return answer(listed(items, len(found), shown[-1] if more else None))


def _episodes(view: View, filters: Filters) -> list[str]:
    """The ids of the episodes of incidents that are asked for, those with the last of them first."""
    codes = view.columns.episode[ordered(view, filters, "-time")]
    _, first = np.unique(codes, return_index=True)
    return [view.names.episodes.values[code] for code in codes[np.sort(first)].tolist()]


def _behind(found: list[str], cursor: str | None) -> int:
    if cursor is None:
        return 0
    last = position_of(cursor, str)
    if last not in found:
        raise UsageError("this cursor is of another list", cure="begin the list again")
    return found.index(last) + 1


@router.get("/episodes/{id}", responses=answers(EpisodeDetail, "The episode.", 404))
def episode(desk: Shared, id: Id, as_of: AsOf) -> Response:  # noqa: A002 - the parameter's name
    """The episode of an id, or of an incident of this id, in order of time and summed up by side and region."""
    with desk.looking(as_of) as look:
        return answer(episode_detail(look, id))
