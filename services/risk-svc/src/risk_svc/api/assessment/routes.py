"""Assessments over HTTP."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from loan_contracts.assessment import RiskAssessmentRequested
from loan_servicekit.core import NotFound
from loan_servicekit.http import Body, Router, problems, requires
from risk_svc.api.assessment.views import AssessmentView, WhatIfView
from risk_svc.api.ports import Context
from risk_svc.domain.assessment.record import AssessmentRecord

router = Router(prefix="/v1")


@router.get("/applications/{application_id}/assessment", operation_id="get_assessment_of", responses=problems(404))
async def get_assessment_of(
    application_id: UUID, context: Annotated[Context, requires("assessment.read")]
) -> AssessmentView:
    """The newest assessment of an application."""
    return AssessmentView.of(await _newest(application_id, context))


class WhatIfBody(Body):
    """Other terms than were asked for."""

    amount_minor: Annotated[int, Field(ge=100, le=10**12, examples=[3_000_000])]
    term_months: Annotated[int, Field(ge=1, le=360, examples=[12])]


@router.post("/applications/{application_id}/what-if", operation_id="explore_terms", responses=problems(404))
async def explore_terms(
    application_id: UUID, body: WhatIfBody, context: Annotated[Context, requires("assessment.read", keyed=False)]
) -> WhatIfView:
    """What the engine in force would say of other terms, on the facts that the application was assessed by. Nothing is
    kept."""
    newest = await _newest(application_id, context)
    terms = {"amount_minor": body.amount_minor, "term_months": body.term_months}
    asked = RiskAssessmentRequested.model_validate({**newest.request, **terms})
    return WhatIfView.of(context.ports.engine.explore(asked), newest)


async def _newest(application_id: UUID, context: Context) -> AssessmentRecord:
    found = await context.ports.assessments.assessment_of(application_id)
    if found is None:
        raise NotFound("assessment-not-found", f"application {application_id} has not been assessed")
    found.require_seen_by(context.caller)
    return found


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
