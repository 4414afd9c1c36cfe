"""Applications: what is taken in, what is refused and leaves nothing behind, and what a front end can follow."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from applicants import (
    REQUIRED,
    SHANGHAI,
    SOURCES,
    Front,
    a_decision,
    a_disbursement,
    an_application,
    confirm,
    consent,
    pointers,
    refused,
    succeeded,
)
from sqlalchemy import event

from loan_contracts.applications import ApplicationSubmitted, ApplicationSupplemented, ApplicationWithdrawn
from loan_contracts.decisions import Outcome, SupplementRequested, TaskCreated, case_id_of
from loan_contracts.lending import LoanSettled
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Source
from loan_schedules.annuity import equal_instalment
from loan_servicekit.testing import Harness, Signer, sent


@contextmanager
def statements(harness: Harness) -> Iterator[list[str]]:
    """The SQL statements that the service executes meanwhile."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    event.listen(harness.service.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(harness.service.engine.sync_engine, "before_cursor_execute", note)


async def test_a_submitted_application_tells_the_process_all_it_needs_and_nothing_personal(
    harness: Harness, channel: Front
) -> None:
    customer = await channel.register(0)
    answer = await channel.post("/applications", an_application(customer["id"]))
    assert (answer.status_code, answer.headers["etag"]) == (202, '"1"')
    receipt = answer.json()
    assert receipt["status"] == "SUBMITTED"
    assert receipt["application_no"].startswith("AP20")
    told = await sent(harness, ApplicationSubmitted)
    assert (str(told.application_id), told.application_no) == (receipt["id"], receipt["application_no"])
    assert (told.branch, told.channel, told.process_code) == (SHANGHAI, "ONLINE", "personal-credit")
    assert (told.amount_minor, told.term_months, told.auto_authority_minor) == (10_000_000, 12, 20_000_000)
    assert told.consent_ids == {Source(c["source"]): UUID(c["id"]) for c in customer["consents"]}
    assert set(told.required_sources) == set(REQUIRED)
    assert told.optional_sources == [Source.SOCIAL_INSURANCE]
    assert told.declared.monthly_income_minor == 1_500_000
    assert len({told.person_token, told.mobile_token, told.card_token, told.device_token}) == 4
    shown = succeeded(await channel.get(f"/applications/{receipt['id']}"))
    assert (shown["status"], shown["product_version"], shown["form"]["dependents"]) == ("SUBMITTED", 1, 1)
    assert "device-1" not in str(await harness.rows("select value from outbox")) + str(shown)


BAD = [
    ({"amount_minor": 499_999}, "application-invalid", {"/amount_minor": "amount-out-of-range"}, "500000 and 20000000"),
    ({"amount_minor": 20_000_001}, "application-invalid", {"/amount_minor": "amount-out-of-range"}, "500000 and 20000000"),
    ({"term_months": 37}, "application-invalid", {"/term_months": "term-out-of-range"}, "3 and 36"),
    ({"purpose": "STOCKS"}, "application-invalid", {"/purpose": "purpose-not-allowed"}, "DECORATION"),
    ({"repayment_method": "EQUAL_PRINCIPAL"}, "application-invalid",
     {"/repayment_method": "repayment-method-not-offered"}, "EQUAL_INSTALMENT"),
    ({"repayment_method": "INTEREST_FIRST", "term_months": 24}, "application-invalid",
     {"/repayment_method": "repayment-method-term"}, "12 months"),
    ({"form": {"dependents": "two", "pets": 1}}, "application-invalid",
     {"/form": "form-invalid", "/form/dependents": "form-invalid"}, "dependents and nothing else"),
    ({"amount_minor": "10000000"}, "request-invalid", {"/amount_minor": "int_type"}, ""),
    ({"amount_minor": 1.5}, "request-invalid", {"/amount_minor": "int_type"}, ""),
    ({"amount_minor": True}, "request-invalid", {"/amount_minor": "int_type"}, ""),
    ({"amount_minor": 10**400}, "request-invalid", {"/amount_minor": "less_than_equal"}, ""),
    ({"customer_id": "me"}, "request-invalid", {"/customer_id": "uuid_parsing"}, ""),
    ({"repayment_method": "LATER"}, "request-invalid", {"/repayment_method": "enum"}, "EQUAL_INSTALMENT"),
    ({"colour": "red"}, "request-invalid", {"/colour": "extra_forbidden"}, ""),
    ({"form": {"monthly_income_minor": 10**30}}, "request-invalid", {"/form": "value_error"}, "numbers lie between"),
    ({"form": {"employment": "\x00"}}, "request-invalid", {"/form": "value_error"}, "NUL"),
    ({"form": {"employment": "\ud800"}}, "request-invalid", {"/form": "value_error"}, "surrogate"),
    ({"device_id": "a\x00"}, "request-invalid", {"/device_id": "string_pattern_mismatch"}, ""),
]  # fmt: skip


