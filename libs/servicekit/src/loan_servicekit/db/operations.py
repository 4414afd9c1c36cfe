"""Use cases that every service has: what operations do with messages that were lost or could not be handled."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict, NotFound
from loan_servicekit.db.dead_letters import COLUMNS, Letter, restored
from loan_servicekit.db.unit_of_work import UnitOfWork

FIND = f"select {COLUMNS} from dead_letters where id = $1 for update"
REVIVE = "update dead_letters set state = 'RETRYING', attempts = 0, retry_at = $2::timestamptz where id = $1 returning id"  # tried at once
REPLAY = (
    "update outbox set published_at = null where created_at >= $2::timestamptz - make_interval(secs => $1) returning id"
)


async def replay_dead_letter(letter_id: UUID, uow: UnitOfWork, now: datetime) -> Letter:
    """The letter, set to be handed to its handler again.

    Raises NotFound `dead-letter-not-found`, Conflict `dead-letter-not-dead`.
    """
    rows = await uow.read(FIND, letter_id)
    if not rows:
        raise NotFound("dead-letter-not-found", f"there is no dead letter {letter_id}")
    letter = restored(rows[0])
    if letter.state != "DEAD":
        raise Conflict("dead-letter-not-dead", f"the letter is {letter.state}, only DEAD ones can be replayed")
    await uow.read(REVIVE, letter_id, now)
    uow.emit(
        AuditRecorded(
            subject_type="dead-letter",
            subject_id=str(letter_id),
            action="replay_dead_letter",
            detail={"topic": letter.topic, "reason": letter.reason},
        )
    )
    return replace(letter, state="RETRYING", attempts=0, retry_at=now)


async def replay_outbox(since_s: float, uow: UnitOfWork, now: datetime) -> int:
    """How many messages of the last seconds are published again; inboxes make their second delivery harmless."""
    rows = len(await uow.read(REPLAY, since_s, now))
    uow.emit(
        AuditRecorded(
            subject_type="outbox",
            subject_id=now.isoformat(),
            action="replay_outbox",
            detail={"since_s": str(since_s), "rows": str(rows)},
        )
    )
    return rows
