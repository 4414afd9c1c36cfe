"""Processes over HTTP."""

import asyncio
from typing import Annotated, Any

from fastapi import Path, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Page, Router, problems, requires
from workflow_svc.api.definitions.views import ProcessBody, ProcessView, PublicationView
from workflow_svc.api.ports import Context
from workflow_svc.use_cases.definitions.publish_process import PublishProcess

router = Router(prefix="/v1")
ProcessCode = Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")]
Version = Annotated[int, Path(ge=1, le=10**6)]
BPMN: dict[int | str, dict[str, Any]] = {200: {"content": {"application/xml": {"schema": {"type": "string"}}}}}


@router.get("/processes", operation_id="list_processes", responses=problems())
async def list_processes(context: Annotated[Context, requires("process.read")]) -> Page[ProcessView]:
    """Every published version; there are few, so one page holds them all."""
    return Page(items=[ProcessView.of(p) for p in await context.ports.definitions.processes()])


@router.get(
    "/processes/{code}/versions/{version}/bpmn",
    operation_id="get_process_bpmn",
    responses=problems(404) | BPMN,
    response_class=Response,
)
async def get_process_bpmn(
    code: ProcessCode, version: Version, context: Annotated[Context, requires("process.read")]
) -> Response:
    """The BPMN 2.0 XML of a version."""
    for p in await context.ports.definitions.processes():
        if (p.code, p.version) == (code, version):
            return Response(p.bpmn, media_type="application/xml")
    raise NotFound("process-not-found", "no such version is published")


@router.post(
    "/processes",
    operation_id="publish_process",
    status_code=201,
    responses=problems(409),
    response_model=PublicationView,
)
async def publish_process_route(
    body: ProcessBody, context: Annotated[Context, requires("process.publish")]
) -> Response:
    """Checks a process, proves which executor may run it, and publishes it as the next version."""
    publisher = context.ports.publisher
    command = PublishProcess(await publisher.checked(body.bpmn.encode()), context.caller.subject)
    answer = await context.perform(context.ports.operations.publish_process, command, PublicationView.of, 201)
    await asyncio.shield(publisher.learn())
    return answer
