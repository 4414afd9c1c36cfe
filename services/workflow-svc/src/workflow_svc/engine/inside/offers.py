"""How a task is offered, as Camunda Modeler writes it: to whom first, how urgent it is, until when, and when it is
looked at again. A due date and a follow-up date are durations here, of working time: PT4H, or P2D for two working
days. Which evidence a task needs stands in its properties: evidence, evidenceValidDays, evidenceRemindDays,
evidenceInPerson."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow_svc.domain.tasks.plan import Evidence, EvidenceKind
from workflow_svc.engine.bpmn import Element
from workflow_svc.engine.camunda import MARKED
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.expressions import Expression
from workflow_svc.engine.table import SUBJECT, NodeKind, working_hours_of

MOST_URGENT = 100
MOST_DAYS = 3_650
EVIDENCE, VALID_DAYS, REMIND_DAYS, IN_PERSON = "evidence", "evidenceValidDays", "evidenceRemindDays", "evidenceInPerson"
COUNT = re.compile(r"[0-9]{1,4}")
OF_EVIDENCE = frozenset({EVIDENCE, VALID_DAYS, REMIND_DAYS, IN_PERSON})


@dataclass(frozen=True, slots=True)
class Offer:
    """Each is told, or computed when the task is opened, or neither."""

    assignee: str | Expression | None = None
    priority: int | Expression | None = None
    follow_up_hours: int = 0
    evidence: Evidence | None = None


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


def evidence_of(element: Element) -> Evidence | None:
    """What a step that was checked cannot be completed without."""
    kinds = tuple(EvidenceKind(kind) for kind in _kinds(element) if kind in EvidenceKind.__members__)
    if not kinds:
        return None
    valid, remind = _days(element, VALID_DAYS), _days(element, REMIND_DAYS)
    in_person = element.properties.get(IN_PERSON) == "true"
    usual = Evidence(kinds, valid, in_person=in_person)
    return replace(usual, remind_days=remind if remind is not None else min(usual.remind_days, (valid or 2) // 2))


def check_evidence(element: Element, kind: NodeKind) -> Iterator[Finding]:
    """What is wrong with what a step says of evidence."""
    told = element.properties
    if kind is not NodeKind.HUMAN and (misplaced := sorted(OF_EVIDENCE & told.keys())):
        detail = f"{', '.join(misplaced)}: a user or manual task needs evidence, a {element.tag} does not"
        yield Finding(element.id, "evidence-misplaced", detail)
    elif kind is NodeKind.HUMAN:
        yield from (Finding(element.id, "evidence-malformed", detail) for detail in _malformed(element))


def _malformed(element: Element) -> Iterator[str]:
    told, kinds = element.properties, _kinds(element)
    if OF_EVIDENCE & told.keys() and not kinds:
        yield "the property evidence must list what is needed"
    if unknown := sorted(set(kinds) - EvidenceKind.__members__.keys()):
        yield f"the property evidence lists {', '.join(unknown)}; known are {', '.join(EvidenceKind.__members__)}"
    for name in (VALID_DAYS, REMIND_DAYS):
        if name in told and _days(element, name) is None:
            yield f"the property {name} is {told[name]!r}; it is from 1 to {MOST_DAYS} days"
    valid, remind = _days(element, VALID_DAYS), _days(element, REMIND_DAYS)
    if remind is not None and (valid is None or remind >= valid):
        yield f"{REMIND_DAYS} is less than {VALID_DAYS}, which it goes with"
    if told.get(IN_PERSON, "true") not in ("true", "false"):
        yield f"the property {IN_PERSON} is {told[IN_PERSON]!r}; it is true or false"


def _kinds(element: Element) -> list[str]:
    return [kind.strip() for kind in element.properties.get(EVIDENCE, "").split(",") if kind.strip()]


def _days(element: Element, name: str) -> int | None:
    told = element.properties.get(name, "")
    return int(told) if COUNT.fullmatch(told) and 1 <= int(told) <= MOST_DAYS else None
