"""What repaying before the term costs, said so that the borrower can rely on it (domain.md §3.6, R-3.32)."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from loan_schedules.prepayment import Effect
from loan_servicekit.core import Aggregate, Conflict, FieldError, Invalid, NotFound
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.versions import PlannedRow, planned
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.prepayment import Early, cost_of, repay_early
from postloan_svc.domain.servicing.repayments import NonAccrual
from postloan_svc.domain.servicing.replay import replayed
from postloan_svc.domain.servicing.settlement import (
    accrued_minor,
    end_early,
    fee_minor,
    left_minor,
    may_be_prepaid,
    not_yet_due,
)

MOST_DAYS_AHEAD = 31


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What is paid, by kind, and the schedule that then holds. What was left over from before is taken off."""

    due_minor: int
    principal_minor: int
    interest_minor: int
    fee_minor: int
    suspense_minor: int
    schedule: tuple[PlannedRow, ...]

    @property
    def total_minor(self) -> int:
        """What is paid in all."""
        asked = self.due_minor + self.principal_minor + self.interest_minor + self.fee_minor
        return max(0, asked - self.suspense_minor)


@dataclass(eq=False)
class PrepaymentQuote(Aggregate):
    """Who pays the total by `pay_by` has repaid so much, whatever day it is; used once. Without an effect it ends the
    loan."""

    AUDITED_AS = "prepayment-quote"

    id: UUID
    loan_id: UUID
    pay_by: date
    effect: Effect | None
    breakdown: Breakdown
    quoted_by: str
    quoted_on: date
    quoted_at: datetime
    repayment_id: UUID | None = None

    def quoted(self) -> None:
        """Tells that it was given."""
        self.audit("quote_prepayment", {"loan_id": str(self.loan_id), "total_minor": str(self.breakdown.total_minor)})

    @property
    def early(self) -> Early | None:
        """The wish that it was given for; None where the loan ends."""
        return Early(self.breakdown.principal_minor, self.effect) if self.effect else None

    def require_payable(self, loan: Loan, amount_minor: int, on: date) -> None:
        """Raises NotFound `prepayment-quote-not-found`, Conflict `prepayment-quote-used`, `prepayment-quote-stale`,
        `prepayment-quote-not-covered`."""
        if self.loan_id != loan.id:
            raise NotFound("prepayment-quote-not-found", f"loan {loan.loan_no} has no quote {self.id}")
        if self.repayment_id is not None:
            raise Conflict("prepayment-quote-used", f"the quote was taken up by repayment {self.repayment_id}")
        if not self.quoted_on <= on <= self.pay_by:
            raise Conflict(
                "prepayment-quote-stale", f"it holds for money of {self.quoted_on} to {self.pay_by}; this is of {on}"
            )
        if amount_minor < (total := self.breakdown.total_minor):
            detail = f"{amount_minor} minor units; {total} were quoted"
            raise Conflict("prepayment-quote-not-covered", detail, [FieldError("/amount_minor", "amount", detail)])

    def require_fresh(self, on: date, now_costs: Callable[[], int]) -> None:
        """Raises Conflict `prepayment-quote-stale` where the loan has changed so that it costs more now."""
        if (costs := now_costs()) > (total := self.breakdown.total_minor):
            raise Conflict(
                "prepayment-quote-stale", f"{total} were quoted; the loan has changed and {costs} are needed on {on}"
            )

    def use(self, repayment_id: UUID) -> None:
        """Is taken up by a repayment."""
        self.repayment_id = repayment_id
        self.audit("take_up_prepayment_quote", {"repayment_id": str(repayment_id)})


def require_quotable(loan: Loan, pay_by: date, open_day: date) -> None:
    """Raises Conflict `loan-not-running`, Invalid `prepayment-date-invalid`."""
    if not loan.running:
        raise Conflict("loan-not-running", f"loan {loan.loan_no} is {loan.status}")
    first, last = loan.business_date(open_day), open_day + timedelta(days=MOST_DAYS_AHEAD)
    if not first <= pay_by <= last:
        detail = f"pay_by is {pay_by}; it must lie between {first} and {last}"
        raise Invalid("prepayment-date-invalid", detail, [FieldError("/pay_by", "prepayment-date-invalid", detail)])


def break_down(loan: Loan, early: Early | None, on: date, non_accrual: NonAccrual) -> Breakdown:
    """What repaying on a day costs, with what will be due by then. Absent a wish, everything is repaid.

    Raises Conflict `prepayment-too-early`, `prepayment-too-late`, and as the schedule does.
    """
    ahead = deepcopy(loan)
    advance(ahead, on, non_accrual(on))
    return _on_its_day(ahead, early, on)


def costs_minor(loan: Loan, early: Early | None, on: date, non_accrual: NonAccrual) -> int:
    """The same total for a day that the loan may have passed: as it stood then, by what is known now."""
    if loan.advanced_to is None or on >= loan.advanced_to:
        return break_down(loan, early, on, non_accrual).total_minor
    assert loan.past is not None, f"the history of loan {loan.loan_no} was not loaded"
    events = [each for each in loan.past.events if each.value_date <= on]
    return _on_its_day(replayed(loan, events, on, non_accrual), early, on).total_minor


def _on_its_day(loan: Loan, early: Early | None, on: date) -> Breakdown:
    """`loan` is a copy, and stands on the day."""
    due = owed_minor(loan, on)
    if early:
        cost = cost_of(loan, early, on)
        repay_early(loan, loan.id, cost, on)
        found = cost.principal_minor, cost.interest_minor, cost.fee_minor, 0
        return Breakdown(due, *found, planned(loan.instalments))
    if not not_yet_due(loan):
        raise Conflict("prepayment-too-late", "everything has fallen due")
    if not may_be_prepaid(loan, on):
        raise Conflict("prepayment-too-early", f"prepayment is not agreed as early as {on}")
    left = left_minor(loan)
    found = left, accrued_minor(loan, on), fee_minor(loan, left, on), loan.suspense_minor
    end_early(loan, loan.id, on)
    return Breakdown(due, *found, planned(loan.instalments))
