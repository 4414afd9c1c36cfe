"""One training run: artefacts from training rows, figures from rows that it never saw."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from loan_datasets import gmsc
from loan_datasets.gmsc import GiveMeSomeCredit
from loan_datasets.splits import Splits, splits
from risk_svc.domain.features import FEATURES
from risk_svc.domain.metrics import information_value
from risk_svc.domain.scorecard import Characteristic, Scorecard
from risk_svc.scoring.artefacts import CARD_FILE, MODEL_FILE, SCORECARD_FILE, canonical, scorecard_as_json
from risk_svc.scoring.scorer import Scorer
from risk_svc.training.evaluate import discrimination, observed_over_expected
from risk_svc.training.examples import Examples, Floats, examples
from risk_svc.training.fit import TREE_PARAMETERS, TREES, fit_scorecard, fit_trees

_PURPOSE = "Probability of serious delinquency (90 days or more) within two years, for unsecured personal credit."
_LIMITS = (
    "Learned from borrowers of one country and one time, whose figures stand for yuan as they are: for demonstration and "
    "development, not for lending. Recent queries and court records are no features: the data have none."
)


@dataclass(frozen=True, slots=True)
class Artefacts:
    """What serving loads, and the card that says where it comes from and how good it is."""

    model: bytes
    scorecard: bytes
    card: dict[str, Any]

    def write(self, folder: Path) -> None:
        """Into a folder, which is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MODEL_FILE).write_bytes(self.model)
        (folder / SCORECARD_FILE).write_bytes(self.scorecard)
        (folder / CARD_FILE).write_bytes(canonical(self.card))


def train(data: GiveMeSomeCredit, seed: int, created_at: datetime) -> Artefacts:
    """Trains on the training rows, measures on the back-test rows. The same data and seed give the same artefacts."""
    rows = splits(data, seed)
    training = examples(data, rows.training.tolist())
    model = fit_trees(training, seed)
    scorecard = fit_scorecard(training)
    stored = scorecard_as_json(scorecard)
    card = _card(
        Scorer(model, stored), model, scorecard, examples(data, rows.backtest.tolist()), rows, seed, created_at
    )
    return Artefacts(model, stored, card)


def _card(
    scorer: Scorer,
    model: bytes,
    scorecard: Scorecard,
    unseen: Examples,
    rows: Splits,
    seed: int,
    created_at: datetime,
) -> dict[str, Any]:
    pd = np.asarray(lightgbm.Booster(model_str=model.decode()).predict(unseen.values, num_threads=1), dtype=np.float64)
    risk = -_scores(scorecard, unseen.values.tolist())
    return {
        "purpose": _PURPOSE,
        "limits_of_use": _LIMITS,
        "model_version": scorer.model_version,
        "scorecard_version": scorer.scorecard_version,
        "created_at": created_at.isoformat(),
        "data_set": {"name": gmsc.NAME, "licence": gmsc.LICENCE, "file": gmsc.WHEEL, "sha256": gmsc.WHEEL_SHA256},
        "seed": seed,
        "rows": {name: len(getattr(rows, name)) for name in ("training", "validation", "backtest", "replay")},
        "features": list(FEATURES),
        "lightgbm_version": lightgbm.__version__,
        "tree_parameters": {**TREE_PARAMETERS, "num_boost_round": TREES},
        "metrics": {
            "measured_on": "backtest rows, which neither training nor the setting of thresholds used",
            "model": asdict(discrimination(unseen.defaulted, pd, probability=True)),
            "scorecard": asdict(discrimination(unseen.defaulted, risk, probability=False)),
            "observed_over_expected": observed_over_expected(unseen.defaulted, pd),
        },
        "information_values": {each.feature: _information(each) for each in scorecard.characteristics},
    }


def _scores(scorecard: Scorecard, table: Iterable[list[float]]) -> Floats:
    known = (tuple(None if value != value else value for value in row) for row in table)
    return np.fromiter((sum(scorecard.points(row)) for row in known), np.float64)  # type: ignore[arg-type]


def _information(characteristic: Characteristic) -> str:
    missing = characteristic.missing
    bins = [(each.good, each.bad) for each in characteristic.bins]
    if missing.good or missing.bad:
        bins.append((missing.good, missing.bad))
    return f"{information_value(bins):.4f}"
