"""The general ledger over HTTP: chart, balances, the day's file, what does not agree, journals, periods."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, Response

from loan_servicekit.core import Conflict, NotFound
from loan_servicekit.http import Cursor, Day, Page, Router, page, problems, requires
from loan_servicekit.http.pages import cursor_invalid
from postloan_svc.api.general_ledger.interface_file import interface_file
from postloan_svc.api.general_ledger.views import (
    AccountView,
    BreakView,
    JournalBody,
    JournalView,
    PeriodView,
    ReasonBody,
    ReconciliationView,
    TrialBalanceView,
    line_of,
)
from postloan_svc.api.ports import Context
from postloan_svc.domain.general_ledger.period import PeriodStatus
from postloan_svc.use_cases.general_ledger.change_period import DecidePeriodChange, RequestPeriodChange
from postloan_svc.use_cases.general_ledger.decide_journal import DecideJournal
from postloan_svc.use_cases.general_ledger.figures import PostedDay
from postloan_svc.use_cases.general_ledger.request_journal import RequestJournal, RequestJournalReversal

router = Router(prefix="/v1")
Month = Annotated[str, Path(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", examples=["2026-03"])]


@router.get("/accounts", operation_id="list_accounts", responses=problems())
async def list_accounts(context: Annotated[Context, requires("ledger.read")]) -> Page[AccountView]:
    """The chart of accounts, by number."""
    return Page(items=[AccountView.of(each) for each in await context.ports.general_ledger.accounts()])


@router.get("/trial-balance", operation_id="get_trial_balance", responses=problems(409))
async def get_trial_balance(
    context: Annotated[Context, requires("ledger.read")],
    day: Annotated[Day | None, Query(description="Absent: the last day that was closed")] = None,
    branch: Annotated[str | None, Query(max_length=20, pattern=r"^[0-9A-Z-]*$")] = None,
) -> TrialBalanceView:
    """The balances of all accounts at the end of a closed business day."""
    ledger = context.ports.general_ledger
    posted = await _posted(context, day)
    return TrialBalanceView.of(posted, branch, list(await ledger.balances(posted.day, branch)))


@router.get(
    "/gl-files/{day}",
    operation_id="get_gl_file",
    responses=problems(409) | {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
    response_class=Response,
)
async def get_gl_file(day: Day, context: Annotated[Context, requires("ledger.read")]) -> Response:
    """What a closed business day has moved, for the institution's general ledger: CSV with control totals."""
    await _posted(context, day)
    content = interface_file(day, await context.ports.general_ledger.file_lines(day))
    headers = {"Content-Disposition": f'attachment; filename="gl-{day}.csv"', "Cache-Control": "no-store"}
    return Response(content, headers=headers, media_type="text/csv; charset=utf-8")


@router.get("/reconciliations/{day}", operation_id="get_reconciliation", responses=problems(404))
async def get_reconciliation(day: Day, context: Annotated[Context, requires("ledger.read")]) -> ReconciliationView:
    """Whether the books of loans and the ledger agreed at the end of a day."""
    ledger = context.ports.general_ledger
    agreements = await ledger.agreements(day)
    if not agreements:
        raise NotFound("reconciliation-not-found", f"nobody has compared books and ledger at the end of {day}")
    return ReconciliationView.of(day, list(agreements), await ledger.count_breaks(day))


