"""The loan prime rate, and rates that are tied to it (domain.md §2.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from loan_contracts.money import months_later
from loan_contracts.values import FloatingRate, Reprice, Tenor
from loan_schedules.rates import RateChange, Rates
from loan_servicekit.core import Invalid

SOURCE = "PBOC/同业拆借中心"
MONTHS_OF_A_YEAR = 12
LAST_YEAR = 9000


class Quote(NamedTuple):
    """What was published on a day, in percent. It is used from the day after (R-2.17)."""

    published_on: date
    one_year: str
    five_years: str

    def of(self, tenor: Tenor) -> str:
        """The rate of a tenor, in percent."""
        return self.one_year if tenor is Tenor.ONE_YEAR else self.five_years


QUOTES = (
    Quote(date(2019, 8, 20), "4.25", "4.85"),
    Quote(date(2019, 9, 20), "4.20", "4.85"),
    Quote(date(2019, 11, 20), "4.15", "4.80"),
    Quote(date(2020, 2, 20), "4.05", "4.75"),
    Quote(date(2020, 4, 20), "3.85", "4.65"),
    Quote(date(2021, 12, 20), "3.80", "4.65"),
    Quote(date(2022, 1, 20), "3.70", "4.60"),
    Quote(date(2022, 5, 20), "3.70", "4.45"),
    Quote(date(2022, 8, 22), "3.65", "4.30"),
    Quote(date(2023, 6, 20), "3.55", "4.20"),
    Quote(date(2023, 8, 21), "3.45", "4.20"),
    Quote(date(2024, 2, 20), "3.45", "3.95"),
    Quote(date(2024, 7, 22), "3.35", "3.85"),
    Quote(date(2024, 10, 21), "3.10", "3.60"),
    Quote(date(2025, 5, 20), "3.00", "3.50"),
)
"""The days on which either rate changed; unchanged through 2026-07-20 (domain.md §2.4)."""


def changes(tenor: Tenor) -> list[tuple[date, str]]:
    """The days of publication on which a tenor's rate changed, in percent: what parameter tables are seeded with."""
    found: list[tuple[date, str]] = []
    for quote in QUOTES:
        if not found or found[-1][1] != quote.of(tenor):
            found.append((quote.published_on, quote.of(tenor)))
    return found


def quoted(tenor: Tenor, day: date, quotes: Sequence[Quote] = QUOTES) -> Decimal:
    """The LPR to use on a day: the latest published on or before the day before (R-2.17).

    Raises Invalid `lpr-not-quoted` before the first.
    """
    known = [quote for quote in quotes if quote.published_on < day]
    if not known:
        raise Invalid("lpr-not-quoted", f"no LPR was published before {day}")
    return Decimal(max(known).of(tenor)) / 100


@dataclass(frozen=True, slots=True)
class LprLink:
    """A rate that is an LPR and a number of basis points, read anew every so many months (R-2.16).

    A cycle shorter than a year is allowed since 2024-11-01 (PBOC 公告〔2024〕11号); 0 months: never read again.
    """

    tenor: Tenor
    spread_bp: int
    cycle_months: int = 12
    reprice: Reprice = Reprice.ANNIVERSARY

    def rate_on(self, day: date, quotes: Sequence[Quote] = QUOTES) -> Decimal:
        """The annual rate as read on a day."""
        return quoted(self.tenor, day, quotes) + Decimal(self.spread_bp) / 10_000

    @classmethod
    def of(cls, tied: FloatingRate) -> "LprLink":
        """As a contract says it."""
        return cls(tied.tenor, tied.spread_bp, tied.cycle_months, tied.reprice)

    def next_reading(self, value_date: date, after: date) -> date | None:
        """The first day after one on which the rate is read anew; None: never."""
        return next(self._readings(value_date, after), None)

    def repricing_days(self, value_date: date, maturity: date) -> list[date]:
        """The days after the value date and before maturity on which the rate is read anew."""
        return list(takewhile(lambda each: each < maturity, self._readings(value_date, value_date)))

    def _readings(self, value_date: date, after: date) -> Iterator[date]:
        if not self.cycle_months:
            return
        origin = date(value_date.year, 1, 1) if self.reprice is Reprice.FIRST_OF_JANUARY else value_date
        passed = (after.year - origin.year) * MONTHS_OF_A_YEAR + after.month - origin.month
        number = max(1, passed // self.cycle_months)
        while (day := months_later(origin, number * self.cycle_months)).year < LAST_YEAR:
            if day > after and day > value_date:
                yield day
            number += 1

    def rates(self, value_date: date, maturity: date, quotes: Sequence[Quote] = QUOTES) -> Rates:
        """The rates of a loan over its life, as far as quotes are known: a day that changes nothing is no change."""
        first = rate = self.rate_on(value_date, quotes)
        found: list[RateChange] = []
        for day in self.repricing_days(value_date, maturity):
            if (read := self.rate_on(day, quotes)) != rate:
                found.append(RateChange(day, read))
                rate = read
        return Rates(first, tuple(found))
