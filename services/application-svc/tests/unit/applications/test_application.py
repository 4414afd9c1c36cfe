"""The life of an application up to its decision (domain.md §15.1)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any
from uuid import UUID

import orjson
import pytest

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Applicant, Wish
from application_svc.domain.customers.customer import Tokens
from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from application_svc.domain.products.product import Product
from loan_contracts.applications import (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    DocumentAttached,
    WithdrawalReason,
)
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import RepaymentMethod, Source
from loan_servicekit.core import Conflict, DomainError, Invalid

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
APPLICANT = Applicant(36, Tokens("p", "m", "c"), "d")
CONSENTS = {Source.CREDIT_BUREAU: UUID(int=7)}


def a_product(code: str = "PCL-ONLINE") -> Product:
    return Product.model_validate_json(files("application_svc").joinpath(f"products/{code}.json").read_bytes())


def an_application(product: Product | None = None, **changes: Any) -> Application:
    product = product or a_product()
    wish = Wish(
        10_000_000, 12, RepaymentMethod.EQUAL_INSTALMENT, "EDUCATION",
        {"employment": "EMPLOYED", "monthly_income_minor": 1_200_000, "dependents": 2},
    )  # fmt: skip
    return Application(
        id=UUID(int=1),
        application_no="AP20261123000000000001",
        customer_id=UUID(int=2),
        branch="0101",
        channel="mobile",
        product_code=product.code,
        product_version=product.version,
        wish=replace(wish, **changes),
        created_by="borrower-1",
        created_at=NOW,
    )


def a_submitted_application() -> Application:
    application = an_application()
    application.submit(a_product(), APPLICANT, CONSENTS, "borrower-1", NOW)
    application.take_facts()
    return application


def a_document(kind: DocumentKind, at: datetime = NOW) -> Document:
    return Document(UUID(int=5), kind, MediaType.PDF, 9, "0" * 64, at, "borrower-1")


def refused(code: str, kind: type[DomainError] = Conflict) -> Any:
    return pytest.raises(kind, match=f"^{code}: ")


def test_a_submitted_application_tells_all_that_the_process_needs() -> None:
    application = an_application()
    application.submit(a_product(), APPLICANT, CONSENTS, "borrower-1", NOW)
    (fact,) = application.facts
    assert isinstance(fact, ApplicationSubmitted)
    assert application.status == ApplicationStatus.SUBMITTED
    assert (fact.process_code, fact.auto_authority_minor, fact.product_max_minor) == (
        "personal-credit", 20_000_000, 20_000_000)  # fmt: skip
    assert fact.declared.model_dump() == {
        "age": 36, "dependents": 2, "monthly_income_minor": 1_200_000, "monthly_expense_minor": None}  # fmt: skip
    assert (fact.person_token, fact.mobile_token, fact.card_token, fact.device_token) == ("p", "m", "c", "d")
    assert (fact.max_annual_rate, fact.online_consumer_credit, fact.own_exposure_minor) == (Decimal("0.24"), True, 0)
    assert (fact.customer_type, fact.own_online_consumer_minor, fact.own_debt_service_minor) == ("PERSONAL", 0, 0)
    assert "INCOME_PROOF" in fact.accepted_documents and "BUSINESS_LICENCE" not in fact.accepted_documents
    assert fact.consent_ids == CONSENTS and fact.submitted_by == "borrower-1" and fact.sequence == 1
    assert fact.committee_over_minor == 50_000_000


def test_everybody_who_worked_on_a_draft_is_told_with_its_submission() -> None:
    """R-9.10: none of them approves it, though another submits it."""
    product = a_product("PCL-BRANCH")
    application = an_application(product)
    application.created_by = "drafter-1"
    for kind, by in ((DocumentKind.ID_FRONT, "papers-1"), (DocumentKind.ID_BACK, "papers-1"),
                     (DocumentKind.INCOME_PROOF, "papers-2")):  # fmt: skip
        application.attach_document(replace(a_document(kind), uploaded_by=by), product)
    application.submit(product, replace(APPLICANT, legal_room_minor=7), CONSENTS, "manager-1", NOW)
    fact = application.facts[-1]
    assert isinstance(fact, ApplicationSubmitted)
    assert (fact.submitted_by, fact.made_by) == ("manager-1", ["drafter-1", "papers-1", "papers-2", "manager-1"])
    assert fact.legal_room_minor == 7


def test_without_a_card_to_pay_out_to_nothing_is_submitted() -> None:
    application = an_application()
    with pytest.raises(Invalid) as refusal:
        application.submit(a_product(), Applicant(36, Tokens("p", "m", None)), CONSENTS, "borrower-1", NOW)
    assert refusal.value.code == "card-missing"
    assert [(error.pointer, error.code) for error in refusal.value.errors] == [("/customer_id", "card-missing")]
    assert application.status == ApplicationStatus.DRAFT and application.facts == []


def test_a_figure_of_the_form_that_is_not_written_as_a_whole_number_is_refused() -> None:
    application = an_application(form=orjson.loads(b'{"monthly_income_minor": 1200000.0, "dependents": null}'))
    with refused("application-invalid", Invalid):
        application.submit(a_product(), APPLICANT, CONSENTS, "borrower-1", NOW)
    assert application.facts == []


def test_a_submitted_application_cannot_be_submitted_again() -> None:
    application = a_submitted_application()
    with refused("application-not-editable"):
        application.submit(a_product(), APPLICANT, CONSENTS, "borrower-1", NOW)
    assert application.facts == []


def test_what_the_product_does_not_allow_is_not_submitted_and_tells_nothing() -> None:
    application = an_application(amount_minor=1)
    with refused("application-invalid", Invalid):
        application.submit(a_product(), APPLICANT, CONSENTS, "borrower-1", NOW)
    assert application.status == ApplicationStatus.DRAFT and application.facts == []


def test_a_draft_is_kept_and_completed_with_its_documents() -> None:
    product = a_product("PCL-BRANCH")
    application = an_application(product)
    application.keep_as_draft()
    application.attach_document(a_document(DocumentKind.ID_FRONT), product)
    with pytest.raises(Invalid) as refusal:
        application.submit(product, APPLICANT, CONSENTS, "manager-1", NOW)
    assert refusal.value.code == "documents-missing"
    assert [error.pointer for error in refusal.value.errors] == ["/documents/ID_BACK", "/documents/INCOME_PROOF"]
    application.attach_document(a_document(DocumentKind.ID_BACK), product)
    application.attach_document(a_document(DocumentKind.INCOME_PROOF), product)
    application.submit(product, APPLICANT, CONSENTS, "manager-1", NOW)
    assert [type(fact) for fact in application.facts] == [*[AuditRecorded] * 4, ApplicationSubmitted]
    assert [fact.sequence for fact in application.facts] == [1, 2, 3, 4, 5]


def test_a_document_of_another_kind_is_not_taken() -> None:
    with refused("document-kind-not-accepted", Invalid):
        an_application().attach_document(a_document(DocumentKind.TAX_RETURN), a_product())


def test_a_submitted_application_takes_no_documents_unless_asked() -> None:
    application = a_submitted_application()
    with refused("application-not-editable"):
        application.attach_document(a_document(DocumentKind.INCOME_PROOF), a_product())


def test_evidence_that_a_task_needs_is_taken_and_told_while_the_application_is_in_process() -> None:
    """Whatever its product asks for; and the papers that it had are told with their hashes when it is handed in."""
    product = a_product("PCL-BRANCH")
    application = an_application(product)
    with refused("application-not-editable"):  # there is no case yet
        application.attach_document(a_document(DocumentKind.INTERVIEW), product)
    for kind in (DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.INCOME_PROOF):
        application.attach_document(a_document(kind), product)
    application.submit(product, APPLICANT, CONSENTS, "manager-1", NOW)
    submitted = application.facts[-1]
    assert isinstance(submitted, ApplicationSubmitted)
    assert [(p.kind, p.sha256) for p in submitted.papers or ()] == [
        (kind, "0" * 64) for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF")
    ]
    application.hand_to("approver", NOW)
    application.attach_document(replace(a_document(DocumentKind.INTERVIEW), uploaded_by="u-talks"), product)
    told = application.facts[-1]
    assert isinstance(told, DocumentAttached)
    assert (told.kind, told.sha256, told.uploaded_by) == ("INTERVIEW", "0" * 64, "u-talks")


def test_a_supplement_is_complete_with_the_documents_that_were_asked_for() -> None:
    application = a_submitted_application()
    application.request_supplement([DocumentKind.INCOME_PROOF], NOW + timedelta(days=3), NOW)
    assert application.status == ApplicationStatus.SUPPLEMENT
    with refused("documents-missing", Invalid):
        application.complete_supplement(NOW)
    application.attach_document(a_document(DocumentKind.INCOME_PROOF, NOW + timedelta(hours=1)), a_product())
    application.complete_supplement(NOW + timedelta(hours=1))
    assert application.status == "SUBMITTED"
    fact = application.facts[-1]
    assert isinstance(fact, ApplicationSupplemented) and fact.document_kinds == ["INCOME_PROOF"]


def test_a_document_from_before_does_not_answer_a_later_request() -> None:
    application = an_application()
    application.attach_document(a_document(DocumentKind.INCOME_PROOF, NOW), a_product())
    application.submit(a_product(), APPLICANT, CONSENTS, "borrower-1", NOW)
    later = NOW + timedelta(minutes=1)
    application.request_supplement([DocumentKind.INCOME_PROOF], later + timedelta(days=3), later)
    with refused("documents-missing", Invalid):
        application.complete_supplement(later)


def test_a_supplement_is_asked_for_and_completed_in_its_own_state_only() -> None:
    application = an_application()
    with refused("application-not-in-process"):
        application.request_supplement([DocumentKind.OTHER], NOW, NOW)
    with refused("application-not-in-process"):
        a_submitted_application().complete_supplement(NOW)


def test_a_later_request_takes_the_place_of_an_earlier_one() -> None:
    application = a_submitted_application()
    application.request_supplement([DocumentKind.INCOME_PROOF], NOW + timedelta(days=3), NOW)
    application.attach_document(a_document(DocumentKind.INCOME_PROOF, NOW), a_product())
    later = NOW + timedelta(days=3, hours=1)
    application.request_supplement([DocumentKind.BANK_STATEMENT], later + timedelta(days=7), later)
    with refused("documents-missing", Invalid):
        application.complete_supplement(later)
    application.attach_document(a_document(DocumentKind.BANK_STATEMENT, later), a_product())
    application.complete_supplement(later)
    fact = application.facts[-1]
    assert isinstance(fact, ApplicationSupplemented) and fact.document_kinds == ["BANK_STATEMENT"]


@pytest.mark.parametrize(
    ("role", "state"), [("approver", "REVIEW"), ("risk-officer", "REVIEW"), ("committee-member", "APPROVAL")]
)
def test_a_task_shows_with_whom_the_application_is(role: str, state: str) -> None:
    application = a_submitted_application()
    application.hand_to(role, NOW)
    assert application.status == state
    (fact,) = application.facts
    assert isinstance(fact, AuditRecorded) and fact.detail == {"status": state, "role": role}
    application.hand_to(role, NOW)
    assert len(application.facts) == 1
    with refused("application-not-editable"):
        application.attach_document(a_document(DocumentKind.INCOME_PROOF), a_product())
    application.request_supplement([DocumentKind.INCOME_PROOF], NOW + timedelta(days=3), NOW)
    assert application.status == "SUPPLEMENT"


def test_a_task_from_before_does_not_end_a_supplement_and_one_after_its_due_time_does() -> None:
    application = a_submitted_application()
    due_at = NOW + timedelta(days=7)
    application.request_supplement([DocumentKind.INCOME_PROOF], due_at, NOW)
    application.take_facts()
    with refused("supplement-awaited"):
        application.hand_to("approver", due_at - timedelta(microseconds=1))
    assert application.status == "SUPPLEMENT" and application.facts == []
    application.hand_to("approver", due_at)
    assert application.status == "REVIEW"
    with refused("application-not-in-process"):
        application.complete_supplement(due_at)


@pytest.mark.parametrize("state", ["DRAFT", "APPROVED", "CONDITIONAL", "DECLINED", "WITHDRAWN", "EXPIRED"])
def test_a_task_that_comes_late_changes_nothing(state: str) -> None:
    application = an_application()
    application.status = ApplicationStatus(state)
    with refused("application-not-in-process"):
        application.hand_to("approver", NOW)
    assert application.status == state and application.facts == []


@pytest.mark.parametrize("state", ["SUBMITTED", "SUPPLEMENT", "REVIEW", "APPROVAL", "APPROVED", "CONDITIONAL"])
def test_an_application_can_be_withdrawn_until_it_is_signed(state: str) -> None:
    application = a_submitted_application()
    application.status = ApplicationStatus(state)
    application.withdraw(WithdrawalReason.CHANGED_MIND, NOW)
    (fact,) = application.facts
    assert isinstance(fact, ApplicationWithdrawn) and fact.reason == "CHANGED_MIND"
    assert application.status == ApplicationStatus.WITHDRAWN
    with refused("application-not-withdrawable"):
        application.withdraw(None, NOW)


def test_the_withdrawal_of_a_draft_concerns_nobody_else() -> None:
    application = an_application()
    application.withdraw(WithdrawalReason.CHANGED_MIND, NOW)
    assert application.status == ApplicationStatus.WITHDRAWN
    (fact,) = application.facts
    assert isinstance(fact, AuditRecorded)
    assert (fact.action, fact.detail) == ("withdraw_draft", {"reason": "CHANGED_MIND"})


@pytest.mark.parametrize("state", ["DECLINED", "EXPIRED"])
def test_what_has_ended_cannot_be_withdrawn(state: str) -> None:
    application = an_application()
    application.status = ApplicationStatus(state)
    with refused("application-not-withdrawable"):
        application.withdraw(None, NOW)


def test_the_facts_of_an_application_name_nobody() -> None:
    application = a_submitted_application()
    application.withdraw(None, NOW)
    assert all("EMPLOYED" not in fact.to_json().decode() for fact in application.facts)
