"""Bindings and retirements over HTTP, and what becomes of every change that waits for a second person."""

import asyncio
import json
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.core import Invalid, NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.definitions.change_views import (
    AdoptionView,
    BindingBody,
    BindingsView,
    BindingView,
    ChangeView,
    RetirementBody,
    RetirementView,
)
from workflow_svc.api.definitions.routes import ProcessCode, Version
from workflow_svc.api.definitions.views import ProposalDecisionBody
from workflow_svc.api.ports import Context
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.definitions.change_definitions import DecideChange, ProposeChange
from workflow_svc.use_cases.definitions.change_ports import Adoption

router = Router(prefix="/v1")


@router.post(
    "/process-bindings",
    operation_id="propose_binding",
    status_code=201,
    responses=problems(404, 409),
    response_model=ChangeView,
)
async def propose_binding(body: BindingBody, context: Annotated[Context, requires("process.propose")]) -> Response:
    """On which version whose applications shall start, from a day on. Another person puts it in force."""
    await _require_version(context, body.target, body.version)
    content = body.model_dump(mode="json", exclude={"process_code"}, exclude_none=True)
    name = f"{body.process_code} → {body.target}:{body.version or 'newest'}"
    command = ProposeChange(
        context.caller, ChangeKind.BINDING, body.process_code, name, {"version": None} | content, _text(content), {}
    )
    return await context.perform(context.ports.operations.propose_change, command, ChangeView.of, 201)


@router.get("/process-bindings", operation_id="get_bindings", responses=problems())
async def get_bindings(context: Annotated[Context, requires("process.read")]) -> BindingsView:
    """All bindings and retired versions, with the days from which and until which they hold."""
    found = await context.ports.changes.bindings()
    return BindingsView(
        bindings=[BindingView.of(each) for each in found.bound],
        retired=[RetirementView.of(each) for each in found.retired],
    )


@router.post(
    "/processes/{code}/versions/{version}/retirement",
    operation_id="propose_retirement",
    status_code=201,
    responses=problems(404, 409),
    response_model=ChangeView,
)
async def propose_retirement(
    code: ProcessCode, version: Version, body: RetirementBody, context: Annotated[Context, requires("process.propose")]
) -> Response:
    """No case shall start on a version from a day on; running ones go on. Another person puts it in force."""
    await _require_version(context, code, version)
    content = {"version": version, "valid_from": body.valid_from.isoformat()}
    command = ProposeChange(
        context.caller, ChangeKind.RETIREMENT, code, f"{code}:{version}", content, _text(content), {}
    )
    return await context.perform(context.ports.operations.propose_change, command, ChangeView.of, 201)


@router.get("/processes/{code}/adoption", operation_id="get_adoption", responses=problems())
async def get_adoption(code: ProcessCode, context: Annotated[Context, requires("process.read")]) -> Page[AdoptionView]:
    """How far a version has come: of the newest 1,000 cases of the process those on it, by branch, and their share of
    all of the branch."""
    found = await context.ports.changes.adoption(code)
    return Page(items=[AdoptionView.of(each, _share(each, found)) for each in found])


@router.get("/definition-changes", operation_id="list_definition_changes", responses=problems())
async def list_definition_changes(
    context: Annotated[Context, requires("process.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ProposedStatus | None = None,
    kind: ChangeKind | None = None,
) -> Page[ChangeView]:
    """Proposed decisions, bindings, retirements and migrations, and what became of them, newest first."""
    found = await context.ports.changes.changes(status, kind, cursor.uuid(), cursor.limit + 1)
    shown = [ChangeView.of(change) for change in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/definition-changes/{change_id}", operation_id="get_definition_change", responses=problems(404))
async def get_definition_change(change_id: UUID, context: Annotated[Context, requires("process.read")]) -> ChangeView:
    """A change with what was proposed."""
    return ChangeView.of(await context.ports.changes.change(change_id))


@router.post(
    "/definition-changes/{change_id}/approval",
    operation_id="approve_definition_change",
    responses=problems(404, 409),
    response_model=ChangeView,
)
async def approve_definition_change(
    change_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("process.approve")]
) -> Response:
    """Puts a change in force; a decision is checked again. Never by its proposer."""
    change = await context.ports.changes.change(change_id)
    latest = await _checked_again(change, context)
    command = DecideChange(context.caller, change_id, body.reason, latest)
    if change.kind is ChangeKind.DECISION:
        answer = await context.perform(context.ports.operations.approve_decision, command, ChangeView.of)
    elif change.kind is ChangeKind.BINDING:
        answer = await context.perform(context.ports.operations.approve_binding, command, ChangeView.of)
    elif change.kind is ChangeKind.RETIREMENT:
        answer = await context.perform(context.ports.operations.approve_retirement, command, ChangeView.of)
    else:
        answer = await context.perform(context.ports.operations.approve_migration, command, ChangeView.of)
    await asyncio.shield(context.ports.publisher.learn())
    return answer


@router.post(
    "/definition-changes/{change_id}/rejection",
    operation_id="reject_definition_change",
    responses=problems(404, 409),
    response_model=ChangeView,
)
async def reject_definition_change(
    change_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("process.approve")]
) -> Response:
    """Refuses a change; never by its proposer, who withdraws."""
    command = DecideChange(context.caller, change_id, body.reason)
    return await context.perform(context.ports.operations.reject_change, command, ChangeView.of)


@router.post(
    "/definition-changes/{change_id}/withdrawal",
    operation_id="withdraw_definition_change",
    responses=problems(404, 409),
    response_model=ChangeView,
)
async def withdraw_definition_change(
    change_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("process.propose")]
) -> Response:
    """Takes one's own change back."""
    command = DecideChange(context.caller, change_id, body.reason)
    return await context.perform(context.ports.operations.withdraw_change, command, ChangeView.of)


async def _checked_again(change: DefinitionChange, context: Context) -> int:
    """The version of a decision that it was checked against; 0 for everything else."""
    if change.kind is not ChangeKind.DECISION:
        return 0
    published = [d.version for d in await context.ports.changes.decisions() if d.code == change.code]
    await context.ports.publisher.decided(change.content)
    return max(published, default=0)


async def _require_version(context: Context, code: str, version: int | None) -> None:
    known = [p for p in await context.ports.definitions.processes() if p.code == code]
    if not known or (version is not None and version not in {p.version for p in known}):
        raise NotFound("process-not-found", f"{code} has no version {version or 'at all'}")
    newest = max(known, key=lambda p: p.version)
    if not await context.ports.publisher.startable(code, version or newest.version):
        raise Invalid("process-not-startable", f"{code} is called by other processes alone")


def _share(one: Adoption, every: Sequence[Adoption]) -> float:
    of_branch = sum(each.running + each.ended for each in every if each.branch == one.branch)
    return round((one.running + one.ended) / of_branch, 4)


def _text(content: dict[str, object]) -> str:
    return json.dumps(content, sort_keys=True)
