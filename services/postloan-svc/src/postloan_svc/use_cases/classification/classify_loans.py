"""Two steps of a closing run: which loans a day has to look at, and putting some of them into their classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from postloan_svc.domain.classification.classification import Classification
from postloan_svc.use_cases.classification.ports import ClassifyingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class FindLoans:
    """Those to look at, at the end of this day, behind a loan, at most so many."""

    day: date
    after: UUID | None
    at_most: int


@dataclass(frozen=True, slots=True)
class ClassifyLoans:
    """These loans, at the end of this day."""

    day: date
    loan_ids: Sequence[UUID]


async def find_loans(command: FindLoans, found: Sequence[UUID], uow: UnitOfWork, now: datetime) -> Sequence[UUID]:
    """By id. They are found in one go and classified in small ones: finding costs the same for one and for many."""
    return found


async def classify_loans(command: ClassifyLoans, basis: ClassifyingBasis, uow: UnitOfWork, now: datetime) -> bool:
    """Whether a class changed: then the other loans of its debtor have to be looked at again. A loan that has ended
    since it was found is left out, and one that stands where it belongs stays."""
    limits, changed = basis.limits(command.day), False
    for loan_id, day in basis.found.items():
        loan = await uow.loans.get(loan_id)
        classification = await uow.classifications.find(loan_id)
        if classification is None:
            uow.classifications.add(classification := Classification.of(loan))
        changed = classification.classify(day, loan, limits) or changed
    return changed
