"""A partner platform from its proposal to its webhooks: application-svc is a small server that keeps to its contract."""

import asyncio
import base64
import hmac
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from outside_world import Outside
from signing import signed

from integration_gateway.settings import Settings
from integration_gateway.wiring import build
from loan_contracts.decisions import DecisionMade, Outcome
from loan_contracts.lending import LoanDisbursed, RepaymentReceived
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import RepaymentMethod
from loan_servicekit.http.auth import Tokens
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import AUDIENCE, ISSUER, settings_values

MIGRATIONS = Path(__file__).parents[2] / "migrations"
FIELD_KEYS = "test:" + base64.b64encode(b"k" * 32).decode()
TERMS = {"name": "示例分期", "products": ["CONSUMER_CREDIT"], "networks": ["127.0.0.1/32"],
         "contacts": [{"role": "operations", "address": "desk@partner.example"}]}  # fmt: skip
APPLICATION = {"reference": "ORDER-1", "product_code": "CONSUMER_CREDIT", "amount_minor": 5_000_000, "term_months": 12,
               "repayment_method": "EQUAL_INSTALMENT", "purpose": "DECORATION", "form": {"monthly_income_minor": 900_000},
               "applicant": {"name": "张示例", "identity_number": "990101199003078017", "mobile": "13800001234",
                             "card_number": "6209990000000000011"},
               "consents": [{"source": "IDENTITY"}]}  # fmt: skip


@dataclass
class Office:
    """application-svc and the issuer, as far as partners' applications go."""

    url: str = ""
    entered: list[dict[str, Any]] = field(default_factory=list)
    refuses: dict[str, Any] | None = None
    silent: bool = False
    withdrawn: list[str] = field(default_factory=list)
    papers: list[dict[str, Any]] = field(default_factory=list)
    supplemented: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)

    def routes(self) -> web.Application:
        app = web.Application(client_max_size=1 << 26)
        app.router.add_get("/.well-known/openid-configuration", self._discovery)
        app.router.add_post("/token", self._token)
        app.router.add_post("/v1/partner-applications", self._enter)
        app.router.add_post("/v1/partner-applications/{id}/withdrawal", self._withdraw)
        app.router.add_post("/v1/partner-checks", self._check)
        app.router.add_post("/v1/partner-applications/{id}/documents", self._attach)
        app.router.add_post("/v1/partner-applications/{id}/supplement", self._supplement)
        app.router.add_get("/v1/partner-loans/{id}/schedule", self._plan)
        return app

    async def _discovery(self, _: web.Request) -> web.Response:
        return web.json_response({"issuer": self.url, "token_endpoint": f"{self.url}/token"})

    async def _token(self, _: web.Request) -> web.Response:
        return web.json_response({"access_token": "t", "token_type": "Bearer", "expires_in": 300})

    async def _enter(self, request: web.Request) -> web.Response:
        body = await request.json()
        if self.silent:
            return web.json_response({"code": "database-unavailable"}, status=503)
        if self.refuses:
            return web.json_response(self.refuses, status=self.refuses["status"])
        assert request.headers["Idempotency-Key"] == body["application_id"]
        self.entered.append(body)
        return web.json_response(
            {"id": body["application_id"], "application_no": "AP1", "status": "SUBMITTED"}, status=202
        )

    async def _withdraw(self, request: web.Request) -> web.Response:
        self.withdrawn.append(request.match_info["id"])
        return web.json_response({"id": request.match_info["id"]})

    async def _attach(self, request: web.Request) -> web.Response:
        self.papers.append(paper := await request.json())
        known = {
            "id": str(uuid4()),
            "kind": paper["kind"],
            "media_type": "application/pdf",
            "size_bytes": 9,
            "sha256": "0f" * 32,
        }
        return web.json_response(known, status=201)

    async def _supplement(self, request: web.Request) -> web.Response:
        self.supplemented.append((await request.json())["partner_id"])
        return web.json_response({"id": request.match_info["id"]}, status=202)

    async def _plan(self, request: web.Request) -> web.Response:
        if self.silent:
            return web.json_response({"code": "database-unavailable"}, status=503)
        self.plans.append(request.match_info["id"])
        row = {"number": 1, "due_on": "2026-02-20", "payable_on": "2026-02-20", "principal_minor": 394_244, "interest_minor": 50_000,
               "fee_minor": 0, "total_minor": 444_244, "balance_minor": 4_605_756, "unpaid_minor": 444_244, "settled_on": None,
               "early": False, "carried": False}  # fmt: skip
        return web.json_response({"loan_id": request.match_info["id"], "instalments": [row]})

    async def _check(self, request: web.Request) -> web.Response:
        return web.json_response({"hit": (await request.json())["mobile"] == "13800001234"})


