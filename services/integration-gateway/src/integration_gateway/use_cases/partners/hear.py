"""What the platform tells of applications: the applicant is told as before, and the partner who brought it by a row for
each event, in the message's own transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID, uuid5

import orjson

from integration_gateway.domain.desk.work import Kind
from integration_gateway.domain.partners.partner_application import Stage
from integration_gateway.use_cases.customers.keep_relation import (
    BeginRelation,
    EndRelation,
    begin_relation,
    end_relation,
    line_end,
    settlement,
)
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.notifications.reminders import TellDue, due_notice, tell_due
from integration_gateway.use_cases.notifications.tell_applicant import (
    TellApplicant,
    decision_notice,
    disbursement_notice,
    return_notice,
    supplement_notice,
    tell_applicant,
)
from integration_gateway.use_cases.partners.ports import UnitOfWork
from integration_gateway.use_cases.partners.records import DeliveryRow, EventRow
from loan_contracts.applications import ApplicationWithdrawn, OfferMade
from loan_contracts.decisions import DecisionMade, Outcome, SupplementRequested
from loan_contracts.lending import (
    CreditLineChanged,
    LoanDisbursed,
    LoanSettled,
    RepaymentDue,
    RepaymentMissed,
    RepaymentReceived,
    RepaymentReversed,
)
from loan_contracts.message import JsonObject, Message

Consequence: TypeAlias = TellApplicant | TellDue | BeginRelation | EndRelation | None


@dataclass(frozen=True, slots=True)
class Heard:
    """Something about an application: what a partner is told of it, and what follows for the applicant."""

    application_id: UUID
    event: str
    sequence: int
    data: JsonObject = field(repr=False)
    stage: Stage | None = None
    consequence: Consequence = None

    @property
    def event_id(self) -> UUID:
        """The same for the same message, which may come again."""
        loan, repayment = (
            self.data.get("loan_id", ""),
            self.data.get("repayment_id", ""),
        )  # an application may have several
        return uuid5(self.application_id, f"{self.event} {self.sequence} {loan} {repayment}")


async def hear(command: Heard, intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Raises what telling the applicant raises."""
    match command.consequence:
        case TellApplicant():
            await tell_applicant(command.consequence, intake, uow, now)
        case TellDue():
            await tell_due(command.consequence, intake, uow, now)
        case BeginRelation():
            await begin_relation(command.consequence, intake, uow, now)
        case EndRelation():
            await end_relation(command.consequence, uow, now)
    if (partner_id := intake.partners.get(command.application_id)) is None:
        return
    application = await uow.partner_applications.get(command.application_id)
    application.hear(command.stage, command.event)
    data = {"application_id": str(application.id), "reference": application.reference} | command.data
    event = EventRow(command.event_id, application.id, partner_id, command.event, data, now)
    uow.partner_events.append(event)
    uow.webhook_deliveries.append(_delivery(event))
    intake.kinds.add(Kind.WEBHOOK)


def _delivery(event: EventRow) -> DeliveryRow:
    body = orjson.dumps({"type": event.type, "timestamp": event.told_at, "data": event.data}).decode()
    at = event.told_at
    return DeliveryRow(event.id, event.application_id, event.partner_id, event.type, body, at, at, at)


