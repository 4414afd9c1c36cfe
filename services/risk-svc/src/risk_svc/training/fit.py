"""Fits the two artefacts: a tree model that decides, and a points table that explains and challenges it."""

from collections.abc import Mapping
from decimal import Decimal

import lightgbm
import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from risk_svc.domain.features.features import FEATURES
from risk_svc.domain.monitoring.metrics import evidence
from risk_svc.domain.scoring.score import STANDARD
from risk_svc.domain.scoring.scorecard import Bin, Characteristic, Missing, Scorecard, points_of
from risk_svc.training.binning import Binning, bin_monotonically
from risk_svc.training.examples import Examples, Floats

TREES = 250
TREE_PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 12,
    "max_depth": 5,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,  # on a busy machine threads that wait for each other take many times as long
    "verbosity": -1,
}
_SIX = Decimal("0.000001")


def fit_trees(training: Examples, seed: int) -> bytes:
    """The tree model as text. The same examples and seed give the same bytes."""
    data = lightgbm.Dataset(training.values, training.defaulted.astype(np.float64), feature_name=list(FEATURES))
    booster = lightgbm.train({**TREE_PARAMETERS, "seed": seed}, data, num_boost_round=TREES)
    return booster.model_to_string().encode()


def fit_scorecard(training: Examples) -> Scorecard:
    """The points table: monotonic bins, weights of evidence, logistic regression of bad, points (domain.md §11.1).

    A characteristic whose coefficient is not negative says nothing that the others do not say better (its sign
    contradicts its own weight of evidence); the strongest such one is left out and the regression run again.
    """
    bad = training.defaulted
    names = list(FEATURES)
    binnings = {name: bin_monotonically(training.values[:, at], bad) for at, name in enumerate(FEATURES)}
    woes = {name: _woes(binning) for name, binning in binnings.items()}
    columns = {name: _woe_column(training, name, binnings[name], woes[name]) for name in names}
    coefficients, intercept = _regression(columns, bad)
    while (greatest := max(coefficients)) >= 0:
        del columns[names.pop(coefficients.index(greatest))]
        coefficients, intercept = _regression(columns, bad)
    return Scorecard(
        [
            _characteristic(name, binnings[name], woes[name], _decimal(coefficient), intercept, len(names))
            for name, coefficient in zip(names, coefficients, strict=True)
        ],
        STANDARD,
        intercept,
        _decimal(bad.mean()),
    )


def _regression(columns: Mapping[str, Floats], bad: npt.NDArray[np.bool_]) -> tuple[list[float], Decimal]:
    """The coefficients, one a column, and the intercept."""
    fitted = LogisticRegression(C=1e6, max_iter=500).fit(np.column_stack(list(columns.values())), bad)
    return fitted.coef_[0].tolist(), _decimal(fitted.intercept_[0])


def _woes(binning: Binning) -> list[Decimal]:
    """Of each bin, and last of missing values; where none was missing that is the worst of the bins, to be careful."""
    if sum(binning.missing):
        found = evidence([*binning.counts, binning.missing])
        return [each.woe.quantize(_SIX) for each in found]
    known = [each.woe.quantize(_SIX) for each in evidence(binning.counts)]
    return [*known, min(known)]


def _woe_column(training: Examples, name: str, binning: Binning, woes: list[Decimal]) -> Floats:
    places = binning.place(training.values[:, FEATURES.index(name)])
    return np.array([float(woe) for woe in woes], dtype=np.float64)[places]


def _characteristic(
    name: str, binning: Binning, woes: list[Decimal], coefficient: Decimal, intercept: Decimal, count: int
) -> Characteristic:
    points = [points_of(woe, coefficient, intercept, count, STANDARD) for woe in woes]
    edges = [None, *(_edge(edge) for edge in binning.edges), None]
    bins = tuple(
        Bin(lower, upper, good, bad, woe, mark)
        for lower, upper, (good, bad), woe, mark in zip(edges, edges[1:], binning.counts, woes, points, strict=False)
    )
    return Characteristic(name, coefficient, bins, Missing(*binning.missing, woes[-1], points[-1]))


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _edge(value: float) -> Decimal:
    # Features have at most six decimals, so this is the very value that the cut was made at.
    return Decimal(f"{value:.6f}".rstrip("0").rstrip("."))
