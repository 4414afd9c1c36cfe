"""Plans a visit to a customer, or gives it up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.errors import wrong_field
from application_svc.domain.visits.visit import Visit, VisitPurpose
from application_svc.use_cases.customers.ports import Vault
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.visits.ports import Host
from loan_servicekit.core import Caller, NotFound, new_id

ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """The caller goes to this customer then; without a place, to the address that he has told."""

    caller: Caller
    customer_id: UUID
    application_id: UUID | None
    purpose: VisitPurpose
    planned_at: datetime
    place: str | None
    vault: Vault


@dataclass(frozen=True, slots=True)
class CancelVisit:
    """The caller does not go."""

    caller: Caller
    visit_id: UUID


async def plan_visit(command: PlanVisit, hosts: Mapping[UUID, Host], uow: UnitOfWork, now: datetime) -> Visit:
    """Raises NotFound `customer-not-found`, Forbidden `other-branch`, Invalid `visit-application-foreign`,
    `visit-place-missing`, and what `Visit.plan` raises."""
    customer_id, host = command.customer_id, hosts.get(command.customer_id)
    if host is None:
        raise NotFound("customer-not-found", f"there is no customer {customer_id}")
    command.caller.require_branch(host.branch)
    if command.application_id is not None and command.application_id not in host.applications:
        raise wrong_field("/application_id", "visit-application-foreign", "the customer has no such application")
    place = command.place or command.vault.open(customer_id, {ADDRESS: host.address}, (ADDRESS,))[ADDRESS]
    if place is None:
        raise wrong_field("/place", "visit-place-missing", "the customer has told no address: say where to go")
    id, about, by = new_id(), command.application_id, command.caller.subject
    sealed = str(command.vault.seal(id, {"place": place})["place"])
    visit = Visit.plan(id, (customer_id, host.branch), about, command.purpose, command.planned_at, sealed, by, now)
    uow.visits.add(visit)
    return visit


async def cancel_visit(command: CancelVisit, uow: UnitOfWork, now: datetime) -> Visit:
    """Raises NotFound `visit-not-found`, Forbidden `visit-of-another`, Conflict `visit-reported`, `visit-cancelled`."""
    visit = await uow.visits.get(command.visit_id)
    visit.require_assignee(command.caller.subject)
    visit.cancel(now)
    return visit
