"""The closing of one business day: a run over the loans that is restarted where it stopped (domain.md §15.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate
from postloan_svc.domain.servicing.ageing import Day


class ClosingStatus(StrEnum):
    """RUNNING until every loan has been advanced and the calendar has moved."""

    RUNNING = "RUNNING"
    DONE = "DONE"


@dataclass(eq=False)
class DayClosing(Aggregate):
    """One a day. Loans are advanced in chunks in the order of their ids; what a chunk told is counted in its commit.

    `cursor` is the last loan that was advanced: whoever goes on, after a crash or beside another process, goes on
    behind it.
    """

    AUDITED_AS = "business-day"

    id: date
    status: ClosingStatus
    loans: int
    due: int
    missed: int
    requested_by: str
    started_at: datetime
    closed_at: datetime | None = None
    cursor: UUID | None = None

    @classmethod
    def begin(cls, day: date, by: str, now: datetime) -> "DayClosing":
        """A new run."""
        closing = cls(day, ClosingStatus.RUNNING, 0, 0, 0, by, now)
        closing._tell("begin_day_closing")
        return closing

    def remaining(self, loan_ids: Sequence[UUID]) -> list[UUID]:
        """Those of some loans, given by id, that are still to be advanced; none once the run is done."""
        if self.status is ClosingStatus.DONE:
            return []
        return [loan_id for loan_id in loan_ids if self.cursor is None or loan_id > self.cursor]

    def count(self, loan_ids: Sequence[UUID], told: Day) -> None:
        """Adds a chunk of remaining loans that were advanced, and what it told."""
        self.loans, self.due, self.missed = self.loans + len(loan_ids), self.due + told.due, self.missed + told.missed
        self.cursor = loan_ids[-1]
        self._tell("advance_loans")

    def finish(self, now: datetime) -> None:
        """All loans are advanced."""
        self.status, self.closed_at = ClosingStatus.DONE, now
        self._tell("finish_day_closing")

    @property
    def totals(self) -> Day:
        """What fell due and what was missed on this run."""
        return Day(self.due, self.missed)

    def _tell(self, action: str) -> None:
        self.audit(action, {"status": self.status.value, "loans": str(self.loans)})
