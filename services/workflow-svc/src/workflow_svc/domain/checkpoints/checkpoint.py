"""A checkpoint: a piece of evidence that a task cannot be completed without (domain.md §9.1)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from loan_contracts.decisions import EvidenceLapsing
from loan_servicekit.core import Aggregate, Caller, Conflict, FieldError, Forbidden, Invalid
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.plan import Evidence, EvidenceKind
from workflow_svc.domain.tasks.task import Task, TaskStatus

VISIT = re.compile(r"\.[0-9]+")


class CheckpointStatus(StrEnum):
    """MISSING until the evidence is there, HELD then; CLOSED when the case needs it no more."""

    MISSING = "MISSING"
    HELD = "HELD"
    CLOSED = "CLOSED"


class Standing(StrEnum):
    """How a checkpoint stands at a moment: DUE is what is missing though its task is late, LAPSING and LAPSED are what
    is held and good for little more, or no more."""

    MISSING = "MISSING"
    DUE = "DUE"
    HELD = "HELD"
    LAPSING = "LAPSING"
    LAPSED = "LAPSED"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was recorded: a paper of application-svc with the hash of its content, when it was taken, by whom and when
    it was recorded."""

    document_id: UUID
    sha256: str
    taken_at: datetime
    in_person: bool
    by: str
    at: datetime


def checkpoint_id_of(task_id: UUID, kind: str) -> UUID:
    """The id of what a task needs of a kind."""
    return uuid5(task_id, f"evidence {kind}")


