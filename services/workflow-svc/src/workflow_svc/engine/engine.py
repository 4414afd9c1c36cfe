"""The process engine: publishes definitions, starts cases, takes answers. No I/O; time is an argument."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from SpiffWorkflow.bpmn.parser.ValidationException import ValidationException

from loan_servicekit.core import Conflict, Invalid
from workflow_svc.domain.definitions.vocabulary import Vocabulary
from workflow_svc.engine.bpmn import Process, Unreadable, decoded, parse, read
from workflow_svc.engine.difference import Change, changes
from workflow_svc.engine.findings import Finding, refusal
from workflow_svc.engine.inside.compiling import Compiled
from workflow_svc.engine.inside.forms import Form
from workflow_svc.engine.inside.levels import Level, level_of
from workflow_svc.engine.inside.library import EmptyLibrary, Library
from workflow_svc.engine.inside.moving import Moved, back_at, moved
from workflow_svc.engine.inside.parts import calls_of
from workflow_svc.engine.inside.plain import plain
from workflow_svc.engine.inside.running import Run
from workflow_svc.engine.inside.variables import outcome_variable
from workflow_svc.engine.inside.ways import errors_of
from workflow_svc.engine.proof import MOST_STEPS, Proof, prove_equal, together
from workflow_svc.engine.publication import OF_THE_DAY, checked
from workflow_svc.engine.spiff import HOT_CASES, HotCases, SpiffExecutor
from workflow_svc.engine.steps import Definition, ExecutorName
from workflow_svc.engine.steps import read as read_variables
from workflow_svc.engine.table import Node, NodeKind, Table, compile_table
from workflow_svc.engine.tokens import TokenExecutor
from workflow_svc.engine.values import Effects, Executor, Place, State, milliseconds


@dataclass(frozen=True, slots=True)
class Publication:
    """A definition that passed all checks, and what the dialogues showed."""

    definition: Definition
    proof: Proof


NO_FORM = Form("", ())


class Waiting(NamedTuple):
    """Something a case waits for, at whichever level: its wait id, its step, and when it happens by itself."""

    id: str
    node: Node
    due: int | None


class ProcessEngine:
    """Knows a vocabulary, what else is published, and keeps hot cases; everything else is in definitions and states."""

    def __init__(self, vocabulary: Vocabulary, hot_cases: int = HOT_CASES, library: Library | None = None) -> None:
        self._vocabulary = vocabulary
        self._hot = HotCases(hot_cases)
        self.library: Library = library or EmptyLibrary()

    def publish(self, bpmn: bytes, version: int, most_steps: int = MOST_STEPS) -> Publication:
        """Checks a process and proves which executor may run it, level by level. Takes seconds. A file in another
        encoding is kept as UTF-8.

        Raises Invalid `process-not-publishable`; its errors name the element, what is wrong and what is allowed.
        """
        try:
            bpmn = decoded(bpmn).encode()
        except Unreadable as error:
            raise refusal([Finding("", "bpmn-unreadable", str(error))]) from error
        process, whole = self._checked(bpmn)
        proofs = []
        for level in whole.top.all():
            table = compile_table(level.process)
            try:
                spiff = SpiffExecutor(table, plain(level.process), HotCases(0))
            except ValidationException as error:
                raise refusal([Finding(process.code, "process-unparsable", str(error))]) from error
            decides = level is whole.top and process.startable
            proofs.append(prove_equal(table, spiff, TokenExecutor(table), most_steps, decides))
        proof = together(proofs)
        if proof.findings:
            raise refusal(proof.findings)
        executor = ExecutorName.TOKEN if proof.equal else ExecutorName.SPIFF
        return Publication(self._definition(process, whole, bpmn, version, executor), proof)

    def load(self, bpmn: bytes, version: int, executor: str) -> Definition:
        """A definition that was published before, with the executor that its publication found.

        Who may work on tasks, and whether a figure has a name of its own, is asked at publication alone: what was
        published runs on, whatever roles and variables there are by now. Its own figure stands before a variable.
        """
        process, whole = self._checked(bpmn, forgiven=OF_THE_DAY, thorough=False)
        return self._definition(process, whole, bpmn, version, ExecutorName(executor))

    def changes(self, before: bytes, after: bytes) -> tuple[Change, ...]:
        """What the file of a version has that the file of an earlier one has not."""
        return changes(read(parse(before)), read(parse(after)))

    def start(self, definition: Definition, data: Mapping[str, object], now: datetime) -> tuple[State, Effects]:
        """A new case. Of `data` the state keeps what the process reads. Raises Invalid `case-data-malformed`, Conflict
        `process-not-startable`."""
        if not definition.startable:
            raise Conflict("process-not-startable", f"{definition.code} is called by other processes alone")
        top, run = Level(definition, definition.scope, read_variables(definition, data)), Run(self.library, now)
        run.start(top)
        return top.state(), run.effects(top)

    def answer(
        self, definition: Definition, state: State, to: str, data: Mapping[str, object], now: datetime
    ) -> tuple[State, Effects]:
        """Takes the answer to a wait: `to` is a wait id, or the topic of a request, or the message that was waited for.

        For a human task `data` holds its `outcome` and its `form`; for a timer it is empty. Raises Conflict
        `not-waiting` when the case does not, or no longer, wait for it, and Invalid `case-data-malformed`,
        `outcome-unknown` or `form-value-refused`.
        """
        top = self._top(definition, state)
        level, place = self._place(top, to)
        self._tell(level, place, data)
        run = Run(self.library, now)
        run.happened(level, place)
        return top.state(), run.effects(top)

    def cancel(self, definition: Definition, state: State, result: str) -> tuple[State, Effects]:
        """Ends a case from outside (withdrawn): nothing is waited for any more. Raises Conflict `case-finished`."""
        if state.finished:
            raise Conflict("case-finished", f"the case has ended with {state.result}")
        run = Run(self.library, datetime.fromtimestamp(0, UTC))
        run.drop(self._top(definition, state))
        after = State(state.process, state.version, state.variables, (), "", result)
        return after, Effects(closed_tasks=tuple(run.closed), result=result)

    def back(self, definition: Definition, state: State, wait_id: str, to: str, now: datetime) -> tuple[State, Effects]:
        """Sends a case back from a task to an earlier one, which is opened anew; the task is closed. Raises Conflict
        `not-waiting`, `step-back-misplaced`."""
        top = self._top(definition, state)
        level, place = self._place(top, wait_id)
        run = Run(self.library, now)
        run.back(level, back_at(level, place, to))
        return top.state(), run.effects(top)

    def move(
        self, before: Definition, state: State, after: Definition, facts: Mapping[str, object], now: datetime
    ) -> Moved:
        """What becomes of a case on another version of its process; `facts` are what else is known of it."""
        return moved(before, state, after, facts, now)

    def due(self, definition: Definition, state: State, now: datetime) -> list[str]:
        """Wait ids of the timers that should have fired by now, the earliest first."""
        at = milliseconds(now)
        waits = [wait for wait in self.waits(definition, state) if wait.due is not None and wait.due <= at]
        return [wait.id for wait in sorted(waits, key=lambda wait: wait.due or 0)]

    def waiting(self, definition: Definition, state: State) -> list[str]:
        """All wait ids of a state."""
        return [wait.id for wait in self.waits(definition, state)]

    def waits(self, definition: Definition, state: State) -> list[Waiting]:
        """All that a state waits for, at every level, without what waits for something inside: steps, and errors out of
        them."""
        return [
            Waiting(level.wait_id(place), level.node(place), due)
            for level in self._top(definition, state).all()
            for place, due in level.waits.items()
            if level.node(place).told
        ]

    def _top(self, definition: Definition, state: State) -> Level:
        assert (state.process, state.version) == (definition.code, definition.version), "another definition's state"
        return level_of(state, definition, definition.scope, self.library)

    def _checked(
        self, bpmn: bytes, forgiven: frozenset[str] = frozenset(), thorough: bool = True
    ) -> tuple[Process, Compiled]:
        try:
            process = read(parse(bpmn))
        except Unreadable as error:
            raise refusal([Finding("", "bpmn-unreadable", str(error))]) from error
        findings, whole = checked(process, self._vocabulary, self.library, thorough)
        if left := [finding for finding in findings if finding.code not in forgiven]:
            raise refusal(left)
        return process, whole

    def _definition(
        self, process: Process, whole: Compiled, bpmn: bytes, version: int, executor: ExecutorName
    ) -> Definition:
        def running(level: Process, table: Table) -> Executor:
            if executor is ExecutorName.TOKEN:
                return TokenExecutor(table)
            return SpiffExecutor(table, plain(level), self._hot)

        return Definition(
            code=process.code,
            version=version,
            name=process.name,
            bpmn=bpmn,
            sha256=hashlib.sha256(bpmn).hexdigest(),
            executor=executor,
            scope=whole.scope(running),
            variables=whole.variables,
            reads=whole.reads if process.startable else frozenset(whole.variables),
            figures=whole.figures,
            startable=process.startable,
            calls=calls_of([inner for level in whole.top.all() for inner in level.parts.inside.values()], self.library),
            errors=errors_of(process, self.library),
        )

    def _place(self, top: Level, to: str) -> tuple[Level, Place]:
        questions, found, waiting = self._vocabulary.questions, list[tuple[Level, Place]](), list[str]()
        for level in top.all():
            for place in level.waits:
                node = level.node(place)
                if not node.told:
                    continue
                question = questions.get(node.topic) if node.kind is NodeKind.REQUEST else None
                names = (node.topic, question.answered_by if question else "")
                waiting.append(level.wait_id(place))
                if waiting[-1] == to or (to and to in names):
                    found.append((level, place))
        if len(found) != 1:
            shown = ", ".join(waiting) or "nothing"
            raise Conflict("not-waiting", f"the case waits for {shown}, not for {to} (or not for one alone)")
        return found[0]

    def _tell(self, level: Level, place: Place, data: Mapping[str, Any]) -> None:
        """Keeps what the answer brings. A request that runs out of time loses the variables of an earlier answer."""
        node, answers = level.node(place), data
        if node.kind is NodeKind.HUMAN:
            outcome = data.get("outcome")
            if outcome not in node.outcomes:
                allowed = ", ".join(node.outcomes)
                raise Invalid("outcome-unknown", f"{node.id} can end with {allowed}, not with {outcome}")
            told = data.get("form") or {}
            assert isinstance(told, Mapping)
            form = level.scope.forms.get(node.index, NO_FORM)
            answers = form.checked(told)
            data = {**data, outcome_variable(node.id): outcome, **answers}
        own = {name: answers[name] for name in level.handed.get(place, {}).keys() & answers.keys()}
        for name, value in (read_variables(level.definition, data) | own).items():
            level.tell(place, name, value)
        if node.kind is NodeKind.BOUNDARY and node.interrupting and node.host is not None:
            question = self._vocabulary.questions.get(level.scope.table.nodes[node.host].topic)
            for name in question.brings if question else ():
                level.forget(name)
