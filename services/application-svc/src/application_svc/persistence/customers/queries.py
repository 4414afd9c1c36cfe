"""Reads of customers."""

from collections.abc import Sequence
from uuid import UUID

from application_svc.domain.customers.customer import Customer
from application_svc.persistence.customers.tables import CUSTOMERS
from application_svc.persistence.pages import LAST
from application_svc.use_cases.customers.ports import Newcomer
from loan_servicekit.core import NotFound
from loan_servicekit.db.queries import Reader

WITH_MOBILE = "select id from customers where mobile_token = $1 limit 2"
NEWCOMER = "select id, mobile_token, mobile, noted_at from newcomers where id = $1"


class SqlCustomerQueries:
    """Implements `use_cases.customers.ports.CustomerQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def customer(self, id: UUID) -> Customer:
        """The customer; raises NotFound `customer-not-found`."""
        found = await self._reader.aggregates(CUSTOMERS, "id = $1", id)
        if not found:
            raise NotFound(CUSTOMERS.missing, f"there is no customer {id}")
        return found[0]

    async def with_mobile(self, mobile_token: str) -> Sequence[UUID]:
        """Who has this number, two at most: more than one cannot be told apart by it."""
        return [row[0] for row in await self._reader.rows(WITH_MOBILE, mobile_token)]

    async def newcomer(self, id: UUID) -> Newcomer:
        """Who signed in under this id; raises NotFound `newcomer-not-found`."""
        found = await self._reader.rows(NEWCOMER, id)
        if not found:
            raise NotFound("newcomer-not-found", "nobody new has signed in under this id; sign in again")
        return Newcomer(*found[0])

    async def newest(
        self, branch: str | None, last_four: str | None, before: UUID | None, limit: int
    ) -> Sequence[Customer]:
        """Customers, newest first, from the one after `before`; those whose number ends so, where it is told."""
        filters = {"branch =": branch, "right(mobile_masked, 4) =": last_four, "id <": before or LAST}
        given = {condition: value for condition, value in filters.items() if value is not None}
        where = " and ".join(f"{condition} ${number}" for number, condition in enumerate(given, 1))
        order = f"{where} order by id desc limit ${len(given) + 1}"
        return await self._reader.aggregates(CUSTOMERS, order, *given.values(), limit)

    async def customers(self, ids: Sequence[UUID], branch: str | None) -> Sequence[Customer]:
        """Those of the ids that exist, in the branch where one is given."""
        where = "id = any($1::uuid[]) and ($2::text is null or branch = $2) order by id"
        return await self._reader.aggregates(CUSTOMERS, where, list(ids), branch)
