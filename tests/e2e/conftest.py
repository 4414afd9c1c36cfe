"""The whole system, started once for all stories on free ports, with its models trained where they are not yet."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from loan_devstack.running.control import System
from loan_devstack.running.state import read
from loan_replay.reading import shorten_reading
from loan_replay.target import Target

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from world import TRACED_IN_THOUSAND, World

REPOSITORY = Path(__file__).parents[2]
MODELS = REPOSITORY / "var" / "models"
TOKEN_LIFE_S = 20
ORDER = (
    "test_quick_start.py", "test_partners_page.py", "test_stories.py", "test_console.py", "test_bad_input.py",
    "test_upgrade.py", "test_crash.py", "test_life.py",
)  # fmt: skip
RUNNING = "TEST_SYSTEM_VAR"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What comes first happens to a system that nothing has happened to; months of a loan's life move its days last."""
    here = Path(__file__).parent
    items.sort(key=lambda item: ORDER.index(item.path.name) if item.path.parent == here else -1)


@pytest.fixture(scope="session")
def models() -> Path:
    """The folder of the trained models."""
    if not (MODELS / "model-card.json").exists():
        subprocess.run([sys.executable, "-m", "risk_svc.training", "--out", str(MODELS)], check=True, timeout=600)
    return MODELS


@pytest.fixture(scope="session")
def system(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Everything, as `make up` starts it; tokens live short and one application in four is traced.

    TEST_SYSTEM_VAR names the folder of a system that runs already, started with the same environment.
    """
    if running := os.environ.get(RUNNING):
        state = read(Path(running) / "run")
        assert state is not None, f"no system runs in {running}"
        yield System(Path(running), state.port_base, environment=environment(models))
    else:
        with System(tmp_path_factory.mktemp("platform"), environment=environment(models)) as found:
            asyncio.run(shorten_reading(Target(found.settings)))
            yield found


def environment(models: Path) -> dict[str, str]:
    """What makes the stories short."""
    return {
        "MODELS_DIR": str(models),
        "ACCESS_TOKEN_S": str(TOKEN_LIFE_S),
        "TRACE_RATIO": str(TRACED_IN_THOUSAND / 1000),
        "TRACE_PER_SECOND": "0",
        "BUREAU_TIMEOUT_S": "3",
    }


@pytest.fixture(scope="session")
async def world(system: System) -> AsyncIterator[World]:
    """The people and the witnesses."""
    async with World(system, await asyncio.to_thread(system.client_token)) as found:
        yield found
