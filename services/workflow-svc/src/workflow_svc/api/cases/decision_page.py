"""Everything that an approver decides on, in one answer. What a role may not see is not in it: a part that is withheld
has no field, and is named by `withheld`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Self
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.assessment import FraudScreened, RiskAssessed
from loan_contracts.decisions import DecisionMade
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.values import FlowTaken, Reason, RepaymentMethod, Source, SourceStatus
from loan_servicekit.core import Caller
from workflow_svc.api.cases.other_cases import OtherCaseView, SimilarView
from workflow_svc.api.cases.views import BoundsView, CaseTaskView
from workflow_svc.api.sight import Sight, shown_flows
from workflow_svc.domain.authority.binding import hearing_of, is_committee
from workflow_svc.domain.authority.recommendation import Recommendation, recommend
from workflow_svc.domain.authority.verdict import Choice
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.cases.timeline import Event, timeline
from workflow_svc.domain.tasks.note import Note
from workflow_svc.domain.tasks.task import Task
from workflow_svc.use_cases.loans.ports import OtherCase

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is made of: the case, what is beside it, who asks and what he may see and do."""

    case: Case
    tasks: Sequence[Task]
    notes: Sequence[Note]
    earlier: Sequence[OtherCase]
    similar: Sequence[OtherCase] | None
    caller: Caller
    sight: Sight
    authority_minor: int
    now: datetime


class AskedForView(BaseModel):
    """What was asked for, and what the customer has declared and owes."""

    application_no: str
    customer_id: UUID
    customer_type: str
    branch: str
    channel: str
    product_code: str
    product_version: int
    amount_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    purpose: str
    submitted_at: datetime
    own_exposure_minor: int = Field(description="What he owes us or was approved without collateral beside this")
    own_debt_service_minor: int = Field(description="What all loans of ours cost him a month")
    declared: DeclaredFacts

    @classmethod
    def of(cls, case: Case) -> Self:
        """The view of what was submitted."""
        return cls.model_validate({name: getattr(case.submitted, name) for name in cls.model_fields})


class SourceView(BaseModel):
    """An outside source: whether it has answered, and how old that is."""

    source: Source
    required: bool
    status: SourceStatus | None = Field(description="Null: not asked yet, or the collection was silent")
    as_of: datetime | None
    age_days: int | None = Field(description="Whole days since")


class DocumentView(BaseModel):
    """A kind of document."""

    kind: str
    required: bool = Field(description="By the product, or asked for by a reviewer")
    uploaded_at: datetime | None = Field(description="When the newest came; null: it is not there")


class DocumentsView(BaseModel):
    """Which documents are there; an application from before they were told knows only those that came later."""

    complete: bool | None = Field(description="Whether all that are required are there; null: not told")
    kinds: list[DocumentView]

    @classmethod
    def of(cls, case: Case) -> Self:
        """The documents of a case."""
        told = case.submitted.documents
        there = (told or {}) | case.supplied
        required = dict.fromkeys([*case.submitted.required_documents, *case.supplement])
        kinds = [DocumentView(kind=k, required=k in required, uploaded_at=there.get(k)) for k in required | there]
        return cls(complete=None if told is None else required.keys() <= there.keys(), kinds=kinds)


class RuleView(BaseModel):
    """A rule that was hit: whose it is, what it saw and what its limit was, and its version."""

    by: str = Field(description="fraud or risk")
    version: str
    code: str
    detail: str
    value: str | None
    limit: str | None


class TraceView(BaseModel):
    """Why it went as it did: rules that were hit, and where the process turned."""

    rules: list[RuleView]
    flows: list[FlowTaken]


class RecommendationView(BaseModel):
    """What the findings recommend; the decision is a person's."""

    choice: Choice | None = Field(description="Null: evidence is missing, nothing is recommended")
    amount_minor: int | None
    annual_rate: Decimal | None
    reasons: list[Reason]
    cautions: list[str] = Field(description="Codes of what to look at: exceptions, rules that were hit, triggers")

    @classmethod
    def of(cls, found: Recommendation) -> Self:
        """The view of a recommendation."""
        return cls.model_validate(found, from_attributes=True)


class MineView(BaseModel):
    """What the caller can do about it now."""

    task_id: UUID | None = Field(description="The task that waits")
    kept_from: str | None = Field(description="Why he cannot decide it now, by the code of the refusal")
    authority_minor: int = Field(description="Up to what he may approve alone")
    committee: int | None = Field(description="So many members decide what was asked for; null: one person can")
    exceptions: list[str] = Field(description="What an approval of all that was asked for needs, signed by two")


