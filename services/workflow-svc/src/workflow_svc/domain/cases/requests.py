"""The requests that a process makes of other services, each with all that is needed to answer it
(docs/decisions/0015)."""

from collections.abc import Callable, Mapping
from datetime import datetime

from loan_contracts.assessment import ExternalDataRequested, FraudScreeningRequested, RiskAssessmentRequested
from loan_contracts.decisions import SupplementRequested
from loan_contracts.facts import CollectedFacts
from loan_contracts.values import SourceStatus
from workflow_svc.domain.cases.case import Case


def emit_request(case: Case, topic: str, wait_id: str, answer_by: datetime | None, now: datetime) -> None:
    """Records the request of a service task; `answer_by` is when the case stops waiting for the answer."""
    REQUESTS[topic](case, wait_id, answer_by, now)


def _external_data(case: Case, wait_id: str, answer_by: datetime | None, now: datetime) -> None:
    submitted = case.submitted
    case.record(
        ExternalDataRequested,
        application_id=case.application_id,
        request_id=case.request_id(wait_id),
        case_id=case.id,
        customer_id=submitted.customer_id,
        sources=[*submitted.required_sources, *submitted.optional_sources],
        consent_ids=submitted.consent_ids,
        product_code=submitted.product_code,
    )


def _screening(case: Case, wait_id: str, answer_by: datetime | None, now: datetime) -> None:
    submitted = case.submitted
    case.record(
        FraudScreeningRequested,
        application_id=case.application_id,
        request_id=case.request_id(wait_id),
        case_id=case.id,
        customer_id=submitted.customer_id,
        product_code=submitted.product_code,
        person_token=submitted.person_token,
        mobile_token=submitted.mobile_token,
        card_token=submitted.card_token,
        device_token=submitted.device_token,
        submitted_at=submitted.submitted_at,
        facts=_facts_to_judge(case, now),
    )


def _assessment(case: Case, wait_id: str, answer_by: datetime | None, now: datetime) -> None:
    submitted = case.submitted
    case.record(
        RiskAssessmentRequested,
        application_id=case.application_id,
        request_id=case.request_id(wait_id),
        case_id=case.id,
        branch=submitted.branch,
        product_code=submitted.product_code,
        product_min_minor=submitted.product_min_minor,
        product_max_minor=submitted.product_max_minor,
        customer_type=submitted.customer_type,
        online_consumer_credit=submitted.online_consumer_credit,
        own_exposure_minor=submitted.own_exposure_minor,
        own_online_consumer_minor=submitted.own_online_consumer_minor,
        own_debt_service_minor=submitted.own_debt_service_minor,
        amount_minor=submitted.amount_minor,
        term_months=submitted.term_months,
        repayment_method=submitted.repayment_method,
        required_sources=submitted.required_sources,
        declared=submitted.declared,
        facts=_facts_to_judge(case, now),
    )


def _supplement(case: Case, wait_id: str, answer_by: datetime | None, now: datetime) -> None:
    assert answer_by is not None, "publication asks for a timer on every request"
    case.record(
        SupplementRequested,
        application_id=case.application_id,
        case_id=case.id,
        document_kinds=list(case.supplement),
        due_at=answer_by,
    )


def _facts_to_judge(case: Case, now: datetime) -> CollectedFacts:
    """What was collected; if nothing came in time, every source counts as silent (domain.md R-7.3)."""
    if case.collected is not None:
        return case.collected
    asked = (*case.submitted.required_sources, *case.submitted.optional_sources)
    return CollectedFacts(collected_at=now, statuses=dict.fromkeys(asked, SourceStatus.TIMEOUT))


REQUESTS: Mapping[str, Callable[[Case, str, datetime | None, datetime], None]] = {
    ExternalDataRequested.TYPE: _external_data,
    FraudScreeningRequested.TYPE: _screening,
    RiskAssessmentRequested.TYPE: _assessment,
    SupplementRequested.TYPE: _supplement,
}
"""By topic: those of the vocabulary (vocabulary.py), to which publication holds every process."""
