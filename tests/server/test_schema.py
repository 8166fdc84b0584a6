"""The interface does what its description says, whatever is asked: no error of the server, no answer untold."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, checks

from purport.ledger import open_ledger
from purport.server.app import create_app
from tests.server.conftest import served

_EXAMPLES = 20
"""For each route."""
_CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]


def described() -> dict[str, Any]:
    with open_ledger("sqlite://") as book:
        found: dict[str, Any] = json.loads(json.dumps(create_app(book).openapi()))
        return found


DESCRIPTION = described()
ROUTES = [(method, path) for path, told in DESCRIPTION["paths"].items() for method in told]


@pytest.fixture(scope="module")
def address(night: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that the whole module asks."""
    place = tmp_path_factory.mktemp("schema") / "desk.db"
    place.write_bytes(night.read_bytes())
    with open_ledger(place, create=False) as book, served(create_app(book)) as found:
        yield found


CASES = [
    pytest.param(method, path, mode, id=f"{method} {path} {mode.value}")
    for method, path in ROUTES
    for mode in GenerationMode
    if mode.is_positive or {"parameters", "requestBody"} & DESCRIPTION["paths"][path][method].keys()
]


@pytest.mark.parametrize(("method", "path", "mode"), CASES)
def test_every_answer_is_described(address: str, method: str, path: str, mode: GenerationMode) -> None:
    operation = schemathesis.openapi.from_dict(DESCRIPTION)[path][method]

    @settings(max_examples=_EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        case.call_and_validate(base_url=address, checks=_CHECKS)

    check()


def test_the_description_is_served(address: str) -> None:
    assert httpx.get(f"{address}/api/v1/openapi.json").json() == DESCRIPTION


@pytest.mark.parametrize("thing", ["documents", "claims", "incidents", "episodes"])
def test_each_thing_is_there_as_a_list_and_by_id(thing: str) -> None:
    assert f"/api/v1/{thing}" in DESCRIPTION["paths"]
    assert any(path.startswith(f"/api/v1/{thing}/{{") for path in DESCRIPTION["paths"])


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_parameter_has_its_meaning(method: str, path: str) -> None:
    told = DESCRIPTION["paths"][path][method]
    assert told["description"]
    assert all(parameter.get("description") for parameter in told.get("parameters", []))
