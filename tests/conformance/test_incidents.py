"""The model case of the interchange format: two articles, one undated, and the ministry's posts of three days."""

from pathlib import Path

import pytest

from purport.model import Claim
from purport.model.incident import Incident
from purport.pipeline import claims_of
from purport.pipeline.adding import link_claims

PARTS = {"Rostov Oblast", "Saratov Oblast", "Kursk Oblast", "Belgorod Oblast", "Krasnodar Krai"}


@pytest.fixture(scope="module")
def case(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Claim], list[Incident]]:
    """Claims by id, and the incidents they make."""
    posts = tmp_path_factory.mktemp("case") / "posts.jsonl"
    lines = (shared / "data" / "mod_russia.documents.jsonl").read_bytes().splitlines(keepends=True)
    posts.write_bytes(
        b"".join(
            line
            for line in lines
            if any(
                f"T2024-04-0{day}".encode() in line or f"mod_russia-2024-04-0{day}".encode() in line
                for day in (4, 5, 6)
            )
        )
    )

    def fail(about: str, reason: str) -> None:
        pytest.fail(f"{about}: {reason}")

    readings = claims_of([posts, shared / "gold" / "seeds.documents.jsonl"], on_error=fail)
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    linked = link_claims(claims.values())
    assert [dating.time.end for dating in linked.datings] == ["2024-04-05"]
    return claims, list(linked)


def whole(found: list[Incident]) -> Incident:
    return next(i for i in found if i.kind == "interception" and i.count is not None and i.count.best == 53)


def test_one_whole_of_53_over_russia_has_five_parts(case: tuple[dict[str, Claim], list[Incident]]) -> None:
    _, found = case
    total = whole(found)
    assert total.place is not None
    assert (total.place.country, total.place.precision) == ("RU", "country")
    parts = [incident for incident in found if incident.parent == total.id]
    assert {part.place.name for part in parts if part.place} == PARTS
    assert len(parts) == len(PARTS)


def test_krasnodar_is_implied_and_rostov_has_two_origins(case: tuple[dict[str, Claim], list[Incident]]) -> None:
    _, found = case
    parts = {i.place.name: i for i in found if i.place and i.parent == whole(found).id}
    krasnodar, rostov = parts["Krasnodar Krai"], parts["Rostov Oblast"]
    assert krasnodar.implied is not None
    assert (krasnodar.implied.min, krasnodar.implied.max) == (6, 6)
    assert rostov.count is not None
    assert (rostov.count.low, rostov.count.best, rostov.count.high, rostov.origins) == (44, 44, 44, 2)


def test_nothing_of_the_other_year_is_in_it(case: tuple[dict[str, Claim], list[Incident]]) -> None:
    claims, found = case
    family = [i for i in found if whole(found).id in (i.id, i.parent)]
    published = {claims[id_].published for incident in family for id_ in incident.claims}
    assert all(moment is None or moment.startswith("2024-04-05") for moment in published)
