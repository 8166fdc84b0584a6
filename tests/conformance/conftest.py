"""The shared folder beside the clone: formats and other people's texts, read where they lie and never copied."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder; where it is missing, what asks for it is skipped by name (and fails where PURPORT_CI is set)."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared beside the clone")
    return SHARED
