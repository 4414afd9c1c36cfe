"""What looks at protected values have loaded for a batch."""

from collections.abc import Sequence
from uuid import UUID

from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.customers.customer import NOT_PAYABLE
from application_svc.domain.reveals.reveal import WITHIN, KnownTask, StatedCase
from application_svc.persistence.consents.in_force import IN_FORCE
from application_svc.persistence.customers.loaders import sealed_of
from application_svc.use_cases.reveals.identify_customers import IdentifyCustomers
from application_svc.use_cases.reveals.ports import Identity, Looks, Scope
from application_svc.use_cases.reveals.reveal_customer import RevealCustomer
from loan_servicekit.db.unit_of_work import UnitOfWork

TASKS = (
    "select task_id, (array_agg(application_id))[1], coalesce(max(role), ''),"
    " (array_agg(assignee order by sequence desc))[1], bool_and(open)"
    " from task_facts where task_id = any($1::uuid[]) group by task_id"
)
CASES = "select id, customer_id, status, loan_id is not null from applications where id = any($1::uuid[])"
SEEN = (
    "select read_by, array_agg(distinct customer_id) from identity_reads"
    " where read_by = any($1::text[]) and read_at > $2 and application_id is not null group by read_by"
)
CARD = "card_number"
PAYABLE = (
    "case when exists (select 1 from customers c where c.id = s.customer_id and c.card_state in"
    f" ({', '.join(repr(state.value) for state in NOT_PAYABLE)})) then null else s.{CARD} end"
)
IDENTITIES = "select s.customer_id, {fields}, {more} from sealed_details s where s.customer_id = any($1::uuid[])"
NEWCOMERS = (
    "select n.id, {fields}, null, null from newcomers n where n.id = any($1::uuid[])"
    " and not exists (select 1 from sealed_details s where s.customer_id = n.id)"
)
PAYEE = ("application_id", "token", "name", "account", "registration")
PAYEES = f"select customer_id, {', '.join(PAYEE)} from counterparties where customer_id = any($1::uuid[])"
CONSENTS_AND_CODE = (
    "(select json_agg(json_build_object('consent_id', k.id, 'source', k.source, 'purpose_code', k.purpose,"
    "     'valid_from', k.valid_from, 'valid_until', k.valid_until) order by k.purpose, k.valid_until)::text"
    f"   from consents k where k.customer_id = s.customer_id and {IN_FORCE}),"
    " (select a.organisation_code from applications a where a.customer_id = s.customer_id"
    "   and a.organisation_code is not null order by a.id desc limit 1)"
)


async def looks(uow: UnitOfWork, commands: Sequence[RevealCustomer]) -> Looks:
    """Sealed values of the customers, the tasks and cases that the commands name, and whom each caller has seen."""
    sealed = await sealed_of(uow, {command.customer_id for command in commands})
    task_ids = list({command.task_id for command in commands if command.task_id})
    rows = await uow.read(TASKS, task_ids) if task_ids else ()
    tasks = {
        id: KnownTask(application_id, role, assignee, is_open) for id, application_id, role, assignee, is_open in rows
    }
    stated = {command.application_id for command in commands if command.application_id}
    stated |= {task.application_id for task in tasks.values()}
    cases = {
        id: StatedCase(customer_id, ApplicationStatus(status), has_loan)
        for id, customer_id, status, has_loan in await uow.read(CASES, list(stated))
    }
    callers = list({command.caller.subject for command in commands})
    looked = await uow.read(SEEN, callers, uow.now - WITHIN)
    return Looks(sealed, tasks, cases, {subject: frozenset(customers) for subject, customers in looked})


async def identities(uow: UnitOfWork, commands: Sequence[IdentifyCustomers]) -> dict[Scope, dict[UUID, Identity]]:
    """The persons that the commands name, as far as their scopes go."""
    wanted: dict[Scope, set[UUID]] = {}
    for command in commands:
        wanted.setdefault(command.scope, set()).update(command.ids)
    return {scope: await _identities(uow, scope, list(ids)) for scope, ids in wanted.items()}


async def _identities(uow: UnitOfWork, scope: Scope, ids: list[UUID]) -> dict[UUID, Identity]:
    fields = ", ".join(PAYABLE if field == CARD and scope.payable_card else f"s.{field}" for field in scope.fields)
    if scope.consents:
        rows = await uow.read(IDENTITIES.format(fields=fields, more=CONSENTS_AND_CODE), ids, uow.now)
    else:
        rows = await uow.read(IDENTITIES.format(fields=fields, more="null, null"), ids)
    if scope.newcomers:
        rows = [*rows, *await uow.read(NEWCOMERS.format(fields=", ".join(f"n.{each}" for each in scope.fields)), ids)]
    payees: dict[UUID, list[dict[str, str | None]]] = {}
    for customer_id, *sealed in await uow.read(PAYEES, ids) if scope.payable_card else ():
        payees.setdefault(customer_id, []).append(dict(zip(PAYEE, map(_text, sealed), strict=True)))
    return {
        id: Identity(
            customer_id=id,
            sealed=dict(zip(scope.fields, values, strict=True)),
            consents=consents or "[]",
            organisation_code=organisation_code,
            payees=payees.get(id, ()),
        )
        for id, *values, consents, organisation_code in rows
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
