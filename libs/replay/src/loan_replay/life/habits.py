"""When a borrower pays: what the data set knows of him, and for the rest chance by seed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from loan_datasets.borrower import Borrower
from loan_datasets.splits import CODES_FROM

ENDS_EARLY, REPAYS_A_PART, FORGETS = 0.12, 0.06, 0.04  # shares: the data set says nothing about these
FEW_DAYS = (1, 9)
A_MONTH_LATE, TWO_MONTHS_LATE = (30, 59), (60, 89)
BAD_WITHIN_DAYS = 120  # who stops so long before the end is more than 90 days past due by then


@dataclass(frozen=True, slots=True)
class Habits:
    """`pays_on` are the days on which he pays all that is due then; after the last one he has stopped, or is done.

    `ends_on` is the day on which he repays everything, `part_on` the one on which he repays a part, each before its
    term.
    """

    pays_on: list[date] = field(default_factory=list)
    ends_on: date | None = None
    part_on: date | None = None

    @property
    def days(self) -> list[date]:
        """All days on which he does something."""
        return sorted({*self.pays_on, *filter(None, (self.ends_on, self.part_on))})


def habits(borrower: Borrower, due: Sequence[date], until: date, seed: int) -> Habits:
    """What a borrower does about instalments that fall due on these days, the same for the same seed, always.

    Who defaulted in the data set (seriously delinquent within two years) stops paying in time for it to be seen by
    `until`. Who was late there is late as often, and as many days. Who never was may repay early, as others do.
    """
    lots = Random(f"{seed}:{borrower.row}")
    if borrower.defaulted:
        seen = [day for day in due if day <= until - timedelta(days=BAD_WITHIN_DAYS)]
        return Habits(list(due[: lots.randrange(max(1, len(seen)))]))
    delays = _delays(borrower, len(due), lots)
    pays_on: list[date] = []
    for day, delay in zip(due, delays, strict=True):
        pays_on.append(max(day + timedelta(days=delay), *pays_on[-1:], date.min))
    early = lots.random()
    if any(delays) or len(due) < 3 or early >= ENDS_EARLY + REPAYS_A_PART:
        return Habits(sorted(set(pays_on)))
    turn = lots.randrange(1, len(due) - 1)
    on = due[turn] + timedelta(days=lots.randint(3, 20))
    if early < ENDS_EARLY:
        return Habits([day for day in pays_on if day < on], ends_on=on)
    return Habits(pays_on, part_on=on)


def _delays(borrower: Borrower, instalments: int, lots: Random) -> list[int]:
    """How many days late each instalment is paid: as often a month and two months late as the data set counts."""
    delays = [lots.randint(*FEW_DAYS) if lots.random() < FORGETS else 0 for _ in range(instalments)]
    for count, days in ((borrower.late_30_59, A_MONTH_LATE), (borrower.late_60_89, TWO_MONTHS_LATE)):
        times = 0 if count >= CODES_FROM else min(count, instalments)
        for number in lots.sample(range(instalments), times):
            delays[number] = lots.randint(*days)
    return delays
