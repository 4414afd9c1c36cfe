"""Where requests for a second person, and quotes for prepayments live."""

from pydantic import TypeAdapter

from loan_schedules.prepayment import Effect
from loan_servicekit.db.columns import Column, aggregates, enumerated, structured
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.quotes import Breakdown, PrepaymentQuote
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus
from postloan_svc.persistence.loan.history import CHANGE

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
PREPAYMENT_QUOTES = aggregates(
    "prepayment_quotes",
    PrepaymentQuote,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        Column("pay_by", "date"),
        enumerated("effect", Effect),
        structured("breakdown", TypeAdapter(Breakdown)),
        Column("quoted_by", "text"),
        Column("quoted_on", "date"),
        Column("quoted_at", "timestamptz"),
        Column("repayment_id", "uuid"),
    ],
    missing="prepayment-quote-not-found",
)
LOAN_CHANGES = aggregates(
    "loan_changes",
    LoanChange,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        structured("change", CHANGE),
        Column("value_date", "date"),
        Column("reason", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        Column("reverses", "uuid"),
        enumerated("status", RequestStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="loan-change-not-found",
)
