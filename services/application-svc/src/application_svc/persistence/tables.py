"""Where customers, consents and applications live, and the rows that are only ever added."""

from functools import partial
from typing import Any

from pydantic import TypeAdapter

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import UNSIGNED, Confirmation, ContractStatus, Decision, Offer, Signature
from application_svc.domain.applications.review import Review
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Supplement, Wish
from application_svc.domain.consents.consent import Consent, ConsentForm, Evidence, Purpose
from application_svc.domain.consents.consent_text import ConsentText, TextStatus
from application_svc.domain.customers.customer import CardState, Customer, Tokens
from application_svc.domain.customers.identity_numbers import Sex
from application_svc.domain.documents.documents import Document
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from application_svc.persistence.customers.vault import FIELDS
from loan_contracts.messages import ReviewKind, ReviewStatus
from loan_contracts.values import RepaymentMethod, Source
from loan_servicekit.db.tables import Row, RowTable, Table
from loan_servicekit.db.unit_of_work import Schema

EVIDENCE = TypeAdapter(Evidence)
DOCUMENTS = TypeAdapter(list[Document])
SUPPLEMENT = TypeAdapter(Supplement)
DECISION = TypeAdapter(Decision)
OFFER = TypeAdapter(Offer)
CONFIRMATION = TypeAdapter(Confirmation)
SIGNATURE = TypeAdapter(Signature)
PARTS: dict[str, TypeAdapter[Any]] = {"supplement": SUPPLEMENT, "decision": DECISION, "offer": OFFER,
                                      "confirmation": CONFIRMATION, "signature": SIGNATURE}  # fmt: skip


def load_customer(row: Row) -> Customer:
    """A customer from its row."""
    (id, branch, name, identity_number, mobile, card, issuer, warnings, person_token, mobile_token, card_token,
     birth_date, sex, id_expires_on, virtual_operator, registered_at, registered_by, card_state) = row  # fmt: skip
    tokens = Tokens(person_token, mobile_token, card_token)
    return Customer(id, branch, name, identity_number, mobile, card, issuer, warnings, tokens, birth_date, Sex(sex),
                    id_expires_on, virtual_operator, registered_at, registered_by, CardState(card_state))  # fmt: skip


def _dump_customer(c: Customer) -> list[Any]:
    return [c.id, c.branch, c.name_masked, c.identity_number_masked, c.mobile_masked, c.card_masked, c.card_issuer,
            c.card_warnings, c.tokens.person, c.tokens.mobile, c.tokens.card, c.birth_date, c.sex.value,
            c.id_expires_on, c.virtual_operator, c.registered_at, c.registered_by, c.card_state.value]  # fmt: skip


def load_consent(row: Row) -> Consent:
    """A consent from its row."""
    (id, customer_id, source, purpose, form, text_version, valid_from, valid_until, withdrawn_at, text_hash,
     evidence) = row  # fmt: skip
    return Consent(id, customer_id, Source(source), Purpose(purpose), ConsentForm(form), text_version, valid_from,
                   valid_until, withdrawn_at, text_hash, evidence and EVIDENCE.validate_python(evidence))  # fmt: skip


def _dump_consent(c: Consent) -> list[Any]:
    return [c.id, c.customer_id, c.source.value, c.purpose.value, c.form.value, c.text_version, c.valid_from,
            c.valid_until, c.withdrawn_at, c.text_hash,
            c.evidence and EVIDENCE.dump_python(c.evidence, mode="json")]  # fmt: skip


def load_application(row: Row) -> Application:
    """An application from its row; two columns only serve look-ups."""
    (id, application_no, customer_id, branch, channel, product_code, product_version, amount_minor, term_months, method,
     purpose, form, _, created_by, created_at, documents, submitted_by, submitted_at, supplement, decision,
     offer, confirmation, signature, loan_id, disbursed_at, _, status, contract_status, approval_ended_at,
     ended_at) = row  # fmt: skip
    return Application(
        id, application_no, customer_id, branch, channel, product_code, product_version,
        Wish(amount_minor, term_months, RepaymentMethod(method), purpose, form), created_by, created_at,
        ApplicationStatus(status), DOCUMENTS.validate_python(documents) if documents else [], submitted_by, submitted_at,
        supplement and SUPPLEMENT.validate_python(supplement), decision and DECISION.validate_python(decision),
        contract_status and ContractStatus(contract_status), offer and OFFER.validate_python(offer),
        confirmation and CONFIRMATION.validate_python(confirmation),
        signature and SIGNATURE.validate_python(signature), loan_id, disbursed_at, approval_ended_at, ended_at,
    )  # fmt: skip