async def burdens(harness: Harness) -> list[int]:
    """What the submissions have told of the instalments of the customer's other loans, in order."""
    return [told.own_debt_service_minor for told in await harness.outbox(ApplicationSubmitted)]


async def exposures(harness: Harness) -> list[int]:
    """What the submissions have told of the customer's other applications, in order."""
    return [told.own_exposure_minor for told in await harness.outbox(ApplicationSubmitted)]


async def test_what_the_customer_has_from_us_already_is_told_with_each_application(
    harness: Harness, channel: Front
) -> None:
    """R-2.5a caps online consumption credit at 200,000 yuan for a borrower, not for a loan."""
    customer, other = await channel.register(0), await channel.register(1)
    most = {"amount_minor": 20_000_000}
    succeeded(await channel.post("/drafts", an_application(customer["id"], **most)))  # asks for nothing yet
    first = await channel.submit(customer["id"], **most)
    second = await channel.submit(customer["id"], amount_minor=5_000_000)
    await channel.submit(other["id"], **most)
    assert await exposures(harness) == [0, 20_000_000, 0]

    await harness.deliver(
        a_decision(first["id"], Outcome.CONDITIONAL, amount_minor=8_000_000), a_decision(second["id"], Outcome.DECLINED)
    )
    third = await channel.submit(customer["id"])
    succeeded(await channel.post(f"/applications/{third['id']}/withdrawal"))
    await channel.submit(customer["id"], **most)
    assert (await exposures(harness))[3:] == [8_000_000, 8_000_000]  # the offer's principal; nothing of what has ended
    told = await harness.outbox(ApplicationSubmitted)
    assert [t.own_online_consumer_minor for t in told] == [t.own_exposure_minor for t in told]


async def test_what_the_customers_loans_cost_him_a_month_is_told_with_each_application(
    harness: Harness, channel: Front
) -> None:
    """domain.md R-11.1: a credit report that is used again knows nothing of what was approved here since."""
    customer = await channel.register(0)
    first = await channel.submit(customer["id"], amount_minor=12_000_000, term_months=24)
    await channel.submit(customer["id"])
    await harness.deliver(
        a_decision(
            first["id"], Outcome.CONDITIONAL, amount_minor=10_000_000, term_months=24, annual_rate=Decimal("0.06")
        )
    )
    await channel.submit(customer["id"], amount_minor=500_000)
    asked, offered = (
        equal_instalment(12_000_000, Decimal("0.24"), 24),
        equal_instalment(10_000_000, Decimal("0.06"), 24),
    )
    second = equal_instalment(10_000_000, Decimal("0.24"), 12)
    assert await burdens(harness) == [0, asked, offered + second]


async def test_offline_and_business_loans_leave_the_cap_of_online_consumption_credit_alone(
    harness: Harness, manager: Front
) -> None:
    """domain.md R-2.5a binds one kind of credit; R-11.6 counts all kinds without security."""
    customer = await manager.register(0)
    branch_form = {"employment": "EMPLOYED", "monthly_income_minor": 1_500_000}
    draft = succeeded(await manager.post("/drafts", an_application(
        customer["id"], product_code="PCL-BRANCH", amount_minor=15_000_000, form=branch_form)))  # fmt: skip
    for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF"):
        succeeded(await manager.upload(draft["id"], kind))
    succeeded(await manager.post(f"/applications/{draft['id']}/submission"))
    await manager.submit(customer["id"], amount_minor=500_000)
    told = (await harness.outbox(ApplicationSubmitted))[-1]
    assert (told.own_exposure_minor, told.own_online_consumer_minor) == (15_000_000, 0)
    assert told.own_debt_service_minor == equal_instalment(15_000_000, Decimal("0.24"), 12)


