"""Models over HTTP."""

from dataclasses import asdict
from typing import Annotated

from fastapi import Path

from loan_servicekit.core import NotFound
from loan_servicekit.http import Edge, Page, Router, problems, requires
from risk_svc.api.monitoring.views import ModelView

router = Router(prefix="/v1")


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
