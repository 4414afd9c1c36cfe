"""Says what repaying before the term costs, so that the borrower can rely on it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_schedules.prepayment import Effect
from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.servicing.prepayment import Early
from postloan_svc.domain.servicing.quotes import PrepaymentQuote, break_down, require_quotable
from postloan_svc.use_cases.loan.ports import StartingBasis
from postloan_svc.use_cases.servicing.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class QuotePrepayment:
    """So much principal, and what it shall change; without an amount all of it. `pay_by` absent is the open business
    day."""

    caller: Caller
    loan_id: UUID
    pay_by: date | None
    principal_minor: int | None
    effect: Effect


async def quote_prepayment(
    command: QuotePrepayment, basis: StartingBasis, uow: UnitOfWork, now: datetime
) -> PrepaymentQuote:
    """Nothing about the loan changes. `record_repayment` takes the quote up."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    open_day, principal = basis.business_date, command.principal_minor
    pay_by = command.pay_by or loan.business_date(open_day)
    require_quotable(loan, pay_by, open_day)
    early = Early(principal, command.effect) if principal is not None else None
    quote = PrepaymentQuote(
        id=new_id(),
        loan_id=loan.id,
        pay_by=pay_by,
        effect=early.effect if early else None,
        breakdown=break_down(loan, early, pay_by, basis.non_accrual_after_days),
        quoted_by=command.caller.subject,
        quoted_on=open_day,
        quoted_at=now,
    )
    quote.quoted()
    uow.prepayment_quotes.add(quote)
    return quote
