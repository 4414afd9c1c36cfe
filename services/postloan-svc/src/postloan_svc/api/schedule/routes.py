"""Schedules over HTTP."""

from typing import Annotated
from uuid import UUID

from loan_servicekit.http import Router, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.api.schedule.views import ScheduleView

router = Router(prefix="/v1")


@router.get("/loans/{loan_id}/schedule", operation_id="get_schedule", responses=problems(404))
async def get_schedule(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> ScheduleView:
    """Every instalment with what has been paid."""
    loan = await loan_of(loan_id, context)
    return ScheduleView.of(loan, context.ports.working_days())
