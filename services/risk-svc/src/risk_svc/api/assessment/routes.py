"""Assessments over HTTP."""

from typing import Annotated
from uuid import UUID

from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires
from risk_svc.api.assessment.views import AssessmentView
from risk_svc.api.ports import Context

router = Router(prefix="/v1")


@router.get("/applications/{application_id}/assessment", operation_id="get_assessment_of", responses=problems(404))
async def get_assessment_of(
    application_id: UUID, context: Annotated[Context, requires("assessment.read")]
) -> AssessmentView:
    """The newest assessment of an application."""
    found = await context.ports.assessments.assessment_of(application_id)
    if found is None:
        raise NotFound("assessment-not-found", f"application {application_id} has not been assessed")
    found.require_seen_by(context.caller)
    return AssessmentView.of(found)


@router.get("/assessments/{assessment_id}", operation_id="get_assessment", responses=problems(404))
async def get_assessment(
    assessment_id: UUID, context: Annotated[Context, requires("assessment.read")]
) -> AssessmentView:
    """One assessment."""
    found = await context.ports.assessments.assessment(assessment_id)
    if found is None:
        raise NotFound("assessment-not-found", f"there is no assessment {assessment_id}")
    found.require_seen_by(context.caller)
    return AssessmentView.of(found)
