"""Tells another service who customers are, for a purpose, and keeps who has asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.use_cases.ports import Identity, UnitOfWork
from loan_contracts.messages import AuditRecorded
from loan_servicekit.core import Caller, new_id

IDENTITY = ("name", "identity_number", "mobile", "card_number")


@dataclass(frozen=True, slots=True)
class IdentifyCustomers:
    """Names and numbers of these customers; `purpose` is a code."""

    caller: Caller
    ids: tuple[UUID, ...]
    purpose: str


async def identify_customers(command: IdentifyCustomers, uow: UnitOfWork, now: datetime) -> list[Identity]:
    """Sealed values of those that exist; a row for each customer, one audit message for the call."""
    identities: dict[UUID, Identity] = uow.batch["identities"]
    found = [identities[id] for id in dict.fromkeys(command.ids) if id in identities]
    call_id, fields, asker = new_id(), ",".join(IDENTITY), command.caller.subject
    for identity in found:
        uow.identity_reads.append(call_id, identity.customer_id, command.purpose, fields, None, asker, now)
    uow.emit(
        AuditRecorded(
            subject_type="identity-read",
            subject_id=str(call_id),
            action="identify_customers",
            detail={"purpose": command.purpose, "customers": str(len(found))},
        )
    )
    return found
