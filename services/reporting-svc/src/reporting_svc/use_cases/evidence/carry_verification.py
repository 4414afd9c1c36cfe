"""Begins verifications, and carries them on."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Conflict, new_id
from reporting_svc.domain.evidence.chain import START, Fault, Head
from reporting_svc.domain.evidence.seals import Marks, end_of
from reporting_svc.domain.evidence.verification import A_DAY, Scope, Verification
from reporting_svc.use_cases.evidence.basis import VerificationBasis
from reporting_svc.use_cases.evidence.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class StartVerification:
    """What to check, and who wants it."""

    scope: Scope
    by: str


@dataclass(frozen=True, slots=True)
class AdvanceVerification:
    """What a piece of it has come to: good as far as `position`, with the first fault if there is one."""

    verification_id: UUID
    before: int
    position: Head
    fault: Fault | None


async def start_verification(
    command: StartVerification, basis: VerificationBasis, uow: UnitOfWork, now: datetime
) -> Verification:
    """The verification, which workers carry on. Raises Conflict `verification-running` where one of the kind runs."""
    if command.scope in basis.running:
        raise Conflict("verification-running", f"a verification of scope {command.scope} is running")
    first = START if command.scope is Scope.WHOLE else end_of(basis.seal_before(now - A_DAY))
    verification = Verification(
        id=new_id(),
        scope=command.scope,
        first=first,
        last=basis.head,
        started_by=command.by,
        started_at=now,
        position=first,
        moved_at=now,
    )
    verification.begin(basis.marks)
    uow.verifications.add(verification)
    basis.running.add(command.scope)
    return verification


async def advance_verification(
    command: AdvanceVerification, marks: Marks, uow: UnitOfWork, now: datetime
) -> Verification:
    """The verification, further on. Raises Conflict `verification-moved` where another process was faster."""
    verification = await uow.verifications.get(command.verification_id)
    verification.advance(command.before, command.position, command.fault, marks, now)
    return verification
