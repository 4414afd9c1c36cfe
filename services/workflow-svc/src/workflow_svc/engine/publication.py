"""What a process must pass to be published. Every finding names an element, what is wrong, and what is allowed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow_svc.domain.definitions.vocabulary import INTEGER, Variable, VariableKind, Vocabulary
from workflow_svc.engine.bpmn import Element, Flow, Process
from workflow_svc.engine.conditions import Condition, ConditionRefused, Conditions, compile_condition, names_in
from workflow_svc.engine.table import TAGS, WAITS, NodeKind, kind_of, seconds_of

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
WHOLE = re.compile(r"[0-9]{1,15}")
MOST_WORKING_HOURS = 1_000
MOST_MEMBERS = 99
LONGEST_TIMER_S = 366 * 86_400
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
CONDITIONED = frozenset({NodeKind.EXCLUSIVE, NodeKind.INCLUSIVE})
GATEWAYS = CONDITIONED | {NodeKind.PARALLEL, NodeKind.CHOICE}
NEED_TIMEOUT = frozenset({NodeKind.REQUEST, NodeKind.MESSAGE})
EVENTS = {
    NodeKind.START: (None,),
    NodeKind.END: (None, "terminate"),
    NodeKind.BOUNDARY: ("timer", "message"),
    NodeKind.TIMER: ("timer",),
    NodeKind.MESSAGE: (None, "message"),
}
SUPPORTED = ", ".join(sorted({*TAGS, "intermediateCatchEvent"}))
ROLE_UNKNOWN, FIGURE_AMBIGUOUS, EXTENSION_UNSUPPORTED = "role-unknown", "figure-ambiguous", "extension-unsupported"
# What of Camunda 7 is understood, and what only says how its own engine stores and schedules.
UNDERSTOOD = frozenset({"topic", "type", "candidateGroups"})
SCHEDULING = frozenset({"asyncBefore", "asyncAfter", "exclusive", "jobPriority", "taskPriority"})
# What may become wrong after a publication, as roles and variables change, and what nobody looked at once.
OF_THE_DAY = frozenset({ROLE_UNKNOWN, FIGURE_AMBIGUOUS, EXTENSION_UNSUPPORTED})
DURATIONS = "allowed is an ISO 8601 duration of weeks, days, hours, minutes, seconds, such as PT10M or P7D, up to P366D"


@dataclass(frozen=True, slots=True)
class Finding:
    """What keeps a process from being published."""

    element: str
    code: str
    detail: str


def outcome_variable(element_id: str) -> str:
    """The variable that the completion of a human task sets: `<task id>_outcome`."""
    return f"{element_id}_outcome"


def variables_of(process: Process, vocabulary: Vocabulary) -> dict[str, Variable]:
    """What a case may know for conditions to read: given variables, those answers bring, outcomes of its tasks."""
    variables = dict(vocabulary.given)
    for element in process.elements:
        kind = kind_of(element)
        if kind is NodeKind.REQUEST and (question := vocabulary.questions.get(element.camunda.get("topic", ""))):
            variables |= question.brings
        elif kind is NodeKind.HUMAN:
            variables[outcome_variable(element.id)] = Variable(VariableKind.TEXT, tuple(_outcomes(element)))
    return variables


def check(process: Process, vocabulary: Vocabulary, thorough: bool = True) -> list[Finding]:
    """All findings of a process, in the order of the file; `thorough` as in `compile_condition`."""
    findings = [*_check_whole(process), *_check_figures(process, vocabulary)]
    findings += _check_flow_ends(process, {element.id for element in process.elements})
    for element in process.elements:
        findings += _check_element(element, process, vocabulary)
    if not findings:
        findings += _check_paths(process)
    return findings + compile_conditions(process, vocabulary, thorough)[1]


def compile_conditions(
    process: Process, vocabulary: Vocabulary, thorough: bool = True
) -> tuple[Conditions, list[Finding]]:
    """The compiled conditions by flow number, and what is wrong with those that could not be compiled."""
    figures = {name: int(value) for name, value in process.figures if WHOLE.fullmatch(value)}
    variables = variables_of(process, vocabulary) | dict.fromkeys(figures, INTEGER)
    compiled, findings = dict[int, Condition](), list[Finding]()
    for number, flow in enumerate(process.flows):
        if flow.condition is None:
            continue
        try:
            compiled[number] = compile_condition(flow.id, flow.condition, variables, thorough)
        except ConditionRefused as refused:
            findings.append(Finding(flow.id, refused.code, str(refused)))
    return Conditions(compiled, figures), findings


def _check_whole(process: Process) -> Iterator[Finding]:
    if not CODE.fullmatch(process.code):
        yield Finding(process.code, "process-code-malformed", "the process id must be lower-case words joined by -")
    starts = [element.id for element in process.elements if element.tag == "startEvent"]
    if len(starts) != 1:
        yield Finding(process.code, "start-not-one", f"the process has {len(starts)} start events, allowed is one")
    if not any(element.tag == "endEvent" for element in process.elements):
        yield Finding(process.code, "end-missing", "the process has no end event, at least one is needed")
    for tag in process.strangers:
        yield Finding(process.code, "element-unsupported", f"<{tag}> is not supported; allowed are {SUPPORTED}")


def _check_figures(process: Process, vocabulary: Vocabulary) -> Iterator[Finding]:
    variables, named = variables_of(process, vocabulary), [name for name, _ in process.figures]
    read = {name for flow in process.flows for name in names_in(flow.condition or "")}
    for name, value in process.figures:
        if not NAME.fullmatch(name) or not WHOLE.fullmatch(value):
            detail = f"the property {name!r} is {value[:40]!r}; a figure is a name in lower case with a whole number"
            yield Finding(process.code, "figure-malformed", detail)
        elif name in variables or named.count(name) > 1:
            detail = f"{name} is a variable of cases, or named twice; a figure needs a name of its own"
            yield Finding(process.code, FIGURE_AMBIGUOUS, detail)
        elif name not in read:
            detail = f"no condition reads {name}; a figure that decides nothing misleads who changes it"
            yield Finding(process.code, "figure-unused", detail)


def _check_flow_ends(process: Process, ids: set[str]) -> Iterator[Finding]:
    for flow in process.flows:
        for end in (flow.source, flow.target):
            if end not in ids:
                yield Finding(flow.id, "flow-target-missing", f"the flow is tied to {end}, which is no step here")


def _check_element(element: Element, process: Process, vocabulary: Vocabulary) -> Iterator[Finding]:
    kind = kind_of(element)
    if kind is None:
        shown = f"{element.tag} ({element.event})" if element.event else element.tag
        yield Finding(element.id, "element-unsupported", f"{shown} is not supported; allowed are {SUPPORTED}")
        return
    allowed = EVENTS.get(kind, (None,))
    if element.event not in allowed or any(not part.endswith("EventDefinition") for part in element.parts):
        found = element.event or ", ".join(element.parts)
        shown = " or ".join(a or "none" for a in allowed)
        detail = f"{element.tag} with {found} is not supported, with {shown} it is"
        yield Finding(element.id, "element-unsupported", detail)
    yield from _check_flows_of(element, kind, process)
    yield from _check_extensions(element)
    if kind is NodeKind.REQUEST:
        yield from _check_request(element, vocabulary)
    elif kind is NodeKind.HUMAN:
        yield from _check_human(element, vocabulary)
    elif (kind is NodeKind.MESSAGE or element.event == "message") and element.message not in vocabulary.messages:
        shown = ", ".join(sorted(vocabulary.messages))
        yield Finding(element.id, "message-unknown", f"waits for the message {element.message}; known are {shown}")
    elif _is_timer(element, kind) and not 0 < seconds_of(element.duration) <= LONGEST_TIMER_S:
        yield Finding(element.id, "timer-malformed", f"the timer is {element.duration!r}; {DURATIONS}")
    elif kind is NodeKind.END and element.properties.get("result", "") not in vocabulary.results | {""}:
        shown = ", ".join(sorted(vocabulary.results))
        yield Finding(element.id, "result-unknown", f"the result is {element.properties['result']}; known are {shown}")
    if kind in NEED_TIMEOUT:
        yield from _check_timeout(element, process)
    if kind is NodeKind.BOUNDARY:
        yield from _check_host(element, process)


def _check_extensions(element: Element) -> Iterator[Finding]:
    """What the file tells Camunda's engine and would mean nothing here is refused, and never left out in silence."""
    strange = [f"camunda:{name}" for name in sorted(element.camunda.keys() - UNDERSTOOD - SCHEDULING)]
    strange += [f"<{name}>" for name in element.extensions]
    if element.camunda.get("type", "external") != "external":
        strange.append(f"camunda:type={element.camunda['type']}")
    if strange:
        detail = f"{', '.join(strange)} is not supported; understood are {', '.join(sorted(UNDERSTOOD))}, properties"
        yield Finding(element.id, EXTENSION_UNSUPPORTED, detail)


