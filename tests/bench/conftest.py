"""The benches lie outside the package: their folder is on the path for these tests alone."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.conformance.conftest import shared as shared  # the fixture, for what is measured on other people's texts

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture(scope="package", autouse=True)
def _on_the_path() -> Iterator[None]:
    sys.path.insert(0, str(BENCH))
    yield
    sys.path.remove(str(BENCH))


@pytest.fixture(scope="package")
def bulletins(_on_the_path: None) -> ModuleType:
    return import_module("bulletins")


@pytest.fixture(scope="package")
def adds_up(_on_the_path: None) -> ModuleType:
    return import_module("adds_up")


@pytest.fixture(scope="package")
def months(_on_the_path: None) -> ModuleType:
    return import_module("months")


@pytest.fixture(scope="package")
def nights(_on_the_path: None) -> ModuleType:
    return import_module("nights")


@pytest.fixture(scope="package")
def sample(_on_the_path: None) -> ModuleType:
    return import_module("sample")
