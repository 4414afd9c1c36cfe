"""A borrower's request has become somebody's task, or is answered."""

from datetime import datetime

from application_svc.domain.applications.review import Review
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.decisions import ReviewUpdated


async def record_review(command: ReviewUpdated, uow: UnitOfWork, now: datetime) -> Review:
    """Raises NotFound `review-not-found`, Conflict `review-answered`."""
    review = await uow.reviews.get(command.review_id)
    review.update(command.status, command.due_at, command.answer_sha256, command.updated_at)
    return review
