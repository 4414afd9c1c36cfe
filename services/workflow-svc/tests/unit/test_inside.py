"""What goes on inside steps does what SpiffWorkflow does by itself, with its own sub-processes, calls, errors and
repetitions: on random processes and random dialogues, on both executors."""

from collections.abc import Callable, Iterator
from itertools import count, pairwise
from typing import Any

import pytest
import zen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from SpiffWorkflow.bpmn.parser.task_parsers import ConditionalGatewayParser
from SpiffWorkflow.bpmn.specs.defaults import ServiceTask
from SpiffWorkflow.bpmn.specs.mixins.events.event_types import CatchingEvent
from SpiffWorkflow.bpmn.util.event import BpmnEvent
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from loan_servicekit.core import Conflict, Invalid, NotFound
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import Definition, ProcessEngine
from workflow_svc.engine.bpmn import parse
from workflow_svc.engine.joins import InclusiveJoin
from workflow_svc.engine.spiff import CaseEvent, _Parser

FOUND = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


class Zen:
    """The script engine of SpiffWorkflow in these tests: the same expressions, over the same variables."""

    def __init__(self) -> None:
        self.variables: dict[str, Any] = {}

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> Any:
        try:
            found = zen.evaluate_expression(expression, dict(self.variables))
        except RuntimeError:
            return False
        return int(found) if isinstance(found, float) else found


class Gateway(ConditionalGatewayParser):
    """Leaves conditions as they are written."""


class Parser(_Parser):
    """As the reference is parsed, with what SpiffWorkflow has inside steps."""

    OVERRIDE_PARSER_CLASSES = {
        **_Parser.OVERRIDE_PARSER_CLASSES,
        **{
            tag: (Gateway, spec)
            for tag, (_, spec) in _Parser.OVERRIDE_PARSER_CLASSES.items()
            if tag.endswith(("exclusiveGateway", "inclusiveGateway"))
        },
    }


class Native:
    """One case on SpiffWorkflow alone."""

    def __init__(self, code: str, *files: bytes) -> None:
        parser, self.engine = Parser(), Zen()
        for file in files:
            parser.add_bpmn_xml(parse(file))
        self.workflow = BpmnWorkflow(
            parser.get_spec(code), parser.get_subprocess_specs(code), script_engine=self.engine
        )
        self.go_on()

    def trees(self) -> list[Any]:
        return [self.workflow, *(each for each in self.workflow.subprocesses.values() if not each.completed)]

    def go_on(self) -> None:
        moved = True
        while moved:
            self.workflow.do_engine_steps()
            moved = False
            for tree in self.trees():
                for task in [t for t in tree.tasks.values() if t._state == TaskState.WAITING]:
                    if isinstance(task.task_spec, InclusiveJoin):
                        task.task_spec._update(task)
                        moved = moved or task._state == TaskState.READY

    def tasks(self) -> Iterator[Any]:
        for tree in self.trees():
            for task in tree.tasks.values():
                spec = task.task_spec
                asked = isinstance(spec, ServiceTask) and task._state == TaskState.STARTED
                person = spec.manual and task._state == TaskState.READY
                event = isinstance(spec, CatchingEvent) and task._state == TaskState.WAITING
                if asked or person or (event and isinstance(spec.event_definition, CaseEvent)):
                    yield task

    @property
    def waiting(self) -> list[str]:
        return sorted(task.task_spec.bpmn_id for task in self.tasks())

    def answer(self, id: str, place: int, **told: Any) -> None:
        """Answers the how many-th wait at a step."""
        self.engine.variables |= told
        task = [task for task in self.tasks() if task.task_spec.bpmn_id == id][place]
        if isinstance(task.task_spec, ServiceTask):
            task.complete()
        elif task.task_spec.manual:
            task.run()
        else:
            task.task_spec.catch(task, BpmnEvent(task.task_spec.event_definition, payload={}))
            task.task_spec._update(task)
        self.go_on()


