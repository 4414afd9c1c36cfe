"""Joins of SpiffWorkflow, as BPMN 2.0 has them in every pass of a loop."""

from typing import Any

from SpiffWorkflow.bpmn.specs.defaults import InclusiveGateway, ParallelGateway
from SpiffWorkflow.util.task import TaskState


class Join(ParallelGateway):  # type: ignore[misc]
    """A parallel gateway that waits for a token on each incoming flow in every pass of a loop.

    SpiffWorkflow 3.2 counts arrivals of an earlier pass: when the branches of a second pass finish in another order
    than those of the first, its join fires at the first arrival. BPMN 2.0 (formal/2011-01-03, 13.3.1) asks for a token
    on each flow. Arrivals belong together if the same firing of this join lies behind them, or none.
    """

    def _check_threshold_unstructured(self, my_task: Any) -> bool:
        return _arrived(self, my_task).issuperset(self._inputs)


class InclusiveJoin(InclusiveGateway):  # type: ignore[misc]
    """An inclusive gateway that waits for every token that can still arrive.

    SpiffWorkflow 3.2 does not look at service tasks that were asked and have not answered, and counts arrivals of an
    earlier pass. BPMN 2.0 (formal/2011-01-03, 13.3.3) has it wait while a token elsewhere reaches an incoming flow
    without one, and none with one, on a path that does not pass the gateway itself.
    """

    def _check_threshold_unstructured(self, my_task: Any) -> bool:
        filled = _arrived(self, my_task)
        elsewhere = {
            task.task_spec.name
            for task in my_task.workflow.tasks.values()
            if task.has_state(TaskState.READY | TaskState.WAITING | TaskState.STARTED) and task.task_spec is not self
        }
        reach = {spec.name: self._before(spec) for spec in self.inputs}
        empty = [name for name in reach if name not in filled]
        return not any(
            any(name in reach[flow] for flow in empty) and not any(name in reach[flow] for flow in filled)
            for name in elsewhere
        )

    def _before(self, spec: Any) -> set[str]:
        seen, left = set[str](), [spec]
        while left:
            at = left.pop()
            if at is not self and at.name not in seen:
                seen.add(at.name)
                left += at.inputs
        return seen


def _arrived(join: Any, at: Any) -> set[str]:
    """By name the steps before a join from which a token has come in this pass."""
    behind = _firing_behind(join, at)
    return {
        task.parent.task_spec.name
        for task in at.workflow.get_tasks(spec_name=join.name)
        if task.parent._state == TaskState.COMPLETED and _firing_behind(join, task) is behind
    }


def _firing_behind(join: Any, task: Any) -> Any:
    before = task.parent
    while before is not None and before.task_spec is not join:
        before = before.parent
    return before
