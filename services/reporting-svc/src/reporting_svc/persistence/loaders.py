"""What operations load for a batch. Loaders only read."""

from collections.abc import Sequence

from loan_servicekit.db.locks import follow_one_another
from loan_servicekit.db.unit_of_work import UnitOfWork
from reporting_svc.domain.evidence.chain import Head
from reporting_svc.domain.evidence.seals import Marks
from reporting_svc.domain.evidence.verification import Scope
from reporting_svc.domain.observation import Observation
from reporting_svc.persistence.evidence.queries import HEAD, SEAL, SEALS, seal_of
from reporting_svc.persistence.records import SqlRecords
from reporting_svc.use_cases.evidence.basis import SealBasis, VerificationBasis
from reporting_svc.use_cases.evidence.carry_verification import AdvanceVerification, StartVerification
from reporting_svc.use_cases.evidence.keep_seals import SealSegment

LAST_SEAL = f"select {SEAL} from audit_seals order by number desc limit 1"
RUNNING = "select scope from verifications where state = 'RUNNING'"


class Loaders:
    """The loaders of the service."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    async def records(self, uow: UnitOfWork, commands: Sequence[Observation]) -> SqlRecords:
        """Where the messages of a batch are recorded."""
        return SqlRecords(uow, self._marks)

    async def seal_basis(self, uow: UnitOfWork, commands: Sequence[SealSegment]) -> SealBasis:
        """The last seal; who seals follows one another."""
        await follow_one_another(uow, ["evidence-seals"])
        rows = await uow.read(LAST_SEAL)
        return SealBasis(seal_of(rows[0]) if rows else None, self._marks)

    async def verification_basis(self, uow: UnitOfWork, commands: Sequence[StartVerification]) -> VerificationBasis:
        """Seals, the head, and what runs; who begins verifications follows one another."""
        await follow_one_another(uow, ["evidence-verifications"])
        seals = [seal_of(row) for row in await uow.read(SEALS, 0, None)]
        ((seq, hash),) = await uow.read(HEAD)
        running = {Scope(scope) for (scope,) in map(tuple, await uow.read(RUNNING))}
        return VerificationBasis(Head(seq, bytes(hash)), seals, running, self._marks)

    async def marks(self, uow: UnitOfWork, commands: Sequence[AdvanceVerification]) -> Marks:
        """What marks are made with; the verifications."""
        await uow.verifications.preload([command.verification_id for command in commands])
        return self._marks
