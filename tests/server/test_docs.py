"""What the desk's page of the documentation shows is what happens."""

import doctest
import re

import httpx

from tests.server.test_schema import DESCRIPTION
from tests.test_docs import DESK, blocks

ADDRESS = "http://127.0.0.1:8000"


def test_python_examples_run(desk: httpx.Client) -> None:
    text = "\n".join(blocks(DESK, "python")).replace(ADDRESS, str(desk.base_url).rstrip("/"))
    example = doctest.DocTestParser().get_doctest(text, {}, "desk", None, 0)
    assert example.examples
    said: list[str] = []
    result = doctest.DocTestRunner().run(example, out=said.append)
    assert result.failed == 0, "".join(said)


def test_addresses_that_are_shown_answer(desk: httpx.Client) -> None:
    shown = re.findall(rf"curl '{ADDRESS}([^']+)'", DESK.read_text(encoding="utf-8"))
    assert shown
    for path in shown:
        answer = desk.get(path)
        assert answer.status_code == 200, path
        assert len(answer.content) > 100, path


def test_every_filter_is_documented() -> None:
    page = DESK.read_text(encoding="utf-8")
    parameters = DESCRIPTION["paths"]["/api/v1/incidents"]["get"]["parameters"]
    assert [one["name"] for one in parameters if f"`{one['name']}`" not in page] == []
