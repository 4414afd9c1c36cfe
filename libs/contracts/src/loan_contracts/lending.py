"""What postloan-svc and the gateway tell about payments, loans and repayments."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from loan_contracts.message import LoanMessage, Message
from loan_contracts.texts import Code, Number, Reference, SealText, Token
from loan_contracts.values import Currency, Minor, Rate, RepaymentMethod


class PaymentDirection(StrEnum):
    """Pay out to the borrower (代付) or collect from him (代扣)."""

    PAY_OUT = "PAY_OUT"
    COLLECT = "COLLECT"


class PaymentMessage(Message):
    """A message about one payment."""

    KEY = "payment_id"
    payment_id: UUID
    loan_id: UUID
    application_id: UUID


class PaymentRequested(PaymentMessage):
    """postloan-svc asks the gateway to move money to or from the customer's own verified card (domain.md R-6.3)."""

    TYPE = "payment.requested"
    SEALED = (
        "payment_id", "loan_id", "application_id", "customer_id", "direction", "amount_minor", "currency", "card_token"
    )  # fmt: skip
    customer_id: UUID
    direction: PaymentDirection
    amount_minor: Minor
    currency: Currency = "CNY"
    card_token: Token | None = Field(
        None, description="The card that the contract names; absent: the one that application-svc has as verified now"
    )
    seal: SealText | None = Field(None, description="Of postloan-svc, over the whole order: without it no money moves")


class PaymentSettled(PaymentMessage):
    """The channel has confirmed the payment."""

    TYPE = "payment.settled"
    direction: PaymentDirection
    amount_minor: Minor
    currency: Currency = "CNY"
    channel_reference: Reference
    settled_at: datetime


class PaymentFailed(PaymentMessage):
    """The channel has refused the payment for good."""

    TYPE = "payment.failed"
    direction: PaymentDirection
    amount_minor: Minor
    code: Code = Field(description="Response code of domain.md §7.8")
    failed_at: datetime


class LoanDisbursed(LoanMessage):
    """The money is out, the schedule exists, interest runs from the value date."""

    TYPE = "loan.disbursed"
    loan_no: Number
    contract_no: Number
    customer_id: UUID
    branch: Code
    product_code: Code
    principal_minor: Minor
    currency: Currency = "CNY"
    annual_rate: Rate
    term_months: int
    repayment_method: RepaymentMethod
    value_date: date
    maturity_date: date
    first_due_date: date
    instalment_minor: Minor
    payment_id: UUID
    disbursed_at: datetime


class LoanDisbursementFailed(LoanMessage):
    """The pay-out was refused; no interest runs and the loan waits for a person."""

    TYPE = "loan.disbursement-failed"
    payment_id: UUID
    code: Code
    failed_at: datetime


class RepaymentDue(LoanMessage):
    """An instalment has fallen due on the business date."""

    TYPE = "repayment.due"
    instalment_no: int
    due_date: date
    principal_minor: Minor
    interest_minor: Minor
    total_minor: Minor


class RepaymentReceived(LoanMessage):
    """Money has come in and is allocated (domain.md §3.7)."""

    TYPE = "repayment.received"
    repayment_id: UUID
    amount_minor: Minor
    fee_minor: Minor = 0
    penalty_minor: Minor = 0
    compound_minor: Minor = 0
    interest_minor: Minor = 0
    principal_minor: Minor = 0
    suspense_minor: Minor = 0
    profile: Code
    business_date: date
    outstanding_principal_minor: Minor


class RepaymentMissed(LoanMessage):
    """An instalment is unpaid after its grace period; days count from the due date (domain.md R-3.9)."""

    TYPE = "repayment.missed"
    instalment_no: int
    due_date: date
    overdue_minor: Minor
    dpd: int
    bucket: Code
    business_date: date


class LoanSettled(LoanMessage):
    """Every component of the loan is zero."""

    TYPE = "loan.settled"
    settled_on: date


class BusinessDayClosed(Message):
    """The close-of-business run has finished a day."""

    TYPE = "business-day.closed"
    KEY = "business_date"
    business_date: date
    loans: int
    due: int
    missed: int
    closed_at: datetime
