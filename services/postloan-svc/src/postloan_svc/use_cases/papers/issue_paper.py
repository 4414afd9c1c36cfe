"""Hands out a paper about a loan."""

from dataclasses import dataclass, field
from datetime import date, datetime

from loan_servicekit.core import Caller
from postloan_svc.domain.papers.paper import Draft, Paper
from postloan_svc.use_cases.papers.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class IssuePaper:
    """This is what it says; the code is drawn by lot."""

    caller: Caller
    draft: Draft
    business_date: date
    code: str = field(repr=False)


async def issue_paper(command: IssuePaper, uow: UnitOfWork, now: datetime) -> Paper:
    """A new one, or the one that says the same already."""
    known = await uow.papers.find(command.draft.paper_id)
    if known is not None:
        return known
    paper = Paper.issue(command.draft, command.code, command.caller.subject, command.business_date, now)
    uow.papers.add(paper)
    return paper
