"""Reads BPMN 2.0 XML into plain elements, without judging them: publication.py does that.

The file comes from a modeler or a person, so it is read as hostile input: no document type, no entities, no network,
a bounded size. What belongs to the drawing (lanes, annotations, diagram interchange) is left out.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnValidator
from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
ZEEBE = "http://camunda.org/schema/zeebe/1.0"
MOST_BYTES = 1_000_000
DRAWING = frozenset({"laneSet", "textAnnotation", "association", "documentation", "extensionElements", "group"})
DECLARED = re.compile(r"(<\?xml[^>]*?\sencoding\s*=\s*[\"'])([A-Za-z0-9._-]+)([\"'])")
LONGEST_DECLARATION = 200
ENCODINGS = frozenset(
    {"utf-8", "utf-8-sig", "utf-16", "us-ascii", "iso-8859-1", "windows-1252", "gbk", "gb2312", "gb18030", "big5"}
)
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
PARTS = frozenset({"incoming", "outgoing", "documentation", "extensionElements"})


class Unreadable(ValueError):
    """The text is no BPMN document at all; the message says why and where."""


@dataclass(frozen=True, slots=True)
class Element:
    """A step, gateway or event as the file has it. `event` is the kind of its event definition, if it has one;
    `extensions` are what an engine of Camunda is told beside its properties."""

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


@dataclass(frozen=True, slots=True)
class Flow:
    """A sequence flow with its condition as written (a zen expression), or None."""

    id: str
    source: str
    target: str
    condition: str | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Process:
    """One executable process: its elements and flows in the order of the file.

    `figures` are the process's own properties: numbers that its conditions name, so that each stands in one place.
    """

    code: str
    name: str
    elements: tuple[Element, ...]
    flows: tuple[Flow, ...]
    figures: tuple[tuple[str, str], ...] = ()
    strangers: tuple[str, ...] = ()


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
    """The one executable process of a parsed document. Raises Unreadable."""
    processes = [node for node in root.findall(f"{{{BPMN}}}process") if node.get("isExecutable", "true") == "true"]
    if len(processes) != 1:
        raise Unreadable(f"the file has {len(processes)} executable processes, exactly one is allowed")
    process = processes[0]
    messages = {node.get("id"): node.get("name") for node in root.findall(f"{{{BPMN}}}message")}
    elements, flows, strangers = [], [], []
    for node in process:
        tag = _local(node)
        if tag == "sequenceFlow":
            flows.append(_flow(node))
        elif tag in DRAWING or not isinstance(node.tag, str):
            continue
        elif etree.QName(node).namespace != BPMN or node.get("id") is None:
            strangers.append(tag)
        else:
            elements.append(_element(node, tag, messages))
    code = process.get("id")
    figures = tuple(_properties(process.find(f"{{{BPMN}}}extensionElements")))
    return Process(code, process.get("name", code), tuple(elements), tuple(flows), figures, tuple(strangers))


def _check_size(file: bytes) -> None:
    if len(file) > MOST_BYTES:
        raise Unreadable(f"the file has {len(file)} bytes, at most {MOST_BYTES} are allowed")


def _element(node: Any, tag: str, messages: dict[str, str]) -> Element:
    definitions = [child for child in node if isinstance(child.tag, str) and _local(child).endswith("EventDefinition")]
    event = _local(definitions[0]).removesuffix("EventDefinition") if len(definitions) == 1 else None
    reference = node.get("messageRef") or (definitions[0].get("messageRef") if definitions else None)
    duration = node.find(f".//{{{BPMN}}}timeDuration")
    camunda = {etree.QName(k).localname: v for k, v in node.attrib.items() if k.startswith(f"{{{CAMUNDA}}}")}
    return Element(
        id=node.get("id"),
        tag=tag,
        name=node.get("name", ""),
        attributes={k: v for k, v in node.attrib.items() if not k.startswith("{")},
        camunda=camunda,
        properties=dict(_properties(node)),
        event="several" if len(definitions) > 1 else event,
        duration=duration.text.strip() if duration is not None and duration.text else None,
        message=messages.get(reference) if reference else None,
        parts=tuple(_local(c) for c in node if isinstance(c.tag, str) and _local(c) not in PARTS),
        extensions=tuple(_extensions(node)),
    )


def _extensions(node: Any) -> Iterator[str]:
    for each in node.iterfind(f"{{{BPMN}}}extensionElements/*"):
        if (
            isinstance(each.tag, str)
            and etree.QName(each).namespace in (CAMUNDA, ZEEBE)
            and _local(each) != "properties"
        ):
            yield _local(each)


def _properties(node: Any) -> Iterator[tuple[str, str]]:
    for each in node.iter(f"{{{CAMUNDA}}}property") if node is not None else ():
        yield each.get("name", ""), each.get("value", "")


def _flow(node: Any) -> Flow:
    condition = node.find(f"{{{BPMN}}}conditionExpression")
    text = "".join(condition.itertext()).strip() if condition is not None else None
    return Flow(node.get("id"), node.get("sourceRef"), node.get("targetRef"), text, node.get("name", ""))


def _local(node: Any) -> str:
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else ""


@cache
def _schema() -> BpmnValidator:
    return BpmnValidator()
