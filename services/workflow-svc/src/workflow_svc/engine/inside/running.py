"""Lets a case go on: which effects its new position asks for, and what goes on inside its steps.

Every level of a process is moved by its own executor, which knows nothing of the others. A step with something
inside is a wait of its level; when all that is inside has ended, the level goes on behind it, and where an error
came out of it, behind the event on its edge that catches the error. What is computed (scripts, decisions) is over at
once."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice

from loan_servicekit.core import Conflict
from workflow_svc.engine.conditions import Fault, Scalar
from workflow_svc.engine.inside.expressions import Assigned, Expression, Uncomputable
from workflow_svc.engine.inside.levels import Group, Level
from workflow_svc.engine.inside.library import Evaluation, Library, called
from workflow_svc.engine.inside.offers import MOST_URGENT, Offer
from workflow_svc.engine.inside.parts import COUNTER, MOST_TIMES
from workflow_svc.engine.inside.scopes import Asked, Inner, Repetition
from workflow_svc.engine.inside.turns import TIMERS, course_of, turns_of
from workflow_svc.engine.table import AT_ONCE, SUBJECT, Node, NodeKind
from workflow_svc.engine.values import Effects, HumanTask, Place, Position, Request, Turn, milliseconds, moment

AUTOMATIC = AT_ONCE | {NodeKind.INSIDE}
NO_OFFER = Offer()
MOST_MOVES = 10_000  # of one step: what a process does without waiting has an end


class Run:
    """One step of one case, through all its levels. `library` is where called processes and decisions are found."""

    def __init__(self, library: Library, now: datetime) -> None:
        self._library, self._at, self._moves = library, milliseconds(now), 0
        self.requests: dict[str, Request] = {}
        self.tasks: dict[str, HumanTask] = {}
        self.closed: list[str] = []
        self.faults: list[Fault] = []
        self.moved: list[tuple[Level, tuple[int, ...]]] = []
        self.turned: list[tuple[Level, Place | None, Mapping[int, bool]]] = []
        self.evaluations: list[Evaluation] = []

    def effects(self, top: Level) -> Effects:
        """What has to be done. Raises Conflict `error-uncaught`, `process-without-result`: only a process too large
        to be played through at its publication, or one that is called alone, can come there."""
        shown = f"{top.definition.code} {top.definition.version}"
        if top.error is not None:
            raise Conflict("error-uncaught", f"{shown} ends with the error {top.error}, which nothing catches")
        if not top.waits and top.result is None:
            raise Conflict("process-without-result", f"{shown} ends without a result")
        turns = tuple(turn for told in self.turned for turn in _turns(*told)) if self.tasks else ()
        result = None if top.waits else top.result
        made = tuple(self.requests.values()), tuple(self.tasks.values()), tuple(self.closed)
        course = course_of(top.all(), self.moved)
        return Effects(*made, result, tuple(self.faults), turns, tuple(self.evaluations), *course)

    def start(self, level: Level) -> None:
        """The first steps of a level."""
        judged: dict[int, bool] = {}
        judge = level.scope.conditions.judge(level.known(), self.faults, judged)
        self._arrive(level, level.scope.running.start(judge), None, judged)
        self._settle(level)

    def happened(self, level: Level, place: Place) -> None:
        """What was waited for at a place has happened; the level goes on, and so do those above it."""
        self._answered(level, place)
        self._resume(level, place)
        self._settle(level)
        while level.above is not None and not level.waits:
            above, at = level.above, level.at
            del above.groups[at].running[level.number]
            self._ended(level, above, at)
            self._settle(above)
            level = above

    def back(self, level: Level, position: Position) -> None:
        """To an earlier position, from all that is waited for."""
        self._arrive(level, position, None, {})

    def drop(self, level: Level) -> None:
        """Nothing is waited for any more at a level and inside it."""
        for place in level.waits:
            if level.scope.table.nodes[place.node].kind is NodeKind.HUMAN:
                self._close(level.wait_id(place))
            elif level.scope.table.nodes[place.node].kind is NodeKind.REQUEST:
                self.requests.pop(level.wait_id(place), None)
        for group in level.groups.values():
            for inner in group.running.values():
                self.drop(inner)
        level.waits, level.groups, level.handed, level.pending = {}, {}, {}, set()

    def _resume(self, level: Level, place: Place) -> None:
        judged: dict[int, bool] = {}
        judge = level.scope.conditions.judge(level.known(), self.faults, judged)
        position = level.scope.running.resume(Position(tuple(level.waits), level.body), place, judge)
        self._arrive(level, position, place, judged)

    def _arrive(self, level: Level, position: Position, came_from: Place | None, judged: Mapping[int, bool]) -> None:
        """What waits newly at a position, and what is waited for no more. Raises Conflict `process-stuck`."""
        if position.stuck:
            shown = f"{level.definition.code} {level.definition.version}"
            raise Conflict("process-stuck", f"{shown} has tokens left that wait for nothing")
        nodes, had, new = level.scope.table.nodes, level.waits, list[Place]()
        self.moved.append((level, position.taken))
        level.waits, level.body = {}, position.body
        for place in position.waits:
            if place not in had:
                new.append(place)
            level.waits[place] = had.pop(place) if place in had else self._due(nodes[place.node])
        for end in position.ended:
            level.result = nodes[end].result or level.result
            level.error = nodes[end].error if nodes[end].error is not None else level.error
        for place in had:
            if place != came_from:
                self._left(level, place, nodes[place.node])
        level.handed = {place: told for place, told in level.handed.items() if place in level.waits}
        for place in new:
            self._begin(level, place, nodes[place.node])
        if judged or (came_from is not None and nodes[came_from.node].kind in TIMERS):
            self.turned.append((level, came_from, judged))

    def _due(self, node: Node) -> int | None:
        return self._at + 1000 * node.seconds if node.kind in TIMERS and node.seconds else None

    def _begin(self, level: Level, place: Place, node: Node) -> None:
        id = level.wait_id(place)
        if inputs := level.scope.inputs.get(node.index):
            known = level.known()
            level.handed[place] = {each.name: self._value(level, each.value, known, node.id) for each in inputs}
        if node.kind in AUTOMATIC:
            level.pending.add(place)
        elif node.kind is NodeKind.REQUEST:
            self.requests[id] = Request(id, node.topic, self._answer_by(level, place, node))
        elif node.kind is NodeKind.HUMAN:
            self.tasks[id] = self._offered(level, place, id, node)

    def _offered(self, level: Level, place: Place, id: str, node: Node) -> HumanTask:
        offer, form = level.scope.offers.get(node.index, NO_OFFER), level.scope.forms.get(node.index)
        known = level.known(place) if offer is not NO_OFFER else {}
        assignee, priority = (
            self._value(level, each, known, node.id) if isinstance(each, Expression) else each
            for each in (offer.assignee, offer.priority)
        )
        return HumanTask(
            wait_id=id,
            node_id=node.id,
            name=node.name,
            role=node.role,
            due_hours=node.due_hours,
            outcomes=node.outcomes,
            quorum=node.quorum,
            form=form,
            assignee=assignee if isinstance(assignee, str) and SUBJECT.fullmatch(assignee) else None,
            priority=min(max(priority, 0), MOST_URGENT) if isinstance(priority, int) else None,
            follow_up_hours=offer.follow_up_hours,
            evidence=offer.evidence,
            given=level.handed.get(place, {}),
        )

    def _left(self, level: Level, place: Place, node: Node) -> None:
        """Something else has happened first: the place is waited at no more."""
        level.pending.discard(place)
        if node.kind is NodeKind.HUMAN:
            self._close(level.wait_id(place))
        elif node.kind is NodeKind.REQUEST:
            self.requests.pop(level.wait_id(place), None)
        elif (group := level.groups.pop(place, None)) is not None:
            for inner in group.running.values():
                self.drop(inner)

    def _close(self, wait_id: str) -> None:
        if self.tasks.pop(wait_id, None) is None:
            self.closed.append(wait_id)

    def _answer_by(self, level: Level, place: Place, node: Node) -> datetime | None:
        """When the first interrupting timer on the edge of a step, or of one around it, runs out."""
        nodes, seconds = level.scope.table.nodes, list[int]()
        seconds += [nodes[on].seconds for on in node.timers if nodes[on].interrupting and nodes[on].seconds]
        due = [self._at + 1000 * each for each in seconds]
        while level.above is not None:
            above = level.above
            around = above.scope.table.nodes
            due += [
                at
                for on in around[level.at.node].timers
                if around[on].interrupting and (at := above.waits.get(Place(on, level.at.visit))) is not None
            ]
            level = above
        return moment(min(due)) if due else None

    def _settle(self, level: Level) -> None:
        """Does what needs nobody: scripts, decisions, and the beginning of what is inside a step."""
        while level.pending:
            self._moves += 1
            if self._moves > MOST_MOVES:
                raise Conflict("process-runs-on", f"{level.definition.code} does more than {MOST_MOVES} steps at once")
            place = min(level.pending)
            level.pending.discard(place)
            node = level.scope.table.nodes[place.node]
            if node.kind is NodeKind.INSIDE:
                level.groups[place] = self._opened(level, level.scope.inside[node.index])
                self._go_on(level, place)
                continue
            if node.kind is NodeKind.SCRIPT:
                self._assign(level, node, level.scope.scripts[node.index], level.known())
            else:
                self._ask(level, node, level.scope.decisions[node.index])
            self._resume(level, place)

    # What goes on inside a step.

    def _opened(self, level: Level, inner: Inner) -> Group:
        repeat = inner.repeat
        if repeat is None:
            return Group(1, [])
        if repeat.loop:
            return Group(repeat.most, [], enough=repeat.test_before and not self._goes_on(level, repeat))
        if repeat.collection is not None:
            found = self._value(level, repeat.collection, level.known(), "collection")
            items = found[:MOST_TIMES] if isinstance(found, list) else []
            return Group(len(items), items)
        assert repeat.number is not None
        number = self._value(level, repeat.number, level.known(), "loopCardinality")
        return Group(max(0, min(number, MOST_TIMES)) if isinstance(number, int) else 0, [])

    def _go_on(self, level: Level, place: Place) -> None:
        """Begins what can be begun inside a step; if nothing is left, its level goes on behind it."""
        inner, group = level.scope.inside[place.node], level.groups[place]
        while group.done < group.total and not group.enough:
            parallel = inner.repeat is not None and inner.repeat.parallel
            if group.started >= group.total or (group.running and not parallel):
                return
            self._begin_inside(level, place, inner, group)
            if level.groups.get(place) is not group:  # an error came out of it at once
                return
        del level.groups[place]
        for left in group.running.values():
            self.drop(left)
        self._resume(level, place)

    def _begin_inside(self, level: Level, place: Place, inner: Inner, group: Group) -> None:
        group.started += 1
        own = self._handed_in(level, inner, group)
        if inner.calls:
            definition = called(self._library, inner.calls, inner.version)
            given = {name: value for name, value in own.items() if name in definition.reads}
            begun = Level(definition, definition.scope, given, level, place, group.started)
        else:
            assert inner.scope is not None
            begun = Level(level.definition, inner.scope, own, level, place, group.started)
        group.running[begun.number] = begun
        self.start(begun)
        if not begun.waits and level.groups.get(place) is group:
            del group.running[begun.number]
            self._close_inside(begun, level, place)

    def _handed_in(self, level: Level, inner: Inner, group: Group) -> dict[str, Scalar]:
        known = dict(level.known())
        if inner.repeat is not None and not inner.repeat.loop:
            known[COUNTER] = group.started - 1
            if inner.repeat.element:
                known[inner.repeat.element] = group.items[group.started - 1]
        own: dict[str, Scalar] = dict(known) if inner.all_in else {}
        if not inner.calls:
            names = (COUNTER, inner.repeat.element) if inner.repeat is not None and not inner.repeat.loop else ()
            own = {name: known[name] for name in names if name in known}
        for each in inner.inputs:
            own[each.name] = self._value(level, each.value, known, each.name)
        return own

    def _ended(self, ended: Level, above: Level, at: Place) -> None:
        """A level inside a step has ended after a wait: the next begins, or the step is over."""
        group = above.groups[at]
        self._close_inside(ended, above, at)
        if above.groups.get(at) is group:
            self._go_on(above, at)

    def _close_inside(self, ended: Level, above: Level, at: Place) -> None:
        if ended.error is not None:
            self._throw(above, at, ended.error)
            return
        inner = above.scope.inside[at.node]
        above.groups[at].done += 1
        known = ended.known()
        if inner.all_out:
            for name in ended.definition.reads & ended.own.keys():
                above.keep(name, ended.own[name])
        for each in inner.outputs:
            above.keep(each.name, self._value(above, each.value, known, each.name))
        above.groups[at].enough = self._is_enough(above, inner, above.groups[at])

    def _is_enough(self, level: Level, inner: Inner, group: Group) -> bool:
        """Asked whenever a time has ended: whether the condition of a loop holds no more, or that of a completion
        does."""
        repeat = inner.repeat
        if repeat is None or group.done >= group.total:
            return True
        if repeat.loop:
            return not self._goes_on(level, repeat)
        counted: dict[str, Scalar] = {"nrOfInstances": group.total, "nrOfCompletedInstances": group.done}
        counted["nrOfActiveInstances"] = group.total - group.done if repeat.parallel else 1
        return repeat.until is not None and self._holds(level, repeat.until, counted)

    def _goes_on(self, level: Level, loop: Repetition) -> bool:
        return loop.condition is None or self._holds(level, loop.condition, {})

    def _holds(self, level: Level, condition: Expression, counted: Mapping[str, Scalar]) -> bool:
        return self._value(level, condition, level.known() | dict(counted), "completionCondition") is True

    def _throw(self, level: Level, at: Place, error: str) -> None:
        """An error comes out of a step: the event on its edge that catches it goes on, else it comes out of its
        level."""
        nodes = level.scope.table.nodes
        on_edge = [nodes[on] for on in nodes[at.node].timers if nodes[on].error is not None]
        catching = sorted((node for node in on_edge if node.error in (error, "")), key=lambda node: node.error == "")
        for node in islice(catching, 1):
            self._resume(level, Place(node.index, at.visit))
            return
        self.drop(level)
        level.error = error

    # What is computed.

    def _answered(self, level: Level, place: Place) -> None:
        for each in level.scope.outputs.get(place.node, ()):
            self._assign(level, level.node(place), each, level.known(place))

    def _assign(self, level: Level, node: Node, assigned: Assigned, known: Mapping[str, Scalar]) -> None:
        level.keep(assigned.name, self._value(level, assigned.value, known, node.id))

    def _ask(self, level: Level, node: Node, asked: Asked) -> None:
        known = dict(level.known())
        for each in asked.inputs:
            known[each.name] = self._value(level, each.value, known, node.id)
        evaluation = self._library.decision(asked.code, asked.version).evaluate(node.id, known)
        self.evaluations.append(evaluation)
        for name, value in evaluation.result.items():
            level.keep(asked.result or name, value)
        for each in asked.outputs:
            self._assign(level, node, each, known | dict(evaluation.result))

    def _value(self, level: Level, value: Expression, known: Mapping[str, Scalar], named: str) -> Scalar:
        try:
            return value.value(known)
        except Uncomputable as why:
            self.faults.append(Fault(named, str(why)[:200]))
            return None


def _turns(level: Level, came_from: Place | None, judged: Mapping[int, bool]) -> tuple[Turn, ...]:
    return turns_of(level.scope, came_from, judged, level.known())
