"""Where checkpoints lie."""

from operator import attrgetter

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, made, structured
from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, CheckpointStatus, Proof
from workflow_svc.domain.tasks.plan import EvidenceKind

PROOF = TypeAdapter(Proof)
CHECKPOINTS = aggregates(
    "checkpoints",
    Checkpoint,
    (
        Column("id", "uuid"),
        Column("task_id", "uuid"),
        Column("case_id", "uuid"),
        Column("application_id", "uuid"),
        Column("application_no", "text"),
        Column("stage", "text"),
        Column("place", "text"),
        Column("role", "text"),
        Column("branch", "text"),
        Column("product_code", "text"),
        enumerated("kind", EvidenceKind),
        Column("due_at", "timestamptz"),
        Column("in_person", "boolean"),
        Column("remind_days", "int"),
        Column("valid_days", "int"),
        enumerated("status", CheckpointStatus),
        structured("proof", PROOF),
        Column("reminded", "boolean"),
        Column("closed_at", "timestamptz"),
        made("turns_at", "timestamptz", attrgetter("turns_at")),
        made("lapsing_from", "timestamptz", attrgetter("lapsing_from")),
        made("look_at", "timestamptz", attrgetter("look_at")),
    ),
    missing="checkpoint-not-found",
)
