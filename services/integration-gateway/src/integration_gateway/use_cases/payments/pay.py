"""Moves money. An order whose end is unknown stays on the desk under its one order number."""

import logging
from dataclasses import dataclass

from integration_gateway.domain.customers.subject import CustomerIdentity
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.payments.card import CardQuestion, Verify, question_id
from integration_gateway.domain.payments.payment import (
    CARD_DIFFERS,
    Pay,
    PaymentOrder,
    PaymentResult,
    PaymentState,
    order_id,
)
from integration_gateway.use_cases.desk.engine import Postpone
from integration_gateway.use_cases.payments.finish_payment import FinishPayment, FinishVerification
from integration_gateway.use_cases.payments.ports import Cards, Payments

log = logging.getLogger(__name__)

OPEN_FOR_S = (1.0, 2.0, 5.0, 10.0, 30.0)
"""How long what has no end yet waits for the next attempt, by how many there were."""


@dataclass(frozen=True, slots=True)
class Paying:
    """The payment channel."""

    payments: Payments

    async def pay(self, item: WorkItem[Pay], customer: CustomerIdentity) -> FinishPayment | Postpone:
        """Sends the order or finds out what became of it."""
        work, subject = item.work, customer.subject
        order = PaymentOrder(
            order_id=order_id(item.id, work.direction),
            direction=work.direction,
            amount_minor=work.amount_minor,
            ordered_at=item.requested_at,
            biz_no=str(work.loan_id),
            card=subject.card or "",
            name=subject.name,
            identity_number=subject.identity_number,
            currency=work.currency,
        )
        if subject.card and work.card_token in (None, subject.card_token):
            result = await self.payments.settle(order, sent_before=item.tries > 0)
        else:
            result = await self._withheld(item, order)
        if result.state is PaymentState.UNKNOWN:
            delay_s = _delay_s(item.tries)
            log.info("payment.open", extra={"payment": str(item.id), "code": result.code, "retry_s": delay_s})
            return Postpone(item.id, delay_s)
        return FinishPayment(item, result)

    async def _withheld(self, item: WorkItem[Pay], order: PaymentOrder) -> PaymentResult:
        """The borrower's card is not the one that the order names: nothing is sent. An order that nobody can have
        sent has failed, for a person to give another;
        one that may have been sent before is only asked for (domain.md §7.8)."""
        log.error("payment.withheld", extra={"payment": str(item.id), "code": CARD_DIFFERS, "tries": item.tries})
        if item.tries == 0:
            return PaymentResult(order.order_id, PaymentState.FAIL, CARD_DIFFERS)
        return await self.payments.look_up(order)


@dataclass(frozen=True, slots=True)
class Verifying:
    """The bank's word on cards."""

    cards: Cards

    async def verify(self, item: WorkItem[Verify], customer: CustomerIdentity) -> FinishVerification | Postpone:
        """Asks whether a card is its customer's, until there is an answer. One that was replaced meanwhile is asked
        about under its own number."""
        subject = customer.subject
        question = CardQuestion(
            question_id(item.id), subject.card or "", subject.name, subject.identity_number, subject.mobile
        )
        answer = await self.cards.verify(question)
        if answer.check is None:
            return Postpone(item.id, _delay_s(item.tries))
        return FinishVerification(item, answer.check, answer.code)


def _delay_s(tries: int) -> float:
    return OPEN_FOR_S[min(tries, len(OPEN_FOR_S) - 1)]