def _check_flows_of(element: Element, kind: NodeKind, process: Process) -> Iterator[Finding]:
    leaving = [flow for flow in process.flows if flow.source == element.id]
    entering = [flow for flow in process.flows if flow.target == element.id]
    if kind is NodeKind.END and leaving:
        yield Finding(element.id, "end-goes-on", "flows leave an end event; allowed is none")
    if kind is not NodeKind.END and not leaving:
        yield Finding(element.id, "step-without-exit", "no flow leaves this step; only end events may be last")
    if kind not in GATEWAYS and len(leaving) > 1:
        yield Finding(element.id, "step-forks", f"{len(leaving)} flows leave this step; fork with a gateway")
    if kind in (NodeKind.START, NodeKind.BOUNDARY) and entering:
        yield Finding(element.id, "event-entered", f"a flow leads into this {element.tag}; allowed is none")
    yield from _check_conditions_of(element, kind, leaving)
    if kind is NodeKind.CHOICE:
        yield from _check_choice(element, leaving, process)


def _check_conditions_of(element: Element, kind: NodeKind, leaving: list[Flow]) -> Iterator[Finding]:
    default = element.attributes.get("default")
    if kind not in CONDITIONED or len(leaving) < 2:
        for flow in leaving:
            if flow.condition is not None:
                detail = "only flows leaving an exclusive or inclusive gateway with several exits have conditions"
                yield Finding(flow.id, "condition-misplaced", detail)
        if kind not in CONDITIONED and default:
            yield Finding(element.id, "default-misplaced", "only exclusive and inclusive gateways have a default flow")
        return
    if default not in {flow.id for flow in leaving}:
        yield Finding(element.id, "default-missing", "the gateway names no default flow; one of its flows must be it")
    for flow in leaving:
        if flow.id == default and flow.condition is not None:
            yield Finding(flow.id, "condition-misplaced", "a default flow has no condition")
        if flow.id != default and flow.condition is None:
            yield Finding(flow.id, "condition-missing", "every flow but the default one needs a condition")


