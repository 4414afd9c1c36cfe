"""Repaying before the term: what it costs on a day, and the schedule that then holds (domain.md §3.6).

Whether anything is overdue, which goes first (R-3.22), is for whoever keeps the loan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from loan_contracts.money import months_later, times
from loan_contracts.values import PrepaidInterest, RepaymentMethod
from loan_schedules.interest import interest_between
from loan_schedules.methods.method import interest_of_a_period
from loan_schedules.schedule import (
    METHODS,
    Instalment,
    Payment,
    divided,
    numbered,
    replan,
    require_changeable,
    terms_of_rest,
)
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Conflict, Invalid


class Effect(StrEnum):
    """What a partial prepayment changes (E9)."""

    SHORTER_TERM = "SHORTER_TERM"  # (A) the instalments stay
    LOWER_INSTALMENT = "LOWER_INSTALMENT"  # (B) the due dates stay


class FeeStep(NamedTuple):
    """The fee, as a share of what is prepaid, before a number of months have passed since the value date."""

    before_months: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class PrepaymentRules:
    """What a contract agrees on prepayment (R-3.21). After the last step of the ladder it is free.

    Raises Invalid `prepayment-rules-invalid` for a ladder whose months do not rise or whose rates are no shares.
    """

    allowed_after_months: int = 0
    least_minor: int = 1
    notice_days: int = 0
    fees: tuple[FeeStep, ...] = ()
    interest: PrepaidInterest = PrepaidInterest.SLICE

    def __post_init__(self) -> None:
        months = [step.before_months for step in self.fees]
        if any(later <= earlier for earlier, later in zip([0, *months], months, strict=False)):
            raise Invalid("prepayment-rules-invalid", "the months of a fee ladder must rise")
        if any(not 0 <= step.rate <= 1 for step in self.fees):
            raise Invalid("prepayment-rules-invalid", "the fees of a ladder must lie between 0 and 1")

    def fee_minor(self, value_date: date, on: date, principal_minor: int, room_minor: int | None) -> int:
        """The fee of a day, at most what the line on all charges leaves (R-3.19, R-3.21)."""
        rate = next((step.rate for step in self.fees if on < months_later(value_date, step.before_months)), Decimal(0))
        fee = times(principal_minor, rate)
        return fee if room_minor is None else max(0, min(fee, room_minor))


@dataclass(frozen=True, slots=True)
class Prepayment:
    """What is paid on the day, by component, and the rows that then hold, those due before included."""

    principal_minor: int
    interest_minor: int
    fee_minor: int
    rows: tuple[Instalment, ...]

    @property
    def total_minor(self) -> int:
        """What is paid in all."""
        return self.principal_minor + self.interest_minor + self.fee_minor


@dataclass(frozen=True, slots=True)
class Wish:
    """When somebody wants to repay, since when that is known, and how much room the cap leaves a fee, if it is bound.

    `told_on` is the day of the notice; absent, the day itself.
    """

    on: date
    told_on: date | None = None
    room_minor: int | None = None


def prepay(
    terms: ScheduleTerms,
    rows: Sequence[Instalment],
    amount_minor: int,
    wish: Wish,
    effect: Effect,
    rules: PrepaymentRules,
) -> Prepayment:
    """Repays a part of the principal that is not due: what it costs now, and the rest made anew.

    `terms` are those of the loan at the rate that it bears now. Raises Conflict `prepayment-too-early`,
    `prepayment-without-notice`, `prepayment-too-small`, `prepayment-not-partial` where it is the whole balance or more,
    and as `require_changeable` does.
    """
    done, rest = _allowed(terms, rows, wish, rules)
    running, on = rest[0], wish.on
    require_changeable(terms, running)
    if amount_minor < max(rules.least_minor, 1):
        raise Conflict("prepayment-too-small", f"{amount_minor} minor units; at least {rules.least_minor} are prepaid")
    if amount_minor >= running.before_minor:
        raise Conflict("prepayment-not-partial", f"{running.before_minor} minor units are owed: this is a settlement")
    balance = running.before_minor - amount_minor
    remade = _shortened(terms, rest, balance) if effect is Effect.SHORTER_TERM else _lowered(terms, rest, balance)
    whole = rules.interest is PrepaidInterest.ALL
    interest = _accrued(terms, running, running.before_minor if whole else amount_minor, on)
    begun = done[-1].due_on if done else terms.value_date
    if whole and on > begun:
        remade[0] = remade[0]._replace(interest_minor=_anew(terms, running, balance, on), starts_on=on)
    return Prepayment(
        principal_minor=amount_minor,
        interest_minor=interest,
        fee_minor=rules.fee_minor(terms.value_date, on, amount_minor, wish.room_minor),
        rows=(*done, *remade),
    )


def settle(terms: ScheduleTerms, rows: Sequence[Instalment], wish: Wish, rules: PrepaymentRules) -> Prepayment:
    """Repays all that is not due: the balance, the interest of the days since the last due date, the fee (R-3.20).

    All of it becomes the last instalment, due on the day: on a due date one of no days, after that day's own.
    Raises Conflict `prepayment-too-early`, `prepayment-without-notice`.
    """
    done, rest = _allowed(terms, rows, wish, rules)
    running, on = rest[0], wish.on
    interest = _owed_until(terms, done, running, on)
    ended = Instalment(running.number, running.starts_on, on, running.before_minor, interest, 0)
    return Prepayment(
        principal_minor=running.before_minor,
        interest_minor=interest,
        fee_minor=rules.fee_minor(terms.value_date, on, running.before_minor, wish.room_minor),
        rows=(*done, ended),
    )


def _allowed(
    terms: ScheduleTerms, rows: Sequence[Instalment], wish: Wish, rules: PrepaymentRules
) -> tuple[list[Instalment], list[Instalment]]:
    earliest = months_later(terms.value_date, rules.allowed_after_months)
    if wish.on < earliest:
        raise Conflict("prepayment-too-early", f"prepayment is agreed from {earliest} on")
    if wish.on < (wish.told_on or wish.on) + timedelta(days=rules.notice_days):
        raise Conflict("prepayment-without-notice", f"a notice of {rules.notice_days} days is agreed")
    done, rest = divided(rows, wish.on)
    if not rest:
        raise Conflict("prepayment-too-late", "everything has fallen due")
    return done, rest


def _accrued(terms: ScheduleTerms, running: Instalment, balance_minor: int, on: date) -> int:
    """Interest of the days since the last due date; none where none is charged (R-3.29)."""
    if running.number <= terms.grace.interest_free:
        return 0
    return interest_between(balance_minor, terms.annual_rate, running.starts_on, on, terms.day_count)


def _owed_until(terms: ScheduleTerms, done: Sequence[Instalment], running: Instalment, on: date) -> int:
    """The interest that settling asks for: of the actual days, at most what the running period asks in all, and what
    was deferred up to now; a flat loan's is on what was lent."""
    flat = terms.method is RepaymentMethod.FLAT
    accrued = _accrued(terms, running, terms.principal_minor if flat else running.before_minor, on)
    deferring = terms.grace.interest
    if not deferring or running.number > deferring + 1:
        return min(accrued, running.interest_minor)
    charged = [row for row in done if row.number > terms.grace.interest_free]
    before = terms.principal_minor if flat else 0
    return accrued + sum(
        interest_of_a_period(terms, before or row.before_minor, row.starts_on, row.due_on) for row in charged
    )


