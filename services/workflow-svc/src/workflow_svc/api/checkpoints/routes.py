"""Checkpoints over HTTP: which evidence is missing, due, or lapses, and recording it."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.checkpoints.views import CheckpointView, EvidenceBody
from workflow_svc.api.ports import Context
from workflow_svc.api.tasks.asked import Branch, Kind, Role
from workflow_svc.api.tasks.routes import REFUSALS, TaskContext, subject_of
from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.domain.checkpoints.checkpoint import Standing
from workflow_svc.use_cases.checkpoints.ports import AskedCheckpoints
from workflow_svc.use_cases.checkpoints.record_evidence import RecordEvidence
from workflow_svc.use_cases.due import Due

router = Router(prefix="/v1")


class Wanting(StrEnum):
    """What somebody has to do something about."""

    MISSING = "MISSING"
    DUE = "DUE"
    LAPSING = "LAPSING"
    LAPSED = "LAPSED"


@router.get("/checkpoints", operation_id="list_checkpoints", responses=problems())
async def list_checkpoints(
    context: Annotated[Context, requires("task.read")],
    cursor: Annotated[Cursor, Depends()],
    standing: Annotated[Wanting, Query(description="DUE is what is missing though its task is late")] = Wanting.MISSING,
    role: Role = None,
    branch: Branch = None,
) -> Page[CheckpointView]:
    """Evidence that running cases of the caller's roles lack, or that lapses, what turns first. Auditors see every
    role's."""
    inbox = Kind(role, branch).inbox(context.caller)
    asked = AskedCheckpoints(Standing(standing.value), inbox.roles, inbox.branch)
    after = cursor.time_and_uuid()
    queries = context.ports.checkpoints
    found = await queries.checkpoints(asked, context.now, Due(*after) if after else None, cursor.limit + 1)
    last = None
    if len(found) > cursor.limit:
        end = found[cursor.limit - 1]
        at = end.lapsing_from if standing is Wanting.LAPSING else end.turns_at
        last = [at.isoformat() if at is not None else "", str(end.id)]
    return page([CheckpointView.at(each, context.now) for each in found], cursor, last)


@router.get("/applications/{application_id}/checkpoints", operation_id="list_checkpoints_of", responses=problems(404))
async def list_checkpoints_of(
    application_id: UUID, context: Annotated[Context, requires("case.read")]
) -> Page[CheckpointView]:
    """All evidence that the tasks of an application have needed, with who recorded which paper when; one page."""
    case = await context.ports.cases.case(case_id_of(application_id))
    if case is None:
        raise NotFound("case-not-found", "there is no such case")
    context.caller.require_branch(case.submitted.branch)
    found = await context.ports.checkpoints.checkpoints_of(case.id)
    return Page(items=[CheckpointView.at(each, context.now) for each in found])


@router.post(
    "/tasks/{task_id}/evidence",
    operation_id="record_evidence",
    status_code=201,
    responses=REFUSALS,
    response_model=CheckpointView,
)
async def record_evidence_route(task_id: UUID, body: EvidenceBody, context: TaskContext) -> Response:
    """Keeps a paper as evidence for a task that cannot be completed without it; again, while the case runs, to renew
    what lapses. Who records it decides nothing about the case later."""
    command = RecordEvidence(
        context.caller, task_id, body.kind, body.document_id, body.sha256, body.taken_at, body.in_person
    )
    about = await subject_of(task_id, context)
    return await context.perform(
        context.ports.operations.record_evidence,
        command,
        lambda kept: CheckpointView.at(kept, context.now),
        201,
        about=about,
    )
