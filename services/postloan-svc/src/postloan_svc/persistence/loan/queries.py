"""Reads for the API and the day closing."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.day_closing import DayClosing
from postloan_svc.domain.loan import Loan
from postloan_svc.persistence.preloads import BUSINESS_DATE, FIRST
from postloan_svc.persistence.tables import DAY_CLOSINGS, LOANS
from postloan_svc.use_cases.ports import LedgerEntry, RepaymentEntry

LEDGER = "select id, kind, account, amount_minor, business_date, booked_at from ledger_entries where loan_id = $1 order by id"
REPAYMENTS = (
    "select repayment_id, received_on, amount_minor, profile, allocation::text, booked_at from repayments"
    " where loan_id = $1 order by booked_at, repayment_id"
)


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def loan(self, loan_id: UUID) -> Loan | None:
        """One loan."""
        found = await self._reader.aggregates(LOANS, "id = $1", loan_id)
        return found[0] if found else None

    async def loans(
        self, branch: str | None, status: str | None, application_id: UUID | None, customer_id: UUID | None,
        after: UUID | None, limit: int,
    ) -> Sequence[Loan]:  # fmt: skip
        """Loans by id, filtered."""
        where, values = ["id > $1"], [after or FIRST]
        wanted: dict[str, Any] = {"branch": branch, "status": status, "application_id": application_id,
                                  "customer_id": customer_id}  # fmt: skip
        for column, value in wanted.items():
            if value is not None:
                values.append(value)
                where.append(f"{column} = ${len(values)}")
        return await self._reader.aggregates(LOANS, f"{' and '.join(where)} order by id limit {int(limit)}", *values)

    async def ledger(self, loan_id: UUID) -> Sequence[LedgerEntry]:
        """The ledger of a loan, in order."""
        return [LedgerEntry(*tuple(row)) for row in await self._reader.rows(LEDGER, loan_id)]

    async def repayments(self, loan_id: UUID) -> Sequence[RepaymentEntry]:
        """The repayments of a loan, in order."""
        rows = await self._reader.rows(REPAYMENTS, loan_id)
        return [RepaymentEntry(r[0], r[1], r[2], r[3], json.loads(r[4]), r[5]) for r in rows]

    async def business_date(self) -> date:
        """The open business day."""
        found: date = (await self._reader.rows(BUSINESS_DATE))[0][0]
        return found

    async def day_closing(self, day: date) -> DayClosing | None:
        """The run of a day."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "id = $1", day)
        return found[0] if found else None

    async def running_closing(self) -> DayClosing | None:
        """The run that has begun and not finished."""
        found = await self._reader.aggregates(DAY_CLOSINGS, "status = 'RUNNING' order by id limit 1")
        return found[0] if found else None
