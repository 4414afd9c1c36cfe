"""Request and answer models."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator

from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.messages import DecisionMade, FraudScreened, ReviewKind, ReviewStatus, RiskAssessed
from loan_contracts.values import FlowTaken, Rate, RepaymentMethod
from loan_servicekit.core import Caller
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.use_cases.ports import ProcessVersion

IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NUMBER = re.compile(r"[0-9]{11}|[0-9]{4}[Xx]\b")  # telephone, card and identity numbers


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a case its reader may see beside its course."""

    assessment: bool
    screening: bool

    @classmethod
    def of(cls, caller: Caller, branch: str) -> "Sight":
        """By the caller's permissions, each with the branches that it holds for."""

        def may(permission: str) -> bool:
            everywhere = permission in caller.everywhere
            return permission in caller.permissions and (everywhere or caller.branch == branch)

        return cls(may("assessment.read"), may("screening.read"))


ALL = Sight(assessment=True, screening=True)
SCREENED = LENDING.questions["fraud-screening.requested"].brings.keys()
WITHHELD = "withheld"


def _flows(flows: Sequence[FlowTaken], sight: Sight) -> list[FlowTaken]:
    """Where the process turned; what screening has found only for who may know it."""
    if sight.screening:
        return list(flows)
    return [
        flow.model_copy(update={"values": {n: WITHHELD if n in SCREENED else v for n, v in flow.values.items()}})
        for flow in flows
    ]


class TaskView(BaseModel):
    """A task of the inbox."""

    id: UUID
    case_id: UUID
    application_id: UUID
    stage: str
    name: str
    role: str
    branch: str
    amount_minor: int
    outcomes: list[Choice]
    status: TaskStatus
    assignee: str | None
    votes: int
    quorum: int
    created_at: datetime
    due_at: datetime
    completed_at: datetime | None
    outcome: Choice | None
    flows: list[FlowTaken] = Field(description="Why a person has to look: where the process turned to this task")
    sequence: int

    @classmethod
    def of(cls, t: Task, sight: Sight = ALL) -> Self:
        """The view of a task."""
        return cls(**cls.fields(t, sight))

    @classmethod
    def fields(cls, t: Task, sight: Sight) -> dict[str, Any]:
        """The fields of a task."""
        return {
            "id": t.id, "case_id": t.case_id, "application_id": t.application_id, "stage": t.stage, "name": t.name, "role": t.role,
            "branch": t.branch, "amount_minor": t.requested_minor, "outcomes": [Choice(o) for o in t.outcomes], "status": t.status,
            "assignee": t.assignee, "votes": len(t.votes), "quorum": t.quorum, "created_at": t.created_at, "due_at": t.due_at,
            "completed_at": t.completed_at, "outcome": t.verdict.choice if t.verdict else None,
            "flows": _flows(t.flows, sight), "sequence": t.sequence,
        }  # fmt: skip


class ReviewView(BaseModel):
    """What became of a borrower's request about the decision of his application, in words for him."""

    review_id: UUID
    kind: ReviewKind
    status: ReviewStatus
    due_at: datetime
    answer: str | None
    answered_at: datetime | None

    @classmethod
    def of(cls, t: Task) -> "ReviewView":
        """The view of a review's task."""
        assert t.review is not None
        done = t.status is TaskStatus.COMPLETED and t.verdict is not None
        revised = done and t.verdict is not None and t.verdict.choice is Choice.APPROVE
        closed = ReviewStatus.REVISED if revised else ReviewStatus.UPHELD
        return cls(review_id=t.review.id, kind=t.review.kind, status=closed if done else ReviewStatus.OPEN, due_at=t.due_at,
                   answer=t.verdict.answer if done and t.verdict else None, answered_at=t.completed_at)  # fmt: skip


class ReviewsView(BaseModel):
    """The requests about an application, oldest first."""

    items: list[ReviewView]


