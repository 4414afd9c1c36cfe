"""Takes in what the outside world is to be asked for. Asking comes after the commit: no remote call in a transaction."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.ports import UnitOfWork
from loan_contracts.assessment import ExternalDataRequested
from loan_contracts.cards import CardVerificationRequested
from loan_contracts.decisions import DecisionMade, Outcome, SupplementRequested
from loan_contracts.lending import LoanDisbursed, PaymentRequested
from loan_contracts.message import Message
from loan_contracts.operations import NotificationRequested
from loan_contracts.seals import Seals
from loan_servicekit.core import NotCredible, NotFound


class Kind(StrEnum):
    """Kinds of outside work."""

    COLLECT = "COLLECT"
    PAY = "PAY"
    NOTIFY = "NOTIFY"
    VERIFY = "VERIFY"


@dataclass(frozen=True, slots=True)
class TakeRequest:
    """One piece of work for the desk; its id makes it unique, whoever asks again. `sealed`: an order that bears the seal
    of who may give it."""

    kind: Kind
    id: UUID
    application_id: UUID | None
    body: dict[str, Any]
    sealed: bool = False


async def take_request(command: TakeRequest, uow: UnitOfWork, now: datetime) -> None:
    """Puts it on the desk with its trace. A message that names no customer is about one whose data was collected.

    A collection is told where a credit report is that may serve again for the same purpose (domain.md R-7.2).
    """
    body, intake = command.body, uow.batch["intake"]
    assert isinstance(intake, Intake)
    if "customer_id" not in body:
        customer_id = intake.customers.get(command.application_id) if command.application_id else None
        if customer_id is None:
            raise NotFound("customer-unknown", f"nothing was collected for application {command.application_id} yet")
        body = body | {"customer_id": str(customer_id)}
    if command.id in intake.reports:
        body = body | {"report_of": str(intake.reports[command.id])}
    assert uow.cause is not None
    intake.put(uow.desk, command.kind.value, command.id, command.application_id, body, uow.cause, now)


async def take_order(command: TakeRequest, uow: UnitOfWork, now: datetime) -> None:
    """Only what postloan-svc has sealed is an order: raises NotCredible `seal-invalid`, and `order-invalid` for one of
    nothing or less."""
    if not command.sealed:
        raise NotCredible("seal-invalid", f"payment {command.id} does not bear the seal of postloan-svc")
    if command.body["amount_minor"] <= 0:
        raise NotCredible("order-invalid", f"payment {command.id} is of {command.body['amount_minor']}")
    await take_request(command, uow, now)


def collection(message: ExternalDataRequested) -> TakeRequest:
    """The sources of one application."""
    body = {"application_id": str(message.application_id), "case_id": str(message.case_id),
            "customer_id": str(message.customer_id), "sources": [source.value for source in message.sources],
            "purpose_code": message.purpose_code}  # fmt: skip
    return TakeRequest(Kind.COLLECT, message.request_id, message.application_id, body)


def payment(message: PaymentRequested, orders: Seals) -> TakeRequest:
    """Money out or in."""
    body = {"application_id": str(message.application_id), "loan_id": str(message.loan_id),
            "customer_id": str(message.customer_id), "direction": message.direction.value,
            "amount_minor": message.amount_minor, "currency": message.currency}  # fmt: skip
    if message.card_token is not None:
        body["card_token"] = message.card_token
    return TakeRequest(Kind.PAY, message.payment_id, message.application_id, body, orders.bears(message))


def verification(message: CardVerificationRequested) -> TakeRequest:
    """Whether a card is its customer's."""
    body = {"customer_id": str(message.customer_id), "card_token": message.card_token}
    return TakeRequest(Kind.VERIFY, message.verification_id, None, body)


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
