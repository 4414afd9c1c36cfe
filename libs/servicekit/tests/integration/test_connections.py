"""Connections of the pool after a statement that began or ended a transaction was broken off."""

from typing import Any
from uuid import uuid4

import pytest

from loan_servicekit.testing import Harness


async def left_open(driver: Any) -> None:
    """What a commit leaves behind that was cancelled before the server took it."""
    await driver.execute("begin")


async def begun_in_vain(driver: Any) -> None:
    """What a begin leaves behind that was cancelled: the client has a transaction of which the server knows nothing."""
    driver._top_xact = driver.transaction()


@pytest.mark.parametrize("broken", [left_open, begun_in_vain])
async def test_a_connection_whose_transaction_nobody_ended_is_not_given_out_again(
    harness: Harness, broken: Any
) -> None:
    engine = harness.service.engine
    async with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            raw = await connection.get_raw_connection()
            await broken(raw.driver_connection)
    for number in range(3):
        headers = harness.signer.headers("channel") | {"Idempotency-Key": f"parcel-{number}"}
        answer = await harness.client.post("/v1/parcels", json={"id": str(uuid4()), "weight": 1}, headers=headers)
        assert answer.status_code == 201, answer.text
    assert await harness.rows("select count(*) from parcels") == [(3,)]
    ready = await harness.client.get("/health/ready")
    assert ready.json()["checks"]["database"] is True
