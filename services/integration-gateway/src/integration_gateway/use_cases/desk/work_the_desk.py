"""Carries outside work from the desk to the world and back: take, ask, finish. One worker a kind.

Most pieces are handed over by the transaction that took them in; what was postponed, left or freed is claimed from the
desk. Each piece is asked for on its own, so that a source that hangs holds up nobody else; what comes back is finished
in shared transactions. A crash in between repeats the call under the same request id or order number.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID

from opentelemetry.trace import SpanKind

from integration_gateway.domain.customers.subject import SourceRequest
from integration_gateway.domain.notifications.notice import Channel, Notice
from integration_gateway.domain.payments.card import CardQuestion, question_id
from integration_gateway.domain.payments.payment import (
    CARD_DIFFERS,
    PaymentOrder,
    PaymentResult,
    PaymentState,
    order_id,
)
from integration_gateway.domain.sources.answer import Answer, Collection
from integration_gateway.use_cases.desk.finish_request import (
    FinishCollection,
    FinishNotice,
    FinishPayment,
    FinishVerification,
    finish_collection,
    finish_notice,
    finish_payment,
    finish_verification,
)
from integration_gateway.use_cases.ports import (
    Cards,
    CustomerIdentity,
    Customers,
    Desk,
    Due,
    Messages,
    OutsideData,
    Payments,
)
from loan_contracts.lending import PaymentDirection
from loan_contracts.values import IdentityPurpose, Source
from loan_servicekit.core import Clock, Conflict, DomainError, Unavailable
from loan_servicekit.telemetry import span

log = logging.getLogger(__name__)

MOST_IN_FLIGHT = 96
BUSY = 40  # pieces within a second from which waiting for company pays
IDLE_S = (
    1.0  # how long a piece may lie on the desk unseen that nobody has told of: postponed, or left by another process
)
AFTER_OUTAGE_S = 0.5
OPEN_PAYMENT_S = (1.0, 2.0, 5.0, 10.0, 30.0)
UNKNOWN_CUSTOMER_S = 30.0
NOTICE_TRIES = 8
PURPOSES = {
    "COLLECT": IdentityPurpose.LOAN_APPROVAL,
    "PAY": IdentityPurpose.PAYMENT,
    "NOTIFY": IdentityPurpose.NOTIFICATION,
    "VERIFY": IdentityPurpose.CARD_VERIFICATION,
}

ABOUT_A_BUSINESS = frozenset({Source.TAX, Source.REGISTRY})
"""A product that asks one of these is for the applicant's business."""

Finish = Callable[[Any, Any, Due], Awaitable[Any]]
Seal = Callable[[UUID, Collection], str]


def _customer(due: Due) -> UUID:
    return UUID(due.body["customer_id"])


