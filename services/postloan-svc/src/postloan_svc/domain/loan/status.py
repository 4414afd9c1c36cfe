"""The states of a loan, and which follows which (domain.md §15.1)."""

from enum import StrEnum


class LoanStatus(StrEnum):
    """States of domain.md §15.1."""

    PENDING = "PENDING"
    DISBURSING = "DISBURSING"
    FAILED = "FAILED"
    ACTIVE = "ACTIVE"
    OVERDUE = "OVERDUE"
    SETTLED = "SETTLED"
    WRITTEN_OFF = "WRITTEN_OFF"
    TRANSFERRED = "TRANSFERRED"


TRANSITIONS: dict[LoanStatus, frozenset[LoanStatus]] = {
    LoanStatus.PENDING: frozenset({LoanStatus.DISBURSING, LoanStatus.FAILED}),
    LoanStatus.DISBURSING: frozenset({LoanStatus.ACTIVE, LoanStatus.FAILED}),
    LoanStatus.FAILED: frozenset({LoanStatus.DISBURSING}),
    LoanStatus.ACTIVE: frozenset(
        {LoanStatus.OVERDUE, LoanStatus.SETTLED, LoanStatus.WRITTEN_OFF, LoanStatus.TRANSFERRED}
    ),
    LoanStatus.OVERDUE: frozenset(
        {LoanStatus.ACTIVE, LoanStatus.SETTLED, LoanStatus.WRITTEN_OFF, LoanStatus.TRANSFERRED}
    ),
    # Only where a bank has taken back the money that settled it.
    LoanStatus.SETTLED: frozenset({LoanStatus.ACTIVE, LoanStatus.OVERDUE}),
    # Back to where it was if the write-off or the transfer is taken back.
    LoanStatus.WRITTEN_OFF: frozenset(
        {LoanStatus.SETTLED, LoanStatus.TRANSFERRED, LoanStatus.ACTIVE, LoanStatus.OVERDUE}
    ),
    LoanStatus.TRANSFERRED: frozenset({LoanStatus.ACTIVE, LoanStatus.OVERDUE, LoanStatus.WRITTEN_OFF}),
}
"""From each state, those that a loan may go to. Nothing else changes a status: `Loan.become`."""

RUNNING = frozenset({LoanStatus.ACTIVE, LoanStatus.OVERDUE})
"""Paid out and not yet settled."""
OWED = RUNNING | {LoanStatus.WRITTEN_OFF}
"""What the borrower still owes us, whether it stands in the books or not."""
