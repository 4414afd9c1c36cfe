"""A case: one application on its way through a process, with the answers it has got, up to its one decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid5

from loan_contracts.applications import ApplicationSubmitted, ApplicationSupplemented, DocumentAttached, Paper
from loan_contracts.assessment import ExternalDataCollected, FraudScreened, RiskAssessed
from loan_contracts.decisions import ApprovalDecided, ApprovalRequested, DecisionMade, Outcome
from loan_contracts.decisions import case_id_of as case_id_of
from loan_contracts.facts import CollectedFacts
from loan_servicekit.core import Aggregate, Conflict
from workflow_svc.domain.authority.binding import Findings
from workflow_svc.domain.authority.terms import assessed_minor, assessed_rate, highest_rate, is_offerable
from workflow_svc.domain.authority.verdict import Bounds, Choice, Verdict
from workflow_svc.domain.cases.course import Course
from workflow_svc.domain.cases.explained import reasons_of, versions_of
from workflow_svc.domain.tasks.standing import bars_of
from workflow_svc.domain.tasks.task import Task


class CaseStatus(StrEnum):
    """RUNNING until its one decision, or until the applicant withdraws."""

    RUNNING = "RUNNING"
    DECIDED = "DECIDED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(eq=False)
class Case(Aggregate):
    """One application on its way.

    `state` is the process engine's stored form. `handlers` are the people who acted on the application, the submitter
    first: none of them may decide a later task (domain.md R-9.10). `collected`, `fraud` and `risk` are the latest
    answers that have come; a reviewer sees them, and a decision goes back to them. `supplement` are the kinds of
    documents that a reviewer asked for last, `supplied` those that came after the submission, with when. `checkpoints`
    are those that are open: evidence that its tasks need. `asked` is the act on a loan that it is about, in the place
    of an application, and `answered` what was decided of it (approval.py).
    `papers` are those that came after the submission.
    """

    AUDITED_AS = "case"

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
    supplied: dict[str, datetime] = field(default_factory=dict)
    decision: DecisionMade | None = None
    withdrawn_at: datetime | None = None
    checkpoints: list[UUID] = field(default_factory=list)
    course: Course | None = None
    asked: ApprovalRequested | None = None
    answered: ApprovalDecided | None = None
    papers: list[Paper] = field(default_factory=list)

    @classmethod
    def opened(
        cls, submitted: ApplicationSubmitted, process_version: int, now: datetime, process_code: str = ""
    ) -> "Case":
        """A new case of an application that was submitted, before its first step: on the process that it is bound to,
        else on that of its product."""
        return cls(
            id=case_id_of(submitted.application_id),
            process_code=process_code or submitted.process_code,
            process_version=process_version,
            submitted=submitted,
            state=b"",
            opened_at=now,
            handlers=list(dict.fromkeys([submitted.submitted_by, *submitted.made_by])),
        )

    @property
    def application_id(self) -> UUID:
        """The application that the case is about."""
        return self.submitted.application_id

    @property
    def process(self) -> str:
        """The process and its version, `personal-credit:3`: who decides where no person does."""
        return f"{self.process_code}:{self.process_version}"

    @property
    def ended_at(self) -> datetime | None:
        """When it was decided, for the last time, or withdrawn."""
        decided = self.decision or self.answered
        return decided.decided_at if decided else self.withdrawn_at

    def given(self) -> dict[str, object]:
        """The variables that a case starts with (vocabulary.py)."""
        submitted = self.submitted
        return {
            "amount_minor": submitted.amount_minor,
            "auto_authority_minor": submitted.auto_authority_minor,
            "committee_over_minor": submitted.committee_over_minor,
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

    def request_id(self, wait_id: str) -> UUID:
        """The id of the request that a wait has emitted. The answer repeats it, so that a late answer is recognised."""
        return uuid5(self.id, wait_id)

    def wait_of(self, answered: UUID, waiting: Sequence[str]) -> str:
        """Which of the waits a request id belongs to. Raises Conflict `not-waiting` for an answer that is late."""
        self.require_running()
        for wait_id in waiting:
            if self.request_id(wait_id) == answered:
                return wait_id
        raise Conflict("not-waiting", f"the case does not wait for an answer to the request {answered}")

    # What answers bring: each takes the snapshot and gives the variables for the process.

    def take_collection(self, answer: ExternalDataCollected) -> dict[str, object]:
        """Outside data have come. A required source that gave nothing sends the case to a person (R-7.3)."""
        self.require_running()
        self.collected = answer.facts
        return {"missing_required": self.findings.missing_required}

    def take_screening(self, answer: FraudScreened) -> dict[str, object]:
        """The fraud screening has come."""
        self.require_running()
        self.fraud = answer
        return {"fraud_outcome": answer.outcome.value}

    def take_assessment(self, answer: RiskAssessed) -> dict[str, object]:
        """The risk assessment has come."""
        self.require_running()
        self.risk = answer
        return {
            "risk_outcome": answer.outcome.value,
            "limit_minor": answer.limit_minor,
            "score": answer.score,
            "grade": answer.grade,
            "offerable": is_offerable(self.submitted, answer),
        }

    def take_supplement(self, answer: ApplicationSupplemented) -> None:
        """Documents have come. Raises Conflict `not-waiting` for those that an earlier request asked for."""
        self.require_running()
        if missing := sorted(set(self.supplement) - set(answer.document_kinds)):
            raise Conflict("not-waiting", f"the case waits for {', '.join(missing)}, which did not come")
        self.handled_by(*answer.supplemented_by)
        self.supplied = self.supplied | dict.fromkeys(answer.document_kinds, answer.supplemented_at)
        self.papers = [*self.papers, *answer.papers]

    def take_paper(self, told: DocumentAttached) -> None:
        """Evidence was uploaded, by somebody who decides nothing about it later (R-9.10)."""
        self.require_running()
        if any(each.document_id == told.document_id for each in self.papers):
            raise Conflict("paper-known", f"the document {told.document_id} is known already")
        self.handled_by(told.uploaded_by)
        self.papers = [*self.papers, Paper(document_id=told.document_id, kind=told.kind, sha256=told.sha256)]
        self.audit("take_paper", {"kind": told.kind, "document_id": str(told.document_id)})

    # What happens to it on its way.

    def moved(self, state: bytes, action: str, faults: Mapping[str, str]) -> None:
        """Takes the process engine's new state; a step that told nothing else leaves an audit record.

        So does one whose conditions could not all be computed: `faults` says by flow why (types and operators of the
        expression, never a value).
        """
        self.state = state
        if faults:
            self.audit(action, {"faults": "; ".join(f"{flow}: {why}" for flow, why in faults.items())})
        elif not self.facts:
            self.audit(action, {})

    def moved_to(self, version: int, state: bytes) -> None:
        """It goes on on another version of its process; what is open stays open. It must be running."""
        self.require_running()
        self.audit("move_case", {"from": self.process, "to_version": str(version)})
        self.process_version, self.state = version, state

    def handled_by(self, *subjects: str) -> None:
        """Remembers people who acted on the application."""
        self.handlers += [subject for subject in dict.fromkeys(subjects) if subject not in self.handlers]

    @property
    def findings(self) -> Findings:
        """What is known of the application by now."""
        return Findings(self.submitted, self.collected, self.fraud, self.risk, self.asked is not None)

    def bounds(self, *, review: bool = False) -> Bounds:
        """Within what a person's verdict must stay: what the product allows, the applicant has asked for, and what
        binds everybody (binding.py). What a fraud rule declines is approved in a `review` alone."""
        submitted, findings = self.submitted, self.findings
        return Bounds(
            lowest_minor=submitted.product_min_minor,
            highest_minor=min(submitted.amount_minor, findings.room_minor),
            limit_minor=findings.limit_minor,
            lacking=tuple(findings.lacking(review=review)),
            barred=findings.fraud_declines and not review,
            assessed_rate=self.asked.annual_rate if self.asked else assessed_rate(submitted, self.risk),
            highest_rate=highest_rate(submitted),
            accepted_documents=tuple(submitted.accepted_documents),
        )

    def ask_for(self, document_kinds: tuple[str, ...]) -> None:
        """Keeps which documents the reviewer asked for; the process then requests them."""
        self.require_running()
        self.supplement = document_kinds

    # How it ends.

    def bars(self, result: str, decided: Task | None) -> tuple[str, ...]:
        """What keeps this end of the process from being the decision, by code: an approval stands only within what
        binds everybody, whatever the diagram says (binding.py). `decided` is the task that led to it."""
        if result != Outcome.APPROVED:
            return ()
        if decided is None or decided.verdict is None:
            return tuple(self.findings.bars_automatic())
        return bars_of(decided, self.bounds(review=decided.review is not None), self.submitted)

    def require_standing(self, result: str, decided: Task | None) -> None:
        """This end of the process may be the decision. Raises what `decide` raises."""
        self.require_running()
        verdict = decided.verdict if decided else None
        said = Choice.APPROVE if result == Outcome.APPROVED else Choice.DECLINE
        if verdict is not None and verdict.choice is not said:
            raise Conflict(
                "result-against-verdict", f"{self.process} ends with {result} on the verdict {verdict.choice}"
            )
        self._require_no_bars(self.bars(result, decided))

    def decide(self, decision_id: UUID, result: str, decided: Task | None, now: datetime) -> DecisionMade:
        """The one decision. Without a task that led to it it is the process's own, from screening and assessment.

        Raises Conflict `case-already-decided`, `case-withdrawn`, `approval-barred`, `approval-without-terms`,
        `result-against-verdict`.
        """
        self.require_standing(result, decided)
        verdict, decided_by = (decided.verdict, decided.decided_by) if decided else (None, None)
        approved = result == Outcome.APPROVED
        amount, rate = self._terms(verdict) if approved else (0, None)
        outcome = Outcome(result)
        if approved and amount < self.submitted.amount_minor:
            outcome = Outcome.CONDITIONAL
        risk, submitted = self.risk, self.submitted
        self.status = CaseStatus.DECIDED
        self.decision = self.record(
            DecisionMade,
            application_id=self.application_id,
            case_id=self.id,
            decision_id=decision_id,
            outcome=outcome,
            amount_minor=amount,
            term_months=submitted.term_months if approved else 0,
            annual_rate=rate,
            repayment_method=submitted.repayment_method if approved else None,
            score=risk.score if risk else None,
            grade=risk.grade if risk else None,
            reasons=[] if approved else reasons_of(verdict, self.fraud, self.risk),
            automatic=verdict is None,
            exceptions=list(verdict.exceptions) if verdict else [],
            conditions=list(verdict.conditions) if verdict else [],
            conditions_before_contract=list(verdict.conditions_before_contract) if verdict else [],
            decided_by=decided_by or self.process,
            versions=versions_of(self.process, self.fraud, self.risk),
            decided_at=now,
        )
        return self.decision

    def require_decision(self, decision_id: UUID) -> DecisionMade:
        """The decision that stands. Raises Conflict `decision-superseded` where it is not this one."""
        if self.decision is None or self.decision.decision_id != decision_id:
            raise Conflict(
                "decision-superseded", f"application {self.application_id} has another decision, or none yet"
            )
        return self.decision

    def revise(self, decision_id: UUID, task: Task, now: datetime) -> DecisionMade:
        """A review has approved what was declined: a second decision,
        which names the one that it takes the place of. Raises Conflict `approval-barred`."""
        before, verdict = self.decision, task.verdict
        assert before is not None and verdict is not None
        self._require_no_bars(self.bars(Outcome.APPROVED, task))
        amount, rate = self._terms(verdict)
        submitted = self.submitted
        outcome = Outcome.CONDITIONAL if amount < submitted.amount_minor else Outcome.APPROVED
        told = {
            "decision_id": decision_id,
            "outcome": outcome,
            "amount_minor": amount,
            "term_months": submitted.term_months,
            "annual_rate": rate,
            "repayment_method": submitted.repayment_method,
            "reasons": [],
            "automatic": False,
            "exceptions": list(verdict.exceptions),
            "conditions": list(verdict.conditions),
            "conditions_before_contract": list(verdict.conditions_before_contract),
            "decided_by": task.decided_by,
            "decided_at": now,
            "supersedes": before.decision_id,
        }
        kept = {name: getattr(before, name) for name in ("application_id", "case_id", "score", "grade", "versions")}
        self.decision = self.record(DecisionMade, **kept | told)
        return self.decision

    def withdraw(self, state: bytes, now: datetime) -> None:
        """The applicant has withdrawn. Raises Conflict `case-already-decided`, `case-withdrawn`."""
        self.require_running()
        self.status, self.state, self.withdrawn_at = CaseStatus.WITHDRAWN, state, now
        self.audit("withdraw_case", {})

    def _require_no_bars(self, bars: Sequence[str]) -> None:
        if bars:
            raise Conflict("approval-barred", f"{self.process} approves what may not be: {', '.join(bars)}")

    def _terms(self, verdict: Verdict | None) -> tuple[int, Decimal]:
        """Amount and rate of an approval: those that a person named; what he left open is the assessment's."""
        submitted, risk = self.submitted, self.risk
        amount, rate = (verdict.amount_minor, verdict.annual_rate) if verdict is not None else (None, None)
        if verdict is None and risk is not None and is_offerable(submitted, risk):
            amount = assessed_minor(submitted, risk)
        if rate is None:
            rate = assessed_rate(submitted, risk)
        if amount is None or rate is None:
            raise Conflict("approval-without-terms", f"{self.process} approves, but nothing gives an amount and a rate")
        return amount, rate