async def test_a_loan_counts_until_it_is_settled_and_an_approval_without_an_offer_not_at_all(
    harness: Harness, channel: Front
) -> None:
    customer = await channel.register(0)
    too_dear = await channel.submit(customer["id"])
    await harness.deliver(a_decision(too_dear["id"]))
    async with harness.service.engine.begin() as connection:  # as where its fees had made it too dear
        await connection.exec_driver_sql("update applications set offer = null, contract_status = null")
    await channel.consents(customer["id"])
    made = await channel.submit(customer["id"])
    await harness.deliver(a_decision(made["id"]))
    (line,) = succeeded(await channel.get("/applications", contract_status="DRAFTED"))["items"]
    succeeded(await confirm(channel, f"/applications/{made['id']}", line["disclosure_hash"]))
    signature = {"contract_hash": line["contract_hash"], "reference": "sms:1"}
    succeeded(await channel.post(f"/applications/{made['id']}/signature", signature))
    loan = a_disbursement(made["id"], customer["id"])
    await harness.deliver(loan)
    await channel.consents(customer["id"])
    await channel.submit(customer["id"])
    await harness.deliver(
        LoanSettled(loan_id=loan.loan_id, application_id=loan.application_id, settled_on=loan.maturity_date)
    )
    await channel.submit(customer["id"])
    assert await exposures(harness) == [0, 0, 10_000_000, 10_000_000]  # the last one: the third, undecided


async def test_applications_of_one_customer_in_one_batch_know_of_each_other(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0)
    body = an_application(customer["id"], amount_minor=20_000_000)
    refusable = an_application(customer["id"], amount_minor=1)
    with statements(harness) as seen:
        answers = await asyncio.gather(*(channel.post("/applications", each) for each in (body, body, refusable, body)))
    assert sorted(answer.status_code for answer in answers) == [202, 202, 202, 422]
    assert sum("insert into outbox" in statement for statement in seen) < 3
    assert await exposures(harness) == [0, 20_000_000, 40_000_000]


@pytest.mark.parametrize(("changed", "code", "wrong", "allowed"), BAD)
async def test_bad_input_is_refused_with_its_place_and_what_is_allowed(
    harness: Harness, channel: Front, changed: dict[str, Any], code: str, wrong: dict[str, str], allowed: str
) -> None:
    customer = await channel.register(0, consents=[])
    await channel.post(f"/customers/{customer['id']}/consents",
                       {"consents": [consent(s) for s in SOURCES]})  # fmt: skip
    body = an_application(customer["id"]) | changed
    raw = json.dumps(body)  # as ASCII, so that odd characters travel as escapes
    headers = channel.headers(**{"Content-Type": "application/json"})
    answer = await harness.client.post("/v1/applications", content=raw, headers=headers)
    assert refused(answer) == (422, code)
    assert pointers(answer) == wrong
    assert allowed in answer.json()["detail"]
    assert await harness.rows("select count(*) from applications") == [(0,)]
    assert await harness.outbox(ApplicationSubmitted) == []


@pytest.mark.parametrize("written", ["5e6", "5000000.0", "5E+6", "0.0", "-0.0"])
async def test_a_whole_number_of_the_form_is_written_as_one(harness: Harness, channel: Front, written: str) -> None:
    customer = await channel.register(0)
    body = an_application(customer["id"])
    raw = json.dumps(body | {"form": body["form"] | {"monthly_income_minor": "@"}}).replace('"@"', written)
    headers = channel.headers(**{"Content-Type": "application/json"})
    answer = await harness.client.post("/v1/applications", content=raw, headers=headers)
    assert refused(answer) == (422, "application-invalid")
    assert list(pointers(answer)) == ["/form/monthly_income_minor"]
    assert await harness.rows("select count(*) from applications") == [(0,)]


async def test_malformed_json_is_a_400(harness: Harness, channel: Front) -> None:
    headers = channel.headers(**{"Content-Type": "application/json"})
    answer = await harness.client.post("/v1/applications", content=b'{"amount', headers=headers)
    assert refused(answer) == (400, "json-malformed")


