"""Contracts that borrowers sign with a provider: from the confirmed disclosure to the signed file."""

import asyncio
import hashlib
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from outside_world import Outside
from test_desk import CustomerOffice, Gateway, arrive, database_url, desk, gateway, hurry, notified, until

from loan_contracts.applications import ConfirmationMethod, DisclosureConfirmed
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness

__all__ = ["database_url", "gateway"]

SIGNS = {"serving_providers": {"signatures": "esign"}}
HASH = "8187135faead318892553b6d7ee48321c4d00ac028e88d17a02f05de9162863f"


class ContractOffice(CustomerOffice):
    """application-svc with a contract to be signed."""

    def routes(self) -> web.Application:
        app = super().routes()
        app.router.add_get("/v1/applications/{id}/contract-to-sign", self._contract)
        app.router.add_post("/v1/applications/{id}/provider-signature", self._signed)
        self.borrowers: dict[str, UUID] = {}
        self.signed: list[tuple[str, dict[str, Any]]] = []
        self.refusal: str | None = None
        return app

    def offered(self, row: int) -> UUID:
        """An application whose contract may be signed now."""
        application_id = uuid4()
        self.borrowers[str(application_id)] = self.registered(row)
        return application_id

    async def _contract(self, request: web.Request) -> web.Response:
        id, now = request.match_info["id"], datetime.now(UTC)
        content = {"application_no": "A1", "lender": "信流示范银行", "product_code": "PCL-ONLINE", "product_version": 1,
                   "purpose": "装修", "currency": "CNY", "principal_minor": 6_000_000, "annual_rate": "0.072",
                   "term_months": 12, "repayment_method": "EQUAL_INSTALMENT", "penalty_multiple": "1.5",
                   "misuse_multiple": "2", "grace_days": 3, "drawn_up_on": "2026-12-01", "disclosure_hash": HASH}  # fmt: skip
        told = {"application_id": id, "customer_id": str(self.borrowers[id]), "contract_no": f"HT{id[:8]}",
                "contract_hash": HASH, "content": content, "drawn_up_at": now.isoformat(),
                "expires_at": (now + timedelta(days=30)).isoformat(), "open": True}  # fmt: skip
        return web.json_response(told)

    async def _signed(self, request: web.Request) -> web.Response:
        if self.refusal:
            return web.json_response({"code": self.refusal, "detail": ""}, status=409)
        self.signed.append((request.match_info["id"], await request.json()))
        return web.json_response({})


@pytest.fixture
async def office() -> AsyncIterator[ContractOffice]:
    made = ContractOffice()
    async with TestServer(made.routes()) as server:
        made.url = f"http://{server.host}:{server.port}"
        yield made


def confirmed(
    application_id: UUID, method: ConfirmationMethod = ConfirmationMethod.FORCED_READING
) -> DisclosureConfirmed:
    return DisclosureConfirmed(application_id=application_id, disclosure_hash=HASH, read_seconds=27, method=method,
                               confirmed_at=datetime.now(UTC), sequence=4)  # fmt: skip


@asynccontextmanager
async def signing(gateway: Gateway, outside: Outside) -> AsyncIterator[Harness]:
    """A gateway that has contracts signed, with a door at which the provider can call."""
    async with AsyncExitStack() as opened:
        door = await opened.enter_async_context(gateway(works=False, **SIGNS))
        address = (await opened.enter_async_context(notified(door)))["back_url"].replace("unionpay", "esign")
        rows = outside.rows()
        rows["esign"]["notify_url"] = address
        yield await opened.enter_async_context(gateway(provider_rows=rows, **SIGNS))


async def flow_of(outside: Outside, application_id: UUID, stage: str = "SIGNING") -> dict[str, Any]:
    """The contract at the provider, once it has come so far."""

    async def found() -> dict[str, Any] | None:
        flows = (await outside.look("signatures"))["items"]
        return next((f for f in flows if str(application_id)[:8] in f["title"] and f["stage"] == stage), None)

    return dict(await until(found))


async def ended(harness: Harness) -> list[AuditRecorded]:
    async def found() -> list[AuditRecorded]:
        return [m for m in await harness.outbox(AuditRecorded) if m.action == "end_signature"]

    return list(await until(found))


