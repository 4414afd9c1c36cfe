"""What partners say and are told: the partner API's own shapes, version 1."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from integration_gateway.domain.partners.partner_application import PartnerApplication, Stage
from integration_gateway.use_cases.partners.records import EventRow
from loan_contracts.message import JsonObject as Told
from loan_contracts.values import RepaymentMethod, Source
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day, JsonObject

IdentityNumber = Annotated[str, text(1, 40), Field(examples=["990101199003078017"])]
MobileNumber = Annotated[str, text(1, 40), Field(examples=["13800001234"])]


class PreCheckBody(Body):
    """Who wants to apply."""

    identity_number: IdentityNumber
    mobile: MobileNumber


class PreCheckView(BaseModel):
    """`hit`: the person is a customer of the lender already. Nothing was created."""

    hit: bool


class ApplicantBody(Body):
    """Who applies."""

    name: Annotated[str, text(1, 100), Field(examples=["张示例"])]
    identity_number: IdentityNumber
    mobile: MobileNumber
    card_number: Annotated[
        str | None, text(1, 40), Field(description="For pay-out and repayment", examples=["6209990000000000011"])
    ] = None
    id_issued_on: Day | None = None
    id_expires_on: Annotated[Day | None, Field(examples=["2035-01-31"])] = None
    employer: Annotated[str | None, text(1, 200)] = None
    address: Annotated[str | None, text(1, 300)] = None


class SignedConsentBody(Body):
    """A permission that the applicant has given, with its electronic signature where the source needs one (the wording
    is that of the lender: `GET /v1/consent-texts`)."""

    source: Annotated[Source, Field(examples=["IDENTITY"])]
    signature_reference: Annotated[
        str | None, Field(pattern=r"^[A-Za-z0-9:/._-]{1,200}$", examples=["ca:20261123-1"])
    ] = None
    signed_sha256: Annotated[str | None, Field(pattern=r"^[0-9a-f]{64}$", examples=["0f" * 32])] = None


class PaperBody(Body):
    """A paper: its content decides whether it is a PDF, a JPEG or a PNG, whatever it is called."""

    kind: Annotated[str, Field(pattern=r"^[A-Z][A-Z_]{1,39}$", examples=["INCOME_PROOF"])]
    content: Annotated[
        str,
        Field(
            pattern=r"^[A-Za-z0-9+/]+={0,2}$",
            description="In base64 (RFC 4648 §4)",
            json_schema_extra={"contentEncoding": "base64"},
            examples=["JVBERi0xLjcK"],
        ),
    ]


class SubmissionBody(Body):
    """An application."""

    reference: Annotated[
        str, Field(pattern=r"^[A-Za-z0-9._-]{1,64}$", description="The partner's own number", examples=["ORDER-1"])
    ]
    product_code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]{1,39}$", examples=["CONSUMER_CREDIT"])]
    amount_minor: Annotated[int, Field(ge=1, le=10**13, examples=[5_000_000])]
    term_months: Annotated[int, Field(ge=1, le=600, examples=[12])]
    repayment_method: Annotated[RepaymentMethod, Field(examples=["EQUAL_INSTALMENT"])]
    purpose: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{1,39}$", examples=["DECORATION"])]
    form: Annotated[
        JsonObject,
        Field(
            description="As the product's form says",
            examples=[{"employment": "EMPLOYED", "monthly_income_minor": 900000}],
        ),
    ] = {}
    device_id: Annotated[str | None, text(1, 128)] = None
    applicant: ApplicantBody
    consents: Annotated[list[SignedConsentBody], Field(min_length=1, max_length=20)]
    documents: Annotated[list[PaperBody], Field(max_length=10, description="15 MiB in all")] = []


class CancellationBody(Body):
    """The applicant steps back."""


class SupplementBody(Body):
    """The papers that were asked for are there."""


class PaperView(BaseModel):
    """A paper as it was taken."""

    id: UUID
    kind: str
    media_type: str = Field(examples=["application/pdf"])
    size_bytes: int
    sha256: str


class SubmittedView(BaseModel):
    """An application that was taken in."""

    application_id: UUID
    application_no: str | None
    reference: str
    stage: Stage

    @classmethod
    def of(cls, a: PartnerApplication) -> Self:
        """The view of an application."""
        return cls(application_id=a.id, application_no=a.application_no, reference=a.reference, stage=a.stage)


class StatusView(SubmittedView):
    """How far an application came, and where its borrower goes on."""

    product_code: str
    amount_minor: int
    term_months: int
    created_at: datetime
    decided: JsonObject | None = Field(description="As the webhook `application.decided` told it")
    supplement: JsonObject | None = Field(description="The documents that are asked for")
    borrower_url: str | None = Field(
        description="Where the borrower himself reads the disclosure, confirms it and signs; null without an offer"
    )

    @classmethod
    def shown(cls, a: PartnerApplication, events: list[EventRow], pages: str) -> Self:
        """The view of an application and what was told of it."""
        offered = a.stage is Stage.OFFERED
        asked = last_of(events, "application.supplement-requested") if a.stage is Stage.SUPPLEMENT else None
        return cls(
            **SubmittedView.of(a).model_dump(),
            product_code=a.product_code,
            amount_minor=a.amount_minor,
            term_months=a.term_months,
            created_at=a.created_at,
            decided=last_of(events, "application.decided"),
            supplement=asked,
            borrower_url=borrower_url(a, pages) if offered else None,
        )


class PartnerOfferView(BaseModel):
    """An offer. Only the borrower himself confirms its disclosure and signs, at `borrower_url`."""

    application_id: UUID
    contract_no: str
    amount_minor: int
    term_months: int
    annual_rate: str
    apr_irr_nominal: str
    repayment_method: RepaymentMethod
    expires_at: datetime
    borrower_url: str


class RepaymentView(BaseModel):
    """Money that has come in, or that was to come in."""

    type: str = Field(examples=["repayment.received"])
    told_at: datetime
    instalment_no: int | None = None
    due_date: date | None = None
    amount_minor: int | None = None
    total_minor: int | None = None
    overdue_minor: int | None = None
    business_date: date | None = None
    outstanding_principal_minor: int | None = None


class RepaymentsView(BaseModel):
    """What was paid, fell due and was missed, in order."""

    loan_id: UUID
    items: list[RepaymentView]


class PlannedView(BaseModel):
    """One instalment. Number 0 is what the pay-out itself costs."""

    number: int
    due_on: date
    payable_on: date = Field(description="Up to when it is paid in time")
    principal_minor: int
    interest_minor: int
    fee_minor: int
    total_minor: int
    balance_minor: int = Field(description="The principal that is owed after it")
    unpaid_minor: int
    settled_on: date | None


class PlanView(BaseModel):
    """The repayment plan as the loan's books have it now, with what has been paid."""

    loan_id: UUID
    items: list[PlannedView]


def last_of(events: list[EventRow], type: str) -> Told | None:
    """What the last event of a type said."""
    return next((each.data for each in reversed(events) if each.type == type), None)


def borrower_url(a: PartnerApplication, pages: str) -> str:
    """The borrower's own page of an application."""
    return f"{pages.rstrip('/')}/{a.id}"
