"""Cases over HTTP."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.cases.decision_page import Asked, DecisionPageView, page_of
from workflow_svc.api.cases.views import CaseView, ReviewsView, ReviewView
from workflow_svc.api.people.noted import note
from workflow_svc.api.ports import Context
from workflow_svc.api.sight import Sight
from workflow_svc.domain.cases.case import Case, case_id_of
from workflow_svc.domain.people.person import TOLD
from workflow_svc.use_cases.loans.ports import Likeness, OtherCase

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


@router.get(
    "/cases/{case_id}/decision-page",
    operation_id="get_decision_page",
    responses=problems(404),
    response_model_exclude_unset=True,
)
async def get_decision_page(
    case_id: UUID, context: Annotated[Context, requires("case.read")], response: Response
) -> DecisionPageView:
    """All that an approver decides on: what was asked for, sources and how old they are, screening, assessment, the
    rules that were hit, documents, what the customer has had from us, decided cases like it and what became of them,
    what is recommended, what binds him. A part that the caller's permissions do not cover is not in the answer."""
    ports, caller = context.ports, context.caller
    case, tasks = await _case(case_id, context), await ports.tasks.tasks_of(case_id)
    sight, submitted = Sight.of(caller, case.submitted.branch), case.submitted
    earlier = await ports.others.of_customer(submitted.customer_id, case.id)
    similar: Sequence[OtherCase] | None = [] if "assessment.read" in caller.everywhere else None
    if case.risk is not None and similar is not None:
        like = Likeness(case.id, submitted.product_code, case.risk.score, submitted.amount_minor)
        similar = await ports.others.similar(like)
    asked = Asked(
        case=case,
        tasks=tasks,
        notes=await ports.tasks.notes_of_case(case_id),
        earlier=[other for other in earlier if caller.branch_scope in (None, other.branch)],
        similar=similar,
        caller=caller,
        sight=sight,
        authority_minor=ports.processes().authority_of(case, caller.roles, caller.subject),
        now=context.now,
    )
    response.headers["ETag"] = f'"{case.sequence}"'
    return page_of(asked)


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
