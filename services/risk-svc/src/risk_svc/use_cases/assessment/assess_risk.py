"""Stores the assessment of one application. The assessment itself was computed for the whole batch before."""

from dataclasses import dataclass
from datetime import datetime

from loan_contracts.assessment import RiskAssessmentRequested
from loan_servicekit.core import new_id
from risk_svc.domain.assessment.assess import Assessment
from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.use_cases.assessment.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class AssessRisk:
    """A request, and what the engine found; or why it could not assess this one."""

    request: RiskAssessmentRequested
    found: Assessment | Exception


async def assess_risk(command: AssessRisk, uow: UnitOfWork, now: datetime) -> AssessmentRecord:
    """A new record with its answer. Raises the engine's own error: it concerns this request alone, not its batch."""
    if isinstance(command.found, Exception):
        raise command.found
    record = AssessmentRecord.of(new_id(), command.request, command.found, now)
    uow.assessments.add(record)
    return record
