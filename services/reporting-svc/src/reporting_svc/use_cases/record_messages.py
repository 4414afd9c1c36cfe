"""Records what a batch of messages says: as evidence, and as steps of its applications.

Entries of the chain are numbered and linked behind one locked head, so they are written for a whole batch at once: the
adapter (`persistence.records.write_records`) runs `record_messages` before the messages of the batch are handled one by
one, in the same transaction. What is left for each message is to see that it was written.
"""

from collections.abc import Sequence, Set
from datetime import datetime
from typing import Any
from uuid import UUID

from reporting_svc.domain.evidence.chain import chained
from reporting_svc.domain.observation import Observation
from reporting_svc.domain.projections.funnel.progress import progress_of
from reporting_svc.use_cases.ports import Records


async def record_messages(observations: Sequence[Observation], records: Records) -> Set[UUID]:
    """Writes a whole batch in a handful of statements: entries in order of arrival, each message once. Their ids."""
    once = {observation.envelope.id: observation for observation in observations}
    await records.extend(chained(await records.lock_head(), once.values()))
    await records.advance(progress_of(once.values()))
    return once.keys()


async def record_message(command: Observation, uow: Any, now: datetime) -> None:
    """The use case of each message: `record_messages` has written it with its batch, which `batch["recorded"]` says."""
    assert command.envelope.id in uow.batch["recorded"], f"message {command.envelope.id} was not written with its batch"
