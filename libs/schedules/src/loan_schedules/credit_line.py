"""随借随还: a line that is drawn and repaid at will, with interest for each day (domain.md §3.1, E6, R-3.31)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from loan_contracts.money import months_later
from loan_contracts.values import DayCount
from loan_schedules.interest import Part, interest_of_parts
from loan_servicekit.core import Conflict, Invalid

SETTLED_UP_TO = 20  # interest of [21st, this 21st) is settled with the 20th as its last day (domain.md §3.5)


class Movement(NamedTuple):
    """Principal that is drawn (above 0) or repaid (below 0) on a day. Within a day only the sum counts."""

    on: date
    amount_minor: int


class Reservation(NamedTuple):
    """An amount that is held for a draw, from a day until it is used or lapses."""

    since: date
    until: date
    amount_minor: int


class Settlement(NamedTuple):
    """Interest of [start, end), asked for on its last day."""

    start: date
    end: date
    interest_minor: int


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A line over its life; every change makes another. Draws are possible in [opens_on, expires_on)."""

    limit_minor: int
    annual_rate: Decimal
    opens_on: date
    expires_on: date
    day_count: DayCount = DayCount.ACT_360
    movements: tuple[Movement, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    frozen_on: tuple[tuple[date, date | None], ...] = ()

    def owed_minor(self, day: date) -> int:
        """The principal owed at the end of a day."""
        return sum(movement.amount_minor for movement in self.movements if movement.on <= day)

    def frozen(self, day: date) -> bool:
        """Whether the line is frozen on a day: what is owed stays owed, nothing more is drawn."""
        return any(since <= day and (until is None or day < until) for since, until in self.frozen_on)

    def available_minor(self, day: date) -> int:
        """What can be drawn on a day: the limit less what is owed then or at any later movement, and what is held."""
        if self.frozen(day) or not self.opens_on <= day < self.expires_on:
            return 0
        later = [movement.on for movement in self.movements if movement.on > day]
        return max(0, min(self._free_minor(each) for each in [day, *later]))

    def reserve(self, since: date, until: date, amount_minor: int) -> "CreditLine":
        """Holds an amount for a draw. Raises Conflict as `draw` does."""
        self._require_available(since, amount_minor)
        return replace(self, reservations=(*self.reservations, Reservation(since, until, amount_minor)))

    def release(self, reservation: Reservation) -> "CreditLine":
        """Lets an amount go that was held. Raises Conflict `credit-line-not-reserved`."""
        if reservation not in self.reservations:
            raise Conflict("credit-line-not-reserved", "this amount is not held")
        held = list(self.reservations)
        held.remove(reservation)
        return replace(self, reservations=tuple(held))

    def draw(self, on: date, amount_minor: int) -> "CreditLine":
        """Draws principal. Raises Conflict `credit-line-frozen`, `credit-line-closed`, `credit-line-exceeded`."""
        self._require_available(on, amount_minor)
        return replace(self, movements=(*self.movements, Movement(on, amount_minor)))

    def repay(self, on: date, amount_minor: int) -> "CreditLine":
        """Repays principal. Raises Conflict `credit-line-overpaid` where less is owed, then or later."""
        _require_amount(amount_minor)
        later = [movement.on for movement in self.movements if movement.on > on]
        if amount_minor > min(self.owed_minor(each) for each in [on, *later]):
            raise Conflict("credit-line-overpaid", f"{self.owed_minor(on)} minor units are owed on {on}")
        return replace(self, movements=(*self.movements, Movement(on, -amount_minor)))

    def freeze(self, since: date, until: date | None = None) -> "CreditLine":
        """Stops draws from a day on, until another or until further notice."""
        return replace(self, frozen_on=(*self.frozen_on, (since, until)))

    def interest_minor(self, start: date, end: date) -> int:
        """Interest of [start, end): each day on what is owed at its end, added exactly, rounded once (R-0.3)."""
        days = sorted({start, end, *(each.on for each in self.movements if start < each.on < end)})
        parts = (Part(self.owed_minor(since), self.annual_rate, since, until) for since, until in pairwise(days))
        return interest_of_parts(parts, self.day_count)

    def settlements(self, until: date) -> Iterator[Settlement]:
        """Interest month by month as it is asked for, the last one up to a day."""
        start, number = self.opens_on, 0
        first = months_later(self.opens_on, 0, SETTLED_UP_TO) + timedelta(days=1)
        while start < until:
            end = min(months_later(first, number), until)
            number += 1
            if end > start:
                yield Settlement(start, end, self.interest_minor(start, end))
                start = end

    def _free_minor(self, day: date) -> int:
        held = sum(each.amount_minor for each in self.reservations if each.since <= day < each.until)
        return self.limit_minor - self.owed_minor(day) - held

    def _require_available(self, day: date, amount_minor: int) -> None:
        _require_amount(amount_minor)
        if not self.opens_on <= day < self.expires_on:
            raise Conflict("credit-line-closed", f"the line is open from {self.opens_on} until {self.expires_on}")
        if self.frozen(day):
            raise Conflict("credit-line-frozen", f"the line is frozen on {day}")
        if amount_minor > (available := self.available_minor(day)):
            raise Conflict("credit-line-exceeded", f"{available} minor units are available on {day}")


def _require_amount(amount_minor: int) -> None:
    if amount_minor <= 0:
        raise Invalid("credit-line-amount-invalid", f"{amount_minor} minor units; the amount must be above 0")
