"""Registers a person, once: who comes again is found by the identity number's token."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application_svc.domain.consents.consent import Consent
from application_svc.domain.customers.customer import Customer, Details, Person, Tokens, check_person, clear_values
from application_svc.domain.customers.names import NAME_FORM
from application_svc.use_cases.consents.grant_consents import ConsentWish, draw_up, keep
from application_svc.use_cases.consents.ports import ConsentBasis
from application_svc.use_cases.customers.ports import Known, SealedDetails, Vault
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce
from loan_servicekit.core import Caller, Conflict, Forbidden, business_day, new_id


@dataclass(frozen=True, slots=True)
class RegisterCustomer:
    """A person whose details passed every check; values are sealed for the id that a new customer would get."""

    caller: Caller
    customer_id: UUID
    branch: str
    person: Person
    tokens: Tokens
    details_token: str
    sealed: Mapping[str, str | None]
    wishes: tuple[ConsentWish, ...]
    bounds: BoundsInForce


@dataclass(frozen=True, slots=True)
class KnownPersons:
    """Registered persons by the token of their identity number, one of this batch among them, and what their consents
    are drawn up from."""

    known: dict[str, Known]
    basis: ConsentBasis


@dataclass(frozen=True, slots=True)
class Registered:
    """The customer, the consents given in the same call, and whether the person was known before."""

    customer: Customer
    consents: list[Consent]
    already_registered: bool


@dataclass(frozen=True, slots=True)
class Registry:
    """What registrations and changes of details are checked and sealed with: whether identity numbers of the synthetic
    range are taken, and which branch keeps customers who come without one."""

    vault: Vault
    bounds: BoundsInForce
    synthetic_allowed: bool
    online_branch: str


def prepare_registration(
    caller: Caller,
    details: Details,
    branch: str | None,
    wishes: tuple[ConsentWish, ...],
    registry: Registry,
    today: date,
    customer_id: UUID | None = None,
) -> RegisterCustomer:
    """Checks and seals, before any transaction begins; `customer_id` is that of who registers himself.

    Raises Invalid `customer-invalid`, Forbidden `other-branch`.
    """
    home = branch_of(caller, branch, registry.online_branch)
    person = check_person(details, today, registry.synthetic_allowed)
    id, vault = customer_id or new_id(), registry.vault
    return RegisterCustomer(
        caller=caller,
        customer_id=id,
        branch=home,
        person=person,
        tokens=vault.tokens(person),
        details_token=vault.details_token(person),
        sealed=vault.seal(id, clear_values(person)),
        wishes=wishes,
        bounds=registry.bounds,
    )


def branch_of(caller: Caller, branch: str | None, online_branch: str) -> str:
    """Staff register for their own branch; who sees all branches names one, or it is the one of online customers."""
    if caller.all_branches:
        return branch or online_branch
    if caller.branch is None:
        raise Forbidden("other-branch", "the token names no branch")
    caller.require_branch(branch or caller.branch)
    return caller.branch


async def register_customer(
    command: RegisterCustomer, persons: KnownPersons, uow: UnitOfWork, now: datetime
) -> Registered:
    """A new customer, or the known one where the details agree and the caller sees its branch.

    Raises Conflict `customer-exists` (at a branch that the caller does not see; nothing of it is told) and
    `customer-details-differ`, Invalid `consent-invalid`.
    """
    found = persons.known.get(command.tokens.person)
    customer = await _known_customer(command, found, uow) if found else None
    bounds = command.bounds.on(business_day(now))
    of = customer.id if customer else command.customer_id
    consents = draw_up(persons.basis, of, command.wishes, bounds, now)
    already_registered = customer is not None
    if customer is None:
        customer = Customer.register(
            command.customer_id, command.person, command.tokens, command.branch, command.caller.subject, now
        )
        uow.customers.add(customer)
        uow.sealed_details.append(
            SealedDetails(
                customer_id=customer.id,
                **command.sealed,
                details_token=command.details_token,
                sealed_at=now,
                name_form=NAME_FORM,
            )
        )
        persons.known[command.tokens.person] = Known(customer.id, command.details_token)
    keep(uow, customer, consents)
    return Registered(customer, consents, already_registered)


async def _known_customer(command: RegisterCustomer, found: Known, uow: UnitOfWork) -> Customer:
    customer = await uow.customers.get(found.customer_id)
    scope = command.caller.branch_scope
    if scope is not None and scope != customer.branch:
        raise Conflict("customer-exists", "this person is a customer of another branch, which has to act")
    if found.details_token != command.details_token:
        raise Conflict(
            "customer-details-differ",
            f"customer {customer.id} is registered with another name, mobile number, card or document date; "
            f"mobile number, card and document date are changed with POST /v1/customers/{customer.id}/details",
        )
    return customer