def _dump_application(a: Application) -> list[Any]:
    wish = a.wish
    return [
        a.id, a.application_no, a.customer_id, a.branch, a.channel, a.product_code, a.product_version,
        wish.amount_minor, wish.term_months, wish.method.value, wish.purpose, wish.form, wish.form.get("uscc"),
        a.created_by, a.created_at, DOCUMENTS.dump_python(a.documents, mode="json") if a.documents else [],
        a.submitted_by, a.submitted_at, a.supplement, a.decision, a.offer, a.confirmation, a.signature, a.loan_id,
        a.disbursed_at, a.offer.expires_at if a.offer and a.contract_status in UNSIGNED else None, a.status.value,
        a.contract_status.value if a.contract_status else None, a.approval_ended_at, a.ended_at,
    ]  # fmt: skip


def load_proposal(row: Row) -> ProductProposal:
    """A proposed product version from its row."""
    id, code, product_version, content, status, *rest = row
    return ProductProposal(id, code, product_version, content, ProposalStatus(status), *rest)


def _dump_proposal(p: ProductProposal) -> list[Any]:
    return [p.id, p.code, p.product_version, p.content, p.status.value, p.proposed_by, p.proposed_at, p.decided_by,
            p.decided_at, p.reason]  # fmt: skip


def load_text(row: Row) -> ConsentText:
    """A wording from its row."""
    id, source, purpose, text_version, wording, hash, valid_from, status, *rest = row
    return ConsentText(id, Source(source), Purpose(purpose), text_version, wording, hash, valid_from, TextStatus(status),
                       *rest)  # fmt: skip


def _dump_text(t: ConsentText) -> list[Any]:
    return [t.id, t.source.value, t.purpose.value, t.text_version, t.wording, t.hash, t.valid_from, t.status.value,
            t.proposed_by, t.proposed_at, t.decided_by, t.decided_at]  # fmt: skip


CUSTOMERS = Table(
    "customers",
    {"id": "uuid", "branch": "text", "name_masked": "text", "identity_number_masked": "text", "mobile_masked": "text",
     "card_masked": "text", "card_issuer": "text", "card_warnings": "json", "person_token": "text",
     "mobile_token": "text", "card_token": "text", "birth_date": "date", "sex": "text", "id_expires_on": "date",
     "virtual_operator": "bool", "registered_at": "timestamptz", "registered_by": "text",
     "card_state": "text"},
    load_customer, _dump_customer, "customer-not-found",
)  # fmt: skip
CONSENT_COLUMNS = {"id": "uuid", "customer_id": "uuid", "source": "text", "purpose": "text", "form": "text",
                   "text_version": "text", "valid_from": "timestamptz", "valid_until": "timestamptz",
                   "withdrawn_at": "timestamptz", "text_hash": "text", "evidence": "json"}  # fmt: skip
CONSENTS = Table("consents", CONSENT_COLUMNS, load_consent, _dump_consent, "consent-not-found")
APPLICATIONS = Table(
    "applications",
    {"id": "uuid", "application_no": "text", "customer_id": "uuid", "branch": "text", "channel": "text",
     "product_code": "text", "product_version": "int", "amount_minor": "bigint", "term_months": "int",
     "repayment_method": "text", "purpose": "text", "form": "json", "organisation_code": "text", "created_by": "text",
     "created_at": "timestamptz", "documents": "json", "submitted_by": "text", "submitted_at": "timestamptz",
     "supplement": "json", "decision": "json", "offer": "json", "confirmation": "json", "signature": "json",
     "loan_id": "uuid", "disbursed_at": "timestamptz", "open_until": "timestamptz", "status": "text",
     "contract_status": "text", "approval_ended_at": "timestamptz", "ended_at": "timestamptz"},
    load_application, _dump_application, "application-not-found",
    snapshots={"form": dict} | {name: partial(adapter.dump_python, mode="json") for name, adapter in PARTS.items()},
)  # fmt: skip

CONSENT_TEXTS = Table(
    "consent_texts",
    {"id": "uuid", "source": "text", "purpose": "text", "text_version": "text", "wording": "text", "hash": "text",
     "valid_from": "date", "status": "text", "proposed_by": "text", "proposed_at": "timestamptz", "decided_by": "text",
     "decided_at": "timestamptz"},
    load_text, _dump_text, "consent-text-not-found",
)  # fmt: skip
PRODUCT_PROPOSALS = Table(
    "product_proposals",
    {"id": "uuid", "code": "text", "product_version": "int", "content": "json", "status": "text", "proposed_by": "text",
     "proposed_at": "timestamptz", "decided_by": "text", "decided_at": "timestamptz", "reason": "text"},
    load_proposal, _dump_proposal, "product-proposal-not-found",
)  # fmt: skip


