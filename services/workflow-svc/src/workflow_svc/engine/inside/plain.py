"""One level of a process as BPMN of its own: what SpiffWorkflow runs, and the equality of the executors is shown on.

A step with something inside is a service task here, which is asked and answers: what goes on in it is a level of its
own. An error that comes out of it is a message on its edge, and an end that throws one ends its level.
"""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from workflow_svc.engine.bpmn import Element, Process
from workflow_svc.engine.camunda import BPMN
from workflow_svc.engine.table import AT_ONCE, NodeKind, kind_of

KEPT = ("attachedToRef", "cancelActivity", "default", "gatewayDirection")
EVENTS = {"error": "message"}
ASKED = AT_ONCE | {NodeKind.REQUEST, NodeKind.INSIDE}


def plain(process: Process) -> Any:
    """The document of one level of a process that publication has checked."""
    root = etree.Element(f"{{{BPMN}}}definitions", nsmap={None: BPMN}, targetNamespace="urn:xinliu")
    etree.SubElement(root, f"{{{BPMN}}}message", id="any-message", name="any")
    body = etree.SubElement(root, f"{{{BPMN}}}process", id=process.code, isExecutable="true")
    for element in process.elements:
        _write(body, element)
    for flow in process.flows:
        ends = {"sourceRef": flow.source, "targetRef": flow.target}
        node = etree.SubElement(body, f"{{{BPMN}}}sequenceFlow", id=flow.id, **ends)
        if flow.condition is not None:
            etree.SubElement(node, f"{{{BPMN}}}conditionExpression").text = flow.condition
    return root


def _write(body: Any, element: Element) -> None:
    kind = kind_of(element)
    asked = kind in ASKED
    attributes = {name: element.attributes[name] for name in KEPT if name in element.attributes}
    node = etree.SubElement(body, f"{{{BPMN}}}{'serviceTask' if asked else element.tag}", id=element.id, **attributes)
    if element.tag == "receiveTask" and not asked:
        node.set("messageRef", "any-message")
    if element.event is None or asked:
        return
    event = EVENTS.get(element.event, element.event)
    if element.tag == "endEvent":
        event = "terminate"
    definition = etree.SubElement(node, f"{{{BPMN}}}{event}EventDefinition")
    if event == "timer":
        etree.SubElement(definition, f"{{{BPMN}}}timeDuration").text = element.duration
    elif event == "message":
        definition.set("messageRef", "any-message")
