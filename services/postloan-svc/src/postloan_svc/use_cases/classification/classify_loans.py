"""One step of a closing run: puts the next loans that a day has to look at into their classes and stages."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from postloan_svc.domain.classification.classification import Classification
from postloan_svc.use_cases.classification.ports import ClassifyingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class ClassifyLoans:
    """At the end of this day, behind a loan, at most so many."""

    day: date
    after: UUID | None
    at_most: int


async def classify_loans(
    command: ClassifyLoans, basis: ClassifyingBasis, uow: UnitOfWork, now: datetime
) -> tuple[UUID | None, bool]:
    """The last loan that was looked at, None where none was left; and whether a class changed: then the other loans of
    its debtor have to be looked at again."""
    limits, changed = basis.limits(command.day), False
    for loan_id, day in basis.found.items():
        loan = await uow.loans.get(loan_id)
        classification = await uow.classifications.find(loan_id)
        if classification is None:
            uow.classifications.add(classification := Classification.of(loan))
        changed = classification.classify(day, loan, limits) or changed
    return next(reversed(basis.found), None), changed
