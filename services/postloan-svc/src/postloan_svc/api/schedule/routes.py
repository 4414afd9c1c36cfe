"""Schedules over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from loan_servicekit.http.pages import cursor_invalid
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.api.schedule.views import ScheduleVersionView, ScheduleView, WholeVersionView
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.versions import planned

router = Router(prefix="/v1")
MOST = 2**31


@router.get("/loans/{loan_id}/schedule", operation_id="get_schedule", responses=problems(404))
async def get_schedule(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> ScheduleView:
    """Every instalment with what has been paid."""
    loan = await loan_of(loan_id, context)
    return ScheduleView.of(loan, context.ports.working_days())


@router.get("/loans/{loan_id}/schedule-versions", operation_id="list_schedule_versions", responses=problems(404))
async def list_schedule_versions(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[ScheduleVersionView]:
    """The versions of a loan's schedule, each with the event that made it; none before the pay-out."""
    loan = await loan_of(loan_id, context)
    first = _first(loan)
    after = _number(cursor)
    shown = [first] if first and after < first.number else []
    later = await context.ports.loans.versions(loan_id, max(after, 1), cursor.limit + 1 - len(shown))
    shown += [ScheduleVersionView.of(each) for each in later]
    return page(shown, cursor, [shown[cursor.limit - 1].number] if len(shown) > cursor.limit else None)


@router.get("/loans/{loan_id}/schedule-versions/{number}", operation_id="get_schedule_version", responses=problems(404))
async def get_schedule_version(
    loan_id: UUID, number: Annotated[int, Path(ge=1, lt=MOST)], context: Annotated[Context, requires("loan.read")]
) -> WholeVersionView:
    """A version with its rows, as it was made."""
    loan = await loan_of(loan_id, context)
    if number == 1 and (first := _first(loan)) and loan.value_date:
        return WholeVersionView.whole(first, planned(loan.contract.instalments(loan.value_date)))
    found = await context.ports.loans.version(loan_id, number)
    if found is None:
        raise NotFound("schedule-version-not-found", f"the schedule of loan {loan.loan_no} has no version {number}")
    return WholeVersionView.whole(ScheduleVersionView.of(found), found.rows)


def _first(loan: Loan) -> ScheduleVersionView | None:
    """The version that follows from the contract and the day of the money: it is computed, and stored nowhere."""
    if loan.value_date is None:
        return None
    return ScheduleVersionView(number=1, effective_from=loan.value_date, made_by=None)


def _number(cursor: Cursor) -> int:
    """Where a page of versions begins. Raises Invalid `cursor-invalid`."""
    match cursor.after:
        case None:
            return 0
        case [int(number)] if 0 < number < MOST:
            return number
    raise cursor_invalid()
