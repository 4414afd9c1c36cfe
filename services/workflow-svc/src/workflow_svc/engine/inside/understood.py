"""What of Camunda 7 is understood, by kind of step. Whatever else a file tells Camunda's engine would mean nothing
here, and is refused by its name, never left out in silence."""

from collections.abc import Iterator

from workflow_svc.engine.bpmn import Element
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.table import NodeKind

EXTENSION_UNSUPPORTED = "extension-unsupported"
OF_TASKS = frozenset({"candidateGroups", "assignee", "dueDate", "followUpDate", "priority", "formKey"})
UNDERSTOOD = {
    NodeKind.REQUEST: frozenset({"topic", "type"}),
    NodeKind.HUMAN: OF_TASKS,
    NodeKind.SCRIPT: frozenset({"resultVariable"}),
    NodeKind.DECISION: frozenset(
        {"decisionRef", "decisionRefBinding", "decisionRefVersion", "resultVariable", "mapDecisionResult"}
    ),
    NodeKind.INSIDE: frozenset({"calledElementBinding", "calledElementVersion"}),
}
# What only says how Camunda's own engine stores and schedules.
SCHEDULING = frozenset({"asyncBefore", "asyncAfter", "exclusive", "jobPriority", "taskPriority"})
UNDERSTOOD_OF_A_PROCESS = SCHEDULING | {"historyTimeToLive", "versionTag", "isStartableInTasklist"}


def check_extensions(element: Element, kind: NodeKind) -> Iterator[Finding]:
    """Attributes and extension elements that are not understood at this kind of step."""
    understood = UNDERSTOOD.get(kind, frozenset())
    strange = [f"camunda:{name}" for name in sorted(element.camunda.keys() - understood - SCHEDULING)]
    strange += [f"<{name}>" for name in element.extensions]
    if element.camunda.get("type", "external") != "external":
        strange.append(f"camunda:type={element.camunda['type']}")
    if strange:
        shown = ", ".join(sorted(understood) or ["none of its attributes"])
        detail = f"{', '.join(strange)} is not supported; understood are {shown}, properties"
        yield Finding(element.id, EXTENSION_UNSUPPORTED, detail)
