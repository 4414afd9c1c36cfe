"""What the use cases need of the unit of work, of the reads, and of the engine that assesses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from risk_svc.domain.record import AssessmentRecord


class Assessments(Protocol):
    """The assessments of this unit of work."""

    def add(self, aggregate: AssessmentRecord) -> None:
        """Takes in a new assessment."""


class UnitOfWork(Protocol):
    """One transaction."""

    assessments: Assessments


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


class Queries(Protocol):
    """Reads for the API."""

    async def assessment(self, assessment_id: UUID) -> AssessmentRecord | None:
        """One assessment."""

    async def assessment_of(self, application_id: UUID) -> AssessmentRecord | None:
        """The newest assessment of an application."""

    async def models(self) -> Sequence[RegisteredModel]:
        """All registered models, newest first."""

    async def policies(self) -> Sequence[RegisteredPolicy]:
        """All registered decision graphs, newest first."""
