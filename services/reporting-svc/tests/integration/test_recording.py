"""Every message of the platform is heard, once, in few statements, and poison costs itself alone."""

import asyncio
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import event

from loan_contracts.messages import MESSAGES
from loan_servicekit.testing import Harness


async def test_every_message_of_the_catalogue_becomes_one_entry_and_a_second_delivery_changes_nothing(bus: Any) -> None:
    await bus.tell(*(bus.record(type) for type in MESSAGES))
    rows = await bus.harness.rows("select seq, type from audit_entries order by seq")
    assert rows == list(enumerate(MESSAGES, 1))


async def test_a_message_that_comes_twice_in_one_batch_is_one_entry(bus: Any) -> None:
    record = bus.record("decision.made")
    await bus.tell(record, bus.record("offer.made"), record)
    assert [r[0] for r in await bus.harness.rows("select type from audit_entries order by seq")] == [
        "decision.made", "offer.made"]  # fmt: skip


async def test_a_whole_batch_takes_a_handful_of_statements(bus: Any, harness: Harness) -> None:
    statements: list[str] = []
    event.listen(harness.service.engine.sync_engine, "before_cursor_execute", lambda *a: statements.append(a[2]))
    await harness.worker.handle([bus.record(type, application_id=uuid4()) for type in MESSAGES if "." in type])
    assert len(statements) == 4, statements  # inbox, head, entries, progress


async def test_a_message_that_breaks_its_contract_is_a_dead_letter_and_leaves_no_entry(
    bus: Any, harness: Harness
) -> None:
    bad, good = bus.record("decision.made"), bus.record("decision.made")
    object.__setattr__(bad, "value", b'{"application_id": "no"}')
    unknown = bus.record("offer.made")
    headers = [(n, b"xinliu:offer.made:9" if n == "ce_dataschema" else v) for n, v in unknown.headers]
    object.__setattr__(unknown, "headers", headers)
    await bus.tell(bad, unknown, good)
    assert await harness.rows("select reason, state from dead_letters order by 1") == [
        ("envelope-invalid", "DEAD"), ("message-invalid", "DEAD")]  # fmt: skip
    assert await harness.rows("select seq, type from audit_entries") == [(1, "decision.made")]


async def test_a_message_that_cannot_be_stored_does_not_cost_its_neighbours(bus: Any, harness: Harness) -> None:
    poison = bus.record("audit.recorded", envelope={"actor": "a\0b"})
    await harness.worker.handle([bus.record("offer.made"), poison, bus.record("decision.made")])
    assert await harness.rows("select seq, type from audit_entries order by 1") == [
        (1, "offer.made"), (2, "decision.made")]  # fmt: skip
    assert await harness.rows("select reason, state from dead_letters") == [("handler-failed", "RETRYING")]


async def test_consumers_that_write_at_the_same_time_extend_one_chain(bus: Any, harness: Harness) -> None:
    batches = [[bus.record("task.claimed", application_id=uuid4()) for _ in range(5)] for _ in range(8)]
    await asyncio.gather(*(harness.worker.handle(batch) for batch in batches))
    verdict = await bus.get("/v1/audit/verify", "auditor")
    assert (verdict["valid"], verdict["entries"], verdict["head"]["seq"]) == (True, 40, 40)


async def test_steps_that_arrive_in_any_order_give_the_same_progress(bus: Any, harness: Harness) -> None:
    application = uuid4()
    types = ("loan.disbursed", "decision.made", "application.submitted", "contract.signed", "offer.made")
    for type in types:
        await bus.tell(bus.record(type, application_id=application))
    (row,) = await harness.rows(
        "select product_code, branch, outcome, automatic, num_nulls(submitted_at, decided_at, offered_at, signed_at,"
        " disbursed_at), withdrawn_at from application_progress"
    )
    submitted, decision = bus.message("application.submitted"), bus.message("decision.made")
    assert row == (submitted.product_code, submitted.branch, decision.outcome, decision.automatic, 0, None)


async def test_a_chain_that_holds_says_that_it_is_behind_when_its_consumer_is_or_has_stopped(bus: Any) -> None:
    consumers = bus.harness.service.consumers

    async def told() -> tuple[Any, ...]:
        verdict = await bus.get("/v1/audit/verify", "auditor")
        found = verdict["recording"]
        return verdict["valid"], verdict["complete"], found["state"], found["lag"], found["unrecorded"]

    assert await told() == (True, False, "ABSENT", 0, 0)
    await consumers.say("one", "RUNNING", "", 0, [])
    assert await told() == (True, True, "CURRENT", 0, 0)
    await consumers.say("one", "RUNNING", "", 12, [])
    assert await told() == (True, False, "BEHIND", 12, 0)
    await consumers.stopped("reporting-svc", "one", "50 messages in a row are dead letters", datetime.now(UTC))
    assert await told() == (True, False, "STOPPED", 0, 0)
    assert "50 messages" in (await bus.get("/v1/audit/verify", "auditor"))["recording"]["reason"]
    await consumers.say("one", "RUNNING", "", 0, [])
    poison = bus.record("decision.made")
    object.__setattr__(poison, "value", b"\xff")
    await bus.harness.worker.handle([poison])
    assert await told() == (True, False, "CURRENT", 0, 1)
    async with bus.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update consumers set seen_at = now() - interval '1 minute'")
    assert await told() == (True, False, "ABSENT", 0, 1)
