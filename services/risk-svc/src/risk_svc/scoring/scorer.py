"""Scores batches of applicants: probability of default by the tree model, points by the scorecard."""

from collections.abc import Sequence
from decimal import Decimal

import lightgbm
import numpy as np

from risk_svc.domain.assessment.assess import CreditRequest, Scored
from risk_svc.domain.features.features import FEATURES, features
from risk_svc.domain.scoring.score import GREATEST_PD, LEAST_PD
from risk_svc.scoring.artefacts import scorecard_from_json, version_of
from risk_svc.scoring.calibration import UNCALIBRATED, Calibration

_MODEL, _SCORECARD = "pcl-trees", "pcl-points"


class Scorer:
    """A model with its calibration and a scorecard, loaded once. Safe to share between tasks: scoring changes
    nothing."""

    def __init__(self, model: bytes, scorecard: bytes, calibration: bytes | None) -> None:
        self._booster = lightgbm.Booster(model_str=model.decode())
        assert self._booster.feature_name() == list(FEATURES), "a model of other features cannot score these"
        self.scorecard = scorecard_from_json(scorecard)
        self.calibration = Calibration.read(calibration) if calibration else UNCALIBRATED
        self.model_version = version_of(_MODEL, model + (calibration or b""))
        self.scorecard_version = version_of(_SCORECARD, scorecard)

    def score(self, requests: Sequence[CreditRequest]) -> list[Scored | None]:
        """One answer each, in order; None for an applicant without a credit report, or one the model was not made for.

        The whole batch goes through the trees at once on the calling thread: for a service's small batches more threads
        cost more than they bring.
        """
        values = [features(request.declared, request.collected) if request.model_fits else None for request in requests]
        known = [each for each in values if each is not None]
        if not known:
            return [None] * len(values)
        found = self._booster.predict(np.array(known, dtype=np.float64), num_threads=1)
        pds = iter(self.calibration.probabilities(np.asarray(found, dtype=np.float64)).tolist())
        points = self.scorecard.points
        return [None if each is None else Scored(each, _probability(next(pds)), points(each)) for each in values]


def _probability(estimate: float) -> Decimal:
    return min(max(Decimal(f"{estimate:.6f}"), LEAST_PD), GREATEST_PD)
