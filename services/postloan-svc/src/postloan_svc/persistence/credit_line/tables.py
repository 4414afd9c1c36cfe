"""Where credit lines live."""

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, made, structured
from postloan_svc.domain.credit_line.line import CreditLine, FreezeAsked, LineStatus, Reservation
from postloan_svc.domain.loan.signed_contract import SignedContract

CREDIT_LINES = aggregates(
    "credit_lines",
    CreditLine,
    [
        Column("id", "uuid"),
        made("branch", "text", lambda line: line.contract.branch),
        made("customer_id", "uuid", lambda line: line.contract.customer_id),
        structured("contract", TypeAdapter(SignedContract), snapshot=True),
        Column("opens_on", "date"),
        Column("expires_on", "date"),
        enumerated("status", LineStatus),
        Column("draws", "int"),
        structured("reservations", TypeAdapter(list[Reservation])),
        structured("asked", TypeAdapter(FreezeAsked)),
    ],
    missing="credit-line-not-found",
)
