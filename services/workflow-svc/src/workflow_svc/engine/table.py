"""The table of a process: nodes and flows by number, compiled once from the checked BPMN. Both executors use it.

Numbers follow the order of the file. A published file is never edited, so the numbers in a stored state stay valid.
"""

import re
from dataclasses import dataclass
from enum import IntEnum, auto

from workflow_svc.engine.bpmn import Element, Process

COUNT = r"[0-9]{1,9}"
COUNTED = re.compile(r"[0-9]{1,15}")
DURATION = re.compile(
    rf"P(?:(?P<w>{COUNT})W"
    rf"|(?:(?P<d>{COUNT})D)?(?:T(?=[0-9])(?:(?P<h>{COUNT})H)?(?:(?P<m>{COUNT})M)?(?:(?P<s>{COUNT})S)?)?)"
)
UNITS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}


class NodeKind(IntEnum):
    """What a node does with a token."""

    START = auto()
    END = auto()
    REQUEST = auto()  # service task: emits a request and waits for its answer
    HUMAN = auto()  # user task: opens a task for a role and waits for its completion
    MESSAGE = auto()  # receive task or message event: waits for a message
    TIMER = auto()  # intermediate timer event
    BOUNDARY = auto()  # timer or message on the edge of a waiting task
    EXCLUSIVE = auto()
    PARALLEL = auto()
    CHOICE = auto()  # event-based gateway: the first of its events wins
    INCLUSIVE = auto()  # every flow whose condition holds; joins all tokens that can still come
    INSIDE = auto()  # sub-process, called process, or whatever is repeated: waits for what goes on inside it
    SCRIPT = auto()  # computes a variable; over at once
    DECISION = auto()  # asks a decision table; over at once


AT_ONCE = frozenset({NodeKind.SCRIPT, NodeKind.DECISION})
WAITS = frozenset({NodeKind.REQUEST, NodeKind.HUMAN, NodeKind.MESSAGE, NodeKind.TIMER, NodeKind.INSIDE}) | AT_ONCE
TAGS = {
    "startEvent": NodeKind.START,
    "endEvent": NodeKind.END,
    "serviceTask": NodeKind.REQUEST,
    "sendTask": NodeKind.REQUEST,  # with a topic each is an external task, which is asked and answers
    "businessRuleTask": NodeKind.REQUEST,
    "userTask": NodeKind.HUMAN,
    "manualTask": NodeKind.HUMAN,
    "receiveTask": NodeKind.MESSAGE,
    "boundaryEvent": NodeKind.BOUNDARY,
    "exclusiveGateway": NodeKind.EXCLUSIVE,
    "parallelGateway": NodeKind.PARALLEL,
    "eventBasedGateway": NodeKind.CHOICE,
    "inclusiveGateway": NodeKind.INCLUSIVE,
    "subProcess": NodeKind.INSIDE,
    "callActivity": NodeKind.INSIDE,
    "scriptTask": NodeKind.SCRIPT,
}
ERROR = "error"
SUBJECT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}")
WORKING = re.compile(r"P(?:(?P<d>[0-9]{1,3})D)?(?:T(?P<h>[0-9]{1,4})H)?")
HOURS_OF_A_DAY = 8  # of work (domain.md)


@dataclass(frozen=True, slots=True)
class Node:
    """A node with everything an executor or an effect needs. `incoming` and `outgoing` are numbers of flows."""

    index: int
    id: str
    name: str
    kind: NodeKind
    incoming: tuple[int, ...]
    outgoing: tuple[int, ...]
    default: int | None = None
    topic: str = ""  # of a request, or the message that is waited for
    role: str = ""
    due_hours: int = 0  # working hours a person has
    outcomes: tuple[str, ...] = ()
    quorum: int = 1
    seconds: int = 0  # of a timer
    host: int | None = None  # the task that a boundary event stands on
    interrupting: bool = True
    timers: tuple[int, ...] = ()  # boundary events on this task
    result: str = ""  # of an end event
    terminates: bool = False
    after_choice: bool = False  # an event behind an event-based gateway, which waits in its place
    error: str | None = None  # of an event: the error that it throws or catches; an empty one catches every error

    @property
    def told(self) -> bool:
        """Whether what it waits for comes from outside, and not out of a step of the case itself."""
        return self.kind is not NodeKind.INSIDE and self.error is None


