"""Tells another service who customers are, for a purpose, and keeps who has asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.reveals.ports import Identities, Identity, IdentityRead, Scope
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import IdentityPurpose
from loan_servicekit.core import Caller, new_id

NEEDED = {
    IdentityPurpose.LOAN_APPROVAL: Scope(("name", "identity_number", "mobile", "card_number"), consents=True),
    IdentityPurpose.PAYMENT: Scope(("name", "identity_number", "card_number"), consents=False, payable_card=True),
    IdentityPurpose.NOTIFICATION: Scope(("mobile",), consents=False, newcomers=True),
    IdentityPurpose.CONTRACT_SIGNATURE: Scope(("name", "identity_number", "mobile"), consents=False),
    IdentityPurpose.CARD_VERIFICATION: Scope(("name", "identity_number", "mobile", "card_number"), consents=False),
}


@dataclass(frozen=True, slots=True)
class IdentifyCustomers:
    """Names and numbers of these customers, as far as the purpose needs them."""

    caller: Caller
    ids: tuple[UUID, ...]
    purpose: IdentityPurpose

    @property
    def scope(self) -> Scope:
        """What the purpose needs."""
        return NEEDED[self.purpose]


async def identify_customers(
    command: IdentifyCustomers, identities: Identities, uow: UnitOfWork, now: datetime
) -> list[Identity]:
    """Sealed values of those that exist; a row for each customer, one audit message for the call."""
    known = identities[command.scope]
    found = [known[id] for id in dict.fromkeys(command.ids) if id in known]
    call_id, fields, asker = new_id(), ",".join(command.scope.fields), command.caller.subject
    for identity in found:
        uow.identity_reads.append(
            IdentityRead(
                call_id=call_id,
                customer_id=identity.customer_id,
                purpose=command.purpose.value,
                fields=fields,
                task_id=None,
                read_by=asker,
                read_at=now,
                application_id=None,
            )
        )
    uow.emit(
        AuditRecorded(
            subject_type="identity-read",
            subject_id=str(call_id),
            action="identify_customers",
            detail={"purpose": command.purpose.value, "customers": str(len(found))},
        )
    )
    return found
