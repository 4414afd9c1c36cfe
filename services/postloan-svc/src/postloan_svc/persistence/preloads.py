"""What a batch loads at once."""

from collections.abc import Sequence
from typing import Any

from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.signed_contract import SignedContract

BUSINESS_DATE = "select business_date from business_calendars"


async def business_date(uow: UnitOfWork) -> None:
    """The open business day, once a batch."""
    if "business_date" not in uow.batch:
        uow.batch["business_date"] = (await uow.read(BUSINESS_DATE))[0][0]


async def contracts(uow: UnitOfWork, commands: Sequence[SignedContract]) -> None:
    """Loans that the contracts may have already, and the business day."""
    await business_date(uow)
    await uow.loans.preload([command.loan_id for command in commands])


async def loans(uow: UnitOfWork, commands: Sequence[Any]) -> None:
    """The loans that messages or requests are about, and the business day."""
    await business_date(uow)
    await uow.loans.preload([command.loan_id for command in commands])


async def chunks(uow: UnitOfWork, commands: Sequence[Any]) -> None:
    """The loans of chunks of a day closing."""
    await uow.loans.preload([loan_id for command in commands for loan_id in command.loan_ids])