async def test_unknown_things_are_named(channel: Front) -> None:
    customer = await channel.register(0)
    for changed, code in (
        ({"product_code": "MTG"}, "product-unknown"),
        ({"customer_id": str(uuid4())}, "customer-not-found"),
    ):
        answer = await channel.post("/applications", an_application(customer["id"]) | changed)
        assert refused(answer) == (404, code)
    assert refused(await channel.get(f"/applications/{uuid4()}")) == (404, "application-not-found")


async def test_without_every_consent_nothing_is_submitted(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0, consents=[])
    answer = await channel.post("/applications", an_application(customer["id"]))
    assert refused(answer) == (422, "consent-missing")
    assert pointers(answer) == {f"/consents/{source}": "consent-missing" for source in REQUIRED}
    assert await harness.rows("select count(*) from applications") == [(0,)]


async def test_a_source_that_is_not_required_needs_no_consent(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0, consents=[consent(source) for source in REQUIRED])
    await channel.submit(customer["id"])
    assert (await sent(harness, ApplicationSubmitted)).consent_ids.keys() == {Source(source) for source in REQUIRED}


async def test_without_its_documents_nothing_is_submitted(harness: Harness, manager: Front) -> None:
    customer = await manager.register(0)
    body = an_application(customer["id"], product_code="PCL-BRANCH")
    answer = await manager.post("/applications", body)
    assert refused(answer) == (422, "documents-missing")
    assert pointers(answer) == {f"/documents/{k}": "documents-missing" for k in ("ID_FRONT", "ID_BACK", "INCOME_PROOF")}
    assert await harness.rows("select count(*) from applications") == [(0,)]


@pytest.mark.parametrize("path", ["/applications", "/drafts"])
@pytest.mark.parametrize(
    ("product", "channel", "taken"),
    [("PCL-BRANCH", "ONLINE", False), ("PCL-BRANCH", "PARTNER", False), ("PCL-BRANCH", "OFFLINE", True),
     ("PCL-ONLINE", "ONLINE", True), ("PCL-ONLINE", "PARTNER", True), ("PCL-ONLINE", "OFFLINE", True)],
)  # fmt: skip
async def test_what_is_sold_at_branches_alone_is_not_sold_over_the_internet(
    manager: Front, path: str, product: str, channel: str, taken: bool
) -> None:
    """It would escape the caps of R-2.5a there."""
    customer = await manager.register(0)
    answer = await manager.post(path, an_application(customer["id"], product_code=product, channel=channel))
    assert (
        pointers(answer).get("/channel") is None if "errors" in answer.json() else answer.status_code < 300
    ) is taken


async def test_a_draft_is_submitted_when_its_documents_are_there(
    harness: Harness, manager: Front, stranger: Front
) -> None:
    customer = await manager.register(0)
    draft = await manager.post("/drafts", an_application(customer["id"], product_code="PCL-BRANCH"))
    assert draft.status_code == 201
    id = draft.json()["id"]
    answer = await manager.post(f"/applications/{id}/submission")
    assert refused(answer) == (422, "documents-missing")
    for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF"):
        assert (await manager.upload(id, kind)).status_code == 201
    assert refused(await stranger.post(f"/applications/{id}/submission")) == (403, "other-branch")
    assert succeeded(await manager.post(f"/applications/{id}/submission"))["status"] == "SUBMITTED"
    told = await sent(harness, ApplicationSubmitted)
    assert (str(told.application_id), told.channel, told.submitted_by) == (id, "OFFLINE", "manager")
    assert refused(await manager.post(f"/applications/{id}/submission")) == (409, "application-not-editable")


async def test_the_customer_of_another_branch_is_out_of_reach(
    harness: Harness, manager: Front, stranger: Front
) -> None:
    customer = await manager.register(0)
    answer = await stranger.post("/applications", an_application(customer["id"]))
    assert refused(answer) == (403, "other-branch")
    made = await manager.submit(customer["id"])
    for path in ("", "/documents", "/offer", "/contract"):
        assert refused(await stranger.get(f"/applications/{made['id']}{path}")) == (403, "other-branch")
    answer = await stranger.post(f"/applications/{made['id']}/withdrawal")
    assert refused(answer) == (403, "other-branch")
    assert succeeded(await stranger.get("/applications"))["items"] == []
    assert succeeded(await stranger.post("/applications/statuses", {"ids": [made["id"]]}))["items"] == []
    assert len(await harness.outbox(ApplicationSubmitted)) == 1


