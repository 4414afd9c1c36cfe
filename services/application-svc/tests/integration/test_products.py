"""Products: data with a form, in versions that follow each other."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from applicants import Front, a_decision, an_application, changed, confirm, pointers, refused, succeeded

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness, sent

INSTALMENT_FEE = {"code": "ACCOUNT", "name": "账户管理费", "party": "信流示范银行", "timing": "EVERY_INSTALMENT",
                  "amount_minor": 500}  # fmt: skip
DISBURSEMENT_FEE = {"code": "SERVICE", "name": "服务费", "party": "信流示范银行", "timing": "AT_DISBURSEMENT"}


@pytest.fixture
def proposer(harness: Harness) -> Front:
    """Who proposes products."""
    return Front(harness, "product-manager", subject="product")


@pytest.fixture
def approver(harness: Harness) -> Front:
    """The second person."""
    return Front(harness, "risk-officer", subject="risk")


async def brought_on_sale(proposer: Front, approver: Front, body: dict[str, Any]) -> dict[str, Any]:
    """A version that both persons want."""
    made = succeeded(await proposer.post("/products", body))
    return succeeded(await approver.post(f"/product-proposals/{made['id']}/approval"))


async def next_version(front: Front, **changed: Any) -> dict[str, Any]:
    """The version on sale as the next one's proposal, from the day after tomorrow on."""
    current = succeeded(await front.get("/products/PCL-ONLINE"))
    begins = datetime.now(UTC).date() + timedelta(days=2)
    return current | {"version": current["version"] + 1, "valid_from": begins.isoformat(), "valid_to": None} | changed


async def test_the_seeded_products_are_on_sale(channel: Front) -> None:
    listed = succeeded(await channel.get("/products"))["items"]
    assert [p["code"] for p in listed] == ["PCL-BRANCH", "PCL-ONLINE", "SMB-OWNER"]
    online = succeeded(await channel.get("/products/PCL-ONLINE"))
    assert (online["min_amount_minor"], online["max_amount_minor"]) == (500_000, 20_000_000)  # 0.5 to 20万
    assert online["form"]["type"] == "object"
    assert (online["required_documents"], online["forced_read_seconds"]) == ([], 0)  # the parameter's time is enough
    assert refused(await channel.get("/products/MTG")) == (404, "product-unknown")
    assert refused(await channel.get("/products/PCL-ONLINE", version=9)) == (404, "product-unknown")


async def test_a_new_version_follows_the_old_one_and_changes_nothing_before(
    harness: Harness, channel: Front, proposer: Front, approver: Front
) -> None:
    proposal = await next_version(proposer, max_amount_minor=10_000_000, auto_authority_minor=10_000_000)
    made = await proposer.post("/products", proposal)
    assert (made.status_code, made.json()["product"]["version"], made.json()["status"]) == (201, 2, "PROPOSED")
    assert refused(await channel.get("/products/PCL-ONLINE", version=2)) == (
        404,
        "product-unknown",
    )  # one is not enough
    path = f"/product-proposals/{made.json()['id']}"
    assert refused(await proposer.post(f"{path}/approval")) == (403, "maker-not-checker")
    assert refused(await proposer.post(f"{path}/rejection")) == (403, "maker-not-checker")
    approved = succeeded(await approver.post(f"{path}/approval", {"reason": "agreed"}))
    assert (approved["status"], approved["proposed_by"], approved["decided_by"]) == ("APPROVED", "product", "risk")
    assert refused(await approver.post(f"{path}/approval")) == (409, "product-proposal-decided")
    today = succeeded(await channel.get("/products/PCL-ONLINE"))
    last_day = date.fromisoformat(proposal["valid_from"]) - timedelta(days=1)
    assert (today["version"], today["valid_to"]) == (1, last_day.isoformat())
    later = succeeded(await channel.get("/products/PCL-ONLINE", version=2))
    assert (later["max_amount_minor"], later["valid_from"]) == (10_000_000, proposal["valid_from"])
    customer = await channel.register(0)
    await channel.submit(customer["id"], amount_minor=20_000_000)
    told = [m for m in await harness.outbox(AuditRecorded) if m.subject_type == "product"]
    assert [(m.action, m.detail["code"], m.detail["version"]) for m in told] == [
        ("propose_product", "PCL-ONLINE", "2"), ("approve_product", "PCL-ONLINE", "2"),
    ]  # fmt: skip
    auditor = Front(harness, "auditor", subject="auditor")
    history = succeeded(await auditor.get("/products/PCL-ONLINE/versions"))["items"]
    assert [(each["product"]["version"], each["added_by"]) for each in history] == [(1, "seed"), (2, "product, risk")]
    listed = succeeded(await auditor.get("/product-proposals", status="APPROVED"))["items"]
    assert [(each["id"], each["reason"]) for each in listed] == [(made.json()["id"], "agreed")]


