"""Use cases that every service has: what operations do with messages that were lost or could not be handled."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict, Forbidden, NotFound
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.db.upkeep.dead_letters import COLUMNS, WAITING, Letter, LetterState, restored

FIND = f"select {COLUMNS} from dead_letters where id = $1 for update"
REVIVE = (
    "update dead_letters set state = 'RETRYING', tried = attempts, retry_at = $2::timestamptz, replays = replays + 1,"
    " replayed_at = $2::timestamptz, discard_reason = null, discard_note = null, discard_by = null where id = $1"
    " returning id"
)  # tried at once
MOVE = (
    "update dead_letters set state = $2, discard_reason = $3, discard_note = $4, discard_by = $5, discarded_by = $6"
    " where id = $1 returning id"
)
REPLAY = (
    "update outbox set published_at = null where created_at >= $2::timestamptz - make_interval(secs => $1) returning id"
)
RELEASE = "update outbox set set_aside_at = null, set_aside_reason = null where set_aside_at is not null returning id"
RESUME = "update consumers set resume = true where state = 'STOPPED' returning instance"


class DiscardReason(StrEnum):
    """Why a message may be forgotten without having been handled."""

    NOT_OURS = "NOT_OURS"  # nobody of ours has sent it
    SUPERSEDED = "SUPERSEDED"  # a later message says it again, and better
    SETTLED_OTHERWISE = "SETTLED_OTHERWISE"  # somebody has done by hand what it asked for
    TEST = "TEST"


@dataclass(frozen=True, slots=True)
class ProposeDiscard:
    """One person's wish; the note stays in the table of letters."""

    letter_id: UUID
    reason: DiscardReason
    note: str


async def _letter(letter_id: UUID, uow: UnitOfWork) -> Letter:
    rows = await uow.read(FIND, letter_id)
    if not rows:
        raise NotFound("dead-letter-not-found", f"there is no dead letter {letter_id}")
    return restored(rows[0])


def _audit(letter: Letter, action: str, uow: UnitOfWork, **detail: str) -> None:
    uow.emit(
        AuditRecorded(
            subject_type="dead-letter",
            subject_id=str(letter.id),
            action=action,
            detail={"topic": letter.topic, "reason": letter.reason, **detail},
        )
    )


async def replay_dead_letter(letter_id: UUID, uow: UnitOfWork, now: datetime) -> Letter:
    """The letter, set to be handed to its handler again; a wish to discard it is dropped.

    Raises NotFound `dead-letter-not-found`, Conflict `dead-letter-not-dead`.
    """
    letter = await _letter(letter_id, uow)
    if letter.state not in WAITING:
        raise Conflict("dead-letter-not-dead", f"the letter is {letter.state}, only those that wait can be replayed")
    await uow.read(REVIVE, letter_id, now)
    _audit(letter, "replay_dead_letter", uow)
    return replace(
        letter,
        state=LetterState.RETRYING,
        tried=letter.attempts,
        retry_at=now,
        replays=letter.replays + 1,
        replayed_at=now,
        discard_reason=None,
        discard_note=None,
        discard_by=None,
    )


async def propose_discard(command: ProposeDiscard, uow: UnitOfWork, now: datetime) -> Letter:
    """The letter, which goes once another person has looked at it too.

    Raises NotFound `dead-letter-not-found`, Conflict `dead-letter-not-dead`.
    """
    letter = await _letter(command.letter_id, uow)
    if letter.state != LetterState.DEAD:
        raise Conflict("dead-letter-not-dead", f"the letter is {letter.state}, only DEAD ones can be discarded")
    return await _moved(letter, LetterState.DISCARDING, command.reason, command.note, _actor(uow), None, uow)


async def confirm_discard(letter_id: UUID, uow: UnitOfWork, now: datetime) -> Letter:
    """The letter, discarded: it stays as evidence and is never tried again.

    Raises NotFound `dead-letter-not-found`, Conflict `discard-not-proposed`, Forbidden `maker-not-checker`.
    """
    letter = await _proposed(letter_id, uow)
    if letter.discard_by == _actor(uow):
        raise Forbidden("maker-not-checker", "another person than the proposer must confirm")
    return await _moved(
        letter, LetterState.DISCARDED, letter.discard_reason, letter.discard_note, letter.discard_by, _actor(uow), uow
    )


async def reject_discard(letter_id: UUID, uow: UnitOfWork, now: datetime) -> Letter:
    """The letter, which waits as before. Raises NotFound `dead-letter-not-found`, Conflict `discard-not-proposed`."""
    return await _moved(await _proposed(letter_id, uow), LetterState.DEAD, None, None, None, None, uow)


async def _proposed(letter_id: UUID, uow: UnitOfWork) -> Letter:
    letter = await _letter(letter_id, uow)
    if letter.state != LetterState.DISCARDING:
        raise Conflict("discard-not-proposed", f"the letter is {letter.state}: nobody has proposed to discard it")
    return letter


async def _moved(
    letter: Letter,
    state: LetterState,
    reason: str | None,
    note: str | None,
    by: str | None,
    checked_by: str | None,
    uow: UnitOfWork,
) -> Letter:
    await uow.read(MOVE, letter.id, state, reason, note, by, checked_by)
    action = {LetterState.DISCARDING: "propose_discard", LetterState.DISCARDED: "confirm_discard"}
    _audit(letter, action.get(state, "reject_discard"), uow, **({"why": reason} if reason else {}))
    return replace(
        letter, state=state, discard_reason=reason, discard_note=note, discard_by=by, discarded_by=checked_by
    )


def _actor(uow: UnitOfWork) -> str:
    assert uow.cause is not None, "a use case runs for somebody"
    return uow.cause.actor


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


async def release_outbox(_: None, uow: UnitOfWork, now: datetime) -> int:
    """How many messages that the broker refused are tried again, once what it takes has been changed."""
    rows = len(await uow.read(RELEASE))
    uow.emit(
        AuditRecorded(
            subject_type="outbox", subject_id=now.isoformat(), action="release_outbox", detail={"rows": str(rows)}
        )
    )
    return rows


async def resume_consumers(service: str, uow: UnitOfWork, now: datetime) -> int:
    """How many consumers of the service that have stopped go on, behind their letters. Raises Conflict
    `consumer-not-stopped`."""
    found = len(await uow.read(RESUME))
    if not found:
        raise Conflict("consumer-not-stopped", "no consumer of this service has stopped")
    uow.emit(
        AuditRecorded(
            subject_type="consumer", subject_id=service, action="resume_consumers", detail={"stopped": str(found)}
        )
    )
    return found


REPLAY_DEAD_LETTER = Operation(replay_dead_letter)
PROPOSE_DISCARD = Operation(propose_discard)
CONFIRM_DISCARD = Operation(confirm_discard)
REJECT_DISCARD = Operation(reject_discard)
REPLAY_OUTBOX = Operation(replay_outbox)
RELEASE_OUTBOX = Operation(release_outbox)
RESUME_CONSUMERS = Operation(resume_consumers)
