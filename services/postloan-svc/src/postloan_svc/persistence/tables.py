"""Where loans, their ledger and the business calendar live."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any
from uuid import UUID

from loan_contracts.values import RepaymentMethod
from loan_servicekit.db.tables import Row, RowTable, Table
from loan_servicekit.db.unit_of_work import Schema
from postloan_svc.domain.ageing import next_event_on
from postloan_svc.domain.allocation import Profile
from postloan_svc.domain.business_day import BusinessCalendar
from postloan_svc.domain.day_closing import ClosingStatus, DayClosing
from postloan_svc.domain.instalments import LoanInstalment
from postloan_svc.domain.loan import Loan, LoanStatus
from postloan_svc.domain.signed_contract import SignedContract

INSTALMENT_FIELDS = tuple(LoanInstalment.__slots__)
_instalment = attrgetter(*INSTALMENT_FIELDS)
_DATES = [INSTALMENT_FIELDS.index(name) for name in ("starts_on", "due_on", "charged_until", "settled_on")]


def _load_instalment(row: list[Any]) -> LoanInstalment:
    for position in _DATES:
        if row[position] is not None:
            row[position] = date.fromisoformat(row[position])
    return LoanInstalment(*row)


def _load_contract(stored: dict[str, Any]) -> SignedContract:
    return SignedContract(
        **stored
        | {
            "application_id": UUID(stored["application_id"]),
            "customer_id": UUID(stored["customer_id"]),
            "annual_rate": Decimal(stored["annual_rate"]),
            "penalty_multiple": Decimal(stored["penalty_multiple"]),
            "annual_rate_cap": Decimal(stored["annual_rate_cap"]),
            "method": RepaymentMethod(stored["method"]),
        }
    )


def _load_loan(row: Row) -> Loan:
    (id, _, _, _, _, status, contract, pay_outs, payment_id, value_date, instalments, profile, bucket, suspense,
     settled_on, advanced_to, _) = row  # fmt: skip
    return Loan(
        id, _load_contract(contract), LoanStatus(status), pay_outs, payment_id, value_date,
        [_load_instalment(each) for each in instalments], Profile(profile), bucket, suspense, settled_on, advanced_to,
    )  # fmt: skip


def _dump_loan(loan: Loan) -> list[Any]:
    contract = loan.contract
    return [loan.id, contract.application_id, contract.customer_id, contract.branch, loan.loan_no, loan.status,
            contract, loan.pay_outs, loan.payment_id, loan.value_date,
            [_instalment(each) for each in loan.instalments], loan.profile, loan.bucket, loan.suspense_minor,
            loan.settled_on, loan.advanced_to, next_event_on(loan)]  # fmt: skip


LOANS = Table(
    "loans",
    {"id": "uuid", "application_id": "uuid", "customer_id": "uuid", "branch": "text", "loan_no": "text",
     "status": "text", "contract": "json", "pay_outs": "int", "payment_id": "uuid", "value_date": "date",
     "instalments": "json", "profile": "text", "bucket": "text", "suspense_minor": "bigint", "settled_on": "date",
     "advanced_to": "date", "next_event_on": "date"},
    _load_loan, _dump_loan, "loan-not-found", snapshots={"contract": asdict},
)  # fmt: skip
CALENDARS = Table(
    "business_calendars", {"id": "text", "business_date": "date"},
    lambda row: BusinessCalendar(row[1], row[0]), lambda c: [c.id, c.business_date],
)  # fmt: skip
DAY_CLOSINGS = Table(
    "day_closings",
    {"id": "date", "status": "text", "loans": "int", "due": "int", "missed": "int", "requested_by": "text",
     "started_at": "timestamptz", "closed_at": "timestamptz", "cursor": "uuid"},
    lambda row: DayClosing(row[0], ClosingStatus(row[1]), *row[2:]),
    lambda c: [c.id, c.status, c.loans, c.due, c.missed, c.requested_by, c.started_at, c.closed_at, c.cursor],
    "day-closing-not-found",
)  # fmt: skip
LEDGER_ENTRIES = RowTable(
    "ledger_entries",
    {"loan_id": "uuid", "kind": "text", "account": "text", "amount_minor": "bigint", "business_date": "date",
     "booked_at": "timestamptz"},
)  # fmt: skip
REPAYMENTS = RowTable(
    "repayments",
    {"repayment_id": "uuid", "loan_id": "uuid", "received_on": "date", "amount_minor": "bigint", "profile": "text",
     "allocation": "json", "booked_at": "timestamptz"},
)  # fmt: skip
SCHEMA = Schema(
    {"loans": LOANS, "calendars": CALENDARS, "day_closings": DAY_CLOSINGS},
    {"ledger_entries": LEDGER_ENTRIES, "repayments": REPAYMENTS},
)
