"""What decided cases were answered, as facts to play another process over."""

from collections.abc import Mapping, Sequence
from typing import TypeGuard

from loan_contracts.assessment import ExternalDataRequested, FraudScreeningRequested, RiskAssessmentRequested
from workflow_svc.domain.authority.terms import is_offerable
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.engine import Facts, Scalar
from workflow_svc.engine.inside.variables import outcome_variable
from workflow_svc.use_cases.definitions.ports import Given


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
            answers.setdefault(task.stage, []).append({"outcome": task.verdict.choice.value} | _form(task))
    return Facts(str(case.application_id), case.given(), answers)


def _form(task: Task) -> dict[str, object]:
    return {"form": task.plan.told} if task.plan is not None and task.plan.told else {}


def known_of(facts: Facts) -> Given:
    """All that became known in a case: what it began with, what came, what people told and how they decided."""
    known = dict(facts.given)
    for step, answers in facts.answers.items():
        told = dict(answers[-1])
        if (outcome := told.pop("outcome", None)) is not None:
            known[outcome_variable(step)] = outcome
        form = told.pop("form", {})
        known |= told | (dict(form) if isinstance(form, Mapping) else {})
    return Given(facts.name, {name: value for name, value in known.items() if _is_single(value)})


def _is_single(value: object) -> TypeGuard[Scalar]:
    return value is None or isinstance(value, int | str)
