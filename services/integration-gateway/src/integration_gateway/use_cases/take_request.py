"""Takes in what the outside world is to be asked for. Asking comes after the commit: no remote call in a transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from integration_gateway.use_cases.ports import UnitOfWork
from loan_contracts.assessment import ExternalDataRequested
from loan_contracts.decisions import DecisionMade, Outcome, SupplementRequested
from loan_contracts.lending import LoanDisbursed, PaymentRequested
from loan_contracts.message import Message
from loan_contracts.operations import NotificationRequested
from loan_servicekit.core import NotFound


class Kind(StrEnum):
    """Kinds of outside work."""

    COLLECT = "COLLECT"
    PAY = "PAY"
    NOTIFY = "NOTIFY"


@dataclass(frozen=True, slots=True)
class TakeRequest:
    """One piece of work for the desk; its id makes it unique, whoever asks again."""

    kind: Kind
    id: UUID
    application_id: UUID | None
    body: dict[str, Any]


async def take_request(command: TakeRequest, uow: UnitOfWork, now: datetime) -> None:
    """Puts it on the desk with its trace. A message that names no customer is about one whose data was collected."""
    body = command.body
    if "customer_id" not in body:
        customer_id = uow.batch["customers"].get(command.application_id)
        if customer_id is None:
            raise NotFound("customer-unknown", f"nothing was collected for application {command.application_id} yet")
        body = body | {"customer_id": str(customer_id)}
    assert uow.cause is not None
    uow.batch.setdefault("taken", set()).add(command.kind.value)
    uow.desk.append(command.id, command.kind.value, command.application_id, body, now, now, uow.cause.correlation_id,
                    uow.cause.causation_id, uow.cause.traceparent)  # fmt: skip


def collection(message: ExternalDataRequested) -> TakeRequest:
    """The sources of one application."""
    return TakeRequest(Kind.COLLECT, message.request_id, message.application_id, message.model_dump(mode="json"))


def payment(message: PaymentRequested) -> TakeRequest:
    """Money out or in."""
    return TakeRequest(Kind.PAY, message.payment_id, message.application_id, message.model_dump(mode="json"))


def notification(message: NotificationRequested) -> TakeRequest:
    """What another service wants to be told."""
    body = {"customer_id": str(message.customer_id), "template": message.template, "parameters": message.parameters,
            "application_id": str(message.application_id) if message.application_id else None, "requested": True}  # fmt: skip
    return TakeRequest(Kind.NOTIFY, message.notification_id, message.application_id, body)


def _told(message: Message, template: str, application_id: UUID, parameters: dict[str, str]) -> TakeRequest:
    id = uuid5(application_id, f"{template} {message.sequence}")
    return TakeRequest(Kind.NOTIFY, id, application_id, {"template": template, "parameters": parameters})


def decision_notice(message: DecisionMade) -> TakeRequest:
    """The applicant hears of the decision; reasons and figures are shown in the front end, not in a text message."""
    template = "decision-declined" if message.outcome is Outcome.DECLINED else "decision-approved"
    return _told(message, template, message.application_id, {})


def disbursement_notice(message: LoanDisbursed) -> TakeRequest:
    """The borrower hears that the money is on its way."""
    told = _told(message, "loan-disbursed", message.application_id, {"loan_no": message.loan_no})
    return replace(told, body=told.body | {"customer_id": str(message.customer_id)})


def supplement_notice(message: SupplementRequested) -> TakeRequest:
    """The applicant hears which documents are missing."""
    return _told(
        message, "supplement-requested", message.application_id, {"documents": ",".join(message.document_kinds)}
    )
