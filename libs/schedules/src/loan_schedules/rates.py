"""Rates that change: steps agreed at signing, an LPR read anew; the penalty rate follows its base (R-2.18, R-3.17)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from loan_contracts.values import DayCount
from loan_schedules.day_count import share_of_a_year
from loan_schedules.interest import Part, interest_of_parts
from loan_servicekit.core import Invalid


class RateChange(NamedTuple):
    """The annual rate that holds from a day on."""

    on: date
    annual_rate: Decimal


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a loan over its life: that of the contract, and what came after. Raises Invalid `rates-invalid`."""

    first: Decimal
    changes: tuple[RateChange, ...] = ()

    def __post_init__(self) -> None:
        days = [change.on for change in self.changes]
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise Invalid("rates-invalid", "changes of a rate must be in the order of their days, one a day")
        if min((self.first, *(change.annual_rate for change in self.changes))) < 0:
            raise Invalid("rates-invalid", "a rate must not be negative")

    def at(self, day: date) -> Decimal:
        """The rate of a day: a change holds from its own day on."""
        return next((each.annual_rate for each in reversed(self.changes) if each.on <= day), self.first)

    def until(self, day: date) -> "Rates":
        """What was known of it up to a day, that day's change included."""
        return Rates(self.first, tuple(change for change in self.changes if change.on <= day))

    def parts(self, balance_minor: int, start: date, end: date) -> Iterator[Part]:
        """A balance over [start, end) by the rates that it bears."""
        within = [change.on for change in self.changes if start < change.on < end]
        for since, until in zip([start, *within], [*within, end], strict=True):
            yield Part(balance_minor, self.at(since), since, until)

    def interest(self, balance_minor: int, start: date, end: date, day_count: DayCount) -> int:
        """Interest of a balance over [start, end), split by days where the rate changes, rounded once."""
        return interest_of_parts(self.parts(balance_minor, start, end), day_count)

    def weight(self, start: date, end: date, day_count: DayCount) -> Fraction:
        """What one unit costs over [start, end), not rounded; nothing where the interval is empty or reversed."""
        if end <= start:
            return Fraction(0)
        shares = ((part.annual_rate, share_of_a_year(day_count, *part[2:])) for part in self.parts(1, start, end))
        return sum((Fraction(rate) * Fraction(*share) for rate, share in shares), Fraction(0))

    def penalty(self, multiple: Decimal, cap: Decimal) -> "Rates":
        """The rates of what is overdue: the base times the multiple, at most the cap (R-3.12, R-3.17, R-3.19)."""
        changes = (RateChange(on, min(rate * multiple, cap)) for on, rate in self.changes)
        return Rates(min(self.first * multiple, cap), tuple(changes))