@dataclass(frozen=True, slots=True)
class Table:
    """Nodes and flows of a process. `targets[f]` is the node flow f leads to, `flow_ids[f]` its id in the file and
    `flow_names[f]` what its designer calls it."""

    code: str
    name: str
    nodes: tuple[Node, ...]
    targets: tuple[int, ...]
    flow_ids: tuple[str, ...]
    flow_names: tuple[str, ...]
    start: int


def kind_of(element: Element) -> NodeKind | None:
    """The kind of an element; None for what is not supported. What is repeated goes on inside."""
    return NodeKind.INSIDE if element.repeat is not None else kind_once(element)


def kind_once(element: Element) -> NodeKind | None:
    """The kind of an element, however often it is done."""
    if element.attributes.get("triggeredByEvent", "false") == "true":
        return None
    if element.tag == "businessRuleTask" and "decisionRef" in element.camunda:
        return NodeKind.DECISION
    if element.tag == "intermediateCatchEvent":
        return {"timer": NodeKind.TIMER, "message": NodeKind.MESSAGE}.get(element.event or "")
    return TAGS.get(element.tag)


def role_of(element: Element) -> str:
    """Whose task it is: of the group that the file names, or else of the lane that it is drawn in."""
    return element.camunda.get("candidateGroups") or element.lane


def working_hours_of(duration: str) -> int:
    """Hours of a duration of working days and hours; 0 for anything else."""
    match = WORKING.fullmatch(duration)
    return HOURS_OF_A_DAY * int(match["d"] or 0) + int(match["h"] or 0) if match else 0


def due_hours_of(element: Element) -> int:
    """The working hours that a person has for a task."""
    if "dueDate" in element.camunda:
        return working_hours_of(element.camunda["dueDate"])
    told = element.properties.get("dueWorkingHours", "")
    return int(told) if COUNTED.fullmatch(told) else 0


def seconds_of(duration: str | None) -> int:
    """Seconds of an ISO 8601 duration of weeks, days, hours, minutes, seconds; 0 for anything else."""
    match = DURATION.fullmatch(duration or "")
    return sum(UNITS[unit] * int(value) for unit, value in match.groupdict().items() if value) if match else 0


def compile_table(process: Process) -> Table:
    """The table of a process that publication has checked."""
    numbers = {element.id: number for number, element in enumerate(process.elements)}
    by_id = {element.id: element for element in process.elements}
    flow_numbers = {flow.id: number for number, flow in enumerate(process.flows)}
    choices = {f.target for f in process.flows if by_id[f.source].tag == "eventBasedGateway"}
    nodes = []
    for element in process.elements:
        kind = kind_of(element)
        assert kind is not None, f"{element.id} was not checked"
        default = element.attributes.get("default")
        outcomes = element.properties.get("outcomes", "")
        host = element.attributes.get("attachedToRef")
        nodes.append(
            Node(
                index=numbers[element.id],
                id=element.id,
                name=element.name or element.id,
                kind=kind,
                incoming=tuple(n for n, f in enumerate(process.flows) if f.target == element.id),
                outgoing=tuple(n for n, f in enumerate(process.flows) if f.source == element.id),
                default=flow_numbers[default] if default else None,
                topic=element.message or element.camunda.get("topic", ""),
                role=role_of(element),
                due_hours=due_hours_of(element),
                outcomes=tuple(word.strip() for word in outcomes.split(",") if word.strip()),
                quorum=int(element.properties.get("quorum", "1")),
                seconds=seconds_of(element.duration),
                host=numbers[host] if host else None,
                interrupting=element.attributes.get("cancelActivity", "true") == "true",
                timers=tuple(
                    numbers[e.id] for e in process.elements if e.attributes.get("attachedToRef") == element.id
                ),
                result=element.properties.get("result", ""),
                terminates=element.event in ("terminate", ERROR),
                after_choice=element.id in choices,
                error=(element.error or "") if element.event == ERROR else None,
            )
        )
    return Table(
        code=process.code,
        name=process.name,
        nodes=tuple(nodes),
        targets=tuple(numbers[flow.target] for flow in process.flows),
        flow_ids=tuple(flow.id for flow in process.flows),
        flow_names=tuple(flow.name for flow in process.flows),
        start=next(node.index for node in nodes if node.kind is NodeKind.START),
    )
