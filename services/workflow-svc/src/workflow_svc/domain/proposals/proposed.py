"""What one person proposes and another approves or turns down; it is kept with what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Caller, Conflict, Forbidden


class ProposedStatus(StrEnum):
    """Only what is APPROVED counts."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


VERBS = {
    ProposedStatus.PROPOSED: "propose",
    ProposedStatus.APPROVED: "approve",
    ProposedStatus.REJECTED: "reject",
    ProposedStatus.WITHDRAWN: "withdraw",
}


@dataclass(eq=False, kw_only=True)
class Proposed(Aggregate):
    """Something that needs a second person. Why it was decided so stays here and in no message."""

    id: UUID
    proposed_by: str
    proposed_at: datetime
    status: ProposedStatus = ProposedStatus.PROPOSED
    decided_by: str | None = None
    decided_at: datetime | None = None
    decision_reason: str | None = None

    def said(self) -> dict[str, str]:
        """What is audited of what it says."""
        raise NotImplementedError

    def propose(self) -> None:
        """Tells that it waits for another person."""
        self._tell()

    def approve(self, by: Caller, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `second-person-required` to the proposer, Conflict `proposal-decided`."""
        self._require_other(by)
        self._decide(ProposedStatus.APPROVED, by, reason, now)

    def reject(self, by: Caller, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `second-person-required` to the proposer, who withdraws, Conflict `proposal-decided`."""
        self._require_other(by)
        self._decide(ProposedStatus.REJECTED, by, reason, now)

    def withdraw(self, by: Caller, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `not-own-proposal`, Conflict `proposal-decided`."""
        if by.subject != self.proposed_by:
            raise Forbidden("not-own-proposal", "who proposed it withdraws it; others reject it")
        self._decide(ProposedStatus.WITHDRAWN, by, reason, now)

    def _require_other(self, by: Caller) -> None:
        if by.subject == self.proposed_by:
            raise Forbidden("second-person-required", "another person than the proposer decides")

    def _decide(self, status: ProposedStatus, by: Caller, reason: str | None, now: datetime) -> None:
        if self.status is not ProposedStatus.PROPOSED:
            raise Conflict("proposal-decided", f"the proposal is {self.status} since {self.decided_at}")
        self.status, self.decided_by, self.decided_at, self.decision_reason = status, by.subject, now, reason
        self._tell()

    def _tell(self) -> None:
        action = f"{VERBS[self.status]}_{self.AUDITED_AS.replace('-', '_')}"
        self.audit(action, {"proposed_by": self.proposed_by} | self.said())
