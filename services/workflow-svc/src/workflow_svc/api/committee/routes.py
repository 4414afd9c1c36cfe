"""Committees and their minutes, over HTTP."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.committee.minutes import minutes_of
from workflow_svc.api.committee.views import CommitteeBody, CommitteeDecisionBody, CommitteeView
from workflow_svc.api.ports import Context
from workflow_svc.api.sight import Sight
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.committee.appoint_committee import DecideCommittee

router = Router(prefix="/v1")
Deciding = Annotated[Context, requires("authority.approve")]
Proposing = Annotated[Context, requires("authority.propose")]
PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/committees", operation_id="list_committees", responses=problems())
async def list_committees(
    context: Annotated[Context, requires("authority.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ProposedStatus | None = None,
) -> Page[CommitteeView]:
    """Committees and proposals of them, the newest first. Of those approved the one sits that began last, a branch's
    own before that of all; where none was appointed, whoever has the role votes."""
    found = await context.ports.committees.committees(status, cursor.uuid(), cursor.limit + 1)
    shown = [CommitteeView.of(committee) for committee in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/committees",
    operation_id="propose_committee",
    status_code=201,
    responses=problems(),
    response_model=CommitteeView,
)
async def propose_committee_route(body: CommitteeBody, context: Proposing) -> Response:
    """Proposes who votes, in secret or openly, and who has the last word. Another person approves it."""
    command = body.command(context.caller)
    return await context.perform(context.ports.operations.propose_committee, command, CommitteeView.of, 201)


@router.post(
    "/committees/{committee_id}/approval",
    operation_id="approve_committee",
    responses=problems(404, 409),
    response_model=CommitteeView,
)
async def approve_committee_route(committee_id: UUID, body: CommitteeDecisionBody, context: Deciding) -> Response:
    """It hears what is opened from its first day on; never by its proposer."""
    command = DecideCommittee(context.caller, committee_id, body.reason)
    answer = await context.perform(context.ports.operations.approve_committee, command, CommitteeView.of)
    await asyncio.shield(context.ports.committees.refresh())
    return answer


@router.post(
    "/committees/{committee_id}/rejection",
    operation_id="reject_committee",
    responses=problems(404, 409),
    response_model=CommitteeView,
)
async def reject_committee_route(committee_id: UUID, body: CommitteeDecisionBody, context: Deciding) -> Response:
    """Turns a proposal down; never by its proposer, who withdraws."""
    command = DecideCommittee(context.caller, committee_id, body.reason)
    return await context.perform(context.ports.operations.reject_committee, command, CommitteeView.of)


@router.post(
    "/committees/{committee_id}/withdrawal",
    operation_id="withdraw_committee",
    responses=problems(404, 409),
    response_model=CommitteeView,
)
async def withdraw_committee_route(committee_id: UUID, body: CommitteeDecisionBody, context: Proposing) -> Response:
    """Takes one's own proposal back."""
    command = DecideCommittee(context.caller, committee_id, body.reason)
    return await context.perform(context.ports.operations.withdraw_committee, command, CommitteeView.of)


@router.get(
    "/tasks/{task_id}/minutes",
    operation_id="get_minutes",
    responses=problems(404) | PDF,
    response_class=Response,
)
async def get_minutes(task_id: UUID, context: Annotated[Context, requires("screening.read")]) -> Response:
    """The minutes of a vote that has ended, as PDF (PDF/A-2b): the same bytes each time. Of a secret ballot they say
    how many voted how and for which reasons, and not who."""
    task = await context.ports.tasks.task(task_id)
    case = await context.ports.cases.case(task.case_id) if task is not None else None
    minutes = minutes_of(task, case) if task is not None and case is not None else None
    if task is None or minutes is None or not Sight.of(context.caller, task.branch).screening:
        raise NotFound("minutes-not-found", "no committee has voted on such a task to its end")
    pdf = await context.ports.typesetter.pdf(minutes)
    headers = {"Content-Disposition": f'attachment; filename="minutes-{minutes.number}.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)