def _check_choice(element: Element, leaving: list[Flow], process: Process) -> Iterator[Finding]:
    by_id = {e.id: e for e in process.elements}
    kinds = [kind_of(by_id[flow.target]) for flow in leaving if flow.target in by_id]
    tags = {by_id[flow.target].tag for flow in leaving if flow.target in by_id}
    if tags != {"intermediateCatchEvent"} or len(leaving) < 2:
        yield Finding(element.id, "choice-malformed", "an event-based gateway leads to two or more intermediate events")
    elif NodeKind.TIMER not in kinds:
        yield Finding(element.id, "wait-without-timeout", "one of the events behind this gateway must be a timer")
    for flow in leaving:
        if sum(f.target == flow.target for f in process.flows) > 1:
            yield Finding(flow.target, "event-entered", "an event behind an event-based gateway has no other way in")


def _check_request(element: Element, vocabulary: Vocabulary) -> Iterator[Finding]:
    topic = element.camunda.get("topic")
    if topic not in vocabulary.questions:
        shown = ", ".join(sorted(vocabulary.questions))
        yield Finding(element.id, "request-unknown", f"camunda:topic is {topic}; known requests are {shown}")


def _check_human(element: Element, vocabulary: Vocabulary) -> Iterator[Finding]:
    role = element.camunda.get("candidateGroups")
    if role not in vocabulary.roles:
        shown = ", ".join(sorted(vocabulary.roles))
        detail = f"camunda:candidateGroups is {role}; the roles that may work on tasks are {shown}"
        yield Finding(element.id, ROLE_UNKNOWN, detail)
    if not _is_count(element.properties.get("dueWorkingHours", ""), MOST_WORKING_HOURS):
        detail = f"the property dueWorkingHours must be from 1 to {MOST_WORKING_HOURS}"
        yield Finding(element.id, "wait-without-timeout", detail)
    if not _outcomes(element):
        yield Finding(element.id, "outcomes-missing", "the property outcomes must list what can be decided")
    if not _is_count(element.properties.get("quorum", "1"), MOST_MEMBERS):
        yield Finding(element.id, "quorum-malformed", f"the property quorum must be from 1 to {MOST_MEMBERS}")


