"""Reminds borrowers of what they owe: the plan is read from the loan's books each time, so that what was paid or
changed meanwhile is not reminded of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol
from uuid import UUID, uuid5

from integration_gateway.domain.desk.work import Work, WorkItem
from integration_gateway.domain.notifications.notice import Notify
from integration_gateway.domain.notifications.reminder import (
    TEMPLATE,
    Instalment,
    Plan,
    Remind,
    look_at,
    look_id,
    planned,
    yuan,
)
from integration_gateway.use_cases.desk.engine import Errand, Postpone
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import DeskRow, DeskRows
from integration_gateway.use_cases.desk.ports import UnitOfWork as DeskUnitOfWork
from loan_contracts.lending import RepaymentDue
from loan_contracts.message import JsonObject
from loan_servicekit.core import Clock, NotFound, business_day


class Plans(Protocol):
    """The books of loans. Raises Unavailable, NotFound."""

    async def plan(self, loan_id: UUID) -> Sequence[JsonObject]:
        """The instalments of a loan, as its books have them now."""


class UnitOfWork(Protocol):
    """One transaction."""

    desk: DeskRows


@dataclass(frozen=True, slots=True)
class FinishRemind:
    """A plan was looked at."""

    item: WorkItem[Remind]
    plan: Plan

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {"reminded": self.plan.remind is not None, "days": self.plan.days}

    def tell(self, uow: UnitOfWork, now: datetime) -> None:
        """Puts the reminder, and the next look, on the desk."""
        work, plan = self.item.work, self.plan
        if plan.remind is not None:
            due_on, days = plan.remind.due_on, plan.days
            notice = reminder(work.customer_id, work.application_id, due_on, days, plan.remind.unpaid_minor)
            uow.desk.append(self._row(reminder_id(work.loan_id, due_on, days), notice, now, now))
        if plan.look_on is not None:
            look = look_id(work.loan_id, plan.look_on)
            uow.desk.append(self._row(look, work, now, look_at(plan.look_on, now)))

    def _row(self, id: UUID, work: Work, now: datetime, due_at: datetime) -> DeskRow:
        cause = self.item.cause
        return DeskRow(
            id=id,
            kind=work.KIND,
            application_id=work.application_id,
            work=work,
            requested_at=now,
            due_at=due_at,
            correlation_id=cause.correlation_id,
            causation_id=cause.causation_id,
            traceparent=cause.traceparent,
        )


@dataclass(frozen=True, slots=True)
class Reminding:
    """Looks at plans."""

    plans: Plans
    now: Clock

    async def plan(self, items: Sequence[WorkItem[Remind]]) -> Sequence[Errand[Remind, FinishRemind]]:
        """An errand an item."""
        return [Errand([item], partial(self._look, item)) for item in items]

    async def _look(self, item: WorkItem[Remind]) -> Sequence[FinishRemind | Postpone]:
        try:
            rows = await self.plans.plan(item.work.loan_id)
        except NotFound:  # the claim is not ours any more, or its record has gone
            rows = []
        found = [Instalment(date.fromisoformat(each["due_on"]), each["unpaid_minor"]) for each in rows]
        return [FinishRemind(item, planned(found, business_day(self.now())))]


def reminder_id(loan_id: UUID, due_on: date, days: int) -> UUID:
    """One reminder an instalment and day."""
    return uuid5(loan_id, f"{TEMPLATE} {due_on.isoformat()} {days}")


def reminder(customer_id: UUID, application_id: UUID, due_on: date, days: int, amount_minor: int) -> Notify:
    """What the borrower is told so many days before an instalment falls due."""
    said = {"days": str(days), "due_on": due_on.isoformat(), "amount": yuan(amount_minor)}
    return Notify(customer_id, TEMPLATE, said, application_id)


@dataclass(frozen=True, slots=True)
class TellDue:
    """An instalment falls due today: its borrower is told, and the next one's reminders begin."""

    id: UUID
    application_id: UUID
    loan_id: UUID
    due_on: date
    amount_minor: int


async def tell_due(command: TellDue, intake: Intake, uow: DeskUnitOfWork, now: datetime) -> None:
    """Nobody is told of a loan whose borrower is not known here: nothing was collected for it."""
    customer_id = intake.customers.get(command.application_id)
    if customer_id is None:
        return
    notice = reminder(customer_id, command.application_id, command.due_on, 0, command.amount_minor)
    intake.put(uow, command.id, notice, now)
    following = command.due_on + timedelta(days=1)
    look = Remind(command.application_id, customer_id, command.loan_id)
    intake.put(uow, look_id(command.loan_id, following), look, now, look_at(following, now))


def due_notice(message: RepaymentDue) -> TellDue:
    """The instalment that falls due."""
    id = reminder_id(message.loan_id, message.due_date, 0)
    return TellDue(id, message.application_id, message.loan_id, message.due_date, message.total_minor)
