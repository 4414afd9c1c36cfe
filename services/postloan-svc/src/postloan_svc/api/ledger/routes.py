"""The books of a loan over HTTP."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import Depends

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from loan_servicekit.http.pages import cursor_invalid
from postloan_svc.api.ledger.views import LedgerEntryView, LoanTaxView, RepaymentEntryView
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.use_cases.ledger.ports import EntryPlace, RepaymentPlace

router = Router(prefix="/v1")
P = TypeVar("P")


@router.get("/loans/{loan_id}/ledger", operation_id="list_ledger_entries", responses=problems(404))
async def list_ledger_entries(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[LedgerEntryView]:
    """The double-entry postings of a loan, as they were booked."""
    await loan_of(loan_id, context)
    found = await context.ports.ledger.ledger(loan_id, _place(cursor, _entry_place), cursor.limit + 1)
    shown = [LedgerEntryView(**asdict(entry)) for entry in found]
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    position = [last.business_date, last.booked_at, last.id, last.kind, last.account] if last else None
    return page(shown, cursor, position)


@router.get("/loans/{loan_id}/repayments", operation_id="list_repayments", responses=problems(404))
async def list_repayments(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[RepaymentEntryView]:
    """The repayments of a loan with their allocations, as they were booked."""
    await loan_of(loan_id, context)
    found = await context.ports.ledger.repayments(loan_id, repayment_place(cursor), cursor.limit + 1)
    shown = [RepaymentEntryView(**asdict(entry)) for entry in found]
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    return page(shown, cursor, [last.booked_at, last.repayment_id, last.version] if last else None)


@router.get("/loans/{loan_id}/taxes", operation_id="list_loan_taxes", responses=problems(404))
async def list_loan_taxes(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> Page[LoanTaxView]:
    """What a loan has brought in so far by account of income, and the VAT that is in it: interest as it accrues, fees
    and late charges when they are paid. What stopped to be income bears none."""
    await loan_of(loan_id, context)
    return Page(items=[LoanTaxView.of(each) for each in await context.ports.ledger.taxes(loan_id)])


def repayment_place(cursor: Cursor) -> RepaymentPlace | None:
    """Where a page of repayments begins. Raises Invalid `cursor-invalid`."""
    return _place(cursor, lambda at, id, version: RepaymentPlace(_moment(at), UUID(str(id)), int(str(version))))


def _entry_place(day: object, at: object, id: object, kind: object, account: object) -> EntryPlace:
    return EntryPlace(date.fromisoformat(str(day)), _moment(at), int(str(id)), str(kind), str(account))


def _place(cursor: Cursor, read: Callable[..., P]) -> P | None:
    try:
        return read(*cursor.after) if cursor.after is not None else None
    except (TypeError, ValueError, OverflowError) as error:
        raise cursor_invalid() from error


def _moment(text: object) -> datetime:
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    return moment
