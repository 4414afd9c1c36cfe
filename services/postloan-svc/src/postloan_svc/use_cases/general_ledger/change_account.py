"""Changes the chart of accounts: asked for by one person, made by another."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.general_ledger.chart import AccountChange
from postloan_svc.domain.general_ledger.journal import LedgerAccount
from postloan_svc.use_cases.general_ledger.ports import ChartBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestAccountChange:
    """This account, as it shall be; whether loans post to it is never changed by hand."""

    caller: Caller
    account: LedgerAccount
    reason: str


@dataclass(frozen=True, slots=True)
class DecideAccountChange:
    """Approve or reject."""

    caller: Caller
    change_id: UUID
    approve: bool


async def request_account_change(
    command: RequestAccountChange, chart: ChartBasis, uow: UnitOfWork, now: datetime
) -> AccountChange:
    """Nothing changes before another person has approved it."""
    before = chart.get(command.account.code)
    account = command.account._replace(of_loans=before.of_loans if before else False)
    change = AccountChange(new_id(), account, command.reason, command.caller.subject, now)
    change.ask(chart)
    uow.account_changes.add(change)
    return change


async def decide_account_change(
    command: DecideAccountChange, chart: ChartBasis, uow: UnitOfWork, now: datetime
) -> AccountChange:
    """The account is opened or changed in the commit that says so; a refusal leaves the request open."""
    change = await uow.account_changes.get(command.change_id)
    change.decide(command.approve, command.caller, chart, now)
    return change
