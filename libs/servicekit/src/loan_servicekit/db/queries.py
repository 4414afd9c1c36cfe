"""Reads outside a unit of work: no transaction around a single statement, nothing tracked."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import Aggregate, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import Fetched, Table

A = TypeVar("A", bound=Aggregate)


class Reader:
    """What a service's queries read with."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    async def rows(self, sql: str, *parameters: object) -> Sequence[Fetched]:
        """Rows of a query. Raises Unavailable while the database is away."""
        try:
            async with self._engine.connect() as connection:
                return (await connection.exec_driver_sql(sql, parameters)).all()
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise

    async def aggregates(self, table: Table[A], where: str, *parameters: object) -> list[A]:
        """Aggregates that satisfy a condition (SQL behind `where`, with order and limit), to look at, not to change."""
        statement = f"select {table.selected} from {table.name} where {where}"
        return [table.restore(row) for row in await self.rows(statement, *parameters)]
