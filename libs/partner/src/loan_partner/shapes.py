"""What the partner API answers. Fields that it gets later are no error: they are left out here."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """An answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Submitted(Answer):
    """An application that was taken in. `stage` grows: do not take those that you know for all there are."""

    application_id: UUID
    application_no: str | None
    reference: str
    stage: str


class Status(Submitted):
    """How far an application came."""

    product_code: str
    amount_minor: int
    term_months: int
    created_at: datetime
    decided: dict[str, Any] | None
    supplement: dict[str, Any] | None
    borrower_url: str | None


class Offer(Answer):
    """An offer; the borrower himself goes on at `borrower_url`."""

    application_id: UUID
    contract_no: str
    amount_minor: int
    term_months: int
    annual_rate: str
    apr_irr_nominal: str
    repayment_method: str
    expires_at: datetime
    borrower_url: str


class Instalment(Answer):
    """One row of a repayment plan."""

    number: int
    due_on: date
    payable_on: date
    principal_minor: int
    interest_minor: int
    fee_minor: int
    total_minor: int
    balance_minor: int
    unpaid_minor: int
    settled_on: date | None


class Plan(Answer):
    """The repayment plan of a loan as it is now."""

    loan_id: UUID
    items: list[Instalment]


class Repayment(Answer):
    """Money that has come in, or that was to come in."""

    type: str
    told_at: datetime
    instalment_no: int | None
    due_date: date | None
    amount_minor: int | None
    total_minor: int | None
    overdue_minor: int | None
    business_date: date | None
    outstanding_principal_minor: int | None


class Repayments(Answer):
    """What was paid, fell due and was missed."""

    loan_id: UUID
    items: list[Repayment]


class KeptPaper(Answer):
    """A paper as it was taken."""

    id: UUID
    kind: str
    media_type: str
    size_bytes: int
    sha256: str
