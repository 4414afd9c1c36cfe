"""The process engine: publishes definitions, starts cases, takes answers. No I/O; time is an argument."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException

from loan_servicekit.core import Conflict, FieldError, Invalid
from workflow_svc.domain.definitions.vocabulary import Vocabulary
from workflow_svc.engine.bpmn import Process, Unreadable, decoded, parse, read
from workflow_svc.engine.conditions import Fault, Scalar
from workflow_svc.engine.difference import Change, changes
from workflow_svc.engine.proof import MOST_STEPS, Proof, prove_equal
from workflow_svc.engine.publication import (
    OF_THE_DAY,
    Finding,
    check,
    compile_conditions,
    outcome_variable,
    variables_of,
)
from workflow_svc.engine.spiff import HOT_CASES, HotCases, SpiffExecutor
from workflow_svc.engine.steps import Definition, ExecutorName, human_tasks, stepped
from workflow_svc.engine.steps import read as read_variables
from workflow_svc.engine.table import Node, NodeKind, Table, compile_table
from workflow_svc.engine.tokens import TokenExecutor
from workflow_svc.engine.values import Effects, Place, Position, State, milliseconds


@dataclass(frozen=True, slots=True)
class Publication:
    """A definition that passed all checks, and what the dialogues showed."""

    definition: Definition
    proof: Proof


class ProcessEngine:
    """Knows a vocabulary and keeps hot cases; everything else is in definitions and states."""

    def __init__(self, vocabulary: Vocabulary, hot_cases: int = HOT_CASES) -> None:
        self._vocabulary = vocabulary
        self._hot = HotCases(hot_cases)

    def publish(self, bpmn: bytes, version: int, most_steps: int = MOST_STEPS) -> Publication:
        """Checks a process and proves which executor may run it. Takes seconds. A file in another encoding is kept
        as UTF-8.

        Raises Invalid `process-not-publishable`; its errors name the element, what is wrong and what is allowed.
        """
        try:
            bpmn = decoded(bpmn).encode()
        except Unreadable as error:
            raise _refusal([Finding("", "bpmn-unreadable", str(error))]) from error
        process, root, table = self._checked(bpmn)
        try:
            spiff = SpiffExecutor(table, root, HotCases(0))
        except ValidationException as error:
            raise _refusal([Finding(process.code, "process-unparsable", str(error))]) from error
        proof = prove_equal(table, spiff, TokenExecutor(table), most_steps)
        if proof.findings:
            raise _refusal(list(proof.findings))
        executor = ExecutorName.TOKEN if proof.equal else ExecutorName.SPIFF
        return Publication(self._definition(process, root, table, bpmn, version, executor), proof)

    def load(self, bpmn: bytes, version: int, executor: str) -> Definition:
        """A definition that was published before, with the executor that its publication found.

        Who may work on tasks, and whether a figure has a name of its own, is asked at publication alone: what was
        published runs on, whatever roles and variables there are by now. Its own figure stands before a variable.
        """
        process, root, table = self._checked(bpmn, forgiven=OF_THE_DAY, thorough=False)
        return self._definition(process, root, table, bpmn, version, ExecutorName(executor))

    def changes(self, before: bytes, after: bytes) -> tuple[Change, ...]:
        """What the file of a version has that the file of an earlier one has not."""
        return changes(read(parse(before)), read(parse(after)))

    def start(self, definition: Definition, data: Mapping[str, object], now: datetime) -> tuple[State, Effects]:
        """A new case. Of `data` the state keeps what conditions read. Raises Invalid `case-data-malformed`."""
        variables, faults, judged = read_variables(definition, data, {}), list[Fault](), dict[int, bool]()
        position = definition.running.start(definition.conditions.judge(variables, faults, judged))
        before = State(definition.code, definition.version, variables, (), "")
        return stepped(definition, before, position, variables, None, faults, judged, now)

    def answer(
        self, definition: Definition, state: State, to: str, data: Mapping[str, object], now: datetime
    ) -> tuple[State, Effects]:
        """Takes the answer to a wait: `to` is a wait id, or the topic of a request, or the message that was waited for.

        For a human task `data` holds its `outcome`; for a timer it is empty. Raises Conflict `not-waiting` when the
        case does not, or no longer, wait for it, and Invalid `case-data-malformed` or `outcome-unknown`.
        """
        assert (state.process, state.version) == (definition.code, definition.version), "another definition's state"
        place = self._place(definition, state, to)
        node = definition.table.nodes[place.node]
        variables = self._told(definition, state, node, data)
        faults, judged = list[Fault](), dict[int, bool]()
        judge = definition.conditions.judge(variables, faults, judged)
        position = Position(tuple(wait.place for wait in state.waits), state.body)
        position = definition.running.resume(position, place, judge)
        return stepped(definition, state, position, variables, place, faults, judged, now)

    def cancel(self, definition: Definition, state: State, result: str) -> tuple[State, Effects]:
        """Ends a case from outside (withdrawn): nothing is waited for any more. Raises Conflict `case-finished`."""
        if state.finished:
            raise Conflict("case-finished", f"the case has ended with {state.result}")
        closed = human_tasks(definition, (wait.place for wait in state.waits))
        after = State(state.process, state.version, state.variables, (), "", result)
        return after, Effects(closed_tasks=closed, result=result)

    def due(self, definition: Definition, state: State, now: datetime) -> list[str]:
        """Wait ids of the timers that should have fired by now, the earliest first."""
        at = milliseconds(now)
        timers = sorted((wait.due, wait.place) for wait in state.waits if wait.due is not None and wait.due <= at)
        return [definition.wait_id(place) for _, place in timers]

    def waiting(self, definition: Definition, state: State) -> list[str]:
        """All wait ids of a state."""
        return [definition.wait_id(wait.place) for wait in state.waits]

    def _checked(
        self, bpmn: bytes, forgiven: frozenset[str] = frozenset(), thorough: bool = True
    ) -> tuple[Process, Any, Table]:
        try:
            root = parse(bpmn)
            process = read(root)
        except Unreadable as error:
            raise _refusal([Finding("", "bpmn-unreadable", str(error))]) from error
        if findings := [f for f in check(process, self._vocabulary, thorough) if f.code not in forgiven]:
            raise _refusal(findings)
        return process, root, compile_table(process)

    def _definition(
        self, process: Process, root: Any, table: Table, bpmn: bytes, version: int, executor: ExecutorName
    ) -> Definition:
        tokens = executor is ExecutorName.TOKEN
        return Definition(
            code=process.code,
            version=version,
            name=process.name,
            bpmn=bpmn,
            sha256=hashlib.sha256(bpmn).hexdigest(),
            executor=executor,
            table=table,
            conditions=compile_conditions(process, self._vocabulary, thorough=False)[0],
            variables=variables_of(process, self._vocabulary),
            running=TokenExecutor(table) if tokens else SpiffExecutor(table, root, self._hot),
        )

    def _place(self, definition: Definition, state: State, to: str) -> Place:
        nodes, questions = definition.table.nodes, self._vocabulary.questions
        found = []
        for wait in state.waits:
            node = nodes[wait.place.node]
            question = questions.get(node.topic) if node.kind is NodeKind.REQUEST else None
            names = (node.topic, question.answered_by if question else "")
            if definition.wait_id(wait.place) == to or (to and to in names):
                found.append(wait.place)
        if len(found) != 1:
            waiting = ", ".join(self.waiting(definition, state)) or "nothing"
            raise Conflict("not-waiting", f"the case waits for {waiting}, not for {to} (or not for one alone)")
        return found[0]

    def _told(self, definition: Definition, state: State, node: Node, data: Mapping[str, object]) -> dict[str, Scalar]:
        """The variables after the answer. A request that runs out of time loses the variables of an earlier answer."""
        if node.kind is NodeKind.HUMAN:
            outcome = data.get("outcome")
            if outcome not in node.outcomes:
                allowed = ", ".join(node.outcomes)
                raise Invalid("outcome-unknown", f"{node.id} can end with {allowed}, not with {outcome}")
            data = {**data, outcome_variable(node.id): outcome}
        variables = read_variables(definition, data, state.variables)
        if node.kind is NodeKind.BOUNDARY and node.interrupting and node.host is not None:
            question = self._vocabulary.questions.get(definition.table.nodes[node.host].topic)
            for name in question.brings if question else ():
                variables.pop(name, None)
        return variables


def _refusal(findings: list[Finding]) -> Invalid:
    shown = "; ".join(f"{f.element}: {f.detail}" for f in findings[:3])
    errors = [FieldError(f"/elements/{f.element}", f.code, f.detail) for f in findings]
    return Invalid("process-not-publishable", shown, errors)
