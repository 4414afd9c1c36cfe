"""The schedule of a borrower's own loan over HTTP."""

from typing import Annotated
from uuid import UUID

from loan_servicekit.http import Router, problems, requires
from postloan_svc.api.loan.access import own_loan
from postloan_svc.api.ports import Context
from postloan_svc.api.schedule.views import ScheduleView

router = Router(prefix="/v1/my", tags=["borrower"])


@router.get("/loans/{loan_id}/schedule", operation_id="get_own_schedule", responses=problems(404))
async def get_own_schedule(loan_id: UUID, context: Annotated[Context, requires("own-loan.read")]) -> ScheduleView:
    """Every instalment with what has been paid."""
    return ScheduleView.of(await own_loan(loan_id, context), context.ports.working_days())
