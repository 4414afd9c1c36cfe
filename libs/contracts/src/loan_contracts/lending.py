"""What postloan-svc and the gateway tell about payments, loans and repayments."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from loan_contracts.message import Family, LoanMessage, Message, Shown
from loan_contracts.texts import Code, Number, Reference, SealText, Token
from loan_contracts.values import Currency, Minor, Rate, RepaymentMethod


class PaymentDirection(StrEnum):
    """Pay out to the borrower (代付), collect from him (代扣), or give back what he has paid too much (退款)."""

    PAY_OUT = "PAY_OUT"
    COLLECT = "COLLECT"
    REFUND = "REFUND"


class PaymentMessage(Message):
    """A message about one payment."""

    KEY = "payment_id"
    payment_id: Shown[UUID]
    loan_id: UUID
    application_id: UUID


class PaymentRequested(PaymentMessage):
    """postloan-svc asks the gateway to move money: to or from the customer's own verified card (domain.md R-6.3), or to
    the counterparty that his contract names (R-2.6a)."""

    TYPE = "payment.requested"
    SEALED = (
        "payment_id",
        "loan_id",
        "application_id",
        "customer_id",
        "direction",
        "amount_minor",
        "currency",
        "card_token",
    )
    SEALED_IF_SAID = ("payee_token", "agreement_id")
    customer_id: UUID
    direction: Shown[PaymentDirection]
    amount_minor: Shown[Minor]
    currency: Currency = "CNY"
    card_token: Token | None = Field(
        None, description="The card that the contract names; absent: the one that application-svc has as verified now"
    )
    payee_token: Token | None = Field(
        None, description="The counterparty that is paid in the borrower's stead (受托支付); his card gets nothing then"
    )
    agreement_id: UUID | None = Field(
        None, description="Of a collection: the signed agreement (代扣协议) that it is made under"
    )
    seal: SealText | None = Field(None, description="Of postloan-svc, over the whole order: without it no money moves")


class PaymentSettled(PaymentMessage):
    """The channel has confirmed the payment."""

    TYPE = "payment.settled"
    direction: Shown[PaymentDirection]
    amount_minor: Shown[Minor]
    currency: Currency = "CNY"
    channel_reference: Shown[Reference]
    settled_at: datetime


class PaymentFailed(PaymentMessage):
    """The channel has refused the payment for good."""

    TYPE = "payment.failed"
    direction: Shown[PaymentDirection]
    amount_minor: Shown[Minor]
    code: Shown[Code] = Field(description="Response code of domain.md §7.8")
    failed_at: datetime


class LoanDisbursed(LoanMessage):
    """The money is out, the schedule exists, interest runs from the value date."""

    TYPE = "loan.disbursed"
    loan_no: Shown[Number]
    contract_no: Shown[Number]
    customer_id: UUID
    branch: Code
    product_code: Code
    principal_minor: Shown[Minor]
    currency: Currency = "CNY"
    annual_rate: Shown[Rate]
    term_months: Shown[int]
    repayment_method: Shown[RepaymentMethod]
    value_date: Shown[date]
    maturity_date: date
    first_due_date: Shown[date]
    instalment_minor: Shown[Minor]
    payment_id: UUID
    disbursed_at: datetime
    line_id: UUID | None = Field(None, description="The credit line that it was drawn from")


class LoanDisbursementFailed(LoanMessage):
    """The pay-out was refused; no interest runs and the loan waits for a person."""

    TYPE = "loan.disbursement-failed"
    payment_id: Shown[UUID]
    code: Shown[Code]
    failed_at: datetime


class RepaymentDue(LoanMessage):
    """An instalment has fallen due on the business date."""

    TYPE = "repayment.due"
    instalment_no: Shown[int]
    due_date: Shown[date]
    payable_on: Shown[date | None] = Field(None, description="The working day to which holidays move the payment")
    principal_minor: Shown[Minor]
    interest_minor: Shown[Minor]
    fee_minor: Shown[Minor] = Field(0, description="The fee that the contract asks with it")
    total_minor: Shown[Minor]


class RepaymentReceived(LoanMessage):
    """Money has come in and is allocated (domain.md §3.7)."""

    TYPE = "repayment.received"
    repayment_id: Shown[UUID]
    amount_minor: Shown[Minor]
    fee_minor: Shown[Minor] = 0
    penalty_minor: Shown[Minor] = 0
    compound_minor: Shown[Minor] = 0
    interest_minor: Shown[Minor] = 0
    principal_minor: Shown[Minor] = 0
    delay_minor: Shown[Minor] = Field(0, description="Double interest after a judgment")
    suspense_minor: Shown[Minor] = 0
    profile: Code
    business_date: Shown[date]
    outstanding_principal_minor: Shown[Minor]


class RepaymentReallocated(RepaymentReceived):
    """Money that came in earlier is split anew, because something before it was learnt late; this split counts now."""

    TYPE = "repayment.reallocated"


class RepaymentReversed(LoanMessage):
    """A repayment is taken back, as if it had never come (returned debit, chargeback, mistake; domain.md R-3.25)."""

    TYPE = "repayment.reversed"
    repayment_id: Shown[UUID]
    amount_minor: Shown[Minor]
    business_date: Shown[date]
    outstanding_principal_minor: Shown[Minor]
    returned: bool = Field(False, description="The payer's bank has taken a debit back; false: somebody was mistaken")


class RepaymentMissed(LoanMessage):
    """An instalment is unpaid after its grace period; days count from the due date (domain.md R-3.9)."""

    TYPE = "repayment.missed"
    instalment_no: Shown[int]
    due_date: Shown[date]
    overdue_minor: Shown[Minor]
    dpd: Shown[int]
    bucket: Shown[Code]
    business_date: Shown[date]


class RepaymentMissCorrected(LoanMessage):
    """An instalment that was told as missed was paid in time after all: the money was recorded late."""

    TYPE = "repayment.miss-corrected"
    instalment_no: Shown[int]
    business_date: Shown[date]


class LoanReclassified(LoanMessage):
    """The class of five or the stage of a loan has changed (domain.md §4.1, §4.3). Its sequence counts the changes of
    this classification, not the facts of the loan."""

    TYPE = "loan.reclassified"
    from_class: Shown[Code] = Field(description="NORMAL, SPECIAL_MENTION, SUBSTANDARD, DOUBTFUL or LOSS")
    to_class: Shown[Code] = Field(description="One of the same")
    from_stage: Shown[int] = Field(description="Of expected loss: 1, 2 or 3")
    to_stage: Shown[int] = Field(description="One of the same")
    reasons: Shown[list[Code]] = Field([], description="Every reason that holds; the worst gives the class")
    dpd: Shown[int]
    bucket: Shown[Code]
    business_date: Shown[date]


class LoanSettled(LoanMessage):
    """Every component of the loan is zero."""

    TYPE = "loan.settled"
    settled_on: Shown[date]
    line_id: UUID | None = Field(None, description="The credit line that it was drawn from")


class LoanChanged(LoanMessage):
    """Something was agreed or decided on a loan beside paying it, or such a change was taken back (domain.md §3.9)."""

    TYPE = "loan.changed"
    change_id: Shown[UUID] = Field(description="The change, as it was asked for and decided")
    kind: Shown[Code] = Field(description="EXTENSION, RATE, WAIVER, WRITE_OFF, …", examples=["EXTENSION"])
    reverses: UUID | None = Field(None, description="The change that this one takes back")
    value_date: Shown[date] = Field(description="The day that it counts from")
    business_date: Shown[date]
    status: Shown[Code] = Field(description="What the loan is now", examples=["ACTIVE"])
    annual_rate: Shown[Rate]
    maturity_date: Shown[date]
    schedule_version: int = Field(description="The version of the schedule that holds now")
    outstanding_principal_minor: Shown[Minor]
    waived_minor: Minor = Field(0, description="What was let go of the loan so far, principal included")
    written_off_minor: Minor = Field(0, description="The principal that was written off")
    line_id: UUID | None = Field(None, description="The credit line that it was drawn from")


class CreditLineChanged(Message):
    """A credit line was opened, frozen, opened again, has expired, or is over: nothing is owed of it any more (R-3.31).
    Its draws are loans, told as such."""

    TYPE = "credit-line.changed"
    KEY = "line_id"
    line_id: Shown[UUID] = Field(description="The line")
    application_id: UUID
    contract_no: Shown[Number]
    customer_id: UUID
    branch: Code
    product_code: Code
    status: Shown[Code] = Field(description="OPEN, FROZEN, EXPIRED or CLOSED", examples=["OPEN"])
    limit_minor: Shown[Minor] = Field(description="How much may be owed at once")
    currency: Currency = "CNY"
    annual_rate: Shown[Rate]
    expires_on: Shown[date] = Field(description="From this day on nothing is drawn, and everything is due")
    business_date: Shown[date]


class BusinessDayClosed(Message):
    """The close-of-business run has finished a day."""

    TYPE = "business-day.closed"
    KEY = "business_date"
    business_date: Shown[date]
    loans: Shown[int]
    due: Shown[int]
    missed: Shown[int]
    closed_at: datetime


MESSAGES: Family = (
    PaymentRequested,
    PaymentSettled,
    PaymentFailed,
    LoanDisbursed,
    LoanDisbursementFailed,
    RepaymentDue,
    RepaymentReceived,
    RepaymentReallocated,
    RepaymentReversed,
    RepaymentMissed,
    RepaymentMissCorrected,
    LoanReclassified,
    LoanSettled,
    LoanChanged,
    CreditLineChanged,
    BusinessDayClosed,
)
