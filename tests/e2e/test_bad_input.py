"""What comes in wrong is refused with its code and a word about what is allowed, and leaves nothing behind."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from world import World, until

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import DecisionMade, Outcome
from loan_contracts.envelope import Envelope
from loan_contracts.message import Message
from loan_contracts.values import RepaymentMethod
from loan_replay.channel import Applicant

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(240)]

APPLICATIONS, CUSTOMERS = "/v1/applications", "/v1/customers"
MEBIBYTE = 1024 * 1024


@pytest.fixture
async def who(world: World) -> Applicant:
    return world.somebody()


@pytest.fixture
async def body(world: World, who: Applicant) -> dict[str, Any]:
    """An application that would be taken; its customer is registered."""
    return who.application | {"customer_id": await world.channel.register(who)}


async def left_behind(world: World, customer_id: str) -> list[Any]:
    """Everything that there is about a customer's applications, in the service and on the bus."""
    listed = await world.front.get("application-svc", APPLICATIONS, customer_id=customer_id)
    return [*listed["items"], *await world.bus.messages(ApplicationSubmitted, customer_id=customer_id)]


@pytest.mark.parametrize(
    ("change", "status", "code", "pointer", "told"),
    [
        ({"amount_minor": "a lot"}, 422, "request-invalid", "/amount_minor", "integer"),
        ({"amount_minor": 30_000.5}, 422, "request-invalid", "/amount_minor", "integer"),
        ({"colour": "red"}, 422, "request-invalid", "/colour", "not permitted"),
        ({"amount_minor": 20_000_100}, 422, "application-invalid", "/amount_minor", "20000000"),
        ({"amount_minor": 499_999}, 422, "application-invalid", "/amount_minor", "500000"),
        ({"term_months": 37}, 422, "application-invalid", "/term_months", "36"),
        ({"purpose": "STOCKS"}, 422, "application-invalid", "/purpose", "DECORATION"),
        ({"form": {"employment": "KING"}}, 422, "application-invalid", "/form/employment", "EMPLOYED"),
        ({"product_code": "PCL-MOON"}, 404, "product-unknown", None, "PCL-MOON"),
        ({"customer_id": "00000000-0000-4000-8000-000000000000"}, 404, "customer-not-found", None, "customer"),
    ],
)
async def test_an_application_that_cannot_be_taken_is_refused_by_field(
    world: World, body: dict[str, Any], change: dict[str, Any], status: int, code: str, pointer: str | None, told: str
) -> None:
    answer = await world.ask("POST", "application-svc", APPLICATIONS, json=body | change)
    assert (answer[0], answer[1]["code"]) == (status, code), answer
    assert told in answer[1]["detail"]
    assert pointer is None or pointer in [error["pointer"] for error in answer[1]["errors"]]
    assert await left_behind(world, body["customer_id"]) == []


async def test_json_that_is_none_is_refused(world: World, body: dict[str, Any]) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await world.ask("POST", "application-svc", APPLICATIONS, data=b'{"amount_minor": 1,', headers=headers)
    assert (answer[0], answer[1]["code"]) == (400, "json-malformed")
    assert await left_behind(world, body["customer_id"]) == []


async def test_a_wrong_check_digit_is_told_and_nobody_is_registered(world: World, who: Applicant) -> None:
    number = who.registration["identity_number"]
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    answer = await world.ask("POST", "application-svc", CUSTOMERS, json=who.registration | {"identity_number": wrong})
    assert (answer[0], answer[1]["code"]) == (422, "customer-invalid")
    assert [(e["pointer"], e["code"]) for e in answer[1]["errors"]] == [
        ("/identity_number", "identity-number-check-digit")
    ]
    assert number[:-1] not in str(answer[1])  # a problem never repeats what it was sent
    registered = await world.ask("POST", "application-svc", CUSTOMERS, json=await world.registration(who))
    assert registered[0] == 200 and not registered[1]["already_registered"]


async def test_without_consent_to_a_required_source_nothing_is_asked(world: World, who: Applicant) -> None:
    given = [each for each in who.registration["consents"] if each["source"] != "CREDIT_BUREAU"]
    who = replace(who, registration=who.registration | {"consents": given})
    body = who.application | {"customer_id": await world.channel.register(who)}
    answer = await world.ask("POST", "application-svc", APPLICATIONS, json=body)
    assert (answer[0], answer[1]["code"]) == (422, "consent-missing")
    assert [error["pointer"] for error in answer[1]["errors"]] == ["/consents/CREDIT_BUREAU"]
    assert await left_behind(world, body["customer_id"]) == []


