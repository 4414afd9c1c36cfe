"""Contracts that a provider of signatures has signed, and faces: what the gateway fetches and brings."""

import hashlib
from base64 import b64encode
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from applicants import Front, refused, settings, succeeded
from pydantic import ValidationError
from test_contracts import Offered, offered

from application_svc.domain.products.product import Product
from application_svc.wiring import build
from loan_contracts.applications import ContractSigned
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness

__all__ = ["offered"]

FILE = b"%PDF-1.7 signed by both\n%%EOF\n"
SHA = hashlib.sha256(FILE).hexdigest()
PHOTO = b"\xff\xd8\xff\xe0 a face"


@pytest.fixture
async def harness(database: str, tmp_path: Path) -> AsyncIterator[Harness]:
    """A service whose borrowers sign with a provider."""
    told = settings(database, tmp_path).model_copy(update={"provider_signs": True})
    harness = await Harness(build(told, "api")).start()
    yield harness
    await harness.close()


@pytest.fixture
def gateway(harness: Harness) -> Front:
    return Front(harness, "identity-reader", subject="integration-gateway")


def signature(offered: Offered, **changes: str) -> dict[str, str]:
    content = b64encode(FILE).decode()
    return {"contract_hash": offered.contract_hash, "reference": "esign:38fe9cd1", "content": content} | changes


async def test_the_provider_s_file_signs_the_contract_and_is_kept_sealed(
    harness: Harness, gateway: Front, offered: Offered, tmp_path: Path
) -> None:
    path = f"{offered.path}/provider-signature"
    drafted = succeeded(await gateway.get(f"{offered.path}/contract-to-sign"))
    assert (drafted["open"], drafted["contract_hash"]) == (False, offered.contract_hash)
    assert refused(await gateway.post(path, signature(offered))) == (409, "disclosure-not-confirmed")
    succeeded(await offered.confirm())
    drafted = succeeded(await gateway.get(f"{offered.path}/contract-to-sign"))
    assert (drafted["open"], drafted["customer_id"]) == (True, offered.customer_id)
    assert drafted["content"]["principal_minor"] == 10_000_000
    assert refused(await offered.sign()) == (409, "provider-signs")  # not without the provider
    assert refused(await offered.channel.post(path, signature(offered)))[0] == 403
    assert refused(await gateway.post(path, signature(offered, contract_hash="0" * 64))) == (409, "contract-differs")
    not_a_file = b64encode(b"MZ\x90").decode()
    assert refused(await gateway.post(path, signature(offered, content=not_a_file)))[0] == 415
    succeeded(await gateway.post(path, signature(offered)))
    assert refused(await gateway.post(path, signature(offered))) == (409, "contract-already-signed")
    assert succeeded(await gateway.get(f"{offered.path}/contract-to-sign"))["open"] is False

    shown = succeeded(await offered.channel.get(f"{offered.path}/contract"))["signature"]
    assert (shown["method"], shown["reference"]) == ("ELECTRONIC", f"esign:38fe9cd1/{SHA}")
    [document] = [
        each
        for each in succeeded(await Front(harness, "auditor").get(f"{offered.path}/documents"))["items"]
        if each["kind"] == "SIGNED_CONTRACT"
    ]
    assert (document["sha256"], document["uploaded_by"]) == (SHA, "integration-gateway")
    stored = [each.read_bytes() for each in tmp_path.rglob(f"*{SHA}*") if each.is_file()]
    assert stored and not [each for each in stored if FILE in each]
    assert len(await harness.outbox(ContractSigned)) == 1


async def test_on_paper_a_contract_is_signed_at_a_branch_as_before(harness: Harness, offered: Offered) -> None:
    succeeded(await offered.confirm())
    body = {"contract_hash": offered.contract_hash, "method": "PAPER", "reference": "vault:7/12"}
    officer = Front(harness, "contract-officer", branch="310000-01", subject="officer")
    succeeded(await officer.post(f"{offered.path}/signature", body))


async def test_a_photo_is_shown_to_who_has_it_compared_and_each_look_is_recorded(
    harness: Harness, channel: Front, gateway: Front
) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update product_versions set content = jsonb_set(content::jsonb, '{accepted_documents}',"
            " (content::jsonb -> 'accepted_documents') || '[\"FACE_PHOTO\"]')::json"
        )
    for begin in harness.service.on_start:
        await begin()
    customer = await channel.register(0)
    draft = succeeded(await channel.post("/drafts", {
        "product_code": "PCL-ONLINE", "customer_id": customer["id"], "amount_minor": 5_000_000, "term_months": 12,
        "repayment_method": "EQUAL_INSTALMENT", "purpose": "DECORATION", "form": {},
    }))["id"]  # fmt: skip
    path = f"/applications/{draft}/documents/face-photo"
    assert refused(await gateway.get(path)) == (404, "face-photo-not-found")
    for content in (PHOTO + b"1", PHOTO + b"2"):
        succeeded(await channel.upload(draft, "FACE_PHOTO", content, "image/jpeg"))
    shown = await gateway.get(path)
    assert (shown.status_code, shown.content, shown.headers["content-type"]) == (200, PHOTO + b"2", "image/jpeg")
    assert refused(await channel.get(path))[0] == 403
    looks = [m for m in await harness.outbox(AuditRecorded) if m.action == "read_document"]
    assert [(look.detail["kind"]) for look in looks] == ["FACE_PHOTO"]


async def test_a_product_asks_for_faces_only_where_it_takes_photos_and_checks_identities(channel: Front) -> None:
    product = succeeded(await channel.get("/products/PCL-ONLINE"))
    asking = product | {"required_sources": [*product["required_sources"], "FACE"]}
    with pytest.raises(ValidationError, match="FACE_PHOTO"):
        Product.model_validate(asking)
    Product.model_validate(asking | {"accepted_documents": [*product["accepted_documents"], "FACE_PHOTO"]})
