"""A decision graph that somebody wants in force: proposed by one person after its checks, approved by another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from loan_contracts.message import JsonObject
from loan_servicekit.core import Aggregate, Caller, Conflict, Forbidden


class ProposalStatus(StrEnum):
    """An APPROVED one came into force, until a later one did."""

    PROPOSED = "PROPOSED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


@dataclass
class PolicyProposal(Aggregate):
    """The graph, its examples, and what a back-test found when it was proposed."""

    AUDITED_AS: ClassVar[str] = "policy"

    id: UUID
    name: str
    policy_version: str
    content: str
    examples: JsonObject
    backtest: JsonObject
    reason: str
    status: ProposalStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None = None
    decided_at: datetime | None = None
    decision_reason: str | None = None

    def propose(self) -> None:
        """Tells of the proposal."""
        self._told("propose_policy")

    def require_approvable(self, by: Caller) -> None:
        """Raises Forbidden to the proposer, Conflict where it is decided."""
        self._require_other(by)
        self._require_open()

    def approve(self, by: Caller, now: datetime) -> None:
        """From now on it decides; it must be approvable."""
        self._decide(ProposalStatus.APPROVED, by, now)
        self._told("approve_policy")

    def reject(self, by: Caller, now: datetime, reason: str) -> None:
        """Raises Forbidden to the proposer, Conflict where it is decided."""
        self.require_approvable(by)
        self._decide(ProposalStatus.REJECTED, by, now, reason)
        self._told("reject_policy")

    def withdraw(self, by: Caller, now: datetime) -> None:
        """Raises Forbidden to everybody but the proposer, Conflict where it is decided."""
        if by.subject != self.proposed_by:
            raise Forbidden("not-own-proposal", "who proposed it withdraws it; others reject it")
        self._require_open()
        self._decide(ProposalStatus.WITHDRAWN, by, now)
        self._told("withdraw_policy")

    def _require_other(self, by: Caller) -> None:
        if by.subject == self.proposed_by:
            raise Forbidden("second-person-required", "another person than the proposer decides on a policy")

    def _require_open(self) -> None:
        if self.status is not ProposalStatus.PROPOSED:
            raise Conflict("policy-proposal-decided", f"the proposal is {self.status}")

    def _decide(self, status: ProposalStatus, by: Caller, now: datetime, reason: str | None = None) -> None:
        self.status, self.decided_by, self.decided_at, self.decision_reason = status, by.subject, now, reason

    def _told(self, action: str) -> None:
        self.audit(action, {"policy_version": self.policy_version})
