"""SpiffWorkflow as executor: the reference for what BPMN means here, kept fast by three things.

- **A flat scan.** `CaseWorkflow` looks for tasks to run or refresh in the dictionary of tasks, it walks no tree.
- **No data in the tree.** Variables belong to the case (steps.py); conditions are judged by number. A task tree is
  thus nothing but a shape, and its stored form a few numbers a task: parent, specification, state.
- **Hot cases.** A live tree is kept under the very text of its stored form. A step that is asked for by that text takes
  the tree and moves it; the text it had before restores the same tree anew. So a rolled back or foreign state is never
  wrong, and since trees hold no data, any case of the same shape may use any tree.
"""

from collections import OrderedDict
from typing import Any
from uuid import UUID

import orjson
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser, full_tag
from SpiffWorkflow.bpmn.parser.event_parsers import (
    BoundaryEventParser,
    IntermediateCatchEventParser,
    ReceiveTaskParser,
)
from SpiffWorkflow.bpmn.parser.ProcessParser import ProcessParser
from SpiffWorkflow.bpmn.parser.task_parsers import ConditionalGatewayParser, GatewayParser
from SpiffWorkflow.bpmn.parser.TaskParser import TaskParser
from SpiffWorkflow.bpmn.specs.defaults import (
    BoundaryEvent,
    EndEvent,
    ExclusiveGateway,
    IntermediateCatchEvent,
    ReceiveTask,
    ServiceTask,
)
from SpiffWorkflow.bpmn.specs.event_definitions.base import EventDefinition
from SpiffWorkflow.bpmn.specs.mixins.events.event_types import CatchingEvent
from SpiffWorkflow.bpmn.util.event import BpmnEvent
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

from workflow_svc.engine.conditions import Judge
from workflow_svc.engine.joins import InclusiveJoin, Join
from workflow_svc.engine.table import NodeKind, Table
from workflow_svc.engine.values import Place, Position

HOT_CASES = 3_000
WAITING_STATE = {
    NodeKind.REQUEST: TaskState.STARTED,  # a service task whose `_execute` returns None has been asked and not answered
    NodeKind.HUMAN: TaskState.READY,  # a manual task that nobody has run
    NodeKind.MESSAGE: TaskState.WAITING,
    NodeKind.TIMER: TaskState.WAITING,
    NodeKind.BOUNDARY: TaskState.WAITING,
    NodeKind.CHOICE: TaskState.WAITING,
    NodeKind.INSIDE: TaskState.STARTED,  # all that is inside a step is a case of its own (inside/running.py)
    NodeKind.SCRIPT: TaskState.STARTED,
    NodeKind.DECISION: TaskState.STARTED,
}


class CaseEvent(EventDefinition):  # type: ignore[misc]
    """A timer or message that happens when the engine says so: SpiffWorkflow asks no clock and correlates nothing."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CaseEvent) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


class _Events:
    """Makes every timer and message a CaseEvent named by its element."""

    bpmn_id: str

    def parse_timer_event(self, event: Any) -> CaseEvent:
        return CaseEvent(self.bpmn_id)

    def parse_message_event(self, event: Any) -> CaseEvent:
        return CaseEvent(self.bpmn_id)


class _Boundary(_Events, BoundaryEventParser):  # type: ignore[misc]
    pass


class _Intermediate(_Events, IntermediateCatchEventParser):  # type: ignore[misc]
    pass


class _Receive(_Events, ReceiveTaskParser):  # type: ignore[misc]
    pass


class _Gateway(ConditionalGatewayParser):  # type: ignore[misc]
    """Leaves the text of conditions alone: a condition is known by its flow's id."""

    def parse_condition(self, sequence_flow: Any) -> str | None:
        return sequence_flow.get("id") if super().parse_condition(sequence_flow) is not None else None


class _Process(ProcessParser):  # type: ignore[misc]
    """SpiffWorkflow orders a gateway's flows by the height of their targets in the drawing; here the file decides."""

    def get_position(self, node_id: str) -> dict[str, int]:
        return {"x": 1, "y": 1}


class _Parser(BpmnParser):  # type: ignore[misc]
    PROCESS_PARSER_CLASS = _Process
    OVERRIDE_PARSER_CLASSES = {
        full_tag("boundaryEvent"): (_Boundary, BoundaryEvent),
        full_tag("intermediateCatchEvent"): (_Intermediate, IntermediateCatchEvent),
        full_tag("receiveTask"): (_Receive, ReceiveTask),
        full_tag("exclusiveGateway"): (_Gateway, ExclusiveGateway),
        full_tag("parallelGateway"): (GatewayParser, Join),
        full_tag("inclusiveGateway"): (_Gateway, InclusiveJoin),
        full_tag("sendTask"): (TaskParser, ServiceTask),
        full_tag("businessRuleTask"): (TaskParser, ServiceTask),
    }


