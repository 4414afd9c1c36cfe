"""What the routes of papers share: what is to be written, and which paper a path means."""

import secrets
from collections import Counter
from datetime import date
from uuid import UUID

from loan_servicekit.core import Caller, NotFound
from postloan_svc.api.ports import Context
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.papers.contents import LEFT_OVER_USED, REPAYMENT, Movement, settlement_certificate, statement
from postloan_svc.domain.papers.paper import CODE_ALPHABET, CODE_LENGTH, Draft, Paper
from postloan_svc.use_cases.papers.issue_paper import IssuePaper


async def a_statement(loan: Loan, first: date, last: date, caller: Caller, context: Context) -> IssuePaper:
    """A statement of account of a period."""
    today = loan.business_date(await context.ports.days.business_date())
    return await _issuing(statement(loan, await _movements(loan, context), (first, last), today), caller, context)


async def a_certificate(loan: Loan, caller: Caller, context: Context) -> IssuePaper:
    """A certificate that the loan is settled."""
    return await _issuing(settlement_certificate(loan, await _movements(loan, context)), caller, context)


async def paper_of(loan: Loan, paper_id: UUID, context: Context) -> Paper:
    """A paper about this loan; raises NotFound `paper-not-found`."""
    paper = await context.ports.papers.paper(paper_id)
    if paper is None or paper.loan_id != loan.id:
        raise NotFound("paper-not-found", f"there is no paper {paper_id} about loan {loan.loan_no}")
    return paper


async def _movements(loan: Loan, context: Context) -> list[Movement]:
    """The money of a loan as it counts now: the last split of each repayment that was not taken back."""
    found = []
    for each in await context.ports.ledger.repayments_now(loan.id, None, None):
        if each.reversed:
            continue
        paid: Counter[str] = Counter()
        for line in each.allocation:
            paid[line["component"]] += line["amount_minor"]
        what = REPAYMENT if each.source else LEFT_OVER_USED
        found.append(Movement(each.received_on, what, each.amount_minor, dict(paid)))
    return found


async def _issuing(draft: Draft, caller: Caller, context: Context) -> IssuePaper:
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    return IssuePaper(caller, draft, await context.ports.days.business_date(), code)