async def test_documents_of_a_wrong_kind_size_or_type_are_refused_and_a_draft_stays_without_them(
    world: World, body: dict[str, Any]
) -> None:
    branch = body | {"product_code": "PCL-BRANCH", "amount_minor": 5_000_000}
    online = (await world.front.post("application-svc", "/v1/drafts", body))["id"]
    draft = (await world.front.post("application-svc", "/v1/drafts", branch))["id"]

    answer = await world.ask("POST", "application-svc", f"{APPLICATIONS}/{draft}/submission", json={})
    assert (answer[0], answer[1]["code"]) == (422, "documents-missing")
    assert all(kind in answer[1]["detail"] for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF"))

    pdf = b"%PDF-1.7 "
    for answer, status, code in (
        (await world.upload(online, "ID_FRONT", pdf + bytes(10 * MEBIBYTE)), 413, "document-too-large"),
        (await world.upload(online, "ID_FRONT", pdf + bytes(22 * MEBIBYTE)), 413, "request-too-large"),
        (await world.upload(draft, "ID_FRONT", b"MZ an executable"), 415, "document-type-unsupported"),
        (await world.upload(draft, "ID_FRONT", b"\x89PNG\r\n\x1a\n"), 415, "document-type-differs"),
        (await world.upload(draft, "ID_FRONT", b""), 422, "document-empty"),
        (await world.upload(draft, "SELFIE", pdf), 422, "upload-invalid"),
        (await world.upload(draft, "TAX_RETURN", pdf), 422, "document-kind-not-accepted"),
    ):
        assert (answer[0], answer[1]["code"]) == (status, code), answer
        assert answer[1]["detail"]
    for id in (online, draft):
        kept = await world.front.get("application-svc", f"{APPLICATIONS}/{id}")
        assert (kept["status"], kept["documents"]) == ("DRAFT", [])


async def test_the_customers_of_another_branch_are_none_of_ones_business(world: World, who: Applicant) -> None:
    shanghai, shenzhen = await world.staff("manager"), await world.staff("manager-2")
    customer_id = (await shanghai.post("application-svc", CUSTOMERS, await world.registration(who)))["id"]
    token = await shenzhen.token()
    body = who.application | {"customer_id": customer_id}
    for method, path, sent in (
        ("GET", f"{CUSTOMERS}/{customer_id}", None),
        ("POST", APPLICATIONS, body),
        ("POST", f"{CUSTOMERS}/{customer_id}/consents", {"consents": who.registration["consents"]}),
    ):
        answer = await world.ask(method, "application-svc", path, token=token, json=sent)
        assert (answer[0], answer[1]["code"]) == (403, "other-branch"), (path, answer)
    assert await left_behind(world, customer_id) == []
    known = await world.ask("GET", "application-svc", f"{CUSTOMERS}/{customer_id}", token=await shanghai.token())
    assert known[0] == 200 and known[1]["identity_number"] != who.registration["identity_number"]


async def test_an_expired_a_foreign_and_an_absent_token_open_nothing(world: World, body: dict[str, Any]) -> None:
    early = world.early_token
    expires = jwt.decode(early, options={"verify_signature": False})["exp"]

    async def refused() -> dict[str, Any] | None:
        answer = await world.ask("POST", "application-svc", APPLICATIONS, token=early, json=body | {"term_months": 99})
        return answer[1] if answer[0] == 401 else None

    problem = await until(refused, "the token of the start has expired")
    assert problem["code"] == "token-expired" and time.time() >= expires

    claims = jwt.decode(await world.front.token(), options={"verify_signature": False})
    header = jwt.get_unverified_header(await world.front.token())
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    for token in (
        jwt.encode(claims, key, algorithm="RS256", headers={"kid": header["kid"]}),
        jwt.encode(claims, key, algorithm="RS256", headers={"kid": "somebody-else"}),
        jwt.encode(claims, key="", algorithm="none", headers={"kid": header["kid"]}),
        "not.a.token",
    ):
        answer = await world.ask("POST", "application-svc", APPLICATIONS, token=token, json=body)
        assert (answer[0], answer[1]["code"]) == (401, "token-invalid"), answer
    answer = await world.ask("POST", "application-svc", APPLICATIONS, headers={"Authorization": ""}, json=body)
    assert (answer[0], answer[1]["code"]) == (401, "token-missing")
    assert await left_behind(world, body["customer_id"]) == []


async def test_without_the_permission_or_a_key_a_command_is_refused(world: World, body: dict[str, Any]) -> None:
    auditor = await (await world.staff("auditor")).token()
    answer = await world.ask("POST", "application-svc", APPLICATIONS, token=auditor, json=body)
    assert answer[0] == 403 and "application.submit" in answer[1]["detail"]
    answer = await world.ask("POST", "application-svc", APPLICATIONS, headers={"Idempotency-Key": ""}, json=body)
    assert (answer[0], answer[1]["code"]) == (422, "idempotency-key-missing")
    assert await left_behind(world, body["customer_id"]) == []


async def test_messages_that_break_their_contract_become_dead_letters_and_change_nothing(
    world: World, body: dict[str, Any]
) -> None:
    id = (await world.front.post("application-svc", APPLICATIONS, body))["id"]
    await world.stands(id, "APPROVED", "CONDITIONAL")
    before = await world.front.get("application-svc", f"{APPLICATIONS}/{id}")
    decision = another_decision(id)

    malformed = envelope_of(decision)
    await world.bus.put(DecisionMade.TYPE, b'{"application_id": 7', malformed.headers(), key=id)
    unknown = replace(envelope_of(decision), dataschema="xinliu:decision.made:2")
    await world.bus.put(DecisionMade.TYPE, decision.to_json(), unknown.headers(), key=id)

    operations = await world.staff("operations")
    for envelope, reason in ((malformed, "message-invalid"), (unknown, "envelope-invalid")):

        async def listed(wanted: Envelope = envelope) -> dict[str, Any] | None:
            page = await operations.get("application-svc", "/v1/admin/dead-letters", limit=200)
            return next((letter for letter in page["items"] if letter["message_id"] == str(wanted.id)), None)

        letter = await until(listed, f"a dead letter about {envelope.id}")
        assert (letter["topic"], letter["reason"]) == (DecisionMade.TYPE, reason)
        await told_on_the_dead_letter_topic(world, envelope, letter)
    assert await world.front.get("application-svc", f"{APPLICATIONS}/{id}") == before


async def told_on_the_dead_letter_topic(world: World, envelope: Envelope, letter: dict[str, Any]) -> None:
    """The record lies on the topic of dead letters as it came, with reason and origin."""
    origin = f"{letter['topic']}/{letter['partition']}/{letter['offset']}"

    async def look() -> dict[str, bytes] | None:
        records = [dict(record.headers) for record in await world.bus.records("dead-letter.application-svc")]
        return next((headers for headers in records if headers["ce_id"] == str(envelope.id).encode()), None)

    headers = await until(look, f"{envelope.id} on the topic of dead letters")
    assert (headers["dead-reason"], headers["dead-origin"]) == (letter["reason"].encode(), origin.encode())


async def test_a_decided_application_takes_no_second_decision(world: World, who: Applicant) -> None:
    await world.simulator.person(who.registration["identity_number"], court={"dishonest": 1})
    id = await world.applies(who)
    await world.stands(id, "DECLINED")
    before = await world.front.get("application-svc", f"{APPLICATIONS}/{id}")

    second = another_decision(id)
    await world.bus.put(DecisionMade.TYPE, second.to_json(), envelope_of(second).headers(), key=id)
    behind = await world.applies(world.somebody())  # its decision lies behind the second one on the topic
    await world.stands(behind, "APPROVED", "CONDITIONAL")

    assert await world.front.get("application-svc", f"{APPLICATIONS}/{id}") == before
    answer = await world.ask("GET", "application-svc", f"{APPLICATIONS}/{id}/offer")
    assert (answer[0], answer[1]["code"]) == (404, "offer-not-found")


def another_decision(application_id: str) -> DecisionMade:
    """An approval that nobody has asked for."""
    return DecisionMade(
        sequence=99, application_id=application_id, case_id=uuid4(), decision_id=uuid4(), outcome=Outcome.APPROVED,
        amount_minor=20_000_000, term_months=36, annual_rate="0.05", repayment_method=RepaymentMethod.EQUAL_INSTALMENT,
        automatic=True, decided_by="somebody", decided_at=datetime.now(UTC),
    )  # fmt: skip


def envelope_of(message: Message) -> Envelope:
    """What a foreign sender would write on it."""
    return Envelope(
        uuid4(), message.TYPE, "workflow-svc", datetime.now(UTC), message.key, message.dataschema(), message.key
    )
