"""Why an assessment is what it is: codes of domain.md §11.1, from rules that were hit and points that were lost.

The customer's wording of a code is the contract's (`loan_contracts.values.REASONS`).
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from loan_contracts.values import Reason
from risk_svc.domain.features.features import FEATURES, Features
from risk_svc.domain.policy.rules import RuleHit
from risk_svc.domain.scoring.scorecard import Scorecard

MOST = 4

BEHIND: Mapping[str, str] = {
    "age": "R07",
    "dependents": "R10",
    "verified_income_minor": "R05",
    "obligations_minor": "R02",
    "obligations_to_income": "R02",
    "revolving_utilisation": "R10",
    "open_accounts": "R04",
    "mortgage_accounts": "R04",
    "late_2_24m": "R03",
    "late_3_24m": "R03",
    "late_4plus_24m": "R03",
    "late_over_30_24m": "R03",
}
"""The reason that lost points of a feature stand for."""

BEHIND_LIMIT: Mapping[str, str] = {
    "PRODUCT": "R07",
    "EXPOSURE": "R07",
    "REGULATORY": "R07",
    "GRADE": "R07",
    "UNVERIFIED_INCOME": "R09",
    "CAPACITY": "R10",
    "INCOME_MULTIPLE": "R10",
}
"""The reason that a line of the limit stands for, where it is lower than what was asked for."""


def reasons_of(
    hits: Sequence[RuleHit], scorecard: Scorecard, values: Features | None, points: Sequence[int]
) -> list[Reason]:
    """At most four, each code once: first the rules that were hit, then points lost against the most, largest first.

    Of several rules of one code the first is shown. A loss is summed over the features of one code; the value shown is
    that of the feature that lost most.
    """
    found: dict[str, Reason] = {}
    for hit in hits:
        if hit.reason:
            found.setdefault(hit.reason, Reason(code=hit.reason, detail=hit.code, value=hit.value, limit=hit.limit))
    lost = _lost(scorecard, values, points) if values else {}
    for code, (loss, feature, value) in sorted(lost.items(), key=lambda item: (-item[1][0], item[0])):
        contribution = Decimal(-loss)
        if (known := found.get(code)) is not None:
            found[code] = known.model_copy(update={"contribution": contribution})
        else:
            found[code] = Reason(code=code, detail=feature, value=value, contribution=contribution)
    return list(found.values())[:MOST]


def _lost(scorecard: Scorecard, values: Features, points: Sequence[int]) -> dict[str, tuple[int, str, str | None]]:
    by_code: dict[str, tuple[int, str, str | None]] = {}
    worst: dict[str, int] = {}
    for characteristic, most, had in zip(scorecard.characteristics, scorecard.most, points, strict=True):
        loss = most - had
        if loss <= 0:
            continue
        feature = characteristic.feature
        code = BEHIND[feature]
        before = by_code.get(code, (0, feature, None))
        value = values[FEATURES.index(feature)]
        if loss > worst.get(code, 0):
            worst[code] = loss
            by_code[code] = (before[0] + loss, feature, None if value is None else str(value))
        else:
            by_code[code] = (before[0] + loss, before[1], before[2])
    return by_code
