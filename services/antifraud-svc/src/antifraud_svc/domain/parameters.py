"""What the thresholds of the rules may be: whole numbers, with a review no later than the decline."""

from collections.abc import Mapping

from antifraud_svc.domain.rules import PARAMETERS, rules_from
from loan_servicekit.core.parameters import ParameterCatalogue, number


def _reviewed_before_declined(values: Mapping[str, str]) -> None:
    for rule in rules_from(values):
        if rule.review is not None and rule.decline is not None and rule.review > rule.decline:
            raise ValueError(
                f"{rule.code}.{rule.feature} would decline from {rule.decline} and review from {rule.review}"
            )


CATALOGUE = ParameterCatalogue(
    {
        code: number(unit, "risk", "A rule's threshold: from so many on", "1", "1000")
        for code, _, unit, *_ in PARAMETERS
    },
    _reviewed_before_declined,
)
