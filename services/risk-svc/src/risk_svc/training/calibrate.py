"""Fits the calibration: on estimates that each training row got from trees that had not seen it."""

from decimal import Decimal

import lightgbm
import numpy as np
from sklearn.isotonic import IsotonicRegression

from risk_svc.scoring.calibration import Calibration
from risk_svc.training.examples import Examples, Floats
from risk_svc.training.fit import fit_trees

FOLDS = 4
LEAST_PD = 0.0005  # no group of borrowers has no risk, however few of its defaults training saw
GREATEST_PD = 0.9999


def estimates(model: bytes, values: Floats) -> Floats:
    """What the trees say, before calibration."""
    found = lightgbm.Booster(model_str=model.decode()).predict(values, num_threads=1)
    return np.asarray(found, dtype=np.float64)


def fit_calibration(training: Examples, seed: int) -> Calibration:
    """Isotonic regression of default on out-of-fold estimates. The same examples and seed give the same knots."""
    folds = np.random.default_rng(seed).permutation(len(training.defaulted)) % FOLDS
    unseen = np.zeros(len(folds))
    for fold in range(FOLDS):
        others = folds != fold
        model = fit_trees(Examples(training.values[others], training.defaulted[others]), seed)
        unseen[~others] = estimates(model, training.values[~others])
    line = IsotonicRegression(y_min=LEAST_PD, y_max=GREATEST_PD, out_of_bounds="clip").fit(unseen, training.defaulted)
    knots: dict[Decimal, Decimal] = {}
    for estimate, pd in zip(line.X_thresholds_.tolist(), line.y_thresholds_.tolist(), strict=True):
        knots[Decimal(f"{estimate:.9f}")] = Decimal(f"{pd:.9f}")
    return Calibration(list(knots.items()))