async def test_a_borrower_signs_at_the_provider_s_link_and_the_signed_file_is_handed_over_once(
    gateway: Gateway, office: ContractOffice, outside: Outside
) -> None:
    application_id = office.offered(160_001)
    async with signing(gateway, outside) as harness:
        await arrive(harness, confirmed(application_id))
        flow = await flow_of(outside, application_id)
        owner = office.borrowers[str(application_id)]
        path = f"/v1/my/signatures/{application_id}"
        his = await harness.client.get(path, headers=harness.signer.headers("borrower", customer_id=owner))
        assert his.status_code == 200, his.text
        assert (his.json()["state"], his.json()["contract_hash"]) == ("SIGNING", HASH)
        another = await harness.client.get(path, headers=harness.signer.headers("borrower", customer_id=uuid4()))
        assert (another.status_code, another.json()["code"]) == (404, "signature-not-found")
        channel = await harness.client.get(
            f"/v1/signatures/{application_id}", headers=harness.signer.headers("channel")
        )
        assert channel.json()["link"] == his.json()["link"]
        async with outside.session.post(his.json()["link"]) as page:
            assert page.status == 200
        [act] = await ended(harness)
        assert await desk(harness) == [("SIGN", "DONE")]
        after = await harness.client.get(path, headers=harness.signer.headers("borrower", customer_id=owner))
        assert (after.json()["state"], after.json()["link"]) == ("SIGNED", None)
    [(id, handed)] = office.signed
    file = b64decode(handed["content"])
    assert (id, handed["contract_hash"], handed["reference"]) == (
        str(application_id), HASH, f"esign:{flow['flow_id']}")  # fmt: skip
    assert file.startswith(b"%PDF-") and flow["flow_id"].encode() in file
    assert act.detail["code"] == "SIGNED" and act.detail["file_sha256"] == hashlib.sha256(file).hexdigest()
    assert set(office.purposes) == {"CONTRACT_SIGNATURE"}


@pytest.mark.parametrize(("act", "code"), [("refuse", "REFUSED"), ("expire", "EXPIRED"), ("revoke", "REVOKED")])
async def test_a_contract_that_is_not_signed_ends_and_nothing_is_handed_over(
    gateway: Gateway, office: ContractOffice, outside: Outside, act: str, code: str
) -> None:
    application_id = office.offered(160_002)
    async with signing(gateway, outside) as harness:
        await arrive(harness, confirmed(application_id))
        flow = await flow_of(outside, application_id)
        await outside.switch("PUT", f"signatures/{flow['flow_id']}", act=act, notify="twice")
        [told] = await ended(harness)
    assert told.detail["code"] == code
    assert office.signed == []


async def test_a_forged_call_changes_nothing_and_what_was_never_told_is_found(
    gateway: Gateway, office: ContractOffice, outside: Outside
) -> None:
    application_id = office.offered(160_003)
    async with signing(gateway, outside) as harness:
        await arrive(harness, confirmed(application_id))
        flow = await flow_of(outside, application_id)
        call = orjson.dumps({"action": "SIGN_FLOW_COMPLETE", "signFlowId": flow["flow_id"], "signFlowStatus": "2"})
        headers = {"X-Tsign-Open-TIMESTAMP": "1764561600000", "X-Tsign-Open-SIGNATURE": "0" * 64}
        for body in (call, b"", b"{", b"x" * (65 << 10)):
            answer = await harness.client.post("/v1/notices/esign", content=body, headers=headers)
            assert answer.status_code in (413, 422), answer.text
        await outside.switch("PUT", f"signatures/{flow['flow_id']}", act="sign", notify="never")
        await asyncio.sleep(0.2)
        assert office.signed == []
        await hurry(harness)
        await ended(harness)
    assert len(office.signed) == 1


async def test_what_the_provider_does_not_answer_is_begun_anew_and_one_contract_alone_is_to_be_signed(
    gateway: Gateway, office: ContractOffice, outside: Outside
) -> None:
    application_id = office.offered(160_004)
    await outside.switch("PUT", "faults/SIGNATURE", status=500, delay_ms=1, times=6)  # answers are lost at each step
    async with signing(gateway, outside) as harness:
        await arrive(harness, confirmed(application_id))

        async def started() -> bool:
            await hurry(harness)
            flows = (await outside.look("signatures"))["items"]
            return any(str(application_id)[:8] in f["title"] and f["stage"] == "SIGNING" for f in flows)

        await until(started)
        flows = (await outside.look("signatures"))["items"]
        assert len([f for f in flows if str(application_id)[:8] in f["title"] and f["stage"] == "SIGNING"]) == 1
        office.refusal = "conditions-open"  # may pass
        [flow] = [f for f in flows if str(application_id)[:8] in f["title"] and f["stage"] == "SIGNING"]
        await outside.switch("PUT", f"signatures/{flow['flow_id']}", act="sign")
        await asyncio.sleep(0.2)
        office.refusal = None
        await hurry(harness)
        await until(lambda: _handed(office))
    assert len(office.signed) == 1


async def _handed(office: ContractOffice) -> bool:
    return bool(office.signed)


async def test_where_no_provider_was_chosen_or_paper_is_signed_nobody_is_asked(
    gateway: Gateway, office: ContractOffice, outside: Outside
) -> None:
    application_id = office.offered(160_005)
    async with gateway() as harness:
        await arrive(harness, confirmed(application_id))
        assert await desk(harness) == []
        path = f"/v1/signatures/{application_id}"
        answer = await harness.client.get(path, headers=harness.signer.headers("channel"))
        assert (answer.status_code, answer.json()["code"]) == (404, "signature-not-found")
    async with signing(gateway, outside) as harness:
        await arrive(harness, confirmed(application_id, ConfirmationMethod.SIGNED_TABLE))
        assert await desk(harness) == []
