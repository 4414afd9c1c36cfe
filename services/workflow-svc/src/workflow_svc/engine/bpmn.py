"""Reads BPMN 2.0 XML into plain elements, without judging them: publication.py does that.

The file comes from a modeler or a person, so it is read as hostile input: no document type, no entities, no network,
a bounded size. What belongs to the drawing (annotations, diagram interchange) is left out.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnValidator
from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException

from workflow_svc.engine.camunda import (
    BPMN,
    CAMUNDA,
    REPEATS,
    Field,
    Handed,
    Repeat,
    fields_of,
    handed,
    local,
    properties_of,
    repeat_of,
    strange_in,
    text_of,
)

MOST_BYTES = 1_000_000
DRAWING = frozenset({"laneSet", "textAnnotation", "association", "documentation", "extensionElements", "group"})
DECLARED = re.compile(r"(<\?xml[^>]*?\sencoding\s*=\s*[\"'])([A-Za-z0-9._-]+)([\"'])")
LONGEST_DECLARATION = 200
ENCODINGS = frozenset(
    {"utf-8", "utf-8-sig", "utf-16", "us-ascii", "iso-8859-1", "windows-1252", "gbk", "gb2312", "gb18030", "big5"}
)
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
PARTS = frozenset({"incoming", "outgoing", "documentation", "extensionElements", "script"}) | REPEATS
COMPOSITES = frozenset({"subProcess", "transaction", "adHocSubProcess"})


class Unreadable(ValueError):
    """The text is no BPMN document at all; the message says why and where."""


@dataclass(frozen=True, slots=True)
class Element:
    """A step, gateway or event as the file has it. `event` is the kind of its event definition, if it has one;
    `extensions` are what an engine of Camunda is told beside its properties and mappings. `error` is the code of an
    error event, `inner` what lies in a sub-process, `lane` the lane that it is drawn in."""

    id: str
    tag: str
    name: str
    attributes: dict[str, str]
    camunda: dict[str, str]
    properties: dict[str, str]
    event: str | None = None
    duration: str | None = None
    message: str | None = None
    parts: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    error: str | None = None
    script: str = ""
    repeat: Repeat | None = None
    inputs: tuple[Handed, ...] = ()
    outputs: tuple[Handed, ...] = ()
    inner: "Process | None" = None
    lane: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """A sequence flow with its condition as written (a zen expression), or None, and the language that it is said to
    be in."""

    id: str
    source: str
    target: str
    condition: str | None
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """One executable process: its elements and flows in the order of the file.

    `figures` are the process's own properties: numbers that its conditions name, so that each stands in one place.
    `camunda` names what else an engine of Camunda is told of it; what is not `startable` there is called by others
    alone."""

    code: str
    name: str
    elements: tuple[Element, ...]
    flows: tuple[Flow, ...]
    figures: tuple[tuple[str, str], ...] = ()
    strangers: tuple[str, ...] = ()
    camunda: frozenset[str] = frozenset()
    startable: bool = True
    executable: bool = True


def decoded(file: bytes) -> str:
    """The text of a file as it was saved: in the encoding that its declaration or its byte order mark names, else in
    UTF-8. Raises Unreadable."""
    _check_size(file)
    mark = next((name for bom, name in MARKS if file.startswith(bom)), None)
    declared = DECLARED.match(file.removeprefix(codecs.BOM_UTF8)[:LONGEST_DECLARATION].decode("latin-1"))
    name = mark or (declared.group(2).lower() if declared else "utf-8")
    if name not in ENCODINGS:
        raise Unreadable(f"the file says that its encoding is {name}; allowed are {', '.join(sorted(ENCODINGS))}")
    try:
        return standing(file.decode(name))
    except UnicodeDecodeError as error:
        raise Unreadable(f"the file says that its encoding is {name}, and it is not: {error.reason}") from error


def standing(text: str) -> str:
    """A document that is text already: no byte order mark, and whatever encoding it declares is the one it has now."""
    text = text.removeprefix("\ufeff")
    if declared := DECLARED.match(text[:LONGEST_DECLARATION]):
        return f"{declared.group(1)}UTF-8{declared.group(3)}{text[declared.end() :]}"
    return text


def parse(xml: bytes) -> Any:
    """The document's root element, checked against the BPMN 2.0 schema. Raises Unreadable."""
    _check_size(xml)
    safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, safe)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"not well-formed XML: {error}") from error
    if root.getroottree().docinfo.doctype:
        raise Unreadable("a document type declaration is not allowed")
    try:
        _schema().validate(root)
    except ValidationException as error:
        raise Unreadable(f"not valid BPMN 2.0, line {error.line_number}: {error}") from error
    return root


