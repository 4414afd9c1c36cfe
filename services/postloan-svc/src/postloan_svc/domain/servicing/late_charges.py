"""What paying late costs a loan: penalty and compound interest of what is open, within the line on all charges
(domain.md §3.5, R-3.19). What the contract would give beyond it is waived as it arises, and kept to be shown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from loan_schedules.rates import Rates
from postloan_svc.domain.delinquency.cap import CapWindow, Line, cut_down, limited
from postloan_svc.domain.delinquency.penalty import LATE_BASIS, within_grace
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.components import Owed
from postloan_svc.domain.schedule.instalments import LoanInstalment

UNBOUND = Decimal("Infinity")
"""The cap of a rate that the line does not cut."""


class Charges(NamedTuple):
    """Late charges that a day adds: penalty and compound interest by number of instalment, the windows of the line with
    them, and what the line waives."""

    by_number: dict[int, tuple[int, int]]
    windows: list[CapWindow]
    waived_minor: int

    @property
    def total_minor(self) -> int:
        """All of them."""
        return sum(map(sum, self.by_number.values()))


def charges_on(loan: Loan, on: date) -> Charges:
    """What paying on a day would add; nothing for an instalment within its grace (R-3.9)."""
    windows = _windows(loan, on)
    contract, grace = loan.contract, loan.contract.grace_days
    late = [each for each in loan.instalments if each.open and not within_grace(each.payable_on, on, grace)]
    if not late:
        return Charges({}, windows, 0)  # as of a loan that is not paid out, which has no rates yet
    rates = loan.rates
    agreed = sum(sum(each.charges_until(on, rates.penalty(contract.penalty_multiple, UNBOUND), grace)) for each in late)
    within = rates.penalty(contract.penalty_multiple, contract.annual_rate_cap)
    amounts = [each.charges_until(on, within, grace) for each in late]
    starts = [each.since for each in windows]
    accrued = {
        since: sum((_accrued(within, each, since, until) for each in late), Fraction(0))
        for since, until in pairwise([*starts, on])
    }
    line = _line(loan)
    rooms = {each.since: each.room(_contract_interest(loan, each.since, on), line) for each in windows}
    charged = limited(accrued, rooms)
    whole = charged[starts[0]]
    if whole == sum(accrued.values()):  # nothing is cut but what rounding may have added
        whole = rooms[starts[0]]
    kept = cut_down(amounts, whole)
    by_number = {each.number: amount for each, amount in zip(late, kept, strict=True)}
    posted = sum(map(sum, kept))
    charged[starts[0]] = Fraction(posted)
    windows = [each.charged(charged[each.since]) for each in windows]
    return Charges(by_number, windows, agreed - posted)


def debts(loan: Loan) -> list[Owed]:
    """What is due and unpaid, oldest instalment first, charges as far as they are posted; what the delay of a judgment
    costs stands with the last instalment."""
    owed = [each.owed() for each in loan.instalments if each.open]
    delay = loan.terms.enforced.owed_minor if loan.terms.enforced else 0
    return [*owed, Owed(loan.instalments[-1].number, delay_minor=delay)] if delay else owed


def _delayed(loan: Loan, on: date) -> int:
    """What the delay of a judgment adds up to a day; the line on all charges does not bind what the law itself adds."""
    enforced = loan.terms.enforced
    if enforced is None:
        return 0
    return enforced.charged(loan.outstanding_principal_minor, on).charged_minor - enforced.charged_minor


def delay_done(loan: Loan, amount_minor: int) -> None:
    """A part of what the delay of a judgment costs is paid, or was let go."""
    enforced = loan.terms.enforced
    assert enforced is not None, f"nothing of loan {loan.loan_no} is enforced"
    loan.terms = replace(loan.terms, enforced=replace(enforced, done_minor=enforced.done_minor + amount_minor))


def charge(loan: Loan, on: date) -> None:
    """Puts the late charges up to a day on the instalments; no charge lies behind it already."""
    if enforced := loan.terms.enforced:
        loan.terms = replace(loan.terms, enforced=enforced.charged(loan.outstanding_principal_minor, on))
    charges = charges_on(loan, on)
    loan.cap_windows = charges.windows
    for each in loan.instalments:
        if each.number in charges.by_number:
            each.charge(on, *charges.by_number[each.number])
    if charges.waived_minor:
        loan.cap_excess_minor += charges.waived_minor
        loan.audit("waive_beyond_cap", {"amount_minor": str(charges.waived_minor), "on": str(on)})


def measure(loan: Loan, on: date) -> None:
    """Counts the days up to `on` under the principal that was out on them: it is about to change."""
    loan.cap_windows = _windows(loan, on)


def forget_arrears(loan: Loan) -> None:
    """Where nothing that is due is open any more, the next arrears have a line of their own."""
    if not any(each.open for each in loan.instalments):
        loan.cap_windows = []


def owed_minor(loan: Loan, on: date) -> int:
    """What would have to be paid on a day to owe nothing that is due, late charges included, in minor units."""
    return sum(each.total_minor for each in debts(loan)) + charges_on(loan, on).total_minor + _delayed(loan, on)


def _line(loan: Loan) -> Line:
    return Line(loan.contract.annual_rate_cap, loan.contract.cap_measure)


def _windows(loan: Loan, on: date) -> list[CapWindow]:
    """The windows of the arrears: the one with which they began, and one from each due date that is open."""
    open_ones = [each for each in loan.instalments if each.open]
    if not open_ones:
        return []
    known = {each.since: each for each in loan.cap_windows}
    first = loan.cap_windows[0].since if loan.cap_windows else open_ones[0].due_on
    starts = sorted({first} | {each.due_on for each in open_ones})
    outstanding, line = loan.outstanding_principal_minor, _line(loan)
    return [
        (known.get(since) or _begun(since, open_ones)).rolled(on, outstanding, line) for since in starts if since <= on
    ]


def _begun(since: date, open_ones: list[LoanInstalment]) -> CapWindow:
    """A window that was not there: what open instalments have been charged before counts in it."""
    charged = sum(each.penalty_minor + each.compound_minor for each in open_ones if each.due_on >= since)
    return CapWindow(since, since, charged_minor=charged)


def _accrued(penalty_rates: Rates, instalment: LoanInstalment, since: date, until: date) -> Fraction:
    """Late charges of [since, until) on an instalment, as far as they are not posted yet, not rounded."""
    begins = max(since, instalment.charged_until or instalment.due_on)
    owed = instalment.owed()
    return (owed.principal_minor + owed.interest_minor) * penalty_rates.weight(begins, until, LATE_BASIS)


def _contract_interest(loan: Loan, since: date, until: date) -> Fraction:
    """The scheduled interest and fees of [since, until), by days within their periods."""
    total = Fraction(0)
    for each in loan.instalments:
        days = (min(until, each.due_on) - max(since, each.starts_on)).days
        if days > 0:
            total += Fraction((each.interest_minor + each.fee_minor) * days, (each.due_on - each.starts_on).days)
    return total
