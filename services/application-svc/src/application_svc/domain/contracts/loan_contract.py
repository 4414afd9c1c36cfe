"""The content of a loan contract as data; a document is rendered from it on demand and proves by the same hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_contracts.values import AgreedFee, HolidayRule, LineTerms, PrepaymentTerms, RepaymentMethod, RepaymentTerms


@dataclass(frozen=True, slots=True)
class LoanContract:
    """What the parties agree on (民法典 Art. 668: kind, currency, purpose, amount, rate, term, repayment).

    Parties are named by ids: names and numbers stand in the rendered document, which quotes the hash of this content.
    The hash is what the borrower signs.
    """

    contract_no: str
    template: str
    application_no: str
    customer_id: UUID
    lender: str
    product_code: str
    product_version: int
    purpose: str
    currency: str
    principal_minor: int
    annual_rate: Decimal
    term_months: int
    repayment_method: RepaymentMethod
    penalty_multiple: Decimal
    misuse_multiple: Decimal
    grace_days: int
    disclosure_hash: str
    drawn_up_on: date
    fees: tuple[AgreedFee, ...]
    holiday_rule: HolidayRule
    prepayment: PrepaymentTerms
    repayment: RepaymentTerms
    conditions_precedent: Mapping[str, str]
    credit_line: LineTerms | None = None
