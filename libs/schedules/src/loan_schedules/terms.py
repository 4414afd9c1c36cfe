"""What a schedule is made from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loan_contracts.money import months_later
from loan_contracts.values import DayCount, PeriodUnit, RepaymentMethod
from loan_schedules.day_count import OVER
from loan_servicekit.core import Invalid

LONGEST_TERM_MONTHS = 360  # the longest loan of any product, a mortgage of 30 years (domain.md)
LONGEST_TERM_DAYS = 10_958
DAYS_OF_A_YEAR, MONTHS_OF_A_YEAR = 365, 12
STUB_MIN_DAYS = 15  # a shorter first or last part period is merged with its neighbour
OF_LEVEL_PERIODS = frozenset(
    {
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.FLAT,
        RepaymentMethod.BALLOON,
    }
)
"""Their periods are equally long whatever days a month has: interest of a share of the year, not of days (§3.1)."""


@dataclass(frozen=True, slots=True)
class Period:
    """How far due dates lie apart: a number of months, weeks or days."""

    count: int = 1
    unit: PeriodUnit = PeriodUnit.MONTH

    @property
    def days(self) -> int:
        """The length of a period of weeks or days."""
        return self.count * (7 if self.unit is PeriodUnit.WEEK else 1)


@dataclass(frozen=True, slots=True)
class Grace:
    """For how many periods at the beginning something is not asked yet (R-3.29); each kind by itself.

    `principal`: interest alone is paid. `interest`: interest accrues, and the first instalment after asks for it all,
    without interest upon it. `interest_free`: none is charged, ever.
    """

    principal: int = 0
    interest: int = 0
    interest_free: int = 0

    def after(self, instalments: int) -> "Grace":
        """What of it is left after a number of instalments."""
        left = (max(0, each - instalments) for each in (self.principal, self.interest, self.interest_free))
        return Grace(*left)


MONTHLY = Period()
NO_GRACE = Grace()


def whole_periods(term_months: int, every: Period) -> int:
    """How many whole periods a term has; of weeks and days as they go into 365 days a year."""
    if every.unit is PeriodUnit.MONTH:
        return term_months // every.count
    return term_months * DAYS_OF_A_YEAR // (MONTHS_OF_A_YEAR * every.days)


@dataclass(frozen=True, slots=True)
class ScheduleTerms:
    """Amount, rate, term and method, and the day from which interest runs.

    `due_day` is the day of the month on which instalments fall due (固定日); absent, they fall due on the day of the
    value date (对日, R-3.4). A first or last part period shorter than `stub_min_days` is merged with its neighbour; 0
    lets the shortest stand. Where periods are weeks or days, `periods` says how many and `term_months` is 0.
    `due_on` and `principals` are the dates and principals of a schedule of its own (STAGED), `balloon_minor` what the
    last instalment of a BALLOON pays beside its own. What a contract says of all this, `agreed` takes of it.

    Raises Invalid `schedule-terms-invalid` where a figure is out of range.
    """

    principal_minor: int
    annual_rate: Decimal
    term_months: int
    method: RepaymentMethod
    value_date: date
    due_day: int | None = None
    day_count: DayCount = DayCount.ACT_360
    every: Period = MONTHLY
    periods: int | None = None
    stub_min_days: int = STUB_MIN_DAYS
    grace: Grace = NO_GRACE
    principals: tuple[int, ...] = ()
    due_on: tuple[date, ...] = ()
    balloon_minor: int = 0

    @property
    def number_of_periods(self) -> int:
        """How many periods the term has."""
        if self.due_on:
            return len(self.due_on)
        return self.term_months // self.every.count if self.periods is None else self.periods

    @property
    def level(self) -> bool:
        """Whether all periods count as equally long."""
        return self.method in OF_LEVEL_PERIODS

    def __post_init__(self) -> None:
        if self.principal_minor <= 0:
            raise _out_of_range(f"principal_minor is {self.principal_minor}; it must be above 0")
        if not 0 <= self.annual_rate < 10:
            raise _out_of_range(f"annual_rate is {self.annual_rate}; it must lie between 0 and 10")
        if self.due_day is not None and not 1 <= self.due_day <= 31:
            raise _out_of_range(f"due_day is {self.due_day}; it must lie between 1 and 31")
        if not 0 <= self.stub_min_days <= 31:
            raise _out_of_range(f"stub_min_days is {self.stub_min_days}; it must lie between 0 and 31")
        self._check_term()
        dated = self.method is RepaymentMethod.REVOLVING and not self.principals
        if self.method is RepaymentMethod.STAGED or self.principals or (self.due_on and not dated):
            self._check_stages()
        if self.method is RepaymentMethod.BALLOON or self.balloon_minor:
            self._check_balloon()
        if self.grace is not NO_GRACE:
            self._check_grace()

    def _check_term(self) -> None:
        if self.every.unit is PeriodUnit.MONTH:
            if not 1 <= self.term_months <= LONGEST_TERM_MONTHS:
                raise _out_of_range(
                    f"term_months is {self.term_months}; it must lie between 1 and {LONGEST_TERM_MONTHS}"
                )
            if self.periods is not None or self.every.count < 1 or self.term_months % self.every.count:
                raise _out_of_range(
                    f"every is {self.every.count} months, term_months {self.term_months}, periods {self.periods}: "
                    "the term must be whole periods, and periods absent"
                )
            return
        if self.term_months or self.due_day is not None:
            raise _out_of_range("term_months must be 0 and due_day absent where periods are weeks or days")
        if self.day_count not in OVER:
            raise _out_of_range(f"day_count is {self.day_count}; for weeks and days it must be ACT/360 or ACT/365")
        if self.every.count < 1 or not 1 <= (self.periods or 0) * self.every.days <= LONGEST_TERM_DAYS:
            raise _out_of_range(
                f"periods is {self.periods}; the term must lie between 1 period and {LONGEST_TERM_DAYS} days"
            )

    def _check_stages(self) -> None:
        if self.method is not RepaymentMethod.STAGED:
            raise _out_of_range(f"principals and due_on are those of STAGED; {self.method} must go without")
        principals, dates = self.principals, self.due_on
        if len(principals) != self.number_of_periods:
            raise _out_of_range(
                f"principals are {len(principals)}; they must be {self.number_of_periods}, one a period"
            )
        if sum(principals) != self.principal_minor or min(principals) < 0 or principals[-1] == 0:
            raise _out_of_range("principals must not be negative, add up to principal_minor and end above 0")
        if any(later <= earlier for earlier, later in zip((self.value_date, *dates), dates, strict=False)):
            raise _out_of_range("due_on must rise from the value date")
        if dates and self.term_months and dates[-1] > months_later(self.value_date, self.term_months):
            raise _out_of_range("due_on must not go beyond the term")

    def _check_balloon(self) -> None:
        if self.method is not RepaymentMethod.BALLOON or not 0 < self.balloon_minor <= self.principal_minor:
            raise _out_of_range(
                f"balloon_minor is {self.balloon_minor}; it must be that of a BALLOON, above 0 and within the principal"
            )

    def _check_grace(self) -> None:
        grace, periods = self.grace, self.number_of_periods
        if min(grace.principal, grace.interest, grace.interest_free) < 0:
            raise _out_of_range("grace must not be negative")
        if grace.principal >= periods or grace.interest >= periods or grace.interest_free > periods:
            raise _out_of_range(f"grace must leave an instalment of {periods} that asks for it")
        if grace.principal and not self.level:
            raise _out_of_range(
                f"grace.principal must be 0 for {self.method}, which says itself when principal falls due"
            )


def _out_of_range(message: str) -> Invalid:
    return Invalid("schedule-terms-invalid", message)
