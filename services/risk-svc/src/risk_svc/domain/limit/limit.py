"""How much may be lent at most (domain.md §11.2): the lowest of several lines, to whole hundreds of yuan."""

from dataclasses import dataclass
from decimal import Decimal

from risk_svc.domain.parameters import InForce

STEP_MINOR = 10_000  # 100 yuan

LINES = ("PRODUCT", "EXPOSURE", "REGULATORY", "GRADE", "UNVERIFIED_INCOME", "CAPACITY", "INCOME_MULTIPLE")
"""What may set a limit."""

_ONE, _ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Limit:
    """The limit, and the name of the line that set it."""

    limit_minor: int
    set_by: str


def repayment_capacity(income_minor: int, debt_service_minor: int, ratio_max: Decimal) -> Decimal:
    """What is left for a new instalment: income x highest debt service ratio - what lenders get already; not below 0.

    Domain.md R-11.1 and R-11.4. Household expense is no debt service.
    """
    return max(income_minor * ratio_max - debt_service_minor, _ZERO)


def lendable(instalment_minor: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The principal that equal instalments repay: c x (1 - (1 + i)^-n) / i, i a twelfth of the annual rate (R-11.4)."""
    monthly = annual_rate / 12
    if not monthly:
        return instalment_minor * months
    return instalment_minor * (_ONE - (_ONE + monthly) ** -months) / monthly


def floor_to_step(amount_minor: Decimal | int) -> int:
    """Down to whole hundreds of yuan (R-11.7)."""
    return int(amount_minor) // STEP_MINOR * STEP_MINOR


def limit_of(
    *,
    grade: str | None,
    income_minor: int | None,
    debt_service_minor: int,
    others_exposure_minor: int,
    own_exposure_minor: int,
    own_online_consumer_minor: int,
    online_consumer_credit: bool,
    annual_rate: Decimal,
    months: int,
    product_max_minor: int,
    numbers: InForce,
) -> Limit:
    """min(L1..L4) x risk factor, to whole hundreds of yuan (domain.md R-11.4 to R-11.7); 0 for grade E.

    `income_minor` is the verified income. Without one neither capacity (L1) nor a multiple of it (L2) can be
    computed, and a small fixed line takes their place. The multiple never asks less than the starter line, so that a
    small income alone does not shut somebody out who can bear a small instalment; what can be borne (L1) has no such
    floor. Capacity is that of equal instalments for every repayment method, because a loan repaid in one sum at the
    end has to be saved for all the same.

    What is owed without security counts once. `others_exposure_minor` is what a credit report tells of other lenders,
    in which an account counts as another's unless the report names us; `own_exposure_minor` is what our own books tell,
    with what is approved and not paid out yet. Both lower the policy's most (L3). The regulator's most for consumption
    credit over the internet is one for each borrower of ours (L4, R-2.5a): it is lowered by what he has of that kind
    from us, and binds no other product.

    Who has no grade, because no model was made for borrowers of his kind, has no multiple and no risk factor either:
    what is left are the lines that hold for everybody, for the person who decides.
    """
    if grade is not None and grade not in numbers.risk_factor:
        return Limit(0, "GRADE")
    lines = {
        "PRODUCT": Decimal(product_max_minor),
        "EXPOSURE": _left(numbers.exposure_max_minor, others_exposure_minor + own_exposure_minor),
    }
    if online_consumer_credit:
        lines["REGULATORY"] = _left(numbers.regulatory_max_minor, own_online_consumer_minor)
    if income_minor is None:
        lines["UNVERIFIED_INCOME"] = Decimal(numbers.unverified_income_max_minor)
    else:
        capacity = repayment_capacity(income_minor, debt_service_minor, numbers.debt_service_ratio_max)
        lines["CAPACITY"] = lendable(capacity, annual_rate, months)
        if grade is not None:
            multiple = numbers.income_multiple[grade] * income_minor
            lines["INCOME_MULTIPLE"] = max(multiple, Decimal(numbers.starter_minor))
    set_by = min(lines, key=lines.__getitem__)
    factor = _ONE if grade is None else numbers.risk_factor[grade]
    return Limit(floor_to_step(lines[set_by] * factor), set_by)


def _left(most_minor: int, owed_minor: int) -> Decimal:
    return Decimal(max(most_minor - owed_minor, 0))
