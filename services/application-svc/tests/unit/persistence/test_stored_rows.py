"""A stored row of each table is read by today's code, and each value finds its place: no two columns of a row hold the same."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import (
    CheckedCondition,
    Confirmation,
    ContractStatus,
    Counterparty,
    Decision,
    Offer,
    Signature,
    SignatureMethod,
)
from application_svc.domain.applications.review import Review
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Supplement, Wish
from application_svc.domain.consents.consent import Consent, ConsentForm, Evidence, EvidenceKind, Purpose
from application_svc.domain.consents.consent_text import ConsentText, TextStatus
from application_svc.domain.customers.customer import CardState, Customer, Tokens
from application_svc.domain.customers.identity_numbers import Sex
from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from application_svc.domain.products.request import OwnDue
from application_svc.domain.visits.visit import (
    Visit,
    VisitOutcome,
    VisitPaper,
    VisitPaperKind,
    VisitPurpose,
    VisitStatus,
)
from application_svc.persistence.schema import SCHEMA
from application_svc.use_cases.applications.ports import TaskFact
from application_svc.use_cases.consents.ports import ConsentScan
from application_svc.use_cases.contracts.ports import DisclosureDelivery, OfferPapers, SealedPayee
from application_svc.use_cases.customers.ports import IdentityRenewal, Newcomer, SealedDetails
from application_svc.use_cases.products.ports import AddedVersion
from application_svc.use_cases.reveals.ports import IdentityRead
from loan_contracts.applications import ConfirmationMethod, ReviewKind
from loan_contracts.decisions import Outcome, ReviewStatus
from loan_contracts.values import (
    AS_USUAL,
    FREE_PREPAYMENT,
    AgreedFee,
    DayCount,
    FeeTiming,
    HolidayRule,
    LineTerms,
    PrepaidInterest,
    PrepaymentStep,
    PrepaymentTerms,
    RateStep,
    Reason,
    RepaymentMethod,
    RepaymentTerms,
    Source,
)
from loan_servicekit.core import Aggregate
from loan_servicekit.testing.tables import repeated, restored, state, stored

STORED = Path(__file__).parent / "stored"
BEGINNING = datetime(2027, 1, 1, 8, tzinfo=UTC)


def an_id(number: int) -> UUID:
    return UUID(int=0xA000_0000 + number)


def at(hours: int) -> datetime:
    return BEGINNING + timedelta(hours=hours)


def a_visit() -> Visit:
    return Visit(
        id=an_id(80),
        customer_id=an_id(81),
        application_id=an_id(82),
        branch="310000-03",
        assignee="who goes there",
        purpose=VisitPurpose.SITE_CHECK,
        planned_at=at(4),
        place="sealed place",
        made_at=at(3),
        status=VisitStatus.REPORTED,
        outcome=VisitOutcome.MET,
        arrived_at=at(5),
        sealed_record="sealed record",
        record_sha256="hash of the record",
        companion="the second person",
        confirmed_at=at(7),
        ended_at=at(6),
    )


def a_customer() -> Customer:
    return Customer(
        id=an_id(1),
        branch="310000-02",
        name_masked="张**",
        identity_number_masked="9901************17",
        mobile_masked="138****1234",
        card_masked="620999*********0011",
        card_issuer="Bank of Tests",
        card_warnings=["CHECK_DIGIT"],
        tokens=Tokens("token of the person", "token of the mobile number", "token of the card"),
        birth_date=date(1990, 2, 3),
        sex=Sex.FEMALE,
        id_expires_on=date(2031, 4, 5),
        virtual_operator=True,
        registered_at=at(1),
        registered_by="a manager",
        card_state=CardState.UNVERIFIED,
    )


def a_consent() -> Consent:
    return Consent(
        id=an_id(10),
        customer_id=an_id(11),
        source=Source.CREDIT_BUREAU,
        purpose=Purpose.LOAN_APPROVAL,
        form=ConsentForm.WRITTEN,
        text_version="2027-01",
        valid_from=at(1),
        valid_until=at(2),
        withdrawn_at=at(3),
        text_hash="hash of the wording",
        evidence=Evidence(EvidenceKind.SCAN, "where it lies", "hash of the scan", an_id(12)),
    )


def a_decision() -> Decision:
    return Decision(
        id=an_id(25),
        outcome=Outcome.CONDITIONAL,
        amount_minor=4_000_000,
        term_months=24,
        annual_rate=Decimal("0.0875"),
        method=RepaymentMethod.EQUAL_INSTALMENT,
        reasons=(Reason(code="R01", detail="what the figures say"),),
        automatic=False,
        decided_by="who decided it",
        decided_at=at(7),
        supersedes=an_id(26),
        conditions=("ACCOUNT_OPENED",),
        conditions_before_contract=("CO_OWNER_CONSENT",),
    )


def an_offer() -> Offer:
    return Offer(
        contract_no="CT20270101",
        principal_minor=3_900_000,
        currency="CNY",
        annual_rate=Decimal("0.0865"),
        term_months=23,
        method=RepaymentMethod.INTEREST_FIRST,
        penalty_multiple=Decimal("1.5"),
        grace_days=3,
        total_annual_rate=Decimal("0.0912"),
        forced_read_seconds=15,
        disclosure_hash="hash of the table",
        contract_hash="hash of the contract",
        made_at=at(8),
        expires_at=at(9),
        fees=(AgreedFee(code="SERVICE", timing=FeeTiming.AT_DISBURSEMENT, amount_minor=20_000),),
        holiday_rule=HolidayRule.MODIFIED_FOLLOWING,
        prepayment=PrepaymentTerms(
            allowed_after_months=6,
            least_minor=500_000,
            fees=(PrepaymentStep(before_months=24, rate=Decimal("0.01")),),
            interest=PrepaidInterest.ALL,
        ),
        channel="PARTNER",
        conditions=("INSURANCE_PAID",),
        credit_line=LineTerms(least_draw_minor=55_000),
        repayment=RepaymentTerms(
            day_count=DayCount.ACT_365,
            balloon_minor=700_000,
            rate_steps=(RateStep(after_months=9, annual_rate=Decimal("0.0895")),),
        ),
    )


def a_confirmation() -> Confirmation:
    return Confirmation(
        disclosure_hash="hash that was read",
        read_seconds=16,
        channel="PARTNER",
        confirmed_by="who has read it",
        confirmed_at=at(10),
        method=ConfirmationMethod.SIGNED_TABLE,
        delivered_at=at(11),
        document_id=an_id(27),
        document_sha256="hash of the signed table",
    )


def an_application() -> Application:
    return Application(
        id=an_id(20),
        application_no="AP20270101",
        customer_id=an_id(21),
        branch="310000-03",
        channel="OFFLINE",
        product_code="SMB-OWNER",
        product_version=2,
        wish=Wish(5_000_000, 36, RepaymentMethod.EQUAL_PRINCIPAL, "EQUIPMENT", {"uscc": "91310000MA1FL0XX0X"}, OWN),
        created_by="who drew it up",
        created_at=at(1),
        status=ApplicationStatus.CONDITIONAL,
        documents=[
            Document(
                an_id(22),
                DocumentKind.TAX_RETURN,
                MediaType.PDF,
                1234,
                "of the return",
                at(2),
                "who uploaded it",
                an_id(23),
            ),
            Document(an_id(24), DocumentKind.ID_FRONT, MediaType.PNG, 4321, "of the card", at(3), "who uploaded that"),
        ],
        submitted_by="who handed it in",
        submitted_at=at(4),
        supplement=Supplement((DocumentKind.BANK_STATEMENT, DocumentKind.OTHER), at(5), at(6)),
        decision=a_decision(),
        contract_status=ContractStatus.DISCLOSED,
        offer=an_offer(),
        confirmation=a_confirmation(),
        counterparty=Counterparty(
            "token of the payee", "100123*****3456", True, an_id(74), "hash of the invoice", "who named it", at(11)
        ),
        checked=[CheckedCondition("CO_OWNER_CONSENT", "who saw it", at(16), "where it was seen")],
        signature=Signature(
            "hash that was signed", SignatureMethod.PAPER, "where the evidence lies", "who signed", at(12)
        ),
        loan_id=an_id(28),
        disbursed_at=at(13),
        approval_ended_at=at(14),
        ended_at=at(15),
    )


def a_proposal() -> ProductProposal:
    return ProductProposal(
        id=an_id(30),
        code="CONSUMER-STD",
        product_version=4,
        content={"code": "as written", "valid_from": "2027-05-01", "fees": [{"amount_minor": 7}]},
        status=ProposalStatus.REJECTED,
        proposed_by="who proposed it",
        proposed_at=at(1),
        decided_by="who decided it",
        decided_at=at(2),
        reason="too dear",
    )


def a_text() -> ConsentText:
    return ConsentText(
        id=an_id(40),
        source=Source.TAX,
        purpose=Purpose.POST_LOAN,
        text_version="2027-06",
        wording="本人同意",
        hash="hash of the words",
        valid_from=date(2027, 6, 1),
        status=TextStatus.APPROVED,
        proposed_by="who wrote it",
        proposed_at=at(1),
        decided_by="who approved it",
        decided_at=at(2),
    )


def a_review() -> Review:
    return Review(
        id=an_id(50),
        application_id=an_id(51),
        decision_id=an_id(52),
        kind=ReviewKind.EXPLANATION,
        statement="why?",
        requested_by="the borrower",
        requested_at=at(1),
        status=ReviewStatus.OPEN,
        due_at=at(2),
        answer_sha256="hash of the answer",
        answered_at=at(3),
    )


OWN = (OwnDue(date(2027, 2, 3), 1_999_999), OwnDue(date(2029, 4, 5), 3_000_001))
AGGREGATES: dict[str, Callable[[], Aggregate]] = {
    "customers": a_customer,
    "consents": a_consent,
    "applications": an_application,
    "product_proposals": a_proposal,
    "consent_texts": a_text,
    "reviews": a_review,
    "visits": a_visit,
}
RECORDS: dict[str, Any] = {
    "sealed_details": SealedDetails(
        customer_id=an_id(60),
        name="sealed name",
        identity_number="sealed number",
        mobile="sealed mobile number",
        card_number="sealed card",
        employer="sealed employer",
        address="sealed address",
        details_token="token of all",
        sealed_at=at(1),
        name_form=2,
    ),
    "granted_consents": a_consent(),
    "identity_reads": IdentityRead(
        call_id=an_id(61),
        customer_id=an_id(62),
        purpose="REVIEW",
        fields="name,mobile",
        task_id=an_id(63),
        read_by="who looked",
        read_at=at(1),
        application_id=an_id(64),
    ),
    "task_facts": TaskFact(an_id(65), 5, an_id(66), "approver", "who has it", True),
    "papers": OfferPapers(
        application_id=an_id(67),
        contract_no="HT20270101",
        disclosure="the table",
        disclosure_hash="its hash",
        contract="the contract",
        contract_hash="the contract's hash",
        made_at=at(1),
    ),
    "consent_scans": ConsentScan(
        id=an_id(68),
        customer_id=an_id(69),
        media_type="image/png",
        size_bytes=7,
        sha256="hash of the scan",
        uploaded_by="who uploaded it",
        uploaded_at=at(1),
    ),
    "identity_renewals": IdentityRenewal(an_id(70), at(1)),
    "counterparties": SealedPayee(
        application_id=an_id(72),
        customer_id=an_id(73),
        token="token of the payee",
        name="sealed name",
        account="sealed account",
        registration="sealed registration",
        named_at=at(1),
    ),
    "newcomers": Newcomer(an_id(74), "token of the number", "sealed number", at(1)),
    "visit_papers": VisitPaper(
        id=an_id(75),
        visit_id=an_id(76),
        kind=VisitPaperKind.PHOTOGRAPH,
        media_type="image/jpeg",
        size_bytes=9,
        sha256="hash of the picture",
        taken_at=at(1),
        position="sealed position",
        uploaded_by="who took it",
        uploaded_at=at(2),
    ),
    "disclosure_deliveries": DisclosureDelivery(an_id(71), "hash of the table", "a client", at(1)),
    "product_versions": AddedVersion(
        code="SMB-OWNER",
        version=3,
        valid_from=date(2027, 5, 1),
        content={"as": "written"},
        added_by="two people",
        added_at=at(1),
    ),
}


def saved(aggregate: Aggregate) -> Aggregate:
    aggregate.version, aggregate.sequence = 71, 72
    return aggregate


def golden(table: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads((STORED / f"{table}.json").read_text())
    return row


def test_there_is_an_example_of_every_table() -> None:
    assert (set(AGGREGATES), set(RECORDS)) == (set(SCHEMA.aggregates), set(SCHEMA.rows))


@pytest.mark.parametrize("table", AGGREGATES)
def test_a_stored_row_is_read_as_what_it_was(table: str) -> None:
    assert state(restored(SCHEMA.aggregates[table], golden(table))) == state(saved(AGGREGATES[table]()))


@pytest.mark.parametrize("table", AGGREGATES)
def test_a_row_is_stored_as_it_was_before(table: str) -> None:
    assert stored(SCHEMA.aggregates[table], saved(AGGREGATES[table]())) == golden(table)


def test_an_offer_of_before_fees_holidays_and_prepayment_is_read_as_what_it_was() -> None:
    was = saved(AGGREGATES["applications"]())
    assert isinstance(was, Application) and was.offer
    unsaid = {"fees": (), "holiday_rule": HolidayRule.FOLLOWING, "prepayment": FREE_PREPAYMENT}
    was.offer = replace(was.offer, **unsaid, channel=None, conditions=(), repayment=AS_USUAL, credit_line=None)
    was.counterparty, was.checked, was.wish = None, [], replace(was.wish, schedule=None)
    was.decision = was.decision and replace(was.decision, conditions=(), conditions_before_contract=())
    assert state(restored(SCHEMA.aggregates["applications"], golden("applications-before-fees"))) == state(was)


@pytest.mark.parametrize("table", AGGREGATES)
def test_no_two_columns_of_an_example_hold_the_same(table: str) -> None:
    assert repeated(golden(table)) == {}


@pytest.mark.parametrize("table", [table for table in RECORDS if table != "granted_consents"])
def test_a_record_is_stored_field_by_field(table: str) -> None:
    record = RECORDS[table]
    row = stored(SCHEMA.rows[table], record)
    assert row == json.loads(json.dumps(asdict(record), default=written))
    assert repeated(row) == {}


def written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def test_a_granted_consent_is_stored_as_it_is_saved_later() -> None:
    consent = a_consent()
    consent.version, consent.sequence = 1, 0
    assert stored(SCHEMA.rows["granted_consents"], consent) == stored(SCHEMA.aggregates["consents"], consent)
