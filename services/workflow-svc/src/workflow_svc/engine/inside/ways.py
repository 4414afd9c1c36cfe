"""Which ways lead through a level, where errors go, and what stands on the edge of a step."""

from collections.abc import Iterable, Iterator, Mapping

from loan_servicekit.core import NotFound
from workflow_svc.engine.bpmn import Element, Process, within
from workflow_svc.engine.camunda import LOOP, Repeat
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.library import Library, called
from workflow_svc.engine.table import AT_ONCE, ERROR, WAITS, NodeKind, kind_of, kind_once

CONDITIONED = frozenset({NodeKind.EXCLUSIVE, NodeKind.INCLUSIVE})
SURE = frozenset(str(number) for number in range(1, 1_000))
SILENT = CONDITIONED | AT_ONCE | {NodeKind.PARALLEL}


def check_host(element: Element, process: Process) -> Iterator[Finding]:
    """What a boundary event stands on."""
    host = next((e for e in process.elements if e.id == element.attributes.get("attachedToRef")), None)
    kind = kind_of(host) if host else None
    if host is None or kind not in WAITS - AT_ONCE or host.tag == "intermediateCatchEvent":
        detail = "a boundary event stands on a service, user or receive task, on a sub-process or a call"
        yield Finding(element.id, "timer-misplaced", detail)
    elif element.event == ERROR and kind is not NodeKind.INSIDE:
        detail = "errors come out of sub-processes and called processes alone; nothing throws one in this step"
        yield Finding(element.id, "error-never-thrown", detail)


def check_paths(process: Process) -> Iterator[Finding]:
    """Circles in which nothing waits, and steps that nothing leads to."""
    kinds = {element.id: kind_of(element) for element in process.elements}
    onward = _onward(process)
    silent = {element.id for element in process.elements if may_pass(element)}
    among = {id: [target for target in onward[id] if target in silent] for id in silent}
    for element in process.elements:
        if element.id in silent and element.id in _reached(among, among[element.id]):
            yield Finding(element.id, "loop-without-wait", "this step leads back to itself without a wait")
    for element in process.elements:
        if host := element.attributes.get("attachedToRef"):
            onward[host].append(element.id)
    starts = [element.id for element in process.elements if kinds[element.id] is NodeKind.START]
    reachable = _reached(onward, starts)
    for element in process.elements:
        if element.id not in reachable:
            yield Finding(element.id, "step-unreachable", "no path leads from the start event to this step")


def may_pass(element: Element) -> bool:
    """Whether a step can be over at once: a gateway, what is computed, and what has nothing inside that must wait."""
    kind = kind_of(element)
    if kind is not NodeKind.INSIDE:
        return kind in SILENT
    if element.repeat is not None and not _is_done(element.repeat):
        return True
    if element.inner is None:  # another version of what it calls may not wait
        return element.tag == "callActivity" or kind_once(element) in AT_ONCE
    onward, passing = _onward(element.inner), {each.id for each in element.inner.elements if may_pass(each)}
    ends = {each.id for each in element.inner.elements if kind_of(each) is NodeKind.END}
    starts = {each.id for each in element.inner.elements if kind_of(each) is NodeKind.START}
    among = {id: [t for t in onward[id] if t in passing | ends] for id in passing | starts | ends}
    return bool(ends & _reached(among, starts))


def _is_done(repeat: Repeat) -> bool:
    """Whether it is done at least once: not of a collection, which may be empty, nor of a loop that asks before."""
    return repeat.cardinality in SURE or (repeat.tag == LOOP and not repeat.test_before)


def check_errors(process: Process, library: Library) -> Iterator[Finding]:
    """An error that a level throws is caught around it, and what is caught is thrown. What comes out of the process
    itself is for who calls it; a process that decides is never left so (proof.py: it would end without a result)."""
    for level in within(process):
        for element in level.elements:
            if element.event == ERROR and not element.error and kind_of(element) is NodeKind.END:
                yield Finding(element.id, "error-unnamed", "an error that is thrown needs an error with an errorCode")
        for element in level.elements:
            host = next((e for e in level.elements if e.id == element.attributes.get("attachedToRef")), None)
            if element.event == ERROR and host is not None:
                thrown = _out_of(host, library)
                if not (thrown if not element.error else thrown & {element.error}):
                    detail = f"nothing inside {host.id} throws {element.error or 'an error'}"
                    yield Finding(element.id, "error-never-thrown", detail)
    if (left := errors_of(process, library)) and process.startable:
        detail = f"nothing catches {', '.join(sorted(left))}, and an application's process ends with a result"
        yield Finding(process.code, "error-uncaught", detail)


def errors_of(process: Process, library: Library) -> frozenset[str]:
    """The errors that come out of a level."""
    found = {element.error or "" for element in process.elements if _throws(element)}
    for element in process.elements:
        edge = [each for each in process.elements if each.attributes.get("attachedToRef") == element.id]
        caught = {each.error or "" for each in edge if each.event == ERROR}
        found |= set() if "" in caught else _out_of(element, library) - caught
    return frozenset(found)


def _out_of(element: Element, library: Library) -> frozenset[str]:
    """The errors that come out of what is inside a step; of a called process those of its version by now."""
    if element.inner is not None:
        return errors_of(element.inner, library)
    if element.tag != "callActivity":
        return frozenset()
    version = element.camunda.get("calledElementVersion", "")
    try:
        code = element.attributes.get("calledElement", "")
        return called(library, code, int(version) if version.isdigit() else None).errors
    except NotFound:
        return frozenset()


def _throws(element: Element) -> bool:
    return element.event == ERROR and kind_of(element) is NodeKind.END


def _onward(process: Process) -> dict[str, list[str]]:
    onward: dict[str, list[str]] = {element.id: [] for element in process.elements}
    for flow in process.flows:
        onward[flow.source].append(flow.target)
    return onward


def _reached(onward: Mapping[str, list[str]], first: Iterable[str]) -> set[str]:
    seen, left = set[str](), list(first)
    while left:
        id = left.pop()
        if id not in seen:
            seen.add(id)
            left += onward[id]
    return seen
