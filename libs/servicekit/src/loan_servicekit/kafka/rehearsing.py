"""A dead letter's replay, rehearsed: its handler runs as it would now, and nothing stays (docs/decisions/0006)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import DomainError, Unavailable
from loan_servicekit.db.transactor import Transactor
from loan_servicekit.db.upkeep.dead_letters import Letter, Record
from loan_servicekit.db.upkeep.rehearsing import Rehearsal, rehearse
from loan_servicekit.kafka.handling import prepared, work_of
from loan_servicekit.kafka.judging import Fate, judge
from loan_servicekit.kafka.reading import read
from loan_servicekit.kafka.subscriptions import Subscriptions


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What would become of the message at its next try, why where it is not done, what it would send and change."""

    fate: Fate
    code: str | None = None
    detail: str | None = None
    sends: Mapping[str, int] = field(default_factory=dict)
    writes: Mapping[str, int] = field(default_factory=dict)


async def rehearsed(
    service: str,
    kept: Letter,
    subscriptions: Subscriptions,
    engine: AsyncEngine,
    transactor: Transactor,
    prefix: str,
    now: datetime,
) -> Rehearsed:
    """The letter handed to its handler in a transaction that is rolled back. Raises Unavailable when the database is
    away."""
    item = read(Record.of(kept), subscriptions, prefix)
    if isinstance(item, Letter):
        return Rehearsed(Fate.DEAD, item.reason, item.detail)
    try:
        if item.subscription.prepare:
            await prepared(item.subscription, [item])
        found = await rehearse(engine, transactor, work_of(service, item, None))
    except Unavailable:
        raise
    except Exception as error:  # of the preparation: what it means is judged as for a message
        found = Rehearsal(error)
    fate, again = judge(item.record, found.outcome, 0, now)
    if again is not None:
        return Rehearsed(fate, again.reason, again.detail)
    if isinstance(found.outcome, DomainError):
        return Rehearsed(fate, found.outcome.code, found.outcome.detail)
    return Rehearsed(fate, sends=found.sends, writes=found.writes)
