"""How a loan stands, over HTTP: its class with every reason, its arrears by age, what the bureau is told."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from loan_servicekit.http import Day, Page, Router, problems, requires
from postloan_svc.api.classification.views import (
    AgeingBand,
    AgeingView,
    ArrearView,
    BureauMonthView,
    ClassificationRequestBody,
    ClassificationRequestView,
    ClassificationView,
    PauseView,
    loss_view,
)
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.domain.classification.bands import principal_by_age
from postloan_svc.domain.classification.classification import Classification
from postloan_svc.domain.classification.months import code_of_month
from postloan_svc.domain.classification.risk_class import RiskClass
from postloan_svc.domain.classification.standing import arrears_of, standing
from postloan_svc.domain.delinquency.dpd import bucket
from postloan_svc.use_cases.classification.decide_classification import DecideClassification
from postloan_svc.use_cases.classification.request_classification import RequestClassification

router = Router(prefix="/v1")
YEARS_SHOWN = timedelta(days=730)


@router.get("/loans/{loan_id}/classification", operation_id="get_classification", responses=problems(404))
async def get_classification(
    loan_id: UUID,
    context: Annotated[Context, requires("loan.read")],
    day: Annotated[Day | None, Query(description="Of the figures; absent: the last day that was closed")] = None,
) -> ClassificationView:
    """The class of five and the stage of a loan, why, and what it is expected to lose."""
    loan = await loan_of(loan_id, context)
    reads = context.ports.classifications
    known = await reads.classification(loan_id) or Classification.of(loan)
    recorded = await reads.recorded(loan_id, day)
    scenarios = context.ports.standing.tables(recorded.day).scenarios if recorded else ()
    loss = loss_view(recorded, loan.contract.annual_rate, scenarios) if recorded else None
    return ClassificationView.of(known, recorded, loss, await reads.changes(loan_id))


@router.get("/loans/{loan_id}/ageing", operation_id="get_ageing", responses=problems(404))
async def get_ageing(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> AgeingView:
    """The arrears of a loan on the open business day, instalment by instalment."""
    loan = await loan_of(loan_id, context)
    today = loan.business_date(await context.ports.days.business_date())
    pauses, arrears = await context.ports.classifications.pauses(loan_id), arrears_of(loan)
    tolerance = context.ports.standing.tolerance(today)
    stands = standing(arrears, today, loan.outstanding_principal_minor, tolerance, pauses)
    return AgeingView(
        loan_id=loan_id,
        day=today,
        dpd=stands.dpd,
        bucket=bucket(stands.dpd),
        overdue_instalments=stands.terms,
        overdue_minor=stands.overdue_minor,
        instalments=[ArrearView.of(each, today) for each in arrears],
        bands=[AgeingBand(days=name, principal_minor=owed) for name, owed in principal_by_age(arrears, today).items()],
        pauses=[PauseView.of(each) for each in pauses],
    )


@router.get("/loans/{loan_id}/bureau-status", operation_id="list_bureau_status", responses=problems(404))
async def list_bureau_status(
    loan_id: UUID,
    context: Annotated[Context, requires("loan.read")],
    since: Annotated[Day | None, Query(description="Absent: of the last 24 months")] = None,
) -> Page[BureauMonthView]:
    """What the credit bureau is told of each month, oldest first; the last one as far as it has come."""
    loan = await loan_of(loan_id, context)
    today = await context.ports.days.business_date()
    months = await context.ports.classifications.month_ends(loan_id, since or first_of(today - YEARS_SHOWN))
    shown = [
        BureauMonthView(
            month=f"{each.day:%Y-%m}",
            as_of=each.day,
            code=code_of_month(loan, each.day, each.dpd, context.ports.standing.knows_late_in_month(each.day)),
            dpd=each.dpd,
            overdue_minor=each.overdue_minor,
            outstanding_minor=each.outstanding_minor,
        )
        for each in months
    ]
    return Page(items=shown)


@router.post(
    "/loans/{loan_id}/classification-requests",
    operation_id="request_classification",
    status_code=202,
    responses=problems(404, 409),
    response_model=ClassificationRequestView,
)
async def request_classification_route(
    loan_id: UUID, body: ClassificationRequestBody, context: Annotated[Context, requires("classification.request")]
) -> Response:
    """Asks a second person to change how a loan stands: a sign, an override, an upgrade, days that do not count."""
    command = RequestClassification(
        caller=context.caller,
        loan_id=loan_id,
        kind=body.kind,
        reason=body.reason,
        sign=body.sign,
        percent=body.percent,
        to_class=RiskClass[body.to_class.value] if body.to_class else None,
        first_day=body.first_day,
        last_day=body.last_day,
        pause_id=body.pause_id,
    )
    return await context.perform(
        context.ports.operations.request_classification, command, ClassificationRequestView.of, 202
    )


@router.get(
    "/loans/{loan_id}/classification-requests", operation_id="list_classification_requests", responses=problems(404)
)
async def list_classification_requests(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")]
) -> Page[ClassificationRequestView]:
    """What people have asked about how a loan stands, and what became of it."""
    await loan_of(loan_id, context)
    found = await context.ports.classifications.requests(loan_id)
    return Page(items=[ClassificationRequestView.of(each) for each in found])


@router.post(
    "/classification-requests/{request_id}/approval",
    operation_id="approve_classification_request",
    responses=problems(403, 404, 409),
    response_model=ClassificationRequestView,
)
async def approve_classification_route(
    request_id: UUID, context: Annotated[Context, requires("classification.decide")]
) -> Response:
    """Another person than the one who asked agrees; what was asked for is done at once."""
    command = DecideClassification(context.caller, request_id, approve=True)
    return await context.perform(
        context.ports.operations.decide_classification, command, ClassificationRequestView.of, 200
    )


@router.post(
    "/classification-requests/{request_id}/rejection",
    operation_id="reject_classification_request",
    responses=problems(403, 404, 409),
    response_model=ClassificationRequestView,
)
async def reject_classification_route(
    request_id: UUID, context: Annotated[Context, requires("classification.decide")]
) -> Response:
    """Another person than the one who asked says no; the loan stands as it did."""
    command = DecideClassification(context.caller, request_id, approve=False)
    return await context.perform(
        context.ports.operations.decide_classification, command, ClassificationRequestView.of, 200
    )


def first_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)
