"""Accounting periods: months that two people close, and open again."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loan_servicekit.core import Aggregate, Caller, Conflict, FieldError
from postloan_svc.domain.two_people import require_second_person


class PeriodStatus(StrEnum):
    """A month of which nobody has said anything is open."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


def month_of(day: date) -> str:
    """The period of a day: 2026-03."""
    return f"{day:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Periods:
    """Which periods are closed."""

    closed: frozenset[str]

    def require_open(self, day: date, pointer: str = "/business_date") -> None:
        """Raises Conflict `period-closed` where a day lies in a closed period."""
        if month_of(day) in self.closed:
            detail = f"{day} lies in a period that is closed; two people may open it again"
            raise Conflict("period-closed", detail, [FieldError(pointer, "period-closed", detail)])


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """What decides whether a period may change: the open business day, the closed periods, the earlier ones that have
    entries, and whether books and ledger agreed at its end."""

    business_date: date
    periods: Periods
    with_entries: frozenset[str]
    agrees: bool


@dataclass(eq=False)
class AccountingPeriod(Aggregate):
    """A month of the books. `wanted` is what somebody has asked for and nobody has decided."""

    AUDITED_AS = "accounting-period"

    id: str
    state: PeriodStatus = PeriodStatus.OPEN
    wanted: PeriodStatus | None = None
    reason: str | None = None
    requested_by: str | None = None
    requested_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None

    def ask(self, wanted: PeriodStatus, reason: str, by: Caller, facts: PeriodFacts, now: datetime) -> None:
        """Asks for the closing or the reopening. Raises Conflict `period-change-open`, and as `_require` does."""
        if self.wanted is not None:
            raise Conflict("period-change-open", f"{self.id}: {self.requested_by} has asked for {self.wanted} already")
        self._require(wanted, facts)
        self.wanted, self.reason, self.requested_by, self.requested_at = wanted, reason, by.subject, now
        self.decided_by = self.decided_at = None
        self.audit("request_period_change", {"wanted": wanted.value})

    def decide(self, approve: bool, by: Caller, facts: PeriodFacts, now: datetime) -> None:
        """Another person does it or says no. Raises Conflict `period-change-not-asked`, Forbidden
        `second-person-required`, and as `_require` does."""
        if self.wanted is None:
            raise Conflict("period-change-not-asked", f"nobody has asked to change {self.id}")
        require_second_person(by.subject, self.requested_by)
        if approve:
            self._require(self.wanted, facts)
            self.state = self.wanted
        self.wanted, self.decided_by, self.decided_at = None, by.subject, now
        self.audit("decide_period_change", {"status": self.state.value, "approved": str(approve).lower()})

    def _require(self, wanted: PeriodStatus, facts: PeriodFacts) -> None:
        """Raises Conflict `period-unchanged`, `period-not-over`, `period-out-of-order`, `period-does-not-agree`."""
        if wanted is self.state:
            raise Conflict("period-unchanged", f"{self.id} is {self.state}")
        closed = facts.periods.closed
        if wanted is PeriodStatus.OPEN:
            if later := sorted(each for each in closed if each > self.id):
                raise Conflict("period-out-of-order", f"{later[-1]} is closed; open the later ones first")
            return
        if self.id >= month_of(facts.business_date):
            raise Conflict("period-not-over", f"{self.id} has days that are not closed")
        if open_ones := sorted(each for each in facts.with_entries if each < self.id and each not in closed):
            raise Conflict("period-out-of-order", f"{open_ones[0]} is open; close the earlier ones first")
        if not facts.agrees:
            raise Conflict("period-does-not-agree", f"books and ledger differ at the end of {self.id}; see the breaks")
