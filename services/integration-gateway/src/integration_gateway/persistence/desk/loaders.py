"""What operations load for a batch. Loaders only read."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from integration_gateway.domain.desk.work import Kind, Work
from integration_gateway.domain.providers.policy import LONGEST_REUSE_HOURS
from integration_gateway.domain.sources.request import Collect
from integration_gateway.persistence.desk.items import SqlFinishedItems
from integration_gateway.persistence.payments.attempts import SqlKeptAttempts
from integration_gateway.use_cases.customers.keep_relation import BeginRelation
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.take_request import TakeRequest
from integration_gateway.use_cases.notifications.reminders import TellDue
from integration_gateway.use_cases.notifications.sign_in import SendSignInCode
from integration_gateway.use_cases.notifications.tell_applicant import TellApplicant
from integration_gateway.use_cases.notifications.tell_of_change import TellOfChange
from integration_gateway.use_cases.partners.hear import Heard
from integration_gateway.use_cases.payments.take_order import TakeOrder
from loan_servicekit.db.unit_of_work import UnitOfWork

Taken: TypeAlias = (
    TakeRequest[Work] | TakeOrder | TellApplicant | TellDue | TellOfChange | BeginRelation | SendSignInCode
)

KNOWN = """
select kind as what, id, null::uuid as found from desk where id = any($1::uuid[]) union all
select 'CUSTOMER', application_id, customer_id from collections where application_id = any($2::uuid[]) union all
select 'CUSTOMER', application_id, (body ->> 'customer_id')::uuid from desk
where kind = 'COLLECT' and state = 'OPEN' and application_id = any($2::uuid[]) union all
(select 'EARLIER', asked.id, found.request_id
from unnest($3::uuid[], $4::uuid[], $5::text[]) as asked(id, customer_id, purpose_code), lateral (
    select c.request_id, c.collected_at from collections c
    where c.customer_id = asked.customer_id and c.purpose_code = asked.purpose_code and c.collected_at >= $6
    order by c.collected_at desc limit 8
) as found order by found.collected_at desc) union all
select 'PAID_OUT', (body ->> 'loan_id')::uuid, id from desk
where kind = 'PAY' and body ->> 'direction' = 'PAY_OUT' and body ->> 'loan_id' = any($7::text[])
  and (state = 'OPEN' or result ->> 'state' = 'SUCCESS') union all
select 'REFUNDING', (body ->> 'loan_id')::uuid, id from desk
where kind = 'PAY' and body ->> 'direction' = 'REFUND' and state = 'OPEN' and body ->> 'loan_id' = any($7::text[])
union all select 'PARTNER', id, partner_id from partner_applications where id = any($8::uuid[])
"""


def _taken(command: Taken | Heard) -> Taken | None:
    """What a command puts on the desk, where it does."""
    if not isinstance(command, Heard):
        return command
    return command.consequence if isinstance(command.consequence, TellApplicant | TellDue | BeginRelation) else None


async def intake(uow: UnitOfWork, asked_for: Sequence[Taken | Heard]) -> Intake:
    """What is known of requests already, in one question."""
    commands = [taken for each in asked_for if (taken := _taken(each)) is not None]
    heard = [each.application_id for each in asked_for if isinstance(each, Heard)]
    nameless = [
        command.application_id for command in commands if isinstance(command, TellApplicant | TellDue | TellOfChange)
    ]
    asked = [(command.id, work) for command in commands if (work := _collection(command))]
    questions = (
        [command.id for command in commands],
        nameless,
        [id for id, _ in asked],
        [work.customer_id for _, work in asked],
        [work.purpose_code for _, work in asked],
        uow.now - timedelta(hours=LONGEST_REUSE_HOURS),
        [str(command.work.loan_id) for command in commands if isinstance(command, TakeOrder)],
        heard,
    )
    rows = await uow.read(KNOWN, *questions)
    customers: dict[UUID, UUID] = {}
    earlier: dict[UUID, list[UUID]] = {}
    known: dict[UUID, Kind] = {}
    paid_out: dict[UUID, UUID] = {}
    refunding: dict[UUID, UUID] = {}
    partners: dict[UUID, UUID] = {}
    for row in rows:
        match row.what:
            case "CUSTOMER":
                customers[row.id] = row.found
            case "EARLIER":
                earlier.setdefault(row.id, []).append(row.found)
            case "PAID_OUT":
                paid_out[row.id] = row.found
            case "REFUNDING":
                refunding[row.id] = row.found
            case "PARTNER":
                partners[row.id] = row.found
            case kind:
                known[row.id] = Kind(kind)
    await uow.partner_applications.preload(partners)
    return Intake(known, customers, earlier, paid_out, refunding=refunding, partners=partners)


def _collection(command: Taken) -> Collect | None:
    """The collection among requests."""
    if isinstance(command, TellApplicant | TellDue | TellOfChange) or not isinstance(command.work, Collect):
        return None
    return command.work


async def finished_items(uow: UnitOfWork, commands: Sequence[object]) -> SqlFinishedItems:
    """Where the items of a batch are marked as finished."""
    return SqlFinishedItems(uow)


async def kept_attempts(uow: UnitOfWork, commands: Sequence[object]) -> SqlKeptAttempts:
    """Where the orders of a batch are kept before they are sent."""
    return SqlKeptAttempts(uow)