class EventView(BaseModel):
    """Something that happened."""

    at: datetime
    what: str
    by: str | None
    stage: str | None
    role: str | None

    @classmethod
    def of(cls, event: Event) -> Self:
        """The view of an event."""
        stage, role = (event.task.stage, event.task.role) if event.task else (None, None)
        return cls(at=event.at, what=event.what, by=event.by, stage=stage, role=role)


class DecisionPageView(BaseModel):
    """The page. Parts that need a permission are absent where the caller has it not."""

    case_id: UUID
    application_id: UUID
    status: CaseStatus
    process: str
    sequence: int
    asked_for: AskedForView
    documents: DocumentsView
    sources: list[SourceView] | None = None
    collected: CollectedFacts | None = None
    fraud: FraudScreened | None = None
    risk: RiskAssessed | None = None
    trace: TraceView
    recommendation: RecommendationView | None = None
    bounds: BoundsView | None = Field(None, description="What binds everybody who approves")
    mine: MineView | None = None
    earlier: list[OtherCaseView] = Field(
        description="The customer's other applications that the caller sees, at most 50"
    )
    similar: SimilarView | None = None
    timeline: list[EventView]
    tasks: list[CaseTaskView]
    decision: DecisionMade | None
    withheld: list[str] = Field(description="Parts that the caller's permissions do not cover", examples=[["fraud"]])


def page_of(asked: Asked) -> DecisionPageView:
    """The page, as far as the caller may see it."""
    case, sight = asked.case, asked.sight
    page = {
        "case_id": case.id,
        "application_id": case.application_id,
        "status": case.status,
        "process": case.process,
        "sequence": case.sequence,
        "asked_for": AskedForView.of(case),
        "documents": DocumentsView.of(case),
        "trace": _trace(case, asked.tasks, sight),
        "earlier": [OtherCaseView.model_validate(other) for other in asked.earlier],
        "timeline": [EventView.of(event) for event in timeline(case, asked.tasks, asked.notes)],
        "tasks": [CaseTaskView.of(task, sight) for task in asked.tasks],
        "decision": case.decision,
    }
    parts: dict[str, object] = {}
    if sight.assessment:
        parts |= {"sources": list(_sources(case, asked.now)), "collected": case.collected, "risk": case.risk}
    if sight.screening:
        parts |= {"fraud": case.fraud}
    if sight.assessment and sight.screening:
        parts |= {
            "recommendation": RecommendationView.of(recommend(case.findings)),
            "bounds": BoundsView.of(case.bounds()),
            "mine": _mine(asked),
        }
    if asked.similar is not None:
        parts |= {"similar": SimilarView.of(asked.similar)}
    optional = [name for name, field in DecisionPageView.model_fields.items() if not field.is_required()]
    withheld = [name for name in optional if name not in parts] + ([] if sight.screening else ["comments"])
    return DecisionPageView.model_validate(page | parts | {"withheld": withheld})


def _sources(case: Case, now: datetime) -> Iterator[SourceView]:
    submitted, collected = case.submitted, case.collected
    as_of = collected.collected_at if collected else None
    for source in dict.fromkeys([*submitted.required_sources, *submitted.optional_sources]):
        yield SourceView(
            source=source,
            required=source in submitted.required_sources,
            status=collected.statuses.get(source) if collected else None,
            as_of=as_of,
            age_days=(now - as_of) // DAY if as_of else None,
        )


def _trace(case: Case, tasks: Sequence[Task], sight: Sight) -> TraceView:
    rules: list[RuleView] = []
    if sight.screening and case.fraud is not None:
        rules += [_rule("fraud", case.fraud.rules_version, reason) for reason in case.fraud.reasons]
    if sight.assessment and case.risk is not None:
        rules += [_rule("risk", case.risk.policy_version, reason) for reason in case.risk.reasons]
        triggers = (Reason(code=code) for code in case.risk.triggers)
        rules += [_rule("risk", case.risk.policy_version, reason) for reason in triggers]
    flows = [flow for task in tasks for flow in task.flows]
    return TraceView(rules=rules, flows=shown_flows(flows, sight))


def _rule(by: str, version: str, reason: Reason) -> RuleView:
    told = {name: getattr(reason, name) for name in ("code", "detail", "value", "limit")}
    return RuleView(by=by, version=version, **told)


def _mine(asked: Asked) -> MineView:
    case = asked.case
    waiting = next((task for task in asked.tasks if task.unfinished), None)
    heard = hearing_of(case.submitted, asked.authority_minor)
    return MineView(
        task_id=waiting.id if waiting else None,
        kept_from=waiting.kept_from(asked.caller) if waiting else None,
        authority_minor=asked.authority_minor,
        committee=heard.quorum if is_committee(heard) else None,
        exceptions=list(case.bounds().exceptions(case.submitted.amount_minor)),
    )