def _check_timeout(element: Element, process: Process) -> Iterator[Finding]:
    by_id = {e.id: e for e in process.elements}
    sources = [by_id[f.source].tag for f in process.flows if f.target == element.id and f.source in by_id]
    if element.tag == "intermediateCatchEvent":
        if sources != ["eventBasedGateway"]:
            detail = "put the message event behind an event-based gateway together with a timer event"
            yield Finding(element.id, "wait-without-timeout", detail)
        return
    timers = (e for e in process.elements if e.attributes.get("attachedToRef") == element.id)
    if not any(e.attributes.get("cancelActivity", "true") == "true" and e.event == "timer" for e in timers):
        yield Finding(element.id, "wait-without-timeout", "this wait needs an interrupting boundary timer")


def _is_timer(element: Element, kind: NodeKind) -> bool:
    return kind is NodeKind.TIMER or (kind is NodeKind.BOUNDARY and element.event != "message")


def _check_host(element: Element, process: Process) -> Iterator[Finding]:
    host = next((e for e in process.elements if e.id == element.attributes.get("attachedToRef")), None)
    kind = kind_of(host) if host else None
    if host is None or kind not in WAITS or host.tag == "intermediateCatchEvent":
        yield Finding(element.id, "timer-misplaced", "a boundary event stands on a service, user or receive task")


def _check_paths(process: Process) -> Iterator[Finding]:
    kinds = {element.id: kind_of(element) for element in process.elements}
    onward: dict[str, list[str]] = {element.id: [] for element in process.elements}
    for flow in process.flows:
        onward[flow.source].append(flow.target)
    silent = {id for id, kind in kinds.items() if kind in CONDITIONED | {NodeKind.PARALLEL}}
    among = {id: [target for target in onward[id] if target in silent] for id in silent}
    for element in process.elements:
        if element.id in silent and element.id in _reached(among, among[element.id]):
            yield Finding(element.id, "loop-without-wait", "this gateway leads back to itself without a wait")
    for element in process.elements:
        if host := element.attributes.get("attachedToRef"):
            onward[host].append(element.id)
    starts = [element.id for element in process.elements if kinds[element.id] is NodeKind.START]
    reachable = _reached(onward, starts)
    for element in process.elements:
        if element.id not in reachable:
            yield Finding(element.id, "step-unreachable", "no path leads from the start event to this step")


def _reached(onward: dict[str, list[str]], first: Iterable[str]) -> set[str]:
    seen, left = set[str](), list(first)
    while left:
        id = left.pop()
        if id not in seen:
            seen.add(id)
            left += onward[id]
    return seen


def _outcomes(element: Element) -> list[str]:
    return [word.strip() for word in element.properties.get("outcomes", "").split(",") if word.strip()]


def _is_count(text: str, most: int) -> bool:
    return WHOLE.fullmatch(text) is not None and 1 <= int(text) <= most
