"""Stores what the outside world answered and tells the platform; each piece of work is finished once.

Its row on the desk is marked as done for all of a batch before these use cases run: `mark_done` in persistence/desk.py.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from integration_gateway.domain.notifications.notice import Delivery
from integration_gateway.domain.payments.payment import PaymentResult, PaymentState
from integration_gateway.domain.sources.answer import Collection
from integration_gateway.use_cases.ports import Due, UnitOfWork
from loan_contracts.assessment import ExternalDataCollected
from loan_contracts.cards import CardCheck, CardVerified
from loan_contracts.lending import PaymentDirection, PaymentFailed, PaymentSettled
from loan_contracts.operations import NotificationDelivered
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import Conflict


@dataclass(frozen=True, slots=True)
class FinishCollection:
    """All sources have answered or are recorded as silent; `raw` is their text, sealed."""

    due: Due
    found: Collection
    raw: str

    @property
    def outcome(self) -> dict[str, Any]:
        """What the desk keeps."""
        return {source.value: answer.status.value for source, answer in self.found.answers.items()}


@dataclass(frozen=True, slots=True)
class FinishPayment:
    """The channel has said how an order ended."""

    due: Due
    result: PaymentResult

    @property
    def outcome(self) -> dict[str, Any]:
        """What the desk keeps."""
        return {"state": self.result.state.value, "code": self.result.code, "reference": self.result.channel_reference}


@dataclass(frozen=True, slots=True)
class FinishNotice:
    """The channel has taken a message, or refused it."""

    due: Due
    delivery: Delivery

    @property
    def outcome(self) -> dict[str, Any]:
        """What the desk keeps."""
        return {"delivered": self.delivery.delivered, "code": self.delivery.code}


@dataclass(frozen=True, slots=True)
class FinishVerification:
    """The bank has said whether a card is its customer's."""

    due: Due
    check: CardCheck
    code: str

    @property
    def outcome(self) -> dict[str, Any]:
        """What the desk keeps."""
        return {"check": self.check.value, "code": self.code}


def _require_open(due: Due, uow: UnitOfWork) -> None:
    """Refuses what somebody else has marked as done before this batch did."""
    if due.id not in uow.batch["open"]:
        raise Conflict("request-finished", f"the request {due.id} is finished already")


async def finish_collection(command: FinishCollection, uow: UnitOfWork, now: datetime) -> None:
    """Keeps the facts and the sealed answers, and tells the facts."""
    _require_open(command.due, uow)
    body, facts = command.due.body, command.found.facts()
    answers = [
        {"source": a.source.value, "status": a.status.value, "code": a.code, "source_ref": a.source_ref,
         "raw_hash": a.raw_hash, "elapsed_ms": a.elapsed_ms, "charged": a.charged, "adapter": a.adapter_version}
        | ({"reused_from": str(a.reused_from), "fetched_at": a.fetched_at.isoformat()} if a.reused_from else {})
        for a in command.found.answers.values()
    ]  # fmt: skip
    uow.collections.append(command.due.id, UUID(body["application_id"]), UUID(body["customer_id"]),
                           body["purpose_code"], now, facts.model_dump(mode="json", exclude_none=True), answers,
                           command.raw, _report_at(command.found))  # fmt: skip
    uow.emit(
        ExternalDataCollected(
            application_id=UUID(body["application_id"]),
            request_id=command.due.id,
            case_id=UUID(body["case_id"]),
            facts=facts,
        )
    )


def _report_at(found: Collection) -> datetime | None:
    """When the credit report was fetched that came with this collection, if one did: it may serve again."""
    report = found.answers.get(Source.CREDIT_BUREAU)
    fresh = report is not None and report.status is SourceStatus.HIT and report.reused_from is None
    return report.fetched_at if report is not None and fresh else None


async def finish_payment(command: FinishPayment, uow: UnitOfWork, now: datetime) -> None:
    """Tells how the payment ended."""
    _require_open(command.due, uow)
    body = command.due.body
    common = {"payment_id": command.due.id, "loan_id": UUID(body["loan_id"]),
              "application_id": UUID(body["application_id"]), "direction": PaymentDirection(body["direction"]),
              "amount_minor": body["amount_minor"]}  # fmt: skip
    if command.result.state is PaymentState.SUCCESS:
        uow.emit(PaymentSettled(**common, currency=body["currency"], settled_at=now,
                                channel_reference=command.result.channel_reference))  # fmt: skip
    else:
        uow.emit(PaymentFailed(**common, code=command.result.code, failed_at=now))


async def finish_verification(command: FinishVerification, uow: UnitOfWork, now: datetime) -> None:
    """Tells what the bank said."""
    _require_open(command.due, uow)
    body = command.due.body
    uow.emit(CardVerified(customer_id=UUID(body["customer_id"]), verification_id=command.due.id,
                          card_token=body["card_token"], outcome=command.check, code=command.code))  # fmt: skip


async def finish_notice(command: FinishNotice, uow: UnitOfWork, now: datetime) -> None:
    """Tells the service that asked; notices that the gateway sends of its own accord are only kept."""
    _require_open(command.due, uow)
    body = command.due.body
    if body.get("requested") and command.delivery.delivered:
        application_id = UUID(body["application_id"]) if body.get("application_id") else None
        uow.emit(NotificationDelivered(notification_id=command.due.id, customer_id=UUID(body["customer_id"]),
                                       application_id=application_id, template=body["template"]))  # fmt: skip
