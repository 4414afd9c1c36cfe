"""The books of a loan over HTTP."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from loan_servicekit.http import Page, Router, problems, requires
from postloan_svc.api.ledger.views import LedgerEntryView, RepaymentEntryView
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context

router = Router(prefix="/v1")


@router.get("/loans/{loan_id}/ledger", operation_id="list_ledger_entries", responses=problems(404))
async def list_ledger_entries(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")]
) -> Page[LedgerEntryView]:
    """The double-entry postings of a loan; a loan has few, so one page holds them all."""
    await loan_of(loan_id, context)
    return Page(items=[LedgerEntryView(**asdict(entry)) for entry in await context.ports.ledger.ledger(loan_id)])


@router.get("/loans/{loan_id}/repayments", operation_id="list_repayments", responses=problems(404))
async def list_repayments(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")]
) -> Page[RepaymentEntryView]:
    """The repayments of a loan with their allocations."""
    await loan_of(loan_id, context)
    return Page(items=[RepaymentEntryView(**asdict(entry)) for entry in await context.ports.ledger.repayments(loan_id)])
