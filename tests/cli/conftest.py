from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from purport.cli import run
from purport.model import Claim, Hints, Place, PlaceMention, View
from tests.pipeline.fakes import REGION, DroneCounter, document, stages, write_lines


class Result(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Purport = Callable[..., Result]


class Atlas:
    """Knows one region, by its English and its Ukrainian name."""

    def find(self, view: View, hints: Hints) -> list[PlaceMention]:
        del hints
        known = view.plain in {"Sumy Oblast", "Сумщина"}
        return [PlaceMention(0, len(view.plain), REGION)] if known else []

    def by_code(self, code: str) -> Place | None:
        return REGION if code == REGION.code else None


def line(claim: Claim, language: str) -> str:
    return f"{language}: {claim.count} stopped \x1b[31m"


@pytest.fixture
def purport(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Purport:
    """Run the command line in an empty folder, over stages that find "N drones"."""
    from purport.pipeline import run as running
    from purport.pipeline import stages as wiring
    from purport.pipeline import stream

    monkeypatch.chdir(tmp_path)
    for name in ("PURPORT_LEDGER", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for module in (stream, running):
        monkeypatch.setattr(module, "default_stages", lambda: stages(DroneCounter()))
    monkeypatch.setattr(wiring, "gloss", line)
    monkeypatch.setattr(wiring, "places", lambda _settings: Atlas())

    def call(*arguments: str) -> Result:
        status = run(arguments)
        out, err = capfdbinary.readouterr()
        return Result(status, out.decode(), err.decode())

    return call


@pytest.fixture
def lines(tmp_path: Path) -> str:
    """Three documents: one with two claims, one with one, one with none."""
    write_lines(
        tmp_path / "in.jsonl",
        document("post", "Over Sumy 12 drones and 3 drones fell, the army said. \x1b[2JGone!", url="https://t.me/x/7"),
        document("late", "Later 40 drones came.", published="2024-04-06"),
        document("quiet", "A calm night."),
    )
    return "in.jsonl"
