"""A customer takes a permission back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.consents.consent import Consent
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """End this permission."""

    caller: Caller
    consent_id: UUID


async def withdraw_consent(command: WithdrawConsent, uow: UnitOfWork, now: datetime) -> Consent:
    """As easy as giving it (domain.md R-7.8); what it allowed until now stays lawful."""
    consent = await uow.consents.get(command.consent_id)
    customer = await uow.customers.get(consent.customer_id)
    command.caller.require_branch(customer.branch)
    consent.withdraw(now)
    return consent