async def test_tokens_must_be_ours_and_in_time(harness: Harness, channel: Front) -> None:
    body = an_application(str(uuid4()))
    for headers, expected in (
        ({}, (401, "token-missing")),
        (harness.signer.headers("channel", expires_in=-60), (401, "token-expired")),
        (harness.signer.headers("finance"), (403, "permission-missing")),
    ):
        assert refused(await harness.client.post("/v1/applications", json=body, headers=headers)) == expected
    foreign = Signer().headers("channel")  # signed by somebody else under the same key id
    answer = await harness.client.post("/v1/applications", json=body, headers=foreign)
    assert refused(answer) == (401, "token-invalid")


async def test_an_expired_identity_document_carries_no_application(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0, id_expires_on="2099-01-01")
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update customers set id_expires_on = '2026-01-01'")
    answer = await channel.post("/applications", an_application(customer["id"]))
    assert refused(answer) == (409, "identity-document-expired")


async def test_the_same_key_submits_once_whatever_the_hurry(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0)
    body = an_application(customer["id"])
    key = str(uuid4())
    answers = await asyncio.gather(*(channel.post("/applications", body, Idempotency_Key=key) for _ in range(5)))
    assert {answer.json()["id"] for answer in answers} == {answers[0].json()["id"]}
    assert sum("idempotent-replayed" in answer.headers for answer in answers) == 4
    assert len(await harness.outbox(ApplicationSubmitted)) == 1
    other = await channel.post("/applications", body | {"amount_minor": 600_000}, Idempotency_Key=key)
    assert refused(other) == (422, "idempotency-key-reused")


async def test_a_batch_of_any_size_costs_three_statements(harness: Harness, channel: Front) -> None:
    customers = [await channel.register(who) for who in range(3)]
    with statements(harness) as seen:
        answers = await asyncio.gather(*(
            channel.post("/applications", an_application(customers[n % 3]["id"])) for n in range(12)
        ))  # fmt: skip
    assert {answer.status_code for answer in answers} == {202}
    batches = sum("insert into outbox" in statement for statement in seen)
    assert batches < 12
    assert len(seen) == 3 * batches  # locks, customers with consents, and all that is written


