"""Contracts at the provider of signatures: kept before anybody is asked to sign."""

from collections.abc import Sequence
from dataclasses import astuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.signatures.signing import Flow
from loan_servicekit.core import Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import Fetched

COLUMNS = "id, application_id, customer_id, provider, flow_id, contract_hash, file_sha256, begun_at"
KEEP = (
    f"insert into signature_flows ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)"
    " on conflict do nothing returning id"
)
OF = f"select {COLUMNS} from signature_flows where id = $1"
OF_APPLICATION = f"select {COLUMNS} from signature_flows where application_id = $1 order by begun_at desc limit 1"
DUE = """
update desk d set due_at = case when claimed_by is null then now() else due_at end, nudged = claimed_by is not null
from signature_flows f where f.flow_id = $1 and d.id = f.id and d.state = 'OPEN' returning d.id
"""


class SqlFlows:
    """Implements `Flows`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    async def of(self, id: UUID) -> Flow | None:
        """Where the item of the desk is."""
        return _flow(await self._run(OF, id))

    async def of_application(self, application_id: UUID) -> Flow | None:
        """The newest one of an application."""
        return _flow(await self._run(OF_APPLICATION, application_id))

    async def keep(self, flow: Flow) -> bool:
        """Keeps one; False where somebody else has."""
        return bool(await self._run(KEEP, *astuple(flow)))

    async def due(self, flow_id: str) -> bool:
        """Has a contract asked about now, or when who has it in hand puts it back."""
        return bool(await self._run(DUE, flow_id))

    async def _run(self, sql: str, *parameters: object) -> Sequence[Fetched]:
        try:
            async with self._engine.connect() as connection:
                return (await connection.exec_driver_sql(sql, parameters)).all()
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise


def _flow(rows: Sequence[Fetched]) -> Flow | None:
    return Flow(*rows[0]) if rows else None
