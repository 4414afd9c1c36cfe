"""The case of an act on a loan: it goes through a process like an application, and its decision goes to who asked."""

from datetime import datetime

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import ApprovalDecided, ApprovalRequested, Outcome, case_id_of_approval
from loan_contracts.facts import DeclaredFacts
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.cases.explained import reasons_of, versions_of
from workflow_svc.domain.tasks.task import Task

NOT_TOLD = "not-told"


def case_of(asked: ApprovalRequested, version: int, now: datetime, process_code: str) -> Case:
    """A new case, before its first step."""
    return Case(
        id=case_id_of_approval(asked.approval_id),
        process_code=process_code,
        process_version=version,
        submitted=as_submitted(asked),
        state=b"",
        opened_at=now,
        handlers=[asked.requested_by],
        asked=asked,
    )


def as_submitted(asked: ApprovalRequested) -> ApplicationSubmitted:
    """What the rules of a case read of it: an amount that is approved as it is or not at all, by people alone, without
    sources, papers or a price of its own."""
    told: dict[str, object] = {
        "application_id": asked.application_id,
        "application_no": asked.loan_no,
        "customer_id": asked.customer_id,
        "branch": asked.branch,
        "channel": asked.channel,
        "product_code": asked.product_code,
        "product_version": 0,
        "process_code": asked.process_code,
        "amount_minor": asked.amount_minor,
        "term_months": asked.term_months,
        "repayment_method": asked.repayment_method,
        "purpose": asked.subject.value,
        "auto_authority_minor": 0,
        "committee_over_minor": asked.committee_over_minor,
        "product_min_minor": asked.amount_minor,
        "product_max_minor": asked.amount_minor,
        "online_consumer_credit": False,
        "required_sources": [],
        "declared": DeclaredFacts(age=0),
        "person_token": NOT_TOLD,
        "mobile_token": NOT_TOLD,
        "submitted_at": asked.requested_at,
        "submitted_by": asked.requested_by,
    }
    return ApplicationSubmitted.model_validate(told)


def answer(case: Case, asked: ApprovalRequested, result: str, decided: Task | None, now: datetime) -> None:
    """The one decision of an act on a loan. Raises Conflict as `Case.decide` does."""
    case.require_standing(result, decided)
    verdict = decided.verdict if decided else None
    case.status = CaseStatus.DECIDED
    case.answered = case.record(
        ApprovalDecided,
        approval_id=asked.approval_id,
        application_id=asked.application_id,
        loan_id=asked.loan_id,
        subject=asked.subject,
        case_id=case.id,
        outcome=Outcome(result),
        amount_minor=asked.amount_minor,
        reasons=reasons_of(verdict, None, None) if result == Outcome.DECLINED else [],
        conditions=list(verdict.conditions) if verdict else [],
        decided_by=decided.decided_by if decided else case.process,
        versions=versions_of(case.process, None, None),
        decided_at=now,
    )