class _Judging:
    """The script engine: it knows the judge and no language. Nothing in a process file is ever run as Python."""

    def __init__(self, flows: dict[str, int]) -> None:
        self._flows = flows

    def evaluate(self, task: Any, expression: str, external_context: Any = None) -> bool:
        return bool(task.workflow.judge(self._flows[expression]))

    def execute(self, task: Any, script: str, external_context: Any = None) -> None:
        raise AssertionError("script tasks are refused at publication")


class CaseWorkflow(BpmnWorkflow):  # type: ignore[misc]
    """A BpmnWorkflow that scans its tasks flatly. Overridden: update_waiting_tasks, do_engine_steps, get_tasks."""

    def __init__(self, spec: Any, engine: _Judging, judge: Judge, deserializing: bool = False) -> None:
        self.judge = judge
        self.ended: list[str] = []
        super().__init__(spec, script_engine=engine, deserializing=deserializing)

    def update_waiting_tasks(self) -> None:
        for task in [t for t in self.tasks.values() if t._state == TaskState.WAITING]:
            if task._state == TaskState.WAITING:  # refreshing one may have cancelled another
                task.task_spec._update(task)

    def do_engine_steps(self, will_complete_task: Any = None, did_complete_task: Any = None) -> None:
        while ready := self._ready() or self._joined():
            for task in ready:
                if task._state == TaskState.READY:  # an end event that terminates cancels its neighbours
                    task.run()
                    if isinstance(task.task_spec, EndEvent):
                        self.ended.append(task.task_spec.name)

    def _ready(self) -> list[Any]:
        return [t for t in self.tasks.values() if t._state == TaskState.READY and not t.task_spec.manual]

    def _joined(self) -> list[Any]:
        """Inclusive joins that waited for tokens which have gone elsewhere."""
        for task in [t for t in self.tasks.values() if t._state == TaskState.WAITING]:
            if isinstance(task.task_spec, InclusiveJoin) and task._state == TaskState.WAITING:
                task.task_spec._update(task)
        return self._ready()

    def get_tasks(self, first_task: Any = None, **wanted: Any) -> list[Any]:
        if first_task is None and wanted.keys() == {"spec_name"}:
            return [task for task in self.tasks.values() if task.task_spec.name == wanted["spec_name"]]
        return super().get_tasks(first_task, **wanted)  # type: ignore[no-any-return]


class HotCases:
    """Live trees by executor and stored text, bounded; the shape unused for longest loses first."""

    def __init__(self, capacity: int = HOT_CASES) -> None:
        self._capacity, self._count = capacity, 0
        self._by_shape: OrderedDict[tuple[object, str], list[_Live]] = OrderedDict()

    def take(self, owner: object, body: str) -> "_Live | None":
        """A live tree of this shape, which now belongs to the taker."""
        shape = (owner, body)
        trees = self._by_shape.get(shape)
        if not trees:
            return None
        self._count -= 1
        tree = trees.pop()
        if not trees:
            del self._by_shape[shape]
        return tree

    def put(self, owner: object, body: str, live: "_Live") -> None:
        """Keeps a tree for the next step."""
        shape = (owner, body)
        if self._capacity <= 0:
            return
        self._by_shape.setdefault(shape, []).append(live)
        self._by_shape.move_to_end(shape)
        self._count += 1
        while self._count > self._capacity:
            oldest, trees = next(iter(self._by_shape.items()))
            trees.pop()
            self._count -= 1
            if not trees:
                del self._by_shape[oldest]


class _Live:
    """A tree and where it waits: place to task, and for an event-based gateway also which of its events."""

    __slots__ = ("places", "tree", "visits")

    def __init__(self, tree: CaseWorkflow, visits: list[int], places: dict[Place, tuple[Any, int]]) -> None:
        self.tree, self.visits, self.places = tree, visits, places


