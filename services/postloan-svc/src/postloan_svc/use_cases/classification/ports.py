"""What classifying needs of the unit of work, what is loaded for it, and its reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.classification.classification import Change, Classification, Day
from postloan_svc.domain.classification.requests import AgeingPause, ClassificationRequest
from postloan_svc.domain.classification.risk_class import Limits, RiskClass
from postloan_svc.domain.classification.standing import Pause, Tolerance
from postloan_svc.domain.provision.parameters import LossTables
from postloan_svc.use_cases.loan.ports import Loans


class Classifications(Protocol):
    """The classifications of this unit of work."""

    async def find(self, id: UUID) -> Classification | None:
        """That of a loan, if it has one."""

    def add(self, aggregate: Classification) -> None:
        """Takes in a new one."""


class ClassificationRequests(Protocol):
    """What people ask."""

    async def get(self, id: UUID) -> ClassificationRequest:
        """A request; raises NotFound `classification-request-not-found`."""

    def add(self, aggregate: ClassificationRequest) -> None:
        """Takes in a new one."""


class AgeingPauses(Protocol):
    """Days that do not count."""

    async def find(self, id: UUID) -> AgeingPause | None:
        """A pause, if it exists."""

    def add(self, aggregate: AgeingPause) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction."""

    loans: Loans
    classifications: Classifications
    classification_requests: ClassificationRequests
    ageing_pauses: AgeingPauses


@dataclass(frozen=True, slots=True)
class ClassifyingBasis:
    """What loans are classified on: those that a day has to look at, in the order of their ids, each with how it
    stands; and the parameters `class.*` of a day."""

    found: dict[UUID, Day]
    limits: Callable[[date], Limits]


@dataclass(frozen=True, slots=True)
class DecidingBasis:
    """What a second person decides on: how the loans stand on the open business day, and the parameters of that."""

    business_date: date
    days: dict[UUID, Day]
    limits: Limits


class Snapshots(Protocol):
    """The daily record of all loans, made in SQL."""

    async def prepare(self, day: date) -> None:
        """Makes room for a day, and knows what amounts of later are worth on it."""

    async def take(self, day: date, behind: UUID, last: UUID, at_most: int) -> UUID | None:
        """Records how the next running loans behind one, up to another, stand at the end of a day, by id: the last that
        was recorded; None where no more are left."""

    async def end(self, day: date) -> None:
        """The day is whole."""


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """How a loan stood at the end of a day, as it was recorded then."""

    day: date
    dpd: int
    terms: int
    bucket: str
    overdue_minor: int
    outstanding_minor: int
    risk_class: RiskClass
    stage: int
    pd: Decimal
    lgd: Decimal
    exposure_minor: int
    loss_minor: int


class StandingParameters(Protocol):
    """The parameters that a standing follows from, as they are on a day."""

    def tolerance(self, day: date) -> Tolerance:
        """What is too little to count."""

    def tables(self, day: date) -> LossTables:
        """The tables of expected loss."""

    def knows_late_in_month(self, day: date) -> bool:
        """Whether the bureau's specification knows the code M."""


class ClassificationQueries(Protocol):
    """Reads of classifications for the API."""

    async def classification(self, loan_id: UUID) -> Classification | None:
        """That of a loan; None where it has been 正常 in stage 1 ever since."""

    async def changes(self, loan_id: UUID) -> Sequence[Change]:
        """What its class and stage were, oldest first."""

    async def recorded(self, loan_id: UUID, on: date | None) -> RecordedDay | None:
        """How it stood at the end of a day; absent: of the last day that was recorded."""

    async def month_ends(self, loan_id: UUID, first: date) -> Sequence[RecordedDay]:
        """The last recorded day of each month since one, oldest first."""

    async def requests(self, loan_id: UUID) -> Sequence[ClassificationRequest]:
        """What people have asked about it, oldest first."""

    async def pauses(self, loan_id: UUID) -> Sequence[Pause]:
        """The days that do not count, oldest first."""
