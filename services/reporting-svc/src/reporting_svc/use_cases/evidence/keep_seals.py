"""Seals the next segment of the chain, after it was walked through and found to hold."""

from dataclasses import dataclass
from datetime import datetime

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict
from reporting_svc.domain.evidence.chain import Head
from reporting_svc.domain.evidence.seals import Seal, sealed
from reporting_svc.use_cases.evidence.basis import SealBasis
from reporting_svc.use_cases.evidence.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SealSegment:
    """The segment behind seal `after` (0: none), up to and with `end`."""

    after: int
    end: Head


async def seal_segment(command: SealSegment, basis: SealBasis, uow: UnitOfWork, now: datetime) -> Seal:
    """The seal, which the audit log, and so the bus, is told too: there it stands outside this database.

    Raises Conflict `segment-sealed` where another process was faster.
    """
    last = basis.last
    if (last.number if last else 0) != command.after:
        raise Conflict("segment-sealed", f"the segment behind seal {command.after} has been sealed")
    seal = sealed(last, command.end, basis.marks, now)
    uow.audit_seals.append(seal)
    detail = {
        "first_seq": str(seal.first_seq),
        "last_seq": str(seal.last_seq),
        "end_hash": seal.end_hash.hex(),
        "mark": seal.mark.partition(".")[2],
    }
    uow.emit(
        AuditRecorded(
            subject_type="evidence-segment", subject_id=str(seal.number), action="seal_segment", detail=detail
        )
    )
    basis.last = seal
    return seal
