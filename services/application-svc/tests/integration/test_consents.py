"""Consents: given in the form that the law asks, withdrawn as easily, and needed for every source."""

import hashlib
from uuid import uuid4

import httpx
from applicants import (
    PDF,
    Front,
    a_decision,
    a_disbursement,
    an_application,
    confirm,
    consent,
    pointers,
    refused,
    signed,
    succeeded,
)

from loan_contracts.decisions import Outcome
from loan_contracts.lending import LoanSettled
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness


async def test_consents_are_listed_newest_first_and_withdrawn_once(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[consent("COURT")])
    path = f"/customers/{made['id']}/consents"
    granted = await channel.post(path, {"consents": [consent("TELECOM"), consent("TAX", form="WRITTEN")]})
    assert granted.status_code == 201
    first_page = succeeded(await channel.get(path, limit=2))
    second_page = succeeded(await channel.get(path, limit=2, cursor=first_page["next_cursor"]))
    assert [c["source"] for c in first_page["items"] + second_page["items"]] == ["TAX", "TELECOM", "COURT"]
    assert second_page["next_cursor"] is None

    tax = first_page["items"][0]
    ended = succeeded(await channel.post(f"/consents/{tax['id']}/withdrawal"))
    assert ended["withdrawn_at"] is not None
    answer = await channel.post(f"/consents/{tax['id']}/withdrawal")
    assert refused(answer) == (409, "consent-already-withdrawn")
    told = [m for m in await harness.outbox(AuditRecorded) if m.action in ("grant_consents", "withdraw_consent")]
    assert [(m.action, m.subject_id) for m in told] == [
        ("grant_consents", made["id"]), ("grant_consents", made["id"]), ("withdraw_consent", made["id"]),
    ]  # fmt: skip
    assert told[1].detail.keys() == {"TELECOM", "TAX"}


async def test_consents_for_two_purposes_of_one_source_are_both_recorded(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[consent("CREDIT_BUREAU"), consent("CREDIT_BUREAU", purpose="01")])
    (told,) = [m for m in await harness.outbox(AuditRecorded) if m.action == "grant_consents"]
    assert told.detail == {"CREDIT_BUREAU": ",".join(c["id"] for c in made["consents"])}


async def test_a_consent_in_too_weak_a_form_or_for_the_past_names_its_place(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[])
    weak = [
        consent("COURT"),
        consent("CREDIT_BUREAU", form="GENERAL"),
        consent("TAX", valid_until="2020-01-01T00:00:00Z"),
    ]
    answer = await channel.post(f"/customers/{made['id']}/consents", {"consents": weak})
    assert refused(answer) == (422, "consent-invalid")
    assert pointers(answer) == {
        "/consents/1/form": "consent-form-insufficient",
        "/consents/2/valid_until": "consent-period-invalid",
    }
    assert await harness.rows("select count(*) from consents") == [(0,)]


async def test_a_withdrawn_consent_no_longer_carries_an_application(harness: Harness, channel: Front) -> None:
    made = await channel.register(0)
    bureau = next(c for c in made["consents"] if c["source"] == "CREDIT_BUREAU")
    await channel.submit(made["id"])
    succeeded(await channel.post(f"/consents/{bureau['id']}/withdrawal"))
    answer = await channel.post("/applications", an_application(made["id"]))
    assert refused(answer) == (422, "consent-missing")
    assert pointers(answer) == {"/consents/CREDIT_BUREAU": "consent-missing"}
    assert "WRITTEN" in answer.json()["errors"][0]["detail"]
    assert await harness.rows("select count(*) from applications") == [(1,)]


async def test_consents_of_another_branch_cannot_be_changed(manager: Front, stranger: Front) -> None:
    made = await manager.register(0)
    for path, body in (
        (f"/customers/{made['id']}/consents", {"consents": [consent("TAX")]}),
        (f"/consents/{made['consents'][0]['id']}/withdrawal", {}),
    ):
        assert refused(await stranger.post(path, body)) == (403, "other-branch")
    assert refused(await manager.post(f"/consents/{uuid4()}/withdrawal")) == (404, "consent-not-found")