@dataclass
class Inbox:
    """A partner's endpoint."""

    url: str = ""
    answers: int = 204
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def _hook(self, request: web.Request) -> web.Response:
        self.heard.append((dict(request.headers), await request.read()))
        return web.Response(status=self.answers, headers={"Location": "/elsewhere"} if self.answers == 302 else {})

    def routes(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/hook", self._hook)
        return app

    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, body in self.heard]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    made = Office()
    async with TestServer(made.routes()) as server:
        made.url = f"http://{server.host}:{server.port}"
        yield made


@pytest.fixture
async def inbox() -> AsyncIterator[Inbox]:
    made = Inbox()
    async with TestServer(made.routes()) as server:
        made.url = f"http://{server.host}:{server.port}/hook"
        yield made


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


@asynccontextmanager
async def running(database_url: str, office: Office, outside: Outside, **changes: Any) -> AsyncIterator[Harness]:
    values = settings_values(database_url) | {
        "oidc_issuer": office.url, "oidc_client_id": "integration-gateway", "oidc_client_secret": "s",
        "providers_url": outside.url, "provider_rows": outside.rows(), "application_svc_url": office.url,
        "postloan_svc_url": office.url, "field_keys": FIELD_KEYS,
    }  # fmt: skip
    app = build(Settings(**values | changes), "run")
    app.state.service.tokens = Tokens(ISSUER, AUDIENCE)
    harness = await Harness(app).start()
    workers = [asyncio.create_task(job.run()) for job in harness.service.own_jobs]
    try:
        yield harness
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        await harness.close()


@pytest.fixture
async def gateway(database_url: str, office: Office, outside: Outside) -> AsyncIterator[Harness]:
    async with running(database_url, office, outside) as harness:
        yield harness


async def staff(
    harness: Harness, path: str, body: Any = None, who: str = "u-maker", role: str = "product-manager"
) -> Any:
    answer = await harness.client.post(path, json=body or {}, headers=harness.signer.headers(role, subject=who))
    assert answer.status_code < 300, answer.text
    return answer.json()


@dataclass
class Platform:
    """A partner, with one of its keys."""

    harness: Harness
    id: str
    key_id: str = ""
    secret: str = ""

    @property
    def path(self) -> str:
        return f"/v1/partners/{self.id}"

    async def call(self, method: str, path: str, body: Any = None, key: str = "", **how: Any) -> httpx.Response:
        at = int(time.time()) + how.pop("late", 0)
        secret, key_id = how.pop("secret", self.secret), how.pop("key_id", self.key_id)
        content, headers = signed(secret, key_id, method, path, body, at, key=key, **how)
        return await self.harness.client.request(method, path, content=content, headers=headers)

    async def submit(self, key: str = "k-1", **changes: Any) -> httpx.Response:
        return await self.call("POST", "/v1/partner/applications", APPLICATION | changes, key)


async def a_partner(harness: Harness, **terms: Any) -> Platform:
    """Proposed by one, approved by another, with a key."""
    made = await staff(harness, "/v1/partners", TERMS | terms)
    await staff(harness, f"/v1/partners/{made['id']}/approval", who="u-checker")
    key = await staff(harness, f"/v1/partners/{made['id']}/keys")
    return Platform(harness, made["id"], key["key_id"], key["secret"])


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def until(condition: Any, seconds: float = 15) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


