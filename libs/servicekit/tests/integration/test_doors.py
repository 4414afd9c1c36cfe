"""What both doors promise: commit before the answer, neighbours untouched, effects once, nothing swallowed."""

import asyncio
from uuid import UUID, uuid4

from loan_contracts.operations import NotificationDelivered, NotificationRequested
from loan_servicekit.core import NotFound
from loan_servicekit.testing import Harness


def body(weight: int = 1, id: UUID | None = None) -> dict[str, object]:
    return {"id": str(id or uuid4()), "weight": weight}


async def post(harness: Harness, weight: int = 1, id: UUID | None = None) -> int:
    answer = await harness.client.post("/v1/parcels", json=body(weight, id), headers=harness.signer.headers("channel"))
    return answer.status_code


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
    await harness.worker.handle([record], 1)
    assert await harness.rows("select count(*) from parcels where state = 'RECEIVED'") == [(2,)]


async def test_a_handler_that_always_fails_becomes_a_dead_letter_after_three_tries_and_can_be_replayed(
    harness: Harness,
) -> None:
    parcel = uuid4()
    await post(harness, 1, parcel)
    record = harness.record(an_arrival(parcel, "bug"))
    for attempt in range(3):
        await harness.worker.handle([record], attempt)
    assert await harness.rows("select state, reason, attempts from dead_letters") == [("DEAD", "handler-failed", 3)]
    operations = harness.signer.headers("operations")
    (listed,) = (await harness.client.get("/v1/admin/dead-letters", headers=operations)).json()["items"]
    replay = f"/v1/admin/dead-letters/{listed['id']}/replay"
    assert (await harness.client.post(replay, headers=operations)).status_code == 202
    assert await harness.rows("select state from dead_letters") == [("RETRYING",)]
    assert (await harness.client.post(replay, headers=operations)).status_code == 409


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