class CaseDecisionView(BaseModel):
    """What one person decided about a task, or voted, and why; `task.completed` told the comment's hash."""

    subject: str
    at: datetime
    choice: Choice
    comment: str
    comment_sha256: str = Field(description="SHA-256 of the comment in UTF-8")
    amount_minor: int | None
    annual_rate: Decimal | None
    reason_codes: list[str]
    document_kinds: list[str]

    @classmethod
    def of(cls, vote: Vote) -> "CaseDecisionView":
        """The view of a vote."""
        v = vote.verdict
        return cls(subject=vote.subject, at=vote.at, choice=v.choice, comment=v.comment, comment_sha256=v.comment_sha256,
                   amount_minor=v.amount_minor, annual_rate=v.annual_rate, reason_codes=list(v.reason_codes),
                   document_kinds=list(v.document_kinds))  # fmt: skip


class CaseTaskView(TaskView):
    """A task of a case, with the decisions that were made about it once it is complete: votes are secret until then."""

    comment_sha256: str | None = Field(description="Of the comments together, one a line, as `task.completed` tells it")
    decisions: list[CaseDecisionView]

    @classmethod
    def fields(cls, t: Task, sight: Sight) -> dict[str, Any]:
        """The fields of a task."""
        decided = t.votes if sight.screening and t.status is TaskStatus.COMPLETED else []
        return TaskView.fields(t, sight) | {
            "comment_sha256": t.verdict.comment_sha256 if t.verdict else None,
            "decisions": [CaseDecisionView.of(vote) for vote in decided],
        }


class ReassignmentBody(Body):
    """To whom the task goes."""

    to: Annotated[
        str,
        Field(
            pattern=r"^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$",
            description="The subject of his token: a name for people, never a number of theirs",
            examples=["u-approver-2"],
        ),
    ]

    @field_validator("to")
    @classmethod
    def _no_number(cls, value: str) -> str:
        if NUMBER.search(value) and not IDENTIFIER.fullmatch(value):
            raise ValueError("a subject holds no number of a person: it goes into messages")
        return value


class CompletionBody(Body):
    """A decision, or a vote: an approval names the amount, a decline its reasons, a supplement the documents."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"choice": "APPROVE", "comment": "收入与公积金一致，同意通过", "amount_minor": 5_000_000}]
        }
    )

    choice: Choice
    comment: Annotated[str, text(0, 2000, lines=True), Field(examples=["收入与公积金一致，同意通过"])]
    amount_minor: Annotated[
        int | None, Field(ge=1, le=10**14, description="Within the case's bounds", examples=[5_000_000])
    ] = None
    annual_rate: Annotated[
        Rate | None,
        Field(
            gt=0, lt=1, max_digits=12, description="Within the case's bounds, and only where they name no assessed_rate"
        ),
    ] = None
    answer: Annotated[
        str | None,
        text(10, 2000, lines=True),
        Field(
            description="Of a review alone: what the borrower gets to read",
            examples=["近两年逾期三次，六个月后可再次申请"],
        ),
    ] = None
    reason_codes: Annotated[list[Annotated[str, Field(pattern=r"^R\d{2}$")]], Field(max_length=10)] = []
    document_kinds: Annotated[list[Annotated[str, text(1, 60)]], Field(max_length=20)] = []

    def verdict(self) -> Verdict:
        """In the domain's words."""
        return Verdict(self.choice, self.comment, self.amount_minor, self.annual_rate, tuple(self.reason_codes),
                       tuple(self.document_kinds), self.answer)  # fmt: skip


class BoundsView(BaseModel):
    """Within what a verdict on the case must stay. Where `assessed_rate` is null, an approval names a rate."""

    lowest_minor: int
    highest_minor: int
    assessed_rate: Decimal | None
    highest_rate: Decimal | None
    accepted_documents: list[str]


