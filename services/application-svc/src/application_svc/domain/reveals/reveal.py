"""When protected values of a customer may be shown to a person: for a task of his, or for a stated case, and not for
more customers in an hour than work needs (个人信息保护法 Art. 6: the least that the purpose needs)."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.errors import wrong_field
from loan_servicekit.core import Conflict, Forbidden

WITHIN = timedelta(hours=1)
OVER = (ApplicationStatus.DRAFT, ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN, ApplicationStatus.EXPIRED)


class RevealPurpose(StrEnum):
    """Why the values are needed. What there is to say beside it is said in the task or in the case."""

    PHONE_VERIFICATION = "PHONE_VERIFICATION"
    IDENTITY_VERIFICATION = "IDENTITY_VERIFICATION"
    DOCUMENT_CHECK = "DOCUMENT_CHECK"
    REVIEW = "REVIEW"
    FIELD_VISIT = "FIELD_VISIT"
    CONTRACT = "CONTRACT"
    PAY_OUT = "PAY_OUT"
    COLLECTION = "COLLECTION"
    COMPLAINT = "COMPLAINT"
    CORRECTION = "CORRECTION"
    FRAUD_INVESTIGATION = "FRAUD_INVESTIGATION"
    LEGAL_REQUEST = "LEGAL_REQUEST"


class KnownTask(NamedTuple):
    """A task as its messages have told of it. `assignee` None: it waits in the inbox of its role."""

    application_id: UUID
    role: str
    assignee: str | None
    open: bool


class StatedCase(NamedTuple):
    """An application as far as it justifies a look."""

    customer_id: UUID
    status: ApplicationStatus
    has_loan: bool


def require_task(task: KnownTask | None, subject: str, roles: Iterable[str]) -> None:
    """Raises Forbidden `reveal-without-task` unless the task is open and the person's, or waits for one of his role."""
    if task is None or not task.open:
        allowed = False
    elif task.assignee is None:
        allowed = task.role in roles
    else:
        allowed = task.assignee == subject
    if not allowed:
        raise Forbidden("reveal-without-task", "no open task of this id is yours, or waits for one of your role")


def require_case(case: StatedCase | None, customer_id: UUID) -> None:
    """Raises Forbidden `reveal-without-case` unless the application is the customer's and runs: in process, offered, or
    with a loan."""
    if case is None or case.customer_id != customer_id or (case.status in OVER and not case.has_loan):
        raise Forbidden(
            "reveal-without-case", "no application of this customer that is under way or has a loan has this id"
        )


def require_reason(task_id: UUID | None, application_id: UUID | None) -> None:
    """Raises Invalid `reveal-needs-a-case` where neither a task nor a case is named."""
    if task_id is None and application_id is None:
        raise wrong_field(
            "/application_id", "reveal-needs-a-case", "name the task that needs the values, or the application"
        )


def require_measure(seen: frozenset[UUID], customer_id: UUID, most: int) -> None:
    """Raises Conflict `reveals-too-many` where a person has looked at so many other customers within the hour."""
    if customer_id not in seen and len(seen) >= most:
        raise Conflict(
            "reveals-too-many", f"you have looked at {len(seen)} customers within the hour, and {most} are the most"
        )
