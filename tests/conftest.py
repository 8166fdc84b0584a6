"""Where `PURPORT_CI` is set, all that a test may need is installed: a skip there hides a failure, so it is one."""

import os
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.postgres import Server


_NOTHING_MAY_SKIP = bool(os.environ.get("PURPORT_CI"))

# A busy machine is no failure; and the gate tries the same examples each time, so that it fails for what changed alone.
settings.register_profile(
    "purport", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=_NOTHING_MAY_SKIP
)
settings.load_profile("purport")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if not hasattr(report, "wasxfail"):
        _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _forbid_skip(report)
    return report


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if _NOTHING_MAY_SKIP and report.skipped:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: skipped where PURPORT_CI forbids it: {why}"


@pytest.fixture(scope="session")
def postgres() -> "Iterator[Server]":
    """A PostgreSQL server, for all tests that need one."""
    from tests.postgres import Server, programs

    pytest.importorskip("psycopg", reason="pip install 'purport[postgres]'")
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    server = Server(found)
    yield server
    server.stop()
