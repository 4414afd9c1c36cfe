"""What a BPMN file says of a step beyond BPMN's own attributes, as Camunda Modeler 5 writes it for the engine of
Camunda 7: properties, form fields, mappings, repetitions. What of it is not understood is listed by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
ZEEBE = "http://camunda.org/schema/zeebe/1.0"
LOOP = "standardLoopCharacteristics"
REPEATS = frozenset({"multiInstanceLoopCharacteristics", LOOP})
READ = frozenset({"properties", "inputOutput", "in", "out", "formData"})
REPEATED = frozenset({"collection", "elementVariable"})
REPEAT_PARTS = frozenset({"loopCardinality", "completionCondition", "loopCondition", "documentation"})
CALL_PARTS = frozenset({"source", "sourceExpression", "target", "variables"})
FIELD_PARTS = frozenset({"validation", "value", "properties"})
MARKED = re.compile(r"[$#]\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a step is done, as the file has it: for each of a collection or a number of times, one after another or
    at once (multi-instance), or as long as a condition holds (loop)."""

    tag: str
    sequential: bool = False
    cardinality: str = ""
    collection: str = ""
    element: str = ""
    completion: str = ""
    condition: str = ""
    most: str = ""
    test_before: bool = False


@dataclass(frozen=True, slots=True)
class Handed:
    """A value that is handed in or out: under which name, and the expression that gives it. All of them are `*`."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form, as the file has it."""

    id: str
    label: str
    type: str
    default: str
    values: tuple[tuple[str, str], ...]
    constraints: tuple[tuple[str, str], ...]


def local(node: Any) -> str:
    """The name of a node without its namespace; empty for what is none (comments)."""
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else ""


def text_of(node: Any) -> str:
    """The text of a node; of `${…}`, as Camunda marks an expression, what stands between the braces."""
    return bare("".join(node.itertext())) if node is not None else ""


def bare(text: str) -> str:
    """An expression without Camunda's mark for one."""
    marked = MARKED.fullmatch(text.strip())
    return marked.group(1).strip() if marked else text.strip()


def properties_of(node: Any) -> Iterator[tuple[str, str]]:
    """Names and values of the properties of a step or process, not of what lies in it."""
    for each in _extended(node, f"properties/{{{CAMUNDA}}}property"):
        yield each.get("name", ""), each.get("value", "")


def repeat_of(node: Any) -> Repeat | None:
    """How often a step is done, if that is said."""
    found = next((child for child in node if local(child) in REPEATS), None)
    if found is None:
        return None

    def told(name: str) -> str:
        return text_of(found.find(f"{{{BPMN}}}{name}"))

    return Repeat(
        tag=local(found),
        sequential=found.get("isSequential", "false") == "true",
        cardinality=told("loopCardinality"),
        collection=bare(found.get(f"{{{CAMUNDA}}}collection", "")),
        element=found.get(f"{{{CAMUNDA}}}elementVariable", ""),
        completion=told("completionCondition"),
        condition=told("loopCondition"),
        most=found.get("loopMaximum", ""),
        test_before=found.get("testBefore", "false") == "true",
    )


def handed(node: Any) -> tuple[tuple[Handed, ...], tuple[Handed, ...]]:
    """What `inputOutput`, and `in` and `out` of a call, hand in and out."""
    inputs, outputs = list[Handed](), list[Handed]()
    for each in _extended(node, "inputOutput/*"):
        into = inputs if local(each) == "inputParameter" else outputs
        into.append(Handed(each.get("name", ""), text_of(each)))
    for tag, into in (("in", inputs), ("out", outputs)):
        for each in _extended(node, tag):
            if each.get("variables") == "all":
                into.append(Handed("*", ""))
            elif "target" in each.attrib:
                into.append(Handed(each.get("target"), bare(each.get("source") or each.get("sourceExpression", ""))))
    return tuple(inputs), tuple(outputs)


def fields_of(node: Any) -> tuple[Field, ...]:
    """The form of a step."""
    return tuple(
        Field(
            id=each.get("id", ""),
            label=each.get("label", ""),
            type=each.get("type", ""),
            default=each.get("defaultValue", ""),
            values=tuple((v.get("id", ""), v.get("name", "")) for v in each.iterfind(f"{{{CAMUNDA}}}value")),
            constraints=tuple(
                (c.get("name", ""), c.get("config", ""))
                for c in each.iterfind(f"{{{CAMUNDA}}}validation/{{{CAMUNDA}}}constraint")
            ),
        )
        for each in _extended(node, f"formData/{{{CAMUNDA}}}formField")
    )


def strange_in(node: Any) -> Iterator[str]:
    """Names of what a step tells an engine and nobody here reads."""
    for each in node.iterfind(f"{{{BPMN}}}extensionElements/*"):
        if not isinstance(each.tag, str) or etree.QName(each).namespace not in (CAMUNDA, ZEEBE):
            continue
        if etree.QName(each).namespace == ZEEBE or local(each) not in READ:
            yield local(each)
            continue
        if local(each) == "inputOutput":
            yield from (local(part) for given in each for part in given if local(part))
        if local(each) in ("in", "out"):
            yield from sorted({etree.QName(name).localname for name in each.attrib} - CALL_PARTS)
        if local(each) == "formData":
            yield from (local(part) for field in each for part in field if local(part) not in FIELD_PARTS | {""})
    for repeat in (child for child in node if local(child) in REPEATS):
        told = [etree.QName(name) for name in repeat.attrib if name.startswith(f"{{{CAMUNDA}}}")]
        yield from (name.localname for name in told if name.localname not in REPEATED | SCHEDULED)
        yield from (local(part) for part in repeat if local(part) not in REPEAT_PARTS | {""})


SCHEDULED = frozenset({"asyncBefore", "asyncAfter", "exclusive"})


def _extended(node: Any, path: str) -> Any:
    return node.iterfind(f"{{{BPMN}}}extensionElements/{{{CAMUNDA}}}{path}")
