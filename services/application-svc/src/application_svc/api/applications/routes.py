"""Applications over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from application_svc.api.applications.views import (
    ApplicationBody,
    ApplicationLineView,
    ApplicationView,
    OwnApplicationBody,
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
from application_svc.api.ports import Context
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.products.product import Channel
from application_svc.use_cases.applications.ports import Wanted
from application_svc.use_cases.applications.request_review import RequestReview
from application_svc.use_cases.applications.submit_application import SubmitApplication
from application_svc.use_cases.applications.submit_draft import SubmitDraft
from application_svc.use_cases.applications.supplement_application import SupplementApplication
from application_svc.use_cases.applications.withdraw_application import WithdrawApplication
from loan_servicekit.core import Caller, business_day, new_id
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1", tags=["applications"])
REASONS_FOR = "case.read"  # who works on cases sees why a decision is what it is


@router.post(
    "/applications",
    operation_id="submit_application",
    status_code=202,
    responses=problems(404, 409),
    response_model=ReceiptView,
)
async def submit_application_route(
    body: ApplicationBody, context: Annotated[Context, requires("application.submit")]
) -> Response:
    """Hands in a complete application. A product that asks for documents begins as a draft: POST /v1/drafts."""
    command = asking_for(body, context, context.caller, body.customer_id, body.channel)
    return await context.perform(
        context.ports.operations.submit_application, command, ReceiptView.of, 202, about=command.application_id
    )


@router.post(
    "/drafts", operation_id="save_draft", status_code=201, responses=problems(404, 409), response_model=ReceiptView
)
async def save_draft_route(
    body: ApplicationBody, context: Annotated[Context, requires("application.submit")]
) -> Response:
    """Keeps an application that needs documents before it can be handed in."""
    command = asking_for(body, context, context.caller, body.customer_id, body.channel)
    return await context.perform(
        context.ports.operations.save_draft, command, ReceiptView.of, 201, about=command.application_id
    )


def asking_for(
    body: OwnApplicationBody, context: Context, caller: Caller, customer_id: UUID, channel: Channel | None
) -> SubmitApplication:
    """What a body asks for on behalf of a customer."""
    device = context.ports.vault.device_token(body.device_id) if body.device_id else None
    return SubmitApplication(
        new_id(),
        caller,
        customer_id,
        body.product_code,
        context.ports.products,
        context.ports.bounds,
        body.wish(),
        body.reuse_documents,
        channel.value if channel else None,
        device,
    )


@router.post(
    "/applications/{application_id}/submission",
    operation_id="submit_draft",
    status_code=202,
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def submit_draft_route(
    application_id: UUID, body: SubmissionBody, context: Annotated[Context, requires("application.submit")]
) -> Response:
    """Hands in a draft whose documents are there."""
    command = handing_in(body, context, context.caller, application_id)
    return await context.perform(context.ports.operations.submit_draft, command, ReceiptView.of, 202)


def handing_in(body: SubmissionBody, context: Context, caller: Caller, application_id: UUID) -> SubmitDraft:
    """A draft that is handed in."""
    device = context.ports.vault.device_token(body.device_id) if body.device_id else None
    return SubmitDraft(
        caller,
        application_id,
        context.ports.products,
        context.ports.bounds,
        device,
        body.reuse_documents,
        context.expect,
    )


@router.get("/applications", operation_id="list_applications", responses=problems())
async def list_applications(
    context: Annotated[Context, requires("application.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ApplicationStatus | None = None,
    contract_status: Annotated[
        ContractStatus | None, Query(description="DRAFTED: offers that wait for their disclosure to be read")
    ] = None,
    product: Code | None = None,
    customer_id: UUID | None = None,
    application_no: Annotated[Code | None, Query(description="The number of the application")] = None,
) -> Page[ApplicationLineView]:
    """Applications, newest first; of the caller's branch where he is bound to one."""
    wanted = Wanted(context.caller.branch_scope, status, contract_status, product, customer_id, application_no)
    found = await context.ports.queries.applications.applications(wanted, cursor.uuid(), cursor.limit + 1)
    shown = [ApplicationLineView.of(line) for line in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post("/applications/statuses", operation_id="list_application_statuses", responses=problems())
async def list_application_statuses(
    body: StatusesBody, context: Annotated[Context, requires("application.read", keyed=False)]
) -> StatusesView:
    """Where many applications stand, for a front end that follows them; a read, so it takes no Idempotency-Key."""
    found = await context.ports.queries.applications.statuses(body.ids, context.caller.branch_scope)
    return StatusesView(items=[ApplicationLineView.of(line) for line in found])


@router.get("/applications/{application_id}", operation_id="get_application", responses=problems(404))
async def get_application(
    application_id: UUID, context: Annotated[Context, requires("application.read")], response: Response
) -> ApplicationView:
    """One application; its ETag is the sequence that If-Match of an act may name."""
    application = await context.ports.queries.applications.application(application_id)
    context.caller.require_branch(application.branch)
    response.headers["ETag"] = f'"{application.sequence}"'
    return ApplicationView.of(application, REASONS_FOR in context.caller.permissions)


@router.post(
    "/applications/{application_id}/withdrawal",
    operation_id="withdraw_application",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def withdraw_application_route(
    application_id: UUID, body: WithdrawalBody, context: Annotated[Context, requires("application.withdraw")]
) -> Response:
    """The applicant steps back; possible until the contract is signed."""
    command = WithdrawApplication(context.caller, application_id, body.reason, context.expect)
    return await context.perform(context.ports.operations.withdraw_application, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/supplements",
    operation_id="supplement_application",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def supplement_application_route(
    application_id: UUID, body: SupplementBody, context: Annotated[Context, requires("document.upload")]
) -> Response:
    """The documents that were asked for are uploaded; the case is checked anew."""
    command = SupplementApplication(context.caller, application_id, context.expect)
    return await context.perform(context.ports.operations.supplement_application, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/reviews",
    operation_id="request_review",
    status_code=201,
    responses=problems(404, 409),
    response_model=ReviewView,
)
async def request_review_route(
    application_id: UUID, body: ReviewBody, context: Annotated[Context, requires("review.request")]
) -> Response:
    """The borrower wants his decision explained, or decided by a person who took no part in it (PIPL 24): once each."""
    days = context.ports.bounds.on(business_day(context.now)).review_request_days
    command = RequestReview(context.caller, application_id, body.kind, body.statement, days)
    return await context.perform(context.ports.operations.request_review, command, ReviewView.of, 201)


@router.get("/applications/{application_id}/reviews", operation_id="list_review_requests", responses=problems(404))
async def list_review_requests(
    application_id: UUID, context: Annotated[Context, requires("application.read")]
) -> ReviewsView:
    """What the borrower has asked about the decisions of his application, and how each request stands."""
    application = await context.ports.queries.applications.application(application_id)
    context.caller.require_branch(application.branch)
    return ReviewsView(
        items=[ReviewView.of(r) for r in await context.ports.queries.applications.reviews_of(application_id)]
    )