class DeskWorker:
    """The loop that all kinds share; `ask` does one piece and finishes or postpones it."""

    kind = ""
    gather_s = 0.05  # under load, wait so long for company before the customers are asked for

    def __init__(self, desk: Desk, customers: Customers, finish: Finish, clock: Clock) -> None:
        self._desk, self._customers, self._finish, self._clock = desk, customers, finish, clock
        self._wake = asyncio.Event()
        self._running = False
        self._handed: list[Due] = []
        self._held: set[UUID] = set()  # handed over or under way
        self._left = True  # more may be on the desk than the last claim took
        self._told_of_more = 0  # how often
        self._look_at = 0.0
        self._unsure = False
        self._taken: deque[tuple[float, int]] = deque()
        self._in_flight: set[asyncio.Task[None]] = set()

    def room(self) -> int:
        """How many pieces it would begin at once; none while older ones wait on the desk, or while it does not run."""
        return MOST_IN_FLIGHT - len(self._held) if self._running and not self._left else 0

    def hand_over(self, pieces: Sequence[Due], left: bool) -> None:
        """Gives it pieces that are claimed for it; `left`: there are others on the desk."""
        self._handed += self._hold(pieces)
        if left:
            self._left, self._look_at = True, 0.0
            self._told_of_more += 1
        self._wake.set()

    def doubt(self) -> None:
        """Pieces may have been claimed for it without its hearing of them."""
        self._unsure = True
        self._wake.set()

    async def run(self) -> None:
        """Works until cancelled; what is under way then stays on the desk."""
        self._running = True
        try:
            while True:
                self._wake.clear()
                await self._work_once()
        finally:
            self._running, self._unsure = False, True
            self._handed.clear()
            self._held.clear()
            for task in self._in_flight:
                task.cancel()

    async def _work_once(self) -> None:
        try:
            if not await self._take():
                await self._idle(IDLE_S)
        except (Unavailable, OSError) as outage:
            log.warning("desk.waiting", extra={"kind": self.kind, "error": repr(outage)})
            await asyncio.sleep(AFTER_OUTAGE_S)
            self._unsure = True
        except Exception:  # a fault here must not end the worker: the work is still on the desk
            log.exception("desk.failed", extra={"kind": self.kind})
            await asyncio.sleep(AFTER_OUTAGE_S)
            self._unsure = True

    async def _idle(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _take(self) -> bool:
        """Takes what there is, much at once: the question for identities costs the same for one and for many."""
        if self._unsure:  # a claim may have been committed without our hearing of it
            self._unsure = False
            await self._desk.free(list(self._held))
            self._look_at = 0.0
        if self._handed and self._busy():
            await asyncio.sleep(self.gather_s)
        due, self._handed = self._handed, []
        try:
            due += await self._claimed()
            if not due:
                return False
            known = await self._customers.identities([_customer(each) for each in due], PURPOSES[self.kind])
        except Exception as error:
            await self._put_down(due, error)
            raise
        self._taken.append((monotonic(), len(due)))
        self._start(due, known)
        return True

    def _busy(self) -> bool:
        a_second_ago = monotonic() - 1
        while self._taken and self._taken[0][0] < a_second_ago:
            self._taken.popleft()
        return sum(count for _, count in self._taken) >= BUSY

    async def _claimed(self) -> Sequence[Due]:
        """What lies on the desk, where something is known to or has not been looked for lately."""
        if monotonic() < self._look_at:
            return ()
        limit = MOST_IN_FLIGHT - len(self._held)
        if limit < MOST_IN_FLIGHT // 2:
            self._left = True  # takes in nothing new until there is room to look
            return ()
        told = self._told_of_more
        found = await self._desk.claim(limit)
        self._left = len(found) == limit or told != self._told_of_more
        self._look_at = 0.0 if self._left else monotonic() + IDLE_S
        return self._hold(found)

    def _hold(self, pieces: Sequence[Due]) -> list[Due]:
        """Those that are not held already, as they can be after a doubt."""
        fresh = [each for each in pieces if each.id not in self._held]
        self._held.update(each.id for each in fresh)
        return fresh

    async def _put_down(self, due: Sequence[Due], error: Exception) -> None:
        ids = [each.id for each in due]
        self._held.difference_update(ids)
        if isinstance(error, Unavailable) and ids:
            await self._desk.postpone(ids, AFTER_OUTAGE_S, attempted=False)

    def _start(self, due: Sequence[Due], known: dict[UUID, CustomerIdentity]) -> None:
        for each in due:
            self._begin([each], self._guarded(each, known.get(_customer(each))))

    def _begin(self, due: Sequence[Due], work: Coroutine[Any, Any, None]) -> None:
        def done(ended: asyncio.Task[None]) -> None:
            self._in_flight.discard(ended)
            self._held.difference_update([each.id for each in due])
            if self._left:
                self._wake.set()

        task = asyncio.create_task(work)
        self._in_flight.add(task)
        task.add_done_callback(done)

    async def _guarded(self, due: Due, identity: CustomerIdentity | None) -> None:
        try:
            if identity is None:
                await self._put_back_unknown([due])
                return
            with span(f"outside {self.kind}", due.traceparent, SpanKind.CLIENT) as traceparent:
                await self.ask(replace(due, traceparent=traceparent), identity)
        except (Unavailable, OSError) as outage:
            log.warning("desk.postponed", extra={"kind": self.kind, "request": str(due.id), "error": repr(outage)})
            await self._postpone_quietly(due)
        except Exception:
            log.exception("desk.failed", extra={"kind": self.kind, "request": str(due.id)})
            await self._postpone_quietly(due)

    async def _put_back_unknown(self, due: Sequence[Due]) -> None:
        """Nobody knows the customers: an operator has to look; the work is not lost."""
        for each in due:
            log.error("desk.customer_unknown", extra={"kind": self.kind, "request": str(each.id)})
        await self._desk.postpone([each.id for each in due], UNKNOWN_CUSTOMER_S, attempted=False)

    async def _postpone_quietly(self, due: Due) -> None:
        try:
            await self._desk.postpone([due.id], AFTER_OUTAGE_S)
        except (Unavailable, OSError) as outage:
            log.warning("desk.waiting", extra={"kind": self.kind, "error": repr(outage)})
            self.doubt()

    async def ask(self, due: Due, identity: CustomerIdentity) -> None:
        """Asks the outside world for one piece of work and finishes or postpones it."""
        raise NotImplementedError

    async def finished(self, use_case: Any, command: Any, due: Due) -> None:
        """Runs the finishing use case; one that was finished elsewhere meanwhile is fine."""
        try:
            await self._finish(use_case, command, due)
        except Conflict as refusal:
            log.info("desk.finished_before", extra={"request": str(due.id), "code": refusal.code})
        except Unavailable:
            raise
        except DomainError as refusal:
            log.error("desk.refused", extra={"request": str(due.id), "code": refusal.code})


class CollectionWorker(DeskWorker):
    """Asks the sources of an application."""

    kind = "COLLECT"

    def __init__(
        self, desk: Desk, customers: Customers, finish: Finish, clock: Clock, sources: OutsideData, seal: Seal
    ) -> None:
        super().__init__(desk, customers, finish, clock)
        self._sources, self._seal = sources, seal

    async def ask(self, due: Due, identity: CustomerIdentity) -> None:
        """All sources at once; silence is an answer, so one attempt is enough."""
        body = due.body
        wanted, at = dict.fromkeys(Source(source) for source in body["sources"]), self._clock()
        subject = identity.subject
        if ABOUT_A_BUSINESS.isdisjoint(wanted):  # who borrows as a consumer is not asked about by his business
            subject = replace(subject, organisation_code=None)
        request = SourceRequest(due.id, body["application_id"], subject, identity.consents, body["purpose_code"])
        report = await self._earlier_report(request, body.get("report_of"), at)
        if report is not None:
            del wanted[report.source]
        found = await self._sources.collect(request, wanted, at)
        if report is not None:
            found = replace(found, answers={**found.answers, report.source: report})
        await self.finished(finish_collection, FinishCollection(due, found, self._seal(due.id, found)), due)

    async def _earlier_report(self, request: SourceRequest, of: str | None, at: datetime) -> Answer[Any] | None:
        """A credit report that may stand again for the same purpose, if one was seen when the piece was taken in. To
        use it again needs the consent as much as to ask for it does (domain.md R-7.1, R-7.2)."""
        if of is None or request.consent_for(Source.CREDIT_BUREAU, at) is None:
            return None
        report = (await self._desk.reports([UUID(of)])).get(UUID(of))
        if report is None or report.facts is None or not report.reusable(at):
            return None
        # What was read before there was a count of unknown codes tells nothing of bad debts: the bureau is asked anew.
        return None if report.facts.unknown_codes is None else report


class PaymentWorker(DeskWorker):
    """Moves money. An order whose end is unknown stays on the desk under its one order number."""

    kind = "PAY"

    def __init__(self, desk: Desk, customers: Customers, finish: Finish, clock: Clock, payments: Payments) -> None:
        super().__init__(desk, customers, finish, clock)
        self._payments = payments

    async def ask(self, due: Due, identity: CustomerIdentity) -> None:
        """Sends the order or finds out what became of it."""
        body, subject = due.body, identity.subject
        direction = PaymentDirection(body["direction"])
        order = PaymentOrder(
            order_id(due.id, direction), direction, body["amount_minor"], due.requested_at, body["loan_id"], subject.card or "",
            subject.name, subject.identity_number, body["currency"],
        )  # fmt: skip
        if subject.card and body.get("card_token") in (None, subject.card_token):
            result = await self._payments.settle(order)
        else:
            result = await self._withheld(due, order)
        if result.state is PaymentState.UNKNOWN:
            delay = OPEN_PAYMENT_S[min(due.tries, len(OPEN_PAYMENT_S) - 1)]
            log.info("payment.open", extra={"payment": str(due.id), "code": result.code, "retry_s": delay})
            await self._desk.postpone([due.id], delay)
            return
        await self.finished(finish_payment, FinishPayment(due, result), due)

    async def _withheld(self, due: Due, order: PaymentOrder) -> PaymentResult:
        """The borrower's card is not the one that the order names: nothing is sent. An order that nobody can have
        sent has failed, for a person to give another; one that may have been sent before is only asked for (domain.md §7.8)."""
        log.error("payment.withheld", extra={"payment": str(due.id), "code": CARD_DIFFERS, "tries": due.tries})
        if due.tries == 0:
            return PaymentResult(order.order_id, PaymentState.FAIL, CARD_DIFFERS)
        return await self._payments.look_up(order)


class CardWorker(DeskWorker):
    """Asks the bank whether a card is its customer's. One that was replaced meanwhile is asked about under its own number."""

    kind = "VERIFY"

    def __init__(self, desk: Desk, customers: Customers, finish: Finish, clock: Clock, cards: Cards) -> None:
        super().__init__(desk, customers, finish, clock)
        self._cards = cards

    async def ask(self, due: Due, identity: CustomerIdentity) -> None:
        """Asks until there is an answer."""
        subject = identity.subject
        question = CardQuestion(
            question_id(due.id), subject.card or "", subject.name, subject.identity_number, subject.mobile
        )
        answer = await self._cards.verify(question)
        if answer.check is None:
            await self._desk.postpone([due.id], OPEN_PAYMENT_S[min(due.tries, len(OPEN_PAYMENT_S) - 1)])
            return
        await self.finished(finish_verification, FinishVerification(due, answer.check, answer.code), due)


class NoticeWorker(DeskWorker):
    """Sends messages, all that wait in one call."""

    kind = "NOTIFY"
    gather_s = 0.25

    def __init__(self, desk: Desk, customers: Customers, finish: Finish, clock: Clock, messages: Messages) -> None:
        super().__init__(desk, customers, finish, clock)
        self._messages = messages

    def _start(self, due: Sequence[Due], known: dict[UUID, CustomerIdentity]) -> None:
        self._begin(due, self._send(due, known))

    async def _send(self, due: Sequence[Due], known: dict[UUID, CustomerIdentity]) -> None:
        reachable = [each for each in due if _customer(each) in known]
        notices = [
            Notice(each.id, Channel.SMS, known[_customer(each)].subject.mobile, each.body["template"],
                   each.body["parameters"])
            for each in reachable
        ]  # fmt: skip
        try:
            if unknown := [each for each in due if each not in reachable]:
                await self._put_back_unknown(unknown)
            deliveries = await self._messages.send(notices)
            again = [
                d.id for d, x in zip(reachable, deliveries, strict=True) if not x.answered and d.tries < NOTICE_TRIES
            ]
            if again:
                await self._desk.postpone(again, OPEN_PAYMENT_S[1])
            await asyncio.gather(*(
                self.finished(finish_notice, FinishNotice(each, delivery), each)
                for each, delivery in zip(reachable, deliveries, strict=True) if each.id not in again
            ))  # fmt: skip
        except Exception:
            log.exception("desk.failed", extra={"kind": self.kind})
            for each in due:
                await self._postpone_quietly(each)
