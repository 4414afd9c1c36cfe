"""Who writes to a loan that somebody else holds is told to come again; nobody else waits for it."""

import asyncio
import time

from bank_counter import MARKED, a_signing, disbursed, repay

from loan_servicekit.testing import Harness


async def test_a_loan_that_is_held_answers_409_with_a_hint_and_others_do_not_wait(harness: Harness) -> None:
    held, other = await disbursed(harness, a_signing()), await disbursed(harness, a_signing())
    finance = harness.signer.headers("finance")
    async with harness.service.engine.begin() as connection:  # as a chunk of a close does
        await connection.exec_driver_sql("select id from loans where id = $1 for update", (held.loan_id,))
        began = time.monotonic()
        busy, _ = await asyncio.gather(
            harness.client.post(
                f"/v1/loans/{held.loan_id}/repayments", headers=finance, json=MARKED | {"amount_minor": 100}
            ),
            repay(harness, other, amount_minor=100),
        )
        assert (busy.status_code, busy.json()["code"]) == (409, "record-busy")
        assert busy.headers["Retry-After"] == "1"
        assert time.monotonic() - began < 30  # it does not wait until the holder is done
    await repay(harness, held, amount_minor=100)