async def test_a_proposal_is_rejected_by_another_or_withdrawn_by_its_own(
    harness: Harness, proposer: Front, approver: Front
) -> None:
    body = await next_version(proposer)
    first, second = [succeeded(await proposer.post("/products", body))["id"] for _ in range(2)]
    assert refused(await approver.post(f"/product-proposals/{first}/withdrawal")) == (403, "permission-missing")
    other = Front(harness, "product-manager", subject="product-2")
    assert refused(await other.post(f"/product-proposals/{first}/withdrawal")) == (403, "not-own-proposal")
    assert succeeded(await proposer.post(f"/product-proposals/{first}/withdrawal"))["status"] == "WITHDRAWN"
    assert succeeded(await other.post(f"/product-proposals/{second}/rejection"))["status"] == "REJECTED"
    for id in (first, second):
        assert refused(await other.post(f"/product-proposals/{id}/approval")) == (409, "product-proposal-decided")
    assert await harness.rows("select count(*) from product_versions") == [(3,)]


async def test_of_two_proposals_of_one_version_one_comes_on_sale(
    harness: Harness, proposer: Front, approver: Front
) -> None:
    body = await next_version(proposer)
    first, second = [succeeded(await proposer.post("/products", body))["id"] for _ in range(2)]
    answers = await asyncio.gather(*(approver.post(f"/product-proposals/{id}/approval") for id in (first, second)))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert await harness.rows("select count(*) from product_versions where version = 2") == [(1,)]


async def test_administrators_hold_no_products(harness: Harness, proposer: Front) -> None:
    body = await next_version(proposer)
    for role in ("system-administrator", "security-administrator", "audit-administrator", "process-designer"):
        admin = Front(harness, role, subject=role)
        assert refused(await admin.post("/products", body)) == (403, "permission-missing")
        assert refused(await admin.get("/products")) == (403, "permission-missing")
        assert refused(await admin.get("/product-proposals")) == (403, "permission-missing")


async def test_the_law_is_checked_again_at_the_approval(harness: Harness, proposer: Front, approver: Front) -> None:
    made = succeeded(await proposer.post("/products", await next_version(proposer)))
    await law(harness, "cap.court_financial", "20", "%")
    answer = await approver.post(f"/product-proposals/{made['id']}/approval")
    assert refused(answer) == (422, "product-unlawful")
    assert pointers(answer) == {"/max_total_annual_rate": "rate-above-cap"}


async def test_an_application_under_a_version_that_the_law_has_overtaken_gets_what_is_left(
    harness: Harness, channel: Front
) -> None:
    customer = await channel.register(0)
    await law(harness, "online.consumer.max.temp", "150000", "CNY")
    await law(harness, "cap.bank_assisted", "15", "%")
    answer = await channel.post("/applications", an_application(customer["id"], amount_minor=15_000_001))
    assert pointers(answer) == {"/amount_minor": "amount-out-of-range"}
    made = await channel.submit(customer["id"], amount_minor=15_000_000)
    told = await sent(harness, ApplicationSubmitted)
    assert (told.product_max_minor, told.max_annual_rate) == (15_000_000, Decimal("0.15"))
    await harness.deliver(a_decision(made["id"], annual_rate=Decimal("0.16")))
    assert refused(await channel.get(f"/applications/{made['id']}/offer")) == (404, "offer-not-found")
    await law(harness, "penalty.overdue_multiple_range", "1.00-1.20", "x")
    answer = await channel.post("/applications", an_application(customer["id"]))
    assert refused(answer) == (409, "product-unlawful")


