"""Applications, what borrowers ask about their decisions, and what is known of the tasks of their cases."""

from datetime import datetime
from functools import wraps
from typing import Any

from pydantic import TypeAdapter

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import (
    UNSIGNED,
    CheckedCondition,
    Confirmation,
    ContractStatus,
    Counterparty,
    Decision,
    Offer,
    Signature,
)
from application_svc.domain.applications.review import Review
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Supplement, Wish
from application_svc.domain.documents.documents import Document
from application_svc.domain.products.request import OwnDue
from application_svc.use_cases.applications.ports import TaskFact
from loan_contracts.applications import ReviewKind
from loan_contracts.decisions import ReviewStatus
from loan_contracts.values import RepaymentMethod
from loan_servicekit.db.columns import Column, aggregates, enumerated, made, rows, structured

CHECKED = TypeAdapter(list[CheckedCondition])


def _organisation_code(application: Application) -> str | None:
    """The code of the applicant's business, as far as the form asks for it."""
    code: str | None = application.form.get("uscc")
    return code


def _open_until(application: Application) -> datetime | None:
    """When the offer runs out, as long as it waits to be signed."""
    return application.offer.expires_at if application.offer and application.contract_status in UNSIGNED else None


def _checked(checked: list[CheckedCondition]) -> list[Any] | None:
    """Nothing for the many applications whose approval sets no condition before the contract."""
    found: list[Any] | None = CHECKED.dump_python(checked, mode="json") or None
    return found


@wraps(Application, updated=())
def _application(**told: Any) -> Application:
    return Application(**told | {"checked": told["checked"] or []})


APPLICATIONS = aggregates(
    "applications",
    _application,
    (
        Column("id", "uuid"),
        Column("application_no", "text"),
        Column("customer_id", "uuid"),
        Column("branch", "text"),
        Column("channel", "text"),
        Column("product_code", "text"),
        Column("product_version", "int"),
        Column("amount_minor", "bigint", of="wish.amount_minor"),
        Column("term_months", "int", of="wish.term_months"),
        enumerated("repayment_method", RepaymentMethod, of="wish.method"),
        Column("purpose", "text", of="wish.purpose"),
        Column("form", "json", of="wish.form", write=dict, snapshot=True),
        structured("schedule", TypeAdapter(tuple[OwnDue, ...]), of="wish.schedule"),
        made("organisation_code", "text", _organisation_code),
        Column("created_by", "text"),
        Column("created_at", "timestamptz"),
        structured("documents", TypeAdapter(list[Document])),
        Column("submitted_by", "text"),
        Column("submitted_at", "timestamptz"),
        structured("supplement", TypeAdapter(Supplement), snapshot=True),
        structured("decision", TypeAdapter(Decision), snapshot=True),
        structured("offer", TypeAdapter(Offer), snapshot=True),
        structured("confirmation", TypeAdapter(Confirmation), snapshot=True),
        structured("signature", TypeAdapter(Signature), snapshot=True),
        structured("counterparty", TypeAdapter(Counterparty), snapshot=True),
        Column("checked", "json", read=CHECKED.validate_python, write=_checked),
        Column("loan_id", "uuid"),
        Column("disbursed_at", "timestamptz"),
        made("open_until", "timestamptz", _open_until),
        enumerated("status", ApplicationStatus),
        enumerated("contract_status", ContractStatus),
        Column("approval_ended_at", "timestamptz"),
        Column("ended_at", "timestamptz"),
        Column("partner_id", "uuid"),
    ),
    missing="application-not-found",
    parts={"wish": Wish},
)
REVIEWS = aggregates(
    "reviews",
    Review,
    (
        Column("id", "uuid"),
        Column("application_id", "uuid"),
        Column("decision_id", "uuid"),
        enumerated("kind", ReviewKind),
        Column("statement", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        enumerated("status", ReviewStatus),
        Column("due_at", "timestamptz"),
        Column("answer_sha256", "text"),
        Column("answered_at", "timestamptz"),
    ),
    missing="review-not-found",
)
TASK_FACTS = rows(
    "task_facts",
    TaskFact,
    (
        Column("task_id", "uuid"),
        Column("sequence", "int"),
        Column("application_id", "uuid"),
        Column("role", "text"),
        Column("assignee", "text"),
        Column("open", "bool"),
    ),
    on_conflict="on conflict (task_id, sequence) do nothing",
)
