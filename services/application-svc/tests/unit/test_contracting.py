"""Decision, offer, cost disclosure, signature and pay-out (domain.md R-2.20, R-2.21, R-9.11, §15.1)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.application import Applicant, Application, ApplicationStatus, Wish
from application_svc.domain.contracting import (
    confirm_disclosure,
    expire,
    record_decision,
    record_disbursement,
    record_settlement,
    sign,
)
from application_svc.domain.customer import Tokens
from application_svc.domain.offer import ContractStatus, Decision, Offer, Signature, SignatureMethod
from application_svc.domain.product import Product
from loan_contracts.messages import AuditRecorded, ContractSigned, DisclosureConfirmed, OfferMade, Outcome
from loan_contracts.values import Reason, RepaymentMethod, Source
from loan_servicekit.core import Conflict, DomainError, Invalid, NotFound

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
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
    record_decision(application, a_decision(**changes), PRODUCT, TODAY, NOW)
    application.take_facts()
    return application


def the_offer(application: Application) -> Offer:
    assert application.offer is not None
    return application.offer


def confirmed(application: Application, now: datetime = NOW) -> Application:
    confirm_disclosure(application, the_offer(application).disclosure_hash, 10, "mobile", "borrower-1", now)
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
    papers = record_decision(application, a_decision(), PRODUCT, TODAY, NOW)
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
    assert record_decision(application, declined, PRODUCT, TODAY, NOW) is None
    (fact,) = application.facts
    assert isinstance(fact, AuditRecorded) and fact.detail == {"outcome": "DECLINED", "reasons": "R03"}
    assert application.status == ApplicationStatus.DECLINED and application.offer is None


def test_an_application_is_decided_once() -> None:
    application = an_approved_application()
    with refused("application-already-decided"):
        record_decision(application, a_decision(outcome=Outcome.DECLINED), PRODUCT, TODAY, NOW)
    assert application.status == ApplicationStatus.APPROVED and application.facts == []


@pytest.mark.parametrize("state", ["DRAFT", "WITHDRAWN", "EXPIRED"])
def test_only_an_application_in_process_is_decided(state: str) -> None:
    application = a_submitted_application()
    application.status = ApplicationStatus(state)
    with refused("application-not-in-process"):
        record_decision(application, a_decision(), PRODUCT, TODAY, NOW)


@pytest.mark.parametrize("missing", [{"annual_rate": None}, {"amount_minor": 0}, {"term_months": 0}])
def test_an_approval_without_its_terms_changes_nothing(missing: dict[str, Any]) -> None:
    application = a_submitted_application()
    with refused("decision-incomplete", Invalid):
        record_decision(application, a_decision(**missing), PRODUCT, TODAY, NOW)
    assert application.status == ApplicationStatus.SUBMITTED and application.decision is None


def test_a_loan_above_the_highest_cost_gets_no_offer_and_says_why() -> None:
    application = a_submitted_application()
    assert record_decision(application, a_decision(annual_rate=Decimal("0.2401")), PRODUCT, TODAY, NOW) is None
    (fact,) = application.facts
    assert isinstance(fact, AuditRecorded)
    assert fact.detail == {"code": "cost-above-cap", "cost": "0.240100", "highest": "0.24"}
    with refused("offer-not-found", NotFound):
        confirm_disclosure(application, "x", 10, "mobile", "borrower-1", NOW)


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
    with refused("disclosure-read-too-short", Invalid):
        confirm_disclosure(application, the_offer(application).disclosure_hash, 9, "mobile", "borrower-1", NOW)


def test_another_table_than_the_offers_is_not_confirmed() -> None:
    with refused("disclosure-differs"):
        confirm_disclosure(an_approved_application(), "0" * 64, 10, "mobile", "borrower-1", NOW)


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
        application.withdraw("", NOW)


def test_nothing_is_signed_after_the_offer_ran_out_or_the_application_was_withdrawn() -> None:
    application = confirmed(an_approved_application())
    with refused("offer-expired"):
        sign(application, a_signature(application), NOW + timedelta(days=7))
    application.withdraw("", NOW)
    assert application.contract_status is ContractStatus.TERMINATED
    with refused("application-not-approved"):
        sign(application, a_signature(application), NOW)


def test_the_pay_out_makes_a_signed_contract_effective_once() -> None:
    application = confirmed(an_approved_application())
    with refused("contract-not-signed"):
        record_disbursement(application, UUID(int=8), NOW)
    sign(application, a_signature(application), NOW)
    record_disbursement(application, UUID(int=8), NOW)
    assert (application.contract_status, application.loan_id) == (ContractStatus.EFFECTIVE, UUID(int=8))
    with refused("contract-not-signed"):
        record_disbursement(application, UUID(int=8), NOW)


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
        record_settlement(application, loan_id, settled_on)
    record_disbursement(application, loan_id, NOW)
    record_settlement(application, loan_id, settled_on)
    assert (application.status, application.contract_status) == (ApplicationStatus.APPROVED, ContractStatus.TERMINATED)
    with refused("contract-not-effective"):
        record_settlement(application, loan_id, settled_on)
    with refused("application-not-withdrawable"):
        application.withdraw("", NOW)
    with refused("contract-already-signed"):
        sign(application, a_signature(application), NOW)
