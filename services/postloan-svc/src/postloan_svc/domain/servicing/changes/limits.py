"""How far a change may go on the day on which it is decided: limits of the law and of authority (domain.md R-3.27)."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor

from loan_servicekit.core import Conflict, FieldError, Invalid
from postloan_svc.domain.loan.changes import Change, Extension, RateAgreed, Restructuring, Waiver
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.changes.waiving import require_waivable

SHORT_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ChangeLimits:
    """How often a term is extended, by which share of the original in all (up to a year, and beyond), and by how many
    months at most; up to how much one person lets go alone; what a day of delay after a judgment costs."""

    extensions: int
    extension_share_short: Decimal
    extension_share_long: Decimal
    extension_months: int
    waived_alone_minor: int
    delay_daily_rate: Decimal

    def most_months(self, term_months: int) -> int:
        """By how many months a term may be extended in all."""
        share = self.extension_share_short if term_months <= SHORT_MONTHS else self.extension_share_long
        return min(floor(term_months * share), self.extension_months)


def require_within(loan: Loan, change: Change, limits: ChangeLimits) -> None:
    """Raises Conflict `extension-count-exceeded`, `extension-beyond-cap`, `rate-beyond-cap`, Invalid `rate-invalid`."""
    if isinstance(change, Extension):
        _require_extendable(loan, change, limits)
    if isinstance(change, Extension | RateAgreed | Restructuring) and change.annual_rate is not None:
        _require_rate(loan, change.annual_rate)


def _require_extendable(loan: Loan, change: Extension, limits: ChangeLimits) -> None:
    if loan.terms.extensions >= limits.extensions:
        raise Conflict("extension-count-exceeded", f"the term was extended {loan.terms.extensions} times already")
    term, most = loan.contract.term_months, limits.most_months(loan.contract.term_months)
    if loan.terms.extended_months + change.months > most:
        detail = f"months is {change.months}; a term of {term} months may be extended by {most} in all"
        raise Conflict("extension-beyond-cap", detail, [FieldError("/change/months", "extension-beyond-cap", detail)])


def _require_rate(loan: Loan, annual_rate: Decimal) -> None:
    if annual_rate < 0:
        raise Invalid("rate-invalid", f"annual_rate is {annual_rate}; it must not be below 0")
    if annual_rate > (cap := loan.contract.annual_rate_cap):
        detail = f"annual_rate is {annual_rate}; the line on all charges of the contract is {cap}"
        raise Conflict("rate-beyond-cap", detail, [FieldError("/change/annual_rate", "rate-beyond-cap", detail)])


def require_owed(loan: Loan, change: Waiver, on: date, non_accrual_after_days: int) -> None:
    """A waiver of the day that the loan stands on, or of a later one, lets go what is owed. Raises Conflict
    `waiver-beyond-debt`."""
    ahead = deepcopy(loan)
    advance(ahead, on, non_accrual_after_days)
    require_waivable(ahead, change, on)
