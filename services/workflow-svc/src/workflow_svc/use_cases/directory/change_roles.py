"""Roles are given and taken by two persons: proposed, approved, turned down, or taken back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, new_id
from workflow_svc.domain.directory.member import Post
from workflow_svc.domain.directory.role_change import RoleChange
from workflow_svc.use_cases.directory.ports import Known, UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposeRoleChange:
    """Somebody shall hold these roles, and no others."""

    caller: Caller
    post: Post
    reason: str


@dataclass(frozen=True, slots=True)
class DecideRoleChange:
    """Approve what is proposed, turn it down or take it back."""

    caller: Caller
    change_id: UUID
    reason: str | None


async def propose_role_change(command: ProposeRoleChange, known: Known, uow: UnitOfWork, now: datetime) -> RoleChange:
    """Raises Conflict `role-change-open`, and what `RoleChange.propose_in` raises."""
    subject, roles, branch = command.post
    if subject in known.open:
        raise Conflict("role-change-open", f"a change of {subject} waits for a second person already")
    before = known.directory.post_of(subject)
    change = RoleChange(
        id=new_id(),
        subject=subject,
        roles=roles,
        branch=branch,
        before_roles=before.roles,
        before_branch=before.branch,
        reason=command.reason,
        proposed_by=command.caller.subject,
        proposed_at=now,
    )
    change.propose_in(known.directory)
    known.open.add(subject)
    uow.role_changes.add(change)
    return change


async def approve_role_change(command: DecideRoleChange, known: Known, uow: UnitOfWork, now: datetime) -> RoleChange:
    """Raises NotFound `role-change-not-found`, and what `RoleChange.approve_in` raises."""
    change = await uow.role_changes.get(command.change_id)
    change.approve_in(known.directory, command.caller, command.reason, now)
    return change


async def reject_role_change(command: DecideRoleChange, known: Known, uow: UnitOfWork, now: datetime) -> RoleChange:
    """Raises NotFound `role-change-not-found`, and what `Proposed.reject` raises."""
    change = await uow.role_changes.get(command.change_id)
    change.reject(command.caller, command.reason, now)
    return change


async def withdraw_role_change(command: DecideRoleChange, known: Known, uow: UnitOfWork, now: datetime) -> RoleChange:
    """Raises NotFound `role-change-not-found`, and what `Proposed.withdraw` raises."""
    change = await uow.role_changes.get(command.change_id)
    change.withdraw(command.caller, command.reason, now)
    return change
