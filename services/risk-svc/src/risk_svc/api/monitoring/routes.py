"""Models over HTTP."""

from dataclasses import asdict
from typing import Annotated

from fastapi import Path

from loan_servicekit.core import NotFound
from loan_servicekit.http import Page, Router, problems, requires
from risk_svc.api.monitoring.views import ModelView
from risk_svc.api.ports import Context

router = Router(prefix="/v1")


@router.get("/models", operation_id="list_models", responses=problems())
async def list_models(context: Annotated[Context, requires("model.read")]) -> Page[ModelView]:
    """Registered models with their cards; there are few, so one page holds them all."""
    return Page(items=[ModelView(**asdict(model)) for model in await context.ports.models.models()])


@router.get("/models/{version}", operation_id="get_model", responses=problems(404))
async def get_model(
    version: Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")],
    context: Annotated[Context, requires("assessment.read")],
) -> ModelView:
    """One model with its card: where it comes from, its metrics, and defaults expected and observed by tenth."""
    found = await context.ports.models.model(version)
    if found is None:
        raise NotFound("model-not-found", f"there is no model {version}")
    return ModelView(**asdict(found))
