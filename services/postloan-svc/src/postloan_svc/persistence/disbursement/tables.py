"""Where releases of pay-outs live."""

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, structured
from postloan_svc.domain.disbursement.purpose import PurposeCheck, PurposeResult
from postloan_svc.domain.disbursement.release import Condition, PayOutRelease, ReleaseStatus

PURPOSE_CHECKS = aggregates(
    "purpose_checks",
    PurposeCheck,
    [
        Column("id", "uuid"),
        enumerated("result", PurposeResult),
        Column("evidence", "text"),
        Column("due_on", "date"),
        Column("checked_by", "text"),
        Column("checked_at", "timestamptz"),
    ],
    missing="purpose-check-not-found",
)
PAY_OUTS = aggregates(
    "pay_outs",
    PayOutRelease,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        Column("branch", "text"),
        Column("amount_minor", "bigint"),
        structured("conditions", TypeAdapter(list[Condition])),
        Column("waiting_since", "timestamptz"),
        Column("asked_by", "text"),
        enumerated("status", ReleaseStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
        Column("reason", "text"),
    ],
    missing="pay-out-not-found",
)