@router.get("/reconciliations/{day}/breaks", operation_id="list_ledger_breaks", responses=problems())
async def list_ledger_breaks(
    day: Day, context: Annotated[Context, requires("ledger.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[BreakView]:
    """The accounts of loans in which a loan differed from its own books at the end of a day."""
    found = await context.ports.general_ledger.breaks(day, _behind(cursor), cursor.limit + 1)
    shown = [
        BreakView(loan_id=each.loan_id, account=each.account, books_minor=each.books_minor, loan_minor=each.loan_minor)
        for each in found
    ]
    last = shown[cursor.limit - 1] if len(shown) > cursor.limit else None
    return page(shown, cursor, [str(last.loan_id), last.account] if last else None)


@router.post(
    "/journals",
    operation_id="request_journal",
    status_code=202,
    responses=problems(403, 409),
    response_model=JournalView,
)
async def request_journal_route(body: JournalBody, context: Annotated[Context, requires("journal.record")]) -> Response:
    """Asks a second person to book a journal. Accounts that the postings of loans move are refused."""
    command = RequestJournal(
        caller=context.caller,
        branch=body.branch,
        business_date=body.business_date,
        lines=tuple(map(line_of, body.lines)),
        reason=body.reason,
    )
    return await context.perform(context.ports.operations.request_journal, command, JournalView.of, 202)


@router.get("/journals/{journal_id}", operation_id="get_journal", responses=problems(404))
async def get_journal(journal_id: UUID, context: Annotated[Context, requires("ledger.read")]) -> JournalView:
    """A journal."""
    journal = await context.ports.general_ledger.journal(journal_id)
    if journal is None:
        raise NotFound("journal-not-found", f"there is no journal {journal_id}")
    context.caller.require_branch(journal.branch)
    return JournalView.of(journal)


@router.post(
    "/journals/{journal_id}/approval",
    operation_id="approve_journal",
    responses=problems(403, 404, 409),
    response_model=JournalView,
)
async def approve_journal_route(journal_id: UUID, context: Annotated[Context, requires("journal.release")]) -> Response:
    """Another person than the one who asked books it."""
    command = DecideJournal(context.caller, journal_id, approve=True)
    return await context.perform(context.ports.operations.decide_journal, command, JournalView.of)


@router.post(
    "/journals/{journal_id}/rejection",
    operation_id="reject_journal",
    responses=problems(403, 404, 409),
    response_model=JournalView,
)
async def reject_journal_route(journal_id: UUID, context: Annotated[Context, requires("journal.release")]) -> Response:
    """Another person than the one who asked says no; nothing is booked."""
    command = DecideJournal(context.caller, journal_id, approve=False)
    return await context.perform(context.ports.operations.decide_journal, command, JournalView.of)


@router.post(
    "/journals/{journal_id}/reversal",
    operation_id="request_journal_reversal",
    status_code=202,
    responses=problems(403, 404, 409),
    response_model=JournalView,
)
async def request_journal_reversal_route(
    journal_id: UUID, body: ReasonBody, context: Annotated[Context, requires("journal.record")]
) -> Response:
    """Asks a second person to book the contra of a journal on the open business day."""
    command = RequestJournalReversal(context.caller, journal_id, body.reason)
    return await context.perform(context.ports.operations.request_journal_reversal, command, JournalView.of, 202)


@router.get("/periods", operation_id="list_periods", responses=problems())
async def list_periods(context: Annotated[Context, requires("ledger.read")]) -> Page[PeriodView]:
    """The periods of which somebody has said something, the latest first; all others are open."""
    return Page(items=[PeriodView.of(each) for each in await context.ports.general_ledger.periods()])


@router.post(
    "/periods/{period}/closing",
    operation_id="request_period_closing",
    status_code=202,
    responses=problems(409),
    response_model=PeriodView,
)
async def request_closing_route(
    period: Month, body: ReasonBody, context: Annotated[Context, requires("period.change")]
) -> Response:
    """Asks a second person to close a month: nothing is booked into it, or dated back into it, from then on."""
    return await _ask(period, PeriodStatus.CLOSED, body, context)


@router.post(
    "/periods/{period}/reopening",
    operation_id="request_period_reopening",
    status_code=202,
    responses=problems(409),
    response_model=PeriodView,
)
async def request_reopening_route(
    period: Month, body: ReasonBody, context: Annotated[Context, requires("period.change")]
) -> Response:
    """Asks a second person to open a month again, the last one that is closed."""
    return await _ask(period, PeriodStatus.OPEN, body, context)


@router.post(
    "/periods/{period}/approval",
    operation_id="approve_period_change",
    responses=problems(403, 404, 409),
    response_model=PeriodView,
)
async def approve_change_route(period: Month, context: Annotated[Context, requires("period.release")]) -> Response:
    """Another person than the one who asked closes the month, or opens it."""
    command = DecidePeriodChange(context.caller, period, approve=True)
    return await context.perform(context.ports.operations.decide_period_change, command, PeriodView.of)


@router.post(
    "/periods/{period}/rejection",
    operation_id="reject_period_change",
    responses=problems(403, 404, 409),
    response_model=PeriodView,
)
async def reject_change_route(period: Month, context: Annotated[Context, requires("period.release")]) -> Response:
    """Another person than the one who asked says no; the month stays as it is."""
    command = DecidePeriodChange(context.caller, period, approve=False)
    return await context.perform(context.ports.operations.decide_period_change, command, PeriodView.of)


async def _ask(period: str, wanted: PeriodStatus, body: ReasonBody, context: Context) -> Response:
    command = RequestPeriodChange(context.caller, period, wanted, body.reason)
    return await context.perform(context.ports.operations.request_period_change, command, PeriodView.of, 202)


async def _posted(context: Context, day: Day | None) -> PostedDay:
    posted = await context.ports.general_ledger.posted_day(day)
    if posted is None:
        raise Conflict("business-day-not-closed", f"{day or 'no day'} was closed; the ledger has closed days alone")
    return posted


def _behind(cursor: Cursor) -> tuple[UUID, str] | None:
    if cursor.after is None:
        return None
    try:
        loan_id, account = cursor.after
        return UUID(str(loan_id)), str(account)
    except ValueError as error:
        raise cursor_invalid() from error
