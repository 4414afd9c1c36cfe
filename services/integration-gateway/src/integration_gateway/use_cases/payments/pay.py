"""Moves money. An order is kept under its number and time before it is sent, and is sent once.

Where its end is not known, queries find it out (domain.md R-7.8b). Only an order that the channel does not know after
its own interval is followed by another one, under a number of its own.
"""

import asyncio
import logging
from dataclasses import dataclass, replace

from integration_gateway.domain.customers.subject import CustomerIdentity, Subject
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.payments.agreement import binding_of
from integration_gateway.domain.payments.card import CardQuestion, Verify, question_id
from integration_gateway.domain.payments.payment import (
    CARD_DIFFERS,
    COLLECT_WITHIN,
    ORDER_UNKNOWN,
    PAYEE_DIFFERS,
    TOO_LATE,
    Attempt,
    Pay,
    PaymentOrder,
    PaymentResult,
    PaymentState,
    attempt_of,
)
from integration_gateway.use_cases.desk.engine import Postpone
from integration_gateway.use_cases.desk.waits import OPEN_FOR_S, delay_s
from integration_gateway.use_cases.payments.finish_payment import FinishPayment, FinishVerification
from integration_gateway.use_cases.payments.ports import Attempts, Cards, Payments
from loan_contracts.lending import PaymentDirection
from loan_servicekit.core import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Paying:
    """The payment channel, the orders that were given to it, and the clock."""

    payments: Payments
    attempts: Attempts
    clock: Clock

    async def pay(self, item: WorkItem[Pay], customer: CustomerIdentity) -> FinishPayment | Postpone:
        """Sends the first order, or finds out what became of the last one. Nobody has kept an order of a payment that
        nobody has tried: then there is none to look for."""
        subject = customer.subject
        last = await self.attempts.latest(item.id) if item.tries else None
        if last is None:
            return await self._order(item, subject, 1)
        result = await self.payments.look_up(_order_of(item, subject, last))
        if result.code == ORDER_UNKNOWN and self.clock() - last.ordered_at >= self.payments.schedule.absent_after:
            log.warning("payment.absent", extra={"payment": str(item.id), "order": last.order_id})
            if item.work.direction is PaymentDirection.COLLECT:  # who is owed asks anew, for what is due by then
                return FinishPayment(item, replace(result, state=PaymentState.FAIL))
            return await self._order(item, subject, last.number + 1)
        return self._outcome(item, last, result)

    async def _order(self, item: WorkItem[Pay], subject: Subject, number: int) -> FinishPayment | Postpone:
        """Sends an order. None is sent to another card or counterparty than the one that it names: such a payment has
        failed, for a person to look at (R-7.8d)."""
        work = item.work
        attempt = attempt_of(item.id, work.direction, number, self.clock())
        if work.direction is PaymentDirection.COLLECT and self.clock() - item.requested_at >= COLLECT_WITHIN:
            return FinishPayment(item, PaymentResult(attempt.order_id, PaymentState.FAIL, TOO_LATE))
        if code := _differs(work, subject):
            log.error("payment.withheld", extra={"payment": str(item.id), "code": code, "tries": item.tries})
            return FinishPayment(item, PaymentResult(attempt.order_id, PaymentState.FAIL, code))
        if not await self.attempts.begin(item, attempt):
            return Postpone(item.id, OPEN_FOR_S[0])
        order = _order_of(item, subject, attempt)
        result = await self.payments.send(order)
        if not result.sent:
            await self.attempts.withdraw(item.id, attempt)
            return Postpone(item.id, delay_s(item.tries))
        for wait_s in self.payments.schedule.at_once():
            if result.state is not PaymentState.UNKNOWN:
                break
            await asyncio.sleep(wait_s)
            result = await self.payments.look_up(order)
        return self._outcome(item, attempt, result)

    def _outcome(self, item: WorkItem[Pay], attempt: Attempt, result: PaymentResult) -> FinishPayment | Postpone:
        if result.state is not PaymentState.UNKNOWN:
            return FinishPayment(item, result)
        delay_s = self.payments.schedule.next_wait_s(self.clock() - attempt.ordered_at)
        log.info("payment.open", extra={"payment": str(item.id), "code": result.code, "retry_s": delay_s})
        return Postpone(item.id, delay_s)


def _differs(work: Pay, subject: Subject) -> str | None:
    """Why an order is not sent: it names another payee than the owner of identities tells."""
    if work.payee_token is not None:
        return None if work.payee_token in subject.payees else PAYEE_DIFFERS
    return CARD_DIFFERS if not subject.card or work.card_token not in (None, subject.card_token) else None


def _order_of(item: WorkItem[Pay], subject: Subject, attempt: Attempt) -> PaymentOrder:
    work = item.work
    payee = subject.payees.get(work.payee_token) if work.payee_token else None
    return PaymentOrder(
        order_id=attempt.order_id,
        direction=work.direction,
        amount_minor=work.amount_minor,
        ordered_at=attempt.ordered_at,
        biz_no=str(work.loan_id),
        card=payee.account if payee else subject.card or "",
        name=payee.name if payee else subject.name,
        identity_number="" if payee else subject.identity_number,
        currency=work.currency,
        registration=payee.registration if payee else None,
        binding=binding_of(work.agreement_id) if work.agreement_id else None,
    )


@dataclass(frozen=True, slots=True)
class Verifying:
    """The bank's word on cards."""

    cards: Cards

    async def verify(self, item: WorkItem[Verify], customer: CustomerIdentity) -> FinishVerification | Postpone:
        """Asks whether a card is its customer's, until there is an answer. One that was replaced meanwhile is asked
        about under its own number."""
        subject = customer.subject
        question = CardQuestion(
            question_id(item.id, item.tries), subject.card or "", subject.name, subject.identity_number, subject.mobile
        )
        answer = await self.cards.verify(question)
        if answer.check is None:
            return Postpone(item.id, delay_s(item.tries))
        return FinishVerification(item, answer.check, answer.code)
