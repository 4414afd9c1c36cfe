"""What the routes of checkpoints take and answer."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.http import Body, Instant
from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, Standing
from workflow_svc.domain.tasks.plan import EvidenceKind


class EvidenceBody(Body):
    """A paper of application-svc that is evidence, with the hash of its content. A recording is such a paper, too."""

    kind: Annotated[EvidenceKind, Field(examples=["INTERVIEW"])]
    document_id: Annotated[UUID, Field(examples=["019bd906-1280-798f-a429-4925d566d08d"])]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=["ab" * 32])]
    taken_at: Annotated[Instant, Field(description="When it was taken; from then on it is good for its days")]
    in_person: Annotated[bool, Field(description="Face to face, not over a line (R-9.7)")] = False


class ProofView(BaseModel):
    """What was recorded: who, when, and the hash of the paper."""

    document_id: UUID
    sha256: str
    taken_at: datetime
    in_person: bool
    by: str
    at: datetime


class CheckpointView(BaseModel):
    """Evidence of a kind that a task needs."""

    id: UUID
    task_id: UUID
    case_id: UUID
    application_id: UUID
    application_no: str
    stage: str
    role: str
    branch: str
    product_code: str
    kind: EvidenceKind
    standing: Standing = Field(description="DUE: missing, and its task is late. LAPSING: held, for little longer")
    due_at: datetime
    in_person: bool = Field(description="It has to be taken in person")
    valid_days: int | None = Field(description="For how many days it is good; null: for ever")
    valid_until: datetime | None
    proof: ProofView | None
    sequence: int

    @classmethod
    def at(cls, checkpoint: Checkpoint, now: datetime) -> Self:
        """The view of a checkpoint at a moment."""
        told = {name: getattr(checkpoint, name) for name in cls.model_fields if name not in ("standing", "proof")}
        proof = checkpoint.proof and ProofView.model_validate(checkpoint.proof, from_attributes=True)
        return cls.model_validate(told | {"standing": checkpoint.standing(now), "proof": proof})
