"""Payments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from integration_gateway.api.payments.views import PaymentView, SettlementDayView, WorkState
from integration_gateway.api.ports import Context
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
