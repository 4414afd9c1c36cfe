"""Who works here and with which roles: shown, changed by two persons, told by whoever signs people in."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.directory.views import (
    MemberView,
    ReportedView,
    RoleChangeBody,
    RoleChangeView,
    RoleDecisionBody,
    StaffReportBody,
    StaffView,
    WaitingView,
)
from workflow_svc.api.ports import Context
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.directory.change_roles import DecideRoleChange, ProposeRoleChange
from workflow_svc.use_cases.directory.report_staff import ReportStaff

router = Router(prefix="/v1")
Deciding = Annotated[Context, requires("staff.approve")]
Proposing = Annotated[Context, requires("staff.propose")]
Reporting = Annotated[Context, requires("staff.report")]


@router.get("/staff", operation_id="list_staff", responses=problems())
async def list_staff(context: Annotated[Context, requires("staff.read")]) -> StaffView:
    """Who works here, with which roles and where, as whoever signs people in has told; who has left has no role."""
    return StaffView(items=[MemberView.of(each) for each in await context.ports.directory.members()])


@router.post("/staff/reports", operation_id="report_staff", responses=problems(), response_model=ReportedView)
async def report_staff_route(body: StaffReportBody, context: Reporting) -> Response:
    """Whoever signs people in tells who can. A change that two persons decided counts as carried out with it."""
    known = [member.subject for member in await context.ports.directory.members()]
    command = ReportStaff([each.post() for each in body.people], known)
    return await context.perform(
        context.ports.operations.report_staff, command, lambda changed: ReportedView(changed=changed)
    )


@router.get("/staff/orders", operation_id="list_staff_orders", responses=problems())
async def list_staff_orders(context: Reporting) -> WaitingView:
    """What two persons have decided and whoever signs people in has not done yet, in its order."""
    return WaitingView(items=[RoleChangeView.of(each) for each in await context.ports.directory.waiting()])


@router.get("/role-changes", operation_id="list_role_changes", responses=problems())
async def list_role_changes(
    context: Annotated[Context, requires("staff.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ProposedStatus | None = None,
) -> Page[RoleChangeView]:
    """Changes of roles with who proposed and who decided them, the newest first."""
    found = await context.ports.directory.role_changes(status, cursor.uuid(), cursor.limit + 1)
    shown = [RoleChangeView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/role-changes",
    operation_id="propose_role_change",
    status_code=201,
    responses=problems(409),
    response_model=RoleChangeView,
)
async def propose_role_change_route(body: RoleChangeBody, context: Proposing) -> Response:
    """Proposes which roles somebody shall hold; never the proposer's own. Another person approves it."""
    command = ProposeRoleChange(context.caller, body.post(), body.reason)
    return await context.perform(context.ports.operations.propose_role_change, command, RoleChangeView.of, 201)


@router.post(
    "/role-changes/{change_id}/approval",
    operation_id="approve_role_change",
    responses=problems(404, 409),
    response_model=RoleChangeView,
)
async def approve_role_change_route(change_id: UUID, body: RoleDecisionBody, context: Deciding) -> Response:
    """It is carried out at once, and ends the sessions of whom it is about; never by its proposer, nor by him."""
    command = DecideRoleChange(context.caller, change_id, body.reason)
    return await context.perform(context.ports.operations.approve_role_change, command, RoleChangeView.of)


@router.post(
    "/role-changes/{change_id}/rejection",
    operation_id="reject_role_change",
    responses=problems(404, 409),
    response_model=RoleChangeView,
)
async def reject_role_change_route(change_id: UUID, body: RoleDecisionBody, context: Deciding) -> Response:
    """Turns a proposal down; never by its proposer, who withdraws."""
    command = DecideRoleChange(context.caller, change_id, body.reason)
    return await context.perform(context.ports.operations.reject_role_change, command, RoleChangeView.of)


@router.post(
    "/role-changes/{change_id}/withdrawal",
    operation_id="withdraw_role_change",
    responses=problems(404, 409),
    response_model=RoleChangeView,
)
async def withdraw_role_change_route(change_id: UUID, body: RoleDecisionBody, context: Proposing) -> Response:
    """Takes one's own proposal back."""
    command = DecideRoleChange(context.caller, change_id, body.reason)
    return await context.perform(context.ports.operations.withdraw_role_change, command, RoleChangeView.of)
