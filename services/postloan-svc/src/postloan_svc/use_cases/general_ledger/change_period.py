"""Closes a period, or opens it again: asked for by one person, done by another."""

from dataclasses import dataclass
from datetime import datetime

from loan_servicekit.core import Caller
from postloan_svc.domain.general_ledger.period import AccountingPeriod, PeriodStatus
from postloan_svc.use_cases.general_ledger.ports import PeriodBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestPeriodChange:
    """Close this month, or open it again."""

    caller: Caller
    period: str
    wanted: PeriodStatus
    reason: str


@dataclass(frozen=True, slots=True)
class DecidePeriodChange:
    """Approve or reject what was asked for."""

    caller: Caller
    period: str
    approve: bool


async def request_period_change(
    command: RequestPeriodChange, basis: PeriodBasis, uow: UnitOfWork, now: datetime
) -> AccountingPeriod:
    """Nothing changes before another person has approved it."""
    existing = await uow.periods.find(command.period)
    period = existing or AccountingPeriod(command.period)
    period.ask(command.wanted, command.reason, command.caller, basis[command.period], now)
    if existing is None:
        uow.periods.add(period)
    return period


async def decide_period_change(
    command: DecidePeriodChange, basis: PeriodBasis, uow: UnitOfWork, now: datetime
) -> AccountingPeriod:
    """What was asked for is done in the commit that says so."""
    period = await uow.periods.get(command.period)
    period.decide(command.approve, command.caller, basis[command.period], now)
    return period
