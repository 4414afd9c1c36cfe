"""How a task is offered, as Camunda Modeler writes it: to whom first, how urgent it is, until when, and when it is
looked at again. A due date and a follow-up date are durations here, of working time: PT4H, or P2D for two working
days."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow_svc.engine.bpmn import Element
from workflow_svc.engine.camunda import MARKED
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.expressions import Expression
from workflow_svc.engine.table import SUBJECT, working_hours_of

MOST_URGENT = 100


@dataclass(frozen=True, slots=True)
class Offer:
    """Each is told, or computed when the task is opened, or neither."""

    assignee: str | Expression | None = None
    priority: int | Expression | None = None
    follow_up_hours: int = 0


def is_expression(text: str) -> bool:
    """Whether an attribute is computed, `${...}`."""
    return MARKED.fullmatch(text.strip()) is not None


def check_offer(element: Element) -> Iterator[Finding]:
    """What is wrong with what is told; what is computed is compiled elsewhere."""
    told = element.camunda
    assignee, priority = told.get("assignee", ""), told.get("priority", "")
    if assignee and not is_expression(assignee) and not SUBJECT.fullmatch(assignee):
        yield Finding(element.id, "assignee-malformed", f"camunda:assignee is {assignee!r}, which is no user id")
    if priority and not is_expression(priority) and not (priority.isdigit() and int(priority) <= MOST_URGENT):
        detail = f"camunda:priority is {priority!r}; it is a whole number up to {MOST_URGENT}"
        yield Finding(element.id, "priority-malformed", detail)
    for name in ("dueDate", "followUpDate"):
        if name in told and not working_hours_of(told[name]):
            detail = f"camunda:{name} is {told[name]!r}; it is a duration of working time in days or hours: PT4H, P2D"
            yield Finding(element.id, "due-date-malformed", detail)
    if "dueDate" in told and "dueWorkingHours" in element.properties:
        yield Finding(element.id, "due-date-malformed", "camunda:dueDate and dueWorkingHours say the same; tell one")
