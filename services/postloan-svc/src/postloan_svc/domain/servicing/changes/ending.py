"""Ways in which a loan ends that is not repaid: called in, written off, sold (domain.md R-3.39 to R-3.41)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from loan_servicekit.core import Conflict, Invalid
from postloan_svc.domain.ledger import postings
from postloan_svc.domain.ledger.allocations import Profile
from postloan_svc.domain.loan.changes import ClaimTransfer, Enforcement
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.loan.terms import Enforced
from postloan_svc.domain.servicing.accrual import interest_due_minor, stop
from postloan_svc.domain.servicing.changes.planning import rows_not_due
from postloan_svc.domain.servicing.changes.waiving import bring_all_forward
from postloan_svc.domain.servicing.late_charges import charge


def accelerate(loan: Loan, made_by: UUID, on: date) -> None:
    """提前到期: everything falls due at once, and bears the penalty rate from then on (R-3.15).

    Raises Conflict `schedule-all-due`.
    """
    if not rows_not_due(loan):
        raise Conflict("schedule-all-due", "everything has fallen due")
    bring_all_forward(loan, made_by, on)


def enforce(loan: Loan, made_by: UUID, change: Enforcement, on: date) -> None:
    """申请执行: everything falls due, the costs are asked for with it, money is allocated by profile C, and what is not
    performed costs double interest since its day (R-3.42).

    Raises Invalid `enforcement-invalid`, Conflict `loan-enforced`.
    """
    if change.costs_minor < 0 or change.delayed_since > on:
        raise Invalid("enforcement-invalid", f"costs {change.costs_minor}, delayed since {change.delayed_since}")
    if loan.terms.enforced:
        raise Conflict("loan-enforced", f"loan {loan.loan_no} is being enforced already")
    charge(loan, on)
    bring_all_forward(loan, made_by, on)
    if change.costs_minor:
        last = loan.instalments[-1]
        last.fee_minor, last.paid_on = last.fee_minor + change.costs_minor, None
        loan.plan(made_by, on)
    loan.terms = replace(loan.terms, enforced=Enforced(change.daily_rate, change.delayed_since))
    loan.profile = Profile.C


def upgrade(loan: Loan, on: date) -> None:
    """上调: money is allocated by profile A again (R-3.24). Whether the loan has performed long enough is for its
    classification to say (R-4.6). Raises Conflict `loan-overdue`, `loan-not-downgraded`."""
    if loan.dpd(on):
        raise Conflict("loan-overdue", f"loan {loan.loan_no} is overdue")
    if loan.profile is not Profile.B:
        raise Conflict("loan-not-downgraded", f"loan {loan.loan_no} has profile {loan.profile}")
    loan.profile = Profile.A


def write_off(loan: Loan, made_by: UUID, on: date) -> None:
    """核销: the principal leaves the balance sheet against the allowance and is kept beside it, like the interest that
    is due; the borrower owes what he owed (账销案存), and all of it at once.

    Raises Conflict `loan-not-overdue`.
    """
    if not loan.dpd(on):
        raise Conflict("loan-not-overdue", f"loan {loan.loan_no} is not overdue")
    bring_all_forward(loan, made_by, on)
    if loan.accruing:
        stop(loan, on)
    principal = loan.outstanding_principal_minor
    loan.post(postings.written_off(principal, on))
    loan.terms = replace(loan.terms, written_off_minor=principal)
    loan.become(LoanStatus.WRITTEN_OFF)


def transfer(loan: Loan, made_by: UUID, change: ClaimTransfer, on: date) -> None:
    """债权转让: all that is owed is the buyer's from the day on. What the price does not cover is the allowance's, what
    it brings beyond is a gain; for a loan that is written off all of it is a recovery.

    Raises Invalid `transfer-invalid`, Conflict `suspense-open` while money of the borrower waits.
    """
    if change.price_minor < 0 or not change.transferee.strip():
        raise Invalid("transfer-invalid", "a claim is sold to somebody, for nothing at least")
    if loan.suspense_minor:
        raise Conflict("suspense-open", f"{loan.suspense_minor} of the borrower wait; they are no part of the claim")
    bring_all_forward(loan, made_by, on)
    principal, interest = loan.outstanding_principal_minor, interest_due_minor(loan)
    written_off = loan.status is LoanStatus.WRITTEN_OFF
    loan.post(postings.transferred(principal, interest, change.price_minor, on, loan.accruing, written_off))
    loan.terms = replace(loan.terms, transferred_minor=principal)
    loan.become(LoanStatus.TRANSFERRED)
