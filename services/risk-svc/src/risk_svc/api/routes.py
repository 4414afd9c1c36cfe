"""Assessments, models and policies over HTTP."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import Path

from loan_servicekit.core import NotFound
from loan_servicekit.http import Edge, Page, Router, problems, requires
from risk_svc.api.views import AssessmentView, ModelView, PolicyView

router = Router(prefix="/v1")


@router.get("/applications/{application_id}/assessment", operation_id="get_assessment_of", responses=problems(404))
async def get_assessment_of(application_id: UUID, edge: Annotated[Edge, requires("assessment.read")]) -> AssessmentView:
    """The newest assessment of an application."""
    found = await edge.queries.assessment_of(application_id)
    if found is None:
        raise NotFound("assessment-not-found", f"application {application_id} has not been assessed")
    found.require_seen_by(edge.caller)
    return AssessmentView.of(found)


@router.get("/assessments/{assessment_id}", operation_id="get_assessment", responses=problems(404))
async def get_assessment(assessment_id: UUID, edge: Annotated[Edge, requires("assessment.read")]) -> AssessmentView:
    """One assessment."""
    found = await edge.queries.assessment(assessment_id)
    if found is None:
        raise NotFound("assessment-not-found", f"there is no assessment {assessment_id}")
    found.require_seen_by(edge.caller)
    return AssessmentView.of(found)


@router.get("/models", operation_id="list_models", responses=problems())
async def list_models(edge: Annotated[Edge, requires("model.read")]) -> Page[ModelView]:
    """Registered models with their cards; there are few, so one page holds them all."""
    return Page(items=[ModelView(**asdict(model)) for model in await edge.queries.models()])


@router.get("/models/{version}", operation_id="get_model", responses=problems(404))
async def get_model(
    version: Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")],
    edge: Annotated[Edge, requires("assessment.read")],
) -> ModelView:
    """One model with its card: where it comes from, its metrics, and defaults expected and observed by tenth."""
    found = await edge.queries.model(version)
    if found is None:
        raise NotFound("model-not-found", f"there is no model {version}")
    return ModelView(**asdict(found))


@router.get("/policies", operation_id="list_policies", responses=problems())
async def list_policies(edge: Annotated[Edge, requires("model.read")]) -> Page[PolicyView]:
    """Registered decision graphs; one page holds them all."""
    return Page(items=[PolicyView(**asdict(policy)) for policy in await edge.queries.policies()])
