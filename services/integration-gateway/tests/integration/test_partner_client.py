"""The partner client against the gateway: what it signs is let in, what it reads is what is answered."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import pytest
from test_partners import (
    APPLICATION,
    Inbox,
    Office,
    a_decision,
    a_disbursement,
    a_partner,
    database_url,
    gateway,
    inbox,
    known_to_the_desk,
    office,
    staff,
    told,
    until,
)

from loan_partner import Forged, Paper, PartnerApi, Refused, check_webhook
from loan_servicekit.testing import Harness

__all__ = ["database_url", "gateway", "inbox", "office"]


class Wire(httpx.BaseTransport):
    """From the client's thread to the gateway in the loop of the test."""

    def __init__(self, harness: Harness) -> None:
        self._client, self._loop = harness.client, asyncio.get_running_loop()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = self._client.request(
            request.method, request.url.raw_path.decode(), content=request.read(), headers=request.headers
        )
        answer = asyncio.run_coroutine_threadsafe(asked, self._loop).result(30)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


async def test_a_partner_integrates_by_the_client_alone(gateway: Harness, office: Office, inbox: Inbox) -> None:
    partner = await a_partner(gateway, requests_per_minute=13)
    secret = (await staff(gateway, f"{partner.path}/webhook-endpoint", {"url": inbox.url}))["secret"]
    run = asyncio.to_thread
    with PartnerApi("http://service", partner.key_id, partner.secret, Wire(gateway)) as api:
        assert await run(api.known, "990101199003078017", "13800001234")
        taken = await run(api.submit, APPLICATION, "ORDER-1", [Paper("INCOME_PROOF", b"%PDF-1.7")])
        again = await run(api.submit, APPLICATION, "ORDER-1", [Paper("INCOME_PROOF", b"%PDF-1.7")])
        assert taken == again and len(office.entered) == 1 and taken.application_no == "AP1"
        id: UUID = taken.application_id
        with pytest.raises(Refused) as early:
            await run(api.plan, id)
        assert (early.value.status, early.value.code) == (404, "loan-not-found")
        await known_to_the_desk(gateway, id)
        await told(gateway, a_decision(id), a_disbursement(id))
        assert (await run(api.status, id)).stage == "DISBURSED"
        assert [row.total_minor for row in (await run(api.plan, id)).items] == [444_244]
        assert (await run(api.repayments, id)).items == []
        assert (await run(api.attach, id, Paper("INCOME_PROOF", b"%PDF-1.7"), "p-1")).media_type == "application/pdf"
        await run(api.supplemented, id, "s-1")
        await run(api.cancel, id, "c-1")
        assert office.withdrawn == [str(id)]
        with pytest.raises(Refused) as none:
            await run(api.offer, id)
        assert none.value.code == "offer-not-found"
        with pytest.raises(Refused) as often:
            for _ in range(3):
                await run(api.status, id)
        assert (often.value.code, often.value.retry_after_s) == ("requests-too-many", 60)

    await until(lambda: len(inbox.heard) == 2)
    headers, body = inbox.heard[0]
    now = datetime.now(UTC)
    event = check_webhook(["whsec_AAAA", secret], headers, body, now)
    assert (event.type, event.data["reference"]) == ("application.decided", "ORDER-1")
    for secrets, content, at in (
        (["whsec_AAAA"], body, now), ([secret], body + b" ", now), ([secret], body, now + timedelta(minutes=6)),
    ):  # fmt: skip
        with pytest.raises(Forged):
            check_webhook(secrets, headers, content, at)
