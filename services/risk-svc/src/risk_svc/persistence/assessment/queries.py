"""Reads of assessments for the API."""

from uuid import UUID

from loan_servicekit.db.queries import Reader
from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.persistence.assessment.tables import ASSESSMENTS


class SqlAssessmentQueries:
    """Implements `use_cases.assessment.ports.AssessmentQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def assessment(self, assessment_id: UUID) -> AssessmentRecord | None:
        """One assessment."""
        found = await self._reader.aggregates(ASSESSMENTS, "id = $1", assessment_id)
        return found[0] if found else None

    async def assessment_of(self, application_id: UUID) -> AssessmentRecord | None:
        """The newest assessment of an application."""
        newest = "application_id = $1 order by assessed_at desc limit 1"
        found = await self._reader.aggregates(ASSESSMENTS, newest, application_id)
        return found[0] if found else None
