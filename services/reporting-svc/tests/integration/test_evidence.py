"""The evidence chain: written by the rule that is published, and no tampering passes unseen."""

import asyncio
import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from loan_servicekit.testing import Harness

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


async def tamper(harness: Harness, *statements: str) -> None:
    """What somebody who owns the tables can do."""
    async with harness.service.engine.begin() as connection:
        for table in ("audit_entries", "audit_head"):
            await connection.exec_driver_sql(f"alter table {table} disable trigger user")
        for statement in statements:
            await connection.exec_driver_sql(statement)


async def ten_entries(bus: Any) -> None:
    await bus.tell(
        *(bus.record("task.claimed", NOON + timedelta(seconds=n), application_id=uuid4()) for n in range(10))
    )


async def test_an_entry_can_be_checked_by_anybody_who_knows_the_published_rule(bus: Any) -> None:
    application = uuid4()
    record = bus.record(
        "decision.made", NOON, application_id=application, envelope={"actor": "u-\u674e", "causation_id": "http:x"}
    )
    await bus.tell(bus.record("offer.made"), record)
    (first, entry) = (await bus.get("/v1/audit/entries", "auditor"))["items"]
    told = [
        2, entry["message_id"], "decision.made", str(application), str(application), "workflow-svc", "u-\u674e",
        "2026-11-23T04:00:00+00:00", str(application), "http:x", None, entry["figures_text"],
        hashlib.sha256(record.value).hexdigest(), first["hash"],
    ]  # fmt: skip
    canonical = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    assert entry["hash"] == hashlib.sha256(canonical).hexdigest()
    assert json.loads(entry["figures_text"]) == entry["figures"]
    assert first["prev_hash"] == "00" * 32


async def test_an_empty_chain_and_a_whole_one_hold(bus: Any) -> None:
    empty = await bus.get("/v1/audit/verify", "audit-administrator")
    assert (empty["valid"], empty["entries"], empty["head"]) == (True, 0, {"seq": 0, "hash": "00" * 32})
    await ten_entries(bus)
    whole = await bus.get("/v1/audit/verify", "audit-administrator")
    ((last,),) = await bus.harness.rows("select encode(hash, 'hex') from audit_entries where seq = 10")
    assert (whole["valid"], whole["entries"], whole["head"]) == (True, 10, {"seq": 10, "hash": last})
    assert (whole["broken_at"], whole["code"]) == (None, None)


async def test_a_part_of_the_chain_can_be_verified_alone(bus: Any) -> None:
    await ten_entries(bus)
    for query, entries in (
        ({"from": 4, "to": 6}, 3),
        ({"from": 8}, 3),
        ({"from": 11}, 0),
        ({"to": 10}, 10),
        ({"to": 99}, 10),
    ):
        verdict = await bus.get("/v1/audit/verify", "auditor", **query)
        assert (verdict["valid"], verdict["entries"]) == (True, entries), query
    refused = await bus.get("/v1/audit/verify", "auditor", expect=422, **{"from": 6, "to": 4})
    assert refused["code"] == "range-invalid"


SWAP = (
    "update audit_entries set seq = -1 where seq = 3",
    "update audit_entries set seq = 3 where seq = 7",
    "update audit_entries set seq = 7 where seq = -1",
)
TAKE_PLACE = (
    "delete from audit_entries where seq = 4",
    "update audit_entries set seq = seq - 1 where seq > 4",
)
SET_BACK = "update audit_head set seq = 9, hash = (select hash from audit_entries where seq = 9)"
FORGE = """insert into audit_entries select seq + 1, message_id, type, subject, application_id, source, actor,
    occurred_at, correlation_id, causation_id, trace_id, figures, payload_hash, hash, hash from audit_entries where seq = 10"""


@pytest.mark.parametrize(
    ("statements", "broken_at", "code"),
    [
        (("update audit_entries set actor = 'someone-else' where seq = 5",), 5, "ENTRY_CHANGED"),
        (("update audit_entries set figures = '{\"assignee\":\"x\"}' where seq = 6",), 6, "ENTRY_CHANGED"),
        (("update audit_entries set occurred_at = occurred_at + interval '1 us' where seq = 1",), 1, "ENTRY_CHANGED"),
        (("update audit_entries set payload_hash = sha256('x') where seq = 10",), 10, "ENTRY_CHANGED"),
        (("delete from audit_entries where seq = 1",), 1, "ENTRY_MISSING"),
        (("delete from audit_entries where seq = 4",), 4, "ENTRY_MISSING"),
        (("delete from audit_entries where seq >= 9",), 9, "ENTRY_MISSING"),
        (("delete from audit_entries",), 1, "ENTRY_MISSING"),
        (SWAP, 3, "ENTRY_CHANGED"),
        (TAKE_PLACE, 4, "ENTRY_CHANGED"),
        ((FORGE,), 11, "ENTRY_CHANGED"),
        (("update audit_head set hash = sha256('x')",), 10, "HEAD_DIFFERS"),
        ((SET_BACK,), 10, "ENTRY_FOREIGN"),
    ],
)  # fmt: skip
async def test_a_changed_removed_or_reordered_entry_is_found(
    bus: Any, harness: Harness, statements: tuple[str, ...], broken_at: int, code: str
) -> None:
    await ten_entries(bus)
    await tamper(harness, *statements)
    verdict = await bus.get("/v1/audit/verify", "auditor")
    assert (verdict["valid"], verdict["broken_at"], verdict["code"]) == (False, broken_at, code)
    assert verdict["entries"] == broken_at - 1 or code in ("HEAD_DIFFERS", "ENTRY_FOREIGN")
    assert verdict["detail"]


