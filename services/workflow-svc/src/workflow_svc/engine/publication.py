"""What a process must pass to be published. Every finding names an element, what is wrong, and what is allowed."""

import re
from collections.abc import Iterator

from workflow_svc.domain.definitions.vocabulary import Vocabulary
from workflow_svc.engine.bpmn import Element, Flow, Process
from workflow_svc.engine.conditions import names_in
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.compiling import Compiled, compiled
from workflow_svc.engine.inside.library import Library
from workflow_svc.engine.inside.offers import check_evidence, check_offer
from workflow_svc.engine.inside.understood import EXTENSION_UNSUPPORTED, UNDERSTOOD_OF_A_PROCESS, check_extensions
from workflow_svc.engine.inside.variables import outcomes_of
from workflow_svc.engine.inside.ways import CONDITIONED, check_errors, check_host, check_paths
from workflow_svc.engine.table import TAGS, NodeKind, due_hours_of, kind_of, kind_once, role_of, seconds_of

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
WHOLE = re.compile(r"[0-9]{1,15}")
MOST_WORKING_HOURS = 1_000
MOST_MEMBERS = 99
LONGEST_TIMER_S = 366 * 86_400
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
GATEWAYS = CONDITIONED | {NodeKind.PARALLEL, NodeKind.CHOICE}
NEED_TIMEOUT = frozenset({NodeKind.REQUEST, NodeKind.MESSAGE})
EVENTS = {
    NodeKind.START: (None,),
    NodeKind.END: (None, "terminate", "error"),
    NodeKind.BOUNDARY: ("timer", "message", "error"),
    NodeKind.TIMER: ("timer",),
    NodeKind.MESSAGE: (None, "message"),
}
SUPPORTED = ", ".join(sorted({*TAGS, "intermediateCatchEvent"}))
LANGUAGES = frozenset({"", "zen"})
LANGUAGE_UNSUPPORTED = "condition-language"
ROLE_UNKNOWN, FIGURE_AMBIGUOUS, OUTCOME_UNKNOWN = "role-unknown", "figure-ambiguous", "outcomes-unknown"
# What may become wrong after a publication, as roles and variables change, and what nobody looked at once.
OF_THE_DAY = frozenset(
    {ROLE_UNKNOWN, FIGURE_AMBIGUOUS, OUTCOME_UNKNOWN, EXTENSION_UNSUPPORTED, "mapping-misplaced", "form-malformed"}
    | {LANGUAGE_UNSUPPORTED, "evidence-misplaced", "evidence-malformed"}
)
DURATIONS = "allowed is an ISO 8601 duration of weeks, days, hours, minutes, seconds, such as PT10M or P7D, up to P366D"


def checked(
    process: Process, vocabulary: Vocabulary, library: Library, thorough: bool = True
) -> tuple[list[Finding], Compiled]:
    """All findings of a process, level by level in the order of the file, and what of it can be computed; `thorough` as
    in `compile_condition`."""
    figures = {name: int(value) for name, value in process.figures if WHOLE.fullmatch(value)}
    whole = compiled(process, figures, vocabulary, library, thorough)
    findings = [*_check_whole(process), *_check_figures(process, whole)]
    for level in whole.top.all():
        findings += check_level(level.process, vocabulary)
        findings += _check_results(level.process, level is whole.top and process.startable)
    if not findings:
        for level in whole.top.all():
            findings += check_paths(level.process)
        findings += check_errors(process, library)
    return findings + list(whole.findings), whole


def check_level(process: Process, vocabulary: Vocabulary) -> Iterator[Finding]:
    """What is wrong with the steps and flows of one level."""
    yield from _check_ends(process)
    yield from _check_flow_ends(process, {element.id for element in process.elements})
    for element in process.elements:
        yield from _check_element(element, process, vocabulary)


def _check_whole(process: Process) -> Iterator[Finding]:
    if not CODE.fullmatch(process.code):
        yield Finding(process.code, "process-code-malformed", "the process id must be lower-case words joined by -")
    if not process.executable:
        yield Finding(process.code, "process-not-executable", 'the file says isExecutable="false"')
    strange = sorted(process.camunda - UNDERSTOOD_OF_A_PROCESS)
    if strange:
        shown = ", ".join(f"camunda:{name}" for name in strange)
        yield Finding(process.code, EXTENSION_UNSUPPORTED, f"{shown} of the process is not supported")


def _check_results(process: Process, decides: bool) -> Iterator[Finding]:
    for element in process.elements:
        if element.properties.get("result") and not decides:
            detail = (
                "a result belongs to an end of the process that an application starts on, not of what goes on inside"
            )
            yield Finding(element.id, "result-misplaced", detail)


