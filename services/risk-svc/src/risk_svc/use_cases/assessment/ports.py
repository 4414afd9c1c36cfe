"""What use cases and routes of assessments need."""

from typing import Protocol
from uuid import UUID

from loan_contracts.assessment import RiskAssessmentRequested
from risk_svc.domain.assessment.explore import Explored
from risk_svc.domain.assessment.record import AssessmentRecord


class Assessments(Protocol):
    """The assessments of this unit of work."""

    def add(self, aggregate: AssessmentRecord) -> None:
        """Takes in a new assessment."""


class UnitOfWork(Protocol):
    """One transaction."""

    assessments: Assessments


class AssessmentQueries(Protocol):
    """Reads for the API."""

    async def assessment(self, assessment_id: UUID) -> AssessmentRecord | None:
        """One assessment."""

    async def assessment_of(self, application_id: UUID) -> AssessmentRecord | None:
        """The newest assessment of an application."""


class Engine(Protocol):
    """What assesses, asked without anything being kept."""

    def explore(self, request: RiskAssessmentRequested) -> Explored:
        """What the engine in force says of a request. Raises Unavailable without a model."""
