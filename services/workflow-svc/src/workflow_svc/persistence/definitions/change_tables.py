"""Where decisions, bindings, retirements and the changes that brought them lie, and what cases asked."""

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, rows, structured
from workflow_svc.domain.definitions.binding import Binding, Retirement, Scope
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.use_cases.definitions.change_ports import DecisionVersion, Evaluated

DECISION_COLUMNS = (
    Column("code", "text"),
    Column("version", "int"),
    Column("name", "text"),
    Column("sha256", "text"),
    Column("published_by", "text"),
    Column("published_at", "timestamptz"),
    Column("content", "json"),
)
BINDING_COLUMNS = (
    Column("id", "uuid"),
    Column("process_code", "text"),
    Column("target", "text"),
    Column("target_version", "int", of="version"),
    structured("scope", TypeAdapter(Scope)),
    Column("valid_from", "date"),
    Column("valid_to", "date"),
)
RETIREMENT_COLUMNS = (
    Column("code", "text"),
    Column("retired_version", "int", of="version"),
    Column("valid_from", "date"),
)
EVALUATION_COLUMNS = (
    Column("id", "uuid"),
    Column("case_id", "uuid"),
    Column("application_id", "uuid"),
    Column("element", "text"),
    Column("decision", "text"),
    Column("decision_version", "int", of="version"),
    Column("given", "json"),
    Column("result", "json"),
    Column("fallback", "text"),
    Column("trace", "json"),
    Column("evaluated_at", "timestamptz"),
)
DECISIONS = rows("decisions", DecisionVersion, DECISION_COLUMNS)
PROCESS_BINDINGS = rows("process_bindings", Binding, BINDING_COLUMNS)
PROCESS_RETIREMENTS = rows("process_retirements", Retirement, RETIREMENT_COLUMNS)
DECISION_EVALUATIONS = rows("decision_evaluations", Evaluated, EVALUATION_COLUMNS)
DEFINITION_CHANGES = aggregates(
    "definition_changes",
    DefinitionChange,
    (
        Column("id", "uuid"),
        enumerated("kind", ChangeKind),
        Column("code", "text"),
        Column("name", "text"),
        Column("content", "json"),
        Column("sha256", "text"),
        Column("report", "json"),
        Column("proposed_by", "text"),
        Column("proposed_at", "timestamptz"),
        enumerated("status", ProposedStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
        Column("decision_reason", "text"),
    ),
    missing="definition-change-not-found",
)
