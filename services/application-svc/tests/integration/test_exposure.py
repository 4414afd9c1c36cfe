"""What a customer has from us, where two processes act for him at the same instant (domain.md R-2.5a)."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from applicants import Front, a_decision, an_application, changed, confirm, refused, succeeded

from application_svc.domain.applications.exposure import EXPOSURE_LOCK
from loan_contracts.applications import ApplicationSubmitted, OfferMade
from loan_contracts.decisions import Outcome
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause
from loan_servicekit.db.locks import follow_one_another
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.transactor import Work
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.testing import Harness

MOST = 20_000_000  # a loan's; a bank's borrower may have 300,000 yuan in all (R-2.5b)
Act = Callable[[Front], Awaitable[Any]]


async def exposures(harness: Harness) -> list[int]:
    return [told.own_exposure_minor for told in await harness.outbox(ApplicationSubmitted)]


async def while_another_process_holds(harness: Harness, customer_id: str, act: Callable[[], Awaitable[Any]]) -> Any:
    """Starts the act while a transaction elsewhere has locked the customer; it must wait for the end of that."""
    reached, go = asyncio.Event(), asyncio.Event()

    async def hold(command: None, uow: UnitOfWork, now: datetime) -> None:
        await follow_one_another(uow, [EXPOSURE_LOCK.format(customer_id)])
        reached.set()
        await go.wait()

    holding = asyncio.create_task(harness.service.transactor.run([Work(Operation(hold), None, Cause("test"))]))
    await reached.wait()
    acting = asyncio.ensure_future(act())
    done, _ = await asyncio.wait({acting}, timeout=0.3)
    assert not done, "it did not wait for the other process"
    go.set()
    await holding
    return await acting


async def a_draft(front: Front, customer_id: str, amount_minor: int) -> str:
    drafted = succeeded(await front.post("/drafts", an_application(customer_id, amount_minor=amount_minor)))
    return str(drafted["id"])


@pytest.mark.parametrize("first", ["application", "draft"])
@pytest.mark.parametrize("second", ["application", "draft"])
async def test_of_two_applications_in_two_processes_at_once_the_second_counts_the_first(
    harness: Harness, replica: Harness, channel: Front, first: str, second: str
) -> None:
    customer, here, there = await channel.register(0), channel, Front(replica, "channel")
    drafts = [await a_draft(channel, customer["id"], MOST) for _ in range(2)]

    def handed_in(front: Front, kind: str, draft: str) -> Awaitable[Any]:
        if kind == "draft":
            return front.post(f"/applications/{draft}/submission")
        return front.post("/applications", an_application(customer["id"], amount_minor=MOST))

    for answer in await asyncio.gather(handed_in(here, first, drafts[0]), handed_in(there, second, drafts[1])):
        succeeded(answer)
    assert await exposures(harness) == [0, MOST]


async def test_an_application_waits_for_one_of_the_same_customer_and_for_nobody_elses(
    harness: Harness, replica: Harness, channel: Front
) -> None:
    customer, other = await channel.register(0), await channel.register(1)
    there = Front(replica, "channel")

    async def both() -> None:
        await asyncio.wait_for(channel.submit(other["id"]), 5)
        await there.submit(customer["id"])

    await while_another_process_holds(harness, customer["id"], lambda: there.submit(customer["id"]))
    await while_another_process_holds(harness, customer["id"], both)


async def test_many_customers_in_two_processes_in_opposite_order_do_not_wait_for_each_other_for_ever(
    harness: Harness, replica: Harness, channel: Front
) -> None:
    customers = [await channel.register(n) for n in range(3)]
    there = Front(replica, "channel")
    acts = [front.submit(each["id"], amount_minor=500_000)
            for front, order in ((channel, customers), (there, customers[::-1])) for each in order * 4]  # fmt: skip
    await asyncio.wait_for(asyncio.gather(*acts), 60)
    assert sorted(await exposures(harness)) == sorted(500_000 * n for n in range(8) for _ in customers)


async def two_applications(channel: Front, amount_minor: int) -> list[str]:
    customer = await channel.register(0)
    return [(await channel.submit(customer["id"], amount_minor=amount_minor))["id"] for _ in range(2)]


@pytest.mark.parametrize("together", [True, False])
async def test_two_approved_side_by_side_are_not_offered_more_than_the_cap_together(
    harness: Harness, replica: Harness, channel: Front, together: bool
) -> None:
    """People may approve up to what was asked for, whatever an assessment has left."""
    ids = await two_applications(channel, 20_000_000)
    decisions = [a_decision(id, amount_minor=20_000_000) for id in ids]
    if together:
        await harness.deliver(*decisions)
    else:
        await asyncio.gather(harness.deliver(decisions[0], twice=False), replica.deliver(decisions[1], twice=False))
    (offer,) = await harness.outbox(OfferMade)
    (told,) = [m for m in await harness.outbox(AuditRecorded) if m.action == "withhold_offer"]
    assert {str(offer.application_id), told.subject_id} == set(ids)
    assert told.detail == {"code": "exposure-above-cap", "amount_minor": "20000000", "room_minor": "10000000"}
    ended = await harness.rows("select id::text from applications where ended_at is not null")
    assert ended == [(told.subject_id,)], "nothing comes of it, and its consents end"


@pytest.mark.parametrize(("second", "offers"), [(10_000_000, 2), (10_000_001, 1)])
async def test_up_to_the_cap_both_are_offered(harness: Harness, channel: Front, second: int, offers: int) -> None:
    ids = await two_applications(channel, 20_000_000)
    await harness.deliver(a_decision(ids[0], amount_minor=20_000_000))
    await harness.deliver(a_decision(ids[1], Outcome.CONDITIONAL, amount_minor=second))  # less than was asked for
    assert succeeded(await channel.get(f"/applications/{ids[1]}"))["status"] == "CONDITIONAL"
    assert len(await harness.outbox(OfferMade)) == offers


async def test_a_decision_waits_for_another_process_that_acts_for_the_customer(
    harness: Harness, replica: Harness, channel: Front
) -> None:
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    decision = a_decision(made["id"])
    await while_another_process_holds(harness, customer["id"], lambda: replica.deliver(decision, twice=False))


async def test_two_signed_at_once_do_not_exceed_a_cap_that_was_lowered_since_the_offers(
    harness: Harness, replica: Harness, channel: Front
) -> None:
    ids = await two_applications(channel, 10_000_000)
    await harness.deliver(*(a_decision(id) for id in ids))
    lines = succeeded(await channel.get("/applications", contract_status="DRAFTED"))["items"]
    for line in lines:
        succeeded(await confirm(channel, f"/applications/{line['id']}", line["disclosure_hash"]))
    await changed(
        harness,
        "insert into parameters values ('online.consumer.max.temp', '150000', 'CNY', current_date - 1, null,"
        " 'a lower cap', 'P', 'test')",
    )
    for each in (harness, replica):
        for begin in each.service.on_start:  # reads the parameters again
            await begin()
    fronts = channel, Front(replica, "channel")
    answers = await asyncio.gather(*(
        front.post(f"/applications/{line['id']}/signature", {"contract_hash": line["contract_hash"], "reference": "sms:1"})
        for front, line in zip(fronts, lines, strict=True)
    ))  # fmt: skip
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert refused(max(answers, key=lambda answer: answer.status_code)) == (409, "exposure-above-cap")
    signed = await harness.rows("select id from applications where contract_status = 'SIGNED'")
    assert len(signed) == 1 and isinstance(signed[0][0], UUID)
