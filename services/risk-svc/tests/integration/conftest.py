"""risk-svc on a database of its own, with a model that was trained on a part of the training rows."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from loan_datasets import gmsc
from loan_datasets.splits import SEED, splits
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from risk_svc.scoring.artefacts import scorecard_as_json
from risk_svc.settings import Settings
from risk_svc.training.examples import examples
from risk_svc.training.fit import fit_scorecard, fit_trees
from risk_svc.training.train import Artefacts
from risk_svc.wiring import build

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def _trained(folder: Path, rows: int) -> Path:
    """The steps of a training run, on fewer rows: seconds instead of half a minute."""
    data = gmsc.load()
    some = examples(data, splits(data).training[:rows].tolist())
    card = {"data_set": {"name": gmsc.NAME, "sha256": gmsc.WHEEL_SHA256}, "seed": SEED, "rows": {"training": rows}}
    Artefacts(fit_trees(some, SEED), scorecard_as_json(fit_scorecard(some)), card).write(folder)
    return folder


@pytest.fixture(scope="session")
def models_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _trained(tmp_path_factory.mktemp("models"), 20_000)


@pytest.fixture(scope="session")
def other_models_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another model, to take the place of the first."""
    return _trained(tmp_path_factory.mktemp("other-models"), 5_000)


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
