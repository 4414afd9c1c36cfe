"""Changes of the chart of accounts, and the export of journals, over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Path, Response
from pydantic import BaseModel, Field

from loan_servicekit.core import NotFound
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Router, problems, requires
from postloan_svc.api.general_ledger.interface_file import journal_file
from postloan_svc.api.general_ledger.views import AccountView
from postloan_svc.api.ports import Context
from postloan_svc.domain.general_ledger.chart import AccountChange, ChangeStatus
from postloan_svc.domain.general_ledger.journal import AccountKind, Journal, LedgerAccount
from postloan_svc.use_cases.general_ledger.change_account import DecideAccountChange, RequestAccountChange

router = Router(prefix="/v1")
MOST_AT_ONCE = 1_000


class AccountChangeBody(Body):
    """An account as it shall be, and why."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z_]{2,39}$", examples=["RENT_EXPENSE"])]
    number: Annotated[str, Field(pattern=r"^[0-9]{4}(\.[0-9]{2}){0,3}$", examples=["6602.01"])]
    name_zh: Annotated[str, text(1, 60), Field(examples=["业务及管理费-租金"])]
    name_en: Annotated[str, text(1, 80), Field(examples=["Rent"])]
    kind: Annotated[AccountKind, Field(examples=[AccountKind.EXPENSE])]
    taxable: Annotated[bool, Field(description="Whether VAT is due on it")] = False
    reason: Annotated[str, text(1, 500), Field(examples=["The new office"])]


class AccountChangeView(BaseModel):
    """A change of the chart and what became of it."""

    id: UUID
    account: AccountView
    reason: str
    status: ChangeStatus
    requested_by: str
    requested_at: datetime
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, c: AccountChange) -> "AccountChangeView":
        """The view of a change."""
        return cls(
            id=c.id,
            account=AccountView.of(c.account),
            reason=c.reason,
            status=c.state,
            requested_by=c.requested_by,
            requested_at=c.requested_at,
            decided_by=c.decided_by,
            decided_at=c.decided_at,
        )


@router.post(
    "/account-changes",
    operation_id="request_account_change",
    status_code=202,
    responses=problems(409),
    response_model=AccountChangeView,
)
async def request_account_change_route(
    body: AccountChangeBody, context: Annotated[Context, requires("journal.record")]
) -> Response:
    """Asks a second person to open an account, or to change number, names or VAT of one that is there. What kind it is
    stays, and so does whether loans post to it."""
    account = LedgerAccount(**body.model_dump(exclude={"reason"}), of_loans=False)
    command = RequestAccountChange(context.caller, account, body.reason)
    return await context.perform(context.ports.operations.request_account_change, command, AccountChangeView.of, 202)


@router.get("/account-changes/{change_id}", operation_id="get_account_change", responses=problems(404))
async def get_account_change(
    change_id: UUID, context: Annotated[Context, requires("ledger.read")]
) -> AccountChangeView:
    """A change of the chart."""
    found = await context.ports.general_ledger.account_change(change_id)
    if found is None:
        raise NotFound("account-change-not-found", f"there is no change {change_id}")
    return AccountChangeView.of(found)


@router.post(
    "/account-changes/{change_id}/approval",
    operation_id="approve_account_change",
    responses=problems(403, 404, 409),
    response_model=AccountChangeView,
)
async def approve_account_change_route(
    change_id: UUID, context: Annotated[Context, requires("journal.release")]
) -> Response:
    """Another person than the one who asked makes it."""
    command = DecideAccountChange(context.caller, change_id, approve=True)
    return await context.perform(context.ports.operations.decide_account_change, command, AccountChangeView.of)


@router.post(
    "/account-changes/{change_id}/rejection",
    operation_id="reject_account_change",
    responses=problems(403, 404, 409),
    response_model=AccountChangeView,
)
async def reject_account_change_route(
    change_id: UUID, context: Annotated[Context, requires("journal.release")]
) -> Response:
    """Another person than the one who asked says no; the chart stays as it is."""
    command = DecideAccountChange(context.caller, change_id, approve=False)
    return await context.perform(context.ports.operations.decide_account_change, command, AccountChangeView.of)


@router.get(
    "/journal-files/{period}",
    operation_id="get_journal_file",
    responses=problems() | {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
    response_class=Response,
)
async def get_journal_file(
    period: Annotated[str, Path(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", examples=["2026-03"])],
    context: Annotated[Context, requires("ledger.read")],
) -> Response:
    """The journals that people have booked into a month, with who asked and who released: CSV with control totals."""
    ledger, after = context.ports.general_ledger, None
    journals: list[Journal] = []
    while found := await ledger.journals_of(period, after, MOST_AT_ONCE):
        journals += found
        after = found[-1].id
    headers = {"Content-Disposition": f'attachment; filename="journals-{period}.csv"', "Cache-Control": "no-store"}
    return Response(journal_file(period, journals), headers=headers, media_type="text/csv; charset=utf-8")
