"""Applications over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from application_svc.api.applications.views import (
    ApplicationBody,
    ApplicationLineView,
    ApplicationView,
    ReceiptView,
    ReviewBody,
    ReviewsView,
    ReviewView,
    StatusesBody,
    StatusesView,
    SubmissionBody,
    SupplementBody,
    WithdrawalBody,
)
from application_svc.api.fields import Code
from application_svc.api.wired import ports
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.use_cases.applications.request_review import RequestReview, request_review
from application_svc.use_cases.applications.save_draft import save_draft
from application_svc.use_cases.applications.submit_application import SubmitApplication, submit_application
from application_svc.use_cases.applications.submit_draft import SubmitDraft, submit_draft
from application_svc.use_cases.applications.supplement_application import SupplementApplication, supplement_application
from application_svc.use_cases.applications.withdraw_application import WithdrawApplication, withdraw_application
from application_svc.use_cases.ports import Wanted
from loan_servicekit.core import business_day, new_id
from loan_servicekit.http import Cursor, Edge, Page, Router, page, problems, requires

router = Router(prefix="/v1", tags=["applications"])
REASONS_FOR = "case.read"  # who works on cases sees why a decision is what it is


@router.post("/applications", operation_id="submit_application", status_code=202, responses=problems(404, 409),
             response_model=ReceiptView)  # fmt: skip
async def submit_application_route(
    body: ApplicationBody, edge: Annotated[Edge, requires("application.submit")]
) -> Response:
    """Hands in a complete application. A product that asks for documents begins as a draft: POST /v1/drafts."""
    command = _command(body, edge)
    return await edge.perform(submit_application, command, ReceiptView.of, 202, ports(edge).preloads.borrowers,
                              command.application_id)  # fmt: skip


@router.post("/drafts", operation_id="save_draft", status_code=201, responses=problems(404, 409),
             response_model=ReceiptView)  # fmt: skip
async def save_draft_route(body: ApplicationBody, edge: Annotated[Edge, requires("application.submit")]) -> Response:
    """Keeps an application that needs documents before it can be handed in."""
    command = _command(body, edge)
    return await edge.perform(save_draft, command, ReceiptView.of, 201, ports(edge).preloads.borrowers,
                              command.application_id)  # fmt: skip


def _command(body: ApplicationBody, edge: Edge) -> SubmitApplication:
    device = ports(edge).vault.device_token(body.device_id) if body.device_id else None
    return SubmitApplication(new_id(), edge.caller, body.customer_id, body.product_code, ports(edge).products, ports(edge).bounds, body.wish(), body.reuse_documents,
                             body.channel.value if body.channel else None, device)  # fmt: skip


@router.post("/applications/{application_id}/submission", operation_id="submit_draft", status_code=202,
             responses=problems(404, 409, 412), response_model=ReceiptView)  # fmt: skip
async def submit_draft_route(
    application_id: UUID, body: SubmissionBody, edge: Annotated[Edge, requires("application.submit")]
) -> Response:
    """Hands in a draft whose documents are there."""
    device = ports(edge).vault.device_token(body.device_id) if body.device_id else None
    command = SubmitDraft(
        edge.caller, application_id, ports(edge).products, ports(edge).bounds, device, body.reuse_documents, edge.expect
    )
    return await edge.perform(submit_draft, command, ReceiptView.of, 202, ports(edge).preloads.borrowers)


@router.get("/applications", operation_id="list_applications", responses=problems())
async def list_applications(
    edge: Annotated[Edge, requires("application.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ApplicationStatus | None = None,
    contract_status: Annotated[
        ContractStatus | None, Query(description="DRAFTED: offers that wait for their disclosure to be read")
    ] = None,
    product: Code | None = None,
    customer_id: UUID | None = None,
) -> Page[ApplicationLineView]:
    """Applications, newest first; of the caller's branch where he is bound to one."""
    wanted = Wanted(edge.caller.branch_scope, status, contract_status, product, customer_id)
    found = await ports(edge).queries.applications(wanted, cursor.uuid(), cursor.limit + 1)
    shown = [ApplicationLineView.of(line) for line in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post("/applications/statuses", operation_id="list_application_statuses", responses=problems())
async def list_application_statuses(
    body: StatusesBody, edge: Annotated[Edge, requires("application.read", keyed=False)]
) -> StatusesView:
    """Where many applications stand, for a front end that follows them; a read, so it takes no Idempotency-Key."""
    found = await ports(edge).queries.statuses(body.ids, edge.caller.branch_scope)
    return StatusesView(items=[ApplicationLineView.of(line) for line in found])


@router.get("/applications/{application_id}", operation_id="get_application", responses=problems(404))
async def get_application(
    application_id: UUID, edge: Annotated[Edge, requires("application.read")], response: Response
) -> ApplicationView:
    """One application; its ETag is the sequence that If-Match of an act may name."""
    application = await ports(edge).queries.application(application_id)
    edge.caller.require_branch(application.branch)
    response.headers["ETag"] = f'"{application.sequence}"'
    return ApplicationView.of(application, REASONS_FOR in edge.caller.permissions)


@router.post("/applications/{application_id}/withdrawal", operation_id="withdraw_application",
             responses=problems(404, 409, 412), response_model=ReceiptView)  # fmt: skip
async def withdraw_application_route(
    application_id: UUID, body: WithdrawalBody, edge: Annotated[Edge, requires("application.withdraw")]
) -> Response:
    """The applicant steps back; possible until the contract is signed."""
    command = WithdrawApplication(edge.caller, application_id, body.reason, edge.expect)
    return await edge.perform(withdraw_application, command, ReceiptView.of, preload=ports(edge).preloads.applications)


@router.post("/applications/{application_id}/supplements", operation_id="supplement_application",
             responses=problems(404, 409, 412), response_model=ReceiptView)  # fmt: skip
async def supplement_application_route(
    application_id: UUID, body: SupplementBody, edge: Annotated[Edge, requires("document.upload")]
) -> Response:
    """The documents that were asked for are uploaded; the case is checked anew."""
    command = SupplementApplication(edge.caller, application_id, edge.expect)
    return await edge.perform(supplement_application, command, ReceiptView.of,
                              preload=ports(edge).preloads.applications)  # fmt: skip


@router.post("/applications/{application_id}/reviews", operation_id="request_review", status_code=201,
             responses=problems(404, 409), response_model=ReviewView)  # fmt: skip
async def request_review_route(
    application_id: UUID, body: ReviewBody, edge: Annotated[Edge, requires("review.request")]
) -> Response:
    """The borrower wants his decision explained, or decided by a person who took no part in it (PIPL 24): once each."""
    days = ports(edge).bounds.on(business_day(edge.now)).review_request_days
    command = RequestReview(edge.caller, application_id, body.kind, body.statement, days)
    return await edge.perform(request_review, command, ReviewView.of, 201, ports(edge).preloads.applications)


@router.get("/applications/{application_id}/reviews", operation_id="list_review_requests", responses=problems(404))
async def list_review_requests(
    application_id: UUID, edge: Annotated[Edge, requires("application.read")]
) -> ReviewsView:
    """What the borrower has asked about the decisions of his application, and how each request stands."""
    application = await ports(edge).queries.application(application_id)
    edge.caller.require_branch(application.branch)
    return ReviewsView(items=[ReviewView.of(r) for r in await ports(edge).queries.reviews_of(application_id)])
