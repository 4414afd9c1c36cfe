"""Decision, offer, cost disclosure, signature and pay-out (domain.md R-2.20, R-2.21, R-9.11, §15.1)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import (
    ContractStatus,
    Decision,
    Delivery,
    Offer,
    Signature,
    SignatureMethod,
)
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Applicant, Wish
from application_svc.domain.bounds import Bounds, seeds_on
from application_svc.domain.contracts.contracting import (
    certify_disclosure,
    confirm_disclosure,
    expire,
    record_disbursement,
    record_settlement,
    sign,
)
from application_svc.domain.contracts.offering import record_decision
from application_svc.domain.customers.customer import Tokens
from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from application_svc.domain.products.product import Fee, Product
from loan_contracts.applications import ContractSigned, DisclosureConfirmed, OfferMade
from loan_contracts.decisions import Outcome
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import FeeTiming, Reason, RepaymentMethod, Source
from loan_servicekit.core import Conflict, DomainError, Forbidden, Invalid, NotCredible, NotFound

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
BOUNDS = Bounds.of(seeds_on(TODAY))
PRODUCT = Product.model_validate_json(files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes())


def a_decision(**changes: Any) -> Decision:
    decision = Decision(
        id=UUID(int=3),
        outcome=Outcome.APPROVED,
        amount_minor=10_000_000,
        term_months=12,
        annual_rate=Decimal("0.12"),
        method=None,
        reasons=(),
        automatic=True,
        decided_by="workflow-svc",
        decided_at=NOW,
    )
    return replace(decision, **changes)


def a_submitted_application() -> Application:
    application = Application(
        id=UUID(int=1),
        application_no="AP20261123000000000001",
        customer_id=UUID(int=2),
        branch="0101",
        channel="mobile",
        product_code=PRODUCT.code,
        product_version=PRODUCT.version,
        wish=Wish(10_000_000, 12, RepaymentMethod.EQUAL_INSTALMENT, "EDUCATION", {}),
        created_by="borrower-1",
        created_at=NOW,
    )
    applicant = Applicant(36, Tokens("p", "m", "c"))
    application.submit(PRODUCT, applicant, {Source.IDENTITY: UUID(int=7)}, "borrower-1", NOW)
    application.take_facts()
    return application


def an_approved_application(**changes: Any) -> Application:
    application = a_submitted_application()
    record_decision(application, a_decision(**changes), PRODUCT, BOUNDS, TODAY, NOW)
    application.take_facts()
    return application


def the_offer(application: Application) -> Offer:
    assert application.offer is not None
    return application.offer


def read_for(seconds: float) -> Delivery:
    return Delivery(NOW - timedelta(seconds=seconds), timedelta(seconds=seconds))


def confirmed(application: Application, now: datetime = NOW) -> Application:
    confirm_disclosure(application, the_offer(application).disclosure_hash, read_for(10), "mobile", "borrower-1", now)
    return application


def a_signature(application: Application, **changes: Any) -> Signature:
    signature = Signature(
        the_offer(application).contract_hash, SignatureMethod.ELECTRONIC, "evidence-1", "borrower-1", NOW
    )
    return replace(signature, **changes)


def refused(code: str, kind: type[DomainError] = Conflict) -> Any:
    return pytest.raises(kind, match=f"^{code}: ")


# Decision and offer


def test_an_approval_is_followed_by_its_offer() -> None:
    application = a_submitted_application()
    papers = record_decision(application, a_decision(), PRODUCT, BOUNDS, TODAY, NOW)
    (fact,) = application.facts
    assert isinstance(fact, OfferMade) and papers is not None
    assert application.status == ApplicationStatus.APPROVED
    assert application.contract_status == ContractStatus.DRAFTED
    assert (fact.amount_minor, fact.annual_rate, fact.apr_irr_nominal) == (
        10_000_000, Decimal("0.12"), Decimal("0.120000"))  # fmt: skip
    assert fact.disclosure_hash == papers.disclosure.hash == papers.contract.content.disclosure_hash
    assert fact.expires_at == NOW + timedelta(days=7)
    assert fact.contract_no == papers.contract.content.contract_no == "HT20261123000000000001"
    assert the_offer(application).contract_hash == papers.contract.hash


def test_an_approval_of_less_is_conditional_and_offers_less() -> None:
    application = an_approved_application(outcome=Outcome.CONDITIONAL, amount_minor=6_000_000, term_months=6)
    assert application.status == ApplicationStatus.CONDITIONAL
    assert (the_offer(application).principal_minor, the_offer(application).term_months) == (6_000_000, 6)


def test_a_decline_has_no_offer_and_keeps_its_reasons() -> None:
    application = a_submitted_application()
    declined = a_decision(outcome=Outcome.DECLINED, amount_minor=0, annual_rate=None, reasons=(Reason(code="R03"),))
    assert record_decision(application, declined, PRODUCT, BOUNDS, TODAY, NOW) is None
    (fact,) = application.facts
    assert isinstance(fact, AuditRecorded) and fact.detail == {"outcome": "DECLINED", "reasons": "R03"}
    assert application.status == ApplicationStatus.DECLINED and application.offer is None


def test_an_application_is_decided_once() -> None:
    application = an_approved_application()
    with refused("application-already-decided"):
        record_decision(application, a_decision(outcome=Outcome.DECLINED), PRODUCT, BOUNDS, TODAY, NOW)
    assert application.status == ApplicationStatus.APPROVED and application.facts == []


@pytest.mark.parametrize("state", ["DRAFT", "WITHDRAWN", "EXPIRED"])
def test_only_an_application_in_process_is_decided(state: str) -> None:
    application = a_submitted_application()
    application.status = ApplicationStatus(state)
    with refused("application-not-in-process"):
        record_decision(application, a_decision(), PRODUCT, BOUNDS, TODAY, NOW)


@pytest.mark.parametrize("missing", [{"annual_rate": None}, {"amount_minor": 0}, {"term_months": 0}])
def test_an_approval_without_its_terms_changes_nothing(missing: dict[str, Any]) -> None:
    application = a_submitted_application()
    with refused("decision-incomplete", NotCredible):
        record_decision(application, a_decision(**missing), PRODUCT, BOUNDS, TODAY, NOW)
    assert application.status == ApplicationStatus.SUBMITTED and application.decision is None


def test_a_loan_above_the_highest_cost_gets_no_offer_and_says_why() -> None:
    fee = Fee(code="SERVICE", name="service", party="bank", timing=FeeTiming.EVERY_INSTALMENT, amount_minor=5_000)
    application, dear = a_submitted_application(), PRODUCT.model_copy(update={"fees": [fee]})
    assert record_decision(application, a_decision(annual_rate=Decimal("0.24")), dear, BOUNDS, TODAY, NOW) is None
    (fact,) = application.facts
    assert isinstance(fact, AuditRecorded)
    assert (fact.detail["code"], fact.detail["highest"]) == ("cost-above-cap", "0.24")
    assert Decimal(fact.detail["cost"]) > Decimal("0.24")
    with refused("offer-not-found", NotFound):
        confirm_disclosure(application, "x", read_for(10), "mobile", "borrower-1", NOW)


def test_a_loan_at_exactly_the_highest_cost_is_offered() -> None:
    assert the_offer(an_approved_application(annual_rate=Decimal("0.24"))).total_annual_rate == Decimal("0.240000")


# Disclosure


def test_a_confirmed_disclosure_is_recorded_with_its_reading_time() -> None:
    application = confirmed(an_approved_application())
    (fact,) = application.facts
    assert isinstance(fact, DisclosureConfirmed)
    assert (fact.disclosure_hash, fact.read_seconds) == (the_offer(application).disclosure_hash, 10)
    assert application.contract_status == ContractStatus.DISCLOSED
    with refused("disclosure-already-confirmed"):
        confirmed(application)


def test_a_disclosure_read_for_too_short_a_time_is_not_confirmed() -> None:
    application = an_approved_application()
    for seconds, left in ((0.2, "10 of 10 seconds remain"), (9.0, "1 of 10"), (9.999, "1 of 10"), (-5.0, "15 of 10")):
        with refused("disclosure-read-too-short") as refusal:
            confirm_disclosure(
                application, the_offer(application).disclosure_hash, read_for(seconds), "mobile", "borrower-1", NOW
            )
        assert left in refusal.value.detail
    assert application.contract_status == ContractStatus.DRAFTED


def test_a_disclosure_that_was_never_given_out_is_not_confirmed() -> None:
    application = an_approved_application()
    with refused("disclosure-not-delivered"):
        confirm_disclosure(application, the_offer(application).disclosure_hash, None, "mobile", "borrower-1", NOW)


@pytest.mark.parametrize(("product", "law", "needed"), [(0, 10, 10), (30, 10, 30), (0, 1, 1), (3, 20, 20)])
def test_the_longer_of_the_products_and_the_laws_reading_time_counts(product: int, law: int, needed: int) -> None:
    application = a_submitted_application()
    longer = PRODUCT.model_copy(update={"forced_read_seconds": product})
    record_decision(application, a_decision(), longer, replace(BOUNDS, forced_read_seconds=law), TODAY, NOW)
    assert the_offer(application).forced_read_seconds == needed


@pytest.mark.parametrize("seconds", ["0", "-1"])
def test_no_parameter_makes_the_reading_time_vanish(seconds: str) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Bounds.of(seeds_on(TODAY) | {"disclosure.forced_read_seconds": seconds})


def a_scan(**changes: Any) -> Document:
    scan = Document(UUID(int=9), DocumentKind.SIGNED_DISCLOSURE, MediaType.PDF, 9, "ab" * 32, NOW, "manager-1")
    return replace(scan, **changes)


def test_a_table_signed_on_paper_stands_instead_of_the_reading() -> None:
    application = an_approved_application()
    application.attach_document(a_scan(), PRODUCT)
    certify_disclosure(application, the_offer(application).disclosure_hash, UUID(int=9), "officer-1", NOW)
    fact = application.facts[-1]
    assert isinstance(fact, DisclosureConfirmed)
    assert (fact.method, fact.scan_sha256, fact.read_seconds) == ("SIGNED_TABLE", "ab" * 32, 0)
    assert application.contract_status == ContractStatus.DISCLOSED


@pytest.mark.parametrize(
    "scan",
    [
        a_scan(kind=DocumentKind.OTHER),
        a_scan(id=UUID(int=8)),
        a_scan(uploaded_at=NOW - timedelta(seconds=1)),  # before there was an offer
    ],
)
def test_what_is_no_scan_of_this_offers_table_confirms_nothing(scan: Document) -> None:
    application = an_approved_application()
    application.documents.append(scan)
    with refused("document-not-signed-table", Invalid):
        certify_disclosure(application, the_offer(application).disclosure_hash, UUID(int=9), "officer-1", NOW)
    assert application.contract_status == ContractStatus.DRAFTED


def test_who_uploaded_the_scan_does_not_vouch_for_it() -> None:
    application = an_approved_application()
    application.attach_document(a_scan(), PRODUCT)
    with refused("maker-not-checker", Forbidden):
        certify_disclosure(application, the_offer(application).disclosure_hash, UUID(int=9), "manager-1", NOW)


@pytest.mark.parametrize("by", ["borrower-1", "drafter-1", "papers-1", "approver-1", "approver-2"])
def test_who_made_or_decided_an_application_takes_no_part_in_its_contract(by: str) -> None:
    """R-9.10, R-9.15: maker, checker and contract are different people, whatever roles they hold."""
    application = an_approved_application()
    assert application.decision is not None
    application.created_by = "drafter-1"
    application.documents.append(a_scan(id=UUID(int=7), kind=DocumentKind.INCOME_PROOF, uploaded_by="papers-1"))
    application.decision = replace(application.decision, decided_by="approver-1,approver-2")
    application.attach_document(a_scan(), PRODUCT)
    with refused("maker-not-checker", Forbidden):
        certify_disclosure(application, the_offer(application).disclosure_hash, UUID(int=9), by, NOW)
    with refused("maker-not-checker", Forbidden):
        application.require_apart(by)
    assert application.contract_status == ContractStatus.DRAFTED
    application.require_apart("officer-1")


def test_a_signed_table_is_handed_in_for_an_offer_only() -> None:
    with refused("application-not-editable"):
        a_submitted_application().attach_document(a_scan(), PRODUCT)


def test_another_table_than_the_offers_is_not_confirmed() -> None:
    with refused("disclosure-differs"):
        confirm_disclosure(an_approved_application(), "0" * 64, read_for(10), "mobile", "borrower-1", NOW)


def test_an_offer_can_be_accepted_until_it_runs_out() -> None:
    last = NOW + timedelta(days=7) - timedelta(microseconds=1)
    assert confirmed(an_approved_application(), last).contract_status == ContractStatus.DISCLOSED
    with refused("offer-expired"):
        confirmed(an_approved_application(), NOW + timedelta(days=7))


# Signature and pay-out


def test_a_signed_contract_tells_what_the_loan_is_booked_from() -> None:
    application = confirmed(an_approved_application())
    sign(application, a_signature(application), NOW)
    fact = application.facts[-1]
    assert isinstance(fact, ContractSigned)
    assert (fact.amount_minor, fact.term_months, fact.annual_rate) == (10_000_000, 12, Decimal("0.12"))
    assert (fact.penalty_multiple, fact.grace_days) == (Decimal("1.5"), 3)
    assert fact.contract_hash == the_offer(application).contract_hash
    assert application.contract_status == ContractStatus.SIGNED


def test_nothing_is_signed_without_a_confirmed_disclosure() -> None:
    application = an_approved_application()
    with refused("disclosure-not-confirmed"):
        sign(application, a_signature(application), NOW)


def test_a_confirmation_of_another_table_does_not_open_the_signature() -> None:
    application = confirmed(an_approved_application())
    assert application.confirmation is not None
    application.confirmation = replace(application.confirmation, disclosure_hash="0" * 64)
    with refused("disclosure-not-confirmed"):
        sign(application, a_signature(application), NOW)


def test_another_content_than_the_contracts_is_not_signed() -> None:
    application = confirmed(an_approved_application())
    with refused("contract-differs"):
        sign(application, a_signature(application, contract_hash="0" * 64), NOW)
    assert application.signature is None


def test_a_contract_is_signed_once() -> None:
    application = confirmed(an_approved_application())
    sign(application, a_signature(application), NOW)
    with refused("contract-already-signed"):
        sign(application, a_signature(application), NOW + timedelta(days=30))
    with refused("application-not-withdrawable"):
        application.withdraw(None, NOW)


def test_nothing_is_signed_after_the_offer_ran_out_or_the_application_was_withdrawn() -> None:
    application = confirmed(an_approved_application())
    with refused("offer-expired"):
        sign(application, a_signature(application), NOW + timedelta(days=7))
    application.withdraw(None, NOW)
    assert application.contract_status is ContractStatus.TERMINATED
    with refused("application-not-approved"):
        sign(application, a_signature(application), NOW)


def test_the_pay_out_makes_a_signed_contract_effective_once() -> None:
    application = confirmed(an_approved_application())
    with refused("contract-not-signed"):
        record_disbursement(application, UUID(int=8), NOW, NOW)
    sign(application, a_signature(application), NOW)
    record_disbursement(application, UUID(int=8), NOW, NOW)
    assert (application.contract_status, application.loan_id) == (ContractStatus.EFFECTIVE, UUID(int=8))
    with refused("contract-not-signed"):
        record_disbursement(application, UUID(int=8), NOW, NOW)


def test_an_offer_nobody_took_expires_and_a_signed_one_does_not() -> None:
    application = an_approved_application()
    with refused("offer-not-expired"):
        expire(application, NOW + timedelta(days=7) - timedelta(microseconds=1))
    expire(application, NOW + timedelta(days=7))
    assert (application.status, application.contract_status) == (ApplicationStatus.EXPIRED, ContractStatus.TERMINATED)
    signed = confirmed(an_approved_application())
    sign(signed, a_signature(signed), NOW)
    with refused("offer-not-expired"):
        expire(signed, NOW + timedelta(days=8))


def test_a_contract_ends_with_its_loan_and_stays_signed() -> None:
    application, loan_id, settled_on = confirmed(an_approved_application()), UUID(int=8), date(2027, 11, 23)
    sign(application, a_signature(application), NOW)
    with refused("loan-not-found", NotFound):  # the settlement has overtaken the pay-out
        record_settlement(application, loan_id, settled_on, NOW)
    record_disbursement(application, loan_id, NOW, NOW)
    record_settlement(application, loan_id, settled_on, NOW)
    assert (application.status, application.contract_status) == (ApplicationStatus.APPROVED, ContractStatus.TERMINATED)
    with refused("contract-not-effective"):
        record_settlement(application, loan_id, settled_on, NOW)
    with refused("application-not-withdrawable"):
        application.withdraw(None, NOW)
    with refused("contract-already-signed"):
        sign(application, a_signature(application), NOW)
