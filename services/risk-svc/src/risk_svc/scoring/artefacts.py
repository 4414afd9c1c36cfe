"""The files that training leaves and serving loads: the points table as JSON, and names made from contents."""

import hashlib
import json
from decimal import Decimal
from typing import Any

from loan_contracts.message import JsonObject
from risk_svc.domain.monitoring.model_gate import Tenth
from risk_svc.domain.scoring.score import Scaling
from risk_svc.domain.scoring.scorecard import Bin, Characteristic, Missing, Scorecard

MODEL_FILE = "model.txt"
SCORECARD_FILE = "scorecard.json"
CALIBRATION_FILE = "calibration.json"
SAMPLE_FILE = "backtest-sample.json.gz"
PICTURE_FILE = "calibration.svg"
CARD_FILE = "model-card.json"
BACKTEST_FILE = "backtest.json"


def version_of(name: str, content: bytes) -> str:
    """A version that names exactly this content: a short name and the beginning of its SHA-256."""
    return f"{name}-{hashlib.sha256(content).hexdigest()[:12]}"


def canonical(value: Any) -> bytes:
    """JSON of one spelling, so that equal contents have equal versions."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def tenths_of(card: JsonObject) -> list[Tenth]:
    """The table of calibration that a model card shows; none where it shows no such table."""
    found = card.get("calibration", {}).get("tenths", [])
    return [Tenth(str(t["tenth"]), int(t["rows"]), Decimal(str(t["expected"])), int(t["observed"])) for t in found]


def scorecard_as_json(scorecard: Scorecard) -> bytes:
    """The points table to store."""
    scaling = scorecard.scaling
    table = {
        "scaling": {"base": scaling.base, "base_odds": scaling.base_odds, "pdo": scaling.pdo},
        "intercept": str(scorecard.intercept),
        "bad_rate": str(scorecard.bad_rate),
        "characteristics": [_as_json(each) for each in scorecard.characteristics],
    }
    return canonical(table)


def _as_json(characteristic: Characteristic) -> JsonObject:
    missing = characteristic.missing
    return {
        "feature": characteristic.feature,
        "coefficient": str(characteristic.coefficient),
        "bins": [
            {
                "from": None if each.lower is None else str(each.lower),
                "below": None if each.upper is None else str(each.upper),
                "good": each.good,
                "bad": each.bad,
                "woe": str(each.woe),
                "points": each.points,
            }
            for each in characteristic.bins
        ],
        "missing": {"good": missing.good, "bad": missing.bad, "woe": str(missing.woe), "points": missing.points},
    }


def scorecard_from_json(content: bytes) -> Scorecard:
    """The points table that `scorecard_as_json` stored."""
    table = json.loads(content)
    return Scorecard(
        [_characteristic(each) for each in table["characteristics"]],
        Scaling(**table["scaling"]),
        Decimal(table["intercept"]),
        Decimal(table["bad_rate"]),
    )


def _characteristic(stored: JsonObject) -> Characteristic:
    return Characteristic(
        stored["feature"],
        Decimal(stored["coefficient"]),
        tuple(
            Bin(
                _edge(each["from"]),
                _edge(each["below"]),
                each["good"],
                each["bad"],
                Decimal(each["woe"]),
                each["points"],
            )
            for each in stored["bins"]
        ),
        Missing(**stored["missing"] | {"woe": Decimal(stored["missing"]["woe"])}),
    )


def _edge(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
