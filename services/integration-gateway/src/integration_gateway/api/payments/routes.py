"""Payments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Response

from integration_gateway.api.payments.views import ClearingBody, ClearingView, PaymentView, SettlementDayView, WorkState
from integration_gateway.api.ports import Context
from integration_gateway.use_cases.payments.clear_break import ClearBreak
from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Day, Page, Router, page, problems, requires

router = Router(prefix="/v1")


@router.get("/payments", operation_id="list_payments", responses=problems())
async def list_payments(
    context: Annotated[Context, requires("payment.read")],
    cursor: Annotated[Cursor, Depends()],
    state: WorkState | None = None,
) -> Page[PaymentView]:
    """Payment orders by id."""
    records = await context.ports.payments.payments(state, cursor.uuid(), cursor.limit + 1)
    found = [PaymentView.of(payment) for payment in records]
    return page(found, cursor, [found[cursor.limit - 1].payment_id] if len(found) > cursor.limit else None)


@router.get("/payments/{payment_id}", operation_id="get_payment", responses=problems(404))
async def get_payment(payment_id: UUID, context: Annotated[Context, requires("payment.read")]) -> PaymentView:
    """One payment order."""
    found = await context.ports.payments.payment(payment_id)
    if found is None:
        raise NotFound("payment-not-found", f"there is no payment {payment_id}")
    return PaymentView.of(found)


@router.get("/settlement-days/{day}", operation_id="get_settlement_day", responses=problems(404))
async def get_settlement_day(day: Day, context: Annotated[Context, requires("payment.read")]) -> SettlementDayView:
    """What came of holding the channel's file of a day against our orders, with each break (长款, 短款)."""
    found = await context.ports.settlement.day(day)
    if found is None:
        raise NotFound("settlement-day-not-found", f"the file of {day} was not compared yet")
    return SettlementDayView.of(found)


@router.post(
    "/settlement-days/{day}/breaks/{order_id}/clearing",
    operation_id="clear_settlement_break",
    status_code=201,
    responses=problems(404, 409),
    response_model=ClearingView,
)
async def clear_break_route(
    day: Day,
    order_id: Annotated[str, Path(pattern=r"^[!-~]{1,64}$")],
    body: ClearingBody,
    context: Annotated[Context, requires("settlement.clear")],
) -> Response:
    """Writes down how a break was cleared, once. It moves no money: what has to be booked is booked by two people at
    postloan-svc, and `reference` names it."""
    command = ClearBreak(context.caller, day, order_id, body.outcome, body.reference, body.note)
    return await context.perform(context.ports.operations.clear_break, command, ClearingView.of, 201)
