"""Who may approve how much, over HTTP."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.authority.views import AuthorityBody, AuthorityDecisionBody, AuthorityView
from workflow_svc.api.ports import Context
from workflow_svc.api.tasks.asked import WRITTEN
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.authority.change_authority import DecideAuthority
from workflow_svc.use_cases.authority.ports import Wanted

router = Router(prefix="/v1")
Deciding = Annotated[Context, requires("authority.approve")]
Proposing = Annotated[Context, requires("authority.propose")]


@router.get("/authorities", operation_id="list_authorities", responses=problems())
async def list_authorities(
    context: Annotated[Context, requires("authority.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ProposedStatus | None = None,
    role: Annotated[str | None, Query(max_length=60, pattern=WRITTEN, description="Of one role alone")] = None,
) -> Page[AuthorityView]:
    """Who may approve how much, since when and by whose word: grants and proposals, the newest first. Where none fits,
    the parameter `authority.<role>` says it."""
    wanted = Wanted(status, role)
    found = await context.ports.grants.grants(wanted, cursor.uuid(), cursor.limit + 1)
    shown = [AuthorityView.of(grant) for grant in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/authorities",
    operation_id="propose_authority",
    status_code=201,
    responses=problems(),
    response_model=AuthorityView,
)
async def propose_authority_route(body: AuthorityBody, context: Proposing) -> Response:
    """Proposes up to how much a role, or one person of it, may approve alone: by branch, product, grade, exception. The
    one that names most counts. Another person approves it."""
    command = body.command(context.caller)
    return await context.perform(context.ports.operations.propose_authority, command, AuthorityView.of, 201)


@router.post(
    "/authorities/{grant_id}/approval",
    operation_id="approve_authority",
    responses=problems(404, 409),
    response_model=AuthorityView,
)
async def approve_authority_route(grant_id: UUID, body: AuthorityDecisionBody, context: Deciding) -> Response:
    """It counts from its first day on; never by its proposer, nor by the person whom it names."""
    command = DecideAuthority(context.caller, grant_id, body.reason)
    answer = await context.perform(context.ports.operations.approve_authority, command, AuthorityView.of)
    await asyncio.shield(context.ports.in_force.refresh())
    return answer


@router.post(
    "/authorities/{grant_id}/rejection",
    operation_id="reject_authority",
    responses=problems(404, 409),
    response_model=AuthorityView,
)
async def reject_authority_route(grant_id: UUID, body: AuthorityDecisionBody, context: Deciding) -> Response:
    """Turns a proposal down; never by its proposer, who withdraws."""
    command = DecideAuthority(context.caller, grant_id, body.reason)
    return await context.perform(context.ports.operations.reject_authority, command, AuthorityView.of)


@router.post(
    "/authorities/{grant_id}/withdrawal",
    operation_id="withdraw_authority",
    responses=problems(404, 409),
    response_model=AuthorityView,
)
async def withdraw_authority_route(grant_id: UUID, body: AuthorityDecisionBody, context: Proposing) -> Response:
    """Takes one's own proposal back."""
    command = DecideAuthority(context.caller, grant_id, body.reason)
    return await context.perform(context.ports.operations.withdraw_authority, command, AuthorityView.of)
