"""Cases over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.cases.views import CaseView, ReviewsView, ReviewView
from workflow_svc.api.people.noted import note
from workflow_svc.api.ports import Context
from workflow_svc.api.sight import Sight
from workflow_svc.domain.cases.case import Case, case_id_of
from workflow_svc.domain.people.person import TOLD

router = Router(prefix="/v1")


async def _case(case_id: UUID, context: Context) -> Case:
    """The case, where the caller may see its branch."""
    case = await context.ports.cases.case(case_id)
    if case is None:
        raise NotFound("case-not-found", "there is no such case")
    context.caller.require_branch(case.submitted.branch)
    return case


async def _case_view(case_id: UUID, context: Context) -> CaseView:
    if not TOLD.isdisjoint(context.caller.roles):
        await note(context)
    case = await _case(case_id, context)
    waiting = context.ports.processes().waiting(case)
    sight = Sight.of(context.caller, case.submitted.branch)
    return CaseView.of(case, waiting, list(await context.ports.tasks.tasks_of(case_id)), sight)


@router.get("/cases/{case_id}/view", operation_id="get_case_view", responses=problems(404))
async def get_case_view(
    case_id: UUID, context: Annotated[Context, requires("case.read")], response: Response
) -> CaseView:
    """Everything a reviewer decides on, in one answer, as far as the caller's permissions go: what was collected and
    assessed needs `assessment.read`, what was screened and the comments of who decided need `screening.read`.
    `withheld` names what was left out."""
    view = await _case_view(case_id, context)
    response.headers["ETag"] = f'"{view.sequence}"'
    return view


@router.get("/applications/{application_id}/case", operation_id="get_case_of", responses=problems(404))
async def get_case_of(application_id: UUID, context: Annotated[Context, requires("case.read")]) -> CaseView:
    """The case of an application; what it shows depends on the caller as in `get_case_view`."""
    return await _case_view(case_id_of(application_id), context)


@router.get("/applications/{application_id}/reviews", operation_id="list_reviews", responses=problems(404))
async def list_reviews(application_id: UUID, context: Annotated[Context, requires("review.read")]) -> ReviewsView:
    """What the borrower has asked about the decision, and the answers for him."""
    case = await _case(case_id_of(application_id), context)
    tasks = await context.ports.tasks.tasks_of(case.id)
    return ReviewsView(items=[ReviewView.of(task) for task in tasks if task.review is not None])