async def test_an_entry_that_was_changed_together_with_its_hash_is_found_at_the_next_one(
    bus: Any, harness: Harness
) -> None:
    await ten_entries(bus)
    (_, _, entry, *_) = (await bus.get("/v1/audit/entries", "auditor"))["items"]
    told = [
        3, entry["message_id"], entry["type"], entry["subject"], entry["application_id"], entry["source"],
        "someone-else", entry["occurred_at"].replace("Z", "+00:00"), entry["correlation_id"], None, None,
        entry["figures_text"], entry["payload_hash"], entry["prev_hash"],
    ]  # fmt: skip
    forged = hashlib.sha256(json.dumps(told, separators=(",", ":")).encode()).hexdigest()
    await tamper(harness, f"update audit_entries set actor = 'someone-else', hash = '\\x{forged}' where seq = 3")
    verdict = await bus.get("/v1/audit/verify", "auditor")
    assert (verdict["broken_at"], verdict["code"], verdict["entries"]) == (4, "LINK_BROKEN", 3)


async def test_a_range_behind_a_missing_entry_or_with_a_missing_end_does_not_hold(bus: Any, harness: Harness) -> None:
    await ten_entries(bus)
    await tamper(harness, "delete from audit_entries where seq = 5")
    for query, broken_at in (({"from": 6}, 5), ({"from": 2, "to": 5}, 5), ({"from": 3, "to": 8}, 5)):
        verdict = await bus.get("/v1/audit/verify", "auditor", **query)
        assert (verdict["valid"], verdict["broken_at"], verdict["code"]) == (False, broken_at, "ENTRY_MISSING"), query
    assert (await bus.get("/v1/audit/verify", "auditor", **{"from": 6, "to": 5}, expect=422))["code"] == "range-invalid"


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_entries set actor = 'x' where seq = 1",
        "delete from audit_entries where seq = 1",
        "truncate audit_entries",
        "update audit_head set hash = sha256('x')",
        "update audit_head set seq = 3",
        "delete from audit_head",
        "truncate audit_head",
    ],
)
async def test_the_service_itself_can_neither_change_nor_remove_entries(
    bus: Any, harness: Harness, statement: str
) -> None:
    await ten_entries(bus)
    with pytest.raises(DBAPIError, match="only grows"):
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(statement)
    assert (await bus.get("/v1/audit/verify", "auditor"))["valid"]


async def test_entries_of_one_subject_come_in_pages(bus: Any) -> None:
    application = uuid4()
    await bus.tell(*(bus.record("offer.made", application_id=application if n % 2 else uuid4()) for n in range(6)))
    first = await bus.get("/v1/audit/entries", "auditor", subject=str(application), limit=2)
    assert [i["seq"] for i in first["items"]] == [2, 4]
    second = await bus.get(
        "/v1/audit/entries", "auditor", subject=str(application), limit=2, cursor=first["next_cursor"]
    )
    assert ([i["seq"] for i in second["items"]], second["next_cursor"]) == ([6], None)
    assert (await bus.get("/v1/audit/entries", "auditor", subject="nobody"))["items"] == []


async def test_evidence_of_an_application_says_which_of_its_entries_does_not_hold(bus: Any, harness: Harness) -> None:
    ours, other = uuid4(), uuid4()
    await bus.tell(*(bus.record("offer.made", application_id=ours if n in (0, 2, 4) else other) for n in range(6)))
    good = await bus.get(f"/v1/evidence/{ours}", "auditor")
    assert (good["valid"], [i["seq"] for i in good["items"]], good["head"]["seq"]) == (True, [1, 3, 5], 6)
    await tamper(harness, "update audit_entries set actor = 'x' where seq = 3")
    bad = await bus.get(f"/v1/evidence/{ours}", "auditor")
    assert (bad["valid"], bad["broken_at"]) == (False, 3)
    await tamper(
        harness, "delete from audit_entries where seq in (2, 3)", "update audit_entries set figures = '5' where seq = 5"
    )
    bad = await bus.get(f"/v1/evidence/{ours}", "auditor")
    assert (bad["valid"], bad["broken_at"], bad["items"][1]["figures"]) == (False, 5, {"unreadable": "5"})
    assert (await bus.get(f"/v1/evidence/{uuid4()}", "auditor", expect=404))["code"] == "application-not-found"


async def test_a_chain_longer_than_one_piece_is_verified_to_its_end(bus: Any, harness: Harness) -> None:
    for _ in range(11):
        await harness.worker.handle([bus.record("task.claimed", application_id=uuid4()) for _ in range(200)])
    verdict = await bus.get("/v1/audit/verify", "auditor")
    assert (verdict["valid"], verdict["entries"]) == (True, 2200)
    await tamper(harness, "delete from audit_entries where seq = 1001")
    assert (await bus.get("/v1/audit/verify", "auditor"))["broken_at"] == 1001


async def test_a_chain_that_grows_while_it_is_verified_holds_as_far_as_it_went_at_the_beginning(
    bus: Any, harness: Harness
) -> None:
    def batch() -> list[Any]:
        return [bus.record("task.claimed", application_id=uuid4()) for _ in range(200)]

    for _ in range(4):
        await harness.worker.handle(batch())
    first, second, *_ = await asyncio.gather(
        bus.get("/v1/audit/verify", "auditor"),
        bus.get("/v1/audit/verify", "auditor"),
        *(harness.worker.handle(batch()) for _ in range(4)),
    )
    for verdict in (first, second):
        assert (verdict["valid"], verdict["entries"]) == (True, verdict["head"]["seq"])
    assert 800 <= first["entries"] <= second["entries"]
    assert (await bus.get("/v1/audit/verify", "auditor"))["entries"] == 1600
