"""Where loans live."""

from collections.abc import Callable

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, made, structured
from postloan_svc.domain.classification.standing import arrears_of
from postloan_svc.domain.delinquency.cap import CapWindow
from postloan_svc.domain.ledger.allocations import Profile
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.loan.terms import TermsInForce
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.servicing.accrual import interest_due_minor, running_period
from postloan_svc.domain.servicing.ageing import next_event_on, overdue_since
from postloan_svc.persistence.ledger.tables import LEDGER_ENTRIES, REPAYMENTS, ledger_rows, repayment_rows
from postloan_svc.persistence.loan.history import LOAN_EVENTS, SCHEDULE_VERSIONS, event_rows, schedule_rows

BY_POSITION = (
    "number",
    "starts_on",
    "due_on",
    "principal_minor",
    "interest_minor",
    "balance_minor",
    "penalty_minor",
    "compound_minor",
    "principal_paid_minor",
    "interest_paid_minor",
    "penalty_paid_minor",
    "compound_paid_minor",
    "fell_due",
    "missed",
    "charged_until",
    "paid_on",
)
"""What the values of an instalment are in rows of 0.2.0 and before, which name none.
It says what was, and never changes."""

_INSTALMENTS = TypeAdapter(list[LoanInstalment])


def _instalments(stored: list[object]) -> list[LoanInstalment]:
    """The schedule of a row: instalments by the names of their fields, or as rows of before have them."""
    return _INSTALMENTS.validate_python(
        [dict(zip(BY_POSITION, each, strict=True)) if isinstance(each, list) else each for each in stored]
    )


_TERMS = TypeAdapter(TermsInForce)


def _changed(terms: TermsInForce) -> object:
    """What changes have added; nothing for most loans."""
    return _TERMS.dump_python(terms, mode="json", exclude_defaults=True)


def _booked_interest(loan: Loan) -> int:
    """Interest that is due and ours: what was transferred is not."""
    return 0 if loan.status is LoanStatus.TRANSFERRED else interest_due_minor(loan)


def _running(figure: str) -> Callable[[Loan], object]:
    """A figure of the running period (`servicing.accrual`), by which interest accrues for all loans at once."""
    return lambda loan: getattr(running_period(loan), figure, None)


def _arrears(loan: Loan) -> list[dict[str, object]] | None:
    """What has fallen due and is unpaid, by which all loans age at once; null for the many that owe nothing."""
    return [each._asdict() for each in arrears_of(loan)] or None


LOANS = aggregates(
    "loans",
    Loan,
    [
        Column("id", "uuid"),
        made("application_id", "uuid", lambda loan: loan.contract.application_id),
        made("customer_id", "uuid", lambda loan: loan.contract.customer_id),
        made("branch", "text", lambda loan: loan.contract.branch),
        made("loan_no", "text", lambda loan: loan.loan_no),
        enumerated("status", LoanStatus),
        structured("contract", TypeAdapter(SignedContract), snapshot=True),
        Column("pay_outs", "int"),
        Column("payment_id", "uuid"),
        Column("purpose_due_on", "date"),
        Column("value_date", "date"),
        Column("instalments", "json", read=_instalments),
        enumerated("profile", Profile),
        Column("bucket", "text"),
        Column("suspense_minor", "bigint"),
        Column("settled_on", "date"),
        Column("advanced_to", "date"),
        Column("posted", "int"),
        Column("schedule_no", "int"),
        Column("refunds", "int"),
        Column("refund_id", "uuid"),
        Column("refund_minor", "bigint"),
        structured("cap_windows", TypeAdapter(list[CapWindow])),
        Column("cap_excess_minor", "bigint"),
        Column("recognised_minor", "bigint"),
        Column("off_balance_minor", "bigint"),
        Column("non_accrual_since", "date"),
        made("next_event_on", "date", next_event_on),
        made("overdue_since", "date", overdue_since),
        Column("terms", "json", read=_TERMS.validate_python, write=_changed),
        made("outstanding_minor", "bigint", lambda loan: loan.booked_principal_minor),
        made("interest_due_minor", "bigint", _booked_interest),
        made("accrues_since", "date", _running("since")),
        made("accrues_on_minor", "bigint", _running("balance_minor")),
        made("accrues_at", "numeric", _running("annual_rate")),
        made("accrues_most_minor", "bigint", _running("most_minor")),
        made("product_code", "text", lambda loan: loan.contract.product_code),
        made("principal_minor", "bigint", lambda loan: loan.contract.principal_minor),
        made(
            "first_due_on", "date", lambda loan: next((each.due_on for each in loan.instalments if each.number), None)
        ),
        made("maturity_on", "date", lambda loan: loan.maturity_date),
        made("arrears", "json", _arrears),
        made("accrues_before", "numeric", _running("before")),
        made("accrues_over", "int", _running("days_a_year")),
        made("accrues_by", "text", _running("counted_by")),
        made("line_id", "uuid", lambda loan: loan.contract.line_id),
    ],
    missing="loan-not-found",
    appends={
        LEDGER_ENTRIES.name: ledger_rows,
        REPAYMENTS.name: repayment_rows,
        LOAN_EVENTS.name: event_rows,
        SCHEDULE_VERSIONS.name: schedule_rows,
    },
)
