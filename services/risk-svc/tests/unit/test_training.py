"""The bars: model, scorecard and policy on real borrowers that they never saw."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from loan_datasets import gmsc
from loan_datasets.splits import SEED, splits
from risk_svc.domain.features.features import FEATURES
from risk_svc.domain.parameters import InForce
from risk_svc.scoring.artefacts import CALIBRATION_FILE, CARD_FILE, MODEL_FILE, SCORECARD_FILE
from risk_svc.scoring.policy.decision_graph import GraphPolicy
from risk_svc.scoring.scorer import Scorer
from risk_svc.training.backtest import Backtest, backtest
from risk_svc.training.examples import examples, requests
from risk_svc.training.fit import fit_scorecard, fit_trees
from risk_svc.training.train import train

pytestmark = [pytest.mark.dataset, pytest.mark.xdist_group("training")]

CREATED_AT = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("models")
    train(gmsc.load(), SEED, CREATED_AT).write(made)
    return made


@pytest.fixture(scope="module")
def scorer(folder: Path) -> Scorer:
    return Scorer(
        (folder / MODEL_FILE).read_bytes(),
        (folder / SCORECARD_FILE).read_bytes(),
        (folder / CALIBRATION_FILE).read_bytes(),
    )


@pytest.fixture(scope="module")
def found(scorer: Scorer, policy: GraphPolicy, numbers: InForce) -> Backtest:
    data = gmsc.load()
    return backtest(data, splits(data).backtest.tolist(), scorer, policy, numbers, SEED)


def test_the_model_tells_good_from_bad_on_rows_it_never_saw(found: Backtest) -> None:
    assert found.rows == 22_500
    assert found.model.auc >= 0.863
    assert found.model.ks >= 0.55
    assert found.model.brier is not None
    assert found.model.brier <= 0.05


def test_the_scorecard_is_not_far_behind(found: Backtest) -> None:
    assert found.scorecard.auc >= found.model.auc - 0.015


def test_the_policy_approves_most_and_keeps_the_bad_rate_low(found: Backtest) -> None:
    # One in twelve was over 60 days late within two years (连三), and a third of those defaulted later.
    assert found.approval_rate >= 0.86
    assert found.bad_rate_approved <= 0.035
    assert found.bad_rate_all == pytest.approx(0.0668, abs=0.0005)
    assert 0.005 <= found.manual_rate <= 0.02
    assert found.approval_rate + found.manual_rate + found.decline_rate == pytest.approx(1, abs=2e-6)


def test_probabilities_are_true_in_every_tenth_that_has_defaults_enough_to_tell(found: Backtest) -> None:
    assert all(0.8 <= ratio <= 1.2 for ratio in found.observed_over_expected[4:])


def test_the_card_tells_data_seed_rows_and_metrics(folder: Path, found: Backtest) -> None:
    card = json.loads((folder / CARD_FILE).read_bytes())
    assert card["data_set"]["sha256"] == gmsc.WHEEL_SHA256
    assert card["rows"] == {"training": 89_999, "validation": 15_000, "backtest": 22_500, "replay": 22_500}
    assert card["features"] == list(FEATURES)
    assert card["created_at"] == "2026-09-01T00:00:00+00:00"
    assert card["metrics"]["model"]["auc"] == pytest.approx(found.model.auc, abs=1e-5)
    assert card["metrics"]["scorecard"]["auc"] == pytest.approx(found.scorecard.auc, abs=1e-9)
    assert card["model_version"] == found.versions.model


def test_weights_of_evidence_are_monotonic(scorer: Scorer) -> None:
    for characteristic in scorer.scorecard.characteristics:
        woes = [each.woe for each in characteristic.bins]
        assert woes in (sorted(woes), sorted(woes, reverse=True))
        assert characteristic.coefficient < 0


def test_a_batch_scores_as_one_at_a_time(scorer: Scorer) -> None:
    data = gmsc.load()
    batch = list(requests(data.borrowers(splits(data).replay[:40].tolist()), SEED))
    assert scorer.score(batch) == [scorer.score([one])[0] for one in batch]
    assert all(one is not None and Decimal(0) < one.pd < 1 for one in scorer.score(batch))


def test_the_same_seed_trains_the_same_artefacts() -> None:
    data = gmsc.load()
    some: Sequence[int] = splits(data).training[:8_000].tolist()
    training = examples(data, some)
    assert fit_trees(training, SEED) == fit_trees(training, SEED)
    assert np.array_equal(fit_scorecard(training).most, fit_scorecard(training).most)
