"""A borrower asks about the decision of his application: a task for somebody who took no part in it."""

from datetime import datetime

from loan_contracts.access import APPROVER
from loan_contracts.applications import ReviewRequested
from loan_contracts.decisions import Outcome
from workflow_svc.domain.authority.binding import hearing_of
from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.domain.cases.told_review import tell_review
from workflow_svc.domain.tasks.review import HOURS_OF_A_DAY, STAGE, Review, choices
from workflow_svc.domain.tasks.task import Task, task_id_of
from workflow_svc.use_cases.cases.ports import UnitOfWork
from workflow_svc.use_cases.cases.processes import Processes


async def open_review(command: ReviewRequested, processes: Processes, uow: UnitOfWork, now: datetime) -> Task:
    """The task, due after the working days of the parameter. Raises NotFound `case-not-found`, Conflict
    `decision-superseded` where the case has not, or no longer, this decision."""
    case = await uow.cases.get(case_id_of(command.application_id))
    decision = case.require_decision(command.decision_id)
    requested = case.submitted.amount_minor
    hearing = hearing_of(case.submitted, processes.authority_of(case, [APPROVER]))
    makers = tuple(dict.fromkeys([*case.handlers, *decision.decided_by.split(","), command.requested_by]))
    wait_id = f"review.{command.review_id}"
    task = Task(
        id=task_id_of(case.id, wait_id),
        case_id=case.id,
        application_id=case.application_id,
        wait_id=wait_id,
        stage=STAGE,
        name="客户复核请求",
        role=hearing.role,
        branch=case.submitted.branch,
        requested_minor=requested,
        outcomes=choices(command.kind, decision.outcome is Outcome.DECLINED),
        makers=makers,
        created_at=now,
        **processes.calendar.deadlines(now, processes.review_days * HOURS_OF_A_DAY)._asdict(),
        quorum=hearing.quorum,
        sitting=processes.sitting(hearing, case.submitted.branch, makers),
        review=Review(command.review_id, command.kind, command.decision_id),
        product_code=case.submitted.product_code,
        application_no=case.submitted.application_no,
    )
    task.open((command.kind.value,))
    tell_review(case, task, now)
    uow.tasks.add(task)
    return task
