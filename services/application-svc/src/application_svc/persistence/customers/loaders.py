"""What operations on customers have loaded for a batch."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from application_svc.persistence.consents.loaders import basis_of
from application_svc.persistence.customers.vault import FIELDS
from application_svc.use_cases.consents.ports import ConsentBasis
from application_svc.use_cases.customers.change_customer_details import ChangeCustomerDetails
from application_svc.use_cases.customers.check_known import CheckKnown
from application_svc.use_cases.customers.ports import Known, Sealed
from application_svc.use_cases.customers.register_customer import KnownPersons, RegisterCustomer
from application_svc.use_cases.customers.register_newcomer import Numbers, RegisterNewcomer, WelcomeNewcomer
from loan_servicekit.db.unit_of_work import UnitOfWork

KNOWN = (
    "select c.person_token, c.id, s.details_token from customers c join sealed_details s on s.customer_id = c.id"
    " where c.person_token = any($1::text[])"
)
BOTH = "select person_token, mobile_token from customers where person_token = any($1::text[])"
SEALED = (
    f"select c.id, c.branch, {', '.join(f's.{field}' for field in FIELDS)}"
    " from customers c join sealed_details s on s.customer_id = c.id where c.id = any($1::uuid[])"
)

WITH_MOBILES = "select mobile_token, id from customers where mobile_token = any($1::text[])"
NEWCOMERS = "select mobile_token, id from newcomers where mobile_token = any($1::text[])"


class AboutCustomer(Protocol):
    """A command or a message about one customer."""

    @property
    def customer_id(self) -> UUID:
        """Which one."""


async def customers(uow: UnitOfWork, commands: Sequence[AboutCustomer]) -> None:
    """The customers that the commands name."""
    await uow.customers.preload([command.customer_id for command in commands])


async def known_persons(uow: UnitOfWork, commands: Sequence[RegisterCustomer]) -> KnownPersons:
    """Who of the persons is registered, with the customers themselves."""
    rows = await uow.read(KNOWN, list({command.tokens.person for command in commands}))
    known = {token: Known(id, details_token) for token, id, details_token in rows}
    ids = [each.customer_id for each in known.values()]
    await uow.customers.preload(ids)
    wishing = any(command.wishes for command in commands)
    return KnownPersons(known, await basis_of(uow, ids) if wishing else ConsentBasis((), {}))


async def both_numbers(uow: UnitOfWork, commands: Sequence[CheckKnown]) -> set[tuple[str, str]]:
    """Identity and mobile numbers of customers, as tokens, for those persons that are asked about."""
    return {(row[0], row[1]) for row in await uow.read(BOTH, list({command.tokens.person for command in commands}))}


async def sealed_customers(uow: UnitOfWork, commands: Sequence[ChangeCustomerDetails]) -> dict[UUID, Sealed]:
    """The customers that the commands name, and their sealed values."""
    await customers(uow, commands)
    return await sealed_of(uow, {command.customer_id for command in commands})


async def sealed_of(uow: UnitOfWork, ids: set[UUID]) -> dict[UUID, Sealed]:
    """Sealed values by customer; one dictionary a batch, so that who looks after a change sees it."""
    sealed = await uow.once(_none_yet)
    for id, branch, *values in await uow.read(SEALED, list(ids)):
        sealed[id] = Sealed(branch, dict(zip(FIELDS, values, strict=True)))
    return sealed


async def _none_yet(uow: UnitOfWork) -> dict[UUID, Sealed]:
    return {}


async def numbers(uow: UnitOfWork, commands: Sequence[WelcomeNewcomer]) -> Numbers:
    """Whose the numbers are, and who has signed in with them before without having registered."""
    return await _numbers(uow, list({command.mobile_token for command in commands}))


async def new_persons(uow: UnitOfWork, commands: Sequence[RegisterNewcomer]) -> tuple[KnownPersons, Numbers]:
    """Who of the persons is registered, and whose their numbers are."""
    known = await known_persons(uow, [command.registration for command in commands])
    own = [command.registration.customer_id for command in commands]
    await uow.customers.preload(own)
    tokens = list({command.registration.tokens.mobile for command in commands})
    return known, await _numbers(uow, tokens)


async def _numbers(uow: UnitOfWork, tokens: list[str]) -> Numbers:
    customers, newcomers = await uow.read(WITH_MOBILES, tokens), await uow.read(NEWCOMERS, tokens)
    return Numbers({token: id for token, id in customers}, {token: id for token, id in newcomers})  # noqa: C416
