"""The same trees with other probabilities: what a training run would leave that calibrates otherwise."""

from dataclasses import replace
from decimal import Decimal

from loan_datasets import gmsc
from loan_datasets.splits import splits
from risk_svc.scoring.calibration import Calibration
from risk_svc.scoring.scorer import Scorer
from risk_svc.training.calibrate import estimates
from risk_svc.training.evaluate import by_tenth
from risk_svc.training.examples import examples
from risk_svc.training.train import Artefacts, shown

_CEILING = Decimal("0.9999")


def recalibrated(made: Artefacts, factor: Decimal) -> Artefacts:
    """Every probability times a factor, with an honest card."""
    knots = Calibration.read(made.calibration).knots
    changed = Calibration([(estimate, min(pd * factor, _CEILING)) for estimate, pd in knots])
    data, sets = gmsc.load(), splits(gmsc.load())
    seen = examples(data, [*sets.validation.tolist(), *sets.backtest.tolist()])
    tenths = by_tenth(seen.defaulted, changed.probabilities(estimates(made.model, seen.values)))
    version = Scorer(made.model, made.scorecard, changed.stored()).model_version
    card = made.card | {"model_version": version, "calibration": {"tenths": [shown(tenth) for tenth in tenths]}}
    return replace(made, calibration=changed.stored(), card=card)