def a_decision(application_id: UUID, outcome: Outcome = Outcome.APPROVED, sequence: int = 1) -> DecisionMade:
    terms: dict[str, Any] = {} if outcome is Outcome.DECLINED else {
        "amount_minor": 5_000_000, "term_months": 12, "annual_rate": "0.12",
        "repayment_method": RepaymentMethod.EQUAL_INSTALMENT,
    }  # fmt: skip
    return DecisionMade(application_id=application_id, case_id=uuid4(), decision_id=uuid4(), outcome=outcome, sequence=sequence,
                        automatic=True, decided_by="system", decided_at=datetime.now(UTC), **terms)  # fmt: skip


def a_disbursement(application_id: UUID) -> LoanDisbursed:
    return LoanDisbursed(
        loan_id=uuid4(), application_id=application_id, loan_no="LN1", contract_no="CT1", customer_id=uuid4(), branch="310000-01",
        product_code="CONSUMER_CREDIT", principal_minor=5_000_000, annual_rate="0.12", term_months=12, sequence=1,
        repayment_method=RepaymentMethod.EQUAL_INSTALMENT, value_date="2026-01-20", maturity_date="2027-01-20",
        first_due_date="2026-02-20", instalment_minor=444_244, payment_id=uuid4(), disbursed_at=datetime.now(UTC))  # fmt: skip


async def told(harness: Harness, *messages: Message) -> None:
    """Each message comes twice; the desk works meanwhile."""
    records = [harness.record(message) for message in messages]
    for _ in range(2):
        await harness.worker.handle(records)


