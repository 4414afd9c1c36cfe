"""What workflow-svc tells about tasks and decisions, and what it is asked to decide beside applications."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from pydantic import Field

from loan_contracts.message import ApplicationMessage, CaseMessage, Family, Message, Shown
from loan_contracts.texts import Code, Digest, Number, Subject, Version
from loan_contracts.values import FlowTaken, Minor, Rate, Reason, RepaymentMethod

CASES = UUID("1e7f2a0c-6d0b-5c35-9f0e-3a0d6f2b7c51")


def case_id_of(application_id: UUID) -> UUID:
    """The id of an application's case: it follows from the application, so that there is one and everybody knows it."""
    return uuid5(CASES, str(application_id))


def case_id_of_approval(approval_id: UUID) -> UUID:
    """The id of an approval's case: it follows from the approval, so that there is one and everybody knows it."""
    return uuid5(CASES, f"approval {approval_id}")


class TaskCreated(CaseMessage):
    """A human task waits in the inbox of a role."""

    TYPE = "task.created"
    task_id: Shown[UUID]
    stage: Shown[Code]
    role: Shown[Code]
    branch: Code
    amount_minor: Shown[Minor]
    due_at: Shown[datetime]
    hints: Shown[list[Code]] = []
    flows: Shown[list[FlowTaken]] = []


class TaskClaimed(CaseMessage):
    """A person has taken a task."""

    TYPE = "task.claimed"
    task_id: Shown[UUID]
    assignee: Shown[Subject]


class TaskCompleted(CaseMessage):
    """A person has decided a task."""

    TYPE = "task.completed"
    case_id: Shown[UUID]
    task_id: Shown[UUID]
    stage: Shown[Code]
    outcome: Shown[Code]
    assignee: Shown[Subject]
    comment_sha256: Shown[Digest | None] = Field(
        None,
        description="SHA-256 of the comment in UTF-8, which proves the text that workflow-svc shows with the case",
    )
    completed_at: datetime


class TaskReassigned(CaseMessage):
    """A task has gone to another person, or back to the inbox (assignee absent)."""

    TYPE = "task.reassigned"
    task_id: Shown[UUID]
    assignee: Shown[Subject | None] = None
    role: Shown[Code | None] = Field(None, description="The role that it is for from now on; absent: as before")


class WaitingTask(CaseMessage):
    """A task waits, and somebody is told so."""

    task_id: Shown[UUID]
    stage: Shown[Code]
    role: Shown[Code]
    due_at: Shown[datetime]
    assignee: Shown[Subject | None] = None
    recipients: Shown[list[Subject]] = Field([], max_length=50, description="Who is told, by their user ids")


class TaskReminded(WaitingTask):
    """Half of the time of a task has passed."""

    TYPE = "task.reminded"


class TaskOverdue(WaitingTask):
    """A task has passed its due time."""

    TYPE = "task.overdue"


class TaskHandedOver(WaitingTask):
    """A task has waited for half its time more than it had, and has gone to the deputy (assignee), if there is one."""

    TYPE = "task.handed-over"
    handed_over_by: Shown[Subject | None] = Field(None, description="In whose hands it was before")


class TaskMentioned(WaitingTask):
    """Somebody has mentioned colleagues in a note about a task. The note is read at workflow-svc."""

    TYPE = "task.mentioned"
    note_id: Shown[UUID] = Field(description="The note")
    mentioned_by: Shown[Subject] = Field(description="Who wrote it")


class EvidenceLapsing(WaitingTask):
    """Evidence that a task of a running case needed lapses (due_at), and is renewed before that."""

    TYPE = "evidence.lapsing"
    checkpoint_id: Shown[UUID] = Field(description="Which piece of evidence, at workflow-svc")
    kind: Shown[Code] = Field(description="INTERVIEW, DUAL_RECORDING, SIGNATURE, DISCLOSURE, VALUATION")


class SupplementRequested(ApplicationMessage):
    """A reviewer needs more documents before deciding."""

    TYPE = "supplement.requested"
    case_id: UUID
    document_kinds: Shown[list[Code]]
    due_at: Shown[datetime]


class ReviewStatus(StrEnum):
    """OPEN while a person looks; then the decision is UPHELD or REVISED."""

    OPEN = "OPEN"
    UPHELD = "UPHELD"
    REVISED = "REVISED"


