"""What other terms would come to: the same engine on the facts of an assessment, with another amount and term."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from loan_schedules.annuity import equal_instalment
from risk_svc.domain.assessment.assess import Assessment, CreditRequest, debt_service, proven_income
from risk_svc.domain.parameters import InForce

_TEN_THOUSANDTH = Decimal("0.0001")


class Bound(StrEnum):
    """What an amount has to keep within."""

    PRODUCT = "PRODUCT"
    LIMIT = "LIMIT"
    DEBT_SERVICE = "DEBT_SERVICE"


@dataclass(frozen=True, slots=True)
class Check:
    """Whether the wish keeps a bound; None where it cannot be computed. Amounts in minor units, a ratio as fraction."""

    code: Bound
    kept: bool | None
    value: Decimal | None
    limit: Decimal


@dataclass(frozen=True, slots=True)
class Explored:
    """What the engine says of the terms, what they cost a month, and which bounds they keep."""

    found: Assessment
    instalment_minor: int
    checks: tuple[Check, ...]


def explore(wish: CreditRequest, found: Assessment, numbers: InForce) -> Explored:
    """The wish beside its bounds. The debt service is that of all of it, not of the limit as in the assessment."""
    amount = Decimal(wish.amount_minor)
    instalment = equal_instalment(wish.amount_minor, found.annual_rate, wish.term_months)
    burden, income = debt_service(wish, numbers), proven_income(wish.collected)
    ratio = None
    if burden is not None and income is not None:
        ratio = (Decimal(burden + instalment) / income).quantize(_TEN_THOUSANDTH)
    most, sold = numbers.debt_service_ratio_max, wish.product_min_minor <= wish.amount_minor <= wish.product_max_minor
    checks = (
        Check(Bound.PRODUCT, sold, amount, Decimal(wish.product_max_minor)),
        Check(Bound.LIMIT, wish.amount_minor <= found.limit_minor, amount, Decimal(found.limit_minor)),
        Check(Bound.DEBT_SERVICE, None if ratio is None else ratio <= most, ratio, most),
    )
    return Explored(found, instalment, checks)
