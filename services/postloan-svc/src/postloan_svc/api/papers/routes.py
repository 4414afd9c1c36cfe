"""Papers about loans over HTTP: statements, settlement certificates, and whether one is genuine."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Page, Router, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.papers.drafts import a_certificate, a_statement, paper_of
from postloan_svc.api.papers.views import PDF, CheckedPaperView, PaperCheckBody, PaperView, StatementBody, as_file
from postloan_svc.api.ports import Context

router = Router(prefix="/v1")


@router.post(
    "/loans/{loan_id}/statements",
    operation_id="issue_statement",
    status_code=201,
    responses=problems(404, 409),
    response_model=PaperView,
)
async def issue_statement_route(
    loan_id: UUID, body: StatementBody, context: Annotated[Context, requires("paper.issue")]
) -> Response:
    """Hands out a statement of account (对账单) of some days up to the open one. Who asks for the same again, gets the
    same."""
    command = await a_statement(await loan_of(loan_id, context), body.from_day, body.to_day, context.caller, context)
    return await context.perform(context.ports.operations.issue_paper, command, PaperView.of, 201)


@router.post(
    "/loans/{loan_id}/settlement-certificates",
    operation_id="issue_settlement_certificate",
    status_code=201,
    responses=problems(404, 409),
    response_model=PaperView,
)
async def issue_settlement_certificate_route(
    loan_id: UUID, context: Annotated[Context, requires("paper.issue")]
) -> Response:
    """Hands out the certificate that nothing is owed any more (结清证明), for a loan that is settled."""
    command = await a_certificate(await loan_of(loan_id, context), context.caller, context)
    return await context.perform(context.ports.operations.issue_paper, command, PaperView.of, 201)


@router.get("/loans/{loan_id}/papers", operation_id="list_papers", responses=problems(404))
async def list_papers(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> Page[PaperView]:
    """The papers that were handed out about a loan, newest first."""
    loan = await loan_of(loan_id, context)
    return Page(items=[PaperView.of(each) for each in await context.ports.papers.papers_of(loan.id)])


@router.get(
    "/loans/{loan_id}/papers/{paper_id}",
    operation_id="get_paper",
    responses=problems(404) | PDF,
    response_class=Response,
)
async def get_paper(loan_id: UUID, paper_id: UUID, context: Annotated[Context, requires("loan.read")]) -> Response:
    """A paper as PDF (PDF/A-2b): the same bytes each time."""
    paper = await paper_of(await loan_of(loan_id, context), paper_id, context)
    return as_file(paper, await context.ports.typesetter.pdf(paper))


@router.post("/papers/check", operation_id="check_paper", responses=problems(404))
async def check_paper(
    body: PaperCheckBody, context: Annotated[Context, requires("loan.read", keyed=False)]
) -> CheckedPaperView:
    """What the paper of a number says, for who has its code: it is genuine where both say the same. A read, so it takes
    no Idempotency-Key."""
    paper = await context.ports.papers.numbered(body.number)
    if paper is None or not paper.bears(body.code):
        raise NotFound("paper-not-found", "no paper has this number and this code")
    return CheckedPaperView.of(paper)
