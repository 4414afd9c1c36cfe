"""What comes in about a repayment, and what is shown of it."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.http import Body, Day
from postloan_svc.api.ledger.views import AllocationLineView
from postloan_svc.domain.ledger.allocations import Repayment

MOST_MINOR = 10**14  # a trillion yuan: far beyond any repayment, far below the limits of the column


class RepaymentBody(Body):
    """Money that came in."""

    amount_minor: Annotated[int, Field(gt=0, le=MOST_MINOR, examples=[888_488])]
    received_on: Annotated[Day | None, Field(description="Absent: the open business day")] = None


class RepaymentView(BaseModel):
    """What became of a repayment: split by component, the excess in suspense."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    profile: str
    lines: list[AllocationLineView]
    excess_minor: int

    @classmethod
    def of(cls, r: Repayment) -> "RepaymentView":
        """The view of a repayment."""
        return cls(
            repayment_id=r.repayment_id,
            received_on=r.received_on,
            amount_minor=r.amount_minor,
            profile=r.allocation.profile.value,
            lines=[AllocationLineView(**line._asdict()) for line in r.allocation.lines],
            excess_minor=r.allocation.excess_minor,
        )
