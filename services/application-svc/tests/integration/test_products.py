"""Products: data with a form, in versions that follow each other."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from applicants import Front, an_application, pointers, refused, succeeded

from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness

INSTALMENT_FEE = {"code": "ACCOUNT", "name": "账户管理费", "party": "信流示范银行", "timing": "EVERY_INSTALMENT",
                  "amount_minor": 500}  # fmt: skip


@pytest.fixture
def administrator(harness: Harness) -> Front:
    """Who changes products."""
    return Front(harness, "system-administrator", subject="system-admin")


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
    harness: Harness, channel: Front, administrator: Front
) -> None:
    proposal = await next_version(administrator, max_amount_minor=10_000_000, auto_authority_minor=10_000_000)
    made = await administrator.post("/products", proposal)
    assert (made.status_code, made.json()["version"]) == (201, 2)
    today = succeeded(await channel.get("/products/PCL-ONLINE"))
    last_day = date.fromisoformat(proposal["valid_from"]) - timedelta(days=1)
    assert (today["version"], today["valid_to"]) == (1, last_day.isoformat())
    later = succeeded(await channel.get("/products/PCL-ONLINE", version=2))
    assert (later["max_amount_minor"], later["valid_from"]) == (10_000_000, proposal["valid_from"])
    customer = await channel.register(0)
    await channel.submit(customer["id"], amount_minor=20_000_000)
    told = [m for m in await harness.outbox(AuditRecorded) if m.action == "change_product"]
    assert [(m.subject_id, m.detail["version"]) for m in told] == [("PCL-ONLINE", "2")]


async def test_a_version_that_does_not_follow_is_refused(
    harness: Harness, channel: Front, administrator: Front
) -> None:
    good = await next_version(administrator)
    for changed, expected in (
        ({"version": 3}, (409, "product-version-conflict")),
        ({"valid_from": datetime.now(UTC).date().isoformat()}, (409, "product-version-conflict")),
        ({"code": "NEW-ONE"}, (409, "product-version-conflict")),
        ({"min_amount_minor": 30_000_000}, (422, "request-invalid")),
        ({"penalty_multiple": "1.6"}, (422, "request-invalid")),
        ({"misuse_multiple": "2.1"}, (422, "request-invalid")),
        ({"fees": [INSTALMENT_FEE]}, (422, "product-fee-not-charged")),
        ({"form": {"type": "objet"}}, (422, "request-invalid")),
        ({"form": {"$ref": "https://example.org/form.json"}}, (422, "product-form-invalid")),
        ({"form": {"$schema": "http://127.0.0.1:1/dialect"}}, (422, "request-invalid")),
        ({"form": {"type": "object", "description": "\x00"}}, (422, "request-invalid")),
    ):
        assert refused(await administrator.post("/products", good | changed)) == expected
    assert refused(await channel.post("/products", good)) == (403, "permission-missing")
    assert await harness.rows("select count(*) from product_versions") == [(3,)]
    succeeded(await administrator.post("/products", good))
    assert refused(await administrator.post("/products", good)) == (409, "product-version-conflict")


async def test_a_new_product_begins_with_version_one(channel: Front, administrator: Front) -> None:
    proposal = await next_version(administrator, code="PCL-SPRING", version=1)
    succeeded(await administrator.post("/products", proposal))
    customer = await channel.register(0)
    answer = await channel.post("/applications", an_application(customer["id"], product_code="PCL-SPRING"))
    assert refused(answer) == (409, "product-not-on-sale")


async def test_a_business_product_checks_the_code_of_the_business(manager: Front) -> None:
    customer = await manager.register(0)
    for source in ("TAX", "REGISTRY"):
        succeeded(await manager.post(
            f"/customers/{customer['id']}/consents",
            {"consents": [{"source": source, "valid_until": "2099-01-01T00:00:00Z"}]},
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
