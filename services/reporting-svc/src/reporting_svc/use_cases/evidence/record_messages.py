"""Records what a batch of messages says: as evidence, and in every projection.

Entries of the chain are numbered and linked behind one locked head, so they are written for a whole batch at once.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from loan_contracts.operations import AuditRecorded
from reporting_svc.domain.evidence.chain import Head, chained
from reporting_svc.domain.observation import Observation
from reporting_svc.use_cases.evidence.ports import Records, Telling


async def record_messages(
    commands: Sequence[Observation], records: Records, uow: Telling, now: datetime
) -> AsyncIterator[None]:
    """Writes all of them in a handful of statements, entries in the order of arrival; none is ever refused.

    A head that somebody else has written goes on, since nothing may be lost, but not in silence: the new head would be
    ours again and hide it.
    """
    head, ours = await records.lock_head()
    await records.extend(chained(head, commands))
    await records.project(commands)
    for place, _ in enumerate(commands):
        if not ours and place == 0:
            uow.emit(_foreign(head))
        yield None


def _foreign(head: Head) -> AuditRecorded:
    detail = {"hash": head.hash.hex()}
    return AuditRecorded(
        subject_type="evidence-head", subject_id=str(head.seq), action="find_foreign_head", detail=detail
    )
