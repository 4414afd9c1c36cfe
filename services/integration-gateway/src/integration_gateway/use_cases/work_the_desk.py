"""Carries outside work from the desk to the world and back: claim, ask, finish. One worker a kind.

Each piece is asked for on its own, so that a source that hangs holds up nobody else; what comes back is finished in
shared transactions. A crash in between repeats the call under the same request id or order number.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from opentelemetry.trace import SpanKind

from integration_gateway.domain.answer import Collection
from integration_gateway.domain.notice import Channel, Notice
from integration_gateway.domain.payment import PaymentOrder, PaymentState, order_id
from integration_gateway.domain.subject import SourceRequest
from integration_gateway.use_cases.finish_request import (
    FinishCollection,
    FinishNotice,
    FinishPayment,
    finish_collection,
    finish_notice,
    finish_payment,
)
from integration_gateway.use_cases.ports import (
    CustomerIdentity,
    Customers,
    Desk,
    Due,
    Messages,
    OutsideData,
    Payments,
)
from loan_contracts.lending import PaymentDirection
from loan_contracts.values import Source
from loan_servicekit.core import Clock, Conflict, DomainError, Unavailable
from loan_servicekit.telemetry import span

log = logging.getLogger(__name__)

MOST_IN_FLIGHT = 96
BUSY = 3  # work found by the last claim from which waiting for company pays
IDLE_S = 1.0
AFTER_OUTAGE_S = 0.5
OPEN_PAYMENT_S = (1.0, 2.0, 5.0, 10.0, 30.0)
UNKNOWN_CUSTOMER_S = 30.0
NOTICE_TRIES = 8
PURPOSES = {"COLLECT": "LOAN_APPROVAL", "PAY": "PAYMENT", "NOTIFY": "NOTIFICATION"}

Finish = Callable[[Any, Any, Due], Awaitable[Any]]
Seal = Callable[[UUID, Collection], str]


class DeskWorker:
    """The loop that all kinds share; `ask` does one piece and finishes or postpones it."""

    kind = ""
    gather_s = 0.03  # under load, wait so long for company before a claim

    def __init__(self, desk: Desk, customers: Customers, finish: Finish, clock: Clock) -> None:
        self._desk, self._customers, self._finish, self._clock = desk, customers, finish, clock
        self._wake = asyncio.Event()
        self._last_claim = 0
        self._unsure = False
        self._in_flight: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Says that something may be on the desk."""
        self._wake.set()

    async def run(self) -> None:
        """Works until cancelled; what is under way then stays on the desk."""
        try:
            while True:
                self._wake.clear()
                await self._work_once()
        finally:
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

    async def _idle(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _take(self) -> bool:
        """Claims what is due, much at once: a claim and the question for identities cost the same for one and for many."""
        if self._unsure:  # a claim may have been committed without our hearing of it
            if self._in_flight:
                await asyncio.wait(self._in_flight)
            await self._desk.free()
            self._unsure = False
        while len(self._in_flight) > MOST_IN_FLIGHT // 2:
            await asyncio.wait(self._in_flight, return_when=asyncio.FIRST_COMPLETED)
        if self._last_claim >= BUSY:
            await asyncio.sleep(self.gather_s)
        due = await self._desk.claim(MOST_IN_FLIGHT)
        self._last_claim = len(due)
        if not due:
            return False
        try:
            ids = [UUID(each.body["customer_id"]) for each in due]
            known = await self._customers.identities(ids, PURPOSES[self.kind])
        except Unavailable:
            await self._desk.postpone([each.id for each in due], AFTER_OUTAGE_S, attempted=False)
            raise
        self._start(due, known)
        return True

    def _start(self, due: Sequence[Due], known: dict[UUID, CustomerIdentity]) -> None:
        for each in due:
            identity = known.get(UUID(each.body["customer_id"]))
            task = asyncio.create_task(self._guarded(each, identity))
            self._in_flight.add(task)
            task.add_done_callback(self._in_flight.discard)

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
        except (Unavailable, OSError) as outage:  # the claim runs out by itself
            log.warning("desk.waiting", extra={"kind": self.kind, "error": repr(outage)})

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
        request = SourceRequest(
            due.id, body["application_id"], identity.subject, identity.consents, body["purpose_code"]
        )
        wanted = [Source(source) for source in body["sources"]]
        found = await self._sources.collect(request, wanted, self._clock())
        await self.finished(finish_collection, FinishCollection(due, found, self._seal(due.id, found)), due)


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
            order_id(due.id, direction), direction, body["amount_minor"], body["loan_id"], subject.card or "",
            subject.name, subject.identity_number, body["currency"],
        )  # fmt: skip
        result = await self._payments.settle(order)
        if result.state is PaymentState.UNKNOWN:
            delay = OPEN_PAYMENT_S[min(due.tries, len(OPEN_PAYMENT_S) - 1)]
            log.info("payment.open", extra={"payment": str(due.id), "code": result.code, "retry_s": delay})
            await self._desk.postpone([due.id], delay)
            return
        await self.finished(finish_payment, FinishPayment(due, result), due)


class NoticeWorker(DeskWorker):
    """Sends messages, all that wait in one call."""

    kind = "NOTIFY"
    gather_s = 0.25

    def __init__(self, desk: Desk, customers: Customers, finish: Finish, clock: Clock, messages: Messages) -> None:
        super().__init__(desk, customers, finish, clock)
        self._messages = messages

    def _start(self, due: Sequence[Due], known: dict[UUID, CustomerIdentity]) -> None:
        task = asyncio.create_task(self._send(due, known))
        self._in_flight.add(task)
        task.add_done_callback(self._in_flight.discard)

    async def _send(self, due: Sequence[Due], known: dict[UUID, CustomerIdentity]) -> None:
        reachable = [each for each in due if UUID(each.body["customer_id"]) in known]
        notices = [
            Notice(each.id, Channel.SMS, known[UUID(each.body["customer_id"])].subject.mobile, each.body["template"],
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
