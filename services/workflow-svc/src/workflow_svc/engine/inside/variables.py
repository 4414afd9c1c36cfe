"""What the cases of a process may know: what they start with, and all that a step of any of its levels brings."""

from collections.abc import Iterator, Mapping

from loan_servicekit.core import NotFound
from workflow_svc.domain.definitions.vocabulary import INTEGER, Variable, VariableKind, Vocabulary
from workflow_svc.engine.bpmn import Element, Process, within
from workflow_svc.engine.camunda import LOOP, Handed
from workflow_svc.engine.conditions import ConditionRefused
from workflow_svc.engine.inside.expressions import compile_value, kinds_of
from workflow_svc.engine.inside.forms import form_of
from workflow_svc.engine.inside.library import Library, called
from workflow_svc.engine.inside.parts import COUNTER
from workflow_svc.engine.table import NodeKind, kind_once

Variables = Mapping[str, Variable]


def outcome_variable(element_id: str) -> str:
    """The variable that the completion of a human task sets: `<task id>_outcome`."""
    return f"{element_id}_outcome"


def outcomes_of(element: Element) -> tuple[str, ...]:
    """What the completion of a human task can be."""
    return tuple(word.strip() for word in element.properties.get("outcomes", "").split(",") if word.strip())


def variables_of(process: Process, vocabulary: Vocabulary, library: Library) -> dict[str, Variable]:
    """Given variables, those that answers, people, scripts and decisions bring, and those of repetitions. What a script
    gives follows from what it reads, so they are gone through until nothing is added."""
    elements = [element for level in within(process) for element in level.elements]
    variables = dict(vocabulary.given)
    for element in elements:
        variables |= dict(_brought(element, vocabulary, library))
    for _ in elements:
        added = {name: found for element in elements for name, found in _computed(element, variables, library)}
        if added.keys() <= variables.keys():
            break
        variables = added | variables
    return variables


def _brought(element: Element, vocabulary: Vocabulary, library: Library) -> Iterator[tuple[str, Variable]]:
    kind = kind_once(element)
    if kind is NodeKind.REQUEST and (question := vocabulary.questions.get(element.camunda.get("topic", ""))):
        yield from question.brings.items()
    elif kind is NodeKind.HUMAN:
        yield outcome_variable(element.id), Variable(VariableKind.TEXT, outcomes_of(element))
        form = form_of(element)
        yield from ((field.name, field.variable) for field in (form.fields if form else ()))
    elif kind is NodeKind.DECISION and not element.camunda.get("resultVariable"):
        yield from _outputs(element, library).items()
    if element.repeat is not None and element.repeat.tag != LOOP:
        yield COUNTER, INTEGER


def _computed(element: Element, known: Variables, library: Library) -> Iterator[tuple[str, Variable]]:
    kind, named = kind_once(element), element.camunda.get("resultVariable", "")
    if kind is NodeKind.SCRIPT and named:
        yield from kinds_of((Handed(named, element.script),), known).items()
    if kind is NodeKind.DECISION and named:
        yield from ((named, variable) for variable in _outputs(element, library).values())
    if element.repeat is not None and element.repeat.element:
        yield from _item(element.repeat.element, element.repeat.collection, known)
    if element.tag == "callActivity":
        yield from _called(element, library)
        return
    inputs = kinds_of(element.inputs, known)
    if element.tag == "subProcess":
        yield from inputs.items()
    yield from kinds_of(element.outputs, dict(known) | inputs | _outputs(element, library)).items()


def _outputs(element: Element, library: Library) -> dict[str, Variable]:
    if "decisionRef" not in element.camunda:
        return {}
    version = element.camunda.get("decisionRefVersion", "")
    try:
        found = library.decision(element.camunda["decisionRef"], int(version) if version.isdigit() else None)
    except NotFound:
        return {}
    return dict(found.outputs)


def _called(element: Element, library: Library) -> Iterator[tuple[str, Variable]]:
    version = element.camunda.get("calledElementVersion", "")
    code = element.attributes.get("calledElement", "")
    try:
        definition = called(library, code, int(version) if version.isdigit() else None)
    except NotFound:
        return
    for handed in element.outputs:
        if handed.name == "*":
            yield from definition.kept.items()
        else:
            yield from kinds_of((handed,), definition.kept).items()


def _item(name: str, collection: str, known: Variables) -> Iterator[tuple[str, Variable]]:
    try:
        found, _ = compile_value(collection, known)
        items = found.compiled.evaluate({each: known[each].sample() for each in found.reads})
    except (ConditionRefused, RuntimeError):
        return
    first = items[0] if isinstance(items, list) and items else ""
    kind = VariableKind.FLAG if isinstance(first, bool) else VariableKind.INTEGER
    yield name, Variable(VariableKind.TEXT if isinstance(first, str) else kind)
