"""What a borrower does about his own applications over HTTP: asks, hands in, supplements, steps back, asks why."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from application_svc.api.applications.own import own_application, owner_of
from application_svc.api.applications.routes import asking_for, handing_in
from application_svc.api.applications.views import (
    OwnApplicationBody,
    ReceiptView,
    ReviewBody,
    ReviewsView,
    ReviewView,
    SubmissionBody,
    SupplementBody,
    WithdrawalBody,
)
from application_svc.api.ports import Context
from application_svc.use_cases.applications.request_review import RequestReview
from application_svc.use_cases.applications.submit_application import SubmitApplication
from application_svc.use_cases.applications.supplement_application import SupplementApplication
from application_svc.use_cases.applications.withdraw_application import WithdrawApplication
from loan_servicekit.core import business_day
from loan_servicekit.http import Router, problems, requires

router = Router(prefix="/v1/my", tags=["borrower"])


@router.post(
    "/applications",
    operation_id="submit_own_application",
    status_code=202,
    responses=problems(404, 409),
    response_model=ReceiptView,
)
async def submit_own_application_route(
    body: OwnApplicationBody, context: Annotated[Context, requires("own-application.make")]
) -> Response:
    """Hands in a complete application of the borrower. A product that asks for papers begins as a draft."""
    command = await _asking(body, context)
    return await context.perform(
        context.ports.operations.submit_application, command, ReceiptView.of, 202, about=command.application_id
    )


@router.post(
    "/drafts", operation_id="save_own_draft", status_code=201, responses=problems(404, 409), response_model=ReceiptView
)
async def save_own_draft_route(
    body: OwnApplicationBody, context: Annotated[Context, requires("own-application.make")]
) -> Response:
    """Keeps an application of the borrower that papers belong to, before it is handed in."""
    command = await _asking(body, context)
    return await context.perform(
        context.ports.operations.save_draft, command, ReceiptView.of, 201, about=command.application_id
    )


async def _asking(body: OwnApplicationBody, context: Context) -> SubmitApplication:
    customer = await context.ports.queries.customers.customer(context.caller.owner())
    return asking_for(body, context, context.caller.owning(customer.branch), customer.id, None)


@router.post(
    "/applications/{application_id}/submission",
    operation_id="submit_own_draft",
    status_code=202,
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def submit_own_draft_route(
    application_id: UUID, body: SubmissionBody, context: Annotated[Context, requires("own-application.make")]
) -> Response:
    """Hands in the borrower's own draft, when its papers are there."""
    command = handing_in(body, context, await owner_of(application_id, context), application_id)
    return await context.perform(context.ports.operations.submit_draft, command, ReceiptView.of, 202)


@router.post(
    "/applications/{application_id}/withdrawal",
    operation_id="withdraw_own_application",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def withdraw_own_application_route(
    application_id: UUID, body: WithdrawalBody, context: Annotated[Context, requires("own-application.make")]
) -> Response:
    """The borrower steps back; possible until the contract is signed."""
    caller = await owner_of(application_id, context)
    command = WithdrawApplication(caller, application_id, body.reason, context.expect)
    return await context.perform(context.ports.operations.withdraw_application, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/supplements",
    operation_id="supplement_own_application",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def supplement_own_application_route(
    application_id: UUID, body: SupplementBody, context: Annotated[Context, requires("own-application.make")]
) -> Response:
    """The papers that were asked for are uploaded; the case is checked anew."""
    command = SupplementApplication(await owner_of(application_id, context), application_id, context.expect)
    return await context.perform(context.ports.operations.supplement_application, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/reviews",
    operation_id="request_own_review",
    status_code=201,
    responses=problems(404, 409),
    response_model=ReviewView,
)
async def request_own_review_route(
    application_id: UUID, body: ReviewBody, context: Annotated[Context, requires("own-review.request")]
) -> Response:
    """The borrower wants his decision explained, or decided by a person who took no part in it (PIPL 24): once each."""
    days = context.ports.bounds.on(business_day(context.now)).review_request_days
    command = RequestReview(await owner_of(application_id, context), application_id, body.kind, body.statement, days)
    return await context.perform(context.ports.operations.request_review, command, ReviewView.of, 201)


@router.get("/applications/{application_id}/reviews", operation_id="list_own_review_requests", responses=problems(404))
async def list_own_review_requests(
    application_id: UUID, context: Annotated[Context, requires("own-application.read")]
) -> ReviewsView:
    """What the borrower has asked about the decisions of his application, and how each request stands."""
    application = await own_application(application_id, context)
    found = await context.ports.queries.applications.reviews_of(application.id)
    return ReviewsView(items=[ReviewView.of(each) for each in found])
