"""From a checked process to its levels, each with its table and its executor."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from workflow_svc.domain.definitions.vocabulary import INTEGER, Variable, Vocabulary
from workflow_svc.engine.bpmn import Element, Flow, Process
from workflow_svc.engine.conditions import Condition, ConditionRefused, Conditions, compile_condition
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.library import Library
from workflow_svc.engine.inside.parts import Compiler, Parts
from workflow_svc.engine.inside.scopes import Scope
from workflow_svc.engine.inside.variables import variables_of
from workflow_svc.engine.table import Table, compile_table
from workflow_svc.engine.values import Executor

Part = TypeVar("Part")
ExecutorOf = Callable[[Process, Table], Executor]


@dataclass(frozen=True, slots=True)
class Level:
    """A level with what its steps and flows compute, and the levels inside its steps, by step."""

    process: Process
    parts: Parts
    conditions: Mapping[int, Condition]
    inner: Mapping[str, "Level"]

    def all(self) -> Iterator["Level"]:
        """This level and those inside it, the outer ones first."""
        yield self
        for level in self.inner.values():
            yield from level.all()

    def reads(self) -> frozenset[str]:
        """The variables that a case has to keep for it."""
        found = {name for condition in self.conditions.values() for name in condition.reads}
        return frozenset(found.union(self.parts.reads()))


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a process may know, its levels, and what is wrong with what they hold."""

    variables: Mapping[str, Variable]
    figures: Mapping[str, int]
    top: Level
    findings: tuple[Finding, ...]

    @property
    def reads(self) -> frozenset[str]:
        """The variables that a case has to keep."""
        return frozenset(name for level in self.top.all() for name in level.reads()) - self.figures.keys()

    def scope(self, executor: ExecutorOf) -> Scope:
        """All levels with their tables; `executor` gives each its executor."""
        return _scope(self.top, self.figures, executor)


def once(element: Element) -> Process:
    """What is done each time of a step that is repeated: a level with the step alone."""
    start, end = (
        Element(f"{element.id}.{tag}", f"{tag}Event", "", attributes={}, camunda={}, properties={})
        for tag in ("start", "end")
    )
    flows = Flow(f"{element.id}.in", start.id, element.id, None), Flow(f"{element.id}.out", element.id, end.id, None)
    return Process(element.id, element.name or element.id, (start, replace(element, repeat=None), end), flows)


def inner_level(element: Element) -> Process | None:
    """The level inside a step; None for a step without one, or that calls another process."""
    if element.inner is not None:
        return element.inner
    if element.repeat is not None and element.tag != "callActivity":
        return once(element)
    return None


def compiled(
    process: Process, figures: Mapping[str, int], vocabulary: Vocabulary, library: Library, thorough: bool
) -> Compiled:
    """Compiles whatever can be computed in a process. `thorough` as in `compile_condition`."""
    variables = variables_of(process, vocabulary, library)
    compiler = Compiler(process, library, variables | dict.fromkeys(figures, INTEGER))
    top = _level(process, compiler, thorough)
    return Compiled(variables, figures, top, tuple(compiler.findings))


def _level(process: Process, compiler: Compiler, thorough: bool) -> Level:
    conditions = dict[int, Condition]()
    for number, flow in enumerate(process.flows):
        if flow.condition is not None:
            try:
                conditions[number] = compile_condition(flow.id, flow.condition, compiler.variables, thorough)
            except ConditionRefused as refused:
                compiler.findings.append(Finding(flow.id, refused.code, str(refused)))
    inner = {each.id: level for each in process.elements if (level := inner_level(each)) is not None}
    parts = compiler.parts(process)
    return Level(process, parts, conditions, {id: _level(level, compiler, thorough) for id, level in inner.items()})


def _scope(level: Level, figures: Mapping[str, int], executor: ExecutorOf) -> Scope:
    table, parts = compile_table(level.process), level.parts
    numbers = {node.id: node.index for node in table.nodes}

    def numbered(found: Mapping[str, Part]) -> dict[int, Part]:
        return {numbers[id]: part for id, part in found.items()}

    inside = {
        id: replace(inner, scope=_scope(level.inner[id], figures, executor) if id in level.inner else None)
        for id, inner in parts.inside.items()
    }
    return Scope(
        table=table,
        conditions=Conditions(level.conditions, figures),
        running=executor(level.process, table),
        inside=numbered(inside),
        scripts=numbered(parts.scripts),
        decisions=numbered(parts.decisions),
        inputs=numbered({id: found for id, found in parts.inputs.items() if found}),
        outputs=numbered({id: found for id, found in parts.outputs.items() if found}),
        forms=numbered(parts.forms),
        offers=numbered(parts.offers),
    )
