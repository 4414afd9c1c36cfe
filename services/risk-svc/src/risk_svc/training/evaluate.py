"""How well probabilities of default tell good from bad, and how true they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt
from sklearn.metrics import brier_score_loss, roc_auc_score, roc_curve

from risk_svc.domain.monitoring.model_gate import Tenth
from risk_svc.training.examples import Floats


@dataclass(frozen=True, slots=True)
class Discrimination:
    """AUC, KS and Brier score; the last of a real probability only."""

    auc: float
    ks: float
    brier: float | None = None


def discrimination(bad: npt.NDArray[np.bool_], risk: Floats, *, probability: bool) -> Discrimination:
    """Of any figure that rises with risk; `probability` says whether it is one."""
    false_alarms, found, _ = roc_curve(bad, risk)
    return Discrimination(
        round(float(roc_auc_score(bad, risk)), 6),
        round(float(np.max(found - false_alarms)), 6),
        round(float(brier_score_loss(bad, risk)), 6) if probability else None,
    )


def by_tenth(bad: npt.NDArray[np.bool_], pd: Floats) -> list[Tenth]:
    """Defaults seen and expected in each tenth of the borrowers, safest first (domain.md §11.1)."""
    tenths: Sequence[npt.NDArray[np.int64]] = np.array_split(np.argsort(pd, kind="stable"), 10)
    return [Tenth(str(n), len(t), Decimal(f"{pd[t].sum():.3f}"), int(bad[t].sum())) for n, t in enumerate(tenths, 1)]


def observed_over_expected(bad: npt.NDArray[np.bool_], pd: Floats, bins: int = 10) -> list[float]:
    """Defaults seen over defaults expected in each tenth, safest first (domain.md §11.1: 0.8 to 1.2)."""
    tenths: Sequence[npt.NDArray[np.int64]] = np.array_split(np.argsort(pd, kind="stable"), bins)
    return [round(float(bad[tenth].sum() / pd[tenth].sum()), 3) for tenth in tenths]
