"""Processes over HTTP."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.definitions.views import (
    DrawnProposalView,
    ProcessBody,
    ProcessView,
    ProposalDecisionBody,
    ProposalView,
)
from workflow_svc.api.ports import Context
from workflow_svc.domain.definitions.proposal import ProposalStatus
from workflow_svc.use_cases.definitions.propose_process import ApproveProcess, DecideProcess, ProposeProcess

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
    operation_id="propose_process",
    status_code=201,
    responses=problems(409),
    response_model=ProposalView,
)
async def propose_process_route(
    body: ProcessBody, context: Annotated[Context, requires("process.propose")]
) -> Response:
    """Checks a process, proves which executor may run it, and proposes it. Another person publishes it:
    POST /v1/process-proposals/{proposal_id}/approval."""
    command = ProposeProcess(context.caller, await context.ports.publisher.checked(body.document()))
    return await context.perform(context.ports.operations.propose_process, command, ProposalView.of, 201)


@router.get("/process-proposals", operation_id="list_process_proposals", responses=problems())
async def list_process_proposals(
    context: Annotated[Context, requires("process.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ProposalStatus | None = None,
) -> Page[ProposalView]:
    """Proposed processes and what became of them, newest first."""
    found = await context.ports.definitions.proposals(status, cursor.uuid(), cursor.limit + 1)
    shown = [ProposalView.of(proposal) for proposal in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/process-proposals/{proposal_id}", operation_id="get_process_proposal", responses=problems(404))
async def get_process_proposal(
    proposal_id: UUID, context: Annotated[Context, requires("process.read")]
) -> DrawnProposalView:
    """A proposed process with its BPMN 2.0 XML."""
    return DrawnProposalView.of(await context.ports.definitions.proposal(proposal_id))


@router.post(
    "/process-proposals/{proposal_id}/approval",
    operation_id="approve_process",
    responses=problems(404, 409),
    response_model=ProposalView,
)
async def approve_process_route(
    proposal_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("process.approve")]
) -> Response:
    """Publishes a proposed process as the next version: new cases start on it. It is checked again; never by its
    proposer."""
    publisher, proposal = context.ports.publisher, await context.ports.definitions.proposal(proposal_id)
    publication = await publisher.checked(proposal.bpmn.encode())
    command = ApproveProcess(context.caller, proposal_id, publication, body.reason)
    answer = await context.perform(context.ports.operations.approve_process, command, ProposalView.of)
    await asyncio.shield(publisher.learn())
    return answer


@router.post(
    "/process-proposals/{proposal_id}/rejection",
    operation_id="reject_process",
    responses=problems(404, 409),
    response_model=ProposalView,
)
async def reject_process_route(
    proposal_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("process.approve")]
) -> Response:
    """Refuses a proposed process; never by its proposer, who withdraws."""
    command = DecideProcess(context.caller, proposal_id, body.reason)
    return await context.perform(context.ports.operations.reject_process, command, ProposalView.of)


@router.post(
    "/process-proposals/{proposal_id}/withdrawal",
    operation_id="withdraw_process",
    responses=problems(404, 409),
    response_model=ProposalView,
)
async def withdraw_process_route(
    proposal_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("process.propose")]
) -> Response:
    """Takes one's own proposal back."""
    command = DecideProcess(context.caller, proposal_id, body.reason)
    return await context.perform(context.ports.operations.withdraw_process, command, ProposalView.of)
