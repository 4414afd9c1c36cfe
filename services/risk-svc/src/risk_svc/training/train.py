"""One training run: artefacts from training rows, figures from rows that it never saw."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import lightgbm
import numpy as np

from loan_contracts.message import JsonObject
from loan_datasets import gmsc
from loan_datasets.gmsc import GiveMeSomeCredit
from loan_datasets.splits import Splits, splits
from risk_svc.domain.features.features import FEATURES
from risk_svc.domain.monitoring.metrics import information_value
from risk_svc.domain.monitoring.model_gate import LEAST_EXPECTED, Tenth, judged
from risk_svc.domain.scoring.scorecard import Characteristic, Scorecard
from risk_svc.scoring.artefacts import (
    CALIBRATION_FILE,
    CARD_FILE,
    MODEL_FILE,
    PICTURE_FILE,
    SAMPLE_FILE,
    SCORECARD_FILE,
    canonical,
    scorecard_as_json,
    tenths_of,
)
from risk_svc.scoring.scorer import Scorer
from risk_svc.training.calibrate import estimates, fit_calibration
from risk_svc.training.evaluate import by_tenth, discrimination, observed_over_expected
from risk_svc.training.examples import Floats, examples
from risk_svc.training.fit import TREE_PARAMETERS, TREES, fit_scorecard, fit_trees
from risk_svc.training.picture import calibration_picture
from risk_svc.training.sample import SAMPLE_ROWS, sample_of

_PURPOSE = "Probability of serious delinquency (90 days or more) within two years, for unsecured personal credit."
_LIMITS = (
    "Learned from borrowers of one country and one time, whose figures stand for yuan as they are: for demonstration "
    "and development, not for lending. Recent queries and court records are no features: the data have none."
)


@dataclass(frozen=True, slots=True)
class Artefacts:
    """What serving loads, and the card that says where it comes from and how good it is."""

    model: bytes
    scorecard: bytes
    calibration: bytes
    sample: bytes
    card: JsonObject

    def write(self, folder: Path) -> None:
        """Into a folder, which is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MODEL_FILE).write_bytes(self.model)
        (folder / SCORECARD_FILE).write_bytes(self.scorecard)
        (folder / CALIBRATION_FILE).write_bytes(self.calibration)
        (folder / SAMPLE_FILE).write_bytes(self.sample)
        (folder / PICTURE_FILE).write_bytes(calibration_picture(tenths_of(self.card), self.card["model_version"]))
        (folder / CARD_FILE).write_bytes(canonical(self.card))


def train(data: GiveMeSomeCredit, seed: int, created_at: datetime) -> Artefacts:
    """Trains on the training rows, measures on the back-test rows. The same data and seed give the same artefacts."""
    rows = splits(data, seed)
    training = examples(data, rows.training.tolist())
    model = fit_trees(training, seed)
    calibration = fit_calibration(training, seed).stored()
    stored = scorecard_as_json(fit_scorecard(training))
    scorer = Scorer(model, stored, calibration)
    return Artefacts(
        model,
        stored,
        calibration,
        sample_of(data, rows.backtest[:SAMPLE_ROWS].tolist(), seed),
        _card(scorer, model, data, rows, seed, created_at),
    )


def _card(
    scorer: Scorer, model: bytes, data: GiveMeSomeCredit, rows: Splits, seed: int, created_at: datetime
) -> JsonObject:
    scorecard, unseen = scorer.scorecard, examples(data, rows.backtest.tolist())
    pd = scorer.calibration.probabilities(estimates(model, unseen.values))
    judging = examples(data, [*rows.validation.tolist(), *rows.backtest.tolist()])
    tenths = by_tenth(judging.defaulted, scorer.calibration.probabilities(estimates(model, judging.values)))
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
        "calibration": {
            "measured_on": "validation and backtest rows, which neither training nor calibration used",
            "tenths": [shown(tenth) for tenth in tenths],
            "judged": [shown(tenth) for tenth in judged(tenths)],
            "least_expected": LEAST_EXPECTED,
        },
        "information_values": {each.feature: _information(each) for each in scorecard.characteristics},
    }


def shown(tenth: Tenth) -> JsonObject:
    """A row of the card's table."""
    return {
        "tenth": tenth.name,
        "rows": tenth.rows,
        "expected": str(tenth.expected),
        "observed": tenth.observed,
        "ratio": str(tenth.ratio),
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
