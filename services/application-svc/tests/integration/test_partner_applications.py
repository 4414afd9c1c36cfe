"""Applications that partners bring: entered by the gateway alone, and another partner's are not there."""

import base64
import json
from typing import Any
from uuid import uuid4

import httpx
from applicants import PEOPLE, SOURCES, Front, an_application, consent, refused, succeeded

from loan_contracts.applications import ApplicationSubmitted, ApplicationWithdrawn
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness, sent


def gateway(harness: Harness) -> Front:
    return Front(harness, "identity-reader", subject="integration-gateway")


def brought(partner: str, who: int = 0, **changed: Any) -> dict[str, Any]:
    wish = {name: value for name, value in an_application("").items() if name != "customer_id"}
    applicant = PEOPLE[who] | {"consents": [consent(source) for source in SOURCES]}
    return wish | {"application_id": str(uuid4()), "partner_id": partner, "applicant": applicant} | changed


async def test_a_partners_application_is_submitted_in_its_name_and_withdrawn_by_it_alone(harness: Harness) -> None:
    partner, front = str(uuid4()), gateway(harness)
    body = brought(partner)
    made = succeeded(await front.post("/partner-applications", body, Idempotency_Key="k-1"))
    again = succeeded(await front.post("/partner-applications", body, Idempotency_Key="k-1"))
    assert made == again and made["id"] == body["application_id"] and made["status"] == "SUBMITTED"
    assert refused(await front.post("/partner-applications", body, Idempotency_Key="k-2")) == (
        409,
        "application-exists",
    )
    told: ApplicationSubmitted = await sent(harness, ApplicationSubmitted)
    assert (told.channel, told.submitted_by, told.made_by) == ("PARTNER", f"partner/{partner}", [f"partner/{partner}"])
    path = f"/partner-applications/{made['id']}/withdrawal"
    assert refused(await front.post(path, {"partner_id": str(uuid4())})) == (404, "application-not-found")
    assert succeeded(await front.post(path, {"partner_id": partner}))["status"] == "WITHDRAWN"
    await sent(harness, ApplicationWithdrawn)


async def test_nobody_but_the_gateway_enters_them(harness: Harness) -> None:
    for role in ("channel", "customer-manager", "borrower", "partner", "service"):
        answer: httpx.Response = await Front(harness, role).post("/partner-applications", brought(str(uuid4())))
        assert refused(answer) == (403, "permission-missing"), role
    reads = await gateway(harness).get("/applications")
    assert refused(reads) == (403, "permission-missing")


async def test_a_hit_needs_both_numbers_of_one_customer_and_is_recorded(harness: Harness, channel: Front) -> None:
    await channel.register(0)
    partner, front = str(uuid4()), gateway(harness)
    asked = [(0, 0, True), (0, 1, False), (1, 1, False), (1, 0, False)]
    for person, mobile, hit in asked:
        body = {"partner_id": partner, "identity_number": PEOPLE[person]["identity_number"],
                "mobile": PEOPLE[mobile]["mobile"]}  # fmt: skip
        assert succeeded(await front.post("/partner-checks", body)) == {"hit": hit}
    acts = [each for each in await harness.outbox(AuditRecorded) if each.action == "check_known"]
    assert [each.detail["hit"] for each in acts] == ["true", "false", "false", "false"]
    assert {each.subject_id for each in acts} == {partner}
    assert len(await harness.rows("select id from customers")) == 1


def paper(kind: str, content: bytes = b"%PDF-1.7 an invented paper") -> dict[str, str]:
    return {"kind": kind, "content": base64.b64encode(content).decode()}


async def test_papers_come_with_it_and_their_content_decides_what_they_are(harness: Harness) -> None:
    partner, front = str(uuid4()), gateway(harness)
    papers = [paper("INCOME_PROOF"), paper("ID_FRONT", b"\x89PNG\r\n\x1a\n" + bytes(40))]
    made = succeeded(await front.post("/partner-applications", brought(partner, documents=papers)))
    [(kept,)] = await harness.rows("select documents::text from applications")
    assert made["status"] == "SUBMITTED"
    assert [(each["kind"], each["media_type"]) for each in json.loads(kept)] == [
        ("INCOME_PROOF", "application/pdf"), ("ID_FRONT", "image/png")]  # fmt: skip
    for bad, answer in (
        (paper("INCOME_PROOF", b"MZ a program"), (415, "document-type-unsupported")),
        ({"kind": "INCOME_PROOF", "content": "A"}, (422, "document-encoding-invalid")),
    ):
        body = brought(partner, 1, documents=[bad])
        assert refused(await front.post("/partner-applications", body)) == answer
    path = f"/partner-applications/{made['id']}"
    late = await front.post(f"{path}/documents", paper("INCOME_PROOF") | {"partner_id": partner})
    assert refused(late) == (409, "application-not-editable"), "nothing was asked for"
    stranger = {"partner_id": str(uuid4())}
    for what, body in (("documents", paper("INCOME_PROOF")), ("supplement", {})):
        assert refused(await front.post(f"{path}/{what}", body | stranger)) == (404, "application-not-found")
    assert refused(await front.post(f"{path}/supplement", {"partner_id": partner})) == (
        409,
        "application-not-in-process",
    )
