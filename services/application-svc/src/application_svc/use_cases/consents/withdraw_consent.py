"""A customer takes a permission back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.consents.consent import Consent
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller, NotFound


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """End this permission; `of` is the customer whose own it has to be, where he asks himself."""

    caller: Caller
    consent_id: UUID
    of: UUID | None = None


async def withdraw_consent(command: WithdrawConsent, uow: UnitOfWork, now: datetime) -> Consent:
    """As easy as giving it (domain.md R-7.8); what it allowed until now stays lawful. Another's is not there."""
    consent = await uow.consents.get(command.consent_id)
    if command.of is not None and consent.customer_id != command.of:
        raise NotFound("consent-not-found", f"there is no consent {command.consent_id}")
    customer = await uow.customers.get(consent.customer_id)
    command.caller.require_branch(customer.branch)
    consent.withdraw(now)
    return consent