class CaseView(BaseModel):
    """A case and everything a reviewer decides on: what was declared, collected, screened, assessed, decided."""

    id: UUID
    application_id: UUID
    application_no: str
    customer_id: UUID
    branch: str
    product_code: str
    process_code: str
    process_version: int
    status: CaseStatus
    amount_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    purpose: str
    opened_at: datetime
    waiting_for: list[str]
    declared: DeclaredFacts
    collected: CollectedFacts | None
    fraud: FraudScreened | None
    risk: RiskAssessed | None
    decision: DecisionMade | None
    bounds: BoundsView
    tasks: list[CaseTaskView]
    withheld: list[str] = Field(description="Parts that the caller's permissions do not cover", examples=[["fraud"]])
    sequence: int

    @classmethod
    def of(cls, c: Case, waiting: list[str], tasks: list[Task], sight: Sight = ALL) -> "CaseView":
        """The view of a case."""
        s = c.submitted
        withheld = [] if sight.assessment else ["collected", "risk"]
        withheld += [] if sight.screening else ["fraud", "comments"]
        return cls(
            id=c.id, application_id=c.application_id, application_no=s.application_no, customer_id=s.customer_id,
            branch=s.branch, product_code=s.product_code, process_code=c.process_code, process_version=c.process_version,
            status=c.status, amount_minor=s.amount_minor, term_months=s.term_months,
            repayment_method=s.repayment_method, purpose=s.purpose, opened_at=c.opened_at, waiting_for=waiting,
            declared=s.declared, collected=c.collected if sight.assessment else None,
            fraud=c.fraud if sight.screening else None, risk=c.risk if sight.assessment else None, decision=c.decision,
            bounds=BoundsView.model_validate(c.bounds(), from_attributes=True),
            tasks=[CaseTaskView.of(t, sight) for t in tasks], withheld=withheld, sequence=c.sequence,
        )  # fmt: skip


def _end(id: str, result: str) -> str:
    return (f'<endEvent id="{id}"><extensionElements><camunda:properties><camunda:property name="result" value="{result}"/>'
            "</camunda:properties></extensionElements></endEvent>")  # fmt: skip


# The smallest process that may be published: one question, what its answer means, and what its silence means.
SMALLEST = (
    '<definitions id="d" targetNamespace="urn:xinliu" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="screening-only" isExecutable="true">'
    '<startEvent id="submitted"/><serviceTask id="screening" camunda:topic="fraud-screening.requested"/>'
    '<boundaryEvent id="silence" attachedToRef="screening"><timerEventDefinition><timeDuration>PT5M</timeDuration>'
    "</timerEventDefinition></boundaryEvent>"
    + _end("approved", "APPROVED")
    + _end("declined", "DECLINED")
    + '<sequenceFlow id="a" sourceRef="submitted" targetRef="screening"/>'
    '<sequenceFlow id="b" sourceRef="screening" targetRef="approved"/>'
    '<sequenceFlow id="c" sourceRef="silence" targetRef="declined"/></process></definitions>'
)


class ProcessBody(Body):
    """A process to publish."""

    bpmn: Annotated[
        str,
        Field(
            min_length=1, max_length=1_000_000, pattern=r"^[^\x00]*$", description="BPMN 2.0 XML", examples=[SMALLEST]
        ),
    ]


class ProcessView(BaseModel):
    """A published version; `executor` is `token` where it was proven equal to SpiffWorkflow, else `spiff`."""

    code: str
    version: int
    name: str
    executor: str
    sha256: str
    published_by: str
    published_at: datetime
    proof: dict[str, Any]

    @classmethod
    def of(cls, p: ProcessVersion) -> "ProcessView":
        """The view of a version."""
        return cls(code=p.code, version=p.version, name=p.name, executor=p.executor, sha256=p.sha256,
                   published_by=p.published_by, published_at=p.published_at, proof=p.proof)  # fmt: skip


class PublicationView(BaseModel):
    """What publication has found."""

    code: str
    version: int
    executor: str
    sha256: str
