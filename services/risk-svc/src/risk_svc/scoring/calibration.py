"""From what the trees estimate to a true probability of default: a rising line through knots, stored as text."""

import json
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from risk_svc.scoring.artefacts import canonical

Floats = npt.NDArray[np.float64]
Knot = tuple[Decimal, Decimal]


class Calibration:
    """Straight between neighbouring knots, level outside them. One estimate gives one probability anywhere."""

    def __init__(self, knots: Sequence[Knot]) -> None:
        self.knots = tuple(knots)
        self._estimates = np.array([float(estimate) for estimate, _ in knots])
        self._pds = np.array([float(pd) for _, pd in knots])

    @classmethod
    def read(cls, content: bytes) -> "Calibration":
        """What `stored` wrote."""
        return cls([(Decimal(estimate), Decimal(pd)) for estimate, pd in json.loads(content)["knots"]])

    def stored(self) -> bytes:
        """The knots as JSON."""
        return canonical({"method": "isotonic", "knots": [[str(estimate), str(pd)] for estimate, pd in self.knots]})

    def probabilities(self, estimates: Floats) -> Floats:
        """The probabilities of a batch."""
        return np.asarray(np.interp(estimates, self._estimates, self._pds), dtype=np.float64)


UNCALIBRATED = Calibration([(Decimal(0), Decimal(0)), (Decimal(1), Decimal(1))])
"""Leaves estimates as they are: what a model was registered with before models had a calibration."""
