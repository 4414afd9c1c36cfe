"""Loans through the doors: signed, paid out, repaid, brought to a day."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from loan_contracts.applications import ContractSigned
from loan_contracts.lending import LoanDisbursed, PaymentRequested, PaymentSettled
from loan_contracts.values import HolidayRule, RepaymentMethod
from loan_servicekit.core import Cause, utc_now
from loan_servicekit.testing import Harness
from postloan_svc.api.ports import Ports
from postloan_svc.jobs.day_closing import DayCloser, ShardRun

MARKED = {"source": "COUNTER", "reference": "R-1"}


def a_signing(**changes: Any) -> ContractSigned:
    fields: dict[str, Any] = {
        "application_id": uuid4(), "contract_no": f"HT{uuid4().hex[:10]}", "customer_id": uuid4(), "branch": "310000-01",
        "product_code": "PCL-ONLINE", "amount_minor": 10_000_000, "term_months": 12, "annual_rate": Decimal("0.12"),
        "repayment_method": RepaymentMethod.EQUAL_INSTALMENT, "penalty_multiple": Decimal("1.5"), "grace_days": 3,
        "contract_hash": "c" * 64, "holiday_rule": HolidayRule.NONE, "signed_at": datetime(2026, 11, 23, tzinfo=UTC),
        "channel": "ONLINE",
    }  # fmt: skip
    return ContractSigned(**fields | changes)


def settled(request: PaymentRequested, **changes: Any) -> PaymentSettled:
    fields: dict[str, Any] = {
        "payment_id": request.payment_id, "loan_id": request.loan_id, "application_id": request.application_id,
        "direction": request.direction, "amount_minor": request.amount_minor, "channel_reference": "Q1",
        "settled_at": utc_now(),
    }  # fmt: skip
    return PaymentSettled(**fields | changes)


async def disbursed(harness: Harness, signing: ContractSigned) -> LoanDisbursed:
    await harness.deliver(signing)
    request = (await harness.outbox(PaymentRequested))[-1]
    await harness.deliver(settled(request))
    return (await harness.outbox(LoanDisbursed))[-1]


async def repay(harness: Harness, loan: LoanDisbursed, expect: int = 201, **body: Any) -> dict[str, Any]:
    """What the door answers to a repayment."""
    path = f"/v1/loans/{loan.loan_id}/repayments"
    money = {"source": "BANK_FILE", "reference": uuid4().hex} | body
    answer = await harness.client.post(path, headers=harness.signer.headers("finance"), json=money)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def shown(harness: Harness, loan: LoanDisbursed) -> dict[str, Any]:
    """The loan as the API shows it."""
    return (await harness.client.get(f"/v1/loans/{loan.loan_id}", headers=harness.signer.headers("finance"))).json()


def ports(harness: Harness) -> Ports:
    """What the routes of a process work with."""
    found: Ports = harness.app.state.ports
    return found


def day_closer(harness: Harness) -> DayCloser:
    """What carries closings to their end in a process."""
    given = ports(harness)
    return DayCloser(
        given.days,
        given.credit_lines,
        given.operations,
        [harness.service.group_commit],
        Cause("test"),
        given.day_start.wake,
    )


def shard_run(harness: Harness, day: date) -> ShardRun:
    """What carries the one shard of a small run in a process, a commit a step."""
    given, lane = ports(harness), harness.service.group_commit
    return ShardRun(given.days, given.operations, lane, Cause("test"), f"{day}/00")


@asynccontextmanager
async def closing_runs(*harnesses: Harness) -> AsyncIterator[None]:
    """The day closers of some processes work inside."""
    tasks = [asyncio.create_task(ports(harness).day_closing.run()) for harness in harnesses]
    yield
    for task in tasks:
        task.cancel()


async def begin_closing(harness: Harness) -> date:
    """Asks for the closing of the open day, which it gives back."""
    finance = harness.signer.headers("finance")
    day = (await harness.client.get("/v1/business-day", headers=finance)).json()["business_date"]
    begun = await harness.client.post(f"/v1/business-days/{day}/closing", headers=finance)
    assert begun.status_code == 202, begun.text
    path = f"/v1/business-days/{day}/closing"
    if (await harness.client.get(path, headers=finance)).status_code == 404:  # it waits for the second person
        second = harness.signer.headers("finance", subject="u-second")
        approved = await harness.client.post(f"{path}/approval", headers=second)
        assert approved.status_code in (200, 202), approved.text
    return date.fromisoformat(day)


async def close_day(harness: Harness) -> date:
    day, finance = await begin_closing(harness), harness.signer.headers("finance")
    async with asyncio.timeout(20):
        path = f"/v1/business-days/{day}/closing"
        while (await harness.client.get(path, headers=finance)).json()["status"] != "DONE":
            await asyncio.sleep(0.01)
    return day + timedelta(days=1)


async def open_day(harness: Harness, day: date) -> None:
    """Opens a day without any closing before it."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (day,))


async def move_to(harness: Harness, day: date) -> None:
    """Closes the day before `day`, having left out the days in between: the run catches up (R-3.9 counts from the due date)."""
    await open_day(harness, day - timedelta(days=1))
    assert await close_day(harness) == day
