"""A verification of the evidence chain that is carried on from piece to piece, whoever interrupts it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from loan_servicekit.core import Aggregate, Conflict
from reporting_svc.domain.evidence.chain import Fault, FaultCode, Head
from reporting_svc.domain.evidence.seals import UNMARKED, Marks

A_DAY = timedelta(days=1)


class Scope(StrEnum):
    """WHOLE: every entry. DAY: every seal, and the entries behind the last seal that is older than a day."""

    WHOLE = "WHOLE"
    DAY = "DAY"


class VerificationState(StrEnum):
    """RUNNING until it HOLDS, or is BROKEN at the first fault."""

    RUNNING = "RUNNING"
    HOLDS = "HOLDS"
    BROKEN = "BROKEN"


@dataclass
class Verification(Aggregate):
    """From behind `first` to `last`, the head when it began; `position` is the last entry that was found good.

    The mark is over all that is stored: who moves a verification on in the table, or ends it, is found by it.
    """

    AUDITED_AS: ClassVar[str] = "evidence-verification"

    id: UUID
    scope: Scope
    first: Head
    last: Head
    started_by: str
    started_at: datetime
    position: Head
    moved_at: datetime
    state: VerificationState = VerificationState.RUNNING
    ended_at: datetime | None = None
    broken_at: int | None = None
    code: FaultCode | None = None
    detail: str = ""
    mark: str = UNMARKED

    @property
    def said(self) -> tuple[object, ...]:
        """What the mark covers."""
        heads = [(head.seq, head.hash.hex()) for head in (self.first, self.last, self.position)]
        found = (self.state.value, self.broken_at, self.code.value if self.code else None, self.detail)
        times = [at.timestamp() if at else None for at in (self.started_at, self.moved_at, self.ended_at)]
        return ("verification", str(self.id), self.scope.value, heads, *found, self.started_by, times)

    @property
    def entries(self) -> int:
        """How many entries were found good."""
        return self.position.seq - self.first.seq

    @property
    def of(self) -> int:
        """How many entries there are to check."""
        return self.last.seq - self.first.seq

    def is_ours(self, marks: Marks) -> bool:
        """Whether what is stored of it is what the service has written."""
        return marks.bears(self.mark, *self.said)

    def begin(self, marks: Marks) -> None:
        """Says in the audit log that it has begun."""
        self.audit("start_verification", {"scope": self.scope.value, "from": str(self.first.seq + 1)})
        self.mark = marks.of(*self.said)

    def advance(self, before: int, position: Head, fault: Fault | None, marks: Marks, now: datetime) -> None:
        """Goes on from `before` to `position`, or ends there.

        Raises Conflict `verification-moved` where another process was faster.
        """
        if self.state is not VerificationState.RUNNING or self.position.seq != before:
            raise Conflict("verification-moved", f"the verification is {self.state} at entry {self.position.seq}")
        self.position, self.moved_at = position, now
        if fault:
            self.state, self.broken_at, self.code, self.detail = VerificationState.BROKEN, *fault
        elif position.seq >= self.last.seq:
            self.state = VerificationState.HOLDS
        if self.state is not VerificationState.RUNNING:
            self.ended_at = now
            where = {"broken_at": str(self.broken_at), "code": str(self.code)} if fault else {}
            self.audit("finish_verification", {"state": self.state.value, "entries": str(self.entries), **where})
        else:
            self.audit("advance_verification", {"position": str(position.seq)})
        self.mark = marks.of(*self.said)


def is_broken(day: Verification | None, whole: Verification | None, marks: Marks) -> bool:
    """Whether the chain is known not to hold, from the verifications of either scope that have ended last.

    What a verification of the whole has found, only another one of the whole clears; one of a day reads less.
    """
    if any(report and not report.is_ours(marks) for report in (day, whole)):
        return True
    if whole and whole.state is VerificationState.BROKEN:
        return True
    if day is None or day.state is not VerificationState.BROKEN:
        return False
    return whole is None or day.ended_at is None or whole.started_at <= day.ended_at
