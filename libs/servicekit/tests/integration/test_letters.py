"""Dead letters: one a record, whole, with what became of it; and what the database's own troubles may not make of one."""

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from test_doors import an_arrival, post, replayed, tried_again
from waiting import until

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Unavailable
from loan_servicekit.db.upkeep.dead_letters import Record
from loan_servicekit.db.upkeep.dead_letters import letter as made
from loan_servicekit.testing import Harness

PATH = "/v1/admin/dead-letters"
LETTERS = "select state, attempts, replays from dead_letters order by id"


def operations(harness: Harness, subject: str = "u-one") -> dict[str, str]:
    return harness.signer.headers("operations", subject=subject)


async def listed(harness: Harness, *states: str) -> list[Any]:
    answer = await harness.client.get(PATH, params={"state": states}, headers=operations(harness))
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def discard(harness: Harness, letter: str, subject: str, step: str = "", **body: Any) -> Any:
    return await harness.client.post(
        f"{PATH}/{letter}/discard{step}", json=body or None, headers=operations(harness, subject)
    )


@pytest.mark.parametrize(
    "headers",
    [
        [("ce_id", b"\xff\x00\xfe"), ("ce_id", b"twice")],
        [("nul\0name", b"v"), ("ü", "值".encode())],
        [("nothing", None), ("empty", b"")],
        [("large", b"x" * 500_000)],
        [],
    ],
)
@pytest.mark.parametrize("value", [b"\xff\x00", b"", None, b"\xed\xa0\x80"])
async def test_a_letter_keeps_its_whole_record_byte_for_byte(harness: Harness, headers: Any, value: Any) -> None:
    record = Record("notification.requested", 3, 17, headers, value, 1_700_000_000_123, b"\x00key\xff")
    await harness.worker.handle([record])
    (kept,) = await harness.service.dead_letters.page(None, 10)
    again = Record.of(kept)
    assert (list(again.headers), again.value, again.key) == (headers, value, b"\x00key\xff")
    assert (again.topic, again.partition, again.offset, again.timestamp) == (
        "notification.requested", 3, 17, 1_700_000_000_123,
    )  # fmt: skip


async def test_what_the_database_refuses_to_show_is_kept_whole_all_the_same(harness: Harness) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "create function pick() returns trigger language plpgsql as $$ begin"
            " if new.headers::text like '%unloved%' then raise 'no'; end if; return new; end $$"
        )
        await connection.exec_driver_sql(
            "create trigger pick before insert on dead_letters for each row execute function pick()"
        )
    record = replace(harness.record(an_arrival(uuid4())), headers=[("unloved", b"\xffx")])
    await harness.worker.handle([record])
    (kept,) = await harness.service.dead_letters.page(None, 10)
    assert list(Record.of(kept).headers) == [("unloved", b"\xffx")]


async def test_a_record_that_comes_again_has_one_letter_and_another_at_its_offset_has_its_own(harness: Harness) -> None:
    first = replace(harness.record(an_arrival(uuid4())), value=b"\xff")
    await harness.worker.handle([first])
    await harness.worker.handle([first, first])
    assert await harness.rows(LETTERS) == [("DEAD", 1, 0)]
    for other in (replace(first, value=b"\xfe"), replace(first, headers=[]), replace(first, key=b"k")):
        await harness.worker.handle([other])  # the topic was made anew: other records at the same offset
    await harness.worker.handle([first])
    values = {bytes(row[0]) for row in await harness.rows("select value from dead_letters")}
    assert values == {b"\xff", b"\xfe"}
    assert await harness.rows(LETTERS) == [("DEAD", 1, 0)] * 4


async def test_a_letter_that_fails_again_after_a_replay_says_so(harness: Harness) -> None:
    await harness.worker.handle([replace(harness.record(an_arrival(uuid4())), value=b"\xff")])
    (before,) = await listed(harness)
    assert (before["state"], before["attempts"], before["replays"], before["replayed_at"]) == ("DEAD", 1, 0, None)
    for replays in (1, 2):
        assert await replayed(harness, before["id"]) == 202
        (waiting,) = await listed(harness, "RETRYING")
        assert (waiting["attempts"], waiting["replays"]) == (replays, replays)
        await tried_again(harness)
        (after,) = await listed(harness)
        assert (after["state"], after["attempts"], after["replays"]) == ("DEAD", replays + 1, replays)
        assert after["created_at"] == before["created_at"]
        assert after["last_failed_at"] > after["replayed_at"] > before["last_failed_at"]


