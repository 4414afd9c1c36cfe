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


TRANSITIONS: dict[LoanStatus, frozenset[LoanStatus]] = {
    LoanStatus.PENDING: frozenset({LoanStatus.DISBURSING, LoanStatus.FAILED}),
    LoanStatus.DISBURSING: frozenset({LoanStatus.ACTIVE, LoanStatus.FAILED}),
    LoanStatus.FAILED: frozenset({LoanStatus.DISBURSING}),
    LoanStatus.ACTIVE: frozenset({LoanStatus.OVERDUE, LoanStatus.SETTLED}),
    LoanStatus.OVERDUE: frozenset({LoanStatus.ACTIVE, LoanStatus.SETTLED}),
    LoanStatus.SETTLED: frozenset(),
}
"""From each state, those that a loan may go to. Nothing else changes a status: `Loan.become`."""

RUNNING = frozenset({LoanStatus.ACTIVE, LoanStatus.OVERDUE})
"""Paid out and not yet settled."""