def load_review(row: Row) -> Review:
    """A borrower's request from its row."""
    id, application_id, decision_id, kind, statement, by, at, status, due_at, answer_sha256, answered_at = row
    return Review(id, application_id, decision_id, ReviewKind(kind), statement, by, at, status and ReviewStatus(status),
                  due_at, answer_sha256, answered_at)  # fmt: skip


def _dump_review(r: Review) -> list[Any]:
    return [r.id, r.application_id, r.decision_id, r.kind.value, r.statement, r.requested_by, r.requested_at,
            r.status and r.status.value, r.due_at, r.answer_sha256, r.answered_at]  # fmt: skip


REVIEWS = Table(
    "reviews",
    {"id": "uuid", "application_id": "uuid", "decision_id": "uuid", "kind": "text", "statement": "text",
     "requested_by": "text", "requested_at": "timestamptz", "status": "text", "due_at": "timestamptz",
     "answer_sha256": "text", "answered_at": "timestamptz"},
    load_review, _dump_review, "review-not-found",
)  # fmt: skip
SEALED_COLUMNS = {**dict.fromkeys(FIELDS, "text"), "details_token": "text", "sealed_at": "timestamptz",
                  "name_form": "int"}  # fmt: skip
SEALED_DETAILS = RowTable(
    "sealed_details",
    {"customer_id": "uuid", **SEALED_COLUMNS},
    f"on conflict (customer_id) do update set {', '.join(f'{column} = excluded.{column}' for column in SEALED_COLUMNS)}",
)
GRANTED_CONSENTS = RowTable("consents", {**CONSENT_COLUMNS, "version": "int", "sequence": "int"})
IDENTITY_READS = RowTable(
    "identity_reads",
    {"call_id": "uuid", "customer_id": "uuid", "purpose": "text", "fields": "text", "task_id": "uuid",
     "read_by": "text", "read_at": "timestamptz", "application_id": "uuid"},
)  # fmt: skip
TASK_FACTS = RowTable(
    "task_facts",
    {"task_id": "uuid", "sequence": "int", "application_id": "uuid", "role": "text", "assignee": "text", "open": "bool"},
    "on conflict (task_id, sequence) do nothing",
)  # fmt: skip
CONSENT_SCANS = RowTable(
    "consent_scans",
    {"id": "uuid", "customer_id": "uuid", "media_type": "text", "size_bytes": "int", "sha256": "text",
     "uploaded_by": "text", "uploaded_at": "timestamptz"},
)  # fmt: skip
IDENTITY_RENEWALS = RowTable("identity_renewals", {"customer_id": "uuid", "renewed_at": "timestamptz"})
PAPERS = RowTable(
    "papers",
    {"application_id": "uuid", "contract_no": "text", "disclosure": "text", "disclosure_hash": "text",
     "contract": "text", "contract_hash": "text", "made_at": "timestamptz"},
)  # fmt: skip
DISCLOSURE_DELIVERIES = RowTable(
    "disclosure_deliveries",
    {"application_id": "uuid", "disclosure_hash": "text", "delivered_to": "text", "delivered_at": "timestamptz"},
    "on conflict do nothing",
)
PRODUCT_VERSIONS = RowTable(
    "product_versions",
    {"code": "text", "version": "int", "valid_from": "date", "content": "json", "added_by": "text",
     "added_at": "timestamptz"},
)  # fmt: skip
SCHEMA = Schema(
    {"customers": CUSTOMERS, "consents": CONSENTS, "applications": APPLICATIONS, "product_proposals": PRODUCT_PROPOSALS,
     "consent_texts": CONSENT_TEXTS, "reviews": REVIEWS},
    {"sealed_details": SEALED_DETAILS, "granted_consents": GRANTED_CONSENTS, "identity_reads": IDENTITY_READS, "task_facts": TASK_FACTS,
     "papers": PAPERS, "consent_scans": CONSENT_SCANS, "identity_renewals": IDENTITY_RENEWALS, "disclosure_deliveries": DISCLOSURE_DELIVERIES, "product_versions": PRODUCT_VERSIONS},
)  # fmt: skip
