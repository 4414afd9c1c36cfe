"""Lets a case go on, and carries out what the process engine asks for then:
requests, tasks, the decision at the end."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from loan_contracts.values import FlowTaken, SourceStatus
from loan_servicekit.core import new_id
from workflow_svc.domain.authority.binding import Hearing
from workflow_svc.domain.cases.approval import answer
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.cases.course import Course
from workflow_svc.domain.cases.requests import emit_request
from workflow_svc.domain.people.person import person_id_of
from workflow_svc.domain.tasks.plan import Plan
from workflow_svc.domain.tasks.spans import take
from workflow_svc.domain.tasks.task import Task, task_id_of
from workflow_svc.engine import Effects, Evaluation, HumanTask, State, Turn
from workflow_svc.use_cases.cases.hear import open_hearing
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.checkpoints.keep import end_checkpoints, open_checkpoints
from workflow_svc.use_cases.definitions.change_ports import Evaluated

LONG_NUMBER = re.compile(r"[0-9]{16,}")
LONGEST_WORDING, LONGEST_FIGURE = 300, 64


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a case: `action` names it, `decided` is the task whose completion it is, `again` the one
    that is done anew by it: by who has done it before, if he may."""

    case: Case
    processes: Processes
    uow: UnitOfWork
    now: datetime
    action: str
    decided: Task | None = None
    again: Task | None = None

    async def answer(self, to: str, data: Mapping[str, object]) -> None:
        """Takes an answer to a wait of the case, and everything that follows."""
        await self.carry_out(*self.processes.answer(self.case, to, data, self.now))

    async def carry_out(self, state: State, effects: Effects) -> None:
        """Everything that the process asks for, in one go."""
        case = self.case
        await close_tasks(case, effects.closed_tasks, self.uow, self.now)
        for request in effects.requests:
            emit_request(case, request.topic, request.wait_id, request.answer_by, self.now)
        for human in effects.tasks:
            await self._open_task(human, effects.turns)
        for evaluation in effects.evaluations:
            self._keep(evaluation)
        if effects.result:
            await self.end(effects.result)
        case.course = (case.course or Course()).gone_on(effects.taken, effects.at)
        case.moved(state.stored(), self.action, {fault.flow: fault.problem for fault in effects.faults})

    async def end(self, result: str) -> None:
        """The decision; an approval that may not stand is heard by those who may decide it."""
        if bars := self.case.bars(result, self.decided):
            open_hearing(self.case, bars, self.processes, self.uow, self.now)
        else:
            if self.case.asked is not None:
                answer(self.case, self.case.asked, result, self.decided, self.now)
            else:
                self.case.decide(new_id(), result, self.decided, self.now)
            await end_checkpoints(self.case, self.uow, self.now)

    async def _open_task(self, human: HumanTask, turns: tuple[Turn, ...]) -> None:
        case = self.case
        task = Task(
            id=task_id_of(case.id, human.wait_id),
            case_id=case.id,
            application_id=case.application_id,
            wait_id=human.wait_id,
            stage=human.node_id,
            name=human.name,
            role=human.role,
            branch=case.submitted.branch,
            requested_minor=case.submitted.amount_minor,
            outcomes=human.outcomes,
            makers=self._makers(),
            created_at=self.now,
            **self.processes.calendar.deadlines(self.now, human.due_hours)._asdict(),
            quorum=human.quorum,
            flows=tuple(_flow(turn) for turn in turns),
            product_code=case.submitted.product_code,
            application_no=case.submitted.application_no,
            sitting=self.processes.sitting(Hearing(human.role, human.quorum), case.submitted.branch, case.handlers),
            plan=self._plan(human),
        )
        task.open(_hints(case))
        self.uow.tasks.add(task)
        await open_checkpoints(task, case, self.uow, self.now)
        first = self.again.heard[-1] if self.again is not None and self.again.heard else human.assignee
        if first is not None and human.quorum == 1:
            await self._hand_to(first, task)

    def _makers(self) -> tuple[str, ...]:
        """Who acted on the application before; a step that is done anew is open to who has done it, if that was all."""
        again, handlers = self.again, self.case.handlers
        if again is None:
            return tuple(handlers)
        return tuple(each for each in handlers if each not in again.heard or each in again.makers)

    def _keep(self, evaluation: Evaluation) -> None:
        told = {"decision": f"{evaluation.decision}:{evaluation.version}", "element": evaluation.element}
        self.case.audit("evaluate_decision", told | ({"fallback": "yes"} if evaluation.fallback else {}))
        self.uow.decision_evaluations.append(
            Evaluated(
                id=new_id(),
                case_id=self.case.id,
                application_id=self.case.application_id,
                element=evaluation.element,
                decision=evaluation.decision,
                version=evaluation.version,
                given=dict(evaluation.given),
                result=dict(evaluation.result),
                fallback=evaluation.fallback,
                trace=dict(evaluation.trace),
                evaluated_at=self.now,
            )
        )

    def _plan(self, human: HumanTask) -> Plan | None:
        plan = Plan(
            form_key=human.form.key if human.form else "",
            form=human.form.schema() if human.form and human.form.fields else {},
            priority=human.priority,
            follow_up_at=self.processes.calendar.after(self.now, human.follow_up_hours)
            if human.follow_up_hours
            else None,
            evidence=human.evidence,
            given=dict(human.given),
        )
        return plan if plan != Plan() else None

    async def _hand_to(self, subject: str, task: Task) -> None:
        """Into the hands of who is named, if he is known and may work on it; else it waits in the inbox of its role."""
        person = await self.uow.people.find(person_id_of(subject))
        if person is not None and person.may_take(task.role, task.branch) and subject not in task.makers:
            task.hand_to(subject)
            take(task, self.now)


async def close_tasks(case: Case, wait_ids: Iterable[str], uow: UnitOfWork, now: datetime) -> None:
    """Cancels the tasks of waits that the case waits at no more."""
    for wait_id in wait_ids:
        task = await uow.tasks.get(task_id_of(case.id, wait_id))
        if task.unfinished:  # else somebody has completed it since the case was read; saving the case will tell
            task.cancel(now)
            await end_checkpoints(case, uow, now, task)


def _flow(turn: Turn) -> FlowTaken:
    values = {name: "" if value is None else _figure(value) for name, value in turn.values.items()}
    return FlowTaken(
        at=_wording(turn.at),
        flow=_wording(turn.flow),
        label=_wording(turn.label),
        condition=_wording(turn.condition),
        values=values,
    )


def _wording(text: str) -> str:
    """What a designer wrote, as far as a message has room for it (loan_contracts.texts)."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return LONG_NUMBER.sub("…", printable)[:LONGEST_WORDING]


def _figure(value: object) -> str:
    return str(value).encode("ascii", "replace").decode()[:LONGEST_FIGURE]


def _hints(case: Case) -> tuple[str, ...]:
    """Codes of what sent the case to a person: rules that were hit, sources that stayed silent."""
    hints = [reason.code for reason in case.fraud.reasons] if case.fraud else []
    hints += case.risk.triggers if case.risk else []
    if case.collected:
        hints += [f"{s}:{status}" for s, status in case.collected.statuses.items() if status is not SourceStatus.HIT]
    return tuple(dict.fromkeys(hints))
