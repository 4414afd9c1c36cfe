"""The schedule of a loan that a partner has brought, over HTTP: for integration-gateway, which knows whose it is."""

from typing import Annotated
from uuid import UUID

from loan_servicekit.http import Router, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.api.schedule.views import ScheduleView

router = Router(prefix="/v1", tags=["partners"])


@router.get("/partner-loans/{loan_id}/schedule", operation_id="get_partner_schedule", responses=problems(404))
async def get_partner_schedule(
    loan_id: UUID, context: Annotated[Context, requires("partner-loan.read")]
) -> ScheduleView:
    """Every instalment with what has been paid; nothing that tells whose loan it is."""
    return ScheduleView.of(await loan_of(loan_id, context), context.ports.working_days())