async def test_a_consent_names_a_wording_in_force_for_a_time_that_ends(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[])
    path = f"/customers/{made['id']}/consents"
    for changed, code, pointer in (
        ({"text_version": "no-such-text"}, "consent-text-unknown", "text_version"),
        ({"valid_until": "2099-01-01T00:00:00Z"}, "consent-period-too-long", "valid_until"),
        ({"source": "CREDIT_BUREAU"}, "consent-evidence-missing", "evidence"),
        ({"form": "WRITTEN"}, "consent-evidence-missing", "evidence"),
        ({"form": "WRITTEN", "evidence": signed("TAX")}, "consent-evidence-differs", "evidence/sha256"),
    ):
        answer = await channel.post(path, {"consents": [{"source": "COURT"} | changed]})
        assert pointers(answer) == {f"/consents/0/{pointer}": code}, changed
    assert await harness.rows("select count(*) from consents") == [(0,)]
    (given,) = succeeded(await channel.post(path, {"consents": [consent("CREDIT_BUREAU")]}))["items"]
    (text,) = succeeded(await channel.get("/consent-texts", source="CREDIT_BUREAU", purpose="02"))["items"]
    assert (given["text_version"], given["text_hash"]) == (text["text_version"], text["hash"])
    assert given["evidence"]["sha256"] == hashlib.sha256(text["wording"].encode()).hexdigest()
    assert "金融信用信息基础数据库" in text["wording"]


async def test_the_scan_of_a_written_consent_is_kept_and_its_own(
    harness: Harness, manager: Front, stranger: Front
) -> None:
    made, other = await manager.register(0, consents=[]), await manager.register(1, consents=[])

    async def scanned(front: Front, customer: str) -> httpx.Response:
        return await harness.client.post(
            f"/v1/customers/{customer}/consent-scans", headers=front.headers(),
            files={"file": ("scan", PDF, "application/pdf")},
        )  # fmt: skip

    assert refused(await scanned(stranger, made["id"])) == (403, "other-branch")
    scan, foreign = [succeeded(await scanned(manager, each["id"])) for each in (made, other)]
    path = f"/customers/{made['id']}/consents"
    written = {"source": "CREDIT_BUREAU", "evidence": {"kind": "SCAN", "scan_id": foreign["id"]}}
    answer = await manager.post(path, {"consents": [written]})
    assert pointers(answer) == {"/consents/0/evidence/scan_id": "consent-scan-not-found"}
    written["evidence"] = {"kind": "SCAN", "scan_id": scan["id"]}
    (given,) = succeeded(await manager.post(path, {"consents": [written]}))["items"]
    assert (given["evidence"]["scan_id"], given["evidence"]["sha256"]) == (scan["id"], scan["sha256"])
    auditor = Front(harness, "auditor", subject="auditor")
    shown = await auditor.get(f"/customers/{made['id']}/consent-scans/{scan['id']}/content")
    assert (shown.status_code, shown.content) == (200, PDF)
    told = [m.action for m in await harness.outbox(AuditRecorded) if m.action.endswith("consent_scan")]
    assert told == ["keep_consent_scan", "keep_consent_scan", "read_consent_scan"]


