"""Seals what has been written, checks each day what the day has brought, and carries verifications to their end."""

import asyncio
import logging
from datetime import timedelta

from loan_servicekit.core import Cause, Clock, Conflict
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.telemetry import EVIDENCE_BROKEN, EVIDENCE_SEALED
from reporting_svc.domain.evidence.chain import Fault, FaultCode, Head
from reporting_svc.domain.evidence.seals import Marks, end_of, next_end
from reporting_svc.domain.evidence.verification import A_DAY, Scope, Verification, VerificationState, is_broken
from reporting_svc.operations import Operations
from reporting_svc.use_cases.evidence.carry_verification import AdvanceVerification, StartVerification
from reporting_svc.use_cases.evidence.keep_seals import SealSegment
from reporting_svc.use_cases.evidence.ports import EvidenceQueries
from reporting_svc.use_cases.evidence.verify_chain import check_ends, check_piece

log = logging.getLogger(__name__)

SERVICE = "reporting-svc"
CAUSE = Cause(SERVICE)
SEAL_S = 60.0
LOOK_S = 5.0  # for a verification that somebody has begun, or that a crash interrupted
PLAN_S = 600.0
PIECE = 25_000  # entries between two places at which a verification is carried on


class EvidenceKeeper:
    """The work on the evidence chain that nobody asks for. Several processes may do it: each step is written once."""

    def __init__(
        self,
        queries: EvidenceQueries,
        operations: Operations,
        commit: GroupCommit,
        marks: Marks,
        clock: Clock,
        whole_every: timedelta,
        piece: int = PIECE,
    ) -> None:
        self._queries, self._operations, self._commit, self._marks = queries, operations, commit, marks
        self._clock, self._whole_every, self._entries = clock, whole_every, piece
        self._unsealable = False  # the segment that is to be sealed next was found not to hold

    async def seal(self) -> None:
        """Seals each segment that is full or old enough; stops at one that does not hold, which is then an alarm."""
        while await self._seal_next():
            pass

    async def _seal_next(self) -> bool:
        seals, head = await self._queries.seals(), await self._queries.head()
        last = seals[-1] if seals else None
        EVIDENCE_SEALED.labels(SERVICE).set(end_of(last).seq)
        begun_at = await self._queries.time_of(end_of(last).seq + 1)
        end = next_end(last, head, begun_at, self._clock())
        if end is None:
            return False
        reached, fault = await check_piece(self._queries, end_of(last), end, seals)
        fault = fault or await check_ends(self._queries, self._marks)
        self._unsealable = fault is not None
        await self._say_whether_it_holds()
        if fault:
            _alarm(fault)
            return False
        command = SealSegment(last.number if last else 0, reached)
        seal = await self._commit.perform(self._operations.seal_segment, command, CAUSE)
        # Where logs are kept apart from the database, this line is a head that was noted elsewhere.
        log.info("evidence.sealed", extra={"seal": seal.number, "seq": seal.last_seq, "hash": seal.end_hash.hex()})
        return True

    async def plan(self) -> None:
        """Begins the verification of a day once a day, that of the whole chain once in its time."""
        await self._say_whether_it_holds()
        for scope, period in ((Scope.DAY, A_DAY), (Scope.WHOLE, self._whole_every)):
            newest = await self._queries.newest(scope)
            if newest is None or self._clock() - newest.started_at >= period:
                command = StartVerification(scope, SERVICE)
                await self._commit.perform(self._operations.start_verification, command, CAUSE)

    async def carry_on(self) -> None:
        """Carries each verification that runs to its end."""
        for verification in await self._queries.running():
            await self._carry(verification)

    async def _carry(self, verification: Verification) -> None:
        while verification.state is VerificationState.RUNNING:
            piece = await self._piece(verification)
            command = AdvanceVerification(verification.id, verification.position.seq, *piece)
            try:
                operation = self._operations.advance_verification
                verification = await self._commit.perform(operation, command, CAUSE)
            except Conflict:  # another process carries it too
                return
            await asyncio.sleep(0)
        await self._say_whether_it_holds()
        if verification.broken_at is not None and verification.code is not None:
            _alarm(Fault(verification.broken_at, verification.code, verification.detail))
        else:
            log.info("evidence.verified", extra={"scope": verification.scope, "entries": verification.entries})

    async def _piece(self, verification: Verification) -> tuple[Head, Fault | None]:
        position = verification.position
        if not verification.is_ours(self._marks):
            detail = "the progress of this verification is not what was written of it"
            return position, Fault(position.seq + 1, FaultCode.REPORT_FORGED, detail)
        end = min(position.seq + self._entries, verification.last.seq)
        reached, fault = await check_piece(self._queries, position, end, await self._queries.seals())
        if fault or end < verification.last.seq:
            return reached, fault
        if reached != verification.last:
            return reached, Fault(end, FaultCode.HEAD_DIFFERS, "the last entry is not the one that was written last")
        return reached, await check_ends(self._queries, self._marks)

    async def _say_whether_it_holds(self) -> None:
        """Each process derives the metric from what is stored: a check that reads less clears no fault."""
        day, whole = [await self._queries.last_ended(scope) for scope in (Scope.DAY, Scope.WHOLE)]
        EVIDENCE_BROKEN.labels(SERVICE).set(self._unsealable or is_broken(day, whole, self._marks))


def _alarm(fault: Fault) -> None:
    log.error("evidence.broken", extra={"seq": fault.seq, "code": fault.code.value, "detail": fault.detail})
