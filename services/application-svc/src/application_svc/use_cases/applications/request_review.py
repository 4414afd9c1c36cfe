"""A borrower asks about the decision of his application."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.applications.review import Review
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.applications import ReviewKind
from loan_servicekit.core import Caller, Conflict


@dataclass(frozen=True, slots=True)
class RequestReview:
    """Explain the decision, or let a person decide; within `days` of it."""

    caller: Caller
    application_id: UUID
    kind: ReviewKind
    statement: str | None
    days: int


async def request_review(command: RequestReview, uow: UnitOfWork, now: datetime) -> Review:
    """Once a decision and kind: raises Conflict `review-already-requested`, and what `Review.ask` raises."""
    application = await uow.applications.get(command.application_id)
    command.caller.require_branch(application.branch)
    review = Review.ask(application, command.kind, command.statement, command.days, command.caller.subject, now)
    if await uow.reviews.find(review.id) is not None:
        raise Conflict("review-already-requested", f"{command.kind} of this decision was asked for already")
    uow.reviews.add(review)
    return review
