"""What the use cases of debits need of the unit of work, what is loaded for them, and their reads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.debits.agreement import CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitAttempt, DebitRules
from postloan_svc.domain.debits.run import DebitRun
from postloan_svc.use_cases.classification.ports import Classifications
from postloan_svc.use_cases.disbursement.ports import PayOutBasis
from postloan_svc.use_cases.disbursement.ports import UnitOfWork as DisbursementUnitOfWork
from postloan_svc.use_cases.loan.ports import Loans
from postloan_svc.use_cases.servicing.ports import PrepaymentQuotes, ReceivingBasis


class CollectionAgreements(Protocol):
    """The agreements of this unit of work."""

    async def get(self, id: UUID) -> CollectionAgreement:
        """The agreement; raises NotFound `collection-agreement-not-found`."""

    async def find(self, id: UUID) -> CollectionAgreement | None:
        """The agreement, if there is one."""

    def add(self, aggregate: CollectionAgreement) -> None:
        """Takes in a new one."""


class DebitAttempts(Protocol):
    """The debits of this unit of work."""

    async def find(self, id: UUID) -> DebitAttempt | None:
        """The debit, if it was ordered."""

    def add(self, aggregate: DebitAttempt) -> None:
        """Takes in a new one."""


class DebitRuns(Protocol):
    """The runs of this unit of work."""

    async def find(self, id: str) -> DebitRun | None:
        """The run, if it has begun."""

    def add(self, aggregate: DebitRun) -> None:
        """Takes in a new one."""


class UnitOfWork(DisbursementUnitOfWork, Protocol):
    """One transaction. What a loan has posted, received and lived through is saved with it."""

    loans: Loans
    prepayment_quotes: PrepaymentQuotes
    collection_agreements: CollectionAgreements
    debit_attempts: DebitAttempts
    debit_runs: DebitRuns
    classifications: Classifications


@dataclass(frozen=True, slots=True)
class AgreementBasis:
    """How many agreements a loan has had, and the one that is not at its end; by loan. `under_way` are the loans for
    which a debit has no end yet."""

    counts: dict[UUID, int]
    live: dict[UUID, CollectionAgreement]
    under_way: set[UUID]
    receiving: ReceivingBasis


@dataclass(frozen=True, slots=True)
class RunBasis:
    """The next agreements of runs, with their loans, and the loans for which a debit is under way; by run."""

    agreements: Mapping[str, Sequence[CollectionAgreement]]
    under_way: set[UUID]
    rules: DebitRules
    receiving: ReceivingBasis


@dataclass(frozen=True, slots=True)
class EndingBasis:
    """What pay-outs and debits end on: each answer has its own part. `technical_days`: how long an error of a bank
    excuses what is overdue (R-4.2a)."""

    pay_out: PayOutBasis
    receiving: ReceivingBasis
    agreements: Mapping[UUID, CollectionAgreement]
    rules: DebitRules
    technical_days: int


class DebitQueries(Protocol):
    """Reads of agreements and debits for the API."""

    async def agreements(self, loan_id: UUID) -> Sequence[CollectionAgreement]:
        """The agreements of a loan, the latest first."""

    async def attempts(self, loan_id: UUID, before: tuple[datetime, UUID] | None, limit: int) -> Sequence[DebitAttempt]:
        """The debits of a loan, the latest first, from the one after `before`."""

    async def runs(self, limit: int) -> Sequence[DebitRun]:
        """The last runs, the latest first."""


Rules = Callable[[], DebitRules]
