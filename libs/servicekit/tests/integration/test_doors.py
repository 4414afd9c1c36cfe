"""What both doors promise: commit before the answer, neighbours untouched, effects once, nothing swallowed."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from parcel import Parcel, build

from loan_contracts.operations import AuditRecorded, NotificationDelivered, NotificationRequested
from loan_servicekit.core import Conflict, Forbidden, NotFound, Unavailable
from loan_servicekit.db.group_commit import MOST_AT_ONCE, MOST_WAITING
from loan_servicekit.db.upkeep.dead_letters import Record
from loan_servicekit.http.context import MOST_BYTES
from loan_servicekit.kafka.handling import ConsumerStopped
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry.logs import JsonFormatter
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values


def body(weight: int = 1, id: UUID | None = None) -> dict[str, object]:
    return {"id": str(id or uuid4()), "weight": weight}


async def post(harness: Harness, weight: int = 1, id: UUID | None = None) -> int:
    answer = await harness.client.post("/v1/parcels", json=body(weight, id), headers=harness.signer.headers("channel"))
    return answer.status_code


async def tried_again(harness: Harness, times: int = 1) -> None:
    """Every letter that waits is tried so many times more, without waiting for its time to come."""
    for _ in range(times):
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("update dead_letters set retry_at = now() where state = 'RETRYING'")
        for letter in await harness.service.dead_letters.due():
            await harness.worker.retry(letter)


async def replayed(harness: Harness, letter_id: str) -> int:
    """An operator hands a dead letter to its handler again; the status."""
    path = f"/v1/admin/dead-letters/{letter_id}/replay"
    return (await harness.client.post(path, headers=harness.signer.headers("operations"))).status_code


def an_arrival(parcel: UUID, template: str = "arrived") -> NotificationRequested:
    return NotificationRequested(notification_id=uuid4(), customer_id=parcel, template=template)


async def test_requests_that_wait_share_a_transaction_and_a_refused_one_does_not_touch_its_neighbours(
    harness: Harness,
) -> None:
    statuses = await asyncio.gather(*(post(harness, 13 if n == 3 else n + 20) for n in range(8)))
    assert statuses == [201, 201, 201, 409, 201, 201, 201, 201]
    assert await harness.rows("select count(*) from parcels") == [(7,)]
    transactions = await harness.rows("select count(distinct xmin::text) from parcels")
    assert transactions[0][0] < 7


async def test_a_request_that_breaks_the_transaction_costs_only_itself(harness: Harness) -> None:
    harness.client._transport.raise_app_exceptions = False
    statuses = await asyncio.gather(*(post(harness, 5000 if n == 2 else n + 20) for n in range(6)))
    assert statuses == [201, 201, 500, 201, 201, 201]
    assert await harness.rows("select count(*) from parcels") == [(5,)]
    assert await harness.rows("select count(*) from outbox") == [(5,)]


async def test_the_answer_comes_after_the_commit_so_a_failing_commit_is_no_success(harness: Harness) -> None:
    harness.client._transport.raise_app_exceptions = False
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$"
        )
        await connection.exec_driver_sql(
            "create constraint trigger late after insert on parcels deferrable initially deferred for each row execute function refuse()"
        )
    assert await post(harness) == 500
    assert await harness.rows("select (select count(*) from parcels), (select count(*) from outbox)") == [(0, 0)]


async def test_a_lost_race_is_run_again_and_both_changes_stand(harness: Harness) -> None:
    parcel = uuid4()
    assert await post(harness, 1, parcel) == 201
    arrivals = [an_arrival(parcel) for _ in range(6)]
    await asyncio.gather(*(harness.worker.handle([harness.record(a)]) for a in arrivals))
    assert await harness.rows("select state, weight, version, sequence from parcels") == [("RECEIVED", 7, 7, 7)]
    assert sorted(m.sequence for m in await harness.outbox(NotificationDelivered)) == [2, 3, 4, 5, 6, 7]


async def test_two_messages_for_one_aggregate_in_a_batch_are_one_write_with_two_facts(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    await harness.deliver(an_arrival(parcel), an_arrival(parcel))
    assert await harness.rows("select weight, version, sequence from parcels") == [(3, 2, 3)]


async def test_a_message_that_overtook_its_aggregate_is_tried_again_and_not_lost(harness: Harness) -> None:
    parcel, early = uuid4(), uuid4()
    await post(harness, 1, parcel)
    record = harness.record(an_arrival(early))
    outcomes = await harness.worker.handle([harness.record(an_arrival(parcel)), record])
    assert isinstance(outcomes[1], NotFound)
    assert await harness.rows("select state, reason from dead_letters") == [("RETRYING", "parcel-not-found")]
    await post(harness, 1, early)
    await tried_again(harness)
    assert await harness.rows("select count(*) from parcels where state = 'RECEIVED'") == [(2,)]


async def test_a_handler_that_always_fails_becomes_a_dead_letter_after_three_tries_and_can_be_replayed(
    harness: Harness,
) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    record = harness.record(an_arrival(parcel, "bug"))
    await harness.worker.handle([record])
    await tried_again(harness, times=2)
    assert await harness.rows("select state, reason, attempts from dead_letters") == [("DEAD", "handler-failed", 3)]
    operations = harness.signer.headers("operations")
    (listed,) = (await harness.client.get("/v1/admin/dead-letters", headers=operations)).json()["items"]
    assert await replayed(harness, listed["id"]) == 202
    assert await harness.rows("select state from dead_letters") == [("RETRYING",)]
    assert [m.action for m in await harness.outbox(AuditRecorded)] == ["send_parcel", "replay_dead_letter"]
    assert await replayed(harness, listed["id"]) == 409


async def test_malformed_json_and_wrong_types_name_the_field_and_leave_nothing(harness: Harness) -> None:
    headers = harness.signer.headers("channel")
    malformed = await harness.client.post(
        "/v1/parcels", content=b'{"id": ', headers={**headers, "content-type": "application/json"}
    )
    assert (malformed.status_code, malformed.json()["code"]) == (400, "json-malformed")
    wrong = await harness.client.post("/v1/parcels", json={"id": "x", "weight": "heavy"}, headers=headers)
    assert wrong.status_code == 422
    assert {e["pointer"] for e in wrong.json()["errors"]} == {"/id", "/weight"}
    assert wrong.headers["content-type"] == "application/problem+json"
    assert await harness.rows("select count(*) from idempotency") == [(0,)]


async def test_a_post_without_an_idempotency_key_is_refused(harness: Harness) -> None:
    headers = {"Authorization": harness.signer.headers("channel")["Authorization"]}
    answer = await harness.client.post("/v1/parcels", json=body(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency-key-missing")


async def test_a_foreign_token_is_refused(harness: Harness) -> None:
    from loan_servicekit.testing import Signer

    answer = await harness.client.post("/v1/parcels", json=body(), headers=Signer().headers("channel"))
    assert (answer.status_code, answer.json()["code"]) == (401, "token-invalid")


async def test_a_forbidden_message_is_a_dead_letter_that_can_be_replayed_until_it_is_allowed(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    outcomes = await harness.worker.handle([harness.record(an_arrival(parcel, "smuggled"))])
    assert isinstance(outcomes[0], Forbidden)
    assert await harness.rows("select state, reason from dead_letters") == [("DEAD", "smuggling")]
    assert await harness.rows("select count(*) from inbox") == [(0,)]
    ((letter_id,),) = await harness.rows("select id::text from dead_letters")
    assert await replayed(harness, letter_id) == 202
    await tried_again(harness)
    assert await harness.rows("select state, reason from dead_letters") == [("DEAD", "smuggling")]


async def test_dead_letters_in_a_row_stop_the_consumer_but_many_among_good_messages_do_not(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)

    def poison() -> Record:
        return replace(harness.record(an_arrival(parcel)), value=b"{")

    mixed = [record for _ in range(60) for record in (poison(), harness.record(an_arrival(parcel)))]
    await harness.worker.handle(mixed)
    assert await harness.rows("select count(*) from dead_letters where state = 'DEAD'") == [(60,)]
    await harness.worker.handle([poison() for _ in range(49)])
    with pytest.raises(ConsumerStopped):
        await harness.worker.handle([poison()])


@pytest.mark.parametrize(
    ("name", "value"),
    [("a\0b", b"x"), ("x", b"a\0b"), ("x", b"\xff\xfe"), ("\ud800", b"x"), ("x" * 70_000, b"x" * 70_000)],
)
async def test_a_letter_can_be_kept_whatever_its_headers_hold(harness: Harness, name: str, value: bytes) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    whole = harness.record(an_arrival(parcel))
    bad = replace(whole, headers=[*whole.headers, (name, value)], value=b"\0")
    await harness.worker.handle([bad, harness.record(an_arrival(parcel))])
    assert await harness.rows("select state, reason from dead_letters") == [("DEAD", "message-invalid")]
    assert await harness.rows("select state from parcels") == [("RECEIVED",)]


async def test_a_command_that_cannot_be_prepared_costs_only_itself(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    good, bad = an_arrival(parcel), an_arrival(parcel, "unprepared")
    outcomes = await harness.worker.handle([harness.record(m) for m in (good, bad, an_arrival(parcel))])
    assert [type(outcome) for outcome in outcomes] == [Parcel, LookupError, Parcel]
    assert await harness.rows("select state, reason, detail from dead_letters") == [
        ("RETRYING", "handler-failed", "LookupError: unprepared")
    ]


async def test_a_record_that_others_keep_changing_is_an_outage_that_passes_and_no_refusal(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "create function faster() returns trigger language plpgsql as $$ begin return null; end $$"
        )
        await connection.exec_driver_sql(
            "create trigger faster before update on parcels for each row execute function faster()"
        )
    outcomes = await harness.worker.handle([harness.record(an_arrival(parcel))])
    assert isinstance(outcomes[0], Unavailable)
    assert await harness.rows("select state, reason from dead_letters") == [("RETRYING", "busy")]


async def test_the_inbox_keeps_what_a_message_was_refused_with_after_a_change(harness: Harness) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    outcomes = await harness.worker.handle([harness.record(an_arrival(parcel, "late-refusal"))])
    assert [outcome.code for outcome in outcomes] == ["too-late"]
    assert await harness.rows("select refused from inbox") == [("too-late",)]
    assert await harness.rows("select state, weight from parcels") == [("SENT", 1)]
    assert await harness.rows("select count(*) from notes") == [(0,)]


async def test_rows_of_a_refused_use_case_are_not_written_with_its_neighbours(harness: Harness) -> None:
    first, second = uuid4(), uuid4()
    await post(harness, 1, first)
    await post(harness, 1, second)
    messages = [an_arrival(first), an_arrival(second, "noted-refusal")]
    outcomes = await harness.worker.handle([harness.record(m) for m in messages])
    assert [type(outcome) for outcome in outcomes] == [Parcel, Conflict]
    assert await harness.rows("select count(*) from notes") == [(0,)]
    assert await harness.rows("select count(*) from parcels where state = 'RECEIVED'") == [(1,)]


async def test_a_repeated_request_gets_the_same_answer_with_the_same_etag(harness: Harness) -> None:
    headers = harness.signer.headers("channel")
    sent = body()
    first = await harness.client.post("/v1/parcels", json=sent, headers=headers)
    again = await harness.client.post("/v1/parcels", json=sent, headers=headers)
    assert (again.status_code, again.content, again.headers["etag"]) == (201, first.content, first.headers["etag"])
    assert (again.headers["idempotent-replayed"], first.headers.get("idempotent-replayed")) == ("true", None)
    other = await harness.client.post("/v1/parcels", json=body(), headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")


async def test_a_body_of_another_type_is_refused_with_what_is_taken(harness: Harness) -> None:
    headers = harness.signer.headers("channel") | {"content-type": "text/plain"}
    answer = await harness.client.post("/v1/parcels", content=b"weight=1", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "content-type-unsupported")
    assert "application/json" in answer.json()["detail"]


async def test_a_body_that_does_not_say_how_long_it_is_ends_at_the_limit(harness: Harness) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 4 * MOST_BYTES:
            sent += 1024 * 1024
            yield b" " * 1024 * 1024

    headers = harness.signer.headers("channel") | {"content-type": "application/json"}
    answer = await harness.client.post("/v1/parcels", content=endless(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "request-too-large")


async def test_more_requests_than_can_wait_are_told_to_come_again(harness: Harness) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("lock table parcels in access exclusive mode")
        waiting = [asyncio.create_task(post(harness, 1)) for _ in range(MOST_WAITING + MOST_AT_ONCE + 1)]
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    assert {task.result() for task in done} == {503}
    statuses = await asyncio.gather(*waiting)
    assert set(statuses) == {201, 503}


async def test_words_of_the_driver_stay_out_of_logs_and_letters(
    harness: Harness, caplog: pytest.LogCaptureFixture
) -> None:
    harness.client._transport.raise_app_exceptions = False
    assert await post(harness, 5000) == 500
    (record,) = [r for r in caplog.records if r.message == "use_case.failed"]
    line = JsonFormatter("risk-svc").format(record)
    assert "CheckViolationError 23514 parcels_weight_check" in line
    assert "5000" not in line


async def test_behind_a_proxy_the_page_of_the_api_loads_everything_from_the_service(database_url: str) -> None:
    shown_at = "/api/parcels"
    values = settings_values(database_url)
    harness = Harness(build(ServiceSettings(**values), "api", root_path=shown_at))
    page = await harness.client.get("/docs")
    assert page.status_code == 200
    loaded = [*re.findall(r'(?:src|href)="([^"]+)"', page.text), *re.findall(r"url: '([^']+)'", page.text)]
    assert len(loaded) == 4
    for address in loaded:
        assert address.startswith(f"{shown_at}/")
        for path in (address, address.removeprefix(shown_at)):  # a proxy may strip the prefix or leave it
            assert (await harness.client.get(path)).status_code == 200, path
    sent = await harness.client.post("/v1/parcels", json=body(), headers=harness.signer.headers("channel"))
    assert sent.status_code == 201
    await harness.close()


async def test_a_letter_that_the_database_does_not_take_leaves_the_others_whole(harness: Harness) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "create function pick() returns trigger language plpgsql as $$ begin"
            " if new.headers::text like '%unloved%' then raise 'no'; end if; return new; end $$"
        )
        await connection.exec_driver_sql(
            "create trigger pick before insert on dead_letters for each row execute function pick()"
        )
    early, unloved = (harness.record(an_arrival(uuid4())) for _ in range(2))
    await harness.worker.handle([early, replace(unloved, headers=[("unloved", b"x")])])
    assert await harness.rows("select reason, jsonb_array_length(headers) > 0 from dead_letters order by reason") == [
        ("envelope-invalid", False),
        ("parcel-not-found", True),
    ]


async def test_a_process_tells_what_it_takes_and_does(harness: Harness) -> None:
    headers = harness.signer.headers("operations")

    async def told() -> dict[str, Any]:
        answer = await harness.client.get("/v1/admin/runtime", headers=headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    first = await told()
    parcel = uuid4()
    assert await post(harness, 1, parcel) == 201
    await harness.deliver(an_arrival(parcel))
    second = await told()
    assert second["memory_bytes"] > 10_000_000
    assert second["since"] == first["since"] < second["at"]
    assert second["handled"] - first["handled"] == 2  # it is delivered twice
    assert second["answered"] - first["answered"] >= 2
    refused = await harness.client.get("/v1/admin/runtime", headers=harness.signer.headers("approver"))
    assert refused.status_code == 403
