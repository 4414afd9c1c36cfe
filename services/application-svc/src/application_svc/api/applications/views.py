"""Requests and answers about applications, their documents, offers and contracts."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field

from application_svc.api.documents.views import DocumentView
from application_svc.api.fields import Amount, Code, Ids, Months
from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import ContractStatus, Decision
from application_svc.domain.applications.review import Review, told_reasons
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.applications.wish import Wish
from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.products.product import MOST_MINOR, Channel
from application_svc.domain.products.request import OwnDue
from application_svc.use_cases.applications.ports import ApplicationLine
from loan_contracts.applications import ReviewKind, WithdrawalReason
from loan_contracts.decisions import Outcome, ReviewStatus
from loan_contracts.values import REASONS, REASONS_EN, Rate, Reason, RepaymentMethod
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, JsonObject


class OwnDueBody(Body):
    """What is repaid on a date of one's own."""

    due_on: date
    principal_minor: Annotated[int, Field(ge=0, le=MOST_MINOR, description="0: interest alone")]


class OwnApplicationBody(Body):
    """What a borrower asks for himself. The product's form says what `form` holds: GET /v1/my/products/{code}."""

    product_code: Code
    amount_minor: Amount
    term_months: Months
    repayment_method: Annotated[RepaymentMethod, Field(examples=["EQUAL_INSTALMENT"])]
    schedule: Annotated[
        list[OwnDueBody],
        Field(max_length=360, description="Dates and principals of one's own, where the product's method takes them"),
    ] = []
    purpose: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{1,39}$", examples=["DECORATION"])]
    form: Annotated[JsonObject, Field(examples=[{"employment": "EMPLOYED", "monthly_income_minor": 900000}])] = {}
    device_id: Annotated[str | None, text(1, 128), Field(description="Kept as a keyed hash only")] = None

    reuse_documents: Annotated[
        bool,
        Field(
            description="The customer agrees that papers of his earlier applications that are still valid serve again"
        ),
    ] = False

    def wish(self) -> Wish:
        """What the use case takes."""
        schedule = tuple(OwnDue(row.due_on, row.principal_minor) for row in self.schedule)
        return Wish(
            self.amount_minor, self.term_months, self.repayment_method, self.purpose, self.form, schedule or None
        )


class ApplicationBody(OwnApplicationBody):
    """What a customer asks for. The product's form says what `form` holds: GET /v1/products/{code}."""

    customer_id: UUID
    channel: Annotated[Channel | None, Field(description="Where it came in; absent: the product's own")] = None


class SubmissionBody(Body):
    """A draft is handed in."""

    device_id: Annotated[str | None, text(1, 128)] = None
    reuse_documents: Annotated[
        bool,
        Field(
            description="The customer agrees that papers of his earlier applications that are still valid serve again"
        ),
    ] = False


class WithdrawalBody(Body):
    """Why, as a code: there is no room for words, which would stay in the records of every service."""

    reason: Annotated[WithdrawalReason | None, Field(examples=["CHANGED_MIND"])] = None


class SupplementBody(Body):
    """Nothing to say: the documents that were asked for are uploaded."""


class StatusesBody(Body):
    """Which applications."""

    ids: Ids


class SupplementView(BaseModel):
    """Documents that a reviewer has asked for."""

    kinds: list[DocumentKind]
    requested_at: datetime
    due_at: datetime


class ExplanationView(BaseModel):
    """A reason in the borrower's words."""

    code: str
    zh: str
    en: str


class ReviewBody(Body):
    """What the borrower asks for; in his own words why, if he wants to say it."""

    kind: ReviewKind
    statement: Annotated[str | None, text(1, 500, lines=True), Field(examples=["逾期记录已于去年更正"])] = None


class ReviewView(BaseModel):
    """A request about a decision, and how it stands. The answer itself is read at workflow-svc, where a person has
    written it: `GET /v1/applications/{id}/reviews`."""

    id: UUID
    decision_id: UUID
    kind: ReviewKind
    status: ReviewStatus = Field(description="OPEN until a person who took no part in the decision has answered")
    statement: str | None
    requested_at: datetime
    due_at: datetime | None = Field(description="By when it is answered; null until the request has been handed over")
    answered_at: datetime | None
    answer_sha256: str | None

    @classmethod
    def of(cls, r: Review) -> "ReviewView":
        """The view of a request."""
        return cls(
            id=r.id,
            decision_id=r.decision_id,
            kind=r.kind,
            status=r.status or ReviewStatus.OPEN,
            statement=r.statement,
            requested_at=r.requested_at,
            due_at=r.due_at,
            answered_at=r.answered_at,
            answer_sha256=r.answer_sha256,
        )


