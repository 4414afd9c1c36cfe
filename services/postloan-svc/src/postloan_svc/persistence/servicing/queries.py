"""Reads of requests for a second person, and of quotes."""

from collections.abc import Sequence, Set
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.quotes import PrepaymentQuote
from postloan_svc.domain.servicing.requests import RepaymentRequest
from postloan_svc.domain.statements.statement import BankStatement
from postloan_svc.persistence.servicing.tables import (
    BANK_STATEMENTS,
    LOAN_CHANGES,
    PREPAYMENT_QUOTES,
    REPAYMENT_REQUESTS,
    TAKEN,
)


class SqlRequestQueries:
    """Implements `use_cases.servicing.ports.RequestQueries` and `use_cases.servicing.changes.ports.ChangeQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def of_loan(self, loan_id: UUID) -> Sequence[RepaymentRequest]:
        """The requests about a loan's repayments and moves to and from it, oldest first."""
        return await self._reader.aggregates(
            REPAYMENT_REQUESTS, "(loan_id = $1 or to_loan_id = $1) order by requested_at, id limit 500", loan_id
        )

    async def changes_of(self, loan_id: UUID) -> Sequence[LoanChange]:
        """What was asked for of a loan, oldest first."""
        return await self._reader.aggregates(LOAN_CHANGES, "loan_id = $1 order by requested_at, id limit 500", loan_id)

    async def statement(self, statement_id: UUID) -> BankStatement | None:
        """A statement file that was taken in."""
        found = await self._reader.aggregates(BANK_STATEMENTS, "id = $1", statement_id)
        return found[0] if found else None

    async def statements(self, before: UUID, limit: int) -> Sequence[BankStatement]:
        """Statement files, the newest first; their ids are in the order of time."""
        return await self._reader.aggregates(BANK_STATEMENTS, "id < $1 order by id desc limit $2", before, limit)

    async def taken(self, references: Sequence[str]) -> Set[str]:
        """Those of the references that a repayment bears."""
        return {row[0] for row in await self._reader.rows(TAKEN, list(references))} if references else set()

    async def quotes_of(self, loan_id: UUID) -> Sequence[PrepaymentQuote]:
        """What was quoted for repaying a loan before its term, newest first."""
        return await self._reader.aggregates(
            PREPAYMENT_QUOTES, "loan_id = $1 order by quoted_at desc, id limit 500", loan_id
        )
