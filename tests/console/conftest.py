"""The console's folder with its packages installed; what a machine lacks for it is said, and leaves its tests out."""

from pathlib import Path

import pytest

from loan_devstack.origin import console

SOURCE = Path(__file__).parents[2] / "web" / "console"


@pytest.fixture(scope="session")
def source() -> Path:
    """Built from the sources that are there."""
    said: list[str] = []
    if not console.build(SOURCE, said.append):
        pytest.skip(said[-1])
    console.install(SOURCE)
    return SOURCE
