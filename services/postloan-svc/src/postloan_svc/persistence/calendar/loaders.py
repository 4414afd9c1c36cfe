"""What a batch loads at once, and the numbers in force that its use cases ask for."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from loan_contracts.applications import ContractSigned
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.transactor import Preload
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.day_closing import ClosingStatus
from postloan_svc.domain.signed_contract import loan_id_of
from postloan_svc.use_cases.advance_loans import AdvanceLoans

FIRST = UUID(int=0)  # before every id
BUSINESS_DATE = "select business_date from business_calendars"
TO_ADVANCE = "select id from loans where id > $2 and (next_event_on <= $1 or status = 'OVERDUE') order by id limit $3"


async def business_date(uow: UnitOfWork) -> None:
    """The open business day, once a batch."""
    if "business_date" not in uow.batch:
        uow.batch["business_date"] = (await uow.read(BUSINESS_DATE))[0][0]


async def loans(uow: UnitOfWork, commands: Sequence[Any]) -> None:
    """The loans that messages or requests are about, and the business day."""
    await business_date(uow)
    await uow.loans.preload([command.loan_id for command in commands])


def contracts(cache: ParameterCache, bears_seal: Callable[[ContractSigned], bool]) -> Preload:
    """Loans that the contracts may have already, the business day, the cap on all charges by day, and whose seal counts."""

    def annual_rate_cap(day: date) -> Decimal:
        return cache.parameters.decimal("cap.court_financial", day) / 100

    async def preload(uow: UnitOfWork, commands: Sequence[ContractSigned]) -> None:
        await business_date(uow)
        uow.batch["annual_rate_cap"], uow.batch["bears_seal"] = annual_rate_cap, bears_seal
        await uow.loans.preload([loan_id_of(command.contract_no) for command in commands])

    return preload


def loans_to_advance(cache: ParameterCache) -> Preload:
    """The next loans of closing runs, behind those that the runs have advanced, in the transaction that counts them."""

    def non_accrual_after_days(day: date) -> int:
        return int(cache.parameters.text("class.substandard_dpd_gt", day))

    async def preload(uow: UnitOfWork, commands: Sequence[AdvanceLoans]) -> None:
        uow.batch["non_accrual_after_days"] = non_accrual_after_days
        found: dict[date, list[UUID]] = {}
        for command in commands:
            found[command.day] = await _next_loans(uow, command)
        uow.batch["loans_to_advance"] = found
        await uow.loans.preload([loan_id for ids in found.values() for loan_id in ids])

    return preload


async def _next_loans(uow: UnitOfWork, command: AdvanceLoans) -> list[UUID]:
    closing = await uow.day_closings.get(command.day)
    if closing.status is ClosingStatus.DONE:
        return []
    rows = await uow.read(TO_ADVANCE, command.next_day, closing.cursor or FIRST, command.at_most)
    return [row[0] for row in rows]
