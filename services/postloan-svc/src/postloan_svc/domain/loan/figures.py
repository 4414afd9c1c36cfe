"""What a loan says of itself: figures that follow from what it is (domain.md §1.3)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_schedules.rates import Rates
from loan_servicekit.core import Aggregate
from postloan_svc.domain.delinquency.dpd import days_past_due
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.loan.status import OWED, RUNNING, LoanStatus
from postloan_svc.domain.loan.terms import TermsInForce
from postloan_svc.domain.schedule.instalments import LoanInstalment

BASIS_POINTS = 10_000


class LoanFigures(Aggregate):
    """The part of a loan that is read and never changes anything."""

    contract: SignedContract
    status: LoanStatus
    value_date: date | None
    instalments: list[LoanInstalment]
    advanced_to: date | None
    non_accrual_since: date | None
    terms: TermsInForce

    @property
    def application_id(self) -> UUID:
        """The application that led to it."""
        return self.contract.application_id

    @property
    def loan_no(self) -> str:
        """借据号: the loan under its contract, or of the draws of a credit line the one of this number."""
        return f"{self.contract.contract_no}-{self.contract.draw_no or 1:02d}"

    @property
    def running(self) -> bool:
        """Paid out and not yet settled."""
        return self.status in RUNNING

    @property
    def owed(self) -> bool:
        """Paid out, and not all of it is paid, let go or transferred: what takes money as its own."""
        return self.status in OWED

    @property
    def rates(self) -> Rates:
        """The rates that its days bear (R-2.18), once it is paid out."""
        return self.terms.borne_rates(self._contract_rates)

    @property
    def agreed_rates(self) -> Rates:
        """The rates by which its schedule is planned, pauses of interest left out."""
        return self.terms.agreed_rates(self._contract_rates)

    @property
    def _contract_rates(self) -> Rates:
        assert self.value_date is not None, f"loan {self.loan_no} is not paid out"
        return self.contract.rates(self.value_date)

    def tied_rate(self, lpr: Decimal) -> Decimal:
        """What its rate becomes where this LPR is read: floor, ceiling and the line on all charges hold."""
        tied = self.contract.repayment.floating
        assert tied is not None, f"the rate of loan {self.loan_no} is not tied"
        spread = self.terms.spread_bp
        rate = lpr + Decimal(tied.spread_bp if spread is None else spread) / BASIS_POINTS
        highest = min(each for each in (tied.ceiling, self.contract.annual_rate_cap) if each is not None)
        return max(min(rate, highest), tied.floor or Decimal(0))

    def agreed_spread(self, annual_rate: Decimal) -> Decimal | None:
        """Where people agree on another rate for one that is tied, they agree on another spread above what was read."""
        tied = self.contract.repayment.floating
        if tied is None:
            return None
        return (annual_rate - (tied.lpr if self.terms.lpr is None else self.terms.lpr)) * BASIS_POINTS

    @property
    def accruing(self) -> bool:
        """Whether interest is income as it accrues (R-3.26)."""
        return self.non_accrual_since is None

    @property
    def outstanding_principal_minor(self) -> int:
        """Principal that is owed to us; nothing before the pay-out, and after a transfer."""
        if self.status is LoanStatus.TRANSFERRED:
            return 0
        return sum(each.principal_minor - each.principal_paid_minor for each in self.instalments)

    @property
    def booked_principal_minor(self) -> int:
        """The principal that stands on the balance sheet."""
        return 0 if self.status is LoanStatus.WRITTEN_OFF else self.outstanding_principal_minor

    @property
    def maturity_date(self) -> date | None:
        """The last due date; None before the pay-out."""
        return self.instalments[-1].due_on if self.instalments else None

    def instalment(self, number: int) -> LoanInstalment:
        """The instalment of a number that the loan has."""
        return next(each for each in self.instalments if each.number == number)

    @property
    def oldest_unpaid_due_on(self) -> date | None:
        """The due date that days past due are counted from; None if no scheduled amount is unpaid (domain.md §1.3)."""
        return self._oldest_unpaid.due_on if self._oldest_unpaid else None

    @property
    def _oldest_unpaid(self) -> LoanInstalment | None:
        return min((each for each in self.instalments if each.unpaid), key=lambda each: each.due_on, default=None)

    @property
    def charged_until(self) -> date | None:
        """The latest day that late charges are posted up to; None if there are none."""
        return max((each.charged_until for each in self.instalments if each.charged_until), default=None)

    def business_date(self, open_day: date) -> date:
        """The business day that the loan stands on, where `open_day` is the calendar's; it never moves back."""
        return max(open_day, self.advanced_to or open_day)

    def dpd(self, open_day: date) -> int:
        """Days past due (R-3.9) on the business day that the loan stands on."""
        oldest = self._oldest_unpaid
        if oldest is None:
            return 0
        grace_days = self.contract.grace_days
        return days_past_due(self.business_date(open_day), oldest.due_on, grace_days, oldest.payable_on)
