"""Faces, registers, courts and invoices by their vendors' own protocols, and the credit report in both of its writings."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from outside_world import AT, COMPANY, FIRST_STORY_ROW, Outside, a_request, consents, for_a_business, number_of

from integration_gateway.clients.sources.pboc import adapter as pboc
from integration_gateway.clients.sources.qichacha_registry.adapter import QichachaRegistry
from integration_gateway.clients.sources.tencent_invoices.adapter import TencentInvoices
from integration_gateway.domain.sources.invoice import InvoiceQuestion, InvoiceState, InvoiceVerdict
from loan_contracts.values import Source, SourceStatus

HIT, MISS, ERROR = SourceStatus.HIT, SourceStatus.MISS, SourceStatus.ERROR
ROW = FIRST_STORY_ROW + 5_000
INVOICE = "26990000000012345678"


@pytest.mark.parametrize(
    ("match", "name", "same", "code"),
    [
        ("00", None, True, "sim91.3"),
        ("03", None, False, "sim41.7"),
        ("00", "另一个", False, "result-idnamemismatch"),
    ],
)
async def test_a_photo_is_compared_with_the_authorities_own(
    outside: Outside, match: str, name: str | None, same: bool, code: str
) -> None:
    request = a_request(ROW, name=name)
    await outside.switch("PUT", f"people/{number_of(request)}", identity={"match": match})
    answer = await outside.face().compare_face(request, AT)
    assert answer.facts is not None
    assert (answer.status, answer.facts.same, answer.code, answer.charged) == (HIT, same, code, True)
    assert b"a face" not in answer.raw and answer.raw_hash


@pytest.mark.parametrize(
    ("photo", "status", "code"),
    [
        (None, MISS, "no-photo"),
        (b"", MISS, "no-photo"),
        (b"\xff\xd8\xff" + b"x" * (3 << 20), MISS, "photo-too-large"),
        (b"%PDF-1.7", ERROR, "result-lifephotodetectnofaces"),
    ],
)
async def test_a_photo_that_cannot_be_compared_says_nothing(
    outside: Outside, photo: bytes | None, status: SourceStatus, code: str
) -> None:
    answer = await outside.face(photo).compare_face(a_request(ROW), AT)
    assert (answer.status, answer.code, answer.facts) == (status, code, None)


async def test_no_face_is_compared_without_a_consent_of_its_own(outside: Outside) -> None:
    before = await outside.calls("FACE")
    others = [source for source in Source if source is not Source.FACE]
    answer = await outside.face().compare_face(a_request(ROW, consents=consents(*others)), AT)
    assert (answer.status, answer.code) == (SourceStatus.REJECTED, "no-consent")
    assert await outside.calls("FACE") == before


@pytest.mark.parametrize(("state", "told"), [("存续（在营、开业、在册）", "存续"), ("注销", "注销"), ("迁出", "其他")])
async def test_two_providers_of_the_registry_say_the_same(outside: Outside, state: str, told: str) -> None:
    facts = {"state": state, "months_operating": 89, "abnormal": True, "serious_illegal": state == "注销"}
    await outside.switch("PUT", f"people/{COMPANY}", registry=facts)
    by_vendor = await QichachaRegistry(outside.qichacha()).registration(for_a_business(ROW), AT)
    by_register = (await outside.collector().collect(for_a_business(ROW), [Source.REGISTRY], AT)).answers[
        Source.REGISTRY
    ]
    assert by_vendor.status is HIT and by_vendor.facts == by_register.facts
    assert by_vendor.facts is not None and by_vendor.facts.state == told


async def test_a_business_that_no_register_knows_or_that_is_another(outside: Outside) -> None:
    registry = QichachaRegistry(outside.qichacha())
    unknown = await registry.registration(for_a_business(ROW), AT)
    assert (unknown.status, unknown.code) == (MISS, "status201")
    nameless = await registry.registration(a_request(ROW), AT)
    assert (nameless.status, nameless.code) == (MISS, "no-organisation-code")
    await outside.switch("PUT", f"people/{COMPANY}", registry={"state": "存续", "months_operating": 3})
    await outside.switch("PUT", "faults/REGISTRY", about_another=True)
    wrong = await registry.registration(for_a_business(ROW), AT)
    assert (wrong.status, wrong.code) == (ERROR, "wrong-subject")


@pytest.mark.parametrize("enforced", [0, 1, 45])
async def test_the_vendors_courts_say_what_the_courts_own_register_says(outside: Outside, enforced: int) -> None:
    request = for_a_business(ROW + 1)
    person = {"dishonest": 1, "judgments": 2, "enforcement": enforced, "enforcement_amount_minor": 8_650_001 * enforced}
    business = {"spending_restricted": 1, "enforcement_ended": 2, "enforcement": enforced, "judgments": enforced,
                "enforcement_amount_minor": 100 * enforced}  # fmt: skip
    await outside.switch("PUT", f"people/{number_of(request)}", court=person)
    await outside.switch("PUT", f"people/{COMPANY}", court=business)
    by_vendors = await outside.vendor_courts().court_records(request, AT)
    by_register = (await outside.collector().collect(request, [Source.COURT], AT)).answers[Source.COURT]
    assert by_vendors.status is HIT and by_vendors.facts == by_register.facts
    assert by_vendors.facts is not None and by_vendors.facts.enforcement == 2 * enforced


async def test_who_is_on_no_list_is_clean_and_a_silent_vendor_is_missing(outside: Outside) -> None:
    courts, request = outside.vendor_courts(), for_a_business(ROW + 2)
    clean = await courts.court_records(request, AT)
    assert clean.status is HIT and clean.facts is not None and not any(clean.facts.model_dump().values())
    await outside.switch("PUT", f"people/{COMPANY}", statuses={"COURT": "ERROR"}, court={"dishonest": 1})
    half = await courts.court_records(request, AT)
    assert half.status is ERROR and half.facts is not None


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {
            "late_4plus_24m": 3,
            "queries_1m": 2,
            "queries_3m": 6,
            "query_orgs_7d": 1,
            "query_orgs_30d": 2,
            "query_orgs_90d": 5,
            "current_overdue_minor": 12_345,
        },
        {"bad_debts": 2, "recovered_debts": 1, "guarantee_balance_minor": 5_000_000, "judgment_records": 1},
        {"open_accounts": 1, "mortgage_accounts": 0, "card_limit_minor": 0, "card_used_minor": 0},
    ],
)
async def test_a_report_is_the_same_in_both_of_its_writings(outside: Outside, facts: dict[str, Any]) -> None:
    xml = pboc.PbocCreditBureau(outside.line(pboc.XML_PATH), xml=True)
    for row in range(ROW + 10, ROW + 14):
        request = a_request(row)
        if facts:
            await outside.switch("PUT", f"people/{number_of(request)}", credit_bureau=facts)
        in_json = await outside.bureau().credit_report(request, AT)
        in_xml = await xml.credit_report(request, AT)
        assert in_json.status is in_xml.status is HIT
        assert in_xml.facts == in_json.facts and in_xml.raw.startswith(b"<?xml")
    await outside.switch("PUT", "faults/CREDIT_BUREAU", about_another=True)
    assert (await xml.credit_report(a_request(ROW + 10), AT)).code == "wrong-subject"
    await outside.switch("PUT", "faults/CREDIT_BUREAU", malformed=True)
    assert (await xml.credit_report(a_request(ROW + 10), AT)).code == "malformed"


async def test_an_invoice_is_what_the_tax_authorities_say(outside: Outside) -> None:
    """domain.md §7.9a."""
    known = {"issued_on": "2026-08-15", "seller": "91990202MA1DEM015U", "buyer": COMPANY, "amount_minor": 10_000_000,
             "tax_minor": 1_300_000}  # fmt: skip
    await outside.switch("PUT", f"invoices/{INVOICE}", **known)
    invoices = TencentInvoices(outside.tencent().ocr)
    question = InvoiceQuestion(INVOICE, date(2026, 8, 15), amount_minor=10_000_000)
    found = await invoices.check(question)
    assert (found.verdict, found.state, found.total_minor) == (InvoiceVerdict.MATCHES, InvoiceState.NORMAL, 11_300_000)
    assert (found.seller, found.buyer) == ("91990202MA1DEM015U", COMPANY)
    assert (await invoices.check(replace(question, amount_minor=1))).verdict is InvoiceVerdict.DIFFERS
    assert (await invoices.check(replace(question, number="26990000000099999999"))).verdict is InvoiceVerdict.UNKNOWN
    await outside.switch("PUT", f"invoices/{INVOICE}", **known | {"state": "Y"})
    verdicts = [(await invoices.check(question)) for _ in range(4)]
    assert verdicts[0].state is InvoiceState.VOID
    assert verdicts[-1].verdict is InvoiceVerdict.LIMIT
