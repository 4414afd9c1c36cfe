"""The line on all that a debt may cost (R-3.19, domain.md §2.6): it binds the sum of charges over balance and time.

From every due date on that something is open of, late charges may not exceed what the line allows on the principal that
is out, less the contract's own interest of that time. So the line holds for the whole of the arrears as for any part of
them: what a cheap month leaves over is no room for a dear one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple


class CapMeasure(StrEnum):
    """How the annual line is measured: nominal or effective, over years of 360 or 365 days (domain.md §15.4, 4)."""

    NOMINAL_360 = "NOMINAL_360"
    NOMINAL_365 = "NOMINAL_365"
    EFFECTIVE_360 = "EFFECTIVE_360"
    EFFECTIVE_365 = "EFFECTIVE_365"

    @property
    def days_a_year(self) -> int:
        """The year that the line is for."""
        return int(self.value[-3:])

    def share(self, annual_rate: Decimal, days: int) -> Decimal:
        """What the line allows on one unit over so many days, times the days of its year."""
        if self in (CapMeasure.NOMINAL_360, CapMeasure.NOMINAL_365):
            return annual_rate * days
        year = Decimal(self.days_a_year)
        return ((1 + annual_rate) ** (Decimal(days) / year) - 1) * year


class Line(NamedTuple):
    """The line in force on the day of signing, and how it is measured."""

    annual_rate: Decimal
    measure: CapMeasure


@dataclass(frozen=True, slots=True)
class CapWindow:
    """The time from a due date on: what the line has allowed on the principal that was out, times the days of its year,
    up to `until`, and what was charged for that time."""

    since: date
    until: date
    allowed: Decimal = Decimal(0)
    charged_minor: int = 0

    def rolled(self, on: date, outstanding_minor: int, line: Line) -> "CapWindow":
        """Up to a day, over days on which the principal did not change."""
        if on <= self.until:
            return self
        before, after = ((day - self.since).days for day in (self.until, on))
        share = line.measure.share(line.annual_rate, after) - line.measure.share(line.annual_rate, before)
        return CapWindow(self.since, on, self.allowed + outstanding_minor * share, self.charged_minor)

    def room(self, contract_interest: Fraction, line: Line) -> Fraction:
        """What may still be charged for the time of the window; never below zero."""
        allowed = Fraction(self.allowed) / line.measure.days_a_year
        return max(Fraction(0), allowed - contract_interest - self.charged_minor)

    def charged(self, more: Fraction) -> "CapWindow":
        """With what is charged for its time now, never less than it is."""
        return CapWindow(self.since, self.until, self.allowed, self.charged_minor + ceil(more))


def limited(accrued: Mapping[date, Fraction], rooms: Mapping[date, Fraction]) -> dict[date, Fraction]:
    """The most of what has accrued that keeps the room of every window; by window, what is charged for its time.

    `accrued` is what has accrued between the beginning of a window and that of the next one. The latest time is served
    first: what is charged there counts in every window that began before.
    """
    total, charged = Fraction(0), {}
    for since in sorted(rooms, reverse=True):
        total += min(accrued.get(since, Fraction(0)), max(Fraction(0), rooms[since] - total))
        charged[since] = total
    return charged


def cut_down(amounts: Sequence[tuple[int, int]], most: Fraction) -> list[tuple[int, int]]:
    """Penalty and compound interest by instalment, oldest first, made to fit: compound interest goes before penalty,
    that of later instalments first."""
    excess = max(0, sum(map(sum, amounts)) - floor(most))
    kept = [list(each) for each in amounts]
    for component in (1, 0):
        for each in reversed(kept):
            cut = min(excess, each[component])
            each[component] -= cut
            excess -= cut
    return [(penalty, compound) for penalty, compound in kept]
