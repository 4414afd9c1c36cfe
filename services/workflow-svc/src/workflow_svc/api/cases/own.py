"""What a borrower is answered about the decision of his own application, over HTTP. What is not his is not there."""

from typing import Annotated
from uuid import UUID

from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.cases.views import ReviewsView, ReviewView
from workflow_svc.api.ports import Context
from workflow_svc.domain.cases.case import case_id_of

router = Router(prefix="/v1/my", tags=["borrower"])


@router.get("/applications/{application_id}/reviews", operation_id="list_own_reviews", responses=problems(404))
async def list_own_reviews(
    application_id: UUID, context: Annotated[Context, requires("own-review.read")]
) -> ReviewsView:
    """What the borrower has asked about the decision, and the answers for him."""
    own = context.caller.owner()
    case = await context.ports.cases.case(case_id_of(application_id))
    if case is None or case.submitted.customer_id != own:
        raise NotFound("case-not-found", "there is no such case")
    tasks = await context.ports.tasks.tasks_of(case.id)
    return ReviewsView(items=[ReviewView.of(task) for task in tasks if task.review is not None])