async def test_an_offer_that_the_law_has_overtaken_is_not_signed(harness: Harness, channel: Front) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    await harness.deliver(a_decision(made["id"]))
    (line,) = succeeded(await channel.get("/applications", contract_status="DRAFTED"))["items"]
    path = f"/applications/{made['id']}"
    succeeded(await confirm(channel, path, line["disclosure_hash"]))
    await law(harness, "cap.court_financial", "11", "%")
    body = {"contract_hash": line["contract_hash"], "reference": "sms:1"}
    assert refused(await channel.post(f"{path}/signature", body)) == (409, "offer-unlawful")


async def law(harness: Harness, code: str, value: str, unit: str) -> None:
    """Another value since yesterday, and the service has read it."""
    await changed(
        harness,
        f"insert into parameters values ('{code}', '{value}', '{unit}', current_date - 1, null, 'a test', 'P', 'test')",
    )
    await harness.service.parameters.refresh()


async def test_a_version_that_does_not_follow_is_refused(
    harness: Harness, channel: Front, proposer: Front, approver: Front
) -> None:
    good = await next_version(proposer)
    for changes, expected in (
        ({"version": 3}, (409, "product-version-conflict")),
        ({"valid_from": datetime.now(UTC).date().isoformat()}, (409, "product-version-conflict")),
        ({"code": "NEW-ONE"}, (409, "product-version-conflict")),
        ({"min_amount_minor": 30_000_000}, (422, "request-invalid")),
        ({"penalty_multiple": "1.6"}, (422, "product-unlawful")),
        ({"misuse_multiple": "2.1"}, (422, "product-unlawful")),
        ({"max_total_annual_rate": "0.60"}, (422, "product-unlawful")),
        ({"max_amount_minor": 500_000_000}, (422, "product-unlawful")),
        ({"max_term_months": 360}, (422, "product-unlawful")),
        ({"methods": [{"method": "INTEREST_FIRST", "max_term_months": 36}]}, (422, "product-unlawful")),
        ({"max_total_annual_rate": "1e-999999999"}, (422, "request-invalid")),
        ({"max_total_annual_rate": "1e999999999"}, (422, "request-invalid")),
        ({"penalty_multiple": "1e-999999999"}, (422, "request-invalid")),
        ({"fees": [DISBURSEMENT_FEE | {"rate_of_principal": "1e-999999999"}]}, (422, "request-invalid")),
        ({"fees": [DISBURSEMENT_FEE | {"rate_of_principal": "0.02", "party": "x"}]}, (422, "product-fee-not-charged")),
        ({"fees": [INSTALMENT_FEE, INSTALMENT_FEE | {"party": "x"}]}, (422, "product-fee-not-charged")),
        ({"form": {"type": "objet"}}, (422, "request-invalid")),
        ({"form": {"$ref": "https://example.org/form.json"}}, (422, "product-form-invalid")),
        ({"form": {"$schema": "http://127.0.0.1:1/dialect"}}, (422, "request-invalid")),
        ({"form": {"type": "object", "description": "\x00"}}, (422, "request-invalid")),
    ):
        assert refused(await proposer.post("/products", good | changes)) == expected
    assert refused(await channel.post("/products", good)) == (403, "permission-missing")
    assert await harness.rows("select count(*) from product_versions") == [(3,)]
    await brought_on_sale(proposer, approver, good)
    assert refused(await proposer.post("/products", good)) == (409, "product-version-conflict")


async def test_a_new_product_begins_with_version_one(channel: Front, proposer: Front, approver: Front) -> None:
    await brought_on_sale(proposer, approver, await next_version(proposer, code="PCL-SPRING", version=1))
    customer = await channel.register(0)
    answer = await channel.post("/applications", an_application(customer["id"], product_code="PCL-SPRING"))
    assert refused(answer) == (409, "product-not-on-sale")


