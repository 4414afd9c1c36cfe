"""Records what a batch of messages says: as evidence, and in every projection.

Entries of the chain are numbered and linked behind one locked head, so they are written for a whole batch at once.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from reporting_svc.domain.evidence.chain import chained
from reporting_svc.domain.observation import Observation
from reporting_svc.use_cases.evidence.ports import Records


async def record_messages(
    commands: Sequence[Observation], records: Records, uow: object, now: datetime
) -> AsyncIterator[None]:
    """Writes all of them in a handful of statements, entries in the order of arrival; none is ever refused."""
    await records.extend(chained(await records.lock_head(), commands))
    await records.project(commands)
    for _ in commands:
        yield None