async def test_a_replayed_bug_gets_its_three_tries_again_and_counts_them_all(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    await harness.worker.handle([harness.record(an_arrival(parcel, "bug"))])
    await tried_again(harness, times=2)
    (letter,) = await listed(harness)
    assert await replayed(harness, letter["id"]) == 202
    await tried_again(harness, times=2)
    assert await harness.rows(LETTERS) == [("RETRYING", 5, 1)]
    await tried_again(harness)
    assert await harness.rows(LETTERS) == [("DEAD", 6, 1)]


async def rehearsed(harness: Harness, letter: str) -> Any:
    answer = await harness.client.post(f"{PATH}/{letter}/rehearsal", headers=operations(harness))
    assert answer.status_code == 200, answer.text
    return answer.json()


EVERYTHING = (
    "select (select jsonb_agg(p) from parcels p)::text, (select count(*) from notes), (select count(*) from outbox),"
    " (select count(*) from inbox), (select jsonb_agg(d) from dead_letters d)::text"
)


async def test_a_replay_is_rehearsed_and_nothing_of_it_stays(harness: Harness) -> None:
    parcel = uuid4()
    await harness.worker.handle([harness.record(an_arrival(parcel))])
    await tried_again(harness, times=8)
    (letter,) = await listed(harness)
    nothing = {"sends": {}, "writes": {}}
    missing = await rehearsed(harness, letter["id"])
    assert (missing.pop("detail"), missing) == (
        letter["detail"],
        {"fate": "retried", "code": "parcel-not-found"} | nothing,
    )
    await post(harness, 1, parcel)
    before = await harness.rows(EVERYTHING)
    told = {"sends": {"notification.delivered": 1}, "writes": {"parcels": 1}}
    for _ in range(2):
        assert await rehearsed(harness, letter["id"]) == {"fate": "done", "code": None, "detail": None} | told
    assert await harness.rows(EVERYTHING) == before
    assert await replayed(harness, letter["id"]) == 202
    await tried_again(harness)
    assert await harness.rows("select state, weight from parcels") == [("RECEIVED", 2)]
    assert (await rehearsed(harness, letter["id"]))["fate"] == "duplicate"


@pytest.mark.parametrize(
    ("template", "fate", "code"),
    [
        ("late-refusal", "refused", "too-late"),
        ("noted-refusal", "refused", "noted"),
        ("smuggled", "dead", "smuggling"),
        ("bug", "retried", "handler-failed"),
        ("unprepared", "retried", "handler-failed"),
        (None, "dead", "message-invalid"),
    ],
)
async def test_a_rehearsal_says_why_it_would_not_be_done(harness: Harness, template: str, fate: str, code: str) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    record = harness.record(an_arrival(parcel, template or "arrived"))
    kept = made(replace(record, value=record.value if template else b"{"), "handler-failed", "", 3, "DEAD", None)
    await harness.service.dead_letters.keep([kept])
    before = await harness.rows(EVERYTHING)
    found = await rehearsed(harness, str(kept.id))
    assert (found["fate"], found["code"], found["sends"], found["writes"]) == (fate, code, {}, {})
    assert await harness.rows(EVERYTHING) == before


async def test_only_operations_may_rehearse(harness: Harness) -> None:
    path = f"{PATH}/{uuid4()}/rehearsal"
    assert (await harness.client.post(path, headers=harness.signer.headers("auditor"))).status_code == 403
    assert (await harness.client.post(path, headers=operations(harness))).json()["code"] == "dead-letter-not-found"


async def test_a_letter_is_discarded_by_two_people_with_a_reason_and_stays_as_evidence(harness: Harness) -> None:
    record = replace(harness.record(an_arrival(uuid4())), value=b"\xff")
    await harness.worker.handle([record])
    (letter,) = await listed(harness)
    id = letter["id"]
    assert (await discard(harness, id, "u-one", reason="BECAUSE", note="no reason")).status_code == 422
    assert (await discard(harness, id, "u-one")).status_code == 422
    assert (await discard(harness, id, "u-one", reason="NOT_OURS", note="\u200b" * 9)).status_code == 422
    assert (await discard(harness, id, "u-two", "/confirmation")).json()["code"] == "discard-not-proposed"
    proposed = await discard(harness, id, "u-one", reason="NOT_OURS", note="a test of the bus")
    assert (proposed.status_code, proposed.json()["state"]) == (200, "DISCARDING")
    assert [each["state"] for each in await listed(harness)] == ["DISCARDING"]  # it still waits for somebody
    assert (await discard(harness, id, "u-one", "/confirmation")).json()["code"] == "maker-not-checker"
    confirmed = await discard(harness, id, "u-two", "/confirmation")
    shown = confirmed.json()
    assert (shown["state"], shown["discard_by"], shown["discarded_by"]) == ("DISCARDED", "u-one", "u-two")
    assert await listed(harness) == []
    assert [each["id"] for each in await listed(harness, "DISCARDED", "HANDLED")] == [id]
    assert (await harness.client.get(f"{PATH}/{id}", headers=operations(harness))).json() == shown
    assert await replayed(harness, id) == 409
    await harness.worker.handle([record])
    assert await harness.rows("select state from dead_letters") == [("DISCARDED",)]
    actions = [m.action for m in await harness.outbox(AuditRecorded)]
    assert actions == ["propose_discard", "confirm_discard"]
    assert all("a test of the bus" not in str(m) for m in await harness.outbox())


async def test_a_discard_can_be_rejected_or_overtaken_by_a_replay(harness: Harness) -> None:
    await harness.worker.handle([replace(harness.record(an_arrival(uuid4())), value=b"\xff")])
    (letter,) = await listed(harness)
    await discard(harness, letter["id"], "u-one", reason="SUPERSEDED", note="came again later")
    rejected = (await discard(harness, letter["id"], "u-two", "/rejection")).json()
    assert (rejected["state"], rejected["discard_reason"]) == ("DEAD", None)
    await discard(harness, letter["id"], "u-one", reason="SUPERSEDED", note="came again later")
    assert await replayed(harness, letter["id"]) == 202
    assert (await discard(harness, letter["id"], "u-two", "/confirmation")).status_code == 409


@pytest.mark.parametrize("role", ["auditor", "system-administrator", "approver"])
async def test_only_operations_may_discard_or_resume(harness: Harness, role: str) -> None:
    headers = harness.signer.headers(role)
    for path in (f"{PATH}/{uuid4()}/discard/confirmation", "/v1/admin/consumers/resume"):
        assert (await harness.client.post(path, headers=headers)).status_code == 403


@asynccontextmanager
async def locked(harness: Harness) -> Any:
    """While the block lasts, nobody gets at parcels."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("lock table parcels in access exclusive mode")
        yield


async def keep_ending(harness: Harness, how: str) -> None:
    """Cancels, or ends, whatever waits for a lock, as an administrator or a time limit does."""
    while True:
        await harness.rows(
            f"select {how}(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
        )
        await asyncio.sleep(0.01)


async def test_a_cancelled_statement_is_tried_again_for_as_long_as_it_takes(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    record = harness.record(an_arrival(parcel))
    cancelling = asyncio.create_task(keep_ending(harness, "pg_cancel_backend"))
    async with locked(harness):
        outcomes = await harness.worker.handle([record])
        assert isinstance(outcomes[0], Unavailable)
        await tried_again(harness, times=10)
    cancelling.cancel()
    assert await harness.rows("select state, reason, attempts from dead_letters") == [
        ("RETRYING", "database-interrupted", 11)
    ]
    await tried_again(harness)
    assert await harness.rows("select state, weight from parcels") == [("RECEIVED", 2)]
    assert await harness.rows("select state from dead_letters") == [("HANDLED",)]


async def test_a_session_that_is_ended_is_an_outage_and_leaves_no_letter(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    record = harness.record(an_arrival(parcel))
    ending = asyncio.create_task(keep_ending(harness, "pg_terminate_backend"))
    async with locked(harness):
        with pytest.raises(Unavailable):
            await harness.worker.handle([record])
    ending.cancel()
    assert await harness.rows("select count(*) from dead_letters") == [(0,)]
    await harness.worker.handle([record])
    assert await harness.rows("select state, weight from parcels") == [("RECEIVED", 2)]


@pytest.mark.parametrize("limit", ["statement_timeout", "lock_timeout", "transaction_timeout"])
async def test_a_time_limit_is_an_outage_at_the_door_and_no_dead_letter_behind_it(harness: Harness, limit: str) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    async with harness.service.engine.begin() as connection:
        name = (await connection.exec_driver_sql("select current_database()")).scalar_one()
        await connection.exec_driver_sql(f"alter database {name} set {limit} = '100ms'")
    await harness.service.engine.dispose()
    blocked = harness.service.engine.connect()
    async with blocked as connection:
        await connection.exec_driver_sql(f"set {limit} = 0")
        await connection.commit()
        await connection.exec_driver_sql("lock table parcels in access exclusive mode")
        assert await post(harness) == (409 if limit == "lock_timeout" else 503)  # who meets a lock comes again
        record = harness.record(an_arrival(parcel))
        handling = asyncio.create_task(harness.worker.handle([record]))
        if limit == "lock_timeout":  # a message waits where it is, whatever the limit of a single try
            await asyncio.wait([handling], timeout=0.5)
            assert not handling.done()
            await connection.rollback()
        try:
            await handling
        except Unavailable:
            assert limit == "transaction_timeout"  # it ends the session
        await connection.rollback()
    assert await harness.rows("select count(*) from dead_letters where state <> 'RETRYING'") == [(0,)]

    async def received() -> bool:
        with suppress(Unavailable):  # sessions that were ended are found one by one
            await tried_again(harness)
            await harness.worker.handle([record])
        return await harness.rows("select state, weight from parcels") == [("RECEIVED", 2)]

    await until(received)


async def test_a_letter_that_cannot_be_kept_just_now_is_kept_later_with_all_its_parts(harness: Harness) -> None:
    record = replace(harness.record(an_arrival(uuid4())), value=b"\xff")
    cancelling = asyncio.create_task(keep_ending(harness, "pg_cancel_backend"))
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("lock table dead_letters in access exclusive mode")
        with pytest.raises(Unavailable):
            await harness.worker.handle([record])
    cancelling.cancel()
    await harness.worker.handle([record])
    (kept,) = await harness.service.dead_letters.page(None, 10)
    assert list(kept.headers) == list(record.headers)


async def test_a_record_that_breaks_its_handler_for_good_is_a_letter(harness: Harness) -> None:
    """What is wrong with the record itself is never an outage: nothing waits for it."""
    parcel = uuid4()
    await post(harness, 998, parcel)
    await harness.worker.handle([harness.record(an_arrival(parcel))])
    await harness.worker.handle([harness.record(an_arrival(parcel))])  # from 1000 on the database refuses
    await tried_again(harness, times=2)
    assert await harness.rows("select state, reason, attempts from dead_letters") == [("DEAD", "handler-failed", 3)]


async def test_what_the_bus_does_not_take_is_refused_before_it_is_committed(harness: Harness) -> None:
    harness.service.transactor._most_message_bytes = 400  # the headers alone have more
    headers = harness.signer.headers("channel")
    body = {"id": str(uuid4()), "weight": 1}
    answer = await harness.client.post("/v1/parcels", json=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "message-too-large")
    assert await harness.rows("select (select count(*) from parcels), (select count(*) from outbox)") == [(0, 0)]
    harness.service.transactor._most_message_bytes = 1_500
    assert (await harness.client.post("/v1/parcels", json=body, headers=headers)).status_code == 201


async def test_a_message_whose_effect_the_bus_does_not_take_is_a_letter_that_can_be_replayed(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    harness.service.transactor._most_message_bytes = 400
    await harness.worker.handle([harness.record(an_arrival(parcel))])
    assert await harness.rows("select state, reason from dead_letters") == [("DEAD", "message-too-large")]
    assert await harness.rows("select state from parcels") == [("SENT",)]
    harness.service.transactor._most_message_bytes = 10_000
    (letter,) = await listed(harness)
    assert await replayed(harness, letter["id"]) == 202
    await tried_again(harness)
    assert await harness.rows("select state from parcels") == [("RECEIVED",)]
