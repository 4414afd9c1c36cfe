"""Traces over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Path

from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires
from reporting_svc.api.ports import Context
from reporting_svc.api.traces.views import ApplicationTraceView, TraceView
from reporting_svc.domain.traces.trace import traces_of
from reporting_svc.use_cases.traces.trace_application import MOST_SPANS, trace_application

router = Router(prefix="/v1")


@router.get("/traces/{trace_id}", operation_id="get_trace", responses=problems(404))
async def get_trace(
    trace_id: Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")], context: Annotated[Context, requires("trace.read")]
) -> TraceView:
    """The spans of one trace from all services, as a tree in a list."""
    traces = traces_of(await context.ports.traces.spans([trace_id], MOST_SPANS))
    if not traces:
        raise NotFound("trace-not-found", "the trace was not sampled, or its spans are forgotten by now")
    return TraceView.of(traces[0])


@router.get("/applications/{application_id}/trace", operation_id="trace_application", responses=problems(404))
async def trace_application_route(
    application_id: UUID, context: Annotated[Context, requires("trace.read")]
) -> ApplicationTraceView:
    """The way of an application through the services: messages by their causes, and spans where they were sampled."""
    return ApplicationTraceView.of(
        await trace_application(application_id, context.ports.evidence, context.ports.traces)
    )
