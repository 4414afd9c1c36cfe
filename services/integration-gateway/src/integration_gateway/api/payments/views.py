"""Answer models of payments."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from integration_gateway.domain.payments.settlement import BreakKind, Clearing
from integration_gateway.use_cases.payments.clear_break import ClearingRow
from integration_gateway.use_cases.payments.ports import PaymentRecord
from integration_gateway.use_cases.payments.reconcile import DayRecord
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body


class WorkState(StrEnum):
    """OPEN until the channel has said how it ended."""

    OPEN = "OPEN"
    DONE = "DONE"


class AttemptView(BaseModel):
    """An order of a payment at the channel, by its number there. Where the channel is known never to have got it, since
    when: only then another one follows."""

    number: int
    order_id: str
    ordered_at: datetime
    absent_at: datetime | None


class PaymentView(BaseModel):
    """A payment order and how it stands."""

    payment_id: UUID
    loan_id: UUID
    direction: str
    amount_minor: int
    state: WorkState
    tries: int
    result: dict[str, object] | None
    requested_at: datetime
    finished_at: datetime | None
    attempts: list[AttemptView]

    @classmethod
    def of(cls, payment: PaymentRecord) -> "PaymentView":
        """The view of a payment."""
        return cls(
            payment_id=payment.payment_id,
            loan_id=payment.work.loan_id,
            direction=payment.work.direction.value,
            amount_minor=payment.work.amount_minor,
            state=WorkState(payment.state),
            tries=payment.tries,
            result=payment.result and dict(payment.result),
            requested_at=payment.requested_at,
            finished_at=payment.finished_at,
            attempts=[
                AttemptView(
                    number=each.number, order_id=each.order_id, ordered_at=each.ordered_at, absent_at=each.absent_at
                )
                for each in payment.attempts
            ],
        )


class ClearingBody(Body):
    """What was found out about a break."""

    outcome: Annotated[Clearing, Field(examples=[Clearing.CHANNEL_CORRECTED])]
    reference: Annotated[
        str,
        text(1, 100),
        Field(description="The journal, repayment or letter that proves it", examples=["MAIL-2026-0117"]),
    ]
    note: Annotated[str, text(5, 500), Field(examples=["渠道次日补报，金额一致"])]


class ClearingView(BaseModel):
    """How a break was cleared, and by whom."""

    outcome: Clearing
    reference: str
    note: str
    cleared_by: str
    cleared_at: datetime

    @classmethod
    def of(cls, row: ClearingRow) -> "ClearingView":
        """The view of a clearing."""
        return cls.model_validate(row, from_attributes=True)


class SettlementBreakView(BaseModel):
    """An order about which the channel's file and our book differ; amounts are absent on the side that has none."""

    order_id: str
    kind: BreakKind
    payment_id: UUID | None
    ours_minor: int | None
    theirs_minor: int | None
    cleared: ClearingView | None


class SettlementDayView(BaseModel):
    """A day whose file was held against our orders."""

    settled_on: date
    orders: int
    amount_minor: int
    compared_at: datetime
    breaks: list[SettlementBreakView]

    @classmethod
    def of(cls, found: DayRecord) -> "SettlementDayView":
        """The view of a day."""
        day = found.day
        return cls(
            settled_on=day.settled_on,
            orders=day.orders,
            amount_minor=day.amount_minor,
            compared_at=day.compared_at,
            breaks=[
                SettlementBreakView(
                    order_id=each.order_id,
                    kind=each.kind,
                    payment_id=each.payment_id,
                    ours_minor=each.ours_minor,
                    theirs_minor=each.theirs_minor,
                    cleared=ClearingView.of(found.cleared[each.order_id]) if each.order_id in found.cleared else None,
                )
                for each in found.breaks
            ],
        )
