"""The terms that an approval may have: what the product allows of an assessment, and how dear a person may make it."""

from decimal import ROUND_DOWN, Decimal

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.assessment import RiskAssessed
from loan_contracts.values import RepaymentMethod

ROUNDING = Decimal("0.0001")  # payments are whole fen, which can lift the annualised cost, but by less than this
STEP = Decimal("0.000001")
DAYS_OF_A_MONTH = 30
LONGEST_MONTH = 31
BY_ACTUAL_DAYS = frozenset({RepaymentMethod.INTEREST_FIRST, RepaymentMethod.AT_MATURITY, RepaymentMethod.STAGED})


def highest_rate(submitted: ApplicationSubmitted) -> Decimal | None:
    """The highest annual rate with which the loan surely stays within what the product may cost; None without a cap.

    What a cap limits is the annualised cost, 12 x monthly IRR (domain.md §2.6 hard stop at pricing, R-2.24). Interest
    by actual days over 360 costs more than its rate. A year of 365 days would make that 365/360; but
    three months from July have 92 days, so what counts is the longest month, 31/30. Fees of the product are not known
    here: application-svc, which draws up the offer, adds them and has the last word.
    """
    if submitted.max_annual_rate is None:
        return None
    days = LONGEST_MONTH if submitted.repayment_method in BY_ACTUAL_DAYS else DAYS_OF_A_MONTH
    return ((submitted.max_annual_rate - ROUNDING) * DAYS_OF_A_MONTH / days).quantize(STEP, ROUND_DOWN)


def assessed_rate(submitted: ApplicationSubmitted, assessed: RiskAssessed | None) -> Decimal | None:
    """The rate of the assessment; None where there is none, or where the product may not cost so much."""
    if assessed is None:
        return None
    highest = highest_rate(submitted)
    return assessed.annual_rate if highest is None or assessed.annual_rate <= highest else None


def assessed_minor(submitted: ApplicationSubmitted, assessed: RiskAssessed) -> int:
    """What is approved without a person: the smaller of the request and the assessment's limit (domain.md §11.2)."""
    return min(submitted.amount_minor, assessed.limit_minor)


def is_offerable(submitted: ApplicationSubmitted, assessed: RiskAssessed) -> bool:
    """Whether an offer can be made of the assessment:
    not below the product's least amount, nor dearer than it may be."""
    enough = assessed_minor(submitted, assessed) >= submitted.product_min_minor
    return enough and assessed_rate(submitted, assessed) is not None
