"""The loan of a path, for callers of its branch and for its borrower."""

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


async def own_loan(loan_id: UUID, context: Context) -> Loan:
    """The loan, where it is the caller's own; raises NotFound `loan-not-found` for any other, as for one that is not
    there."""
    own = context.caller.owner()
    loan = await context.ports.loans.loan(loan_id)
    if loan is None or loan.contract.customer_id != own:
        raise NotFound("loan-not-found", f"there is no loan {loan_id}")
    return loan
