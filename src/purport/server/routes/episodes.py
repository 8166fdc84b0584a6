"""Episodes: what belongs to one night in one country."""

from fastapi.responses import Response

from purport.server.answers import answer, answers
from purport.server.desk import Shared
from purport.server.query import AsOf, Id
from purport.server.routing import api
from purport.server.views.episodes import EpisodeDetail, episode_detail

__all__ = ["router"]

router = api("episodes")


@router.get("/episodes/{id}", responses=answers(EpisodeDetail, "The episode.", 404))
def episode(desk: Shared, id: Id, as_of: AsOf) -> Response:  # noqa: A002 - the parameter's name
    """The episode of an id, or of an incident of this id, in order of time and summed up by side and region."""
    with desk.looking(as_of) as look:
        return answer(episode_detail(look, id))
