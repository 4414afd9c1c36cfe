"""Papers about a borrower's own loans over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.http import Page, Router, problems, requires
from postloan_svc.api.loan.access import own_loan
from postloan_svc.api.papers.drafts import a_certificate, a_statement, paper_of
from postloan_svc.api.papers.views import PDF, PaperView, StatementBody, as_file
from postloan_svc.api.ports import Context

router = Router(prefix="/v1/my", tags=["borrower"])


@router.post(
    "/loans/{loan_id}/statements",
    operation_id="issue_own_statement",
    status_code=201,
    responses=problems(404, 409),
    response_model=PaperView,
)
async def issue_own_statement_route(
    loan_id: UUID, body: StatementBody, context: Annotated[Context, requires("own-loan.read")]
) -> Response:
    """Hands out a statement of account (对账单) of some days up to the open one. Who asks for the same again, gets the
    same."""
    command = await a_statement(await own_loan(loan_id, context), body.from_day, body.to_day, context.caller, context)
    return await context.perform(context.ports.operations.issue_paper, command, PaperView.of, 201)


@router.post(
    "/loans/{loan_id}/settlement-certificates",
    operation_id="issue_own_settlement_certificate",
    status_code=201,
    responses=problems(404, 409),
    response_model=PaperView,
)
async def issue_own_settlement_certificate_route(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.read")]
) -> Response:
    """Hands out the certificate that nothing is owed any more (结清证明), for a loan that is settled."""
    command = await a_certificate(await own_loan(loan_id, context), context.caller, context)
    return await context.perform(context.ports.operations.issue_paper, command, PaperView.of, 201)


@router.get("/loans/{loan_id}/papers", operation_id="list_own_papers", responses=problems(404))
async def list_own_papers(loan_id: UUID, context: Annotated[Context, requires("own-loan.read")]) -> Page[PaperView]:
    """The papers that were handed out about a loan, newest first."""
    loan = await own_loan(loan_id, context)
    return Page(items=[PaperView.of(each) for each in await context.ports.papers.papers_of(loan.id)])


@router.get(
    "/loans/{loan_id}/papers/{paper_id}",
    operation_id="get_own_paper",
    responses=problems(404) | PDF,
    response_class=Response,
)
async def get_own_paper(
    loan_id: UUID, paper_id: UUID, context: Annotated[Context, requires("own-loan.read")]
) -> Response:
    """A paper as PDF (PDF/A-2b): the same bytes each time."""
    paper = await paper_of(await own_loan(loan_id, context), paper_id, context)
    return as_file(paper, await context.ports.typesetter.pdf(paper))
