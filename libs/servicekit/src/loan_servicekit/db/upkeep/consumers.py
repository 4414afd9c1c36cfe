"""What the consuming processes of a service say of themselves, in a table: every process of it can tell, and an
operator can let one that has stopped go on, whichever process he asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause
from loan_servicekit.db.unit_of_work import tell

SEEN_WITHIN = timedelta(seconds=20)  # who has said nothing for so long is gone
SAY = (
    "insert into consumers as c (instance, state, reason, since, seen_at, lag, missing)"
    " values ($1, $2, $3, now(), now(), $4, $5::text[]) on conflict (instance) do update set"
    " since = case when c.state = excluded.state then c.since else now() end, state = excluded.state,"
    " reason = excluded.reason, seen_at = now(), lag = excluded.lag, missing = excluded.missing returning c.resume"
)
TAKE = "update consumers set resume = false where instance = $1"
LIST = (
    "select instance, state, reason, since, seen_at, lag, missing from consumers where seen_at > now() - $1::interval"
    " order by instance"
)
FORGET = "delete from consumers where instance = $1"


class ConsumerState(StrEnum):
    """RUNNING: it handles what comes. WAITING: for the broker or for topics. STOPPED: an operator has to look."""

    RUNNING = "RUNNING"
    WAITING = "WAITING"
    STOPPED = "STOPPED"


@dataclass(frozen=True, slots=True)
class Consumer:
    """One consuming process. `lag` counts what it has not handled yet, as far as it knows."""

    instance: str
    state: ConsumerState
    reason: str
    since: datetime
    seen_at: datetime
    lag: int
    missing: Sequence[str]


class Consumers:
    """The table of consuming processes of one service."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def say(self, instance: str, state: ConsumerState, reason: str, lag: int, missing: Sequence[str]) -> bool:
        """Says how a process is; whether an operator wants it to go on."""
        async with self._engine.begin() as connection:
            said = await connection.exec_driver_sql(SAY, (instance, state, reason, lag, list(missing)))
            resumed = bool(said.scalar_one())
            if resumed:
                await connection.exec_driver_sql(TAKE, (instance,))
        return resumed

    async def stopped(self, service: str, instance: str, reason: str, now: datetime) -> None:
        """Puts a stop into the table and the audit log."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(SAY, (instance, ConsumerState.STOPPED, reason, 0, []))
            await connection.exec_driver_sql(TAKE, (instance,))
            detail = {"reason": reason}
            act = AuditRecorded(subject_type="consumer", subject_id=service, action="stop_consumer", detail=detail)
            await tell(connection, Cause(service), now, act)

    async def living(self) -> list[Consumer]:
        """Those that have said something lately."""
        async with self._engine.connect() as connection:
            rows = (await connection.exec_driver_sql(LIST, (SEEN_WITHIN,))).all()
        return [Consumer(instance, ConsumerState(state), *rest) for instance, state, *rest in map(tuple, rows)]

    async def forget(self, instance: str) -> None:
        """A process that ends in good order takes its row with it."""
        async with self._engine.begin() as connection:
            await connection.exec_driver_sql(FORGET, (instance,))
