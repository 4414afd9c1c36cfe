"""Who may sell our loans: proposed by one person, approved by another; what closes a door needs one alone."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from integration_gateway.domain.partners.partner import Partner, PartnerKey, Terms
from integration_gateway.domain.partners.webhook import SealedSecret
from integration_gateway.use_cases.partners.ports import UnitOfWork
from integration_gateway.use_cases.partners.records import EndpointRow
from loan_contracts.operations import AuditRecorded


@dataclass(frozen=True, slots=True)
class ProposePartner:
    """A new partner, or other terms of one (`new` is False)."""

    partner_id: UUID
    terms: Terms
    by: str
    new: bool = True


@dataclass(frozen=True, slots=True)
class DecidePartner:
    """The proposed terms are approved, or not."""

    partner_id: UUID
    by: str
    approved: bool


@dataclass(frozen=True, slots=True)
class SuspendPartner:
    """Let it in no more."""

    partner_id: UUID


@dataclass(frozen=True, slots=True)
class IssueKey:
    """Another key of a partner; those before it are valid for so long."""

    partner_id: UUID
    key_id: str
    sealed: str = field(repr=False)
    by: str
    overlap: timedelta


@dataclass(frozen=True, slots=True)
class SetEndpoint:
    """Where a partner is told from now on."""

    partner_id: UUID
    url: str
    secrets: tuple[SealedSecret, ...]
    by: str


async def propose_partner(command: ProposePartner, uow: UnitOfWork, now: datetime) -> Partner:
    """Raises NotFound `partner-not-found`."""
    if command.new:
        partner = Partner.proposed(command.partner_id, command.terms, command.by, now)
        uow.partners.add(partner)
        return partner
    partner = await uow.partners.get(command.partner_id)
    partner.propose(command.terms, command.by, now)
    return partner


async def decide_partner(command: DecidePartner, uow: UnitOfWork, now: datetime) -> Partner:
    """Raises NotFound `partner-not-found` and what the partner raises."""
    partner = await uow.partners.get(command.partner_id)
    if command.approved:
        partner.approve(command.by, now)
    else:
        partner.reject(command.by)
    return partner


async def suspend_partner(command: SuspendPartner, uow: UnitOfWork, now: datetime) -> Partner:
    """Raises NotFound `partner-not-found`, Conflict `partner-not-active`."""
    partner = await uow.partners.get(command.partner_id)
    partner.suspend()
    return partner


async def issue_partner_key(command: IssueKey, uow: UnitOfWork, now: datetime) -> Partner:
    """Raises NotFound `partner-not-found` and what the partner raises."""
    partner = await uow.partners.get(command.partner_id)
    partner.issue_key(PartnerKey(command.key_id, command.sealed, command.by, now), command.overlap)
    return partner


async def set_webhook_endpoint(command: SetEndpoint, uow: UnitOfWork, now: datetime) -> None:
    """Raises NotFound `partner-not-found`, Conflict `partner-not-active`."""
    partner = await uow.partners.get(command.partner_id)
    partner.require_active()
    uow.webhook_endpoints.append(EndpointRow(command.partner_id, command.url, command.secrets, command.by, now))
    uow.emit(AuditRecorded(subject_type="partner", subject_id=str(command.partner_id), action="set_webhook_endpoint"))
