"""What the use cases need of the unit of work, of the reads, and of the engine that assesses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.domain.policy.proposal import PolicyProposal


class Assessments(Protocol):
    """The assessments of this unit of work."""

    def add(self, aggregate: AssessmentRecord) -> None:
        """Takes in a new assessment."""


class Proposals(Protocol):
    """The proposed policies of this unit of work."""

    def add(self, aggregate: PolicyProposal) -> None:
        """Takes in a new proposal."""

    async def get(self, id: UUID) -> PolicyProposal:
        """A proposal; raises NotFound."""


class UnitOfWork(Protocol):
    """One transaction."""

    assessments: Assessments
    policy_proposals: Proposals


class PoliciesInForce(Protocol):
    """Which policy decides."""

    async def version(self, uow: Any, name: str) -> str | None:
        """The version in force, seen by a unit of work."""

    async def put(self, uow: Any, proposal: PolicyProposal, approved_by: str, now: datetime) -> None:
        """Puts a proposal in force in place of the policy before it."""


@dataclass(frozen=True, slots=True)
class RegisteredModel:
    """A model and its scorecard as registered: versions, the data's hash and the metrics stand in the card."""

    version: str
    scorecard_version: str
    card: dict[str, Any]
    active: bool
    registered_at: datetime


@dataclass(frozen=True, slots=True)
class RegisteredPolicy:
    """A decision graph as registered."""

    version: str
    name: str
    content: dict[str, Any]
    active: bool
    registered_at: datetime
    approved_by: str


class Queries(Protocol):
    """Reads for the API."""

    async def assessment(self, assessment_id: UUID) -> AssessmentRecord | None:
        """One assessment."""

    async def assessment_of(self, application_id: UUID) -> AssessmentRecord | None:
        """The newest assessment of an application."""

    async def models(self) -> Sequence[RegisteredModel]:
        """All registered models, newest first."""

    async def model(self, version: str) -> RegisteredModel | None:
        """One registered model."""

    async def proposals(self, before: UUID | None, limit: int) -> Sequence[PolicyProposal]:
        """Proposed policies, newest first."""

    async def proposal(self, proposal_id: UUID) -> PolicyProposal | None:
        """One proposed policy."""

    async def policies(self) -> Sequence[RegisteredPolicy]:
        """All registered decision graphs, newest first."""