class ReviewsView(BaseModel):
    """The requests about an application's decisions, oldest first."""

    items: list[ReviewView]


class DecisionView(BaseModel):
    """How it was decided. Staff see the reasons with their figures; a borrower, and his channel, the reasons in his
    words (`explanations`), at most four and never a fraud rule. He may ask for more: POST …/reviews."""

    id: UUID
    outcome: Outcome
    amount_minor: int
    term_months: int
    annual_rate: Rate | None
    reasons: list[Reason]
    explanations: list[ExplanationView] = Field(description="What the borrower is told")
    automatic: bool
    decided_by: str
    decided_at: datetime

    @classmethod
    def of(cls, d: Decision, with_reasons: bool) -> "DecisionView":
        """The view of a decision."""
        told = told_reasons(d.reasons, d.outcome is Outcome.DECLINED)
        reasons = list(d.reasons) if with_reasons else [Reason(code=code, detail=REASONS[code]) for code in told]
        return cls(
            id=d.id,
            outcome=d.outcome,
            amount_minor=d.amount_minor,
            term_months=d.term_months,
            annual_rate=d.annual_rate,
            reasons=reasons,
            automatic=d.automatic,
            explanations=[ExplanationView(code=code, zh=REASONS[code], en=REASONS_EN[code]) for code in told],
            decided_by=d.decided_by if with_reasons else "",
            decided_at=d.decided_at,
        )


class OwnDueView(BaseModel):
    """What is repaid on a date of one's own."""

    due_on: date
    principal_minor: int


class ApplicationView(BaseModel):
    """An application."""

    id: UUID
    application_no: str = Field(examples=["AP202611237Q2M4K9T0ZBA"])
    customer_id: UUID
    branch: str
    channel: str
    product_code: str
    product_version: int
    amount_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    schedule: list[OwnDueView]
    purpose: str
    form: dict[str, Any]
    status: ApplicationStatus
    contract_status: ContractStatus | None
    documents: list[DocumentView]
    supplement: SupplementView | None
    decision: DecisionView | None
    loan_id: UUID | None
    created_by: str
    created_at: datetime
    submitted_at: datetime | None
    sequence: int

    @classmethod
    def of(cls, a: Application, with_reasons: bool = False) -> "ApplicationView":
        """The view of an application."""
        supplement = a.supplement and SupplementView(
            kinds=list(a.supplement.kinds), requested_at=a.supplement.requested_at, due_at=a.supplement.due_at
        )
        return cls(
            id=a.id,
            application_no=a.application_no,
            customer_id=a.customer_id,
            branch=a.branch,
            channel=a.channel,
            product_code=a.product_code,
            product_version=a.product_version,
            amount_minor=a.wish.amount_minor,
            term_months=a.wish.term_months,
            repayment_method=a.wish.method,
            schedule=[
                OwnDueView(due_on=row.due_on, principal_minor=row.principal_minor) for row in a.wish.schedule or ()
            ],
            purpose=a.wish.purpose,
            form=dict(a.wish.form),
            status=a.status,
            contract_status=a.contract_status,
            documents=[DocumentView.of(document) for document in a.documents],
            supplement=supplement,
            decision=a.decision and DecisionView.of(a.decision, with_reasons),
            loan_id=a.loan_id,
            created_by=a.created_by,
            created_at=a.created_at,
            submitted_at=a.submitted_at,
            sequence=a.sequence,
        )


class ReceiptView(BaseModel):
    """Where an application stands: the answer of every act on it."""

    id: UUID
    application_no: str
    status: ApplicationStatus
    contract_status: ContractStatus | None
    sequence: int

    @classmethod
    def of(cls, a: Application) -> "ReceiptView":
        """The view of an application."""
        return cls.model_validate(a, from_attributes=True)


class ApplicationLineView(BaseModel):
    """An application in a list, with what is needed to act on its offer."""

    id: UUID
    application_no: str
    customer_id: UUID
    branch: str
    product_code: str
    amount_minor: int
    term_months: int
    status: ApplicationStatus
    contract_status: ContractStatus | None
    sequence: int
    created_at: datetime
    submitted_at: datetime | None
    loan_id: UUID | None
    disclosure_hash: str | None
    contract_hash: str | None
    forced_read_seconds: int | None
    offer_expires_at: datetime | None
    decided_at: datetime | None
    disbursed_at: datetime | None

    @classmethod
    def of(cls, line: ApplicationLine) -> "ApplicationLineView":
        """The view of a line."""
        return cls.model_validate(line, from_attributes=True)


class StatusesView(BaseModel):
    """Those of the applications that exist and that one may see, in no particular order."""

    items: list[ApplicationLineView]
