"""Shows a person the protected values of one customer, for a task or a stated case, and keeps that he has looked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from application_svc.domain.reveals.reveal import (
    RevealPurpose,
    require_case,
    require_measure,
    require_reason,
    require_task,
)
from application_svc.use_cases.customers.ports import Sealed
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.reveals.ports import IdentityRead, Looks
from loan_contracts.operations import AuditRecorded
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
    """These fields of this customer, for the task or the application that needs them; `most` customers an hour."""

    caller: Caller
    customer_id: UUID
    fields: tuple[RevealField, ...]
    purpose: RevealPurpose
    task_id: UUID | None
    application_id: UUID | None
    most: int


async def reveal_customer(command: RevealCustomer, looks: Looks, uow: UnitOfWork, now: datetime) -> Sealed:
    """Raises NotFound `customer-not-found`, Forbidden `other-branch`, `reveal-without-task`, `reveal-without-case`,
    Invalid `reveal-needs-a-case`, Conflict `reveals-too-many`."""
    customer_id, caller = command.customer_id, command.caller
    sealed = looks.sealed.get(customer_id)
    if sealed is None:
        raise NotFound("customer-not-found", f"there is no customer {customer_id}")
    caller.require_branch(sealed.branch)
    application_id = _case_of(command, looks)
    seen = looks.seen.get(caller.subject, frozenset())
    require_measure(seen, customer_id, command.most)
    looks.seen[caller.subject] = seen | {customer_id}
    fields = ",".join(command.fields)
    uow.identity_reads.append(
        IdentityRead(
            call_id=new_id(),
            customer_id=customer_id,
            purpose=command.purpose.value,
            fields=fields,
            task_id=command.task_id,
            read_by=caller.subject,
            read_at=now,
            application_id=application_id,
        )
    )
    detail = {"purpose": command.purpose.value, "fields": fields} | (
        {"task_id": str(command.task_id)} if command.task_id else {}
    )
    uow.emit(
        AuditRecorded(
            subject_type="customer",
            subject_id=str(customer_id),
            application_id=application_id,
            action="reveal_customer",
            detail=detail,
        )
    )
    return sealed


def _case_of(command: RevealCustomer, looks: Looks) -> UUID:
    """The application that the look is for."""
    require_reason(command.task_id, command.application_id)
    application_id = command.application_id
    if command.task_id is not None:
        task = looks.tasks.get(command.task_id)
        require_task(task, command.caller.subject, command.caller.roles)
        assert task is not None
        application_id = application_id or task.application_id
        if application_id != task.application_id:
            application_id = None
    case = looks.cases.get(application_id) if application_id else None
    require_case(case, command.customer_id)
    assert application_id is not None
    return application_id
