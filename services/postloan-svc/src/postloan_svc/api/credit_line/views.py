"""What is shown of credit lines, and what is sent about them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from postloan_svc.domain.credit_line.line import CreditLine, LineStatus, Used

MOST_MINOR = 10**13


class DrawBody(Body):
    """So much shall be paid out."""

    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[1_000_000])]
    reservation_id: Annotated[UUID | None, Field(description="Where the amount was held before")] = None


class ReservationBody(Body):
    """So much shall be held."""

    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[1_000_000])]
    until: Annotated[date, Field(description="The last day on which it is held")]


class LineFreezeBody(Body):
    """Whether nothing more shall be drawn, and why."""

    freeze: Annotated[bool, Field(description="false: it shall be drawn again")]
    reason: Annotated[str, text(1, 500), Field(examples=["经营异常，核实中"])]


class FreezeDecisionBody(Body):
    """The second person's word."""

    approve: bool


class ReservationView(BaseModel):
    """An amount that is held."""

    id: UUID
    amount_minor: int
    until: date


class OwnLineView(BaseModel):
    """A line of one's own on the open business day."""

    id: UUID
    application_id: UUID
    contract_no: str
    product_code: str
    status: LineStatus
    currency: str
    limit_minor: int
    outstanding_principal_minor: int = Field(description="What its loans owe")
    reserved_minor: int = Field(description="Held for draws, and ordered to be paid out")
    available_minor: int = Field(description="What can be drawn on the day")
    annual_rate: Decimal
    opens_on: date
    expires_on: date = Field(description="From this day on nothing is drawn, and everything is due")
    reservations: list[ReservationView]
    sequence: int

    @classmethod
    def of(cls, line: CreditLine, used: Used, on: date) -> Self:
        """The view of a line on a day."""
        return cls.model_validate(shown(line, used, on))


class FreezeAskedView(BaseModel):
    """What one person has asked for and nobody has decided."""

    freeze: bool
    reason: str
    asked_by: str
    asked_at: datetime


class LineView(OwnLineView):
    """A line as staff see it."""

    customer_id: UUID
    branch: str
    asked: FreezeAskedView | None = Field(description="What waits for a second person")


def shown(line: CreditLine, used: Used, on: date) -> dict[str, object]:
    """All of a line that anybody is shown."""
    asked = line.asked
    return {
        "id": line.id,
        "application_id": line.contract.application_id,
        "contract_no": line.contract.contract_no,
        "product_code": line.contract.product_code,
        "status": line.status,
        "currency": line.contract.currency,
        "limit_minor": line.limit_minor,
        "outstanding_principal_minor": used.outstanding_minor,
        "reserved_minor": used.ordered_minor + line.reserved_minor(on),
        "available_minor": line.available_minor(used, on),
        "annual_rate": line.contract.annual_rate,
        "opens_on": line.opens_on,
        "expires_on": line.expires_on,
        "reservations": [
            ReservationView(id=each.id, amount_minor=each.amount_minor, until=each.until)
            for each in line.reservations
            if on <= each.until
        ],
        "sequence": line.sequence,
        "customer_id": line.contract.customer_id,
        "branch": line.contract.branch,
        "asked": asked
        and FreezeAskedView(freeze=asked.freeze, reason=asked.reason, asked_by=asked.asked_by, asked_at=asked.asked_at),
    }
