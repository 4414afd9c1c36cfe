"""Compiles what the steps of a level hold, and says what is wrong with it: both in one pass, so that they never
differ."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import zen

from loan_servicekit.core import NotFound
from workflow_svc.domain.definitions.vocabulary import INTEGER, Variable, VariableKind
from workflow_svc.engine.bpmn import Element, Process
from workflow_svc.engine.camunda import LOOP, Handed, Repeat, bare
from workflow_svc.engine.conditions import ConditionRefused
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.expressions import Assigned, Expression, compile_value, kinds_of
from workflow_svc.engine.inside.forms import NAME, Form, check_form, form_of
from workflow_svc.engine.inside.library import Decision, Library, called
from workflow_svc.engine.inside.offers import Offer, evidence_of, is_expression
from workflow_svc.engine.inside.scopes import Asked, Inner, Repetition
from workflow_svc.engine.steps import Definition
from workflow_svc.engine.table import NodeKind, kind_of, working_hours_of

MOST_TIMES = 1_000
COUNTED = {"nrOfInstances": INTEGER, "nrOfCompletedInstances": INTEGER, "nrOfActiveInstances": INTEGER}
COUNTER = "loopCounter"
LATEST = ("", "latest", "deployment")
TASKS = frozenset({NodeKind.HUMAN, NodeKind.REQUEST, NodeKind.MESSAGE})
MAPPED = TASKS | {NodeKind.INSIDE, NodeKind.DECISION}
Variables = Mapping[str, Variable]


@dataclass(slots=True)
class Parts:
    """What the steps of a level hold, by the id of the step."""

    inside: dict[str, Inner] = field(default_factory=dict)
    scripts: dict[str, Assigned] = field(default_factory=dict)
    decisions: dict[str, Asked] = field(default_factory=dict)
    inputs: dict[str, tuple[Assigned, ...]] = field(default_factory=dict)  # known at the step alone
    outputs: dict[str, tuple[Assigned, ...]] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)  # what decisions read

    def reads(self) -> Iterator[str]:
        """What is read of the case; what a step was handed in is its own."""
        for each in self._expressions():
            yield from each.reads
        for id, outputs in self.outputs.items():
            for assigned in outputs:
                yield from assigned.value.reads - self._own(id)
        for id, offer in self.offers.items():
            for told in (offer.assignee, offer.priority):
                yield from told.reads - self._own(id) if isinstance(told, Expression) else ()
        yield from self.asked

    def _own(self, id: str) -> frozenset[str]:
        return frozenset(each.name for each in self.inputs.get(id, ()))

    def _expressions(self) -> Iterator[Expression]:
        for inner in self.inside.values():
            yield from (each.value for each in (*inner.inputs, *(() if inner.calls else inner.outputs)))
            if (repeat := inner.repeat) is not None:
                told = (repeat.number, repeat.collection, repeat.until, repeat.condition)
                yield from (each for each in told if each is not None)
        yield from (each.value for each in self.scripts.values())
        for asked in self.decisions.values():
            yield from (each.value for each in (*asked.inputs, *asked.outputs))
        for assigned in self.inputs.values():
            yield from (each.value for each in assigned)


class Compiler:
    """Of one process: `variables` is what its cases may know, `findings` is what was wrong."""

    def __init__(self, process: Process, library: Library, variables: Variables) -> None:
        self._process, self._library, self.variables = process, library, variables
        self.findings = list[Finding]()

    def parts(self, level: Process) -> Parts:
        """What the steps of a level hold; the levels below are left to who asks."""
        parts = Parts()
        for element in level.elements:
            kind = kind_of(element)
            if kind is NodeKind.INSIDE:
                parts.inside[element.id] = self._inner(element)
            elif kind is NodeKind.SCRIPT:
                parts.scripts[element.id] = self._script(element)
            elif kind is NodeKind.DECISION:
                parts.decisions[element.id] = self._asked(element, parts)
            elif kind in TASKS:
                self._mapped(element, kind, parts)
            if kind not in MAPPED and (element.inputs or element.outputs):
                self._find(element, "mapping-misplaced", f"a {element.tag} maps no values")
            if kind is NodeKind.HUMAN and (offer := self._offer(element, self._known_at(element))) != Offer():
                parts.offers[element.id] = offer
            if kind is NodeKind.HUMAN and (form := form_of(element)):
                parts.forms[element.id] = form
            elif element.fields and element.repeat is None:
                self._find(element, "form-malformed", f"a {element.tag} has no form here, a user task has")
            if element.repeat is None:
                self.findings += check_form(element)
        return parts

    def _inner(self, element: Element) -> Inner:
        repeat = self._repetition(element, element.repeat) if element.repeat is not None else None
        if element.tag == "callActivity":
            return self._call(element, repeat)
        if element.tag != "subProcess":
            return Inner(None, repeat)  # its mappings belong to the step that is repeated
        inputs = self._assigned(element, element.inputs, self.variables)
        return Inner(None, repeat, inputs=inputs, outputs=self._assigned(element, element.outputs, self.variables))

    def _call(self, element: Element, repeat: Repetition | None) -> Inner:
        code, version = element.attributes.get("calledElement", ""), self._version(element, "calledElement")
        try:
            definition = called(self._library, code, version)
        except NotFound as missing:
            self._find(element, "called-unknown", f"calledElement is {code}: {missing}")
            return Inner(None, repeat, code, version)
        if self._process.code in {code, *definition.calls}:
            self._find(element, "call-recursive", f"{code} is, or calls, {self._process.code}, which calls it")
        for handed in element.inputs:
            if handed.name != "*" and handed.name not in definition.variables:
                shown = ", ".join(sorted(definition.reads))
                self._find(element, "mapping-malformed", f"{code} knows no {handed.name}; it reads {shown}")
        return Inner(
            None,
            repeat,
            code,
            version,
            inputs=self._assigned(element, element.inputs, self.variables),
            outputs=self._assigned(element, element.outputs, definition.kept),
            all_in=any(handed.name == "*" for handed in element.inputs),
            all_out=any(handed.name == "*" for handed in element.outputs),
        )

    def _repetition(self, element: Element, repeat: Repeat) -> Repetition:
        if repeat.tag == LOOP:
            if not repeat.most.isdigit() or not 1 <= int(repeat.most) <= MOST_TIMES:
                self._find(element, "loop-unbounded", f"loopMaximum says how often at most, up to {MOST_TIMES}")
            most = int(repeat.most) if repeat.most.isdigit() else 1
            condition = self._flag(element, repeat.condition, self.variables) if repeat.condition else None
            return Repetition(True, False, condition=condition, most=most, test_before=repeat.test_before)
        if bool(repeat.cardinality) == bool(repeat.collection):
            detail = "multi-instance needs either loopCardinality or camunda:collection"
            self._find(element, "repetition-malformed", detail)
        if repeat.element and (not NAME.fullmatch(repeat.element) or not repeat.collection):
            self._find(
                element, "repetition-malformed", "camunda:elementVariable is a name in lower case, of a collection"
            )
        number = self._value(element, repeat.cardinality, self.variables, VariableKind.INTEGER)
        collection = self._value(element, repeat.collection, self.variables, VariableKind.LIST)
        counted = dict(self.variables) | COUNTED
        until = self._flag(element, repeat.completion, counted) if repeat.completion else None
        return Repetition(False, not repeat.sequential, number, collection, repeat.element, until)

    def _offer(self, element: Element, known: Variables) -> Offer:
        """Who is asked first, and how urgent it is; what is told and not computed is checked in offers.py."""
        assignee, priority = element.camunda.get("assignee", ""), element.camunda.get("priority", "")
        return Offer(
            assignee=self._value(element, bare(assignee), known, VariableKind.TEXT)
            if is_expression(assignee)
            else assignee or None,
            priority=self._value(element, bare(priority), known, VariableKind.INTEGER)
            if is_expression(priority)
            else int(priority)
            if priority.isdigit()
            else None,
            follow_up_hours=working_hours_of(element.camunda.get("followUpDate", "")),
            evidence=evidence_of(element),
        )

    def _script(self, element: Element) -> Assigned:
        name, told = element.camunda.get("resultVariable", ""), element.attributes.get("scriptFormat", "")
        if told.lower() != "zen":
            self._find(element, "script-unsupported", f"scriptFormat is {told!r}; allowed are zen expressions (zen)")
        if not NAME.fullmatch(name):
            self._find(
                element, "script-unsupported", "camunda:resultVariable names, in lower case, what the script gives"
            )
        value = self._value(element, element.script, self.variables) if told.lower() == "zen" else None
        return Assigned(name, value or NOTHING)

    def _asked(self, element: Element, parts: Parts) -> Asked:
        code, version = element.camunda["decisionRef"], self._version(element, "decisionRef")
        result, mapped = element.camunda.get("resultVariable", ""), element.camunda.get("mapDecisionResult", "")
        inputs = self._assigned(element, element.inputs, self.variables)
        try:
            decision = self._library.decision(code, version)
        except NotFound as missing:
            self._find(element, "decision-unknown", f"camunda:decisionRef is {code}: {missing}")
            return Asked(code, version, result, inputs)
        parts.asked |= decision.inputs.keys()
        self._check_asked(element, decision, result, mapped)
        known = dict(self.variables) | dict(decision.outputs)
        return Asked(code, version, result, inputs, self._assigned(element, element.outputs, known))

    def _check_asked(self, element: Element, decision: Decision, result: str, mapped: str) -> None:
        if mapped not in ("", "singleEntry", "singleResult"):
            self._find(element, "decision-mapping", f"camunda:mapDecisionResult is {mapped}; known is singleEntry")
        if result and (mapped == "singleResult" or len(decision.outputs) != 1 or not NAME.fullmatch(result)):
            detail = (
                "camunda:resultVariable takes the only output of a decision (singleEntry); without it each output is"
            )
            self._find(element, "decision-mapping", f"{detail} a variable of its own name")
        handed = {given.name for given in element.inputs}
        for name, variable in decision.inputs.items():
            found = self.variables.get(name)
            if name not in handed and (found is None or found.kind is not variable.kind):
                detail = f"the decision reads {name} ({variable.kind}), which no step sets so; hand it in"
                self._find(element, "variable-unknown", detail)

    def _version(self, element: Element, name: str) -> int | None:
        told = element.camunda.get(f"{name}Version", "")
        binding = element.camunda.get(f"{name}Binding", "")
        if binding in LATEST and not told:
            return None
        if binding == "version" and told.isdigit() and 1 <= int(told) <= 10**6:
            return int(told)
        detail = (
            f"camunda:{name}Binding is {binding!r} with version {told!r}; known are latest, and version with a number"
        )
        self._find(element, "version-malformed", detail)
        return None

    def _assigned(self, element: Element, handed: tuple[Handed, ...], variables: Variables) -> tuple[Assigned, ...]:
        return tuple(self._each_assigned(element, handed, variables))

    def _each_assigned(self, element: Element, handed: tuple[Handed, ...], variables: Variables) -> Iterator[Assigned]:
        for each in handed:
            if each.name == "*":
                continue
            if not NAME.fullmatch(each.name):
                self._find(element, "mapping-malformed", f"{each.name!r} is no name in lower case, joined by _")
            value = self._value(element, each.text, variables)
            if value is not None:
                yield Assigned(each.name, value)
            elif not each.text:
                self._find(element, "mapping-malformed", f"nothing is said to go into {each.name}")

    def _mapped(self, element: Element, kind: NodeKind, parts: Parts) -> None:
        """What a step is handed in is shown to who works on it, and known to what it hands out; a request says itself
        what it needs."""
        parts.inputs[element.id] = self._assigned(element, element.inputs, self.variables)
        outputs = self._assigned(element, element.outputs, self._known_at(element))
        parts.outputs[element.id] = outputs
        unread = {each.name for each in element.inputs} - {name for each in outputs for name in each.value.reads}
        if unread and kind is not NodeKind.HUMAN:
            detail = f"nothing reads {', '.join(sorted(unread))}: a {element.tag} hands it to nobody"
            self._find(element, "mapping-misplaced", detail)

    def _known_at(self, element: Element) -> Variables:
        return dict(self.variables) | kinds_of(element.inputs, self.variables)

    def _flag(self, element: Element, text: str, variables: Variables) -> Expression | None:
        return self._value(element, text, variables, VariableKind.FLAG)

    def _value(
        self, element: Element, text: str, variables: Variables, wanted: VariableKind | None = None
    ) -> Expression | None:
        if not text:
            return None
        try:
            value, kind = compile_value(text, variables)
        except ConditionRefused as refused:
            self._find(element, refused.code, str(refused))
            return None
        if wanted is not None and kind is not wanted:
            self._find(element, "expression-malformed", f"'{text}' gives {kind}, it must give {wanted}")
        return value

    def _find(self, element: Element, code: str, detail: str) -> None:
        self.findings.append(Finding(element.id, code, detail))


NOTHING = Expression("null", frozenset(), zen.compile_expression("null"))


def calls_of(inside: Iterable[Inner], library: Library) -> frozenset[str]:
    """The processes that are called, and those that they call."""
    found = set[str]()
    for inner in inside:
        if inner.calls:
            found |= {inner.calls, *_deeper(library, inner)}
    return frozenset(found)


def _deeper(library: Library, inner: Inner) -> frozenset[str]:
    try:
        definition: Definition = called(library, inner.calls, inner.version)
    except NotFound:
        return frozenset()
    return definition.calls
