"""A version of a process that one person proposes and another publishes; what was proposed and decided is kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Conflict, Forbidden


class ProposalStatus(StrEnum):
    """Only what is APPROVED is published."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


ACTIONS = {
    ProposalStatus.PROPOSED: "propose_process",
    ProposalStatus.APPROVED: "approve_process",
    ProposalStatus.REJECTED: "reject_process",
    ProposalStatus.WITHDRAWN: "withdraw_process",
}


@dataclass(eq=False)
class ProcessProposal(Aggregate):
    """A process as it was drawn, checked when it was proposed and again when it is approved. Why it was decided so
    stays here and in no message. `published_version` is the number that it got."""

    AUDITED_AS = "process"

    id: UUID
    code: str
    name: str
    sha256: str
    bpmn: str
    proposed_by: str
    proposed_at: datetime
    status: ProposalStatus = ProposalStatus.PROPOSED
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None
    published_version: int | None = None

    def propose(self) -> None:
        """Tells that it waits for another person."""
        self._tell()

    def approve(self, by: str, reason: str | None, version: int, now: datetime) -> None:
        """It is published. Raises Forbidden `maker-not-checker`, Conflict `process-proposal-decided`."""
        self.require_decidable(by)
        self.published_version = version
        self._decide(ProposalStatus.APPROVED, by, reason, now)

    def reject(self, by: str, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `maker-not-checker`, Conflict `process-proposal-decided`."""
        self.require_decidable(by)
        self._decide(ProposalStatus.REJECTED, by, reason, now)

    def withdraw(self, by: str, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `not-own-proposal`, Conflict `process-proposal-decided`."""
        if by != self.proposed_by:
            raise Forbidden("not-own-proposal", "who proposed it withdraws it; others reject it")
        self._require_open()
        self._decide(ProposalStatus.WITHDRAWN, by, reason, now)

    def require_decidable(self, by: str) -> None:
        """Raises Forbidden `maker-not-checker` to the proposer, Conflict `process-proposal-decided`."""
        if by == self.proposed_by:
            raise Forbidden("maker-not-checker", "another person than the proposer decides")
        self._require_open()

    def _require_open(self) -> None:
        if self.status is not ProposalStatus.PROPOSED:
            raise Conflict("process-proposal-decided", f"the proposal is {self.status} since {self.decided_at}")

    def _decide(self, status: ProposalStatus, by: str, reason: str | None, now: datetime) -> None:
        self.status, self.decided_by, self.decided_at, self.reason = status, by, now, reason
        self._tell()

    def _tell(self) -> None:
        detail = {"code": self.code, "sha256": self.sha256, "proposed_by": self.proposed_by}
        self.audit(ACTIONS[self.status], detail)
