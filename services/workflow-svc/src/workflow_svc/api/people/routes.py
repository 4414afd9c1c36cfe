"""People who work on tasks, over HTTP."""

from typing import Annotated

from fastapi import Response

from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.people.views import AbsenceBody, ColleaguesView, ColleagueView, PersonView
from workflow_svc.api.ports import Context
from workflow_svc.use_cases.people.note_person import NoteAbsence

router = Router(prefix="/v1")


@router.get("/colleagues", operation_id="list_colleagues", responses=problems())
async def list_colleagues(context: Annotated[Context, requires("task.work")]) -> ColleaguesView:
    """Whom the caller may hand a task to: those with a role of his who have worked here, of branches that he sees."""
    caller, found = context.caller, await context.ports.people.colleagues()
    mine = [each for each in found if not set(caller.roles).isdisjoint(each.roles)]
    if caller.branch_scope is not None:
        mine = [each for each in mine if each.all_branches or each.branch == caller.branch_scope]
    return ColleaguesView(items=[ColleagueView.of(each) for each in mine])


@router.post("/absence", operation_id="note_absence", responses=problems(409), response_model=PersonView)
async def note_absence_route(body: AbsenceBody, context: Annotated[Context, requires("task.work")]) -> Response:
    """The caller will be away: his late tasks go to the deputy, and none is handed to him. A later one takes the place
    of the one before."""
    command = NoteAbsence(context.caller, body.absence())
    return await context.perform(context.ports.operations.note_absence, command, PersonView.of)


@router.post("/absence/end", operation_id="end_absence", responses=problems(), response_model=PersonView)
async def end_absence_route(context: Annotated[Context, requires("task.work")]) -> Response:
    """The caller is back."""
    command = NoteAbsence(context.caller, None)
    return await context.perform(context.ports.operations.note_absence, command, PersonView.of)
