"""What the routes of tasks take and answer."""

import re
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from loan_contracts.values import CONDITIONS, FlowTaken, Rate
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from workflow_svc.api.sight import ALL, Sight, shown_flows
from workflow_svc.domain.authority.binding import Exceptional
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.tasks.plan import Plan
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.use_cases.tasks.ports import TaskCounts, Waiting

IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NUMBER = re.compile(r"[0-9]{11}|[0-9]{4}[Xx]\b")  # telephone, card and identity numbers


class SittingView(BaseModel):
    """A committee: who votes, who has the last word on an approval, and whether nobody learns who voted how."""

    members: list[str]
    chair: str | None
    secret: bool


class TaskView(BaseModel):
    """A task of the inbox."""

    id: UUID
    case_id: UUID
    application_id: UUID
    stage: str
    name: str
    role: str
    branch: str
    product_code: str | None = Field(description="Null for a task from before products were noted")
    application_no: str | None
    amount_minor: int
    outcomes: list[Choice]
    status: TaskStatus
    assignee: str | None
    handed_by: str | None = Field(description="Who has handed it over to him; he may take it back, or get it back")
    suspended_at: datetime | None = Field(description="Since when its time stands still")
    snoozed_until: datetime | None = Field(description="Until when its holder has laid it aside")
    votes: int
    quorum: int
    created_at: datetime
    due_at: datetime
    completed_at: datetime | None
    outcome: Choice | None
    sitting: SittingView | None = Field(description="The committee that was appointed to vote on it, if there is one")
    flows: list[FlowTaken] = Field(description="Why a person has to look: where the process turned to this task")
    priority: int | None = Field(description="Up to 100, the most urgent; null where its process tells none")
    follow_up_at: datetime | None
    form_key: str | None
    form: dict[str, Any] | None = Field(description="JSON Schema of what has to be told with the decision")
    told: dict[str, Any] | None = Field(description="What was told with it")
    given: dict[str, Any] | None = Field(description="What its process hands in for the work (input parameters)")
    sequence: int

    @classmethod
    def of(cls, t: Task, sight: Sight = ALL) -> Self:
        """The view of a task."""
        return cls.model_validate(cls.fields(t, sight))

    @classmethod
    def fields(cls, t: Task, sight: Sight) -> dict[str, object]:
        """The fields of a task."""
        return {
            "id": t.id,
            "case_id": t.case_id,
            "application_id": t.application_id,
            "stage": t.stage,
            "name": t.name,
            "role": t.role,
            "branch": t.branch,
            "product_code": t.product_code or None,
            "application_no": t.application_no or None,
            "amount_minor": t.requested_minor,
            "outcomes": [Choice(outcome) for outcome in t.outcomes],
            "status": t.status,
            "assignee": t.assignee,
            "handed_by": t.handed_by,
            "suspended_at": t.suspended_at,
            "snoozed_until": t.snoozed_until,
            "votes": len(t.votes),
            "quorum": t.signers,
            "created_at": t.created_at,
            "due_at": t.due_at,
            "completed_at": t.completed_at,
            "outcome": t.verdict.choice if t.verdict else None,
            "sitting": t.sitting and SittingView.model_validate(t.sitting, from_attributes=True),
            "flows": shown_flows(t.flows, sight),
            **plan_of(t, sight),
            "sequence": t.sequence,
        }


def plan_of(t: Task, sight: Sight) -> dict[str, object]:
    """How a task is offered; what was filled in is for those who see what was assessed."""
    plan = t.plan or Plan()
    return {
        "priority": plan.priority,
        "follow_up_at": plan.follow_up_at,
        "form_key": plan.form_key or None,
        "form": plan.form or None,
        "told": plan.told if plan.told and sight.assessment else None,
        "given": plan.given if plan.given and sight.assessment else None,
    }


class WaitingView(BaseModel):
    """How many tasks wait."""

    open: int = Field(description="In the inbox: nobody has taken them")
    claimed: int = Field(description="In somebody's hands")
    overdue: int = Field(description="Of both, those past their due time")

    @classmethod
    def of(cls, waiting: Waiting) -> Self:
        """The view of a count."""
        return cls(**asdict(waiting))


class WaitingOfView(WaitingView):
    """How many tasks wait of one kind."""

    value: str = Field(description="The role, branch, stage or product", examples=["manual_review"])


class TaskCountsView(BaseModel):
    """How many tasks wait in an inbox. What nothing waits for is left out of the lists."""

    all: WaitingView
    mine: WaitingView = Field(description="In the caller's hands")
    by_role: list[WaitingOfView]
    by_branch: list[WaitingOfView]
    by_stage: list[WaitingOfView]
    by_product: list[WaitingOfView] = Field(description="An empty value: tasks from before products were noted")

    @classmethod
    def of(cls, counts: TaskCounts) -> Self:
        """The view of counts."""
        by = {
            dimension: [WaitingOfView(value=value, **asdict(waiting)) for value, waiting in told.items()]
            for dimension, told in counts.by.items()
        }
        return cls(
            all=WaitingView.of(counts.all),
            mine=WaitingView.of(counts.mine),
            by_role=by["role"],
            by_branch=by["branch"],
            by_stage=by["stage"],
            by_product=by["product_code"],
        )


SUBJECT = Field(
    pattern=r"^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$",
    description="The subject of his token: a name for people, never a number of theirs",
    examples=["u-approver-2"],
)


def _no_number(value: str) -> str:
    if NUMBER.search(value) and not IDENTIFIER.fullmatch(value):
        raise ValueError("a subject holds no number of a person: it goes into messages")
    return value


Subject = Annotated[str, SUBJECT, AfterValidator(_no_number)]
Place = Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,12}([._-][A-Za-z0-9]{1,12}){0,3}$")]
"""A branch, product or grade, as codes go into messages."""


class ReassignmentBody(Body):
    """To whom the task goes."""

    to: Subject


Conditions = Annotated[list[Annotated[str, Field(pattern=r"^[A-Z_]{1,64}$")]], Field(max_length=20)]


Whole = Annotated[int, Field(ge=-(10**15), le=10**15)]


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
    exceptions: Annotated[
        list[Exceptional], Field(max_length=5, description="Those that the approval needs by the case's bounds")
    ] = []
    exception_reason: Annotated[
        str | None, text(0, 2000, lines=True), Field(description="Why; a second person signs after this one")
    ] = None

    conditions: Annotated[
        Conditions, Field(description=f"Of an approval: before the pay-out. {', '.join(CONDITIONS)}")
    ] = []
    conditions_before_contract: Annotated[
        Conditions, Field(description="Of an approval: before the contract is signed, of the same list")
    ] = []
    form: Annotated[
        dict[Annotated[str, text(1, 60)], Annotated[str, text(0, 2000, lines=True)] | Whole | bool | None],
        Field(
            max_length=50, description="What the task's form asks for, by its fields", examples=[{"site_visited": True}]
        ),
    ] = {}

    def verdict(self) -> Verdict:
        """In the domain's words."""
        return Verdict(
            choice=self.choice,
            comment=self.comment,
            amount_minor=self.amount_minor,
            annual_rate=self.annual_rate,
            reason_codes=tuple(self.reason_codes),
            document_kinds=tuple(self.document_kinds),
            answer=self.answer,
            exceptions=tuple(self.exceptions),
            exception_reason=self.exception_reason,
            conditions=tuple(self.conditions),
            conditions_before_contract=tuple(self.conditions_before_contract),
        )
