"""The attempts of one time of day: a run over the agreements, in chunks, each counted in its own commit."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Aggregate


@dataclass(eq=False)
class DebitRun(Aggregate):
    """`after` is the last agreement that was looked at. Whoever goes on, after a crash or beside another process,
    goes on behind it."""

    AUDITED_AS = "debit-run"

    id: str
    business_date: date
    slot: str
    after: UUID | None = None
    debits: int = 0
    amount_minor: int = 0
    ended_at: datetime | None = None

    @classmethod
    def of(cls, day: date, slot: str) -> "DebitRun":
        """The run of a time of day."""
        return cls(run_id(day, slot), day, slot)

    def passed(self, last: UUID | None, debits: int, amount_minor: int, now: datetime) -> None:
        """A chunk was gone over; without a last agreement there are no more."""
        self.debits, self.amount_minor = self.debits + debits, self.amount_minor + amount_minor
        if last is None:
            self.ended_at = now
        else:
            self.after = last
        self.audit("run_debits", {"debits": str(debits), "amount_minor": str(amount_minor)})


def run_id(day: date, slot: str) -> str:
    """There is one run a day and time."""
    return f"{day}T{slot}"
