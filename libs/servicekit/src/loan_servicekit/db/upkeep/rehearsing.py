"""What a message would come to, found out in a transaction that is rolled back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_servicekit.core import Unavailable
from loan_servicekit.db.engine import is_outage
from loan_servicekit.db.transactor import Transactor, Work
from loan_servicekit.db.unit_of_work import PartialChange

# Of this transaction, and of those before it in the session that were not counted yet; a partition as its table.
WRITTEN = (
    "select coalesce(p.relname, s.relname), sum(n_tup_ins + n_tup_upd + n_tup_del)::int from pg_stat_xact_user_tables s"
    " left join pg_inherits i on i.inhrelid = s.relid left join pg_class p on p.oid = i.inhparent group by 1"
)
TYPE = 2  # of a message, among what is told of it
OF_THE_BUS = ("inbox", "outbox")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The outcome, how many messages of which type would be sent, and how many rows of which table change."""

    outcome: object
    sends: Mapping[str, int] = field(default_factory=dict)
    writes: Mapping[str, int] = field(default_factory=dict)


async def rehearse(engine: AsyncEngine, transactor: Transactor, work: Work) -> Rehearsal:
    """Runs a message's work whole, and takes it back: nobody hears of it. Raises Unavailable when the database is
    away."""
    try:
        async with engine.connect() as connection:  # rolls back what is not committed
            before = await _written(connection)
            uow, (outcome,) = await transactor.within(connection, [work], trusting=False)
            await connection.exec_driver_sql("set constraints all immediate")
            writes = await _written(connection) - before
    except Exception as error:
        if is_outage(error):
            raise Unavailable("database-unavailable", "the database does not answer") from error
        refused = error.__cause__ if isinstance(error, PartialChange) else None
        return Rehearsal(refused or await transactor.outcome_of(error, work))
    told = {name: rows for name, rows in writes.items() if name not in OF_THE_BUS}
    return Rehearsal(outcome, Counter(row[TYPE] for row in uow.told), told)


async def _written(connection: AsyncConnection) -> Counter[str]:
    rows: Sequence[tuple[str, int]] = [tuple(row) for row in (await connection.exec_driver_sql(WRITTEN)).all()]
    return Counter(dict(rows))