class Written:
    """Blocks as BPMN: every method adds elements and flows to its level, and gives the block's first and last step."""

    def __init__(self, step: Callable[..., str], numbers: Iterator[int]) -> None:
        self.step, self.numbers = step, numbers
        self.body: list[str] = []

    def add(self, kind: str, **more: str) -> str:
        id = f"{kind}{next(self.numbers)}"
        self.body.append(self.step(kind, id, **more))
        return id

    def flow(self, source: str, target: str, condition: str = "", id: str = "") -> str:
        id = id or f"flow{next(self.numbers)}"
        inner = f'<conditionExpression xsi:type="bpmn:tFormalExpression">{condition}</conditionExpression>'
        ends = f'id="{id}" sourceRef="{source}" targetRef="{target}"'
        self.body.append(f"<sequenceFlow {ends}>{inner if condition else ''}</sequenceFlow>")
        return id

    def level(self, block: Any, tag: str = "subProcess", repeat: str = "", failing: bool = False) -> str:
        """A step with a block inside it."""
        inner, id = Written(self.step, self.numbers), f"sub{next(self.numbers)}"
        first, last = inner.block(block)
        inner.flow(inner.add("start"), first)
        if failing:
            human, choose, default = inner.add("human"), f"xor{next(self.numbers)}", f"flow{next(self.numbers)}"
            inner.body.append(self.step("xor", choose, default=default))
            inner.flow(last, human)
            inner.flow(human, choose)
            inner.flow(choose, inner.add("end"), id=default)
            broken = f"end{next(self.numbers)}"
            inner.body.append(f'<endEvent id="{broken}"><errorEventDefinition errorRef="broken"/></endEvent>')
            inner.flow(choose, broken, f'{human}_outcome == "DECLINE"')
        else:
            inner.flow(last, inner.add("end"))
        self.body.append(f'<{tag} id="{id}">{repeat}{"".join(inner.body)}</{tag}>')
        return id

    def block(self, block: Any) -> tuple[str, str]:
        kind, *parts = block
        if kind in ("human", "timer"):
            id = self.add(kind)
            return id, id
        return getattr(self, f"write_{kind}")(*parts)  # type: ignore[no-any-return]

    def write_sequence(self, blocks: list[Any]) -> tuple[str, str]:
        ends = [self.block(block) for block in blocks]
        for (_, last), (first, _) in pairwise(ends):
            self.flow(last, first)
        return ends[0][0], ends[-1][1]

    def write_parallel(self, blocks: list[Any]) -> tuple[str, str]:
        fork, join = self.add("and"), self.add("and")
        for block in blocks:
            first, last = self.block(block)
            self.flow(fork, first)
            self.flow(last, join)
        return fork, join

    def write_request(self) -> tuple[str, str]:
        request, meet = self.add("request"), self.add("xor")
        self.flow(request, meet)
        self.flow(self.add("timeout", on=request), meet)
        return request, meet

    def write_sub(self, block: Any) -> tuple[str, str]:
        id = self.level(block)
        return id, id

    def write_late(self, block: Any) -> tuple[str, str]:
        id, meet = self.level(block), self.add("xor")
        self.flow(id, meet)
        self.flow(self.add("timeout", on=id), meet)
        return id, meet

    def write_failing(self, block: Any, deeper: bool) -> tuple[str, str]:
        id, meet = "", self.add("xor")
        if deeper:
            inner, id = Written(self.step, self.numbers), f"sub{next(self.numbers)}"
            failing = inner.level(block, failing=True)
            inner.flow(inner.add("start"), failing)
            inner.flow(failing, inner.add("end"))
            self.body.append(f'<subProcess id="{id}">{"".join(inner.body)}</subProcess>')
        else:
            id = self.level(block, failing=True)
        caught = f"caught{next(self.numbers)}"
        event = '<errorEventDefinition errorRef="broken"/>'
        self.body.append(f'<boundaryEvent id="{caught}" attachedToRef="{id}">{event}</boundaryEvent>')
        self.flow(id, meet)
        self.flow(caught, meet)
        return id, meet

    def write_several(self, block: Any, sequential: bool, times: int, enough: bool) -> tuple[str, str]:
        human = f"human{next(self.numbers)}"
        condition = f'<completionCondition>{human}_outcome == "DECLINE"</completionCondition>' if enough else ""
        cardinality = f"<loopCardinality>{times}</loopCardinality>{condition}"
        told = f'isSequential="{str(sequential).lower()}"'
        repeat = f"<multiInstanceLoopCharacteristics {told}>{cardinality}</multiInstanceLoopCharacteristics>"
        return self.repeated(block, human, repeat)

    def write_looped(self, block: Any, before: bool, most: int) -> tuple[str, str]:
        human = f"human{next(self.numbers)}"
        condition = f'<loopCondition>not ({human}_outcome == "DECLINE")</loopCondition>'
        told = f'testBefore="{str(before).lower()}" loopMaximum="{most}"'
        return self.repeated(
            block, human, f"<standardLoopCharacteristics {told}>{condition}</standardLoopCharacteristics>"
        )

    def repeated(self, block: Any, human: str, repeat: str) -> tuple[str, str]:
        """A task that is repeated, or a sub-process with a task in it."""
        written = self.step("human", human)
        if block is None:
            self.body.append(written.replace("</userTask>", f"{repeat}</userTask>"))
            return human, human
        inner, id = Written(self.step, self.numbers), f"sub{next(self.numbers)}"
        first, last = inner.block(block)
        inner.body.append(written)
        inner.flow(inner.add("start"), first)
        inner.flow(last, human)
        inner.flow(human, inner.add("end"))
        self.body.append(f'<subProcess id="{id}">{repeat}{"".join(inner.body)}</subProcess>')
        return id, id


