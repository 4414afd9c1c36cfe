"""The closing of one business day: a run over the loans that is restarted where it stopped (domain.md §15.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loan_contracts.messages import AuditRecorded
from loan_servicekit.core import Aggregate
from postloan_svc.domain.ageing import Day


class ClosingStatus(StrEnum):
    """RUNNING until every loan has been advanced and the calendar has moved."""

    RUNNING = "RUNNING"
    DONE = "DONE"


@dataclass(eq=False)
class DayClosing(Aggregate):
    """One a day. Loans are advanced in chunks; what each chunk told is counted with it, in one commit."""

    id: date
    status: ClosingStatus
    loans: int
    due: int
    missed: int
    requested_by: str
    started_at: datetime
    closed_at: datetime | None = None

    @classmethod
    def begin(cls, day: date, by: str, now: datetime) -> "DayClosing":
        """A new run."""
        closing = cls(day, ClosingStatus.RUNNING, 0, 0, 0, by, now)
        closing._audit("begin_day_closing")
        return closing

    def count(self, loans: int, told: Day) -> None:
        """Adds a chunk of loans that were advanced."""
        self.loans, self.due, self.missed = self.loans + loans, self.due + told.due, self.missed + told.missed
        self._audit("advance_loans")

    def finish(self, now: datetime) -> None:
        """All loans are advanced."""
        self.status, self.closed_at = ClosingStatus.DONE, now
        self._audit("finish_day_closing")

    @property
    def totals(self) -> Day:
        """What fell due and what was missed on this run."""
        return Day(self.due, self.missed)

    def _audit(self, action: str) -> None:
        detail = {"status": self.status.value, "loans": str(self.loans)}
        self.record(AuditRecorded, subject_type="business-day", subject_id=str(self.id), action=action, detail=detail)
