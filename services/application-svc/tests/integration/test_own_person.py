"""A newcomer signs in, registers himself, permits, applies and asks, all by himself; what is another's is not there."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from applicants import PEOPLE, REQUIRED, Borrower, Front, a_decision, changed, consent, refused, succeeded

from application_svc.domain.retention import RULES
from loan_contracts.applications import ApplicationSubmitted, ReviewRequested
from loan_contracts.decisions import Outcome, SupplementRequested, case_id_of
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness, sent

ME = {name: value for name, value in PEOPLE[0].items() if name != "mobile"}
CONSENTS = [consent(source) for source in REQUIRED]
WISH: dict[str, Any] = {
    "product_code": "PCL-ONLINE", "amount_minor": 10_000_000, "term_months": 12, "repayment_method": "EQUAL_INSTALMENT",
    "purpose": "DECORATION", "form": {"employment": "EMPLOYED", "monthly_income_minor": 1_500_000},
}  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def newcomer(harness: Harness, channel: Front, mobile: str = PEOPLE[0]["mobile"]) -> Borrower:
    return Borrower(harness, succeeded(await channel.post("/newcomers", {"mobile": mobile}))["customer_id"])


async def registered(harness: Harness, channel: Front) -> Borrower:
    borrower = await newcomer(harness, channel)
    succeeded(await borrower.post("/person", ME | {"consents": CONSENTS}))
    return borrower


async def test_who_is_new_registers_under_the_id_that_he_signed_in_with(harness: Harness, channel: Front) -> None:
    borrower = await newcomer(harness, channel)
    assert (await newcomer(harness, channel)).id == borrower.id  # the same until he has registered
    assert refused(await borrower.get("/person")) == (404, "customer-not-found")
    person = succeeded(await borrower.post("/person", ME | {"consents": CONSENTS}))
    assert (person["name"], person["mobile"]) == ("张**", "138****1111")
    assert succeeded(await borrower.get("/person")) == person
    found = succeeded(await channel.post("/customers/found", {"mobile": PEOPLE[0]["mobile"]}))
    assert found == {"customer_id": str(borrower.id)}
    assert refused(await channel.post("/newcomers", {"mobile": PEOPLE[0]["mobile"]})) == (409, "mobile-taken")
    assert succeeded(await borrower.post("/person", ME | {"consents": []})) == person  # once more is no second customer


async def test_a_code_can_be_sent_to_a_newcomer_whose_number_is_kept_sealed(harness: Harness, channel: Front) -> None:
    borrower = await newcomer(harness, channel)
    [(token, mobile)] = await harness.rows("select mobile_token, mobile from newcomers")
    assert PEOPLE[0]["mobile"] not in f"{token}{mobile}"
    gateway = Front(harness, "identity-reader", subject="integration-gateway")
    for purpose, told in (("NOTIFICATION", [PEOPLE[0]["mobile"]]), ("LOAN_APPROVAL", []), ("PAYMENT", [])):
        body = {"ids": [str(borrower.id)], "purpose": purpose}
        items = succeeded(await gateway.post("/customers/identities", body))["items"]
        assert [item["mobile"] for item in items] == told
    succeeded(await borrower.post("/person", ME))
    body = {"ids": [str(borrower.id)], "purpose": "NOTIFICATION"}
    items = succeeded(await gateway.post("/customers/identities", body))["items"]
    assert [item["mobile"] for item in items] == [PEOPLE[0]["mobile"]]


async def test_nobody_registers_as_another_and_who_tries_many_is_stopped(harness: Harness, channel: Front) -> None:
    await channel.register(1)
    borrower = await newcomer(harness, channel)
    theirs = ME | {"identity_number": PEOPLE[1]["identity_number"]}
    answer = await borrower.post("/person", theirs)
    assert refused(answer) == (409, "person-registered")
    assert not {"customer_id", "branch"} & answer.json().keys() and "310000" not in answer.text
    refusals = [m for m in await harness.outbox(AuditRecorded) if m.action == "refuse_registration"]
    assert [m.detail["code"] for m in refusals] == ["person-registered"]
    codes = [refused(await borrower.post("/person", theirs)) for _ in range(30)]
    assert codes[-1] == (429, "registrations-too-many")
    assert refused(await Borrower(harness, str(uuid4())).post("/person", ME)) == (404, "newcomer-not-found")


async def test_a_number_that_became_a_customers_meanwhile_registers_nobody(harness: Harness, channel: Front) -> None:
    borrower = await newcomer(harness, channel)
    await channel.register(1, mobile=PEOPLE[0]["mobile"])
    assert refused(await borrower.post("/person", ME)) == (409, "mobile-taken")


async def test_what_is_offered_tells_nothing_of_how_the_lender_decides(harness: Harness, channel: Front) -> None:
    borrower = await newcomer(harness, channel)
    [offered] = succeeded(await borrower.get("/products"))["items"]
    assert offered["code"] == "PCL-ONLINE"
    assert not {"auto_authority_minor", "committee_over_minor", "notes", "reporting", "process_code"} & offered.keys()
    assert succeeded(await borrower.get("/products/PCL-ONLINE")) == offered
    assert refused(await borrower.get("/products/PCL-BRANCH")) == (404, "product-unknown")
    wordings = succeeded(await borrower.get("/consent-texts"))["items"]
    assert {w["form"] for w in wordings if w["source"] == "CREDIT_BUREAU"} == {"WRITTEN"}
    assert all(w["wording"] and w["purpose"] == "02" for w in wordings)


async def test_a_borrower_applies_signs_for_himself_and_takes_a_consent_back(harness: Harness, channel: Front) -> None:
    borrower = await registered(harness, channel)
    made = succeeded(await borrower.post("/applications", WISH))
    submitted = await sent(harness, ApplicationSubmitted)
    assert (submitted.customer_id, submitted.channel) == (borrower.id, "ONLINE")
    await harness.deliver(a_decision(made["id"]))
    path = f"/applications/{made['id']}"
    given = succeeded(await borrower.post(f"{path}/disclosure-deliveries"))
    await changed(harness, "update disclosure_deliveries set delivered_at = delivered_at - interval '10 seconds'")
    succeeded(await borrower.post(f"{path}/disclosure-confirmation", {"disclosure_hash": given["disclosure_hash"]}))
    signature = {"contract_hash": succeeded(await borrower.get(f"{path}/contract"))["hash"], "reference": "sms:1"}
    assert succeeded(await borrower.post(f"{path}/signature", signature))["contract_status"] == "SIGNED"
    listed = succeeded(await borrower.get("/consents"))["items"]
    assert {each["source"] for each in listed} == set(REQUIRED)
    ended = succeeded(await borrower.post(f"/consents/{listed[0]['id']}/withdrawal"))
    assert ended["withdrawn_at"] and not ended["in_force"]
    again = succeeded(await borrower.post("/consents", {"consents": [consent("IDENTITY")]}))
    assert [each["source"] for each in again["items"]] == ["IDENTITY"]


async def test_papers_are_judged_by_their_content_and_asked_for_again(harness: Harness, channel: Front) -> None:
    borrower = await registered(harness, channel)
    draft = succeeded(await borrower.post("/drafts", WISH))["id"]
    assert refused(await borrower.upload(draft, "INCOME_PROOF", b"MZ, a program", "image/png")) == (
        415,
        "document-type-unsupported",
    )
    succeeded(await borrower.upload(draft, "INCOME_PROOF", PNG, "image/png"))
    assert [d["kind"] for d in succeeded(await borrower.get(f"/applications/{draft}/documents"))["items"]] == [
        "INCOME_PROOF"
    ]
    assert succeeded(await borrower.get(f"/applications/{draft}/documents/reusable"))["items"] == []
    succeeded(await borrower.post(f"/applications/{draft}/submission"))
    now = harness.service.clock()
    asked = SupplementRequested(
        application_id=draft, case_id=case_id_of(borrower.id), document_kinds=["BANK_STATEMENT"],
        due_at=now + timedelta(days=5), requested_at=now,
    )  # fmt: skip
    await harness.deliver(asked)
    assert succeeded(await borrower.get(f"/applications/{draft}"))["supplement"]["kinds"] == ["BANK_STATEMENT"]
    succeeded(await borrower.upload(draft, "BANK_STATEMENT"))
    assert succeeded(await borrower.post(f"/applications/{draft}/supplements"))["status"] == "SUBMITTED"
    assert succeeded(await borrower.post(f"/applications/{draft}/withdrawal"))["status"] == "WITHDRAWN"


async def test_who_was_declined_asks_why_once(harness: Harness, channel: Front) -> None:
    borrower = await registered(harness, channel)
    made = succeeded(await borrower.post("/applications", WISH))
    await harness.deliver(a_decision(made["id"], outcome=Outcome.DECLINED))
    path = f"/applications/{made['id']}/reviews"
    asked = succeeded(await borrower.post(path, {"kind": "HUMAN_REVIEW", "statement": "逾期记录已更正"}))
    assert succeeded(await borrower.get(path))["items"] == [asked]
    assert (await sent(harness, ReviewRequested)).requested_by == str(borrower.id)
    assert refused(await borrower.post(path, {"kind": "HUMAN_REVIEW"})) == (409, "review-already-requested")


STRANGE: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/documents", None), ("GET", "/documents/reusable", None), ("GET", "/reviews", None),
    ("POST", "/submission", {}), ("POST", "/withdrawal", {}), ("POST", "/supplements", {}),
    ("POST", "/reviews", {"kind": "HUMAN_REVIEW"}),
)  # fmt: skip


@pytest.mark.parametrize(("method", "path", "body"), STRANGE)
async def test_nobody_reaches_another_borrowers_application(
    harness: Harness, channel: Front, method: str, path: str, body: Any
) -> None:
    borrower = await registered(harness, channel)
    made = succeeded(await borrower.post("/applications", WISH))
    other = await channel.register(1)
    stranger = Borrower(harness, other["id"])
    at = f"/applications/{made['id']}{path}"
    answer = await (stranger.get(at) if method == "GET" else stranger.post(at, body))
    assert refused(answer) == (404, "application-not-found")


async def test_nobody_uploads_to_or_takes_back_what_is_anothers(harness: Harness, channel: Front) -> None:
    borrower = await registered(harness, channel)
    draft = succeeded(await borrower.post("/drafts", WISH))["id"]
    stranger = Borrower(harness, (await channel.register(1))["id"])
    assert refused(await stranger.upload(draft, "INCOME_PROOF")) == (404, "application-not-found")
    [first, *_] = succeeded(await borrower.get("/consents"))["items"]
    assert refused(await stranger.post(f"/consents/{first['id']}/withdrawal")) == (404, "consent-not-found")
    assert succeeded(await borrower.get("/consents"))["items"][0]["in_force"]


def test_the_number_of_who_never_registered_is_not_kept_for_long() -> None:
    [rule] = [rule for rule in RULES if rule.record == "newcomer"]
    assert (rule.period, rule.unit) == (30, "day")
