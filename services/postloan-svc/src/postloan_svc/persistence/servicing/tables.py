"""Where requests for a second person live."""

from loan_servicekit.db.columns import Column, aggregates, enumerated
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus

REPAYMENT_REQUESTS = aggregates(
    "repayment_requests",
    RepaymentRequest,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        enumerated("kind", RequestKind),
        Column("repayment_id", "uuid"),
        Column("reason", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        Column("amount_minor", "bigint"),
        Column("received_on", "date"),
        enumerated("source", Source),
        Column("reference", "text"),
        enumerated("status", RequestStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="repayment-request-not-found",
)
