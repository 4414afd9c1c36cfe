"""What one version of a process has that another has not: elements, attributes, flows with conditions, figures."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from workflow_svc.engine.bpmn import Element, Flow, Process, within


@dataclass(frozen=True, slots=True)
class Change:
    """A part that is new (no `before`), gone (no `after`) or other than it was; of a whole element `part` is empty."""

    element: str
    part: str
    before: str | None
    after: str | None


def changes(before: Process, after: Process) -> tuple[Change, ...]:
    """In the order of the newer file; what is gone comes last."""
    return tuple(_changes(_told(before), _told(after)))


def _changes(old: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]) -> Iterator[Change]:
    for element, parts in new.items():
        known = old.get(element)
        if known is None:
            yield Change(element, "", None, parts["kind"])
            continue
        for part in dict.fromkeys([*parts, *known]):
            if known.get(part) != parts.get(part):
                yield Change(element, part, known.get(part), parts.get(part))
    for element, parts in old.items():
        if element not in new:
            yield Change(element, "", parts["kind"], None)


def _told(process: Process) -> dict[str, dict[str, str]]:
    figures = {f"property {name}": value for name, value in process.figures}
    told = {process.code: {"kind": "process", "name": process.name, **figures}}
    for level in within(process):
        told |= {element.id: _element(element) for element in level.elements}
        told |= {flow.id: _flow(flow) for flow in level.flows}
    return told


def _element(element: Element) -> dict[str, str]:
    told = {"kind": element.tag, "name": element.name, **element.attributes}
    told |= {f"camunda:{name}": value for name, value in element.camunda.items()}
    told |= {f"property {name}": value for name, value in element.properties.items()}
    told |= {f"input {each.name}": each.text for each in element.inputs}
    told |= {f"output {each.name}": each.text for each in element.outputs}
    told |= {f"field {each.id}": f"{each.type} {each.values} {each.constraints}" for each in element.fields}
    if element.repeat is not None:
        told |= {f"repeat {name}": str(value) for name, value in asdict(element.repeat).items() if value}
    events = {"event": element.event, "duration": element.duration, "message": element.message}
    events |= {"error": element.error, "script": element.script, "lane": element.lane}
    return {name: value for name, value in (told | events).items() if value and name != "id"}


def _flow(flow: Flow) -> dict[str, str]:
    told = {"kind": "sequenceFlow", "name": flow.name, "sourceRef": flow.source, "targetRef": flow.target}
    return {name: value for name, value in (told | {"condition": flow.condition or ""}).items() if value}
