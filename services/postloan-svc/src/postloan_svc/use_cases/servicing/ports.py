"""What the use cases of repayments need of the unit of work, what is loaded for them, and their reads."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol
from uuid import UUID

from loan_servicekit.core import Conflict, FieldError
from postloan_svc.domain.general_ledger.period import Periods
from postloan_svc.domain.servicing.quotes import PrepaymentQuote
from postloan_svc.domain.servicing.requests import RepaymentRequest
from postloan_svc.domain.statements.statement import BankStatement
from postloan_svc.use_cases.loan.ports import Loans


class RepaymentRequests(Protocol):
    """The requests for a second person."""

    async def get(self, id: UUID) -> RepaymentRequest:
        """The request; raises NotFound `repayment-request-not-found`."""

    async def find(self, id: UUID) -> RepaymentRequest | None:
        """The request, if there is one of this id."""

    def add(self, aggregate: RepaymentRequest) -> None:
        """Takes in a new request."""


class PrepaymentQuotes(Protocol):
    """The quotes for repaying before the term."""

    async def get(self, id: UUID) -> PrepaymentQuote:
        """The quote; raises NotFound `prepayment-quote-not-found`."""

    def add(self, aggregate: PrepaymentQuote) -> None:
        """Takes in a new quote."""


class BankStatements(Protocol):
    """The statement files that were taken in."""

    def add(self, aggregate: BankStatement) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction. What a loan has posted, received and lived through is saved with it."""

    loans: Loans
    repayment_requests: RepaymentRequests
    prepayment_quotes: PrepaymentQuotes
    bank_statements: BankStatements


class OpenDay(NamedTuple):
    """The open business day, and the periods of the books that are closed."""

    business_date: date
    periods: Periods


@dataclass(frozen=True, slots=True)
class ReceivingBasis:
    """What money is taken in on: the open business day, the days past due after which principal is paid first (R-3.24)
    by the day, those references of the batch that a repayment bears already, and the periods that are closed."""

    business_date: date
    non_accrual_after_days: Callable[[date], int]
    taken: set[str]
    periods: Periods

    def require_new(self, reference: str | None) -> None:
        """Raises Conflict `repayment-reference-taken`: the same money is taken in once."""
        if reference in self.taken:
            detail = "a repayment bears this reference already"
            raise Conflict("repayment-reference-taken", detail, [FieldError("/reference", "taken", detail)])

    def take(self, reference: str | None) -> None:
        """What comes behind in the batch may not bear it."""
        if reference:
            self.taken.add(reference)


class RequestQueries(Protocol):
    """Reads of requests and quotes for the API."""

    async def of_loan(self, loan_id: UUID) -> Sequence[RepaymentRequest]:
        """The requests about a loan's repayments and moves to and from it, oldest first."""

    async def statement(self, statement_id: UUID) -> BankStatement | None:
        """A statement file that was taken in."""

    async def statements(self, before: UUID, limit: int) -> Sequence[BankStatement]:
        """Statement files that were taken in, the newest first, from the place after `before`."""

    async def taken(self, references: Sequence[str]) -> Set[str]:
        """Those of the references that a repayment bears."""

    async def quotes_of(self, loan_id: UUID) -> Sequence[PrepaymentQuote]:
        """What was quoted for repaying a loan before its term, newest first."""
