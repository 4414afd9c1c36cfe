"""What papers say: figures and codes, in the order of their days. Words and looks are the template's."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from loan_servicekit.core import Conflict, FieldError, Invalid
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.papers.paper import Draft, PaperKind
from postloan_svc.domain.schedule.components import Component

PAY_OUT, REPAYMENT, LEFT_OVER_USED = "PAY_OUT", "REPAYMENT", "LEFT_OVER_USED"


class Movement(NamedTuple):
    """Money of a loan as it counts: what came in, or was left over and paid something; by component, minor units."""

    on: date
    what: str
    amount_minor: int
    paid: dict[str, int]

    @property
    def principal_minor(self) -> int:
        """What went to the principal."""
        return self.paid.get(Component.PRINCIPAL, 0)

    @property
    def interest_minor(self) -> int:
        """What went to interest; compound interest is a late charge."""
        return self.paid.get(Component.INTEREST, 0)

    @property
    def other_minor(self) -> int:
        """What went to fees and late charges."""
        return sum(self.paid.values()) - self.principal_minor - self.interest_minor


def statement(loan: Loan, movements: Sequence[Movement], period: tuple[date, date], today: date) -> Draft:
    """The movements of the days of a period, first and last included, with the principal that was out after each.

    Raises Conflict `loan-not-paid-out`, Invalid `statement-period-invalid`.
    """
    first, last = period
    value_date = _paid_out_on(loan)
    if not value_date <= first <= last <= today:
        detail = f"{first} to {last} is no period between {value_date} and {today}"
        raise Invalid("statement-period-invalid", detail, [FieldError("/to_day", "statement-period-invalid", detail)])
    balance = loan.contract.principal_minor
    before = [each for each in movements if each.on < first]
    opening = balance - sum(each.principal_minor for each in before) if first > value_date else 0
    rows: list[dict[str, Any]] = []
    if first == value_date:
        rows.append(_row(Movement(value_date, PAY_OUT, balance, {}), balance))
    balance -= sum(each.principal_minor for each in before)
    within = sorted((each for each in movements if first <= each.on <= last), key=lambda each: each.on)
    for each in within:
        balance -= each.principal_minor
        rows.append(_row(each, balance))
    content = _about(loan) | {
        "from": str(first),
        "to": str(last),
        "opening_minor": opening,
        "closing_minor": balance,
        "rows": rows,
        "principal_minor": sum(each.principal_minor for each in within),
        "interest_minor": sum(each.interest_minor for each in within),
        "other_minor": sum(each.other_minor for each in within),
    }
    return Draft(loan.id, PaperKind.STATEMENT, content)


def settlement_certificate(loan: Loan, movements: Sequence[Movement]) -> Draft:
    """That nothing is owed any more. Raises Conflict `loan-not-settled`."""
    if loan.status is not LoanStatus.SETTLED or loan.settled_on is None:
        raise Conflict("loan-not-settled", f"loan {loan.loan_no} is {loan.status}; it is certified when it is settled")
    content = _about(loan) | {
        "value_date": str(_paid_out_on(loan)),
        "settled_on": str(loan.settled_on),
        "repaid_minor": sum(each.principal_minor for each in movements),
        "interest_minor": sum(each.interest_minor for each in movements),
        "other_minor": sum(each.other_minor for each in movements),
    }
    return Draft(loan.id, PaperKind.SETTLEMENT_CERTIFICATE, content)


def _about(loan: Loan) -> dict[str, Any]:
    contract = loan.contract
    return {
        "loan_no": loan.loan_no,
        "contract_no": contract.contract_no,
        "currency": contract.currency,
        "principal_of_contract_minor": contract.principal_minor,
        "annual_rate": str(contract.annual_rate),
        "term_months": contract.term_months,
    }


def _paid_out_on(loan: Loan) -> date:
    if loan.value_date is None:
        raise Conflict("loan-not-paid-out", f"loan {loan.loan_no} is {loan.status}")
    return loan.value_date


def _row(movement: Movement, balance_minor: int) -> dict[str, Any]:
    return {
        "on": str(movement.on),
        "what": movement.what,
        "amount_minor": movement.amount_minor,
        "principal_minor": movement.principal_minor,
        "interest_minor": movement.interest_minor,
        "other_minor": movement.other_minor,
        "balance_minor": balance_minor,
    }
