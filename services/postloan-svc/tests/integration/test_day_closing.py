"""A closing run finds the loans that its day concerns by index, and one that cannot be advanced does not hold it up."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import orjson
from bank_counter import a_signing, close_day, closing_runs, disbursed, move_to, ports, settled, shard_run, shown

from loan_contracts.lending import BusinessDayClosed, LoanDisbursed, PaymentRequested, RepaymentMissed
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness
from postloan_svc.domain.calendar.day_closing import ClosingShard, Step, shards
from postloan_svc.persistence.calendar.queries import next_places

SPOIL = "update loans set instalments = $2::text::json where id = $1"
COPY = (
    "insert into loans select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),"
    " 'application_id', gen_random_uuid(), 'loan_no', 'C' || n, 'next_event_on', l.next_event_on + 30 + n % 700))).*"
    " from loans l, generate_series(1, 20000) n"
)


async def spoil(harness: Harness, loan_id: UUID, instalments: str) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(SPOIL, (loan_id, instalments))


async def due_loans(harness: Harness, count: int) -> date:
    """That many loans; when their first instalment has been missed for some days."""
    await harness.deliver(*(a_signing() for _ in range(count)), twice=False)
    await harness.deliver(*map(settled, await harness.outbox(PaymentRequested)), twice=False)
    return (await harness.outbox(LoanDisbursed))[-1].first_due_date + timedelta(days=10)


async def test_loans_that_cannot_be_advanced_are_set_aside_and_the_day_goes_on(harness: Harness) -> None:
    day = await due_loans(harness, 30)
    stored = sorted(await harness.rows("select id, instalments::text from loans"))
    bad = {stored[place][0]: stored[place][1] for place in (0, 11, 29)}
    for loan_id in bad:
        await spoil(harness, loan_id, '[{"number": "one"}]')
    async with closing_runs(harness):
        await move_to(harness, day)
        closed = (await harness.outbox(BusinessDayClosed))[-1]
        assert (closed.loans, closed.due, closed.missed) == (27, 27, 27)

        finance, path = harness.signer.headers("finance"), f"/v1/business-days/{closed.business_date}"
        assert (await harness.client.get(f"{path}/closing", headers=finance)).json()["set_aside"] == 3
        first = (await harness.client.get(f"{path}/set-aside-loans?limit=2", headers=finance)).json()
        rest = (
            await harness.client.get(f"{path}/set-aside-loans?cursor={first['next_cursor']}", headers=finance)
        ).json()
        shown = {UUID(each["loan_id"]): each["problem"] for each in (*first["items"], *rest["items"])}
        assert shown.keys() == bad.keys() and all(shown.values())
        acts = [each for each in await harness.outbox(AuditRecorded) if each.action == "set_loan_aside"]
        assert {UUID(each.detail["loan_id"]) for each in acts} == bad.keys()

        for loan_id, instalments in bad.items():
            await spoil(harness, loan_id, instalments)
        await close_day(harness)
    closed = (await harness.outbox(BusinessDayClosed))[-1]
    assert (closed.due, closed.missed) == (3, 3)  # the next run catches up on them
    missed = [each.loan_id for each in await harness.outbox(RepaymentMissed)]
    assert len(missed) == len(set(missed)) == 30


async def test_a_run_that_another_process_has_carried_further_sets_nothing_aside(
    harness: Harness, second: Harness
) -> None:
    day = await due_loans(harness, 3)
    [[bad], *_] = await harness.rows("select id from loans order by next_event_on, id limit 1")
    [[instalments]] = await harness.rows("select instalments::text from loans where id = $1", bad)
    await spoil(harness, bad, "[1]")
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (day,))
    finance = harness.signer.headers("finance")
    await harness.client.post(f"/v1/business-days/{day}/closing", headers=finance)
    slow, quick = shard_run(harness, day), shard_run(second, day)
    for _ in range(4):  # interest; 200, 25, 3: then one alone
        assert await slow.step() is False
    await spoil(harness, bad, orjson.dumps(orjson.loads(instalments)).decode())
    assert [await quick.step() for _ in range(2)] == [False, True]
    while not await slow.step():
        pass
    assert await harness.rows("select loans, set_aside from closing_shards") == [(3, 0)]


async def test_loans_are_found_by_index_however_many_there_are(harness: Harness) -> None:
    await disbursed(harness, a_signing())
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(COPY)
        await connection.exec_driver_sql("analyze loans")
    shard = ClosingShard.of(await ports(harness).days.business_date(), shards(8)[3])
    shard.step, lines = Step.ADVANCE, list[str]()

    async def explained(sql: str, *values: object) -> list[Any]:
        lines.extend(row[0] for row in await harness.rows(f"explain {sql}", *values))
        return []

    await next_places(explained, shard, 200, 90)
    text = "\n".join(lines)
    assert "Seq Scan on loans" not in text and "loans_by_event" in text and "loans_too_old" in text, text


async def test_what_is_left_when_a_closing_settles_a_loan_from_suspense_goes_back(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with harness.service.engine.begin() as connection:  # as a release before left money that covers everything
        await connection.exec_driver_sql("update loans set suspense_minor = 888488 + 9211512 + 300")
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    assert (await shown(harness, loan))["status"] == "SETTLED"
    _, refund = await harness.outbox(PaymentRequested)
    assert refund.amount_minor == 300
    await harness.deliver(settled(refund))
    assert (await shown(harness, loan))["suspense_minor"] == 0
