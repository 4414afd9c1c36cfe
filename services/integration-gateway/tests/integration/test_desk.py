"""The whole gateway: messages in, the simulator's providers over HTTP, messages out; work waits on the desk meanwhile.

application-svc and the issuer are a small server that keeps to their contract: `POST /v1/customers/identities` with a
purpose and a bearer token, answered by items of `customer_id, name, identity_number, mobile, card, organisation_code,
consents: [{consent_id, source, purpose_code, valid_from, valid_until}]`; a token by client credentials.
"""

import asyncio
import base64
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import orjson
import pytest
import uvicorn
from aiohttp import BasicAuth, web
from aiohttp.test_utils import TestServer
from outside_world import FIRST_STORY_ROW, TEMPLATES, Outside

from integration_gateway.persistence.sources.packing import pack, unpack
from integration_gateway.settings import Settings
from integration_gateway.use_cases.desk.engine import Pace
from integration_gateway.wiring import build
from loan_contracts.assessment import ExternalDataCollected, ExternalDataRequested
from loan_contracts.cards import CardCheck, CardVerificationRequested, CardVerified
from loan_contracts.decisions import (
    DecisionMade,
    EvidenceLapsing,
    Outcome,
    SupplementRequested,
    TaskHandedOver,
    TaskOverdue,
    TaskReminded,
)
from loan_contracts.lending import (
    LoanChanged,
    LoanDisbursed,
    PaymentDirection,
    PaymentFailed,
    PaymentRequested,
    PaymentSettled,
    RepaymentReversed,
)
from loan_contracts.message import Message
from loan_contracts.money import months_later
from loan_contracts.operations import AuditRecorded, NotificationDelivered, NotificationRequested
from loan_contracts.payments.collecting import (
    AgreementEnd,
    CollectionAgreementEnded,
    CollectionAgreementRefused,
    CollectionAgreementRequested,
    CollectionAgreementSigned,
    PaymentReturned,
)
from loan_contracts.seals import Seals
from loan_contracts.values import RepaymentMethod, Source, SourceStatus
from loan_datasets import people
from loan_servicekit.core import NotCredible, NotFound, business_day
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.http.auth import Tokens
from loan_servicekit.testing import Databases, Harness, provisioned, sent
from loan_servicekit.testing.harness import AUDIENCE, ISSUER, SEAL_KEYS, SEALS, settings_values
from provider_simulator.payment_book import Entry, PaymentBook

MIGRATIONS = Path(__file__).parents[2] / "migrations"
PERSONAL = [Source.IDENTITY, Source.TELECOM, Source.CREDIT_BUREAU, Source.SOCIAL_INSURANCE, Source.COURT]
FIELD_KEYS = "test:" + base64.b64encode(b"k" * 32).decode()
CLIENT = BasicAuth("integration-gateway", "of-the-test")


@dataclass
class CustomerOffice:
    """application-svc and the issuer, as far as the gateway speaks to them."""

    url: str = ""
    open: bool = True
    token: str = "first"
    tokens_given: int = 0
    customers: dict[str, dict[str, Any]] = field(default_factory=dict)
    purposes: list[str] = field(default_factory=list)
    refused: int = 0
    silent: bool = False

    def registered(self, row: int = FIRST_STORY_ROW, consented: Sequence[Source] = PERSONAL, **changes: Any) -> UUID:
        """A customer who is the person of a row, with consents in force."""
        someone, customer_id = people.person(row, on=date(2026, 9, 1)), uuid4()
        now = datetime.now(UTC)
        consents = [
            {"consent_id": str(uuid4()), "source": source.value, "purpose_code": "02",
             "valid_from": (now - timedelta(days=1)).isoformat(), "valid_until": (now + timedelta(days=1)).isoformat()}
            for source in consented
        ]  # fmt: skip
        known = {"customer_id": str(customer_id), "name": someone.name, "identity_number": someone.identity_number,
                 "mobile": someone.mobile, "card": someone.card, "card_token": f"t-{someone.card[-4:]}",
                 "organisation_code": None, "consents": consents}  # fmt: skip
        self.customers[str(customer_id)] = known | changes
        return customer_id

    def routes(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self._discovery)
        app.router.add_post("/token", self._token)
        app.router.add_post("/v1/customers/identities", self._identities)
        return app

    async def _discovery(self, _: web.Request) -> web.Response:
        return web.json_response({"issuer": self.url, "token_endpoint": f"{self.url}/token"})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if BasicAuth.decode(request.headers["Authorization"]) != CLIENT or form["grant_type"] != "client_credentials":
            return web.json_response({"error": "invalid_client"}, status=401)
        self.tokens_given += 1
        return web.json_response({"access_token": self.token, "token_type": "Bearer", "expires_in": 300})

    async def _identities(self, request: web.Request) -> web.Response:
        body = await request.json()
        while self.silent:
            await asyncio.sleep(0.01)
        if not self.open:
            self.refused += 1
            return web.json_response({"code": "database-unavailable"}, status=503)
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            self.refused += 1
            return web.json_response({"code": "token-invalid"}, status=401)
        assert set(body) == {"ids", "purpose"} and 1 <= len(body["ids"]) <= 200
        self.purposes.append(body["purpose"])
        return web.json_response({"items": [self.customers[id] for id in body["ids"] if id in self.customers]})


@pytest.fixture
async def office() -> AsyncIterator[CustomerOffice]:
    made = CustomerOffice()
    async with TestServer(made.routes()) as server:
        made.url = f"http://{server.host}:{server.port}"
        yield made


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    async with provisioned(databases, MIGRATIONS) as url:
        yield url


Gateway = Callable[..., Any]


@pytest.fixture
def gateway(database_url: str, office: CustomerOffice, outside: Outside) -> Gateway:
    """Starts a process of the gateway; at the end of the block it is killed: nothing under way is finished."""

    @asynccontextmanager
    async def process(
        works: bool = True, unionpay: dict[str, Any] | None = None, **changes: Any
    ) -> AsyncIterator[Harness]:
        values = settings_values(database_url) | {
            "oidc_issuer": office.url, "oidc_client_id": CLIENT.login, "oidc_client_secret": CLIENT.password,
            "providers_url": outside.url, "application_svc_url": office.url, "postloan_svc_url": office.url, "field_keys": FIELD_KEYS,
            "identity_timeout_s": 20,  # a busy machine is no outage
            "provider_rows": outside.rows(**unionpay or {}),
        }  # fmt: skip
        app = build(Settings(**values | changes), "run")
        app.state.service.tokens = Tokens(ISSUER, AUDIENCE)  # people sign in with the tests' own issuer
        harness = await Harness(app).start()
        workers = [asyncio.create_task(job.run()) for job in harness.service.own_jobs] if works else []
        try:
            yield harness
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            await harness.close()

    return process


async def until(condition: Callable[[], Awaitable[Any]], seconds: float = 30) -> Any:
    """Waits until the condition gives something true, and gives it back."""
    async with asyncio.timeout(seconds):
        while not (found := await condition()):
            await asyncio.sleep(0.02)
        return found


async def arrive(harness: Harness, *messages: Message) -> None:
    """Each message comes twice. The workers are at it meanwhile, so what came of it is counted at the end."""
    records = [harness.record(message) for message in messages]
    for _ in range(2):
        await harness.worker.handle(records)


async def arrive_unheard(harness: Harness, message: Message) -> None:
    """The answer to the commit is lost with the connection: the row is there, claimed, and nobody knows."""
    deaf, harness.service.after_commit[:] = harness.service.after_commit[:], []
    await arrive(harness, message)
    harness.service.after_commit[:] = deaf


async def told(harness: Harness, kind: type[Any], count: int = 1) -> list[Any]:
    """The messages of a type, once there are so many, and no more of them."""

    async def enough() -> list[Any]:
        messages = await harness.outbox(kind)
        return messages if len(messages) >= count else []

    messages = list(await until(enough))
    assert len(messages) == count, f"{len(messages)} messages {kind.TYPE}"
    return messages


async def hurry(harness: Harness) -> None:
    """Makes postponed work due at once; the workers look every second."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update desk set due_at = now() where claimed_by is null and state = 'OPEN'")


async def desk(harness: Harness) -> list[tuple[str, str]]:
    return [tuple(row) for row in await harness.rows("select kind, state from desk order by requested_at, kind")]


def a_collection(customer_id: UUID, sources: Sequence[Source] = PERSONAL) -> ExternalDataRequested:
    return ExternalDataRequested(application_id=uuid4(), request_id=uuid4(), case_id=uuid4(), customer_id=customer_id,
                                 sources=list(sources))  # fmt: skip


def a_payment(customer_id: UUID, **changes: Any) -> PaymentRequested:
    fields: dict[str, Any] = {"payment_id": uuid4(), "loan_id": uuid4(), "application_id": uuid4(), "customer_id": customer_id,
                              "direction": PaymentDirection.PAY_OUT, "amount_minor": 888_488}  # fmt: skip
    return PaymentRequested(**fields | changes)


def a_notification(customer_id: UUID) -> NotificationRequested:
    return NotificationRequested(notification_id=uuid4(), customer_id=customer_id, application_id=uuid4(),
                                 template="repayment-due", parameters={"amount": "8884.88"})  # fmt: skip


async def booked(outside: Outside, payment: PaymentRequested) -> list[dict[str, Any]]:
    """What the channel's book says about a payment."""
    return list((await outside.look(f"payments?biz_no={payment.loan_id}"))["items"])


