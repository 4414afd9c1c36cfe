"""A case: one application on its way through a process, with the answers it has got, up to its one decision."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from loan_contracts.facts import CollectedFacts
from loan_contracts.messages import (
    ApplicationSubmitted,
    AuditRecorded,
    DecisionMade,
    ExternalDataCollected,
    ExternalDataRequested,
    FraudOutcome,
    FraudScreened,
    FraudScreeningRequested,
    Outcome,
    RiskAssessed,
    RiskAssessmentRequested,
    RiskOutcome,
    SupplementRequested,
)
from loan_contracts.values import Reason, SourceStatus
from loan_servicekit.core import Aggregate, Conflict, FieldError, Invalid
from workflow_svc.domain.verdict import REASONS, Choice, Verdict

SYSTEM = "system"
INTERNAL_POLICY = "R07"
MOST_REASONS = 4


class CaseStatus(StrEnum):
    """RUNNING until its one decision, or until the applicant withdraws."""

    RUNNING = "RUNNING"
    DECIDED = "DECIDED"
    WITHDRAWN = "WITHDRAWN"


def request_id(case_id: UUID, wait_id: str) -> UUID:
    """The id of the request that a wait has emitted. The answer repeats it, so that a late answer is recognised."""
    return uuid5(case_id, wait_id)


@dataclass(eq=False)
class Case(Aggregate):
    """One application on its way.

    `state` is the process engine's stored form. `handlers` are the people who acted on the application, the submitter
    first: none of them may decide a later task (domain.md R-9.10). A reviewer sees `collected`, `fraud` and `risk`.
    """

    id: UUID
    process_code: str
    process_version: int
    submitted: ApplicationSubmitted
    state: bytes
    opened_at: datetime
    status: CaseStatus = CaseStatus.RUNNING
    handlers: list[str] = field(default_factory=list)
    collected: CollectedFacts | None = None
    fraud: FraudScreened | None = None
    risk: RiskAssessed | None = None
    supplement: tuple[str, ...] = ()
    decision: DecisionMade | None = None

    @classmethod
    def opened(
        cls, id: UUID, submitted: ApplicationSubmitted, process_version: int, state: bytes, now: datetime
    ) -> "Case":
        """A new case of an application that was submitted."""
        return cls(
            id=id,
            process_code=submitted.process_code,
            process_version=process_version,
            submitted=submitted,
            state=state,
            opened_at=now,
            handlers=[submitted.submitted_by],
        )

    @property
    def application_id(self) -> UUID:
        """The application that the case is about."""
        return self.submitted.application_id

    def given(self) -> dict[str, Any]:
        """The variables that a case starts with (vocabulary.py)."""
        submitted = self.submitted
        return {
            "amount_minor": submitted.amount_minor,
            "auto_authority_minor": submitted.auto_authority_minor,
            "term_months": submitted.term_months,
            "product_code": submitted.product_code,
            "channel": submitted.channel,
            "branch": submitted.branch,
        }

    def require_running(self) -> None:
        """Raises Conflict `case-already-decided` or `case-withdrawn`."""
        if self.status is CaseStatus.DECIDED:
            raise Conflict("case-already-decided", f"application {self.application_id} has its decision")
        if self.status is CaseStatus.WITHDRAWN:
            raise Conflict("case-withdrawn", f"application {self.application_id} was withdrawn")

    def wait_of(self, answered: UUID, waiting: Sequence[str]) -> str:
        """Which of the waits a request id belongs to. Raises Conflict `not-waiting` for an answer that is late."""
        self.require_running()
        for wait_id in waiting:
            if request_id(self.id, wait_id) == answered:
                return wait_id
        raise Conflict("not-waiting", f"the case does not wait for an answer to the request {answered}")

    # What answers bring: each takes the snapshot and gives the variables for the process.

    def take_collection(self, answer: ExternalDataCollected) -> dict[str, Any]:
        """Outside data have come. A required source that gave nothing sends the case to a person (R-7.3)."""
        self.require_running()
        self.collected = answer.facts
        missing = answer.facts.missing()
        asked = answer.facts.statuses.keys()
        required = self.submitted.required_sources
        return {"missing_required": any(source in missing or source not in asked for source in required)}

    def take_screening(self, answer: FraudScreened) -> dict[str, Any]:
        """The fraud screening has come."""
        self.require_running()
        self.fraud = answer
        return {"fraud_outcome": answer.outcome.value}

    def take_assessment(self, answer: RiskAssessed) -> dict[str, Any]:
        """The risk assessment has come."""
        self.require_running()
        self.risk = answer
        return {
            "risk_outcome": answer.outcome.value,
            "limit_minor": answer.limit_minor,
            "score": answer.score,
            "grade": answer.grade,
        }

    # What the process asks for.

    def emit(self, topic: str, wait_id: str, answer_by: datetime | None, now: datetime) -> None:
        """Records the request of a service task; `answer_by` is when the case stops waiting."""
        asked = request_id(self.id, wait_id)
        if topic == ExternalDataRequested.TYPE:
            self._request_external_data(asked)
        elif topic == FraudScreeningRequested.TYPE:
            self._request_screening(asked, now)
        elif topic == RiskAssessmentRequested.TYPE:
            self._request_assessment(asked, now)
        elif topic == SupplementRequested.TYPE:
            self._request_supplement(answer_by)
        else:
            raise AssertionError(f"{topic} is in the vocabulary, but the case does not know it")

    def moved(self, state: bytes, action: str) -> None:
        """Takes the process engine's new state; a step that told nothing else leaves an audit record."""
        self.state = state
        if not self.facts:
            self._tell_change(action, {})

    def handled_by(self, *subjects: str) -> None:
        """Remembers people who acted on the application."""
        self.handlers += [subject for subject in dict.fromkeys(subjects) if subject not in self.handlers]

    def check(self, verdict: Verdict) -> None:
        """Raises Invalid `verdict-invalid` where an approval has no rate: without assessment, a person names it."""
        if verdict.choice is Choice.APPROVE and self.risk is None and verdict.annual_rate is None:
            detail = "there is no assessment to take the rate from: name it"
            raise Invalid("verdict-invalid", detail, [FieldError("/annual_rate", "rate-missing", detail)])

    def ask_for(self, document_kinds: tuple[str, ...]) -> None:
        """Keeps which documents the reviewer asked for; the process then requests them."""
        self.require_running()
        self.supplement = document_kinds

    # How it ends.

    def decide(
        self, decision_id: UUID, result: str, verdict: Verdict | None, decided_by: str | None, now: datetime
    ) -> DecisionMade:
        """The one decision. Without a verdict it is the process's own, from screening and assessment.

        Raises Conflict `case-already-decided`, `case-withdrawn`, `approval-without-assessment`.
        """
        self.require_running()
        approved = result == Outcome.APPROVED
        amount = self._approved_minor(verdict) if approved else 0
        outcome = Outcome(result)
        if approved and amount < self.submitted.amount_minor:
            outcome = Outcome.CONDITIONAL
        risk, submitted = self.risk, self.submitted
        rate = verdict.annual_rate if verdict and verdict.annual_rate is not None else risk and risk.annual_rate
        self.status = CaseStatus.DECIDED
        self.decision = self.record(
            DecisionMade,
            application_id=self.application_id,
            case_id=self.id,
            decision_id=decision_id,
            outcome=outcome,
            amount_minor=amount,
            term_months=submitted.term_months if approved else 0,
            annual_rate=rate if approved else None,
            repayment_method=submitted.repayment_method if approved else None,
            score=risk.score if risk else None,
            grade=risk.grade if risk else None,
            reasons=[] if approved else self._reasons(verdict),
            automatic=verdict is None,
            decided_by=decided_by or SYSTEM,
            versions=self._versions(),
            decided_at=now,
        )
        return self.decision

    def withdraw(self, state: bytes) -> None:
        """The applicant has withdrawn. Raises Conflict `case-already-decided`, `case-withdrawn`."""
        self.require_running()
        self.status, self.state = CaseStatus.WITHDRAWN, state
        self._tell_change("withdraw_case", {})

    def _approved_minor(self, verdict: Verdict | None) -> int:
        """What a person approved; automatically the smaller of the request and the assessment's limit (§11.2)."""
        if verdict is not None:
            return verdict.amount_minor or 0
        if self.risk is None:
            raise Conflict("approval-without-assessment", f"{self.process_code} approved what nobody has assessed")
        return min(self.submitted.amount_minor, self.risk.limit_minor)

    def _reasons(self, verdict: Verdict | None) -> list[Reason]:
        """At most four reasons (§11.1). Fraud rules are never told (§10.4): they show as internal policy."""
        if verdict is not None:
            return [Reason(code=code, detail=REASONS[code]) for code in verdict.reason_codes[:MOST_REASONS]]
        reasons = []
        if self.fraud is not None and self.fraud.outcome is FraudOutcome.DECLINE:
            reasons.append(Reason(code=INTERNAL_POLICY, detail=REASONS[INTERNAL_POLICY]))
        if self.risk is not None and self.risk.outcome is RiskOutcome.DECLINE:
            reasons += self.risk.reasons
        return reasons[:MOST_REASONS]

    def _versions(self) -> dict[str, str]:
        versions = {"process": f"{self.process_code}:{self.process_version}"}
        if self.fraud is not None:
            versions["fraud_rules"] = self.fraud.rules_version
        if self.risk is not None:
            versions["model"] = self.risk.model_version
            versions["scorecard"] = self.risk.scorecard_version
            versions["policy"] = self.risk.policy_version
        return versions

    def _request_external_data(self, asked: UUID) -> None:
        submitted = self.submitted
        self.record(
            ExternalDataRequested,
            application_id=self.application_id,
            request_id=asked,
            case_id=self.id,
            customer_id=submitted.customer_id,
            sources=[*submitted.required_sources, *submitted.optional_sources],
            consent_ids=submitted.consent_ids,
        )

    def _request_screening(self, asked: UUID, now: datetime) -> None:
        submitted = self.submitted
        self.record(
            FraudScreeningRequested,
            application_id=self.application_id,
            request_id=asked,
            case_id=self.id,
            customer_id=submitted.customer_id,
            product_code=submitted.product_code,
            person_token=submitted.person_token,
            mobile_token=submitted.mobile_token,
            card_token=submitted.card_token,
            device_token=submitted.device_token,
            submitted_at=submitted.submitted_at,
            facts=self._facts_to_judge(now),
        )

    def _request_assessment(self, asked: UUID, now: datetime) -> None:
        submitted = self.submitted
        self.record(
            RiskAssessmentRequested,
            application_id=self.application_id,
            request_id=asked,
            case_id=self.id,
            product_code=submitted.product_code,
            product_min_minor=submitted.product_min_minor,
            product_max_minor=submitted.product_max_minor,
            amount_minor=submitted.amount_minor,
            term_months=submitted.term_months,
            repayment_method=submitted.repayment_method,
            required_sources=submitted.required_sources,
            declared=submitted.declared,
            facts=self._facts_to_judge(now),
        )

    def _request_supplement(self, answer_by: datetime | None) -> None:
        assert answer_by is not None, "publication asks for a timer on every request"
        self.record(
            SupplementRequested,
            application_id=self.application_id,
            case_id=self.id,
            document_kinds=list(self.supplement),
            due_at=answer_by,
        )

    def _facts_to_judge(self, now: datetime) -> CollectedFacts:
        """What was collected; if nothing came in time, every source counts as silent (domain.md R-7.3)."""
        if self.collected is not None:
            return self.collected
        asked = (*self.submitted.required_sources, *self.submitted.optional_sources)
        return CollectedFacts(collected_at=now, statuses=dict.fromkeys(asked, SourceStatus.TIMEOUT))

    def _tell_change(self, action: str, detail: dict[str, str]) -> None:
        """Records a change that has no message of its own."""
        self.record(
            AuditRecorded,
            subject_type="case",
            subject_id=str(self.id),
            application_id=self.application_id,
            action=action,
            detail=detail,
        )
