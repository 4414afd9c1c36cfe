"""Takes in orders to pay, and questions about cards."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never
from uuid import UUID

from integration_gateway.domain.payments.card import Verify
from integration_gateway.domain.payments.payment import Pay
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import UnitOfWork
from integration_gateway.use_cases.desk.take_request import TakeRequest
from loan_contracts.cards import CardVerificationRequested
from loan_contracts.lending import PaymentDirection, PaymentRequested
from loan_contracts.seals import Seals
from loan_servicekit.core import NotCredible


@dataclass(frozen=True, slots=True)
class TakeOrder:
    """An order to pay. `sealed`: it bears the seal of who may give it."""

    id: UUID
    work: Pay
    sealed: bool


async def take_order(command: TakeOrder, intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Only what postloan-svc has sealed is an order: raises NotCredible `seal-invalid`, and `order-invalid` for one of
    nothing or less. A loan is paid out once: raises NotCredible `loan-paid-out` for a second pay-out beside one that is
    settled or has no end yet, whatever the bus has told of it; who orders may have believed a forged `payment.failed`.
    It gets back what was paid too much one refund after the other: NotCredible `refund-under-way` beside an open one.
    """
    if not command.sealed:
        raise NotCredible("seal-invalid", f"payment {command.id} does not bear the seal of postloan-svc")
    if command.work.amount_minor <= 0:
        raise NotCredible("order-invalid", f"payment {command.id} is of {command.work.amount_minor}")
    match command.work.direction:
        case PaymentDirection.PAY_OUT:
            before = intake.paid_out.setdefault(command.work.loan_id, command.id)
            if before != command.id:
                raise NotCredible("loan-paid-out", f"{command.id} would pay out a second time beside {before}")
        case PaymentDirection.REFUND:
            before = intake.refunding.setdefault(command.work.loan_id, command.id)
            if before != command.id:
                raise NotCredible("refund-under-way", f"{command.id} would give back beside {before}")
        case PaymentDirection.COLLECT:
            pass
        case unknown:
            assert_never(unknown)
    intake.put(uow, command.id, command.work, now)


def payment(message: PaymentRequested, orders: Seals) -> TakeOrder:
    """Money out or in; `orders` knows the seal of who may order payments."""
    work = Pay(
        application_id=message.application_id,
        loan_id=message.loan_id,
        customer_id=message.customer_id,
        direction=message.direction,
        amount_minor=message.amount_minor,
        currency=message.currency,
        card_token=message.card_token,
        payee_token=message.payee_token,
        agreement_id=message.agreement_id,
    )
    return TakeOrder(message.payment_id, work, orders.bears(message))


def verification(message: CardVerificationRequested) -> TakeRequest[Verify]:
    """Whether a card is its customer's."""
    return TakeRequest(message.verification_id, Verify(message.customer_id, message.card_token))