async def test_a_process_that_only_answers_requests_sees_what_another_has_brought_on_sale(
    replica: Harness, proposer: Front, approver: Front
) -> None:
    there = Front(replica, "channel")
    await brought_on_sale(proposer, approver, await next_version(proposer, code="PCL-SPRING", version=1))
    assert replica.service.mode == "api"
    assert refused(await there.get("/products/PCL-SPRING", version=1)) == (404, "product-unknown")
    await replica.a_period_passes()
    assert succeeded(await there.get("/products/PCL-SPRING", version=1))["code"] == "PCL-SPRING"


async def test_a_business_product_checks_the_code_of_the_business(manager: Front) -> None:
    customer = await manager.register(0)
    for source in ("TAX", "REGISTRY"):
        succeeded(await manager.post(
            f"/customers/{customer['id']}/consents",
            {"consents": [{"source": source}]},
        ))  # fmt: skip
    body = an_application(
        customer["id"], product_code="SMB-OWNER", purpose="INVENTORY",
        form={"uscc": "91990101MA0DEM0052", "monthly_income_minor": 3_000_000},
    )  # fmt: skip
    answer = await manager.post("/applications", body)
    assert pointers(answer) == {"/form/uscc": "form-invalid"}
    good = body | {"form": body["form"] | {"uscc": "91990101MA0DEM0051"}}
    draft = succeeded(await manager.post("/drafts", good))
    for kind in ("ID_FRONT", "ID_BACK", "BUSINESS_LICENCE", "BANK_STATEMENT"):
        assert (await manager.upload(draft["id"], kind)).status_code == 201
    succeeded(await manager.post(f"/applications/{draft['id']}/submission"))
    service = Front(manager.harness, "identity-reader")
    ids = {"ids": [customer["id"]], "purpose": "LOAN_APPROVAL"}
    (known,) = succeeded(await service.post("/customers/identities", ids))["items"]
    assert known["organisation_code"] == "91990101MA0DEM0051"


async def test_bounds_are_changed_by_two_persons_and_never_to_nonsense(
    harness: Harness, proposer: Front, approver: Front
) -> None:
    body = {
        "code": "disclosure.forced_read_seconds", "value": "15", "unit": "second", "valid_from": "2098-01-01",
        "source": "a test", "confidence": "P", "reason": "people read slowly",
    }  # fmt: skip
    change = succeeded(await proposer.post("/admin/parameter-changes", body))
    path = f"/admin/parameter-changes/{change['id']}/approval"
    assert refused(await proposer.post(path)) == (403, "second-person-required")
    administrator = Front(harness, "system-administrator", subject="system-admin")
    assert refused(await administrator.post(path)) == (403, "permission-missing")
    assert succeeded(await approver.post(path))["status"] == "APPROVED"
    for code, value, unit in (
        ("disclosure.forced_read_seconds", "0", "second"),
        ("disclosure.forced_read_seconds", "1e1", "second"),
        ("cap.court_financial", "60", "%"),
        ("institution.type", "PAWNSHOP", "code"),
        ("cap.small_loan_2027", "4*lpr_5y", "rule"),
        ("penalty.overdue_multiple_range", "1.50-1.30", "x"),
        ("penalty.overdue_multiple_range", "1.3", "x"),
        ("purpose.forbidden", "stocks", "codes"),
    ):
        answer = await proposer.post("/admin/parameter-changes", body | {"code": code, "value": value, "unit": unit})
        assert refused(answer) == (422, "parameter-value"), code


async def test_a_process_that_only_serves_requests_sees_what_another_has_brought_on_sale(
    harness: Harness, replica: Harness, proposer: Front, approver: Front
) -> None:
    assert replica.service.mode == "api"
    await brought_on_sale(proposer, approver, await next_version(proposer))
    elsewhere = Front(replica, "channel")
    assert refused(await elsewhere.get("/products/PCL-ONLINE", version=2)) == (404, "product-unknown")
    (fresh,) = [job for job in replica.service.own_jobs if job.name == "products"]
    assert fresh.period_s <= 60
    await fresh.take()
    assert succeeded(await elsewhere.get("/products/PCL-ONLINE", version=2))["version"] == 2
