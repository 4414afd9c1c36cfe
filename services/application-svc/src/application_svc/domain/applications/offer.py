"""What an approved application holds until its loan is paid out: offer, confirmation of the cost table, signature."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from loan_contracts.applications import ConfirmationMethod
from loan_contracts.decisions import Outcome
from loan_contracts.values import (
    AS_USUAL,
    FREE_PREPAYMENT,
    AgreedFee,
    HolidayRule,
    LineTerms,
    PrepaymentTerms,
    Reason,
    RepaymentMethod,
    RepaymentTerms,
)


class ContractStatus(StrEnum):
    """States of domain.md §15.1; its SIGNING takes no time here. An unsigned contract ends with its offer, an effective
    one with the loan."""

    DRAFTED = "DRAFTED"
    DISCLOSED = "DISCLOSED"
    SIGNED = "SIGNED"
    EFFECTIVE = "EFFECTIVE"
    TERMINATED = "TERMINATED"


UNSIGNED = (ContractStatus.DRAFTED, ContractStatus.DISCLOSED)


@dataclass(frozen=True, slots=True)
class Decision:
    """How the application was decided. Amount, term and rate are those of an approval."""

    id: UUID
    outcome: Outcome
    amount_minor: int
    term_months: int
    annual_rate: Decimal | None
    method: RepaymentMethod | None
    reasons: tuple[Reason, ...]
    automatic: bool
    decided_by: str
    decided_at: datetime
    supersedes: UUID | None = None
    conditions: tuple[str, ...] = ()  # fulfilled before the pay-out
    conditions_before_contract: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """The terms on the table, bound to their cost disclosure and contract by hash."""

    contract_no: str
    principal_minor: int
    currency: str
    annual_rate: Decimal
    term_months: int
    method: RepaymentMethod
    penalty_multiple: Decimal
    grace_days: int
    total_annual_rate: Decimal
    forced_read_seconds: int
    disclosure_hash: str
    contract_hash: str
    made_at: datetime
    expires_at: datetime
    fees: tuple[AgreedFee, ...] = ()
    holiday_rule: HolidayRule = HolidayRule.FOLLOWING
    prepayment: PrepaymentTerms = FREE_PREPAYMENT
    channel: str | None = None  # where its product is sold
    repayment: RepaymentTerms = AS_USUAL
    conditions: tuple[str, ...] = ()  # what is fulfilled before the pay-out
    credit_line: LineTerms | None = None  # it opens a line, and no loan yet


@dataclass(frozen=True, slots=True)
class Delivery:
    """Since when a client has had the cost disclosure, and for how long, by the clock of the database alone."""

    delivered_at: datetime
    read_for: timedelta


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The borrower has read the cost disclosure, or signed it on paper (R-2.21).

    Read: since `delivered_at`. Signed: the scan is the document with this id and SHA-256.
    """

    disclosure_hash: str
    read_seconds: int
    channel: str
    confirmed_by: str
    confirmed_at: datetime
    method: ConfirmationMethod = ConfirmationMethod.FORCED_READING
    delivered_at: datetime | None = None
    document_id: UUID | None = None
    document_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedCondition:
    """Somebody has seen that a condition of the approval is fulfilled, and where the evidence lies (R-9.10)."""

    code: str
    checked_by: str
    checked_at: datetime
    evidence: str


@dataclass(frozen=True, slots=True)
class Counterparty:
    """Who is paid in the borrower's stead (受托支付, R-2.6a), and the paper that proves what for. `token` is the keyed
    hash of name and account, which stay sealed."""

    token: str
    account_masked: str
    corporate: bool
    document_id: UUID
    document_sha256: str
    named_by: str
    named_at: datetime


class SignatureMethod(StrEnum):
    """How a contract is signed (R-9.12)."""

    ELECTRONIC = "ELECTRONIC"
    PAPER = "PAPER"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed which content, and where the evidence lies."""

    contract_hash: str
    method: SignatureMethod
    reference: str
    signed_by: str
    signed_at: datetime
