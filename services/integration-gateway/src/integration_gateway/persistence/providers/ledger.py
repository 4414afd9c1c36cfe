"""Days of the ledger: one row a capability and provider, to which processes add."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.use_cases.providers.ledger import Compared, Counted, DayRecord, DifferenceRecord, Tally
from loan_servicekit.core import Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.queries import Reader

NUMBERS = [each.name for each in fields(Tally)]
_TYPES = ["numeric" if name == "cost_yuan" else "int" for name in NUMBERS]
ADD = (
    f"insert into provider_days as d (day, capability, provider, {', '.join(NUMBERS)})"
    f" select * from unnest($1::date[], $2::text[], $3::text[],"
    f" {', '.join(f'${place}::{type}[]' for place, type in enumerate(_TYPES, 4))})"
    " on conflict (day, capability, provider) do update set "
    + ", ".join(f"{name} = d.{name} + excluded.{name}" for name in NUMBERS)
)
ADD_PAIRS = (
    "insert into provider_differences as d (day, capability, provider, shadow, field, compared, differed)"
    " select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[])"
    " on conflict (day, capability, provider, shadow, field) do update"
    " set compared = d.compared + excluded.compared, differed = d.differed + excluded.differed"
)
DAY = f"select capability, provider, {', '.join(NUMBERS)} from provider_days where day = $1 order by 1, 2"
DIFFERENCES = (
    "select capability, provider, shadow, field, compared, differed from provider_differences where day = $1"
    " order by 1, 2, 3, 4"
)


class SqlLedgerDays:
    """Implements `LedgerDays`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine, self._reader = engine, Reader(engine)

    async def add(self, counted: Counted) -> None:
        """Rows in their order, so that two processes that add at the same time do not wait for each other in a ring."""
        tallies = sorted(counted.tallies.items(), key=lambda each: each[0])
        pairs = sorted(counted.pairs.items())
        places = [list(column) for column in zip(*(place for place, _ in tallies), strict=True)]
        sums = [[getattr(tally, name) for _, tally in tallies] for name in NUMBERS]
        try:
            async with self._engine.begin() as connection:
                if tallies:
                    await connection.exec_driver_sql(ADD, (*places, *sums))
                if pairs:
                    names = [list(column) for column in zip(*(pair for pair, _ in pairs), strict=True)]
                    told = ([each.compared for _, each in pairs], [each.differed for _, each in pairs])
                    await connection.exec_driver_sql(ADD_PAIRS, (*names, *told))
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise

    async def day(self, day: date) -> Sequence[DayRecord]:
        """What was counted on one."""
        rows = await self._reader.rows(DAY, day)
        return [
            DayRecord(row.capability, row.provider, Tally(**{name: getattr(row, name) for name in NUMBERS}))
            for row in rows
        ]

    async def differences(self, day: date) -> Sequence[DifferenceRecord]:
        """How answers compared on it."""
        return [
            DifferenceRecord(
                capability=row.capability,
                provider=row.provider,
                shadow=row.shadow,
                field=row.field,
                told=Compared(row.compared, row.differed),
            )
            for row in await self._reader.rows(DIFFERENCES, day)
        ]