class SpiffExecutor:
    """Runs one process on SpiffWorkflow. `root` is the parsed document; raises SpiffWorkflow's ValidationException."""

    def __init__(self, table: Table, root: Any, hot: HotCases) -> None:
        parser = _Parser()
        parser.add_bpmn_xml(root)
        self._spec = parser.get_spec(table.code)
        self._table, self._hot = table, hot
        self._judging = _Judging({flow: number for number, flow in enumerate(table.flow_ids)})
        self._numbers = {node.id: node.index for node in table.nodes}
        self._kinds = {node.id: node.kind for node in table.nodes}
        self._spec_names = sorted(self._spec.task_specs)
        self._spec_numbers = {name: number for number, name in enumerate(self._spec_names)}

    def start(self, judge: Judge) -> Position:
        """A new case."""
        live = _Live(CaseWorkflow(self._spec, self._judging, judge), [0] * len(self._table.nodes), {})
        return self._moved(live)

    def resume(self, position: Position, place: Place, judge: Judge) -> Position:
        """Goes on after what was waited for at `place`."""
        live = self._hot.take(self, position.body) or self._restored(position.body)
        live.tree.judge = judge
        task, option = live.places.pop(place)
        kind = self._kinds[task.task_spec.name]
        if WAITING_STATE[kind] is TaskState.STARTED:
            task.complete()
        elif kind is NodeKind.HUMAN:
            task.run()
        else:
            definition = task.task_spec.event_definition
            happened = definition.event_definitions[option] if kind is NodeKind.CHOICE else definition
            task.task_spec.catch(task, BpmnEvent(happened, payload={}))
            task.task_spec._update(task)
        return self._moved(live)

    def _moved(self, live: _Live) -> Position:
        tree = live.tree
        tree.do_engine_steps()
        self._find_places(live)
        waits = tuple(sorted(live.places))
        ended, tree.ended = tuple(self._numbers[name] for name in tree.ended), []
        if not waits:
            return Position((), "", ended, stuck=not tree.completed)
        body = self._stored(live)
        self._hot.put(self, body, live)
        return Position(waits, body, ended)

    def _find_places(self, live: _Live) -> None:
        """Gives every task that waits its place: kept if it had one, the node's next visit otherwise."""
        had = {(task.id, option): place for place, (task, option) in live.places.items()}
        live.places, visit_of, timers = {}, {}, []
        for task in live.tree.tasks.values():
            name = task.task_spec.name
            kind = self._kinds.get(name)
            if kind is None or task._state != WAITING_STATE.get(kind):
                continue
            if kind is NodeKind.BOUNDARY:
                timers.append(task)
                continue
            number = self._numbers[name]
            options = [self._numbers[n] for n in task.task_spec._outputs] if kind is NodeKind.CHOICE else [number]
            known = had.get((task.id, 0))
            if known is None:
                live.visits[number] += 1
            visit = live.visits[number] if known is None else known.visit
            visit_of[task.id] = visit
            for option, node in enumerate(options):
                live.places[Place(node, visit)] = (task, option)
        for timer in timers:
            host = self._table.nodes[self._numbers[timer.task_spec.name]].host
            assert host is not None
            beside = next(t for t in timer.parent.children if t.task_spec.name == self._table.nodes[host].id)
            live.places[Place(self._numbers[timer.task_spec.name], visit_of[beside.id])] = (timer, 0)

    def _stored(self, live: _Live) -> str:
        tasks = live.tree.tasks
        order = {id: number for number, id in enumerate(tasks)}
        numbers = self._spec_numbers
        rows: list[int] = []
        for task in tasks.values():
            rows += (order.get(task._parent, -1), numbers[task.task_spec.name], task._state)
        places = [(*place, order[task.id], option) for place, (task, option) in live.places.items()]
        last = live.tree.last_task
        return orjson.dumps((rows, places, live.visits, order.get(last.id) if last else None)).decode()

    def _restored(self, body: str) -> _Live:
        rows, places, visits, last = orjson.loads(body)
        tree = CaseWorkflow(self._spec, self._judging, _nothing_holds, deserializing=True)
        tasks: list[Any] = []
        for number in range(0, len(rows), 3):
            parent, spec, state = rows[number : number + 3]
            task = Task(
                tree,
                self._spec.task_specs[self._spec_names[spec]],
                parent=tasks[parent] if parent >= 0 else None,
                state=state,
                id=UUID(int=len(tasks)),
            )
            tasks.append(task)
            if state == TaskState.WAITING and isinstance(task.task_spec, CatchingEvent):
                tree.event_manager.add_task(task)
        tree.task_tree = tasks[0]
        tree.last_task = tasks[last] if last is not None else None
        return _Live(tree, visits, {Place(n, v): (tasks[t], option) for n, v, t, option in places})


def _nothing_holds(flow: int) -> bool:
    raise AssertionError("a restored tree is judged only by the step that took it")
