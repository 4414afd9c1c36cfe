"""An order of 23:59:58 whose answer is lost: both clocks, the gateway's and the network's, go past midnight."""

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from outside_world import AT, Outside
from test_desk import (
    CLIENT,
    FIELD_KEYS,
    CustomerOffice,
    a_payment,
    arrive,
    booked,
    database_url,
    hurry,
    office,
    told,
    until,
)

from integration_gateway.clients.outbound import http_session
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentState, order_id
from integration_gateway.settings import Settings
from integration_gateway.wiring import build
from loan_contracts.lending import PaymentDirection, PaymentSettled
from loan_datasets.facts import collected_facts
from loan_servicekit.core import new_id
from loan_servicekit.core.days import BUSINESS_ZONE
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values
from provider_simulator.app import Simulator
from provider_simulator.keys import Keys
from provider_simulator.payment_book import PaymentBook
from provider_simulator.profiles import Profiles

__all__ = ["database_url", "office"]


@dataclass
class Moved:
    """The time of both sides: it goes on from two seconds before midnight in Shanghai, and can be moved."""

    at: datetime
    since: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self.since)

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)

    @property
    def trade_date(self) -> str:
        return f"{self().astimezone(BUSINESS_ZONE):%Y%m%d}"


@pytest.fixture
def clock() -> Moved:
    yesterday = datetime.now(BUSINESS_ZONE) - timedelta(days=1)  # for the database's own clock it is due since
    return Moved(yesterday.replace(hour=23, minute=59, second=58, microsecond=0).astimezone(UTC))


@pytest.fixture
def network(clock: Moved, credentials: Path, tmp_path: Path) -> Iterator[str]:
    """A simulator with that time."""
    book = PaymentBook(tmp_path)
    app = Simulator(Profiles(lambda row: None, collected_facts), book, Keys.of(credentials), lambda: AT, clock)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    book.close()


@pytest.fixture
async def outside(network: str, credentials: Path) -> AsyncIterator[Outside]:
    async with http_session() as session:
        yield Outside(session, network, credentials)


Gateway = Callable[..., Any]


@pytest.fixture
def gateway(database_url: str, office: CustomerOffice, outside: Outside, clock: Moved) -> Gateway:
    """A gateway with that time."""

    @asynccontextmanager
    async def process(**unionpay: Any) -> AsyncIterator[Harness]:
        values = settings_values(database_url) | {
            "oidc_issuer": office.url, "oidc_client_id": CLIENT.login, "oidc_client_secret": CLIENT.password,
            "providers_url": outside.url, "application_svc_url": office.url, "postloan_svc_url": office.url,
            "field_keys": FIELD_KEYS, "provider_rows": outside.rows(**unionpay),
        }  # fmt: skip
        harness = await Harness(build(Settings(**values), "run", clock)).start()
        workers = [asyncio.create_task(job.run()) for job in harness.service.own_jobs]
        try:
            yield harness
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            await harness.close()

    return process


async def kept(harness: Harness) -> list[tuple[str, str]]:
    """Orders with their trade dates."""
    rows = await harness.rows("select order_id, ordered_at from payment_attempts order by number")
    return [(row[0], f"{row[1].astimezone(BUSINESS_ZONE):%Y%m%d}") for row in rows]


async def put_back(harness: Harness) -> bool:
    return bool(await harness.rows("select 1 from desk where claimed_by is null and tries > 0 and state = 'OPEN'"))


async def test_an_order_whose_answer_is_lost_at_midnight_is_paid_once(
    gateway: Gateway, office: CustomerOffice, outside: Outside, clock: Moved
) -> None:
    """domain.md R-7.8a, R-7.8b."""
    payment, day = a_payment(office.registered()), clock.trade_date
    await outside.switch("PUT", "faults/PAYMENT", status=500, delay_ms=1)  # booked there, and the answer is lost
    await outside.switch("PUT", "faults/PAYMENT_QUERY", status=500)
    async with gateway(queries_s=[0, 1, 1, 1]) as harness:
        await arrive(harness, payment)
        await until(lambda: put_back(harness))
        clock.forward(minutes=5)
        assert clock.trade_date > day
        await outside.switch("DELETE", "faults")
        await hurry(harness)
        await told(harness, PaymentSettled)
        [(order, ordered_on)] = await kept(harness)
    assert ordered_on == day
    [entry] = await booked(outside, payment)
    assert (entry["order_id"], entry["state"], entry["requests"]) == (order, "SUCCESS", 1)


async def test_an_order_that_never_arrived_before_midnight_is_followed_by_one_of_the_new_day(
    gateway: Gateway, office: CustomerOffice, outside: Outside, clock: Moved
) -> None:
    payment, day = a_payment(office.registered()), clock.trade_date
    await outside.switch("PUT", "faults/PAYMENT", status=503)  # at the door: nothing is booked, but who could tell
    async with gateway(queries_s=[0, 1, 1, 1], absent_after_s=3_600) as harness:
        await arrive(harness, payment)
        await until(lambda: put_back(harness))
        clock.forward(minutes=5)
        await outside.switch("DELETE", "faults")
        await hurry(harness)
        await asyncio.sleep(0.5)
        assert await booked(outside, payment) == []  # "no such order" is not definite yet
        clock.forward(hours=1)
        await hurry(harness)
        await told(harness, PaymentSettled)
        [(first, first_day), (second, second_day)] = await kept(harness)
    assert (first_day, second_day) == (day, clock.trade_date) and first != second
    [entry] = await booked(outside, payment)
    assert (entry["order_id"], entry["requests"]) == (second, 1)


async def test_the_same_number_is_another_payment_on_the_next_day(outside: Outside, clock: Moved) -> None:
    """What the two tests above would see if an order were sent again: the network's numbers expire."""
    order = PaymentOrder(
        order_id=order_id(new_id(), PaymentDirection.PAY_OUT), direction=PaymentDirection.PAY_OUT, amount_minor=100,
        ordered_at=clock(), biz_no="L-midnight", card="6209990000000000011", name="张测试",
        identity_number="990101199003078017",
    )  # fmt: skip
    assert (await outside.settle(order)).state is PaymentState.SUCCESS
    clock.forward(minutes=5)
    assert (await outside.settle(replace(order, ordered_at=clock()))).state is PaymentState.SUCCESS
    assert len((await outside.look("payments?biz_no=L-midnight"))["items"]) == 2
