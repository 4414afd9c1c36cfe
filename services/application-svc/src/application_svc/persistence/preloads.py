"""What a whole batch of use cases needs, in at most one statement a table."""

from collections.abc import Sequence
from typing import Any

from application_svc.domain.product import Product
from application_svc.persistence.tables import CONSENT_COLUMNS, CONSENTS, CUSTOMERS
from application_svc.persistence.vault import FIELDS
from application_svc.use_cases.ports import Asking, Identity, Known
from loan_servicekit.db.tables import load_json
from loan_servicekit.db.unit_of_work import UnitOfWork

KNOWN = (
    "select c.person_token, c.id, s.details_token from customers c join sealed_details s on s.customer_id = c.id"
    " where c.person_token = any($1::text[])"
)
CUSTOMER_COLUMNS = ", ".join(f"c.{column}" for column in CUSTOMERS.selected.split(", "))
CONSENT_LIST = ", ".join(f"k.{column}" for column in CONSENT_COLUMNS)
CONSENTS_OF = (
    f"(select array_agg(row({CONSENT_LIST}, k.version, k.sequence)) from consents k"
    " where k.customer_id = c.id and k.withdrawn_at is null and k.valid_until > $2)"
)
ASKING = f"select {CUSTOMER_COLUMNS}, {CONSENTS_OF} from customers c where c.id = any($1::uuid[])"
OF_APPLICATIONS = (
    " from customers c where c.id in (select a.customer_id from applications a where a.id = any($1::uuid[]))"
)
DRAFTS = f"select {CUSTOMER_COLUMNS}, {CONSENTS_OF}{OF_APPLICATIONS}"
SIGNERS = f"select {CUSTOMER_COLUMNS}, null{OF_APPLICATIONS}"
VERSIONS = "select content::text from product_versions where code = any($1::text[]) order by code, version"
IDENTITIES = (
    f"select c.id, c.branch, {', '.join(f's.{field}' for field in FIELDS)},"
    " (select json_agg(json_build_object('consent_id', k.id, 'source', k.source, 'purpose_code', k.purpose,"
    "     'valid_from', k.valid_from, 'valid_until', k.valid_until) order by k.purpose, k.valid_until)::text"
    "   from consents k where k.customer_id = c.id and k.withdrawn_at is null and k.valid_until > $2),"
    " (select a.organisation_code from applications a where a.customer_id = c.id and a.organisation_code is not null"
    "   order by a.id desc limit 1)"
    " from customers c join sealed_details s on s.customer_id = c.id where c.id = any($1::uuid[])"
)


class SqlPreloads:
    """Implements `use_cases.ports.Preloads`."""

    async def known_persons(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`known` by the `tokens` of the commands; customers who come again are loaded with them."""
        rows = await uow.read(KNOWN, list({command.tokens.person for command in commands}))
        uow.batch["known"] = {row[0]: Known(row[1], row[2]) for row in rows}
        await uow.customers.preload([row[1] for row in rows])

    async def asking(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`asking` by the `customer_id` of the commands."""
        ids = list({command.customer_id for command in commands})
        _note_asking(uow, await uow.read(ASKING, ids, uow.now))

    async def drafts(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Applications by the `application_id` of the commands, and `asking` of their customers."""
        ids = list({command.application_id for command in commands})
        await uow.applications.preload(ids)
        _note_asking(uow, await uow.read(DRAFTS, ids, uow.now))

    async def signers(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """As `drafts`, without the consents."""
        ids = list({command.application_id for command in commands})
        await uow.applications.preload(ids)
        _note_asking(uow, await uow.read(SIGNERS, ids))

    async def applications(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Applications by the `application_id` of the commands."""
        await uow.applications.preload([command.application_id for command in commands])

    async def consents(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Consents by the `consent_id` of the commands."""
        await uow.consents.preload([command.consent_id for command in commands])

    async def customers(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands."""
        await uow.customers.preload([command.customer_id for command in commands])

    async def versions(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`versions` by the codes of the commands' `product`, oldest first."""
        found: dict[str, list[Product]] = {}
        for row in await uow.read(VERSIONS, list({command.product.code for command in commands})):
            product = Product.model_validate(load_json(row[0]))
            found.setdefault(product.code, []).append(product)
        uow.batch["versions"] = found

    async def identities(self, uow: UnitOfWork, commands: Sequence[Any]) -> None:
        """`identities` by the `ids` of the commands."""
        ids = list({id for command in commands for id in command.ids})
        found = {}
        for row in await uow.read(IDENTITIES, ids, uow.now):
            id, branch, *values, consents, organisation_code = row
            sealed = dict(zip(FIELDS, values, strict=True))
            found[id] = Identity(id, branch, sealed, consents or "[]", organisation_code)
        uow.batch["identities"] = found


def _note_asking(uow: UnitOfWork, rows: Sequence[Any]) -> None:
    asking = uow.batch.setdefault("asking", {})
    for *customer, consents in rows:
        known = CUSTOMERS.restore(customer)
        asking[known.id] = Asking(known, [CONSENTS.restore(consent) for consent in consents or ()])
