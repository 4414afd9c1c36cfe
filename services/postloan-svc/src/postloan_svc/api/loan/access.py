"""The loan of a path, for callers of its branch."""

from uuid import UUID

from loan_servicekit.core import NotFound
from postloan_svc.api.ports import Context
from postloan_svc.domain.loan.loan import Loan


async def loan_of(loan_id: UUID, context: Context) -> Loan:
    """The loan; raises NotFound `loan-not-found`, and Forbidden for callers of another branch."""
    loan = await context.ports.loans.loan(loan_id)
    if loan is None:
        raise NotFound("loan-not-found", f"there is no loan {loan_id}")
    context.caller.require_branch(loan.contract.branch)
    return loan
