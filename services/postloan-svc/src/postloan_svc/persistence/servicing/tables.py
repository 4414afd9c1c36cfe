"""Where requests for a second person, and quotes for prepayments live."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from loan_schedules.prepayment import Effect
from loan_servicekit.db.columns import Column, aggregates, enumerated, structured
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.quotes import Breakdown, PrepaymentQuote
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus
from postloan_svc.domain.statements.statement import BankStatement, StatementBreak
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
        Column("to_loan_id", "uuid"),
        enumerated("status", RequestStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="repayment-request-not-found",
)


def _breaks(stored: list[dict[str, object]]) -> list[StatementBreak]:
    return [StatementBreak(**each) for each in stored]  # type: ignore[arg-type]  # as they were written


def _told(breaks: Sequence[StatementBreak]) -> list[dict[str, object]]:
    return [each._asdict() for each in breaks]


TAKEN = "select reference from loan_events where reference = any($1::text[])"  # references that a repayment bears
BANK_STATEMENTS = aggregates(
    "bank_statements",
    BankStatement,
    [
        Column("id", "uuid"),
        Column("sha256", "text"),
        Column("lines", "int"),
        Column("total_minor", "bigint"),
        Column("taken", "int"),
        Column("taken_minor", "bigint"),
        Column("breaks", "json", read=_breaks, write=_told),
        Column("imported_by", "text"),
        Column("imported_at", "timestamptz"),
    ],
    missing="bank-statement-not-found",
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
        Column("process_code", "text"),
    ],
    missing="loan-change-not-found",
)