class ReviewUpdated(ApplicationMessage):
    """A borrower's request about a decision has become a task, or is answered. The answer is text and is read at
    workflow-svc; its hash proves it."""

    TYPE = "review.updated"
    review_id: Shown[UUID]
    case_id: Shown[UUID]
    task_id: Shown[UUID]
    status: Shown[ReviewStatus] = Field(description="OPEN as a task, or how it was answered")
    due_at: Shown[datetime]
    answer_sha256: Shown[Digest | None] = Field(
        None, description="SHA-256 of the answer in UTF-8; absent while it is open"
    )
    updated_at: datetime = Field(description="When it became so")


class Outcome(StrEnum):
    """How an application ends. CONDITIONAL is an approval of less than was asked for."""

    APPROVED = "APPROVED"
    CONDITIONAL = "CONDITIONAL"
    DECLINED = "DECLINED"


class DecisionMade(ApplicationMessage):
    """The one decision of an application, with everything needed to explain it."""

    TYPE = "decision.made"
    case_id: UUID
    decision_id: Shown[UUID]
    outcome: Shown[Outcome]
    amount_minor: Shown[Minor] = 0
    term_months: Shown[int] = 0
    annual_rate: Shown[Rate | None] = None
    repayment_method: Shown[RepaymentMethod | None] = None
    score: Shown[int | None] = None
    grade: Shown[Code | None] = None
    reasons: Shown[list[Reason]] = []
    automatic: Shown[bool]
    exceptions: Shown[list[Code]] = Field(
        [], description="What was approved by exception, signed by all of `decided_by`: ABOVE_LIMIT and the like"
    )
    conditions: Shown[list[Code]] = Field(
        [], description="What is fulfilled before the pay-out, beside the product's own conditions (values.CONDITIONS)"
    )
    conditions_before_contract: Shown[list[Code]] = Field(
        [], description="What is fulfilled before the contract is signed, each checked off by a person"
    )
    decided_by: Shown[Subject]
    versions: Shown[dict[Code, Version]] = {}
    decided_at: datetime
    supersedes: Shown[UUID | None] = Field(
        None, description="The decision that this one takes the place of, after a review"
    )


class ApprovalSubject(StrEnum):
    """What shall be done with a loan."""

    RESTRUCTURING = "RESTRUCTURING"
    WAIVER = "WAIVER"
    WRITE_OFF = "WRITE_OFF"


class ApprovalMessage(Message):
    """A message about one approval. It belongs to the application that the loan came of."""

    KEY = "approval_id"
    approval_id: Shown[UUID] = Field(description="The change of the loan, at postloan-svc")
    application_id: UUID
    loan_id: Shown[UUID]
    subject: Shown[ApprovalSubject] = Field(description="What shall be done with the loan")


class ApprovalRequested(ApprovalMessage):
    """postloan-svc asks that an act on a loan is approved by a process. Nothing changes before, and it is done by who
    asked for it."""

    TYPE = "approval.requested"
    loan_no: Shown[Number]
    process_code: Shown[Code]
    customer_id: UUID
    branch: Shown[Code]
    product_code: Shown[Code]
    channel: Code = "branch"
    amount_minor: Shown[Minor] = Field(description="What the act is about: what is owed, or let go")
    committee_over_minor: Minor = Field(50_000_000, description="Above this amount a committee decides (§15.7)")
    annual_rate: Rate = Field(description="Of the loan, as it is")
    term_months: int
    repayment_method: RepaymentMethod
    requested_by: Subject = Field(description="May not approve it (R-9.10)")
    requested_at: datetime = Field(description="When")


class ApprovalDecided(ApprovalMessage):
    """The one decision of an approval; postloan-svc does what was approved, or does not."""

    TYPE = "approval.decided"
    case_id: UUID
    outcome: Shown[Outcome] = Field(description="APPROVED or DECLINED")
    amount_minor: Shown[Minor] = Field(description="As it was asked for")
    reasons: Shown[list[Reason]] = []
    conditions: Shown[list[Code]] = Field([], description="What was approved on (values.CONDITIONS)")
    decided_by: Shown[Subject]
    versions: Shown[dict[Code, Version]] = {}
    decided_at: datetime


MESSAGES: Family = (
    TaskCreated,
    TaskClaimed,
    TaskCompleted,
    TaskReassigned,
    TaskReminded,
    TaskOverdue,
    TaskHandedOver,
    TaskMentioned,
    EvidenceLapsing,
    SupplementRequested,
    ReviewUpdated,
    DecisionMade,
    ApprovalRequested,
    ApprovalDecided,
)
