"""What use cases and routes of policies need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from risk_svc.domain.policy.proposal import PolicyProposal


class Proposals(Protocol):
    """The proposed policies of this unit of work."""

    def add(self, aggregate: PolicyProposal) -> None:
        """Takes in a new proposal."""

    async def get(self, id: UUID) -> PolicyProposal:
        """A proposal; raises NotFound."""


class UnitOfWork(Protocol):
    """One transaction."""

    policy_proposals: Proposals


class PoliciesInForce(Protocol):
    """Which policy decides."""

    async def version(self, uow: Any, name: str) -> str | None:
        """The version in force, seen by a unit of work."""

    async def put(self, uow: Any, proposal: PolicyProposal, approved_by: str, now: datetime) -> None:
        """Puts a proposal in force in place of the policy before it."""


@dataclass(frozen=True, slots=True)
class RegisteredPolicy:
    """A decision graph as registered."""

    version: str
    name: str
    content: dict[str, Any]
    active: bool
    registered_at: datetime
    approved_by: str


class PolicyQueries(Protocol):
    """Reads for the API."""

    async def policies(self) -> Sequence[RegisteredPolicy]:
        """All registered decision graphs, newest first."""

    async def proposals(self, before: UUID | None, limit: int) -> Sequence[PolicyProposal]:
        """Proposed policies, newest first."""

    async def proposal(self, proposal_id: UUID) -> PolicyProposal | None:
        """One proposed policy."""
