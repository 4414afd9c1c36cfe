"""A loan has followed from a decision, stands otherwise, or is repaid: what became of the decision."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from loan_contracts.lending import LoanDisbursed, LoanReclassified, LoanSettled
from workflow_svc.use_cases.loans.ports import Loans, UnitOfWork


async def note_disbursed(
    commands: Sequence[LoanDisbursed], loans: Loans, uow: UnitOfWork, now: datetime
) -> AsyncIterator[None]:
    """One statement for all of them."""
    await loans.disbursed(commands)
    for _ in commands:
        yield None


async def note_reclassified(
    commands: Sequence[LoanReclassified], loans: Loans, uow: UnitOfWork, now: datetime
) -> AsyncIterator[None]:
    """One statement for all of them."""
    await loans.reclassified(commands)
    for _ in commands:
        yield None


async def note_settled(
    commands: Sequence[LoanSettled], loans: Loans, uow: UnitOfWork, now: datetime
) -> AsyncIterator[None]:
    """One statement for all of them."""
    await loans.settled(commands)
    for _ in commands:
        yield None
