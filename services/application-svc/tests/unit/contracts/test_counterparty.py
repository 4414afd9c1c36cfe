"""When the counterparty is paid and who may be one (domain.md R-2.6a to R-2.6c)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import ContractStatus, Offer, Signature, SignatureMethod
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Wish
from application_svc.domain.bounds import Bounds, seeds_on
from application_svc.domain.contracts.counterparty import (
    Draw,
    Payee,
    must_be_entrusted,
    name_counterparty,
    parse_payee,
    pay_mode,
)
from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from application_svc.domain.products.product import CustomerType, Product
from loan_contracts.values import PayMode, RepaymentMethod
from loan_servicekit.core import Conflict, DomainError, Invalid

NOW, TODAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC), date(2026, 11, 23)
PRODUCT = Product.model_validate_json(files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes())
FIRM = Payee("示例装饰有限公司", "1001234567890123456", "91350100M000100Y43")
PROOF = Document(UUID(int=7), DocumentKind.PURPOSE_PROOF, MediaType.PDF, 3, "f" * 64, NOW, "channel-app")
BUSINESS = PRODUCT.model_copy(update={"customer_type": CustomerType.SME_OWNER})


def an_offer_of(amount_minor: int) -> Application:
    offer = Offer(
        contract_no="HT1",
        principal_minor=amount_minor,
        currency="CNY",
        annual_rate=Decimal("0.12"),
        term_months=12,
        method=RepaymentMethod.EQUAL_INSTALMENT,
        penalty_multiple=Decimal("1.5"),
        grace_days=3,
        total_annual_rate=Decimal("0.12"),
        forced_read_seconds=10,
        disclosure_hash="d" * 64,
        contract_hash="c" * 64,
        made_at=NOW,
        expires_at=NOW + timedelta(days=7),
    )
    return Application(
        id=UUID(int=1),
        application_no="AP1",
        customer_id=UUID(int=2),
        branch="0101",
        channel="OFFLINE",
        product_code=PRODUCT.code,
        product_version=PRODUCT.version,
        wish=Wish(amount_minor, 12, RepaymentMethod.EQUAL_INSTALMENT, "DECORATION", {}),
        created_by="u-clerk",
        created_at=NOW,
        status=ApplicationStatus.APPROVED,
        contract_status=ContractStatus.DRAFTED,
        offer=offer,
    )


def a_draw(amount_minor: int, days_ago: int = 0, purpose: str = "DECORATION") -> Draw:
    return Draw(UUID(int=99), purpose, amount_minor, NOW - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("institution", "product", "amount_minor", "before", "entrusted"),
    [
        ("BANK", PRODUCT, 50_000_000, [], False),  # R-2.6b: eased for banks, 500,000
        ("BANK", PRODUCT, 50_000_001, [], True),
        ("PRIVATE_BANK", PRODUCT, 30_000_000, [], False),  # R-2.6a: 300,000
        ("PRIVATE_BANK", PRODUCT, 30_000_001, [], True),
        ("PRIVATE_BANK", BUSINESS, 50_000_000, [], False),  # R-2.6a: business 500,000
        ("PRIVATE_BANK", BUSINESS, 50_000_001, [], True),
        ("BANK", PRODUCT, 30_000_000, [a_draw(20_000_001, 30)], True),  # R-2.6c: within 30 days, the same purpose
        ("BANK", PRODUCT, 30_000_000, [a_draw(20_000_000, 30)], False),
        ("BANK", PRODUCT, 30_000_000, [a_draw(20_000_001, 31)], False),
        ("BANK", PRODUCT, 30_000_000, [a_draw(20_000_001, 0, "TRAVEL")], False),
        ("BANK", PRODUCT, 30_000_000, [a_draw(10_000_001), a_draw(10_000_000, 29)], True),
    ],
)
def test_above_the_line_the_counterparty_is_paid(
    institution: str, product: Any, amount_minor: int, before: list[Draw], entrusted: bool
) -> None:
    bounds = Bounds.of(seeds_on(TODAY) | {"institution.type": institution})
    application = an_offer_of(amount_minor)
    assert must_be_entrusted(application, product, bounds, before, NOW) is entrusted
    if entrusted:
        with pytest.raises(Conflict) as refused:
            pay_mode(application, entrusted)
        assert refused.value.code == "counterparty-missing"
    else:
        assert pay_mode(application, entrusted) is PayMode.SELF


def test_before_the_notice_of_2025_the_line_was_300_000_for_banks_too() -> None:
    bounds = Bounds.of(seeds_on(date(2025, 3, 1)) | {"institution.type": "BANK"})
    assert must_be_entrusted(an_offer_of(30_000_001), PRODUCT, bounds, [], NOW)


def test_who_has_named_a_counterparty_has_it_paid_whatever_the_amount() -> None:
    application = an_offer_of(1_000_000)
    application.documents = [PROOF]
    name_counterparty(application, FIRM, PROOF.id, ("t-payee", "t-card"), "t-own", "u-clerk", NOW)
    named = application.counterparty
    assert named and (named.token, named.account_masked, named.corporate) == ("t-payee", "100123*********3456", True)
    assert (named.document_sha256, "u-clerk" in application.handled_by) == (PROOF.sha256, True)
    assert pay_mode(application, entrusted=False) is PayMode.ENTRUSTED


@pytest.mark.parametrize(
    ("changes", "own_card", "code"),
    [
        ({}, "t-card", "counterparty-is-borrower"),
        ({"documents": []}, None, "document-not-purpose-proof"),
        ({"documents": [replace(PROOF, kind=DocumentKind.OTHER)]}, None, "document-not-purpose-proof"),
        ({"signature": Signature("h", SignatureMethod.PAPER, "r", "u", NOW)}, None, "contract-already-signed"),
    ],
)
def test_who_may_not_be_named_and_when(changes: dict[str, Any], own_card: str | None, code: str) -> None:
    application = an_offer_of(1_000_000)
    application.documents = [PROOF]
    for name, value in changes.items():
        setattr(application, name, value)
    with pytest.raises(DomainError) as refused:
        name_counterparty(application, FIRM, PROOF.id, ("t-payee", "t-card"), own_card, "u-clerk", NOW)
    assert (refused.value.code, application.counterparty) == (code, None)


@pytest.mark.parametrize(
    ("payee", "code"),
    [
        (replace(FIRM, account="12345"), "payee-account-malformed"),
        (replace(FIRM, account="1234-5678-90"), "payee-account-malformed"),
        (replace(FIRM, registration="91350100M000100Y44"), "uscc-check-character"),
        (replace(FIRM, name="示" * 61), "payee-name-too-long"),
        (replace(FIRM, registration=None, account="6221550000000000"), "card-not-debit"),
    ],
)
def test_accounts_of_firms_and_cards_of_persons_are_looked_at(payee: Payee, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_payee(payee)
    assert refused.value.code == code
    assert parse_payee(FIRM) == FIRM
