"""Somebody records the evidence that a task needs, or it is about to lapse."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, NotFound
from workflow_svc.domain.cases.papers import require_proof
from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, Proof, checkpoint_id_of
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.plan import EvidenceKind
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.tasks.work_on_task import task_of


@dataclass(frozen=True, slots=True)
class RecordEvidence:
    """Keep this as evidence for the task."""

    caller: Caller
    task_id: UUID
    kind: EvidenceKind
    document_id: UUID
    sha256: str
    taken_at: datetime
    in_person: bool


@dataclass(frozen=True, slots=True)
class LetCheckpointLapse:
    """Look at this checkpoint."""

    checkpoint_id: UUID


async def record_evidence(command: RecordEvidence, uow: UnitOfWork, now: datetime) -> Checkpoint:
    """Raises what `Checkpoint.record_proof` and `require_proof` raise, NotFound `checkpoint-not-found` for what the
    task does not need. Who has kept evidence has acted on the case, and decides about it on no later task."""
    task = await task_of(command, uow)
    checkpoint = await uow.checkpoints.find(checkpoint_id_of(task.id, command.kind))
    if checkpoint is None:
        raise NotFound("checkpoint-not-found", f"the task {task.stage} needs no {command.kind}")
    case, by = await uow.cases.get(task.case_id), command.caller.subject
    require_proof(case, command.kind, command.document_id, command.sha256)
    proof = Proof(command.document_id, command.sha256, command.taken_at, command.in_person, by, now)
    checkpoint.record_proof(task, command.caller, proof)
    if by not in case.handlers:
        case.handled_by(by)
        case.audit("handle_case", {"evidence": command.kind.value, "task_id": str(task.id)})
    return checkpoint


async def let_checkpoint_lapse(command: LetCheckpointLapse, staff: Staff, uow: UnitOfWork, now: datetime) -> None:
    """Those who can renew it are told once."""
    (await uow.checkpoints.get(command.checkpoint_id)).tell_lapsing(staff, now)
