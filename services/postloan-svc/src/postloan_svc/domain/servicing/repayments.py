"""Money that comes in for a loan: late charges, allocation, cure and settlement (domain.md §3.5, §3.7)."""

from datetime import date
from uuid import UUID, uuid5

from loan_contracts.lending import LoanSettled, RepaymentReceived
from loan_servicekit.core import Conflict, DomainError, FieldError, Invalid
from postloan_svc.domain.delinquency.dpd import bucket
from postloan_svc.domain.ledger import postings
from postloan_svc.domain.ledger.allocations import Allocation, Repayment
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.servicing.allocation import allocate


def owed_minor(loan: Loan, on: date) -> int:
    """What would have to be paid on a day to owe nothing that is due, late charges included, in minor units."""
    rate, grace = loan.contract.annual_penalty_rate, loan.contract.grace_days
    return sum(
        each.owed().total_minor + sum(each.charges_until(on, rate, grace)) for each in loan.instalments if each.open
    )


def repay(loan: Loan, repayment_id: UUID, amount_minor: int, received_on: date, business_date: date) -> Repayment:
    """Takes a repayment and splits it over what is due; the excess waits in suspense for the next instalment.

    `received_on` may lie before the business date (a late import); it decides on grace and late charges. The repayment
    is booked on the business day that the loan stands on, which a closing run may have moved ahead of `business_date`,
    the open one. Raises Conflict `loan-not-repayable` and `repayment-before-last-allocation`, Invalid
    `repayment-date-invalid` and `repayment-amount-invalid`.
    """
    _require_repayable(loan, amount_minor, received_on, business_date)
    business_date = loan.business_date(business_date)
    due = [each for each in loan.instalments if each.open]
    for each in due:
        each.charge(received_on, loan.contract.annual_penalty_rate, loan.contract.grace_days)
    allocation = allocate(amount_minor, [each.owed() for each in due], loan.profile)
    _apply(loan, allocation, received_on)
    loan.suspense_minor += allocation.excess_minor
    loan.postings.append(postings.repayment(allocation, business_date))
    repayment = Repayment(repayment_id, received_on, amount_minor, allocation)
    _tell(loan, repayment, allocation.excess_minor, business_date)
    return repayment


def _require_repayable(loan: Loan, amount_minor: int, received_on: date, open_day: date) -> None:
    if not loan.running or loan.value_date is None:
        raise Conflict(
            "loan-not-repayable",
            f"loan {loan.loan_no} is {loan.status}; only an ACTIVE or OVERDUE loan takes repayments",
        )
    if amount_minor <= 0:
        raise _refusal(Invalid, "repayment-amount-invalid", "amount_minor", f"{amount_minor}; it must be above 0")
    if not loan.value_date <= received_on <= open_day:
        between = f"it must lie between the value date {loan.value_date} and the open business day {open_day}"
        raise _refusal(Invalid, "repayment-date-invalid", "received_on", f"{received_on}; {between}")
    earliest = loan.charged_until or received_on
    if received_on < earliest:
        # Late charges are posted and allocated up to there on debts that this money would have made smaller.
        between = f"late charges are posted up to {earliest}, so it must lie between {earliest} and {open_day}"
        raise _refusal(Conflict, "repayment-before-last-allocation", "received_on", f"{received_on}; {between}")


def _refusal(kind: type[DomainError], code: str, field: str, wrong: str) -> DomainError:
    detail = f"{field} is {wrong}"
    return kind(code, detail, [FieldError(f"/{field}", code, detail)])


def use_suspense(loan: Loan, business_date: date) -> None:
    """Money in suspense pays what has fallen due. It was there in time, so nothing is charged for lateness."""
    if loan.suspense_minor == 0:
        return
    allocation = allocate(loan.suspense_minor, [each.owed() for each in loan.instalments if each.open], loan.profile)
    used = loan.suspense_minor - allocation.excess_minor
    if used == 0:
        return
    _apply(loan, allocation, business_date)
    loan.suspense_minor = allocation.excess_minor
    loan.postings.append(postings.suspense_used(allocation, business_date))
    repayment_id = uuid5(loan.id, f"suspense {business_date}")
    _tell(loan, Repayment(repayment_id, business_date, 0, allocation), -used, business_date)


def _apply(loan: Loan, allocation: Allocation, on: date) -> None:
    for line in allocation.lines:
        loan.instalments[line.instalment_no - 1].pay(line.component, line.amount_minor, on)


def _tell(loan: Loan, repayment: Repayment, suspense_minor: int, business_date: date) -> None:
    allocation = repayment.allocation
    loan.repayments.append(repayment)
    loan.record(
        RepaymentReceived,
        loan_id=loan.id,
        application_id=loan.contract.application_id,
        repayment_id=repayment.repayment_id,
        amount_minor=repayment.amount_minor,
        fee_minor=allocation.total(Component.FEE),
        penalty_minor=allocation.total(Component.PENALTY),
        compound_minor=allocation.total(Component.COMPOUND),
        interest_minor=allocation.total(Component.INTEREST),
        principal_minor=allocation.total(Component.PRINCIPAL),
        suspense_minor=suspense_minor,
        profile=allocation.profile.value,
        business_date=business_date,
        outstanding_principal_minor=loan.outstanding_principal_minor,
    )
    if all(each.paid_on is not None for each in loan.instalments):
        loan.become(LoanStatus.SETTLED)
        loan.bucket, loan.settled_on = bucket(0), business_date
        loan.record(LoanSettled, loan_id=loan.id, application_id=loan.contract.application_id, settled_on=business_date)
    else:
        dpd = loan.dpd(business_date)
        loan.become(LoanStatus.OVERDUE if dpd else LoanStatus.ACTIVE)
        loan.bucket = bucket(dpd)
