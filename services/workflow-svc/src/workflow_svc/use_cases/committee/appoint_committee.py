"""A committee is proposed by one person and approved by another, or turned down, or taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, business_day, new_id
from workflow_svc.domain.committee.sitting import Committee
from workflow_svc.use_cases.committee.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class ProposeCommittee:
    """These shall vote."""

    caller: Caller
    branch: str | None
    members: tuple[str, ...]
    chair: str | None
    secret: bool
    valid_from: date
    reason: str


@dataclass(frozen=True, slots=True)
class DecideCommittee:
    """Approve what is proposed, turn it down or take it back."""

    caller: Caller
    committee_id: UUID
    reason: str | None


async def propose_committee(command: ProposeCommittee, uow: UnitOfWork, now: datetime) -> Committee:
    """Raises Invalid `committee-malformed`, `committee-date-passed`."""
    committee = Committee(
        id=new_id(),
        branch=command.branch,
        members=command.members,
        chair=command.chair,
        secret=command.secret,
        valid_from=command.valid_from,
        reason=command.reason,
        proposed_by=command.caller.subject,
        proposed_at=now,
    )
    committee.require_sound(business_day(now))
    committee.propose()
    uow.committees.add(committee)
    return committee


async def approve_committee(command: DecideCommittee, uow: UnitOfWork, now: datetime) -> Committee:
    """It hears what is opened from its first day on. Raises what `Proposed.approve` raises, Invalid
    `committee-date-passed`."""
    committee = await uow.committees.get(command.committee_id)
    committee.require_sound(business_day(now))
    committee.approve(command.caller, command.reason, now)
    return committee


async def reject_committee(command: DecideCommittee, uow: UnitOfWork, now: datetime) -> Committee:
    """Raises what `Proposed.reject` raises."""
    committee = await uow.committees.get(command.committee_id)
    committee.reject(command.caller, command.reason, now)
    return committee


async def withdraw_committee(command: DecideCommittee, uow: UnitOfWork, now: datetime) -> Committee:
    """Raises what `Proposed.withdraw` raises."""
    committee = await uow.committees.get(command.committee_id)
    committee.withdraw(command.caller, command.reason, now)
    return committee
