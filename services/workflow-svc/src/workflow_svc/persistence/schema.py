"""The tables that a unit of work of workflow-svc has."""

from loan_servicekit.db.unit_of_work import Schema
from workflow_svc.persistence.authority.tables import AUTHORITY_GRANTS
from workflow_svc.persistence.cases.tables import CASES
from workflow_svc.persistence.checkpoints.tables import CHECKPOINTS
from workflow_svc.persistence.committee.tables import COMMITTEES
from workflow_svc.persistence.definitions.change_tables import (
    DECISION_EVALUATIONS,
    DECISIONS,
    DEFINITION_CHANGES,
    PROCESS_BINDINGS,
    PROCESS_RETIREMENTS,
)
from workflow_svc.persistence.definitions.drafts import DEFINITION_DRAFTS
from workflow_svc.persistence.definitions.tables import PROCESS_PROPOSALS, PROCESSES
from workflow_svc.persistence.directory.tables import ROLE_CHANGES, STAFF_MEMBERS
from workflow_svc.persistence.people.tables import PEOPLE
from workflow_svc.persistence.tasks.notes import TASK_NOTES
from workflow_svc.persistence.tasks.tables import TASKS

SCHEMA = Schema(
    {
        "cases": CASES,
        "tasks": TASKS,
        "checkpoints": CHECKPOINTS,
        "process_proposals": PROCESS_PROPOSALS,
        "definition_changes": DEFINITION_CHANGES,
        "definition_drafts": DEFINITION_DRAFTS,
        "people": PEOPLE,
        "staff_members": STAFF_MEMBERS,
        "role_changes": ROLE_CHANGES,
        "authority_grants": AUTHORITY_GRANTS,
        "committees": COMMITTEES,
    },
    {
        "processes": PROCESSES,
        "task_notes": TASK_NOTES,
        "decisions": DECISIONS,
        "process_bindings": PROCESS_BINDINGS,
        "process_retirements": PROCESS_RETIREMENTS,
        "decision_evaluations": DECISION_EVALUATIONS,
    },
)