def _check_ends(process: Process) -> Iterator[Finding]:
    starts = [element.id for element in process.elements if element.tag == "startEvent"]
    if len(starts) != 1:
        yield Finding(process.code, "start-not-one", f"the process has {len(starts)} start events, allowed is one")
    if not any(element.tag == "endEvent" for element in process.elements):
        yield Finding(process.code, "end-missing", "the process has no end event, at least one is needed")
    for tag in process.strangers:
        yield Finding(process.code, "element-unsupported", f"<{tag}> is not supported; allowed are {SUPPORTED}")


def _check_figures(process: Process, whole: Compiled) -> Iterator[Finding]:
    variables, named = whole.variables, [name for name, _ in process.figures]
    read = {name for level in whole.top.all() for name in level.reads()}
    read |= {n for level in whole.top.all() for flow in level.process.flows for n in names_in(flow.condition or "")}
    for name, value in process.figures:
        if not NAME.fullmatch(name) or not WHOLE.fullmatch(value):
            detail = f"the property {name!r} is {value[:40]!r}; a figure is a name in lower case with a whole number"
            yield Finding(process.code, "figure-malformed", detail)
        elif name in variables or named.count(name) > 1:
            detail = f"{name} is a variable of cases, or named twice; a figure needs a name of its own"
            yield Finding(process.code, FIGURE_AMBIGUOUS, detail)
        elif name not in read:
            detail = f"nothing reads {name}; a figure that decides nothing misleads who changes it"
            yield Finding(process.code, "figure-unused", detail)


def _check_flow_ends(process: Process, ids: set[str]) -> Iterator[Finding]:
    for flow in process.flows:
        for end in (flow.source, flow.target):
            if end not in ids:
                yield Finding(flow.id, "flow-target-missing", f"the flow is tied to {end}, which is no step here")
        if flow.language.lower() not in LANGUAGES:
            detail = f"the condition is said to be in {flow.language}; conditions are zen expressions (zen)"
            yield Finding(flow.id, LANGUAGE_UNSUPPORTED, detail)


def _check_element(element: Element, process: Process, vocabulary: Vocabulary) -> Iterator[Finding]:
    kind = kind_of(element)
    if kind_once(element) is None:
        shown = f"{element.tag} ({element.event})" if element.event else element.tag
        yield Finding(element.id, "element-unsupported", f"{shown} is not supported; allowed are {SUPPORTED}")
        return
    assert kind is not None
    allowed = EVENTS.get(kind, (None,))
    if element.event not in allowed or any(not part.endswith("EventDefinition") for part in element.parts):
        found = element.event or ", ".join(element.parts)
        shown = " or ".join(a or "none" for a in allowed)
        detail = f"{element.tag} with {found} is not supported, with {shown} it is"
        yield Finding(element.id, "element-unsupported", detail)
    yield from _check_flows_of(element, kind, process)
    if kind is NodeKind.BOUNDARY:
        yield from check_host(element, process)
    if element.repeat is not None:
        return  # what is repeated is a step of a level of its own
    yield from check_extensions(element, kind)
    yield from check_evidence(element, kind)
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
    if kind in NEED_TIMEOUT and not _is_once(process, element):
        yield from _check_timeout(element, process)


def _is_once(process: Process, element: Element) -> bool:
    """Whether the level is one of a repeated step, on whose edge the timer stands."""
    return process.code == element.id


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
    role, lane = role_of(element), element.lane
    if lane in vocabulary.roles and role != lane:
        yield Finding(element.id, "role-ambiguous", f"the lane is that of {lane}, camunda:candidateGroups is {role}")
    if role not in vocabulary.roles:
        shown = ", ".join(sorted(vocabulary.roles))
        detail = f"camunda:candidateGroups is {role or None}; the roles that may work on tasks are {shown}"
        yield Finding(element.id, ROLE_UNKNOWN, detail)
    if not 1 <= due_hours_of(element) <= MOST_WORKING_HOURS:
        detail = f"camunda:dueDate, or the property dueWorkingHours, must be from 1 to {MOST_WORKING_HOURS} hours"
        yield Finding(element.id, "wait-without-timeout", detail)
    yield from check_offer(element)
    if element.fields and element.properties.get("quorum", "1") != "1":
        yield Finding(element.id, "form-malformed", "a task of several people is a vote, and has no form")
    if not outcomes_of(element):
        yield Finding(element.id, "outcomes-missing", "the property outcomes must list what can be decided")
    if unknown := sorted(set(outcomes_of(element)) - vocabulary.outcomes):
        detail = f"the property outcomes lists {', '.join(unknown)}; known are {', '.join(sorted(vocabulary.outcomes))}"
        yield Finding(element.id, OUTCOME_UNKNOWN, detail)
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
    return kind is NodeKind.TIMER or (kind is NodeKind.BOUNDARY and element.event not in ("message", "error"))


def _is_count(text: str, most: int) -> bool:
    return WHOLE.fullmatch(text) is not None and 1 <= int(text) <= most
