"""How much waits."""

from loan_servicekit.db.queries import Reader

WAITING = "select kind, count(*) as waiting from desk where state = 'OPEN' group by kind"


class SqlDeskQueries:
    """Implements `DeskQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def waiting(self) -> dict[str, int]:
        """How much outside work waits, by kind."""
        return {row.kind: row.waiting for row in await self._reader.rows(WAITING)}
