"""What noting loans needs, and what is read of them beside a case (docs/decisions/0046)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from loan_contracts.decisions import Outcome
from loan_contracts.lending import LoanDisbursed, LoanReclassified, LoanSettled
from workflow_svc.domain.cases.case import CaseStatus


class Loans(Protocol):
    """The loans that are known, by application. Messages of different topics come in any order."""

    async def disbursed(self, told: Sequence[LoanDisbursed]) -> None:
        """The money is out."""

    async def reclassified(self, told: Sequence[LoanReclassified]) -> None:
        """The newest class of each; the most days past due that were told with one."""

    async def settled(self, told: Sequence[LoanSettled]) -> None:
        """Everything is repaid."""


class UnitOfWork(Protocol):
    """One transaction; what is noted goes by the port."""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a loan: its class of five, the most days past due that were told, when it was settled."""

    loan_id: UUID
    principal_minor: int | None
    disbursed_on: date | None
    risk_class: str
    dpd: int
    most_dpd: int
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class OtherCase:
    """Another application: how it was decided, and the loan that followed."""

    application_id: UUID
    application_no: str
    branch: str
    product_code: str
    amount_minor: int
    status: CaseStatus
    opened_at: datetime
    outcome: Outcome | None
    decided_at: datetime | None
    approved_minor: int | None
    score: int | None
    grade: str | None
    loan: Became | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What cases are compared by."""

    case_id: UUID
    product_code: str
    score: int
    amount_minor: int


class OtherCases(Protocol):
    """What else is known of a customer, and of cases like one."""

    async def of_customer(self, customer_id: UUID, but: UUID) -> Sequence[OtherCase]:
        """His other applications, the newest first, at most 50."""

    async def similar(self, to: Likeness) -> Sequence[OtherCase]:
        """Decided cases that were most like one, the most like first, at most 200. This service knows score, product
        and amount; who knows more of applicants may fill the port in its place."""
