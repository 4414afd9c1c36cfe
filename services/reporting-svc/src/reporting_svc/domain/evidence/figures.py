"""What the timeline shows of each message: fields that hold codes, ids and figures."""

from collections.abc import Mapping
from typing import Any

import orjson

from loan_contracts.assessment import ExternalDataCollected
from loan_contracts.message import Message

_PAYMENT = ("payment_id", "direction", "amount_minor")
_TERMS = ("amount_minor", "term_months", "annual_rate")

FIGURES: Mapping[str, tuple[str, ...]] = {
    "application.submitted": (
        "application_no", "product_code", "product_version", "branch", "channel", "amount_minor", "term_months",
        "repayment_method", "purpose",
    ),
    "application.supplemented": ("document_kinds",),
    "application.withdrawn": ("reason",),
    "review.requested": ("review_id", "decision_id", "kind"),
    "review.updated": ("review_id", "case_id", "task_id", "status", "due_at", "answer_sha256"),
    "card-verification.requested": ("verification_id",),
    "card.verified": ("verification_id", "outcome", "code"),
    "offer.made": ("contract_no", *_TERMS, "repayment_method", "apr_irr_nominal", "disclosure_hash", "expires_at"),
    "disclosure.confirmed": ("read_seconds", "disclosure_hash"),
    "contract.signed": ("contract_no", *_TERMS, "repayment_method", "contract_hash"),
    "external-data.requested": ("sources", "purpose_code"),
    "external-data.collected": ("statuses",),
    "fraud-screening.requested": ("product_code",),
    "fraud.screened": ("screening_id", "outcome", "reasons", "rules_version"),
    "risk-assessment.requested": ("product_code", "amount_minor", "term_months"),
    "risk.assessed": (
        "assessment_id", "outcome", "pd", "score", "grade", "limit_minor", "annual_rate", "reasons", "triggers",
        "model_version", "scorecard_version", "policy_version",
    ),
    "task.created": ("task_id", "stage", "role", "amount_minor", "due_at", "hints", "flows"),
    "task.claimed": ("task_id", "assignee"),
    "task.completed": ("task_id", "case_id", "stage", "outcome", "assignee", "comment_sha256"),
    "task.reassigned": ("task_id", "assignee"),
    "task.overdue": ("task_id", "stage", "role", "due_at"),
    "supplement.requested": ("document_kinds", "due_at"),
    "decision.made": (
        "decision_id", "outcome", *_TERMS, "repayment_method", "score", "grade", "reasons", "automatic", "decided_by",
        "versions", "supersedes",
    ),
    "payment.requested": _PAYMENT,
    "payment.settled": (*_PAYMENT, "channel_reference"),
    "payment.failed": (*_PAYMENT, "code"),
    "loan.disbursed": (
        "loan_id", "loan_no", "contract_no", "principal_minor", "annual_rate", "term_months", "repayment_method",
        "instalment_minor", "value_date", "first_due_date",
    ),
    "loan.disbursement-failed": ("loan_id", "payment_id", "code"),
    "repayment.due": ("loan_id", "instalment_no", "due_date", "principal_minor", "interest_minor", "total_minor"),
    "repayment.received": (
        "loan_id", "repayment_id", "amount_minor", "principal_minor", "interest_minor", "penalty_minor",
        "compound_minor", "fee_minor", "suspense_minor", "outstanding_principal_minor", "business_date",
    ),
    "repayment.missed": ("loan_id", "instalment_no", "due_date", "overdue_minor", "dpd", "bucket", "business_date"),
    "loan.settled": ("loan_id", "settled_on"),
    "business-day.closed": ("business_date", "loans", "due", "missed"),
    "notification.requested": ("notification_id", "template"),
    "notification.delivered": ("notification_id", "template"),
    "audit.recorded": ("subject_type", "subject_id", "action", "detail"),
}  # fmt: skip


SCREENING, ASSESSMENT = "screening.read", "assessment.read"
NEEDED: Mapping[str, Mapping[str, str]] = {
    "fraud.screened": dict.fromkeys(FIGURES["fraud.screened"], SCREENING),
    "risk.assessed": dict.fromkeys(FIGURES["risk.assessed"], ASSESSMENT),
    "task.created": {"hints": SCREENING, "flows": SCREENING},
    "decision.made": dict.fromkeys(("score", "grade", "versions"), ASSESSMENT),
}
"""Which figures of a message need a permission beside that of the list: those that the owner of the figures asks for."""
SCREENER = "antifraud-svc"


def withheld_from(source: str, type: str, permissions: frozenset[str]) -> frozenset[str]:
    """The figures of an entry that somebody with these permissions may not see.

    What antifraud-svc itself records is about its watch list: nobody else sees more of it than that it happened.
    """
    if source == SCREENER and type == "audit.recorded" and SCREENING not in permissions:
        return frozenset(FIGURES[type])
    return frozenset(name for name, needed in NEEDED.get(type, {}).items() if needed not in permissions)


def figures_of(message: Message) -> str:
    """The figures of a message as JSON text; reasons by their codes, rates as text, absent and empty ones left out."""
    found: dict[str, Any] = {}
    for name in FIGURES[message.TYPE]:
        value = _value(message, name)
        if value is not None and value != [] and value != {}:
            found[name] = value
    return orjson.dumps(found, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def _value(message: Message, name: str) -> Any:
    if name == "reasons":
        return [reason.code for reason in getattr(message, name)]
    if name == "flows":
        return [flow.model_dump(mode="json", exclude_defaults=True) for flow in getattr(message, name)]
    if isinstance(message, ExternalDataCollected):
        return message.facts.statuses
    return getattr(message, name)
