"""Somebody who can write to every table, but has not the key of the service, is found; and a verification is carried on
from where it was, whoever interrupts it."""

import asyncio
import base64
import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import orjson
import pytest
from prometheus_client import generate_latest
from sqlalchemy.exc import DBAPIError

from loan_servicekit.testing import Harness
from reporting_svc.domain.evidence.seals import Marks
from reporting_svc.jobs.evidence import EvidenceKeeper

PROTECTED = ("audit_entries", "audit_head", "audit_seals")


def keeper(harness: Harness, piece: int = 4) -> EvidenceKeeper:
    """What works on the chain two hours later: every segment is old enough then."""
    ports, service = harness.app.state.ports, harness.service

    def later() -> datetime:
        return service.clock() + timedelta(hours=2)

    a_month = timedelta(days=30)
    return EvidenceKeeper(ports.evidence, ports.operations, service.group_commit, ports.marks, later, a_month, piece)


async def grow(bus: Any, entries: int) -> None:
    await bus.tell(*(bus.record("task.claimed", application_id=uuid4()) for _ in range(entries)))


async def hear_itself(bus: Any, harness: Harness) -> None:
    """What the service has told comes back to it over the bus, as everything does."""
    rows = await harness.rows(
        "select message_id, key, correlation_id, actor, value, created_at from outbox order by id"
    )
    for id, key, correlation, actor, value, at in rows:
        told = {"correlation_id": correlation, "actor": actor, "subject": key}
        record = bus.record("audit.recorded", at, id, "reporting-svc", told)
        object.__setattr__(record, "value", bytes(value))
        await harness.worker.handle([record])


async def a_sealed_chain(bus: Any, harness: Harness) -> None:
    """Three segments, of which the chain itself tells, and two entries behind them."""
    for entries in (5, 4, 3):
        await grow(bus, entries)
        await keeper(harness).seal()
        await hear_itself(bus, harness)
    await grow(bus, 2)


async def a_chain_sealed_the_day_before(bus: Any, harness: Harness) -> None:
    """Six entries that are under a seal for more than a day, and three of today."""
    clock = harness.service.clock
    harness.service.transactor._clock = lambda: clock() - timedelta(hours=30)
    await grow(bus, 6)
    await keeper(harness).seal()
    harness.service.transactor._clock = clock
    await grow(bus, 3)


async def tamper(harness: Harness, *statements: str) -> None:
    """Somebody who owns the tables."""
    async with harness.service.engine.begin() as connection:
        for table in PROTECTED:
            await connection.exec_driver_sql(f"alter table {table} disable trigger user")
        for statement in statements:
            await connection.exec_driver_sql(statement)
        for table in PROTECTED:
            await connection.exec_driver_sql(f"alter table {table} enable trigger user")


async def made_anew(harness: Harness, first: int, actor: str) -> None:
    """The whole chain from an entry on, as if it had always been so: hashes, links and head."""
    columns = (
        "seq, message_id, type, subject, application_id, source, actor, occurred_at, correlation_id, causation_id,"
        " trace_id, figures::text, payload_hash, prev_hash"
    )
    rows = await harness.rows(f"select {columns} from audit_entries where seq >= {first} order by seq")
    before, statements = bytes(rows[0][-1]), []
    for seq, *plain, payload_hash, _ in rows:
        plain[5] = actor if seq == first else plain[5]
        told = [seq, *plain, bytes(payload_hash).hex(), before.hex()]
        hash = hashlib.sha256(orjson.dumps(told, default=str)).digest()
        statements.append(
            f"update audit_entries set actor = {'null' if plain[5] is None else repr(plain[5])},"
            f" prev_hash = '\\x{before.hex()}', hash = '\\x{hash.hex()}' where seq = {seq}"
        )
        before = hash
    await tamper(harness, *statements, f"update audit_head set hash = '\\x{before.hex()}'")


async def begin(harness: Harness, scope: str) -> Any:
    headers = harness.signer.headers("auditor") | {"Idempotency-Key": str(uuid4())}
    return await harness.client.post("/v1/audit/verifications", json={"scope": scope}, headers=headers)


async def verified(bus: Any, harness: Harness, scope: str = "WHOLE") -> Any:
    """What a verification comes to when workers carry it."""
    started = await begin(harness, scope)
    assert started.status_code == 202, started.text
    await keeper(harness).carry_on()
    return await bus.get(f"/v1/audit/verifications/{started.json()['id']}", "auditor")