async def known_to_the_desk(harness: Harness, application_id: UUID) -> None:
    """Something was collected for it, so that its applicant can be told."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into collections (request_id, application_id, customer_id, purpose_code, collected_at, found, raw)"
            " values ($1, $2, $3, '02', now(), '', '')",
            (uuid4(), application_id, uuid4()),
        )


async def test_from_a_signed_submission_to_the_webhooks_of_decision_and_loan(
    gateway: Harness, office: Office, inbox: Inbox
) -> None:
    partner = await a_partner(gateway)
    endpoint = await staff(gateway, f"{partner.path}/webhook-endpoint", {"url": inbox.url})
    taken = await partner.submit()
    assert taken.status_code == 202, taken.text
    receipt, [entered] = taken.json(), office.entered
    assert (receipt["application_no"], receipt["stage"], receipt["reference"]) == ("AP1", "SUBMITTED", "ORDER-1")
    assert (entered["partner_id"], entered["application_id"]) == (partner.id, receipt["application_id"])
    assert entered["applicant"]["consents"] == [{"source": "IDENTITY"}] and "reference" not in entered

    id = UUID(receipt["application_id"])
    await known_to_the_desk(gateway, id)
    await told(gateway, a_decision(id), a_disbursement(id))
    await until(lambda: len(inbox.heard) == 2)
    assert inbox.types() == ["application.decided", "loan.disbursed"]
    key = base64.b64decode(endpoint["secret"].removeprefix("whsec_"))
    for headers, body in inbox.heard:
        assert json.loads(body)["data"]["reference"] == "ORDER-1" and "customer_id" not in body.decode()
        said = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        assert headers["webhook-signature"] == "v1," + base64.b64encode(hmac.digest(key, said, "sha256")).decode()
        assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60

    status = (await partner.call("GET", f"/v1/partner/applications/{id}")).json()
    assert (status["stage"], status["decided"]["outcome"]) == ("DISBURSED", "APPROVED")
    plan = await partner.call("GET", f"/v1/partner/applications/{id}/repayments")
    assert plan.json()["items"] == []
    paid = RepaymentReceived(loan_id=uuid4(), application_id=id, repayment_id=uuid4(), amount_minor=444_244, profile="NORMAL",
                             business_date="2026-02-20", outstanding_principal_minor=4_605_756)  # fmt: skip
    await told(gateway, paid)
    [item] = (await partner.call("GET", f"/v1/partner/applications/{id}/repayments")).json()["items"]
    assert (item["type"], item["amount_minor"]) == ("repayment.received", 444_244)


@pytest.mark.parametrize(
    ("how", "refused"),
    [
        ({"late": -301}, "signature-stale"),
        ({"late": 400}, "signature-stale"),
        ({"secret": "another"}, "signature-invalid"),
        ({"key_id": "pk_unknown"}, "signature-invalid"),
        ({"covers_key": False}, "signature-incomplete"),
        ({"nonce": "n" * 129}, "signature-malformed"),
    ],
)
async def test_what_is_not_signed_as_agreed_is_refused_by_a_code_of_its_own(
    gateway: Harness, office: Office, how: dict[str, Any], refused: str
) -> None:
    partner = await a_partner(gateway)
    answer = await partner.call("POST", "/v1/partner/applications", APPLICATION, "k-1", **how)
    assert code(answer) == (401, refused) and office.entered == []


async def test_unsigned_replayed_and_changed_requests_are_refused(gateway: Harness, office: Office) -> None:
    partner, path = await a_partner(gateway), "/v1/partner/applications"
    unsigned = await gateway.client.post(path, json=APPLICATION, headers=gateway.signer.headers("partner"))
    assert code(unsigned) == (401, "signature-missing")
    challenge = unsigned.headers["WWW-Authenticate"]
    assert challenge.startswith("Signature ") and '"content-digest"' in unsigned.headers["Accept-Signature"]
    content, headers = signed(partner.secret, partner.key_id, "POST", path, APPLICATION, int(time.time()), key="k-1")
    changed = content.replace(b"5000000", b"9000000")
    assert code(await gateway.client.post(path, content=changed, headers=headers)) == (401, "digest-differs")
    assert code(await gateway.client.post(path, content=content, headers=headers)) == (401, "signature-replayed")
    other = await gateway.client.post(f"{path}?a=1", content=content, headers=headers)
    assert code(other) == (401, "signature-incomplete")
    broken = headers | {"Signature-Input": 'sig1=("@method'}
    assert code(await gateway.client.post(path, content=content, headers=broken)) == (401, "signature-malformed")
    assert office.entered == []


async def test_the_same_key_is_the_same_application(gateway: Harness, office: Office) -> None:
    partner = await a_partner(gateway)
    first, again = await partner.submit(), await partner.submit()
    assert first.json() == again.json() and again.headers["Idempotent-Replayed"] == "true" and len(office.entered) == 1
    assert code(await partner.submit(amount_minor=6_000_000)) == (409, "idempotency-key-reused")
    office.silent = True
    assert code(await partner.submit("k-2")) == (503, "applications-unavailable")
    office.silent = False
    later = await partner.submit("k-2")
    assert later.status_code == 202 and later.json()["application_id"] == office.entered[-1]["application_id"]


async def test_a_refusal_is_told_in_the_words_of_who_refuses(gateway: Harness, office: Office) -> None:
    partner = await a_partner(gateway)
    office.refuses = {"status": 422, "code": "consent-missing", "detail": "COURT", "errors": []}
    assert code(await partner.submit()) == (422, "consent-missing")
    office.refuses = None
    assert (await partner.submit()).status_code == 202


async def test_what_another_partner_has_brought_is_not_there(gateway: Harness, office: Office) -> None:
    mine, other = await a_partner(gateway), await a_partner(gateway)
    id = (await mine.submit()).json()["application_id"]
    theirs = (await other.submit()).json()["application_id"]
    assert theirs != id
    for method, what in (("GET", ""), ("GET", "/offer"), ("GET", "/repayments"), ("POST", "/cancellation")):
        asked = f"/v1/partner/applications/{id}{what}"
        answer = await other.call(method, asked, {} if method == "POST" else None, "k-9" if method == "POST" else "")
        assert code(answer) == (404, "application-not-found"), what
    assert office.withdrawn == []
    mine_cancelled = await mine.call("POST", f"/v1/partner/applications/{id}/cancellation", {}, "k-9")
    assert mine_cancelled.status_code == 202 and office.withdrawn == [id]


async def test_products_quota_rate_and_addresses_are_those_agreed(gateway: Harness, office: Office) -> None:
    partner = await a_partner(gateway, applications_per_day=1, requests_per_minute=5)
    assert code(await partner.submit(product_code="CAR_LOAN")) == (422, "product-not-agreed")
    assert (await partner.submit()).status_code == 202
    spent = await partner.submit("k-2")
    assert code(spent) == (429, "applications-too-many") and int(spent.headers["Retry-After"]) > 0
    answers = [await partner.call("GET", f"/v1/partner/applications/{uuid4()}") for _ in range(4)]
    assert code(answers[-1]) == (429, "requests-too-many") and int(answers[-1].headers["Retry-After"]) > 0
    elsewhere = await a_partner(gateway, networks=["203.0.113.0/24"])
    assert code(await elsewhere.submit()) == (403, "address-not-allowed")
    content, headers = signed(elsewhere.secret, elsewhere.key_id, "POST", "/v1/partner/applications", APPLICATION,
                              int(time.time()), key="k-1")  # fmt: skip
    forwarded = headers | {"X-Forwarded-For": "10.1.1.1, 203.0.113.9"}
    answer = await gateway.client.post("/v1/partner/applications", content=content, headers=forwarded)
    assert answer.status_code == 202, answer.text


async def test_terms_are_approved_by_another_person_and_a_suspended_partner_is_not_let_in(gateway: Harness) -> None:
    made = await staff(gateway, "/v1/partners", TERMS)
    path, alone = f"/v1/partners/{made['id']}", gateway.signer.headers("product-manager", subject="u-maker")
    assert code(await gateway.client.post(f"{path}/approval", json={}, headers=alone)) == (403, "maker-not-checker")
    early = gateway.signer.headers("product-manager")
    assert code(await gateway.client.post(f"{path}/keys", json={}, headers=early)) == (403, "partner-not-active")
    await staff(gateway, f"{path}/approval", who="u-checker")
    key = await staff(gateway, f"{path}/keys")
    partner = Platform(gateway, made["id"], key["key_id"], key["secret"])
    assert (await partner.submit()).status_code == 202
    await staff(gateway, f"{path}/suspension")
    assert code(await partner.submit("k-2")) == (403, "partner-not-active")
    audited = [each.action for each in await gateway.outbox(AuditRecorded) if each.subject_type == "partner"]
    assert audited == ["propose_partner", "approve_partner", "issue_partner_key", "suspend_partner"]


async def test_keys_overlap_during_a_rotation_and_are_kept_sealed(gateway: Harness) -> None:
    partner = await a_partner(gateway)
    fresh = await staff(gateway, f"{partner.path}/keys", {"overlap_hours": 1})
    assert (await partner.submit()).status_code == 202
    newer = Platform(gateway, partner.id, fresh["key_id"], fresh["secret"])
    assert (await newer.submit("k-2")).status_code == 202
    await staff(gateway, f"{partner.path}/keys", {"overlap_hours": 0})
    assert code(await newer.submit("k-3")) == (401, "signature-invalid")
    [(kept,)] = await gateway.rows("select keys::text from partners")
    shown = await gateway.client.get(partner.path, headers=gateway.signer.headers("auditor"))
    for secret in (partner.secret, fresh["secret"]):
        assert secret not in kept and secret not in shown.text
    assert "sealed" not in shown.text


async def test_a_pre_check_creates_nothing(gateway: Harness, office: Office) -> None:
    partner = await a_partner(gateway)
    asked = {"identity_number": "990101199003078017", "mobile": "13800001234"}
    for mobile, hit in (("13800001234", True), ("13900000000", False)):
        answer = await partner.call("POST", "/v1/partner/pre-checks", asked | {"mobile": mobile})
        assert answer.json() == {"hit": hit}
    assert office.entered == [] and await gateway.rows("select * from partner_applications") == []


async def test_a_dead_endpoint_keeps_nobody_elses_waiting_and_its_own_order(
    gateway: Harness, inbox: Inbox, unused_port: int
) -> None:
    dead, well = await a_partner(gateway), await a_partner(gateway)
    await staff(gateway, f"{dead.path}/webhook-endpoint", {"url": f"http://127.0.0.1:{unused_port}/hook"})
    await staff(gateway, f"{well.path}/webhook-endpoint", {"url": inbox.url})
    lost = [UUID((await dead.submit(f"k-{n}")).json()["application_id"]) for n in range(20)]
    id = UUID((await well.submit()).json()["application_id"])
    for each in (*lost, id):
        await known_to_the_desk(gateway, each)
    await told(gateway, *[a_decision(each) for each in lost], *[a_disbursement(each) for each in lost])
    await told(gateway, a_decision(id), a_disbursement(id))
    await until(lambda: len(inbox.heard) == 2, 5)

    async def tried() -> list[Any]:
        found = await gateway.rows(
            "select type, tries, last_code from webhook_deliveries where partner_id = $1", UUID(dead.id)
        )
        return found if all(tries for type, tries, _ in found if type == "application.decided") else []

    async with asyncio.timeout(10):
        while not (found := await tried()):
            await asyncio.sleep(0.05)
    assert {(tries, why) for type, tries, why in found if type == "application.decided"} == {(1, "network")}
    assert {tries for type, tries, _ in found if type == "loan.disbursed"} == {0}, "the second goes after the first"


async def test_after_three_days_a_delivery_is_given_up_and_the_endpoint_disabled_until_it_is_set_again(
    gateway: Harness, inbox: Inbox
) -> None:
    partner = await a_partner(gateway)
    await staff(gateway, f"{partner.path}/webhook-endpoint", {"url": inbox.url})
    inbox.answers = 302  # a redirect is no answer
    id = UUID((await partner.submit()).json()["application_id"])
    await known_to_the_desk(gateway, id)
    await told(gateway, a_decision(id))
    await until(lambda: len(inbox.heard) == 1)
    async with gateway.service.engine.begin() as connection:
        for table, column in (("webhook_deliveries", "since"), ("webhook_endpoints", "failing_since")):
            await connection.exec_driver_sql(f"update {table} set {column} = now() - interval '73 hours'")
        await connection.exec_driver_sql("update webhook_deliveries set due_at = now(), claimed_by = null")
    await until(lambda: len(inbox.heard) == 2)

    async def shown() -> Any:
        look = gateway.signer.headers("auditor")
        return (await gateway.client.get(f"{partner.path}/webhook-endpoint", headers=look)).json()

    async with asyncio.timeout(5):
        while (await shown())["disabled_at"] is None:
            await asyncio.sleep(0.05)
    log = await gateway.client.get(f"{partner.path}/deliveries", headers=gateway.signer.headers("auditor"))
    [delivery] = log.json()["items"]
    assert (delivery["state"], delivery["last_code"], delivery["tries"]) == ("FAILED", "http-302", 2)
    assert await gateway.rows("select count(*) from desk where kind = 'ALERT'") == [(1,)]
    assert "disable_webhook_endpoint" in [each.action for each in await gateway.outbox(AuditRecorded)]

    inbox.answers = 200
    await staff(gateway, f"{partner.path}/webhook-endpoint", {"url": inbox.url})
    await staff(gateway, f"{partner.path}/deliveries/{delivery['id']}/redelivery")
    await until(lambda: len(inbox.heard) == 3)
    assert len({headers["webhook-id"] for headers, _ in inbox.heard}) == 1


async def test_a_request_is_forgotten_when_it_would_be_stale(gateway: Harness) -> None:
    partner = await a_partner(gateway)
    await partner.submit()
    async with gateway.service.engine.begin() as connection:
        await connection.exec_driver_sql("update partner_requests set seen_at = now() - interval '16 minutes'")
    for job in gateway.service.own_jobs:
        if "forget_requests" in job.name:
            await job.take()
    assert await gateway.rows("select count(*) from partner_requests") == [(0,)]


async def test_secrets_are_sealed_anew_when_the_key_changes_and_sign_as_before(
    database_url: str, office: Office, outside: Outside, inbox: Inbox
) -> None:
    async with running(database_url, office, outside) as before:
        partner = await a_partner(before)
        await staff(before, f"{partner.path}/webhook-endpoint", {"url": inbox.url})
    new = "new:" + base64.b64encode(b"n" * 32).decode()
    async with running(database_url, office, outside, field_keys=f"{new},{FIELD_KEYS}") as gateway:

        async def sealed_by_another() -> list[Any]:
            kept = "select keys::text as t from partners union all select secrets::text from webhook_endpoints"
            return await gateway.rows(f'select t from ({kept}) as kept where t not like \'%"sealed": "new.%\'')

        async with asyncio.timeout(15):
            while await sealed_by_another():
                await asyncio.sleep(0.05)
        [act] = [each for each in await gateway.outbox(AuditRecorded) if each.action == "rotate"]
        assert act.detail == {"partners": "2", "key": "new"}
    async with running(database_url, office, outside, field_keys=new) as gateway:
        again = Platform(gateway, partner.id, partner.key_id, partner.secret)
        id = UUID((await again.submit()).json()["application_id"])
        await known_to_the_desk(gateway, id)
        await told(gateway, a_decision(id))
        await until(lambda: len(inbox.heard) == 1)


async def test_papers_come_with_an_application_and_when_they_are_asked_for(gateway: Harness, office: Office) -> None:
    partner = await a_partner(gateway)
    paper = {"kind": "INCOME_PROOF", "content": base64.b64encode(b"%PDF-1.7" + b" " * 2_000_000).decode()}
    taken = await partner.submit(documents=[paper])
    assert taken.status_code == 202 and office.entered[-1]["documents"] == [paper]
    path = f"/v1/partner/applications/{taken.json()['application_id']}"
    kept = await partner.call("POST", f"{path}/documents", paper, "p-1")
    assert (kept.status_code, kept.json()["media_type"]) == (201, "application/pdf"), kept.text
    assert (await partner.call("POST", f"{path}/supplement", {}, "s-1")).status_code == 202
    assert [each["kind"] for each in office.papers] == ["INCOME_PROOF"] and office.supplemented == [partner.id]
    other = await a_partner(gateway)
    for what, body in (("documents", paper), ("supplement", {})):
        assert code(await other.call("POST", f"{path}/{what}", body, "p-2")) == (404, "application-not-found")
    huge = {"kind": "INCOME_PROOF", "content": "A" * (22 * 1024 * 1024)}
    assert code(await partner.call("POST", f"{path}/documents", huge, "p-3")) == (413, "request-too-large")


async def test_a_plan_is_read_from_the_books_of_an_own_loan(gateway: Harness, office: Office) -> None:
    partner, other = await a_partner(gateway), await a_partner(gateway)
    id = UUID((await partner.submit()).json()["application_id"])
    path = f"/v1/partner/applications/{id}/plan"
    assert code(await partner.call("GET", path)) == (404, "loan-not-found")
    await known_to_the_desk(gateway, id)
    await told(gateway, a_disbursement(id))
    plan = (await partner.call("GET", path)).json()
    assert (plan["loan_id"], plan["items"][0]["total_minor"]) == (office.plans[0], 444_244)
    assert "early" not in plan["items"][0]
    assert code(await other.call("GET", path)) == (404, "application-not-found")
    office.silent = True
    assert code(await partner.call("GET", path)) == (503, "loans-unavailable")
