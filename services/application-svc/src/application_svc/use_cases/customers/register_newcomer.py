"""Somebody signs in with a number that is nobody's, and registers himself under the id that he was given for it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from application_svc.use_cases.customers.ports import Newcomer, Vault
from application_svc.use_cases.customers.register_customer import (
    KnownPersons,
    RegisterCustomer,
    Registered,
    register_customer,
)
from application_svc.use_cases.ports import UnitOfWork
from loan_servicekit.core import Conflict, new_id


@dataclass(frozen=True, slots=True)
class WelcomeNewcomer:
    """Somebody has this number and wants to sign in."""

    mobile: str
    mobile_token: str
    vault: Vault


@dataclass(frozen=True, slots=True)
class RegisterNewcomer:
    """Who has signed in tells who he is; his number is the one that he signed in with."""

    registration: RegisterCustomer


@dataclass(frozen=True, slots=True)
class Numbers:
    """Customers and newcomers by the token of their mobile number; those of this batch are added."""

    customers: dict[str, UUID]
    newcomers: dict[str, UUID]


async def welcome_newcomer(command: WelcomeNewcomer, numbers: Numbers, uow: UnitOfWork, now: datetime) -> UUID:
    """The id of who has the number: the same each time until he has registered. Raises Conflict `mobile-taken` where
    it is a customer's, or several customers'."""
    if command.mobile_token in numbers.customers:
        raise Conflict("mobile-taken", "the number is a customer's")
    known = numbers.newcomers.get(command.mobile_token)
    if known is not None:
        return known
    id = new_id()
    sealed = command.vault.seal(id, {"mobile": command.mobile})["mobile"]
    assert sealed is not None
    uow.newcomers.append(Newcomer(id, command.mobile_token, sealed, now))
    numbers.newcomers[command.mobile_token] = id
    return id


async def register_newcomer(
    command: RegisterNewcomer, found: tuple[KnownPersons, Numbers], uow: UnitOfWork, now: datetime
) -> Registered:
    """A new customer under his own id, or he as he is known where all details agree.

    Raises Conflict `person-registered` (his identity number is another customer's: nothing of that one is told),
    `mobile-taken`, and what `register_customer` raises.
    """
    persons, numbers = found
    registration = command.registration
    own, tokens = registration.customer_id, registration.tokens
    known = persons.known.get(tokens.person)
    if known is not None and known.customer_id != own:
        raise Conflict(
            "person-registered",
            "this identity number is registered with another mobile number; sign in with that one, or have it changed "
            "at a branch",
        )
    if numbers.customers.get(tokens.mobile, own) != own:
        raise Conflict("mobile-taken", "the number has become another customer's; sign in again")
    registered = await uow.customers.find(own)
    if registered is not None:
        if known is None:
            raise Conflict("customer-details-differ", "you are registered with another identity number")
        registration = replace(registration, caller=registration.caller.owning(registered.branch))
    result = await register_customer(registration, persons, uow, now)
    numbers.customers[tokens.mobile] = own
    return result