async def test_a_requested_collection_comes_back_with_every_source(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    request = a_collection(office.registered())
    async with gateway() as harness:
        await arrive(harness, request)
        [collected] = await told(harness, ExternalDataCollected)
        assert (collected.request_id, collected.case_id) == (request.request_id, request.case_id)
        assert collected.facts.statuses == dict.fromkeys(PERSONAL, SourceStatus.HIT)
        assert collected.facts.identity.match == "00"
        assert collected.facts.social_insurance.monthly_income_minor == 12_800 * 100  # story_borrower's income
        assert office.purposes == ["LOAN_APPROVAL"]
        assert await desk(harness) == [("COLLECT", "DONE")]

        path = f"/v1/applications/{request.application_id}/collections"
        shown = await harness.client.get(path, headers=harness.signer.headers("auditor"))
        [view] = shown.json()["items"]
        assert {a["source"]: a["status"] for a in view["answers"]} == {s.value: "HIT" for s in PERSONAL}
        assert all(len(a["raw_hash"]) == 64 for a in view["answers"])
        refused = await harness.client.get(path, headers=harness.signer.headers("channel"))
        assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")


async def test_providers_texts_are_sealed_anew_when_the_key_changes(gateway: Gateway, office: CustomerOffice) -> None:
    request = a_collection(office.registered())
    async with gateway() as harness:
        await arrive(harness, request)
        await told(harness, ExternalDataCollected)
        [(before,)] = await harness.rows("select raw from collections")
    new = "new:" + base64.b64encode(b"n" * 32).decode()
    bound_to = f"collections.raw {request.request_id}"
    async with gateway(field_keys=f"{new},{FIELD_KEYS}") as harness:

        async def resealed() -> str | None:
            [(raw,)] = await harness.rows("select raw from collections")
            return str(raw) if raw.startswith("new.") else None

        raw = await until(resealed)
        assert FieldCipher.parse(new).decrypt_bytes(raw, bound_to) == FieldCipher.parse(FIELD_KEYS).decrypt_bytes(
            before, bound_to
        )
        [act] = [m for m in await harness.outbox(AuditRecorded) if m.action == "rotate"]
        assert act.detail == {"collections": "1", "key": "new"}
    async with gateway(field_keys="third:" + base64.b64encode(b"t" * 32).decode(), works=False) as harness:
        assert [(raw,)] == await harness.rows("select raw from collections"), "what cannot be read stays as it is"


async def test_providers_texts_are_kept_sealed_and_no_person_is_named_in_clear(
    gateway: Gateway, office: CustomerOffice
) -> None:
    """domain.md R-7.4."""
    customer = office.registered()
    request = a_collection(customer)
    async with gateway() as harness:
        await arrive(harness, request)
        await told(harness, ExternalDataCollected)
        [(raw,)] = await harness.rows("select raw from collections")
        with pytest.raises(ValueError, match="belongs to another field"):
            FieldCipher.parse(FIELD_KEYS).decrypt_bytes(raw, "collections.raw of another request")
        assert FieldCipher.parse(FIELD_KEYS).decrypt_bytes(raw, f"collections.raw {request.request_id}")
        tables = await harness.rows("select table_name from information_schema.tables where table_schema = 'public'")
        stored = [str(row) for (table,) in tables for row in await harness.rows(f"select t::text from {table} t")]
        known = office.customers[str(customer)]
        for protected in (known["name"], known["identity_number"], known["mobile"], known["card"]):
            assert not any(protected in row or protected.encode().hex() in row for row in stored)


async def test_silent_and_broken_sources_are_recorded_and_hold_nothing_up(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """domain.md R-7.3, R-7.6: a source that does not answer in its time is a recorded miss."""
    await outside.switch("PUT", "faults/CREDIT_BUREAU", hang=True)
    await outside.switch("PUT", "faults/COURT", status=500)
    await outside.switch("PUT", "faults/SOCIAL_INSURANCE", malformed=True)
    request = a_collection(office.registered())
    async with gateway(bureau_timeout_s=0.5) as harness:
        await arrive(harness, request)
        [collected] = await told(harness, ExternalDataCollected)
        assert collected.facts.statuses == {
            Source.IDENTITY: SourceStatus.HIT, Source.TELECOM: SourceStatus.HIT,
            Source.CREDIT_BUREAU: SourceStatus.TIMEOUT, Source.SOCIAL_INSURANCE: SourceStatus.ERROR,
            Source.COURT: SourceStatus.ERROR,
        }  # fmt: skip
        assert (collected.facts.credit_bureau, collected.facts.court) == (None, None)
        path = f"/v1/applications/{request.application_id}/collections"
        [view] = (await harness.client.get(path, headers=harness.signer.headers("approver"))).json()["items"]
        codes = {a["source"]: a["code"] for a in view["answers"]}
        assert (codes["CREDIT_BUREAU"], codes["COURT"], codes["SOCIAL_INSURANCE"]) == (
            "timeout",
            "http-500",
            "malformed",
        )


async def test_without_consent_a_source_is_not_asked(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """domain.md R-7.1."""
    before = await outside.calls("CREDIT_BUREAU")
    request = a_collection(office.registered(consented=[Source.IDENTITY]), [Source.IDENTITY, Source.CREDIT_BUREAU])
    async with gateway() as harness:
        await arrive(harness, request)
        [collected] = await told(harness, ExternalDataCollected)
    assert collected.facts.statuses == {Source.IDENTITY: SourceStatus.HIT, Source.CREDIT_BUREAU: SourceStatus.REJECTED}
    assert await outside.calls("CREDIT_BUREAU") == before


async def answered_by_the_bureau(harness: Harness, request: ExternalDataRequested) -> dict[str, Any]:
    """How the API shows the bureau's answer in a collection."""
    path = f"/v1/applications/{request.application_id}/collections"
    shown = await harness.client.get(path, headers=harness.signer.headers("auditor"))
    [view] = shown.json()["items"]
    return next(a for a in view["answers"] if a["source"] == "CREDIT_BUREAU")


async def test_a_credit_report_serves_again_within_its_window(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """domain.md R-7.2: for the same purpose, ten days from when it was fetched, however often it has served."""
    customer = office.registered(FIRST_STORY_ROW + 200)
    first, second, third, late = [a_collection(customer) for _ in range(4)]
    before, others = await outside.calls("CREDIT_BUREAU"), await outside.calls("COURT")
    async with gateway() as harness:
        await arrive(harness, first)
        [collected] = await told(harness, ExternalDataCollected)
        original = await answered_by_the_bureau(harness, first)
        assert (original["reused_from"], original["charged"]) == (None, True)
        for count, again in enumerate((second, third), 2):
            await arrive(harness, again)
            repeated = (await told(harness, ExternalDataCollected, count))[-1]
            assert repeated.facts.credit_bureau == collected.facts.credit_bureau
            assert repeated.facts.statuses == dict.fromkeys(PERSONAL, SourceStatus.HIT)
            answer = await answered_by_the_bureau(harness, again)
            assert (answer["reused_from"], answer["charged"]) == (str(first.request_id), False)
            assert datetime.fromisoformat(answer["fetched_at"]) <= collected.facts.collected_at
            assert (answer["source_ref"], answer["raw_hash"]) == (original["source_ref"], original["raw_hash"])
        assert await outside.calls("CREDIT_BUREAU") == before + 1
        assert await outside.calls("COURT") == others + 3

        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("update collections set report_at = report_at - interval '10 days 1 s'")
        await arrive(harness, late)
        await told(harness, ExternalDataCollected, 4)
        assert (await answered_by_the_bureau(harness, late))["reused_from"] is None
    assert await outside.calls("CREDIT_BUREAU") == before + 2


async def test_a_report_that_was_read_before_bad_debts_were_is_asked_for_anew(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered(FIRST_STORY_ROW + 210)
    before = await outside.calls("CREDIT_BUREAU")
    async with gateway() as harness:
        await arrive(harness, a_collection(customer))
        await told(harness, ExternalDataCollected)
        async with harness.service.engine.begin() as connection:
            [row] = (await connection.exec_driver_sql("select found from collections")).all()
            kept = orjson.loads(unpack(row.found))
            del kept["facts"]["credit_bureau"]["unknown_codes"]
            await connection.exec_driver_sql("update collections set found = $1", (pack(orjson.dumps(kept)),))
        again = a_collection(customer)
        await arrive(harness, again)
        found = (await told(harness, ExternalDataCollected, 2))[-1]
        assert found.facts.credit_bureau is not None and found.facts.credit_bureau.unknown_codes == 0
        assert (await answered_by_the_bureau(harness, again))["reused_from"] is None
    assert await outside.calls("CREDIT_BUREAU") == before + 2


def a_report(account: dict[str, Any], **units: Any) -> dict[str, Any]:
    """The handbook's report with one account of its own."""
    printed = orjson.loads((Path(__file__).parents[1] / "handbook" / "credit_bureau.json").read_bytes())
    kept = {unit: printed[unit] for unit in ("PRH", "PQO", "POQ")}
    return {**kept, "PCO": {"PC02E": {"PC02ES02": "1"}}, "PDA": {"PD01": [account]}} | units


def an_account(kind: str, state: str, months: str = "", **latest: str) -> dict[str, Any]:
    """An account whose months end in September 2026, the month of the handbook's report."""
    told = [
        {"PD01DR03": months_later(date(2026, 9, 1), at - len(months) + 1).isoformat()[:7], "PD01DD01": code}
        for at, code in enumerate(months)
    ]
    return {
        "PD01A": {"PD01AD01": kind, "PD01AI02": "BANKA", "PD01AD03": "91", "PD01AD07": "4"},
        "PD01B": {"PD01BD01": state} | latest,
        "PD01D": {"PD01DH": told},
    }


@pytest.mark.parametrize(
    ("report", "figures"),
    [
        (
            a_report(an_account("D1", "4", PD01BJ01="50000", PD01BD03="5")),
            {"bad_debts": 1, "bad_class_accounts": 1, "unsecured_exposure_minor": 5_000_000},
        ),
        (
            a_report(an_account("C1", "1", PD01BJ01="80000"), PCO={}),
            {"recovered_debts": 1, "open_accounts": 0, "unsecured_exposure_minor": 8_000_000},
        ),
        (a_report(an_account("D1", "1", "NN123NNN")), {"late_run_24m": 3, "late_3_24m": 1, "worst_24m": 3}),
        (a_report(an_account("D1", "Q")), {"unknown_codes": 1, "open_accounts": 1}),
    ],
)
async def test_what_the_bureau_says_of_bad_debts_is_told_to_the_platform(
    gateway: Gateway, office: CustomerOffice, outside: Outside, report: dict[str, Any], figures: dict[str, int]
) -> None:
    head = report["PRH"]["PA01"]["PA01B"]
    name, number = head["PA01BQ01"], head["PA01BI01"]
    customer = office.registered(FIRST_STORY_ROW + 211, name=name, identity_number=number)
    await outside.switch("PUT", f"people/{number}", credit_report=report)
    async with gateway() as harness:
        await arrive(harness, a_collection(customer))
        [found] = await told(harness, ExternalDataCollected)
    assert found.facts.credit_bureau is not None
    facts = found.facts.credit_bureau.model_dump()
    assert {name: facts[name] for name in figures} == figures


async def test_the_courts_are_asked_about_a_business_where_the_loan_is_for_one(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    company = "91990101MA0DEM0051"
    business = (*PERSONAL, Source.TAX, Source.REGISTRY)
    customer = office.registered(FIRST_STORY_ROW + 212, business, organisation_code=company)
    await outside.switch("PUT", f"people/{company}", court={"dishonest": 1}, tax={"credit_level": "A"},
                         registry={"state": "存续", "months_operating": 60})  # fmt: skip
    async with gateway() as harness:
        await arrive(harness, a_collection(customer).model_copy(update={"sources": list(business)}))
        [owner] = await told(harness, ExternalDataCollected)
        await arrive(harness, a_collection(customer))
        consumer = (await told(harness, ExternalDataCollected, 2))[-1]
    assert owner.facts.court is not None and owner.facts.court.dishonest == 1
    assert owner.facts.statuses == dict.fromkeys(business, SourceStatus.HIT)
    assert consumer.facts.court is not None and consumer.facts.court.dishonest == 0


async def test_a_credit_report_serves_no_other_purpose_and_not_without_consent(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """domain.md R-7.1, R-7.2."""
    customer = office.registered(FIRST_STORY_ROW + 201)
    known = office.customers[str(customer)]
    before = await outside.calls("CREDIT_BUREAU")
    async with gateway() as harness:
        await arrive(harness, a_collection(customer))
        await told(harness, ExternalDataCollected)
        withdrawn = a_collection(customer)
        known["consents"] = [c for c in known["consents"] if c["source"] != "CREDIT_BUREAU"]
        await arrive(harness, withdrawn)
        refused = (await told(harness, ExternalDataCollected, 2))[-1]
        assert refused.facts.statuses[Source.CREDIT_BUREAU] is SourceStatus.REJECTED
        assert refused.facts.credit_bureau is None
        assert (await answered_by_the_bureau(harness, withdrawn))["code"] == "no-consent"
        assert await outside.calls("CREDIT_BUREAU") == before + 1

        consents = office.customers[str(office.registered(FIRST_STORY_ROW + 201))]["consents"]
        known["consents"] = [c | {"purpose_code": "08"} for c in consents]
        other = a_collection(customer).model_copy(update={"purpose_code": "08"})
        await arrive(harness, other)
        await told(harness, ExternalDataCollected, 3)
        assert (await answered_by_the_bureau(harness, other))["reused_from"] is None
    assert await outside.calls("CREDIT_BUREAU") == before + 2


async def test_silence_of_the_bureau_does_not_serve_again(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered(FIRST_STORY_ROW + 202)
    await outside.switch("PUT", "faults/CREDIT_BUREAU", status=500)
    async with gateway() as harness:
        await arrive(harness, a_collection(customer))
        [silent] = await told(harness, ExternalDataCollected)
        assert silent.facts.statuses[Source.CREDIT_BUREAU] is SourceStatus.ERROR
        await outside.switch("DELETE", "faults/CREDIT_BUREAU")
        await arrive(harness, a_collection(customer))
        answered = (await told(harness, ExternalDataCollected, 2))[-1]
    assert answered.facts.statuses[Source.CREDIT_BUREAU] is SourceStatus.HIT


async def test_many_applications_are_collected_side_by_side(gateway: Gateway, office: CustomerOffice) -> None:
    requests = [a_collection(office.registered(FIRST_STORY_ROW + 100 + n)) for n in range(30)]
    async with gateway() as harness:
        await arrive(harness, *requests)
        collected = await told(harness, ExternalDataCollected, 30)
    assert {c.request_id for c in collected} == {r.request_id for r in requests}
    assert [c.facts.statuses for c in collected if c.facts.missing()] == []
    assert office.tokens_given == 1
    assert len(office.purposes) == 1  # one question about all customers


async def test_a_payment_is_settled_once(gateway: Gateway, office: CustomerOffice, outside: Outside) -> None:
    payment = a_payment(office.registered())
    async with gateway() as harness:
        await arrive(harness, payment)
        await arrive(harness, payment.model_copy(update={"sequence": 9}))
        [settled] = await told(harness, PaymentSettled)
        assert (settled.payment_id, settled.loan_id, settled.amount_minor) == (
            payment.payment_id,
            payment.loan_id,
            888_488,
        )
        assert settled.channel_reference
        view = await harness.client.get(f"/v1/payments/{payment.payment_id}", headers=harness.signer.headers("finance"))
        assert (view.json()["state"], view.json()["tries"], view.json()["result"]["code"]) == ("DONE", 1, "00")
        await sent(harness, PaymentSettled)
    [entry] = await booked(outside, payment)
    assert (entry["txn_type"], entry["amount_minor"], entry["requests"]) == ("12", 888_488, 1)
    assert office.purposes == ["PAYMENT"]


async def test_a_gateway_killed_while_the_channel_answers_pays_once_and_tells_after_its_restart(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered())
    await outside.switch("PUT", "faults/PAYMENT", hang=True, times=1)  # booked, but the answer never comes
    async with gateway() as killed:
        await arrive(killed, payment)
        await until(lambda: booked(outside, payment))
        assert await killed.outbox(PaymentSettled) == []
    async with gateway() as restarted:
        [settled] = await told(restarted, PaymentSettled)
        assert settled.payment_id == payment.payment_id
    [entry] = await booked(outside, payment)
    assert (entry["state"], entry["requests"]) == ("SUCCESS", 1)  # asked for, not sent again


async def claimed(harness: Harness, payment: PaymentRequested, by: str) -> None:
    """Somebody has the payment in hand for an hour, as the desk says."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update desk set claimed_by = $2, due_at = now() + interval '1 h' where id = $1", (payment.payment_id, by)
        )


async def holder(harness: Harness, payment: PaymentRequested) -> str | None:
    """Who has the payment in hand, as the desk says."""
    [(claimed_by,)] = await harness.rows("select claimed_by from desk where id = $1", payment.payment_id)
    return str(claimed_by) if claimed_by else None


async def test_a_gateway_killed_before_it_began_leaves_the_payment_to_its_successor(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered())
    async with gateway(works=False, port=8001) as idle:
        await arrive(idle, payment)
        await claimed(idle, payment, by=f"{socket.gethostname()}:8001")
    assert await booked(outside, payment) == []
    async with gateway(port=8001) as restarted:
        await told(restarted, PaymentSettled)
    assert len(await booked(outside, payment)) == 1


async def test_a_replica_that_starts_takes_nothing_out_of_the_hands_of_another(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """Without a name of their own too: host and port tell them apart."""
    first, held, lent = [a_payment(office.registered()) for _ in range(3)]
    async with gateway(port=8001) as harness:
        await arrive(harness, first)
        await told(harness, PaymentSettled)
        office.silent = True
        await arrive(harness, held)
        await until(lambda: holder(harness, held))
        async with gateway(works=False, port=8003) as idle:
            await arrive(idle, lent)
            await claimed(idle, lent, by="gateway-elsewhere")
        async with gateway(port=8002):
            assert await holder(harness, held) == f"{socket.gethostname()}:8001"
            assert await holder(harness, lent) == "gateway-elsewhere"
            office.silent = False
            await told(harness, PaymentSettled, 2)
            assert await holder(harness, lent) == "gateway-elsewhere"
    assert [e["requests"] for e in await booked(outside, held)] == [1]
    assert await booked(outside, lent) == []


async def test_a_replica_in_doubt_gives_back_its_own_claims_alone(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """After an outage a process gives back what it may have claimed without its hearing of it."""
    first, lent, unheard = [a_payment(office.registered()) for _ in range(3)]
    async with gateway(works=False, port=8003) as idle:
        await arrive(idle, lent)
        await claimed(idle, lent, by=f"{socket.gethostname()}:8002")
    async with gateway(port=8001) as harness:
        await arrive(harness, first)
        await told(harness, PaymentSettled)
        await arrive_unheard(harness, unheard)
        await told(harness, PaymentSettled, 2)
        assert await holder(harness, lent) == f"{socket.gethostname()}:8002"
    assert await booked(outside, lent) == []


async def test_two_processes_at_one_desk_settle_each_payment_once(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payments = [a_payment(office.registered(FIRST_STORY_ROW + n)) for n in range(12)]
    async with gateway(instance="gateway-1") as first, gateway(instance="gateway-2"):
        await arrive(first, *payments)
        settled = await told(first, PaymentSettled, 12)
        assert sorted(s.payment_id for s in settled) == sorted(p.payment_id for p in payments)
        assert await first.rows("select count(*) from desk where state = 'OPEN'") == [(0,)]
    for payment in payments:
        assert [e["requests"] for e in await booked(outside, payment)] == [1]


async def test_a_process_begins_at_once_what_it_has_taken_in(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """One process alone has a lease on it, long enough for the slowest source, and both of them could."""
    first, second = a_payment(office.registered()), a_payment(office.registered())
    async with gateway(instance="gateway-1") as harness, gateway(instance="gateway-2"):
        await arrive(harness, first)
        await told(harness, PaymentSettled)
        await outside.switch("PUT", "faults/PAYMENT", hang=True, times=1)
        await harness.worker.handle([harness.record(second)])
        assert await until(lambda: holder(harness, second)) in ("gateway-1", "gateway-2")
        assert await harness.rows(
            "select due_at > now() + interval '30 s' from desk where id = $1", second.payment_id
        ) == [(True,)]
        await until(lambda: booked(outside, second))


async def test_what_a_killed_process_held_in_its_hands_is_done_by_its_successor(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    first, held = a_payment(office.registered()), [a_payment(office.registered()) for _ in range(3)]
    async with gateway() as killed:
        await arrive(killed, first)
        await told(killed, PaymentSettled)
        office.silent = True
        await arrive(killed, *held)
        await asyncio.sleep(0.1)
        assert await killed.rows("select count(*) from desk where state = 'OPEN' and claimed_by is not null") == [(3,)]
    office.silent = False
    assert [await booked(outside, payment) for payment in held] == [[], [], []]
    async with gateway() as restarted:
        await told(restarted, PaymentSettled, 4)
    for payment in held:
        assert [e["requests"] for e in await booked(outside, payment)] == [1]


async def test_work_whose_commit_was_never_heard_of_is_found_again(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    first, unheard = a_payment(office.registered()), a_payment(office.registered())
    async with gateway() as harness:
        await arrive(harness, first)
        await told(harness, PaymentSettled)
        await arrive_unheard(harness, unheard)
        await told(harness, PaymentSettled, 2)
    assert [e["requests"] for e in await booked(outside, unheard)] == [1]


async def test_more_than_a_process_has_room_for_is_left_to_whoever_has(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered()
    payments = [a_payment(customer) for _ in range(Pace().most + 40)]
    async with gateway(instance="gateway-1") as first, gateway(instance="gateway-2"):
        await arrive(first, a_payment(customer))
        await told(first, PaymentSettled)
        await arrive(first, *payments)
        settled = await told(first, PaymentSettled, len(payments) + 1)
        assert {p.payment_id for p in payments} < {s.payment_id for s in settled}
        assert await first.rows("select count(*) from desk where state = 'OPEN'") == [(0,)]
    for payment in payments:
        assert [e["requests"] for e in await booked(outside, payment)] == [1]


async def test_a_loan_is_paid_out_once_whatever_the_bus_says_became_of_it(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """A forged `payment.failed` makes who orders order again, under a number of its own and with a true seal."""
    customer = office.registered()
    first = a_payment(customer)
    second = first.model_copy(update={"payment_id": uuid4()})
    async with gateway() as harness:
        await arrive(harness, first)
        await told(harness, PaymentSettled)
        [refusal] = await harness.deliver(second, twice=False)
        assert isinstance(refusal, NotCredible) and refusal.code == "loan-paid-out"
        assert len(await harness.rows("select id from desk where kind = 'PAY'")) == 1
    assert sum(entry["state"] == "SUCCESS" for entry in await booked(outside, first)) == 1


async def test_what_was_paid_too_much_goes_back_one_refund_after_the_other(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    paid = a_payment(office.registered())
    first, second = (
        paid.model_copy(update={"payment_id": uuid4(), "direction": PaymentDirection.REFUND, "amount_minor": amount})
        for amount in (300, 500)
    )
    async with gateway() as harness:
        await arrive(harness, paid)
        await told(harness, PaymentSettled)
        outcomes = await harness.deliver(first, second, twice=False)  # in one transaction
        assert isinstance(outcomes[1], NotCredible) and outcomes[1].code == "refund-under-way"
        await told(harness, PaymentSettled, 2)
        await arrive(harness, second)
        settled = await told(harness, PaymentSettled, 3)
        assert [(s.direction, s.amount_minor) for s in settled[1:]] == [
            (PaymentDirection.REFUND, 300),
            (PaymentDirection.REFUND, 500),
        ]
    assert sum(entry["state"] == "SUCCESS" for entry in await booked(outside, paid)) == 3


async def test_a_loan_whose_pay_out_was_refused_is_paid_by_the_next_order(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    first = a_payment(office.registered())
    await outside.switch("POST", "payment-scripts", biz_no=str(first.loan_id), code="64")
    async with gateway() as harness:
        await arrive(harness, first)
        await told(harness, PaymentFailed)
        await outside.switch("DELETE", "payment-scripts")
        second = first.model_copy(update={"payment_id": uuid4()})
        await arrive(harness, second)
        [settled] = await told(harness, PaymentSettled)
        assert settled.payment_id == second.payment_id


async def test_a_refused_payment_is_told_with_its_code(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered())
    await outside.switch("POST", "payment-scripts", biz_no=str(payment.loan_id), code="64")
    async with gateway() as harness:
        await arrive(harness, payment)
        [failed] = await told(harness, PaymentFailed)
        assert (failed.payment_id, failed.code, failed.amount_minor) == (payment.payment_id, "64", 888_488)
        assert await harness.outbox(PaymentSettled) == []


async def test_a_payment_in_progress_stays_open_and_is_resolved_later_under_its_number(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered())
    await outside.switch("POST", "payment-scripts", biz_no=str(payment.loan_id), code="03", then="00", after_queries=5)
    path = f"/v1/payments/{payment.payment_id}"
    async with gateway() as harness:
        await arrive(harness, payment)

        async def tried() -> Any:
            view = (await harness.client.get(path, headers=harness.signer.headers("finance"))).json()
            return view["tries"] and view

        view = await until(tried)
        assert (view["state"], view["result"]) == ("OPEN", None)
        assert await harness.outbox(PaymentSettled) + await harness.outbox(PaymentFailed) == []
        await hurry(harness)
        await told(harness, PaymentSettled)
    [entry] = await booked(outside, payment)
    assert (entry["state"], entry["requests"]) == ("SUCCESS", 1)  # asked for, not sent again


async def attempts(harness: Harness, payment: PaymentRequested) -> list[dict[str, Any]]:
    """The orders of a payment, as finance sees them."""
    view = await harness.client.get(f"/v1/payments/{payment.payment_id}", headers=harness.signer.headers("finance"))
    return list(view.json()["attempts"])


async def postponed(harness: Harness) -> Any:
    return await harness.rows("select 1 from desk where tries > 0 and claimed_by is null")


async def unsent(harness: Harness, payment: PaymentRequested) -> bool:
    """Nothing is kept as sent; while it is tried again, that is so in between."""
    return await attempts(harness, payment) == []


async def test_an_order_keeps_its_number_and_time_and_is_not_sent_again_for_a_lost_answer(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """Under the time of a later try, or on the next day, the network would take it for another payment."""
    payment = a_payment(office.registered())
    await outside.switch("PUT", "faults/PAYMENT", status=504, delay_ms=1)  # booked; whatever is sent gets lost
    await outside.switch("PUT", "faults/PAYMENT_QUERY", status=500)
    async with gateway() as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        [before] = await attempts(harness, payment)
        await asyncio.sleep(1.1)  # another second: a time that is told anew would be another one
        await outside.switch("DELETE", "faults/PAYMENT_QUERY")
        await hurry(harness)
        await told(harness, PaymentSettled)
        assert await attempts(harness, payment) == [before]
    [entry] = await booked(outside, payment)
    assert (entry["order_id"], entry["requests"]) == (before["order_id"], 1)


async def test_only_what_the_channel_does_not_know_for_its_interval_is_ordered_again_and_under_another_number(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered())
    await outside.switch("PUT", "faults/PAYMENT", status=503)  # at the door: nothing is booked, but who could tell
    async with gateway() as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        await outside.switch("DELETE", "faults/PAYMENT")
        await hurry(harness)
        await until(lambda: postponed(harness))
        assert await booked(outside, payment) == []  # "no such order" is not definite yet
    async with gateway(unionpay={"absent_after_s": 1}) as harness:
        await hurry(harness)
        await told(harness, PaymentSettled)
        first, second = await attempts(harness, payment)
        assert first["absent_at"] and not second["absent_at"]
        assert first["order_id"] != second["order_id"] and first["ordered_at"] < second["ordered_at"]
        [act] = [m for m in await harness.outbox(AuditRecorded) if m.action == "begin_attempt"]
        assert (act.subject_id, act.detail) == (str(payment.payment_id), {"number": "2", "before": "34"})
    [entry] = await booked(outside, payment)
    assert (entry["order_id"], entry["requests"]) == (second["order_id"], 1)


async def test_an_order_that_found_no_way_out_is_sent_when_there_is_one(
    gateway: Gateway, office: CustomerOffice, outside: Outside, unused_port: int
) -> None:
    payment = a_payment(office.registered())
    async with gateway(unionpay={"url": f"http://127.0.0.1:{unused_port}"}) as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        await until(lambda: unsent(harness, payment))
    async with gateway() as harness:
        await hurry(harness)
        await told(harness, PaymentSettled)
        assert [each["number"] for each in await attempts(harness, payment)] == [1]


async def test_an_order_that_somebody_else_has_kept_is_asked_for_and_not_sent(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """A process that was held up until its lease ran out finds that another one has begun."""
    payment = a_payment(office.registered())
    async with gateway(works=False) as idle:
        await arrive(idle, payment)
        async with idle.service.engine.begin() as connection:
            await connection.exec_driver_sql(
                "insert into payment_attempts (payment_id, number, order_id, ordered_at)"
                " values ($1, 1, 'DFSOMEBODYELSES01', now())",
                (payment.payment_id,),
            )
    async with gateway() as harness:
        await until(lambda: postponed(harness))
        await hurry(harness)
        await until(lambda: postponed(harness))
    assert await booked(outside, payment) == []


PATIENT = {"queries_s": [3_600], "absent_after_s": 129_600}
"""A channel that is asked after an hour: who hears of an order sooner has been notified."""


@asynccontextmanager
async def notified(harness: Harness) -> AsyncIterator[dict[str, Any]]:
    """The gateway's door for the channel, on a port of its own; gives what a row says of it."""
    listener = socket.create_server(("127.0.0.1", 0))
    told = uvicorn.Config(harness.app, lifespan="off", log_level="warning", access_log=False)
    server = uvicorn.Server(told)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield {"back_url": f"http://127.0.0.1:{listener.getsockname()[1]}/v1/notices/unionpay"}
    finally:
        server.should_exit = True
        await serving


@pytest.mark.parametrize("notify", ["once", "twice", "late"])
async def test_an_order_is_asked_about_as_soon_as_the_channel_notifies_of_it(
    gateway: Gateway, office: CustomerOffice, outside: Outside, notify: str
) -> None:
    payment = a_payment(office.registered())
    script = {"biz_no": str(payment.loan_id), "code": "00", "notify": notify, "notify_after_s": 0.5}
    await outside.switch("POST", "payment-scripts", **script)
    async with gateway(works=False) as door, notified(door) as address, gateway(unionpay=PATIENT | address) as harness:
        await arrive(harness, payment)
        await told(harness, PaymentSettled)
    [entry] = await booked(outside, payment)
    assert (entry["state"], entry["requests"]) == ("SUCCESS", 1)


async def test_nobody_but_the_channel_can_notify(gateway: Gateway, office: CustomerOffice, outside: Outside) -> None:
    payment = a_payment(office.registered())
    await outside.switch("POST", "payment-scripts", biz_no=str(payment.loan_id), code="00", notify="never")
    async with gateway(unionpay=PATIENT) as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        [entry] = await booked(outside, payment)
        forged = {"merId": "777290058110048", "orderId": entry["order_id"], "respCode": "00", "signature": "AAAA"}
        for body in (urlencode(forged), "", "no form", "a=%ff"):
            heard = await harness.client.post("/v1/notices/unionpay", content=body)
            assert (heard.status_code, heard.json()["code"]) == (422, "notice-refused")
        heard = await harness.client.post("/v1/notices/unionpay", content=b"a" * 70_000)
        assert (heard.status_code, heard.json()["code"]) == (413, "request-too-large")
        assert await harness.outbox(PaymentSettled) == []
        await hurry(harness)
        await told(harness, PaymentSettled)


@pytest.mark.parametrize("fault", [{"wrong_signature": True}, {"expired_certificate": True}, {"about_another": True}])
async def test_an_answer_that_is_not_the_channel_s_or_not_about_the_order_ends_nothing(
    gateway: Gateway, office: CustomerOffice, outside: Outside, fault: dict[str, bool]
) -> None:
    payment = a_payment(office.registered())
    await outside.switch("PUT", "faults/PAYMENT_QUERY", **fault)
    async with gateway() as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        assert await harness.outbox(PaymentSettled) + await harness.outbox(PaymentFailed) == []
        await outside.switch("DELETE", "faults/PAYMENT_QUERY")
        await hurry(harness)
        await told(harness, PaymentSettled)
    assert [entry["requests"] for entry in await booked(outside, payment)] == [1]


async def test_without_credentials_nothing_is_sent_and_with_new_ones_it_is_without_a_restart(
    gateway: Gateway, office: CustomerOffice, outside: Outside, tmp_path: Path
) -> None:
    payment, folder = a_payment(office.registered()), tmp_path / "unionpay"
    async with gateway(unionpay={"credentials": str(folder)}) as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        await until(lambda: unsent(harness, payment))
        shutil.copytree(outside.credentials / "gateway/unionpay", folder)
        await hurry(harness)
        await told(harness, PaymentSettled)
    assert len(await booked(outside, payment)) == 1


async def test_the_channel_s_file_of_a_day_is_held_against_our_orders(
    gateway: Gateway, office: CustomerOffice, outside: Outside, book: PaymentBook
) -> None:
    """domain.md §7.8: 长款, 短款; an order without an end that the file has is asked about and ends."""
    yesterday = business_day(datetime.now(UTC)) - timedelta(days=1)
    agreed, missing, unheard = [a_payment(office.registered()) for _ in range(3)]
    await outside.switch("POST", "payment-scripts", biz_no=str(unheard.loan_id), code="03", then="00", after_queries=9)

    async def settle_yesterday(payment: PaymentRequested) -> str:
        [order] = await booked(outside, payment)
        entry = next(each for each in book.entries() if each.order_id == order["order_id"])
        entry.settle_date, entry.code, entry.then = f"{yesterday:%m%d}", "00", None
        return entry.order_id

    async with gateway(unionpay={"queries_s": [0, 3_600]}, reconcile_every_s=3_600) as harness:
        await arrive(harness, agreed, missing, unheard)
        await told(harness, PaymentSettled, 2)
        await until(lambda: postponed(harness))
        await until(lambda: harness.rows("select 1 from settlement_days where settled_on = $1", yesterday))
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(
                "update desk set result = result || jsonb_build_object('settled_on', $1::text) where state = 'DONE'",
                (f"{yesterday:%m%d}",),
            )
            await connection.exec_driver_sql("truncate settlement_days, settlement_breaks")
        for payment in (agreed, unheard):
            await settle_yesterday(payment)
        stranger = Entry("DFNOBODYSORDER01", "L9", "12", 700, "620999******0011", "00", "Q9", "9", f"{yesterday:%m%d}",
                         yesterday.isoformat(), trade_date=f"{yesterday:%Y%m%d}", txn_time=f"{yesterday:%Y%m%d}100000")  # fmt: skip
        book.put(stranger)
    async with gateway(unionpay={"queries_s": [0, 3_600]}) as harness:
        await told(harness, PaymentSettled, 3)
        finance = harness.signer.headers("finance")

        async def compared() -> Any:
            answer = await harness.client.get(f"/v1/settlement-days/{yesterday}", headers=finance)
            return answer.json() if answer.status_code == 200 else None

        day = await until(compared)
        assert (day["orders"], day["amount_minor"]) == (3, 2 * 888_488 + 700)
        breaks = {each["kind"]: each for each in day["breaks"]}
        assert set(breaks) == {"SETTLED_THERE_ALONE", "SETTLED_HERE_ALONE"}
        assert breaks["SETTLED_THERE_ALONE"]["order_id"] == "DFNOBODYSORDER01"
        assert breaks["SETTLED_HERE_ALONE"]["payment_id"] == str(missing.payment_id)
        acts = [m for m in await harness.outbox(AuditRecorded) if m.action == "reconcile_payments"]
        assert {"orders": "3", "breaks": "2"} in [act.detail for act in acts]
        clearing = f"/v1/settlement-days/{yesterday}/breaks/DFNOBODYSORDER01/clearing"
        found = {"outcome": "CHANNEL_CORRECTED", "reference": "MAIL-17", "note": "not ours, says the channel"}
        cleared = await harness.client.post(clearing, headers=harness.signer.headers("finance"), json=found)
        assert (cleared.status_code, cleared.json()["outcome"]) == (201, "CHANNEL_CORRECTED")
        twice = await harness.client.post(clearing, headers=harness.signer.headers("finance"), json=found)
        assert (twice.status_code, twice.json()["code"]) == (409, "settlement-break-cleared")
        assert {each["order_id"]: bool(each["cleared"]) for each in (await compared())["breaks"]} == {
            "DFNOBODYSORDER01": True, breaks["SETTLED_HERE_ALONE"]["order_id"]: False}  # fmt: skip
        [told_so] = [m for m in await harness.outbox(AuditRecorded) if m.action == "clear_settlement_break"]
        assert told_so.detail == {"order_id": "DFNOBODYSORDER01", "outcome": "CHANNEL_CORRECTED"}
        unknown = await harness.client.get("/v1/settlement-days/2020-01-01", headers=finance)
        assert (unknown.status_code, unknown.json()["code"]) == (404, "settlement-day-not-found")


async def test_a_collection_from_the_card_is_a_debit(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered(), direction=PaymentDirection.COLLECT)
    async with gateway() as harness:
        await arrive(harness, payment)
        assert [s.direction for s in await told(harness, PaymentSettled)] == [PaymentDirection.COLLECT]
    assert [e["txn_type"] for e in await booked(outside, payment)] == ["11"]


def an_agreement(customer_id: UUID) -> CollectionAgreementRequested:
    about = {"agreement_id": uuid4(), "loan_id": uuid4(), "application_id": uuid4()}
    return CollectionAgreementRequested(**about, customer_id=customer_id)


def collected_under(agreement: CollectionAgreementRequested, **changes: Any) -> PaymentRequested:
    about = {name: getattr(agreement, name) for name in ("loan_id", "application_id", "agreement_id")}
    return a_payment(agreement.customer_id, direction=PaymentDirection.COLLECT, **about | changes)


async def test_what_is_due_is_collected_under_a_signed_agreement_until_it_ends(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """sign → token → debit (代扣协议): the network knows the card by the agreement alone, and refuses once it has ended."""
    customer = office.registered()
    agreement = an_agreement(customer)
    async with gateway() as harness:
        await outside.switch("PUT", "faults/PAYMENT", malformed=True, times=1)  # the answer to the signature is lost
        await arrive(harness, agreement)
        [signed] = await told(harness, CollectionAgreementSigned)
        token = office.customers[str(customer)]["card_token"]
        assert (signed.agreement_id, signed.card_token) == (agreement.agreement_id, token)
        await outside.switch("PUT", f"balances/{office.customers[str(customer)]['card']}", balance_minor=500_000)
        await arrive(harness, collected_under(agreement, amount_minor=888_488, card_token=token))
        assert [each.code for each in await told(harness, PaymentFailed)] == ["64"]
        part = collected_under(agreement, amount_minor=444_000, card_token=token)
        await arrive(harness, part)
        [settled] = await told(harness, PaymentSettled)
        assert (settled.payment_id, settled.amount_minor) == (part.payment_id, 444_000)
        ended = CollectionAgreementEnded(**agreement.model_dump(exclude={"sequence"}), reason=AgreementEnd.REVOKED,
                                         ended_at=datetime.now(UTC), sequence=2)  # fmt: skip
        await arrive(harness, ended)
        await until(
            lambda: harness.rows(
                "select 1 from desk where kind = 'AGREE' and body ->> 'ends' = 'true' and state = 'DONE'"
            )
        )
        await arrive(harness, collected_under(agreement, amount_minor=100, card_token=token))
        assert {each.code for each in await told(harness, PaymentFailed, 2)} == {"64", "40"}
    book = await outside.look(f"payments?biz_no={agreement.loan_id}")
    assert [(each["amount_minor"], each["state"]) for each in book["items"]] == [
        (888_488, "FAIL"),
        (444_000, "SUCCESS"),
    ]


async def test_a_bank_that_does_not_know_the_holder_signs_nothing(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    unknown, no_card = office.registered(name="另一位"), office.registered(card=None, card_token=None)
    async with gateway() as harness:
        await arrive(harness, an_agreement(unknown), an_agreement(no_card))
        refused = await told(harness, CollectionAgreementRefused, 2)
        assert {each.code for each in refused} == {"66", "card-differs"}


async def test_a_collection_that_could_not_be_sent_in_time_is_not_sent_at_all(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """What was due then may be paid by now: the next attempt asks for what is due."""
    payment = a_payment(office.registered(), direction=PaymentDirection.COLLECT)
    async with gateway(works=False) as harness:
        await arrive(harness, payment)
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("update desk set requested_at = requested_at - interval '2 hours'")
    async with gateway() as harness:
        assert [each.code for each in await told(harness, PaymentFailed)] == ["too-late"]
    assert await booked(outside, payment) == []


async def test_a_collection_that_never_arrived_is_left_to_who_is_owed(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = a_payment(office.registered(), direction=PaymentDirection.COLLECT)
    await outside.switch("PUT", "faults/PAYMENT", status=503)
    async with gateway(unionpay={"absent_after_s": 1}) as harness:
        await arrive(harness, payment)
        await until(lambda: postponed(harness))
        await asyncio.sleep(1)
        await hurry(harness)
        assert [each.code for each in await told(harness, PaymentFailed)] == ["34"]
        assert len(await attempts(harness, payment)) == 1


async def test_a_debit_that_the_bank_gave_back_is_told(
    gateway: Gateway, office: CustomerOffice, outside: Outside, book: PaymentBook
) -> None:
    """退票, chargeback: the adjustments of a day name the order by its trace; what is nobody's is a break."""
    yesterday = business_day(datetime.now(UTC)) - timedelta(days=1)
    payment = a_payment(office.registered(), direction=PaymentDirection.COLLECT)
    async with gateway(reconcile_every_s=3_600) as harness:
        await arrive(harness, payment)
        await told(harness, PaymentSettled)
        await until(lambda: harness.rows("select 1 from settlement_days where settled_on = $1", yesterday))
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("truncate settlement_days, settlement_breaks")
    [order] = await booked(outside, payment)
    stranger = Entry("DKNOBODYSORDER01", "L9", "11", 700, "620999******0011", "00", "Q9", "900009", "0101",
                     yesterday.isoformat(), trade_date="20200101", txn_time="20200101100000")  # fmt: skip
    book.put(stranger)
    for order_id in (order["order_id"], stranger.order_id):
        await outside.switch("POST", "returns", order_id=order_id, settle_date=f"{yesterday:%m%d}")
    async with gateway() as harness:
        [returned] = await told(harness, PaymentReturned)
        assert (returned.payment_id, returned.amount_minor) == (payment.payment_id, payment.amount_minor)
        assert returned.returned_on == yesterday
        answer = await harness.client.get(f"/v1/settlement-days/{yesterday}", headers=harness.signer.headers("finance"))
        breaks = [(each["kind"], each["order_id"], each["theirs_minor"]) for each in answer.json()["breaks"]]
        assert ("RETURNED_UNKNOWN", "900009 0101100000", 700) in breaks


OTHERS = Seals.parse(f"o1:{base64.b64encode(b'x' * 32).decode()}")


def sealed(payment: PaymentRequested) -> PaymentRequested:
    return SEALS[payment.TYPE].sealed(payment)


async def test_no_money_moves_without_the_seal_of_who_may_order_it(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """Each a forgery of a good order: none, empty, of another key, cut, under other figures, under another payment."""
    good = sealed(a_payment(office.registered()))
    assert good.seal is not None
    stranger = office.registered(FIRST_STORY_ROW + 3)
    forged = [
        good.model_copy(update={"seal": ""}),
        OTHERS.sealed(good),
        good.model_copy(update={"seal": good.seal[:-4]}),
        *(
            good.model_copy(update=changed)
            for changed in (
                {"amount_minor": 999_999_900}, {"customer_id": stranger}, {"loan_id": uuid4()}, {"payment_id": uuid4()},
                {"application_id": uuid4()}, {"direction": PaymentDirection.COLLECT}, {"currency": "USD"},
                {"card_token": "another"},
            )
        ),
        sealed(a_payment(good.customer_id, amount_minor=0)), sealed(a_payment(good.customer_id, amount_minor=-1)),
    ]  # fmt: skip
    async with gateway() as harness:
        await harness.worker.handle([harness.record(each) for each in forged])
        bare = harness.record(good)
        value = orjson.dumps({name: v for name, v in orjson.loads(good.to_json()).items() if name != "seal"})
        await harness.worker.handle([replace(bare, value=value)])
        letters = await harness.rows("select state, reason, count(*) from dead_letters group by 1, 2 order by 2")
        assert letters == [("DEAD", "order-invalid", 2), ("DEAD", "seal-invalid", 12)]
        assert await desk(harness) == []
        await arrive(harness, good)
        await told(harness, PaymentSettled)
        assert len(await booked(outside, good)) == 1
    everything = (await outside.look("payments"))["items"]
    assert not [entry for entry in everything if entry["amount_minor"] == 999_999_900]


@pytest.mark.parametrize("at_once", [True, False])
async def test_an_order_whose_id_was_taken_by_other_work_is_not_lost_in_silence(
    gateway: Gateway, office: CustomerOffice, at_once: bool
) -> None:
    """Ids of payments follow from the contract's number: who may ask for data could be there first."""
    customer_id = office.registered()
    order, honest = sealed(a_payment(customer_id)), sealed(a_payment(customer_id))
    squatting = [
        a_collection(customer_id).model_copy(update={"request_id": order.payment_id}),
        CardVerificationRequested(customer_id=customer_id, verification_id=order.payment_id, card_token="t"),
    ]
    async with gateway(works=False) as harness:
        records = [harness.record(each) for each in (squatting[0], order, squatting[1], honest)]
        for batch in [records] if at_once else [[each] for each in records]:
            await harness.worker.handle(batch)
        letters = await harness.rows("select topic, state, reason from dead_letters order by topic")
        assert letters == [(each.TYPE, "DEAD", "request-of-another-kind") for each in (squatting[1], order)]
        assert await desk(harness) == [("COLLECT", "OPEN"), ("PAY", "OPEN")]


@pytest.mark.parametrize("at_once", [True, False])
async def test_a_message_that_bears_the_id_of_another_keeps_it_from_nobody_in_silence(
    gateway: Gateway, office: CustomerOffice, at_once: bool
) -> None:
    """Who reads a topic knows the ids of its messages, and may be there first with one on his own topic."""
    customer_id = office.registered()
    order = sealed(a_payment(customer_id))
    async with gateway(works=False) as harness:
        honest = harness.record(order)
        id = UUID(dict(honest.headers)["ce_id"].decode())
        taken = harness.record(a_collection(customer_id), message_id=id)
        for batch in [[taken, taken, honest, honest]] if at_once else [[taken], [honest], [taken], [honest]]:
            await harness.worker.handle(batch)
        letters = await harness.rows("select topic, state, reason from dead_letters")
        assert letters == [(order.TYPE, "DEAD", "message-id-taken")]
        assert await desk(harness) == [("COLLECT", "OPEN")]


async def test_an_order_that_is_replayed_when_its_key_is_gone_changes_nothing(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    payment = sealed(a_payment(office.registered()))
    async with gateway() as harness:
        record = harness.record(payment)
        await harness.worker.handle([record])
        await told(harness, PaymentSettled)
    new_key = f"o2:{base64.b64encode(b'n' * 32).decode()}"
    async with gateway(order_seal_keys=new_key) as harness:
        await harness.worker.handle([record])
        assert await harness.rows("select count(*) from dead_letters") == [(0,)]
        await harness.worker.handle([harness.record(sealed(a_payment(payment.customer_id)))])
        assert await harness.rows("select reason from dead_letters") == [("seal-invalid",)]
    old_and_new = f"{new_key},{SEAL_KEYS['order_seal_keys']}"
    async with gateway(order_seal_keys=old_and_new) as harness:
        fresh = a_payment(payment.customer_id)
        await arrive(harness, fresh)
        await told(harness, PaymentSettled, 2)
    assert [len(await booked(outside, p)) for p in (payment, fresh)] == [1, 1]


async def test_money_for_a_counterparty_goes_to_the_account_of_the_contract_and_to_no_other(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """R-2.6a: a firm's account and a person's card, as application-svc tells them; a token of none is not paid."""
    firm = {
        "token": "t-firm",
        "name": "示例装饰有限公司",
        "account": "1001234567890123456",
        "registration": "91350100M000100Y43",
    }
    person = {"token": "t-person", "name": "王示例", "account": "6209990000000000029", "registration": None}
    customer = office.registered(payees=[firm, person])
    to_firm, to_person = a_payment(customer, payee_token="t-firm"), a_payment(customer, payee_token="t-person")
    unknown = a_payment(customer, payee_token="t-of-nobody")
    async with gateway() as harness:
        await arrive(harness, to_firm, to_person, unknown)
        [failed] = await told(harness, PaymentFailed)
        assert (failed.payment_id, failed.code) == (unknown.payment_id, "payee-differs")
        paid = {each.payment_id for each in await told(harness, PaymentSettled, 2)}
    assert paid == {to_firm.payment_id, to_person.payment_id}
    accounts = [[each["account"] for each in await booked(outside, p)] for p in (to_firm, to_person, unknown)]
    assert accounts == [["100123******3456"], ["620999******0029"], []]


async def test_money_goes_to_the_card_of_the_contract_and_to_no_other(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered()
    card = office.customers[str(customer)]["card_token"]
    right, other = a_payment(customer, card_token=card), a_payment(customer, card_token="t-of-another-card")
    none = a_payment(office.registered(FIRST_STORY_ROW + 5, card=None, card_token=None))
    collected = a_payment(customer, card_token="t-of-another-card", direction=PaymentDirection.COLLECT)
    async with gateway() as harness:
        await arrive(harness, right, other, none, collected)
        failed = await told(harness, PaymentFailed, 3)
        assert {(f.payment_id, f.code) for f in failed} == {
            (p.payment_id, "card-differs") for p in (other, none, collected)
        }
        assert [s.payment_id for s in await told(harness, PaymentSettled)] == [right.payment_id]
    for payment in (other, none, collected):
        assert await booked(outside, payment) == []


async def test_an_order_that_may_have_been_sent_is_only_asked_for_when_the_card_has_changed(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered()
    known = office.customers[str(customer)]
    payment = a_payment(customer, card_token=known["card_token"])
    await outside.switch("POST", "payment-scripts", biz_no=str(payment.loan_id), code="03", then="00", after_queries=5)
    async with gateway() as harness:
        await arrive(harness, payment)

        async def tried() -> Any:
            return await harness.rows("select 1 from desk where tries > 0 and claimed_by is null")

        await until(tried)
        known["card_token"] = "swapped"
        for _ in range(3):
            await hurry(harness)
            await asyncio.sleep(0.1)
        assert await harness.outbox(PaymentFailed) == []
        await hurry(harness)
        await told(harness, PaymentSettled)
    [entry] = await booked(outside, payment)
    assert entry["requests"] == 1


async def test_a_customer_nobody_knows_moves_no_money_and_the_payment_is_not_lost(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    lost, good = a_payment(uuid4()), a_payment(office.registered())
    async with gateway() as harness:
        await arrive(harness, lost, good)
        assert [s.payment_id for s in await told(harness, PaymentSettled)] == [good.payment_id]

        async def put_back() -> Any:
            return await harness.rows("select 1 from desk where state = 'OPEN' and claimed_by is null")

        await until(put_back)
        office.customers[str(lost.customer_id)] = office.customers[str(good.customer_id)] | {
            "customer_id": str(lost.customer_id)
        }
        await hurry(harness)
        assert len(await told(harness, PaymentSettled, 2)) == 2
    assert len(await booked(outside, lost)) == 1


async def test_notices_that_wait_together_are_sent_in_one_call(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    notifications = [a_notification(office.registered(FIRST_STORY_ROW + n)) for n in range(5)]
    wrong = a_notification(office.registered(FIRST_STORY_ROW + 9, mobile="12345"))
    before = await outside.calls("MESSAGE")
    async with gateway() as harness:
        await arrive(harness, *notifications, wrong)
        delivered = await told(harness, NotificationDelivered, 5)
        assert {(d.notification_id, d.application_id, d.template) for d in delivered} == {
            (n.notification_id, n.application_id, "repayment-due") for n in notifications
        }
        assert {state for _, state in await desk(harness)} == {"DONE"}
        assert await harness.rows("select result ->> 'code' from desk where id = $1", wrong.notification_id) == [
            ("InvalidParameterValue.IncorrectPhoneNumber",)
        ]
    assert await outside.calls("MESSAGE") == before + 1
    assert office.purposes == ["NOTIFICATION"]


async def test_people_of_the_institution_are_told_of_tasks_that_wait(gateway: Gateway, outside: Outside) -> None:
    """Half of the time has passed, it is due, it went to the deputy: each of them is told once, by his user id."""
    about: dict[str, Any] = {"case_id": uuid4(), "application_id": uuid4(), "task_id": uuid4(), "stage": "manual_review",
                             "role": "approver", "due_at": datetime(2026, 3, 2, 7, tzinfo=UTC)}  # fmt: skip
    messages = [
        TaskReminded(sequence=3, recipients=["u-approver"], **about),
        TaskOverdue(sequence=4, recipients=["u-approver", "u-head"], **about),
        TaskHandedOver(sequence=6, recipients=["u-deputy", "u-approver"], assignee="u-deputy", **about),
        # Two kinds of evidence of one task, each for itself the third fact of its checkpoint.
        *(EvidenceLapsing(sequence=3, recipients=["u-risk"], checkpoint_id=uuid4(), kind=kind, **about)
          for kind in ("INTERVIEW", "VALUATION")),
    ]  # fmt: skip
    async with gateway() as harness:
        await arrive(harness, *messages)

        async def done() -> Any:
            return [row for row in await desk(harness) if row == ("ALERT", "DONE")][4:]

        await until(done)
        results = await harness.rows("select result ->> 'delivered' from desk order by result ->> 'delivered'")
        assert [row[0] for row in results] == ["1", "1", "1", "2", "2"]
    sent = [item for item in (await outside.look("messages"))["items"] if item.get("channel") == "STAFF"]
    assert sorted(item["template"] for item in sent) == [
        "evidence-lapsing", "evidence-lapsing", "task-handed-over", "task-handed-over", "task-overdue", "task-overdue",
        "task-reminded",
    ]  # fmt: skip


async def test_a_notice_is_sent_again_when_the_provider_was_down_and_arrives_once(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    notification = a_notification(office.registered())
    await outside.switch("PUT", "faults/MESSAGE", status=503)
    async with gateway() as harness:
        await arrive(harness, notification)

        async def tried() -> Any:
            return await harness.rows("select 1 from desk where tries > 0 and claimed_by is null")

        await until(tried)
        assert await harness.outbox(NotificationDelivered) == []
        await outside.switch("DELETE", "faults/MESSAGE")
        await hurry(harness)
        await told(harness, NotificationDelivered)
    items = (await outside.look("messages"))["items"]
    assert len([i for i in items if notification.notification_id.hex in i.get("mark", "")]) == 1


async def test_applicants_hear_of_decision_supplement_and_disbursement(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered(FIRST_STORY_ROW + 20)
    request = a_collection(customer, [Source.IDENTITY])
    about = {"application_id": request.application_id}
    now = datetime(2026, 11, 23, tzinfo=UTC)
    decision = DecisionMade(**about, case_id=request.case_id, decision_id=uuid4(), outcome=Outcome.DECLINED,
                            automatic=True, decided_by="system", decided_at=now)  # fmt: skip
    supplement = SupplementRequested(**about, case_id=request.case_id, document_kinds=["INCOME_PROOF"], due_at=now)
    disbursed = LoanDisbursed(
        **about, loan_id=uuid4(), loan_no="L1", contract_no="C1", customer_id=customer, branch="310000-01",
        product_code="PCL-ONLINE", principal_minor=1, annual_rate=Decimal("0.07"), term_months=12,
        repayment_method=RepaymentMethod.EQUAL_INSTALMENT, value_date=now.date(), maturity_date=now.date(),
        first_due_date=now.date(), instalment_minor=1, payment_id=uuid4(), disbursed_at=now,
    )  # fmt: skip
    async with gateway() as harness:
        early = await harness.deliver(decision, twice=False)
        assert isinstance(early[0], NotFound)  # nothing is known about the application yet: tried again later
        await arrive(harness, request)
        await told(harness, ExternalDataCollected)
        of_loan = {
            "application_id": request.application_id, "loan_id": disbursed.loan_id, "value_date": now.date(),
            "business_date": now.date(), "annual_rate": Decimal("0.0695"), "maturity_date": now.date(),
            "schedule_version": 2, "outstanding_principal_minor": 1,
        }  # fmt: skip
        kinds = (("WAIVER", "ACTIVE"), ("REPRICING", "ACTIVE"), ("TRANSFER", "TRANSFERRED"))
        changes = [
            LoanChanged(**of_loan, change_id=uuid4(), kind=kind, status=status, sequence=sequence)
            for sequence, (kind, status) in enumerate(kinds, start=7)
        ]
        reversals = [
            RepaymentReversed(
                application_id=request.application_id, loan_id=disbursed.loan_id, repayment_id=uuid4(), sequence=sequence,
                amount_minor=888_488, business_date=now.date(), outstanding_principal_minor=1, returned=returned,
            )
            for sequence, returned in ((11, True), (12, False))  # a bank took it back; somebody was mistaken
        ]  # fmt: skip
        await arrive(harness, decision, supplement, disbursed, *changes, *reversals)

        async def all_sent() -> Any:
            return await harness.rows("select 1 from desk where kind = 'NOTIFY' and state = 'DONE' having count(*) = 6")

        await until(all_sent)
        ids = {row[0].hex for row in await harness.rows("select id from desk where kind = 'NOTIFY'")}
        assert await harness.outbox(NotificationDelivered) == []  # nobody asked to be told
        assert await harness.rows("select ended_at is null from loan_relations") == [
            (False,)
        ]  # the claim is not ours now
    items = (await outside.look("messages"))["items"]
    templates = {
        "decision-declined", "supplement-requested", "loan-disbursed", "loan-repriced", "claim-transferred",
        "debit-returned",
    }  # fmt: skip
    assert {i["template"] for i in items if i.get("mark") in ids} == {TEMPLATES[name]["id"] for name in templates}


async def test_a_decision_while_the_collection_is_still_under_way_finds_its_customer(
    gateway: Gateway, office: CustomerOffice
) -> None:
    """A person may decide when a collection has been silent for too long."""
    request = a_collection(office.registered())
    decision = DecisionMade(application_id=request.application_id, case_id=request.case_id, decision_id=uuid4(),
                            outcome=Outcome.APPROVED, automatic=False, decided_by="u-approver",
                            decided_at=datetime(2026, 11, 23, tzinfo=UTC))  # fmt: skip
    async with gateway(works=False) as harness:
        await arrive(harness, request)
        await arrive(harness, decision)
        assert await desk(harness) == [("COLLECT", "OPEN"), ("NOTIFY", "OPEN")]


async def test_work_stays_on_the_desk_while_identities_are_away_and_is_done_later(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered()
    payment, collection, notification = a_payment(customer), a_collection(customer), a_notification(customer)
    office.open = False
    async with gateway() as harness:
        await arrive(harness, payment, collection, notification)

        async def refused_often() -> bool:
            return office.refused >= 4

        await until(refused_often)
        assert {state for _, state in await desk(harness)} == {"OPEN"}
        assert [told for told in await harness.outbox() if not isinstance(told, AuditRecorded)] == []
        assert await booked(outside, payment) == []
        office.open = True
        await told(harness, PaymentSettled)
        await told(harness, ExternalDataCollected)
        await told(harness, NotificationDelivered)
        assert await harness.rows("select distinct tries from desk") == [(1,)]  # the outage is not counted as a try


async def test_a_token_that_is_no_longer_valid_is_replaced(gateway: Gateway, office: CustomerOffice) -> None:
    customer = office.registered()
    async with gateway() as harness:
        await arrive(harness, a_payment(customer))
        await told(harness, PaymentSettled)
        office.token = "after a change of keys"
        await arrive(harness, a_payment(customer))
        assert len(await told(harness, PaymentSettled, 2)) == 2
    assert office.refused == 1
    assert office.tokens_given == 2


async def test_a_silent_issuer_is_an_outage_like_any_other(
    gateway: Gateway, office: CustomerOffice, unused_port: int
) -> None:
    payment = a_payment(office.registered())
    async with gateway(oidc_issuer=f"http://127.0.0.1:{unused_port}") as harness:
        await arrive(harness, payment)

        async def put_back() -> Any:
            return await harness.rows("select 1 from desk where claimed_by is null and due_at > requested_at")

        await until(put_back)
        assert await desk(harness) == [("PAY", "OPEN")]
    async with gateway() as repaired:
        await told(repaired, PaymentSettled)


async def test_providers_are_shown_with_their_circuit_and_figures(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    await outside.switch("PUT", "faults/COURT", status=500)
    async with gateway() as harness:
        await arrive(harness, a_collection(office.registered()))
        await told(harness, ExternalDataCollected)
        async with gateway(works=False) as idle:
            await arrive(idle, a_payment(office.registered()))
            shown = await harness.client.get("/v1/providers", headers=harness.signer.headers("operations"))
        found = {p["provider"]: p for p in shown.json()["items"]}
        bureau, court = found["/pboc/v2/credit-report"], found["/courts/v1/records"]
        assert (bureau["circuit"], bureau["calls"], bureau["failures"]) == ("closed", 1, 0)
        assert (court["calls"], court["failures"]) == (1, 1)
        assert found["unionpay/orders"]["calls"] == 0
        assert shown.json()["waiting"] == {"PAY": 1}
        for role in ("finance", "approver", "customer-manager"):
            refused = await harness.client.get("/v1/providers", headers=harness.signer.headers(role))
            assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")


async def test_payments_are_listed_page_by_page_by_state(gateway: Gateway, office: CustomerOffice) -> None:
    payments = sorted((a_payment(office.registered()) for _ in range(5)), key=lambda p: p.payment_id)
    async with gateway(works=False) as harness:
        await arrive(harness, *payments)
        finance = harness.signer.headers("finance")
        seen: list[str] = []
        query = "limit=2"
        while query:
            listed = (await harness.client.get(f"/v1/payments?{query}", headers=finance)).json()
            seen += [p["payment_id"] for p in listed["items"]]
            query = f"limit=2&cursor={listed['next_cursor']}" if listed["next_cursor"] else ""
        assert seen == [str(p.payment_id) for p in payments]
        done = await harness.client.get("/v1/payments?state=DONE", headers=finance)
        assert done.json()["items"] == []
        unknown = await harness.client.get(f"/v1/payments/{uuid4()}", headers=finance)
        assert (unknown.status_code, unknown.json()["code"]) == (404, "payment-not-found")
        refused = await harness.client.get("/v1/payments", headers=harness.signer.headers("customer-manager"))
        assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")


@pytest.mark.parametrize(
    ("changes", "outcome", "code"),
    [
        ({}, CardCheck.MATCHED, "00"),
        ({"name": "另一个"}, CardCheck.DIFFERS, "66"),
        ({"card": "6209990000000000012"}, CardCheck.DIFFERS, "61"),
    ],
)
async def test_the_bank_is_asked_whether_a_card_is_its_customer_s(
    gateway: Gateway, office: CustomerOffice, changes: dict[str, str], outcome: CardCheck, code: str
) -> None:
    """domain.md R-6.2: name, identity number, card and mobile number together."""
    customer = office.registered(FIRST_STORY_ROW + 77, **changes)
    question = CardVerificationRequested(customer_id=customer, verification_id=uuid4(), card_token="c" * 32)
    async with gateway() as harness:
        await arrive(harness, question)
        [answer] = await told(harness, CardVerified)
    assert (answer.verification_id, answer.card_token) == (question.verification_id, question.card_token)
    assert (answer.outcome, answer.code) == (outcome, code)
    assert office.purposes == ["CARD_VERIFICATION"]


async def test_a_sign_in_code_comes_to_the_telephone_alone_and_is_good_once(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    row = FIRST_STORY_ROW + 977
    customer, mobile = office.registered(row), people.person(row, on=date(2026, 9, 1)).mobile
    async with gateway() as harness:

        async def asked(path: str, code: str | None = None) -> Any:
            body = {"customer_id": str(customer)} | ({"code": code} if code else {})
            headers = harness.signer.headers("channel")
            return await harness.client.post(f"/v1/sign-in-codes{path}", json=body, headers=headers)

        assert (await asked("/verification", "000000")).json() == {"verified": False}
        sent = await asked("")
        assert (sent.status_code, sent.json()) == (202, {"customer_id": str(customer), "valid_seconds": 300})

        async def come() -> Any:
            return (await outside.look(f"messages/{mobile}"))["items"]

        await until(come)
        (message,) = await come()
        (code,) = message["parameters"]
        assert message["template"] == TEMPLATES["sign-in-code"]["id"] and len(code) == 6
        again = await asked("")
        assert (again.status_code, again.json()["code"]) == (429, "sign-in-code-too-soon")
        assert again.headers["Retry-After"] == "60"
        assert office.purposes == ["NOTIFICATION"]
        wrong = f"{(int(code) + 1) % 1_000_000:06}"
        answers = [(await asked("/verification", typed)).json()["verified"] for typed in (wrong, code, code)]
        assert answers == [False, True, False]
        spread = await harness.rows("select value from outbox")
        assert spread and not any(code.encode() in bytes(row[0]) for row in spread)
        listed = (await outside.look("messages"))["items"]
        assert code not in str(listed)


async def test_a_provider_is_held_open_by_hand_in_every_process_and_let_go(
    gateway: Gateway, office: CustomerOffice
) -> None:
    async with gateway() as harness:
        operator = harness.signer.headers("operations")

        async def shown() -> dict[str, Any]:
            answer = await harness.client.get("/v1/providers", headers=harness.signer.headers("operations"))
            return {each["provider"]: each for each in answer.json()["items"]}

        async def turn(held: bool, provider: str = "tencent/sms", role: str = "operations") -> tuple[int, Any]:
            said = {"provider": provider, "held": held, "reason": "maintenance until 04:00"}
            answer = await harness.client.post("/v1/provider-switches", json=said, headers=harness.signer.headers(role))
            return answer.status_code, answer.json()

        assert (await turn(True, "nobody"))[1]["code"] == "provider-unknown"
        assert (await turn(True, role="auditor"))[0] == 403
        assert (await turn(True))[0] == 200

        async def held() -> bool:
            return (await shown())["tencent/sms"]["circuit"] == "held-open"

        await until(held, 5)  # an outage, and its end, are seen within five seconds
        notice = a_notification(office.registered())
        await arrive(harness, notice)

        async def refused() -> int:
            return int((await shown())["tencent/sms"]["errors"].get("circuit-held-open", 0))

        await until(refused)
        assert await harness.outbox(NotificationDelivered) == []
        assert (await turn(False))[0] == 200
        await hurry(harness)
        await told(harness, NotificationDelivered)
        line = (await shown())["tencent/sms"]
        assert line["circuit"] == "closed" and line["failures"] == sum(line["errors"].values()) >= 1
        assert line["p50_ms"] <= line["p95_ms"] <= line["p99_ms"]
        metrics = (await harness.client.get("/metrics", headers=operator)).text
        assert 'provider_calls_total{outcome="circuit-held-open",provider="tencent/sms"}' in metrics