async def test_a_sealed_chain_holds_in_every_way_of_asking(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    seals = (await bus.get("/v1/audit/seals", "auditor"))["items"]
    assert [(s["number"], s["first_seq"], s["last_seq"]) for s in seals] == [(1, 1, 5), (2, 6, 10), (3, 11, 14)]
    assert [s["before"] for s in seals] == ["", seals[0]["mark"], seals[1]["mark"]]
    entries = (await bus.get("/v1/audit/entries", "auditor"))["items"]
    assert [s["end_hash"] for s in seals] == [entries[s["last_seq"] - 1]["hash"] for s in seals]
    told = [e["figures"] for e in entries if e["type"] == "audit.recorded"]
    assert [(t["action"], t["subject_id"], t["detail"]["end_hash"]) for t in told] == [
        ("seal_segment", str(s["number"]), s["end_hash"]) for s in seals]  # fmt: skip
    assert (await bus.get("/v1/audit/verify", "auditor"))["valid"]
    whole = await verified(bus, harness)
    assert (whole["state"], whole["entries"], whole["of"], whole["first_seq"]) == ("HOLDS", 17, 17, 1)
    assert (whole["last"]["seq"], whole["broken_at"], whole["started_by"]) == (17, None, "u-test")
    assert (await bus.get("/v1/audit/seals", "auditor", limit=2))["next_cursor"] is not None


async def test_a_day_reads_what_is_not_under_a_seal_of_the_day_before(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    ago = "sealed_at - interval '30 hours'"
    assert (await verified(bus, harness, "DAY"))["entries"] == 17  # nothing was sealed a day ago
    await tamper(harness, "delete from audit_seals", "delete from audit_entries", "delete from verifications",
                 "update audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex'), mark = ''")  # fmt: skip
    await a_chain_sealed_the_day_before(bus, harness)
    day = await verified(bus, harness, "DAY")
    assert (day["state"], day["first_seq"], day["entries"]) == ("HOLDS", 7, 3), ago


ENTRY = "select seq + {n}, message_id, type, subject, application_id, source, actor, occurred_at, correlation_id,"
SET_BACK = "update audit_head set seq = {seq}, hash = (select hash from audit_entries where seq = {seq})"


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (("update audit_entries set actor = 'x' where seq = 2",), "ENTRY_CHANGED"),
        (("delete from audit_entries where seq = 8",), "ENTRY_MISSING"),
        (("delete from audit_seals where number = 2",), "SEAL_MISSING"),
        (("delete from audit_seals where number = 3",), "SEAL_MISSING"),
        (("delete from audit_seals",), "SEAL_MISSING"),
        (("update audit_seals set last_seq = 6, first_seq = 1 where number = 1",), "SEAL_DIFFERS"),
        (("update audit_seals set sealed_at = now() where number = 3",), "SEAL_FORGED"),
        (("update audit_seals set mark = 'e1.' || repeat('0', 64) where number = 3",), "SEAL_FORGED"),
        (("update audit_seals set end_hash = sha256('x') where number = 2",), "SEAL_DIFFERS"),
        # The tail is cut, and everything that is left agrees with it:
        (("delete from audit_entries where seq > 16", SET_BACK.format(seq=16)), "HEAD_FORGED"),
        (("delete from audit_entries where seq > 12", "delete from audit_seals where number = 3",
          SET_BACK.format(seq=12)), "HEAD_FORGED"),
        (("delete from audit_entries where seq > 12", "delete from audit_seals where number = 3",
          SET_BACK.format(seq=12) + ", mark = ''"), "HEAD_FORGED"),
        (("delete from audit_entries where seq > 12", SET_BACK.format(seq=12)), "HEAD_FORGED"),
    ],
)  # fmt: skip
async def test_what_is_changed_under_a_seal_with_a_seal_or_at_the_end_is_found(
    bus: Any, harness: Harness, statements: Sequence[str], code: str
) -> None:
    await a_sealed_chain(bus, harness)
    await tamper(harness, *statements)
    whole = await verified(bus, harness)
    assert (whole["state"], whole["code"]) == ("BROKEN", code)
    assert (await bus.get("/v1/audit/verify", "auditor"))["code"] == code
    assert whole["broken_at"] and whole["detail"] and whole["ended_at"]


