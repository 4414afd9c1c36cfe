"""risk-svc on a database of its own, with a model that was trained on a part of the training rows."""

import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from loan_datasets import gmsc
from loan_datasets.splits import SEED
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from risk_svc.settings import Settings
from risk_svc.training.train import Artefacts, train
from risk_svc.wiring import build

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from recalibrating import recalibrated

AT = datetime(2026, 9, 1, tzinfo=UTC)
MIGRATIONS = Path(__file__).parents[2] / "migrations"


@pytest.fixture(scope="session")
def artefacts() -> Artefacts:
    """A whole training run: on fewer rows chance alone moves the probabilities too far for the gate."""
    return train(gmsc.load(), SEED, AT)


@pytest.fixture(scope="session")
def models_dir(artefacts: Artefacts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    artefacts.write(folder)
    return folder


@pytest.fixture(scope="session")
def other_models_dir(artefacts: Artefacts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another model, to take the place of the first: its probabilities lie a little lower."""
    folder = tmp_path_factory.mktemp("other-models")
    recalibrated(artefacts, Decimal("0.99")).write(folder)
    return folder


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


@pytest.fixture
def settings(database_url: str, models_dir: Path) -> Settings:
    return Settings(**settings_values(database_url), models_dir=models_dir)


@pytest.fixture
async def harness(settings: Settings) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    harness = await Harness(build(settings, "api")).start()
    yield harness
    await harness.close()
