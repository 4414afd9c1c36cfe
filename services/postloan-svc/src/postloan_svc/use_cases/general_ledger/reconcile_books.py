"""Compares books and ledger at the end of a day (domain.md §15.2, step 14)."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.use_cases.general_ledger.ports import GeneralLedger, UnitOfWork


@dataclass(frozen=True, slots=True)
class ReconcileBooks:
    """Of this day."""

    day: date


async def reconcile_books(command: ReconcileBooks, ledger: GeneralLedger, uow: UnitOfWork, now: datetime) -> int:
    """What differs is kept by account and by loan; how much it was."""
    return await ledger.reconcile(command.day)
