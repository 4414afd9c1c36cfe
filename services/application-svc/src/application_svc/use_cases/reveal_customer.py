"""Shows a person the protected values of one customer, for a purpose, and keeps that he has looked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from application_svc.use_cases.ports import Sealed, UnitOfWork
from loan_contracts.messages import AuditRecorded
from loan_servicekit.core import Caller, NotFound, new_id


class RevealField(StrEnum):
    """What can be shown in full."""

    NAME = "name"
    IDENTITY_NUMBER = "identity_number"
    MOBILE = "mobile"
    CARD_NUMBER = "card_number"
    EMPLOYER = "employer"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class RevealCustomer:
    """These fields of this customer; `purpose` is a code, `task_id` the work that needs them."""

    caller: Caller
    customer_id: UUID
    fields: tuple[RevealField, ...]
    purpose: str
    task_id: UUID | None


async def reveal_customer(command: RevealCustomer, uow: UnitOfWork, now: datetime) -> Sealed:
    """Raises NotFound `customer-not-found`, Forbidden `other-branch`."""
    customer_id = command.customer_id
    sealed: Sealed | None = uow.batch["sealed"].get(customer_id)
    if sealed is None:
        raise NotFound("customer-not-found", f"there is no customer {customer_id}")
    command.caller.require_branch(sealed.branch)
    fields = ",".join(command.fields)
    uow.identity_reads.append(
        new_id(), customer_id, command.purpose, fields, command.task_id, command.caller.subject, now
    )
    detail = {"purpose": command.purpose, "fields": fields} | (
        {"task_id": str(command.task_id)} if command.task_id else {}
    )
    uow.emit(
        AuditRecorded(subject_type="customer", subject_id=str(customer_id), action="reveal_customer", detail=detail)
    )
    return sealed