LEAVES = st.sampled_from([("human",), ("timer",), ("request",)])


def grown(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(blocks, min_size=2, max_size=2)
    maybe, flags = st.one_of(st.none(), blocks), st.booleans()
    return st.one_of(
        st.tuples(st.just("sequence"), several),
        st.tuples(st.just("parallel"), several),
        st.tuples(st.just("sub"), blocks),
        st.tuples(st.just("late"), blocks),
        st.tuples(st.just("failing"), blocks, flags),
        st.tuples(st.just("several"), maybe, flags, st.integers(0, 3), flags),
        st.tuples(st.just("looped"), maybe, flags, st.integers(1, 3)),
    )


def element(wait: str) -> str:
    return wait.rpartition("/")[2].rpartition(".")[0]


def alike(engine: ProcessEngine, definition: Definition, native: Native, data: st.DataObject, dialogue: type) -> None:
    """Plays one random dialogue on both."""
    case = dialogue(engine, definition, restart=data.draw(st.booleans()))
    case.start(amount_minor=1)
    for _ in range(25):
        waits = engine.waiting(definition, case.state)
        assert sorted(element(wait) for wait in waits) == native.waiting
        if not waits:
            assert native.workflow.completed
            return
        to = data.draw(st.sampled_from(sorted(waits)))
        beside = [wait for wait in waits if element(wait) == element(to)]
        outcome = data.draw(st.sampled_from(["APPROVE", "DECLINE"]))
        told = {f"{element(to)}_outcome": outcome} if element(to).startswith("human") else {}
        native.answer(element(to), beside.index(to), **told)
        case.answer(to, **({"outcome": outcome} if told else {}))


@settings(FOUND, max_examples=120)
@given(block=st.recursive(LEAVES, grown, max_leaves=4), data=st.data())
def test_random_processes_with_something_inside_run_as_spiffworkflow_runs_them(
    block: Any, data: st.DataObject, process: Callable[..., bytes], step: Callable[..., str], dialogue: type
) -> None:
    written = Written(step, count())
    first, last = written.block(block)
    written.flow(written.add("start"), first)
    written.flow(last, written.add("end", result="APPROVED"))
    bpmn = process("".join(written.body))
    engine = ProcessEngine(LENDING)
    published = engine.publish(bpmn, 1, most_steps=400)
    assert published.proof.difference is None
    for executor in ("token", "spiff"):
        alike(engine, engine.load(bpmn, 1, executor), Native("small", bpmn), data, dialogue)


# Each kind of inside by itself, with data.


class Shelf:
    """A library of what a test has published."""

    def __init__(self) -> None:
        self.processes: dict[tuple[str, int], Definition] = {}

    def take(self, definition: Definition) -> Definition:
        self.processes[(definition.code, definition.version)] = definition
        return definition

    def newest(self, code: str) -> Definition:
        found = [definition for (each, _), definition in self.processes.items() if each == code]
        if not found:
            raise NotFound("process-not-found", f"no process {code}")
        return max(found, key=lambda definition: definition.version)

    def version(self, code: str, version: int) -> Definition:
        if (code, version) not in self.processes:
            raise NotFound("process-not-found", f"no version {version} of {code}")
        return self.processes[(code, version)]

    def decision(self, code: str, version: int | None = None) -> Any:
        raise NotFound("decision-not-found", f"no decision {code}")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def engine_with(shelf: Shelf) -> ProcessEngine:
    return ProcessEngine(LENDING, library=shelf)


def refusals(engine: ProcessEngine, bpmn: bytes) -> dict[str, set[str]]:
    """Codes of what keeps a process from being published, by element."""
    with pytest.raises(Invalid) as refused:
        engine.publish(bpmn, 1)
    found: dict[str, set[str]] = {}
    for error in refused.value.errors:
        found.setdefault(error.pointer.removeprefix("/elements/"), set()).add(error.code)
    return found


CALLED = (
    '<startEvent id="s"/><userTask id="visit" camunda:candidateGroups="approver"><extensionElements>'
    '<camunda:properties><camunda:property name="dueWorkingHours" value="8"/>'
    '<camunda:property name="outcomes" value="APPROVE, DECLINE"/></camunda:properties></extensionElements></userTask>'
    '<exclusiveGateway id="seen" default="fine"/><endEvent id="done"/>'
    '<endEvent id="fraud"><errorEventDefinition errorRef="broken"/></endEvent>'
)
CALLED_FLOWS = [
    ("in", "s", "visit"),
    ("out", "visit", "seen"),
    ("fine", "seen", "done"),
    ("found", "seen", "fraud", 'visit_outcome == "DECLINE" and amount_minor &gt; 5'),
]


def called_alone(bpmn: bytes) -> bytes:
    return bpmn.replace(b'isExecutable="true"', b'isExecutable="true" camunda:isStartableInTasklist="false"')


CALLING = (
    '<startEvent id="start"/><callActivity id="site" calledElement="site-visit"><extensionElements>'
    '<camunda:in source="amount_minor" target="amount_minor"/><camunda:out source="visit_outcome" target="seen_as"/>'
    "</extensionElements></callActivity>"
    '<boundaryEvent id="caught" attachedToRef="site"><errorEventDefinition errorRef="broken"/></boundaryEvent>'
    '<exclusiveGateway id="judge" default="no"/>'
    '<endEvent id="yes_end"><extensionElements><camunda:properties><camunda:property name="result" value="APPROVED"/>'
    "</camunda:properties></extensionElements></endEvent>"
    '<endEvent id="no_end"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/>'
    "</camunda:properties></extensionElements></endEvent>"
)
CALLING_FLOWS = [
    ("f1", "start", "site"),
    ("f2", "site", "judge"),
    ("yes", "judge", "yes_end", 'seen_as == "APPROVE"'),
    ("no", "judge", "no_end"),
    ("f3", "caught", "no_end"),
]


@pytest.mark.parametrize(
    ("amount", "outcome", "result"),
    [(1, "APPROVE", "APPROVED"), (1, "DECLINE", "DECLINED"), (9, "DECLINE", "DECLINED")],
)
def test_a_called_process_gets_and_gives_values_and_its_error_is_caught(
    engine_with: ProcessEngine, shelf: Shelf, process: Any, dialogue: Any, amount: int, outcome: str, result: str
) -> None:
    shelf.take(engine_with.publish(called_alone(process(CALLED, *CALLED_FLOWS, code="site-visit")), 1).definition)
    calling = engine_with.publish(process(CALLING, *CALLING_FLOWS, code="caller"), 1).definition
    case = dialogue(engine_with, calling, restart=True)
    effects = case.start(amount_minor=amount)
    assert [(task.wait_id, task.node_id) for task in effects.tasks] == [("site.1[1]/visit.1", "visit")]
    effects = case.answer("site.1[1]/visit.1", outcome=outcome)
    assert effects.result == result


def test_a_call_stays_on_the_version_that_it_began_with(
    engine_with: ProcessEngine, shelf: Shelf, process: Any, dialogue: Any
) -> None:
    first = called_alone(process(CALLED, *CALLED_FLOWS, code="site-visit"))
    shelf.take(engine_with.publish(first, 1).definition)
    calling = engine_with.publish(process(CALLING, *CALLING_FLOWS, code="caller"), 1).definition
    case = dialogue(engine_with, calling, restart=True)
    case.start(amount_minor=1)
    second = first.replace(b'value="APPROVE, DECLINE"', b'value="APPROVE, DECLINE, SUPPLEMENT"')
    shelf.take(engine_with.publish(second, 2).definition)
    with pytest.raises(Invalid):
        case.answer("site.1[1]/visit.1", outcome="SUPPLEMENT")
    later = dialogue(engine_with, calling, restart=True)
    assert later.start(amount_minor=1).tasks[0].outcomes == ("APPROVE", "DECLINE", "SUPPLEMENT")


def test_who_calls_itself_or_nobody_is_refused(
    engine_with: ProcessEngine, shelf: Shelf, process: Any, dialogue: Any
) -> None:
    calling = process(CALLING, *CALLING_FLOWS, code="caller")
    assert "called-unknown" in refusals(engine_with, calling)["site"]
    shelf.take(engine_with.publish(called_alone(process(CALLED, *CALLED_FLOWS, code="site-visit")), 1).definition)
    shelf.take(engine_with.publish(calling, 1).definition)
    back = CALLED.replace(
        '<startEvent id="s"/>', '<startEvent id="s"/><callActivity id="again" calledElement="caller"/>'
    )
    flows = [("in", "s", "again"), ("on", "again", "visit"), *CALLED_FLOWS[1:]]
    assert refusals(engine_with, called_alone(process(back, *flows, code="site-visit")))["again"] == {"call-recursive"}


def test_a_process_that_is_called_alone_starts_no_case(engine_with: ProcessEngine, process: Any, now: Any) -> None:
    called = engine_with.publish(called_alone(process(CALLED, *CALLED_FLOWS, code="site-visit")), 1).definition
    with pytest.raises(Conflict, match="called by other processes alone"):
        engine_with.start(called, {}, now)


def test_an_error_that_nobody_catches_or_throws_is_refused(engine_with: ProcessEngine, process: Any) -> None:
    assert refusals(engine_with, process(CALLED, *CALLED_FLOWS, code="site-visit"))["site-visit"] == {"error-uncaught"}


HUMAN = (
    '<userTask id="vote" camunda:candidateGroups="approver"><extensionElements><camunda:properties>'
    '<camunda:property name="dueWorkingHours" value="8"/><camunda:property name="outcomes" value="APPROVE, DECLINE"/>'
    "</camunda:properties>{more}</extensionElements>{repeat}</userTask>"
)
START_END = (
    '<startEvent id="start"/><endEvent id="end"><extensionElements><camunda:properties>'
    '<camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent>'
)
THROUGH = [("f1", "start", "vote"), ("f2", "vote", "end")]
OF_LIST = (
    '<multiInstanceLoopCharacteristics isSequential="{sequential}" camunda:collection="{collection}"'
    ' camunda:elementVariable="member"><completionCondition>{enough}</completionCondition>'
    "</multiInstanceLoopCharacteristics>"
)


@pytest.mark.parametrize(("sequential", "first"), [("false", 3), ("true", 1)])
def test_a_task_for_each_of_a_collection_ends_when_enough_have_answered(
    engine: ProcessEngine, process: Any, dialogue: Any, sequential: str, first: int
) -> None:
    repeat = OF_LIST.format(
        sequential=sequential,
        collection="[&quot;a&quot;, &quot;b&quot;, &quot;c&quot;]",
        enough="nrOfCompletedInstances &gt;= 2",
    )
    bpmn = process(START_END + HUMAN.format(more="", repeat=repeat), *THROUGH)
    case = dialogue(engine, engine.publish(bpmn, 1).definition, restart=True)
    assert len(case.start().tasks) == first
    case.answer("vote.1[1]/vote.1", outcome="APPROVE")
    last = case.answer("vote.1[2]/vote.1", outcome="APPROVE")
    assert last.result == "APPROVED"
    assert last.closed_tasks == (() if sequential == "true" else ("vote.1[3]/vote.1",))


def test_what_is_repeated_counts_in_a_variable_of_the_case(engine: ProcessEngine, process: Any, dialogue: Any) -> None:
    count_up = (
        '<camunda:inputOutput><camunda:outputParameter name="in_favour">${in_favour + 1}</camunda:outputParameter>'
        "</camunda:inputOutput>"
    )
    zero = '<scriptTask id="zero" scriptFormat="zen" camunda:resultVariable="in_favour"><script>0</script></scriptTask>'
    repeat = (
        "<multiInstanceLoopCharacteristics><loopCardinality>5</loopCardinality><completionCondition>"
        "in_favour &gt;= 2</completionCondition></multiInstanceLoopCharacteristics>"
    )
    flows = [("f0", "start", "zero"), ("f1", "zero", "vote"), ("f2", "vote", "end")]
    bpmn = process(START_END + zero + HUMAN.format(more=count_up, repeat=repeat), *flows)
    case = dialogue(engine, engine.publish(bpmn, 1).definition, restart=True)
    assert len(case.start().tasks) == 5
    assert case.answer("vote.1[4]/vote.1", outcome="APPROVE").result is None
    assert case.answer("vote.1[2]/vote.1", outcome="APPROVE").result == "APPROVED"


def test_a_collection_that_cannot_be_computed_is_nobody_and_told(
    engine: ProcessEngine, process: Any, dialogue: Any
) -> None:
    half = (
        '<scriptTask id="half" scriptFormat="zen" camunda:resultVariable="half"><script>score / 2</script></scriptTask>'
    )
    ask = (
        '<serviceTask id="ask" camunda:topic="risk-assessment.requested"/><boundaryEvent id="late" attachedToRef="ask">'
        "<timerEventDefinition><timeDuration>PT5M</timeDuration></timerEventDefinition></boundaryEvent>"
    )
    flows = [("a", "start", "ask"), ("b", "ask", "half"), ("l", "late", "end"), ("c", "half", "big")]
    gate = '<exclusiveGateway id="big" default="small_one"/>'
    flows += [("small_one", "big", "end"), ("e", "big", "vote", "half &gt; 300"), ("f2", "vote", "end")]
    bpmn = process(START_END + ask + half + gate + HUMAN.format(more="", repeat=""), *flows)
    definition = engine.publish(bpmn, 1).definition
    case = dialogue(engine, definition, restart=True)
    case.start()
    effects = case.answer("ask.1", score=601, risk_outcome="APPROVE")
    assert [fault.flow for fault in effects.faults] == ["half", "e"]  # 300.5 is no whole number, and null is not > 300
    case = dialogue(engine, definition, restart=True)
    case.start()
    assert [task.node_id for task in case.answer("ask.1", score=602).tasks] == ["vote"]


def test_a_lane_says_whose_task_it_is(engine: ProcessEngine, process: Any, dialogue: Any) -> None:
    lanes = '<laneSet id="l"><lane id="one" name="approver"><flowNodeRef>vote</flowNodeRef></lane></laneSet>'
    human = HUMAN.format(more="", repeat="").replace(' camunda:candidateGroups="approver"', "")
    bpmn = process(lanes + START_END + human, *THROUGH)
    case = dialogue(engine, engine.publish(bpmn, 1).definition, restart=False)
    assert [task.role for task in case.start().tasks] == ["approver"]
    assert refusals(engine, bpmn.replace(b'name="approver"', b'name="nobody"'))["vote"] == {"role-unknown"}
    other = process(lanes + START_END + HUMAN.format(more="", repeat=""), *THROUGH)
    other = other.replace(b'camunda:candidateGroups="approver"', b'camunda:candidateGroups="committee-member"')
    assert refusals(engine, other)["vote"] == {"role-ambiguous"}


SCRIPT = '<scriptTask id="vote" {more}><script>{text}</script></scriptTask>'


@pytest.mark.parametrize(
    ("element", "code"),
    [
        (SCRIPT.format(more='scriptFormat="groovy" camunda:resultVariable="x"', text="1"), "script-unsupported"),
        (SCRIPT.format(more='scriptFormat="zen"', text="1"), "script-unsupported"),
        (SCRIPT.format(more='scriptFormat="zen" camunda:resultVariable="x"', text="nobody + 1"), "variable-unknown"),
        (SCRIPT.format(more='scriptFormat="zen" camunda:resultVariable="x"', text="now()"), "function-unknown"),
        (SCRIPT.format(more='scriptFormat="zen" camunda:resultVariable="x"', text="1 +"), "expression-malformed"),
        (
            '<scriptTask id="vote" scriptFormat="zen" camunda:resultVariable="x"><extensionElements><camunda:inputOutput>'
            '<camunda:outputParameter name="y">1</camunda:outputParameter></camunda:inputOutput></extensionElements>'
            "<script>1</script></scriptTask>",
            "mapping-misplaced",
        ),
        (HUMAN.format(more="", repeat="<standardLoopCharacteristics/>"), "loop-unbounded"),
        (HUMAN.format(more="", repeat="<multiInstanceLoopCharacteristics/>"), "repetition-malformed"),
        (
            HUMAN.format(more="", repeat=OF_LIST.format(sequential="true", collection="amount_minor", enough="true")),
            "expression-malformed",
        ),
        (
            HUMAN.format(
                more='<camunda:inputOutput><camunda:outputParameter name="x"><camunda:script scriptFormat="js">1'
                "</camunda:script></camunda:outputParameter></camunda:inputOutput>",
                repeat="",
            ),
            "extension-unsupported",
        ),
        ('<subProcess id="vote" triggeredByEvent="true"><startEvent id="i"/><endEvent id="o"/></subProcess>', None),
        ('<transaction id="vote"><startEvent id="i"/><endEvent id="o"/></transaction>', "element-unsupported"),
        ('<adHocSubProcess id="vote"><startEvent id="i"/><endEvent id="o"/></adHocSubProcess>', "element-unsupported"),
    ],
)
def test_what_is_not_understood_inside_is_refused_by_name(
    engine: ProcessEngine, process: Any, element: str, code: str | None
) -> None:
    found = refusals(engine, process(START_END + element, *THROUGH))["vote"]
    assert (code or "element-unsupported") in found
