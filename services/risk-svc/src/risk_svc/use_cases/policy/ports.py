"""What use cases and routes of policies need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from loan_contracts.message import JsonObject
from risk_svc.domain.policy.backtest import PolicyBacktest
from risk_svc.domain.policy.finding import Finding
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
    """Which policy decides, in the transaction of a use case."""

    async def version(self, name: str) -> str | None:
        """The version in force."""

    async def put(self, proposal: PolicyProposal, approved_by: str) -> None:
        """Puts a proposal in force in place of the policy before it. Raises Conflict where it is in force already."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A policy's version, what is wrong with it, and what it does to the sample; no back-test of what is wrong."""

    version: str
    findings: Sequence[Finding]
    backtest: PolicyBacktest | None


class PolicyDesk(Protocol):
    """Where policies are examined before they are proposed or approved."""

    @property
    def name(self) -> str:
        """The policy that decides here."""

    async def examined(self, content: str, examples: JsonObject) -> Examined:
        """Checks a graph and runs it on the sample."""

    async def registered(self, version: str) -> tuple[str, JsonObject] | None:
        """The graph and the examples of a version that was registered."""

    async def refresh_if_possible(self) -> None:
        """Takes what is in force; an outage leaves what is."""


@dataclass(frozen=True, slots=True)
class RegisteredPolicy:
    """A decision graph as registered."""

    version: str
    name: str
    content: JsonObject
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