def read(root: Any) -> Process:
    """The one executable process of a parsed document; the only one, where none is. Raises Unreadable."""
    every = root.findall(f"{{{BPMN}}}process")
    processes = [node for node in every if _is_executable(node)] or every[:2]
    if len(processes) != 1:
        raise Unreadable(f"the file has {len(processes)} executable processes, exactly one is allowed")
    return _process(processes[0], _Named.of(root))


def _is_executable(process: Any) -> bool:
    return bool(process.get("isExecutable", "true") == "true")


def within(process: Process) -> Iterator[Process]:
    """A process and the sub-processes in it, the outer ones first."""
    yield process
    for element in process.elements:
        if element.inner is not None:
            yield from within(element.inner)


@dataclass(frozen=True, slots=True)
class _Named:
    """What a document declares beside its processes, by id."""

    messages: Mapping[str, str]
    errors: Mapping[str, str]

    @classmethod
    def of(cls, root: Any) -> "_Named":
        messages = {node.get("id"): node.get("name") for node in root.findall(f"{{{BPMN}}}message")}
        errors = {node.get("id"): node.get("errorCode") for node in root.findall(f"{{{BPMN}}}error")}
        return cls(messages, errors)


def _process(process: Any, named: _Named, lane: str = "") -> Process:
    elements, flows, strangers, lanes = [], [], [], _lanes(process)
    for node in process:
        tag = local(node)
        if tag == "sequenceFlow":
            flows.append(_flow(node))
        elif tag in DRAWING | PARTS or tag.endswith("EventDefinition") or not isinstance(node.tag, str):
            continue
        elif etree.QName(node).namespace != BPMN or node.get("id") is None:
            strangers.append(tag)
        else:
            elements.append(_element(node, tag, named, lanes.get(node.get("id"), lane)))
    code = process.get("id")
    told = frozenset(etree.QName(name).localname for name in process.attrib if name.startswith(f"{{{CAMUNDA}}}"))
    return Process(
        code=code,
        name=process.get("name", code),
        elements=tuple(elements),
        flows=tuple(flows),
        figures=tuple(properties_of(process)),
        strangers=tuple(strangers),
        camunda=told,
        startable=process.get(f"{{{CAMUNDA}}}isStartableInTasklist", "true") != "false",
        executable=_is_executable(process),
    )


def _lanes(process: Any) -> dict[str, str]:
    """By element the innermost lane that it is drawn in: the lane's property `role`, or else its name."""
    drawn: dict[str, str] = {}
    for lane in process.iterfind(f"{{{BPMN}}}laneSet//{{{BPMN}}}lane"):
        role = dict(properties_of(lane)).get("role") or lane.get("name", "")
        drawn |= {(each.text or "").strip(): role for each in lane.iterfind(f"{{{BPMN}}}flowNodeRef")}
    return drawn


def _check_size(file: bytes) -> None:
    if len(file) > MOST_BYTES:
        raise Unreadable(f"the file has {len(file)} bytes, at most {MOST_BYTES} are allowed")


def _element(node: Any, tag: str, named: _Named, lane: str) -> Element:
    definitions = [child for child in node if local(child).endswith("EventDefinition")]
    event = local(definitions[0]).removesuffix("EventDefinition") if len(definitions) == 1 else None
    reference = node.get("messageRef") or (definitions[0].get("messageRef") if definitions else None)
    duration = definitions[0].find(f"{{{BPMN}}}timeDuration") if definitions else None
    error = definitions[0].get("errorRef") if definitions else None
    inputs, outputs = handed(node)
    composite = tag in COMPOSITES
    return Element(
        id=node.get("id"),
        tag=tag,
        name=node.get("name", ""),
        attributes={k: v for k, v in node.attrib.items() if not k.startswith("{")},
        camunda={etree.QName(k).localname: v for k, v in node.attrib.items() if k.startswith(f"{{{CAMUNDA}}}")},
        properties=dict(properties_of(node)),
        event="several" if len(definitions) > 1 else event,
        duration=duration.text.strip() if duration is not None and duration.text else None,
        message=named.messages.get(reference) if reference else None,
        parts=() if composite else tuple(local(c) for c in node if local(c) and local(c) not in PARTS),
        extensions=tuple(strange_in(node)),
        error=named.errors.get(error, "") if error else None,
        script=text_of(node.find(f"{{{BPMN}}}script")),
        repeat=repeat_of(node),
        inputs=inputs,
        outputs=outputs,
        inner=_process(node, named, lane) if composite else None,
        lane=lane,
        fields=fields_of(node),
    )


def _flow(node: Any) -> Flow:
    condition = node.find(f"{{{BPMN}}}conditionExpression")
    text = text_of(condition) if condition is not None else None
    language = condition.get("language", "") if condition is not None and text else ""
    return Flow(node.get("id"), node.get("sourceRef"), node.get("targetRef"), text, node.get("name", ""), language)


@cache
def _schema() -> BpmnValidator:
    return BpmnValidator()
