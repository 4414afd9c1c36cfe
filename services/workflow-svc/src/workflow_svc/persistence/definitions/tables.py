"""Where published versions of processes lie, and the proposals that they were."""

from loan_servicekit.db.columns import Column, aggregates, enumerated, rows
from workflow_svc.domain.definitions.proposal import ProcessProposal, ProposalStatus
from workflow_svc.use_cases.definitions.ports import ProcessVersion

COLUMNS = (
    Column("code", "text"),
    Column("version", "int"),
    Column("name", "text"),
    Column("executor", "text"),
    Column("sha256", "text"),
    Column("published_by", "text"),
    Column("published_at", "timestamptz"),
    Column("proof", "json"),
    Column("bpmn", "bytea"),
)
PROCESSES = rows("processes", ProcessVersion, COLUMNS)
PROCESS_PROPOSALS = aggregates(
    "process_proposals",
    ProcessProposal,
    (
        Column("id", "uuid"),
        Column("code", "text"),
        Column("name", "text"),
        Column("sha256", "text"),
        Column("bpmn", "text"),
        Column("proposed_by", "text"),
        Column("proposed_at", "timestamptz"),
        enumerated("status", ProposalStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
        Column("reason", "text"),
        Column("published_version", "int"),
    ),
    missing="process-proposal-not-found",
)
