"""Texts that leave their time open."""

from tests.incidents.making import KURSK, ROSTOV, SARATOV, claim, incidents

MORNING, NOON = ("2025-03-05T08:00", "2025-03-05T09:00"), ("2025-03-05T12:00", "2025-03-05T13:00")
LATE = "2025-03-05T18:00:00+03:00"


def test_all_its_figures_together_tell_which_bulletin_a_text_repeats() -> None:
    morning = [claim("interception", ROSTOV, n=3, time=MORNING), claim("interception", KURSK, n=2, time=MORNING)]
    noon = [claim("interception", ROSTOV, n=3, time=NOON), claim("interception", SARATOV, n=4, time=NOON)]
    copy = [
        claim("interception", place, n=n, time="2025-03-05", document="copy", publisher="Agency", published=LATE)
        for place, n in ((ROSTOV, 3), (SARATOV, 4))
    ]
    by_claim = {id_: incident for incident in incidents(*morning, *noon, *copy) for id_ in incident.claims}
    assert by_claim[copy[0].id] is by_claim[noon[0].id]
    time = by_claim[copy[0].id].time
    assert time is not None
    assert (time.start, time.end) == NOON


def test_what_two_bulletins_have_in_common_tells_neither() -> None:
    both = [claim("interception", place, n=2, time=time) for time in (MORNING, NOON) for place in (ROSTOV, KURSK)]
    copy = [
        claim("interception", place, n=2, time="2025-03-05", document="copy", publisher="Agency", published=LATE)
        for place in (ROSTOV, KURSK)
    ]
    found = {id_: incident for incident in incidents(*both, *copy) for id_ in incident.claims}
    assert len({incident.id for incident in found.values()}) == 4