_TERMS = frozenset({"amount_minor", "term_months", "annual_rate", "repayment_method"})
_LENT = {"loan_id", "loan_no", "principal_minor", "value_date", "maturity_date", "first_due_date", "instalment_minor"}
_PARTS = {"principal_minor", "interest_minor", "fee_minor", "total_minor"}
_MONEY = frozenset({"loan_id", "repayment_id", "amount_minor", "business_date", "outstanding_principal_minor"})
_LINE = frozenset({"line_id", "status", "limit_minor", "annual_rate", "expires_on"})
_MISSED = frozenset({"loan_id", "instalment_no", "due_date", "overdue_minor", "dpd"})
EVENTS: Mapping[str, tuple[type[Message], frozenset[str]]] = MappingProxyType(
    {
        "application.decided": (DecisionMade, _TERMS | {"outcome", "decided_at"}),
        "application.supplement-requested": (SupplementRequested, frozenset({"document_kinds", "due_at"})),
        "application.withdrawn": (ApplicationWithdrawn, frozenset({"reason", "withdrawn_at"})),
        "offer.made": (OfferMade, _TERMS | {"contract_no", "apr_irr_nominal", "expires_at"}),
        "loan.disbursed": (LoanDisbursed, (_TERMS - {"amount_minor"}) | _LENT | {"disbursed_at"}),
        "credit-line.changed": (CreditLineChanged, _LINE),
        "loan.settled": (LoanSettled, frozenset({"loan_id", "settled_on"})),
        "repayment.due": (RepaymentDue, frozenset(_PARTS | {"loan_id", "instalment_no", "due_date", "payable_on"})),
        "repayment.received": (RepaymentReceived, _MONEY),
        "repayment.reversed": (RepaymentReversed, _MONEY),
        "repayment.missed": (RepaymentMissed, _MISSED),
    }
)
"""What a partner is told: by event the message that brings it, and which of its fields are a partner's business."""


def decision(message: DecisionMade) -> Heard:
    """How it was decided; why is told to the applicant himself."""
    declined = message.outcome is Outcome.DECLINED
    stage = Stage.DECLINED if declined else Stage.APPROVED
    unsaid = _TERMS if declined else frozenset[str]()
    return _heard(message, "application.decided", stage, decision_notice(message), unsaid)


def supplement(message: SupplementRequested) -> Heard:
    """Documents are asked for."""
    return _heard(message, "application.supplement-requested", Stage.SUPPLEMENT, supplement_notice(message))


def withdrawal(message: ApplicationWithdrawn) -> Heard:
    """The applicant has stepped back."""
    return _heard(message, "application.withdrawn", Stage.WITHDRAWN)


def offer(message: OfferMade) -> Heard:
    """There is an offer, which the borrower reads and accepts himself."""
    return _heard(message, "offer.made", Stage.OFFERED)


def disbursement(message: LoanDisbursed) -> Heard:
    """The money is out."""
    return _heard(message, "loan.disbursed", Stage.DISBURSED, disbursement_notice(message))


def settled(message: LoanSettled) -> Heard:
    """Nothing is owed any more; of a credit line only when the line is over."""
    stage = None if message.line_id else Stage.SETTLED
    return _heard(message, "loan.settled", stage, settlement(message))


def line_changed(message: CreditLineChanged) -> Heard:
    """A credit line can be drawn, or no more."""
    stage = Stage.SETTLED if message.status == "CLOSED" else None
    return _heard(message, "credit-line.changed", stage, line_end(message))


def due(message: RepaymentDue) -> Heard:
    """An instalment falls due: its borrower is reminded, too."""
    return _heard(message, "repayment.due", consequence=due_notice(message))


def received(message: RepaymentReceived) -> Heard:
    """Money has come in."""
    return _heard(message, "repayment.received")


def reversed(message: RepaymentReversed) -> Heard:
    """Money that had come in has gone back."""
    return _heard(message, "repayment.reversed", consequence=return_notice(message))


def missed(message: RepaymentMissed) -> Heard:
    """An instalment was not paid."""
    return _heard(message, "repayment.missed")


def _heard(
    message: Message,
    event: str,
    stage: Stage | None = None,
    consequence: Consequence = None,
    unsaid: frozenset[str] = frozenset(),
) -> Heard:
    kind, names = EVENTS[event]
    assert isinstance(message, kind)
    data = message.model_dump(mode="json", include=set(names - unsaid))
    application_id: UUID = message.application_id  # type: ignore[attr-defined]
    sequence: int = message.sequence
    return Heard(application_id, event, sequence, data, stage, consequence)