@pytest.mark.parametrize(("first", "code"), [(2, "SEAL_DIFFERS"), (13, "SEAL_DIFFERS"), (16, "HEAD_FORGED")])
async def test_a_chain_that_was_made_anew_from_an_entry_on_is_found(
    bus: Any, harness: Harness, first: int, code: str
) -> None:
    """Every hash and link of it is right; the seals, or the mark of the head, are not."""
    await a_sealed_chain(bus, harness)
    await made_anew(harness, first, "somebody else")
    assert (await verified(bus, harness))["code"] == code
    assert (await verified(bus, harness, "DAY"))["code"] == code


async def test_what_was_made_anew_under_old_seals_is_found_by_the_check_of_a_day_too(
    bus: Any, harness: Harness
) -> None:
    """It reads no old entry but those that segments end with."""
    await a_sealed_chain(bus, harness)
    await made_anew(harness, 2, "somebody else")
    ports = harness.app.state.ports
    ends = await ports.evidence.ends()
    assert [ends.hashes[seal.last_seq] == seal.end_hash for seal in ends.seals] == [False, False, False]


async def test_a_seal_that_somebody_makes_without_the_key_is_no_seal(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    foreign = Marks.parse(f"e1:{base64.b64encode(b'x' * 32).decode()}")
    (last,) = (await harness.app.state.ports.evidence.seals())[-1:]
    forged = foreign.of("seal", 4, 15, 17, "00" * 32, last.sealed_at.timestamp(), last.mark)
    await tamper(
        harness,
        f"insert into audit_seals select 4, 15, 17, hash, sealed_at, '{last.mark}', '{forged}'"
        " from audit_entries, audit_seals where seq = 17 and number = 3",
    )
    assert (await verified(bus, harness))["code"] == "SEAL_FORGED"


async def test_a_head_that_somebody_else_has_written_is_told_of_before_it_is_moved_on(
    bus: Any, harness: Harness
) -> None:
    """The next batch gives the head a mark again: what was cut must not be hidden by it."""
    await a_sealed_chain(bus, harness)
    await tamper(harness, "delete from audit_entries where seq > 15", SET_BACK.format(seq=15))
    await grow(bus, 1)
    told = [orjson.loads(value) for (value,) in await harness.rows("select value from outbox order by id")][-1]
    assert (told["action"], told["subject_id"]) == ("find_foreign_head", "15")


async def test_no_segment_that_does_not_hold_is_sealed(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    await tamper(harness, "update audit_entries set actor = 'x' where seq = 16")
    await keeper(harness).seal()
    assert await harness.rows("select count(*) from audit_seals") == [(3,)]


async def test_a_verification_goes_on_where_it_was_interrupted(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    started = (await begin(harness, "WHOLE")).json()
    path = f"/v1/audit/verifications/{started['id']}"
    walking = asyncio.create_task(keeper(harness, 3).carry_on())
    while (await bus.get(path, "auditor"))["entries"] < 3:
        await asyncio.sleep(0.001)
    walking.cancel()
    await asyncio.gather(walking, return_exceptions=True)
    held = await bus.get(path, "auditor")
    assert held["state"] == "RUNNING" and 3 <= held["entries"] < 17
    again = await begin(harness, "WHOLE")
    assert (again.status_code, again.json()["code"]) == (409, "verification-running")
    await asyncio.gather(*(keeper(harness, 3).carry_on() for _ in range(3)))
    done = await bus.get(path, "auditor")
    assert (done["state"], done["entries"]) == ("HOLDS", 17)
    listed = (await bus.get("/v1/audit/verifications", "auditor"))["items"]
    assert [v["id"] for v in listed] == [started["id"]]
    acts = [orjson.loads(value)["action"] for (value,) in await harness.rows("select value from outbox order by id")]
    assert (acts.count("start_verification"), acts.count("finish_verification")) == (1, 1)


@pytest.mark.parametrize(
    "change",
    [
        "position_seq = 14, position_hash = (select hash from audit_entries where seq = 14)",
        "state = 'HOLDS', ended_at = now()",
    ],
)
async def test_whoever_moves_a_verification_past_what_he_has_changed_is_found(
    bus: Any, harness: Harness, change: str
) -> None:
    await a_sealed_chain(bus, harness)
    started = (await begin(harness, "WHOLE")).json()
    await tamper(harness, "update audit_entries set actor = 'x' where seq = 9", f"update verifications set {change}")
    await keeper(harness).carry_on()
    if "HOLDS" in change:  # that report is ended; the next verification sees that it is not ours
        await tamper(harness, "update audit_entries set actor = null where seq = 9")
        found = await verified(bus, harness, "DAY")
        assert found["state"] == "BROKEN"
        return
    found = await bus.get(f"/v1/audit/verifications/{started['id']}", "auditor")
    assert (found["state"], found["code"]) == ("BROKEN", "REPORT_FORGED")


async def test_an_older_state_of_the_tables_is_found_by_a_report_that_has_seen_more(bus: Any, harness: Harness) -> None:
    """A head with its mark can be noted and put back later; what a verification has seen since is gone then."""
    await grow(bus, 4)
    ((seq, hash, mark),) = await harness.rows("select seq, encode(hash, 'hex'), mark from audit_head")
    await grow(bus, 3)
    assert (await verified(bus, harness))["state"] == "HOLDS"
    await tamper(harness, f"delete from audit_entries where seq > {seq}",
                 f"update audit_head set seq = {seq}, hash = '\\x{hash}', mark = '{mark}'")  # fmt: skip
    found = await verified(bus, harness, "DAY")
    assert (found["state"], found["code"], found["broken_at"]) == ("BROKEN", "ENTRY_MISSING", 5)


async def test_the_day_is_checked_by_itself_once(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    for _ in range(2):
        await keeper(harness).plan()
        await keeper(harness).carry_on()
    listed = (await bus.get("/v1/audit/verifications", "auditor"))["items"]
    assert sorted((v["scope"], v["state"], v["started_by"]) for v in listed) == [
        ("DAY", "HOLDS", "reporting-svc"), ("WHOLE", "HOLDS", "reporting-svc")]  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    ["update audit_seals set mark = 'x'", "delete from audit_seals", "truncate audit_seals"],
)
async def test_the_service_itself_can_neither_change_nor_remove_seals(
    bus: Any, harness: Harness, statement: str
) -> None:
    await a_sealed_chain(bus, harness)
    with pytest.raises(DBAPIError, match="only grows"):
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(statement)


async def test_processes_that_seal_at_once_make_each_seal_once(bus: Any, harness: Harness) -> None:
    await grow(bus, 9)
    await asyncio.gather(*(keeper(harness).seal() for _ in range(4)), return_exceptions=True)
    assert await harness.rows("select number, first_seq, last_seq from audit_seals") == [(1, 1, 9)]


def known_broken() -> bool:
    """What an alarm is made of."""
    return generate_latest().decode().count('evidence_broken{service="reporting-svc"} 1.0') == 1


async def test_a_fault_is_told_of_until_a_verification_that_reads_as_much_holds(bus: Any, harness: Harness) -> None:
    await a_chain_sealed_the_day_before(bus, harness)
    assert (await verified(bus, harness))["state"] == "HOLDS"
    assert not known_broken()
    await tamper(harness, "update audit_entries set actor = 'x' where seq = 2")
    assert (await verified(bus, harness))["state"] == "BROKEN"
    assert known_broken()
    assert (await verified(bus, harness, "DAY"))["state"] == "HOLDS"
    assert known_broken(), "a day does not read what is under older seals"
    await keeper(harness).seal()
    assert known_broken()
    await keeper(harness).plan()
    assert known_broken(), "also in a process that has just begun"
    await tamper(harness, "update audit_entries set actor = null where seq = 2")
    await keeper(harness).carry_on()
    assert (await verified(bus, harness))["state"] == "HOLDS"
    assert not known_broken()


async def test_a_segment_that_cannot_be_sealed_is_told_of(bus: Any, harness: Harness) -> None:
    await a_sealed_chain(bus, harness)
    await tamper(harness, "update audit_entries set actor = 'x' where seq = 16")
    keeping = keeper(harness)
    await keeping.seal()
    assert known_broken()
    await tamper(harness, "update audit_entries set actor = null where seq = 16")
    await keeping.seal()
    assert not known_broken()
