"""Records what a batch of messages says: as evidence, and as steps of its applications."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reporting_svc.domain.chain import chained
from reporting_svc.domain.observation import Observation
from reporting_svc.domain.progress import progress_of
from reporting_svc.use_cases.ports import Records


async def record_messages(observations: Sequence[Observation], records: Records) -> None:
    """Writes the whole batch in a handful of statements, entries in the order of arrival, each message once."""
    once = list({observation.envelope.id: observation for observation in observations}.values())
    await records.extend(chained(await records.lock_head(), once))
    await records.advance(progress_of(once))


async def acknowledge_message(command: Observation, uow: Any, now: datetime) -> None:
    """Nothing is left to do for a single message: its batch has been recorded as a whole."""
