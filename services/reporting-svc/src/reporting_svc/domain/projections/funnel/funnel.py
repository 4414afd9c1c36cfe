"""The funnel: of the applications submitted on some days, how many came how far, and how fast (domain.md §13.1)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from loan_contracts.decisions import Outcome
from loan_servicekit.core import BUSINESS_ZONE, Invalid

MOST_DAYS = 366
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)


class Percentiles(NamedTuple):
    """Milliseconds by nearest rank over so many measured; None where nothing was."""

    measured: int
    p50: int | None
    p99: int | None


class OutcomeCount(NamedTuple):
    """Decisions of one outcome."""

    outcome: Outcome
    automatic: int
    manual: int


class FunnelRow(NamedTuple):
    """Unique applications of one day and product; of all together where both are None."""

    day: date | None
    product_code: str | None
    submitted: int
    decided: int
    outcomes: list[OutcomeCount]
    offered: int
    signed: int
    disbursed: int
    withdrawn: int
    decision: Percentiles
    automatic_decision: Percentiles
    money: Percentiles


def window(first: date, last: date, since: datetime | None) -> tuple[datetime, datetime]:
    """The instants between which submissions count: whole business days, at the earliest from `since` on.

    Raises Invalid `range-invalid` where the days are in the wrong order or too many.
    """
    if not EARLIEST <= first <= last <= LATEST or (last - first).days >= MOST_DAYS:
        between = f"both lie between {EARLIEST} and {LATEST}, at most {MOST_DAYS} days apart"
        raise Invalid("range-invalid", f"`from` is not after `to`, {between}")
    begin = datetime.combine(first, time(), BUSINESS_ZONE).astimezone(UTC)
    end = datetime.combine(last + timedelta(days=1), time(), BUSINESS_ZONE).astimezone(UTC)
    return (begin, end) if since is None else (min(max(since, begin), end), end)
