"""What application-svc tells about applications, offers and contracts."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field

from loan_contracts.facts import DeclaredFacts
from loan_contracts.message import ApplicationMessage, Family, Shown
from loan_contracts.texts import Code, Digest, Number, SealText, Subject, Token
from loan_contracts.values import (
    AS_USUAL,
    FREE_PREPAYMENT,
    AgreedFee,
    Currency,
    HolidayRule,
    LineTerms,
    Minor,
    PayMode,
    PrepaymentTerms,
    Rate,
    RepaymentMethod,
    RepaymentTerms,
    Source,
    Value,
)


class Paper(Value):
    """A document that application-svc keeps: what it proves, and the hash of its content."""

    document_id: UUID = Field(description="The document, at application-svc")
    kind: Code = Field(description="What it proves")
    sha256: Digest = Field(description="SHA-256 of its content")


class ApplicationSubmitted(ApplicationMessage):
    """A complete application has entered; workflow-svc starts its case.

    Person, mobile, card and device are keyed hashes (blind indexes): equal for equal values, useless without the key.
    """

    TYPE = "application.submitted"
    application_no: Shown[Number]
    customer_id: UUID
    branch: Shown[Code]
    channel: Shown[Code]
    product_code: Shown[Code]
    product_version: Shown[int]
    process_code: Code
    amount_minor: Shown[Minor]
    currency: Currency = "CNY"
    term_months: Shown[int]
    repayment_method: Shown[RepaymentMethod]
    purpose: Shown[Code]
    auto_authority_minor: Minor = Field(description="Up to this amount the product may be approved automatically")
    committee_over_minor: Minor = Field(
        50_000_000, description="Above this amount a committee decides; absent: that of domain.md §15.7"
    )
    product_min_minor: Minor
    product_max_minor: Minor
    max_annual_rate: Rate | None = Field(None, description="What the product may cost at most a year (R-2.24)")
    customer_type: Code = Field("PERSONAL", description="Who borrows: PERSONAL, SOLE_TRADER, SME_OWNER or ENTERPRISE")
    online_consumer_credit: bool = Field(
        True,
        description="Personal consumption credit over the internet, which R-2.5a caps; absent: the stricter reading",
    )
    own_exposure_minor: Minor = Field(
        0, description="What the customer owes us or has been approved without collateral, this application left out"
    )
    own_online_consumer_minor: Minor | None = Field(
        None,
        description="The part of it that is online consumer credit (R-2.5a); absent: all of it, the stricter reading",
    )
    legal_room_minor: Minor | None = Field(
        None,
        description="What R-2.5a leaves the borrower, where it binds; absent: its cap less what he has of the kind",
    )
    own_debt_service_minor: Minor = Field(
        0, description="What all loans of ours, with or without collateral, cost the customer a month (R-11.1)"
    )
    accepted_documents: list[Code] = Field([], description="Kinds that a supplement may ask for")
    required_documents: list[Code] = Field([], description="Kinds that the product asks of every applicant")
    documents: dict[Code, datetime] | None = Field(
        None, description="Kinds that were handed in, and when the newest of each was uploaded; absent: not told"
    )
    papers: list[Paper] | None = Field(None, description="All of them, each with its hash; absent: not told")
    required_sources: list[Source]
    optional_sources: list[Source] = []
    consent_ids: dict[Source, UUID] = {}
    declared: DeclaredFacts
    person_token: Token
    mobile_token: Token
    card_token: Token | None = None
    device_token: Token | None = None
    submitted_at: datetime
    submitted_by: Subject = Field(description="Subject of the token that submitted it; may not approve it")
    made_by: list[Subject] = Field([], description="Who drafted it and uploaded its papers; may not approve it either")


class ApplicationSupplemented(ApplicationMessage):
    """The documents that were asked for have arrived."""

    TYPE = "application.supplemented"
    document_kinds: Shown[list[Code]]
    supplemented_at: datetime
    supplemented_by: list[Subject] = Field([], description="Who uploaded them; may not approve the application")
    papers: list[Paper] = Field([], description="What was handed in")


class DocumentAttached(ApplicationMessage):
    """The record of an interview, a dual recording, a valuation or the like was uploaded while the application is in
    process: evidence that a task may name."""

    TYPE = "document.attached"
    document_id: Shown[UUID] = Field(description="The document, at application-svc")
    kind: Shown[Code] = Field(description="INTERVIEW, DUAL_RECORDING, SIGNATURE, DISCLOSURE, VALUATION")
    sha256: Shown[Digest] = Field(description="SHA-256 of its content")
    uploaded_by: Shown[Subject] = Field(description="May not approve the application")
    uploaded_at: datetime = Field(description="When")


class WithdrawalReason(StrEnum):
    """Why an applicant steps back. What he says beside it is not kept."""

    CHANGED_MIND = "CHANGED_MIND"
    NO_LONGER_NEEDED = "NO_LONGER_NEEDED"
    BETTER_OFFER = "BETTER_OFFER"
    TOO_EXPENSIVE = "TOO_EXPENSIVE"
    TOO_LITTLE = "TOO_LITTLE"
    TOO_SLOW = "TOO_SLOW"
    WRONG_DETAILS = "WRONG_DETAILS"
    DUPLICATE = "DUPLICATE"
    OTHER = "OTHER"


def _a_code(reason: object) -> object:
    """Until a version ago a reason could be written: what is none of the codes goes no further."""
    return reason if reason == "" or reason in WithdrawalReason.__members__ else WithdrawalReason.OTHER.value


class ApplicationWithdrawn(ApplicationMessage):
    """The applicant has withdrawn; the case ends without a decision."""

    TYPE = "application.withdrawn"
    reason: Shown[Annotated[Code, BeforeValidator(_a_code)]] = Field(
        "", description=f"One of {', '.join(WithdrawalReason)}"
    )
    withdrawn_at: datetime


class ReviewKind(StrEnum):
    """What a borrower may ask for about a decision (PIPL 24, R-9.9)."""

    EXPLANATION = "EXPLANATION"  # why it was decided so
    HUMAN_REVIEW = "HUMAN_REVIEW"  # that a person who took no part in it decides again


class ReviewRequested(ApplicationMessage):
    """A borrower wants a decision explained, or looked at by a person. What he wrote stays with application-svc."""

    TYPE = "review.requested"
    review_id: Shown[UUID]
    decision_id: Shown[UUID]
    kind: Shown[ReviewKind] = Field(description="An explanation, or that a person decides again")
    requested_by: Subject = Field(description="Subject of the token that asked for it; may not review it")
    requested_at: datetime = Field(description="When it was asked for")


class OfferMade(ApplicationMessage):
    """An approved application has an offer with its cost disclosure (domain.md R-2.20)."""

    TYPE = "offer.made"
    contract_no: Shown[Number]
    amount_minor: Shown[Minor]
    term_months: Shown[int]
    annual_rate: Shown[Rate]
    repayment_method: Shown[RepaymentMethod]
    apr_irr_nominal: Shown[Rate]
    disclosure_hash: Shown[Digest]
    contract_hash: Digest | None = Field(
        None, description="Hash of the contract that is signed when the offer is accepted"
    )
    expires_at: Shown[datetime]


class ConfirmationMethod(StrEnum):
    """How the cost disclosure was confirmed (domain.md R-2.21)."""

    FORCED_READING = "FORCED_READING"  # given out to the borrower's client and read for the forced time
    SIGNED_TABLE = "SIGNED_TABLE"  # signed on paper at a branch


class DisclosureConfirmed(ApplicationMessage):
    """The borrower has read and confirmed the cost disclosure (domain.md R-2.21)."""

    TYPE = "disclosure.confirmed"
    disclosure_hash: Shown[Digest]
    read_seconds: Shown[int]
    method: ConfirmationMethod = ConfirmationMethod.FORCED_READING
    delivered_at: datetime | None = None
    scan_sha256: Digest | None = Field(None, description="Of the table that was signed on paper")
    confirmed_at: datetime


class ContractSigned(ApplicationMessage):
    """The contract is signed; postloan-svc books and pays out the loan."""

    TYPE = "contract.signed"
    SEALED = (
        "application_id",
        "contract_no",
        "customer_id",
        "branch",
        "product_code",
        "amount_minor",
        "currency",
        "term_months",
        "annual_rate",
        "repayment_method",
        "penalty_multiple",
        "grace_days",
        "contract_hash",
        "card_token",
        "signed_at",
    )
    SEALED_IF_SAID = (
        "fees",
        "holiday_rule",
        "prepayment",
        "repayment",
        "handled_by",
        "channel",
        "conditions",
        "pay_mode",
        "payee_token",
        "purpose",
        "credit_line",
    )
    contract_no: Shown[Number]
    customer_id: UUID
    branch: Code
    product_code: Code
    amount_minor: Shown[Minor]
    currency: Currency = "CNY"
    term_months: Shown[int]
    annual_rate: Shown[Rate]
    repayment_method: Shown[RepaymentMethod]
    penalty_multiple: Rate
    grace_days: int
    fees: tuple[AgreedFee, ...] = Field((), description="What the loan costs beside interest, as it was disclosed")
    holiday_rule: HolidayRule = Field(
        HolidayRule.FOLLOWING, description="Up to when what is due on a free day is in time"
    )
    prepayment: PrepaymentTerms = Field(FREE_PREPAYMENT, description="What is agreed on repaying before the term")
    repayment: RepaymentTerms = Field(AS_USUAL, description="What is agreed on the schedule beside rate and method")
    contract_hash: Shown[Digest]
    card_token: Token | None = Field(None, description="The borrower's verified card, to which the loan is paid out")
    signed_at: datetime
    handled_by: tuple[Subject, ...] = Field(
        (), description="Who made, decided and contracted it; none of them has the loan paid out (R-9.15)"
    )
    channel: Code | None = Field(None, description="Where its product is sold; absent: not told, as at a branch")
    conditions: tuple[Code, ...] = Field(
        (), description="What is to be fulfilled before the pay-out, each checked off by a person (R-9.15)"
    )
    pay_mode: PayMode = Field(PayMode.SELF, description="Whom it is paid out to (R-2.6a)")
    payee_token: Token | None = Field(
        None, description="Keyed hash of the counterparty that is paid in the borrower's stead, with its account"
    )
    purpose: Code | None = Field(None, description="What it is for; where the borrower is paid, he shows it afterwards")
    credit_line: LineTerms | None = Field(None, description="It opens a line and no loan yet (随借随还)")
    seal: SealText | None = Field(None, description="Of application-svc, over what the loan follows from")


MESSAGES: Family = (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    DocumentAttached,
    ReviewRequested,
    OfferMade,
    DisclosureConfirmed,
    ContractSigned,
)