async def test_a_wording_is_proposed_by_one_and_approved_by_another(harness: Harness, channel: Front) -> None:
    proposer, approver = (Front(harness, "product-manager", subject=name) for name in ("product", "product-2"))
    body = {"source": "COURT", "text_version": "2098-01", "wording": "本人同意贵机构查询人民法院公开的执行信息, 用于审核贷款申请。",
            "valid_from": "2098-01-01"}  # fmt: skip
    assert refused(await channel.post("/consent-texts", body)) == (403, "permission-missing")
    past = await proposer.post("/consent-texts", body | {"valid_from": "2026-01-01"})
    assert pointers(past) == {"/valid_from": "consent-text-date-passed"}
    made = succeeded(await proposer.post("/consent-texts", body))
    assert refused(await proposer.post("/consent-texts", body)) == (409, "consent-text-exists")
    path = f"/consent-texts/{made['id']}/approval"
    assert refused(await proposer.post(path)) == (403, "maker-not-checker")
    assert succeeded(await approver.post(path))["status"] == "APPROVED"
    assert refused(await approver.post(path)) == (409, "consent-text-decided")
    (now,) = succeeded(await channel.get("/consent-texts", source="COURT", purpose="02"))["items"]
    assert now["text_version"] == "2026-08"  # until the other one's day
    known = succeeded(await channel.get("/consent-texts", source="COURT", purpose="02", history=True))["items"]
    assert [each["text_version"] for each in known] == ["2098-01", "2026-08"]
    customer = await channel.register(0, consents=[])
    answer = await channel.post(
        f"/customers/{customer['id']}/consents", {"consents": [consent("COURT", text_version="2098-01")]}
    )
    assert pointers(answer) == {"/consents/0/text_version": "consent-text-not-in-force"}


async def test_a_consent_ends_with_its_application_and_nothing_is_asked_under_it_any_more(
    harness: Harness, channel: Front
) -> None:
    customer = await channel.register(0)
    path, id = f"/customers/{customer['id']}/consents", customer["id"]
    service = Front(harness, "identity-reader")

    async def in_force() -> int:
        shown = succeeded(await channel.get(path, limit=50))["items"]
        (told,) = succeeded(await service.post("/customers/identities", {"ids": [id], "purpose": "LOAN_APPROVAL"}))[
            "items"
        ]
        assert len(told["consents"]) == sum(each["in_force"] for each in shown)
        return len(told["consents"])

    first, second = await channel.submit(id), await channel.submit(id)
    assert await in_force() == 5
    await harness.deliver(a_decision(first["id"], Outcome.DECLINED))
    assert await in_force() == 5  # the second one goes on
    succeeded(await channel.post(f"/applications/{second['id']}/withdrawal", {"reason": "CHANGED_MIND"}))
    assert await in_force() == 0
    answer = await channel.post("/applications", an_application(id))
    assert refused(answer) == (422, "consent-missing")
    anew = [consent(source) for source in ("IDENTITY", "TELECOM", "CREDIT_BUREAU", "COURT")]
    succeeded(await channel.post(path, {"consents": anew}))
    await channel.submit(id)
    assert await in_force() == 4


async def test_a_consent_for_what_follows_the_pay_out_ends_with_the_loan(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0)
    path, id = f"/customers/{customer['id']}/consents", customer["id"]
    succeeded(await channel.post(path, {"consents": [consent("CREDIT_BUREAU", purpose="01")]}))

    async def purposes() -> set[str]:
        return {each["purpose"] for each in succeeded(await channel.get(path))["items"] if each["in_force"]}

    made = await channel.submit(id)
    await harness.deliver(a_decision(made["id"]))
    (line,) = succeeded(await channel.get("/applications", contract_status="DRAFTED"))["items"]
    succeeded(await confirm(channel, f"/applications/{made['id']}", line["disclosure_hash"]))
    signature = {"contract_hash": line["contract_hash"], "reference": "sms:1"}
    succeeded(await channel.post(f"/applications/{made['id']}/signature", signature))
    assert await purposes() == {"01", "02"}
    loan = a_disbursement(made["id"], id)
    await harness.deliver(loan)
    assert await purposes() == {"01"}
    await harness.deliver(
        LoanSettled(loan_id=loan.loan_id, application_id=loan.application_id, settled_on=loan.maturity_date)
    )
    assert await purposes() == set()
