"""Where tasks lie."""

from collections.abc import Sequence
from functools import wraps
from operator import attrgetter
from typing import Any

from pydantic import TypeAdapter

from loan_contracts.values import FlowTaken
from loan_servicekit.db.columns import Column, aggregates, enumerated, made, structured
from workflow_svc.domain.authority.verdict import Verdict
from workflow_svc.domain.committee.sitting import Sitting
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.tasks.plan import Plan
from workflow_svc.domain.tasks.review import Review
from workflow_svc.domain.tasks.task import Task, TaskStatus

VOTES, VERDICT, REVIEW = TypeAdapter(list[Vote]), TypeAdapter(Verdict), TypeAdapter(Review)
SITTING = TypeAdapter(Sitting)
PLAN = TypeAdapter(Plan)


def _flows(stored: Sequence[Any]) -> tuple[FlowTaken, ...]:
    return tuple(FlowTaken.model_validate(flow) for flow in stored)


def _stored_flows(flows: Sequence[FlowTaken]) -> list[dict[str, Any]]:
    return [flow.model_dump(mode="json", exclude_defaults=True) for flow in flows]


def _opinions(opinions: list[Vote]) -> list[Any] | None:
    """Nothing for the many tasks that have none."""
    found: list[Any] | None = VOTES.dump_python(opinions, mode="json") or None
    return found


@wraps(Task, updated=())
def _task(**told: Any) -> Task:
    """A task of its columns; one from before flows were told has none, nor one from before products were."""
    absent = {
        "flows": told["flows"] or (),
        "product_code": told["product_code"] or "",
        "opinions": told["opinions"] or [],
        "application_no": told["application_no"] or "",
    }
    return Task(**told | absent)


TASKS = aggregates(
    "tasks",
    _task,
    [
        Column("id", "uuid"),
        Column("case_id", "uuid"),
        Column("application_id", "uuid"),
        Column("wait_id", "text"),
        Column("stage", "text"),
        Column("name", "text"),
        Column("role", "text"),
        Column("branch", "text"),
        Column("requested_minor", "bigint"),
        Column("outcomes", "json", read=tuple),
        Column("makers", "json", read=tuple),
        Column("created_at", "timestamptz"),
        Column("due_at", "timestamptz"),
        Column("quorum", "int"),
        enumerated("status", TaskStatus),
        Column("assignee", "text"),
        structured("votes", VOTES),
        structured("verdict", VERDICT),
        Column("opinions", "json", read=VOTES.validate_python, write=_opinions),
        Column("completed_at", "timestamptz", of="closed_at"),
        Column("told_overdue", "boolean"),
        Column("flows", "json", read=_flows, write=_stored_flows),
        structured("review", REVIEW),
        structured("sitting", SITTING),
        Column("application_no", "text"),
        Column("handed_by", "text"),
        Column("suspended_at", "timestamptz"),
        Column("snoozed_until", "timestamptz"),
        Column("taken_at", "timestamptz"),
        Column("stood_s", "int"),
        Column("waited_s", "int"),
        Column("worked_s", "int"),
        Column("product_code", "text"),
        structured("plan", PLAN),
        Column("remind_at", "timestamptz"),
        Column("hand_over_at", "timestamptz"),
        Column("reminded", "boolean"),
        made("look_at", "timestamptz", attrgetter("look_at")),
    ],
    "task-not-found",
)