@dataclass(eq=False)
class Checkpoint(Aggregate):
    """Evidence of a kind for a task. `place` is where in the process the task stands, however often the case comes by:
    a later task there takes the place of an earlier one."""

    AUDITED_AS = "checkpoint"

    id: UUID
    task_id: UUID
    case_id: UUID
    application_id: UUID
    application_no: str
    stage: str
    place: str
    role: str
    branch: str
    product_code: str
    kind: EvidenceKind
    due_at: datetime
    in_person: bool
    remind_days: int
    valid_days: int | None = None
    status: CheckpointStatus = CheckpointStatus.MISSING
    proof: Proof | None = None
    reminded: bool = False
    closed_at: datetime | None = None

    @classmethod
    def of(cls, task: Task, kind: EvidenceKind, needs: Evidence) -> "Checkpoint":
        """What a task that opens needs."""
        opened = cls(
            id=checkpoint_id_of(task.id, kind),
            task_id=task.id,
            case_id=task.case_id,
            application_id=task.application_id,
            application_no=task.application_no,
            stage=task.stage,
            place=VISIT.sub("", task.wait_id),
            role=task.role,
            branch=task.branch,
            product_code=task.product_code,
            kind=kind,
            due_at=task.due_at,
            in_person=needs.in_person,
            remind_days=needs.remind_days,
            valid_days=needs.valid_days,
        )
        opened.audit("open_checkpoint", {"kind": kind.value, "task_id": str(task.id)})
        return opened

    @property
    def valid_until(self) -> datetime | None:
        """From when on what is held is good no more; None for what does not lapse, or is not there."""
        return self._good_until(self.proof.taken_at) if self.proof is not None else None

    @property
    def turns_at(self) -> datetime | None:
        """When it becomes late, or lapses: by which it is listed. None for what is held for ever, or closed."""
        if self.status is CheckpointStatus.MISSING:
            return self.due_at
        return self.valid_until if self.status is CheckpointStatus.HELD else None

    @property
    def lapsing_from(self) -> datetime | None:
        """From when on it is about to lapse."""
        until = self.valid_until if self.status is CheckpointStatus.HELD else None
        return until - timedelta(days=self.remind_days) if until is not None else None

    @property
    def look_at(self) -> datetime | None:
        """When somebody has to be told that it lapses; None where nobody has."""
        return None if self.reminded else self.lapsing_from

    def standing(self, now: datetime) -> Standing:
        """How it stands."""
        if self.status is CheckpointStatus.MISSING:
            return Standing.DUE if now >= self.due_at else Standing.MISSING
        if self.status is CheckpointStatus.CLOSED:
            return Standing.CLOSED
        if self.valid_until is not None and now >= self.valid_until:
            return Standing.LAPSED
        return Standing.LAPSING if self.lapsing_from is not None and now >= self.lapsing_from else Standing.HELD

    def record_proof(self, task: Task, caller: Caller, proof: Proof) -> None:
        """Keeps the evidence, in the place of what was there. Whoever may work on the task records it while it waits,
        and renews it while the case runs. Raises Conflict `checkpoint-closed`, `task-cancelled`, Forbidden
        `role-missing`, `maker-not-checker`, Invalid `evidence-unfit`."""
        if self.status is CheckpointStatus.CLOSED:
            raise Conflict("checkpoint-closed", "the case needs this evidence no more")
        if task.unfinished:
            task.require_open_to(caller)
        else:
            self._require_renewable(task, caller)
        if errors := list(self._unfit(proof)):
            raise Invalid("evidence-unfit", "; ".join(each.detail for each in errors), errors)
        self.status, self.proof, self.reminded = CheckpointStatus.HELD, proof, False
        told = {"kind": self.kind.value, "sha256": proof.sha256, "document_id": str(proof.document_id)}
        self.audit("record_evidence", told | {"task_id": str(self.task_id), "taken_at": proof.taken_at.isoformat()})

    def tell_lapsing(self, staff: Staff, now: datetime) -> None:
        """Those who can renew it are told once that it lapses."""
        if self.look_at is None or now < self.look_at:
            return
        self.reminded = True
        self.record(
            EvidenceLapsing,
            case_id=self.case_id,
            application_id=self.application_id,
            task_id=self.task_id,
            checkpoint_id=self.id,
            kind=self.kind.value,
            stage=self.stage,
            role=self.role,
            due_at=self.valid_until,
            recipients=list(staff.told(self.role, self.branch, (), now)),
        )

    def move(self, due_at: datetime) -> None:
        """Its task is due at another time."""
        self.due_at = due_at
        self.audit("move_checkpoint", {"kind": self.kind.value, "due_at": due_at.isoformat()})

    def close(self, now: datetime) -> None:
        """The case needs it no more."""
        if self.status is not CheckpointStatus.CLOSED:
            self.status, self.closed_at = CheckpointStatus.CLOSED, now
            self.audit("close_checkpoint", {"kind": self.kind.value})

    def _good_until(self, taken_at: datetime) -> datetime | None:
        return taken_at + timedelta(days=self.valid_days) if self.valid_days is not None else None

    def _require_renewable(self, task: Task, caller: Caller) -> None:
        if task.status is TaskStatus.CANCELLED:
            raise Conflict("task-cancelled", "the case needs this task no more")
        if self.role not in caller.roles:
            raise Forbidden("role-missing", f"this evidence is kept by the role {self.role}")
        if caller.subject in task.makers:
            raise Forbidden("maker-not-checker", "who acted on an application before keeps no evidence of it (R-9.10)")

    def _unfit(self, proof: Proof) -> Iterator[FieldError]:
        until = self._good_until(proof.taken_at)
        if proof.taken_at > proof.at:
            yield FieldError("/taken_at", "evidence-not-taken-yet", "it is taken before it is recorded")
        if until is not None and until <= proof.at:
            detail = f"it is good for {self.valid_days} days: that of {proof.taken_at.isoformat()} has lapsed"
            yield FieldError("/taken_at", "evidence-lapsed", detail)
        if self.in_person and not proof.in_person:
            detail = f"the {self.kind.value} of this step is taken in person, not over a line (R-9.7)"
            yield FieldError("/in_person", "evidence-not-in-person", detail)


def require_evidence(task: Task, kept: Sequence[Checkpoint], approves: bool, now: datetime) -> None:
    """What a task needs is there and good; of an approval all that was kept of the case. Raises Conflict
    `evidence-missing`, `evidence-lapsed`, each naming it."""
    own = [each for each in kept if each.task_id == task.id]
    if missing := [each.kind.value for each in own if each.proof is None]:
        raise Conflict("evidence-missing", f"{task.stage} needs {', '.join(missing)}: record it first")
    asked = kept if approves else own
    if lapsed := [f"{each.kind.value} of {each.stage}" for each in asked if each.standing(now) is Standing.LAPSED]:
        raise Conflict("evidence-lapsed", f"{', '.join(lapsed)} has lapsed: renew it first")