async def test_pages_go_newest_first_and_filters_hold(harness: Harness, channel: Front, manager: Front) -> None:
    first, second = await channel.register(0), await channel.register(1, branch="440300-01")
    made = [await channel.submit(c["id"]) for c in (first, second, first, first, second)]
    await harness.deliver(a_decision(made[0]["id"]), a_decision(made[2]["id"], Outcome.DECLINED))
    newest_first = [m["id"] for m in reversed(made)]
    seen, cursor = [], None
    while True:
        page = succeeded(await channel.get("/applications", limit=2, **({"cursor": cursor} if cursor else {})))
        seen += [line["id"] for line in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == newest_first

    async def ids(front: Front, **query: str) -> list[str]:
        return [line["id"] for line in succeeded(await front.get("/applications", **query))["items"]]

    assert await ids(manager) == [made[3]["id"], made[2]["id"], made[0]["id"]]
    assert await ids(channel, customer_id=second["id"]) == [made[4]["id"], made[1]["id"]]
    assert await ids(channel, status="DECLINED") == [made[2]["id"]]
    assert await ids(channel, status="APPROVED", contract_status="DRAFTED", product="PCL-ONLINE") == [made[0]["id"]]
    assert await ids(channel, product="SMB-OWNER") == []
    assert refused(await channel.get("/applications", cursor="nonsense")) == (422, "cursor-invalid")
    assert refused(await channel.get("/applications", status="LOST")) == (422, "request-invalid")

    states = succeeded(
        await channel.post("/applications/statuses", {"ids": [made[0]["id"], made[1]["id"], str(uuid4())]})
    )
    assert {line["id"]: line["status"] for line in states["items"]} == {
        made[0]["id"]: "APPROVED", made[1]["id"]: "SUBMITTED",
    }  # fmt: skip


async def test_an_act_on_a_changed_application_is_refused_where_the_caller_names_what_he_saw(
    harness: Harness, channel: Front
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    path = f"/applications/{made['id']}"
    etag = (await channel.get(path)).headers["etag"]
    await harness.deliver(a_decision(made["id"]))
    answer = await channel.post(f"{path}/withdrawal", {"reason": "CHANGED_MIND"}, If_Match=etag)
    assert refused(answer) == (412, "precondition-failed")
    assert succeeded(await channel.get(path))["status"] == "APPROVED"
    now = (await channel.get(path)).headers["etag"]
    assert (
        succeeded(await channel.post(f"{path}/withdrawal", {"reason": "CHANGED_MIND"}, If_Match=now))["status"]
        == "WITHDRAWN"
    )


async def test_a_withdrawn_application_ends_and_takes_no_decision(harness: Harness, channel: Front) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    ended = succeeded(await channel.post(f"/applications/{made['id']}/withdrawal", {"reason": "CHANGED_MIND"}))
    assert ended["status"] == "WITHDRAWN"
    assert (await sent(harness, ApplicationWithdrawn)).reason == "CHANGED_MIND"
    outcomes = await harness.deliver(a_decision(made["id"]))
    assert outcomes[0].code == "application-not-in-process"
    answer = await channel.post(f"/applications/{made['id']}/withdrawal")
    assert refused(answer) == (409, "application-not-withdrawable")


async def test_a_withdrawn_draft_is_recorded_and_told_to_nobody(harness: Harness, manager: Front) -> None:
    customer = await manager.register(0)
    draft = succeeded(await manager.post("/drafts", an_application(customer["id"], product_code="PCL-BRANCH")))
    ended = succeeded(await manager.post(f"/applications/{draft['id']}/withdrawal", {"reason": "CHANGED_MIND"}))
    assert ended["status"] == "WITHDRAWN"
    assert await harness.outbox(ApplicationWithdrawn) == []
    told = [m for m in await harness.outbox(AuditRecorded) if m.action == "withdraw_draft"]
    assert [(str(m.application_id), m.detail) for m in told] == [(draft["id"], {"reason": "CHANGED_MIND"})]


async def test_a_customer_without_a_card_may_draft_and_not_submit(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0, card_number=None)
    answer = await channel.post("/applications", an_application(customer["id"]))
    assert refused(answer) == (422, "card-missing")
    assert pointers(answer) == {"/customer_id": "card-missing"}
    assert "/details" in answer.json()["detail"]
    assert await harness.rows("select count(*) from applications") == [(0,)]
    draft = succeeded(await channel.post("/drafts", an_application(customer["id"])))
    assert refused(await channel.post(f"/applications/{draft['id']}/submission")) == (422, "card-missing")
    succeeded(await channel.post(f"/customers/{customer['id']}/details", {"card_number": "6209990000000000011"}))
    assert succeeded(await channel.post(f"/applications/{draft['id']}/submission"))["status"] == "SUBMITTED"


def a_task(application_id: str, role: str = "approver") -> TaskCreated:
    """A person of a role is to work on the application's case."""
    stage = "committee_review" if role == "committee-member" else "manual_review"
    return TaskCreated(case_id=case_id_of(UUID(application_id)), application_id=UUID(application_id),
                       task_id=uuid4(), stage=stage, role=role, branch=SHANGHAI, amount_minor=10_000_000, due_at=datetime(2099, 1, 1, tzinfo=UTC))  # fmt: skip


async def test_an_application_shows_with_whom_it_is_until_it_is_decided(harness: Harness, channel: Front) -> None:
    made = await channel.submit((await channel.register(0))["id"])

    async def states() -> dict[str, list[str]]:
        pages = {
            state: await channel.get("/applications", status=state) for state in ("SUBMITTED", "REVIEW", "APPROVAL")
        }
        return {state: [line["id"] for line in succeeded(page)["items"]] for state, page in pages.items()}

    assert await states() == {"SUBMITTED": [made["id"]], "REVIEW": [], "APPROVAL": []}
    await harness.deliver(a_task(made["id"]))
    assert await states() == {"SUBMITTED": [], "REVIEW": [made["id"]], "APPROVAL": []}
    await harness.deliver(a_task(made["id"], "committee-member"))
    assert await states() == {"SUBMITTED": [], "REVIEW": [], "APPROVAL": [made["id"]]}
    await harness.deliver(a_decision(made["id"]))
    before = await harness.rows("select version from applications")
    late = await harness.deliver(a_task(made["id"]))
    assert late[0].code == "application-not-in-process"
    # a task about the loan that came of it (another case) leaves it as it is, and is no mistake
    about_the_loan = await harness.deliver(a_task(made["id"]).model_copy(update={"case_id": uuid4()}))
    assert not isinstance(about_the_loan[0], Exception)
    assert await harness.rows("select status, version from applications") == [("APPROVED", *before[0])]
    assert await harness.rows("select count(*) from dead_letters") == [(0,)]


@pytest.mark.parametrize("role", ["approver", "committee-member"])
async def test_an_application_that_is_with_a_person_can_be_withdrawn(
    harness: Harness, channel: Front, role: str
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    await harness.deliver(a_task(made["id"], role))
    ended = succeeded(await channel.post(f"/applications/{made['id']}/withdrawal", {"reason": "CHANGED_MIND"}))
    assert ended["status"] == "WITHDRAWN"
    assert (await sent(harness, ApplicationWithdrawn)).reason == "CHANGED_MIND"


async def test_documents_that_a_reviewer_asks_for_are_supplied_and_the_case_goes_on(
    harness: Harness, channel: Front
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    path = f"/applications/{made['id']}"
    assert refused(await channel.upload(made["id"], "INCOME_PROOF")) == (409, "application-not-editable")
    request = {"application_id": made["id"], "case_id": uuid4(), "document_kinds": ["INCOME_PROOF"],
               "due_at": "2099-01-01T00:00:00Z"}  # fmt: skip
    await harness.deliver(a_task(made["id"]))
    await harness.deliver(SupplementRequested(**request | {"document_kinds": ["BANK_STATEMENT"]}))
    late = await harness.deliver(a_task(made["id"]))
    assert late[0].code == "supplement-awaited"
    await harness.deliver(SupplementRequested(**request))  # a second request takes the place of the first
    shown = succeeded(await channel.get(path))
    assert (shown["status"], shown["supplement"]["kinds"]) == ("SUPPLEMENT", ["INCOME_PROOF"])

    assert pointers(await channel.post(f"{path}/supplements")) == {"/documents/INCOME_PROOF": "documents-missing"}
    assert (await channel.upload(made["id"], "INCOME_PROOF")).status_code == 201
    assert succeeded(await channel.post(f"{path}/supplements"))["status"] == "SUBMITTED"
    assert (await sent(harness, ApplicationSupplemented)).document_kinds == ["INCOME_PROOF"]

    unknown = await harness.deliver(SupplementRequested(**request | {"document_kinds": ["PHOTO"]}))
    assert unknown[0].code == "document-kind-unknown"


async def test_a_message_about_an_application_that_is_not_there_yet_is_tried_again(harness: Harness) -> None:
    await harness.deliver(a_decision(str(uuid4())), twice=False)
    assert await harness.rows("select state, reason from dead_letters") == [("RETRYING", "application-not-found")]


async def test_malformed_messages_and_unknown_versions_are_dead_letters_and_their_neighbours_are_handled(
    harness: Harness, channel: Front
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    good, malformed, newer = (harness.record(a_decision(made["id"])) for _ in range(3))
    object.__setattr__(malformed, "value", b'{"application_id": "no"}')
    headers = [(name, b"xinliu:decision.made:2" if name == "ce_dataschema" else value) for name, value in newer.headers]
    object.__setattr__(newer, "headers", headers)
    await harness.worker.handle([malformed, newer, good])
    letters = await harness.rows("select reason, state from dead_letters order by reason")
    assert letters == [("envelope-invalid", "DEAD"), ("message-invalid", "DEAD")]
    assert succeeded(await channel.get(f"/applications/{made['id']}"))["status"] == "APPROVED"


async def test_every_operation_asks_for_a_permission(harness: Harness) -> None:
    nobody = harness.signer.headers("visitor")
    for template, operations in harness.app.openapi()["paths"].items():
        path = template.replace("{code}", "PCL-ONLINE")
        while "{" in path:
            path = path[: path.index("{")] + str(uuid4()) + path[path.index("}") + 1 :]
        for method in operations:
            body = {} if method == "post" else None
            answer = await harness.client.request(method, path, json=body, headers=nobody)
            assert refused(answer) == (403, "permission-missing"), f"{method} {template}"
