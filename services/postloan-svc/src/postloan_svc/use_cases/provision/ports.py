"""What is asked of the daily records of all loans."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from postloan_svc.domain.classification.risk_class import RiskClass


class ClassLine(NamedTuple):
    """Loans of one class, stage and bucket at the end of a day."""

    risk_class: RiskClass
    stage: int
    bucket: str
    loans: int
    outstanding_minor: int
    overdue_minor: int
    overdue_90_minor: int
    loss_minor: int


class BucketFlow(NamedTuple):
    """A bucket on two days: its balances, and what has come into it from the bucket before."""

    bucket: str
    was_minor: int
    now_minor: int
    rolled_minor: int


class ClassMove(NamedTuple):
    """Loans that were in one class on a day and are in another on a later one; None: they have ended."""

    was: RiskClass
    now: RiskClass | None
    loans: int
    was_minor: int
    now_minor: int


class Collected(NamedTuple):
    """What became of the loans of a bucket by a later day."""

    bucket: str
    loans: int
    cured: int
    overdue_minor: int
    collected_minor: int


class VintagePoint(NamedTuple):
    """The loans of a month, so many months later: what is bad of what was lent."""

    cohort: date
    lent_minor: int
    loans: int
    day: date
    mob: int
    bad_minor: int
    bad_loans: int


class Defaulted(NamedTuple):
    """Loans of a product whose nth instalment has been due for so many days, and those that had not paid it then."""

    product_code: str
    loans: int
    lent_minor: int
    unpaid: int
    unpaid_minor: int


class PortfolioQueries(Protocol):
    """Reads of the daily records; a branch narrows them."""

    async def recorded_day(self, up_to: date | None) -> date | None:
        """The last day that was recorded, up to one."""

    async def classes(self, day: date, branch: str | None) -> Sequence[ClassLine]:
        """All running loans at the end of a day."""

    async def allowance_minor(self, day: date, branch: str | None) -> int:
        """What the general ledger has set aside by the end of a day."""

    async def flows(self, first: date, last: date, branch: str | None) -> Sequence[BucketFlow]:
        """The buckets on two days, in their order."""

    async def moves(self, first: date, last: date, branch: str | None) -> Sequence[ClassMove]:
        """From each class to each."""

    async def collected(self, first: date, last: date, branch: str | None) -> Sequence[Collected]:
        """By the bucket of the first day."""

    async def ever_vintages(
        self, first: date, before: date, dpd_over: int, branch: str | None
    ) -> Sequence[VintagePoint]:
        """Of loans paid out in some months: by each month end, those that ever were so many days past due."""

    async def vintages(self, first: date, before: date, dpd_over: int, branch: str | None) -> Sequence[VintagePoint]:
        """Of loans paid out in some months: at each month end, those more than so many days past due."""

    async def defaults(self, day: date, days: int, instalment: int, branch: str | None) -> Sequence[Defaulted]:
        """By product: of the loans whose nth instalment has been due for so many days by a day."""