def _anew(terms: ScheduleTerms, running: Instalment, balance_minor: int, on: date) -> int:
    """Interest of the rest of a period whose accrual begins anew."""
    if running.number <= terms.grace.interest_free:
        return 0
    return interest_between(balance_minor, terms.annual_rate, on, running.due_on, terms.day_count)


def _lowered(terms: ScheduleTerms, rest: Sequence[Instalment], balance_minor: int) -> list[Instalment]:
    return replan(terms, rest, balance_minor, terms.annual_rate)


def _shortened(terms: ScheduleTerms, rest: Sequence[Instalment], balance_minor: int) -> list[Instalment]:
    """The rest with its instalments kept: it ends as soon as nothing is owed, and the last one takes what is left.

    Where a method keeps no instalment, or one that asks for interest alone is running, the last principals give way.
    """
    left = terms_of_rest(terms, rest, rest[0].before_minor, terms.annual_rate)
    keeps = METHODS[terms.method].keeps
    ahead = left.grace.principal
    principal_of = None
    if keeps is not None and ahead < len(rest):
        principal_of = keeps(left, rest[ahead].principal_minor, rest[ahead].before_minor)
    plan: list[Payment] = []
    balance = balance_minor
    for number, row in enumerate(rest):
        planned = row.principal_minor if principal_of is None or number < ahead else principal_of(balance)
        principal = balance if number == len(rest) - 1 else min(planned, balance)
        free = row.number <= terms.grace.interest_free
        interest = 0 if free else interest_of_a_period(left, balance, row.starts_on, row.due_on)
        plan.append(Payment(row.due_on, principal, interest))
        balance -= principal
        if not balance:
            break
    return numbered(plan, balance_minor, rest[0].starts_on, rest[0].number)
