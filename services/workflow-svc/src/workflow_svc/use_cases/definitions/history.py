"""What decided cases were answered, as facts to play another process over."""

from collections.abc import Mapping, Sequence

from loan_contracts.assessment import ExternalDataRequested, FraudScreeningRequested, RiskAssessmentRequested
from workflow_svc.domain.authority.terms import is_offerable
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.engine import Facts


def facts_of(case: Case, tasks: Sequence[Task]) -> Facts:
    """The case's beginning, what came for it, and how people decided its tasks, by the step that each was of."""
    answers: dict[str, list[Mapping[str, object]]] = {}
    if case.collected is not None:
        answers[ExternalDataRequested.TYPE] = [{"missing_required": case.findings.missing_required}]
    if case.fraud is not None:
        answers[FraudScreeningRequested.TYPE] = [{"fraud_outcome": case.fraud.outcome.value}]
    if (risk := case.risk) is not None:
        told: dict[str, object] = {"risk_outcome": risk.outcome.value, "limit_minor": risk.limit_minor}
        told |= {"score": risk.score, "grade": risk.grade, "offerable": is_offerable(case.submitted, risk)}
        answers[RiskAssessmentRequested.TYPE] = [told]
    for task in tasks:
        if task.status is TaskStatus.COMPLETED and task.verdict is not None and task.review is None:
            answers.setdefault(task.stage, []).append({"outcome": task.verdict.choice.value})
    return Facts(str(case.application_id), case.given(), answers)
