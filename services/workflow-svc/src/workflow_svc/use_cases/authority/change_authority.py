"""Authority is proposed by one person and approved by another, or turned down, or taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, business_day, new_id
from workflow_svc.domain.authority.grants import Grant, Scope
from workflow_svc.use_cases.authority.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposeAuthority:
    """Whoever has the role shall approve up to so much."""

    caller: Caller
    role: str
    scope: Scope
    exception: str | None
    most_minor: int
    valid_from: date
    valid_to: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class DecideAuthority:
    """Approve what is proposed, turn it down or take it back."""

    caller: Caller
    grant_id: UUID
    reason: str | None


async def propose_authority(command: ProposeAuthority, uow: UnitOfWork, now: datetime) -> Grant:
    """Raises Invalid `authority-date-passed`, `days-reversed`, Forbidden `own-authority`."""
    grant = Grant(
        id=new_id(),
        role=command.role,
        scope=command.scope,
        exception=command.exception,
        most_minor=command.most_minor,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
        reason=command.reason,
        proposed_by=command.caller.subject,
        proposed_at=now,
    )
    grant.require_its_time(business_day(now))
    grant.propose()
    uow.authority_grants.add(grant)
    return grant


async def approve_authority(command: DecideAuthority, uow: UnitOfWork, now: datetime) -> Grant:
    """It counts from its first day on. Raises what `Grant.approve` raises, Invalid `authority-date-passed`."""
    grant = await uow.authority_grants.get(command.grant_id)
    grant.require_its_time(business_day(now))
    grant.approve(command.caller, command.reason, now)
    return grant


async def reject_authority(command: DecideAuthority, uow: UnitOfWork, now: datetime) -> Grant:
    """Raises what `Grant.reject` raises."""
    grant = await uow.authority_grants.get(command.grant_id)
    grant.reject(command.caller, command.reason, now)
    return grant


async def withdraw_authority(command: DecideAuthority, uow: UnitOfWork, now: datetime) -> Grant:
    """Raises what `Grant.withdraw` raises."""
    grant = await uow.authority_grants.get(command.grant_id)
    grant.withdraw(command.caller, command.reason, now)
    return grant
