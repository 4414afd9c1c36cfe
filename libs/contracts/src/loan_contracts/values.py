"""Value types that several services share. Pure data: no behaviour beyond validation."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from loan_contracts.texts import Code, Figure, Wording

Minor = Annotated[int, Field(description="Money in minor units (fen)", examples=[1_000_000])]


def _bounded(whole_digits: int, decimals: int) -> AfterValidator:
    """A number short enough to calculate with: `1e-999999999` is six letters to write and seconds to add."""

    def check(value: Decimal) -> Decimal:
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int), "pydantic takes neither NaN nor Infinity"
        if exponent < -decimals or len(digits) + exponent > whole_digits:
            raise ValueError(f"at most {whole_digits} digits before the point and {decimals} after it are allowed")
        return value

    return AfterValidator(check)


Rate = Annotated[
    Decimal, Field(description="Annual rate as a decimal: 0.072 is 7.2 %", examples=["0.072"]), _bounded(6, 12)
]
Measure = Annotated[Decimal, _bounded(18, 28)]
"""A number that is no rate of a contract: a probability, a share, points of a score."""
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217", examples=["CNY"])]


class Value(BaseModel):
    """An immutable part of a message. Unknown fields are ignored, so that producers may add some."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class PayMode(StrEnum):
    """Whom a loan is paid out to (R-2.6a)."""

    SELF = "SELF"  # 自主支付: the borrower, who shows afterwards what it was used for
    ENTRUSTED = "ENTRUSTED"  # 受托支付: the counterparty that the contract names


class RepaymentMethod(StrEnum):
    """Codes of domain.md §3.1."""

    EQUAL_INSTALMENT = "EQUAL_INSTALMENT"  # 等额本息, PBOC 11
    EQUAL_PRINCIPAL = "EQUAL_PRINCIPAL"  # 等额本金, PBOC 12
    INTEREST_FIRST = "INTEREST_FIRST"  # 先息后本, PBOC 13
    FLAT = "FLAT"  # 等本等息, PBOC 19
    AT_MATURITY = "AT_MATURITY"  # 利随本清, PBOC 21
    STAGED = "STAGED"  # 按期计算还本付息: its own list of principals, PBOC 33
    BALLOON = "BALLOON"  # 气球贷, PBOC 19
    REVOLVING = "REVOLVING"  # 随借随还, PBOC 23: interest each 21st, principal at the end or as the borrower likes


class DayCount(StrEnum):
    """How the days of an interval become a share of a year (domain.md §3.2)."""

    ACT_360 = "ACT/360"
    ACT_365 = "ACT/365"
    THIRTY_E_360 = "30E/360"
    ACT_ACT = "ACT/ACT"  # of ISDA: each day over the length of its own year


class PeriodUnit(StrEnum):
    """What a period of repayment is a number of (domain.md §3.1)."""

    MONTH = "MONTH"
    WEEK = "WEEK"
    DAY = "DAY"


class HolidayRule(StrEnum):
    """What becomes of a payment that is due on a day on which nobody works (domain.md R-3.7)."""

    NONE = "NONE"
    FOLLOWING = "FOLLOWING"  # it is in time up to the next working day
    MODIFIED_FOLLOWING = "MODIFIED_FOLLOWING"  # so long as that lies in the same month


class FeeTiming(StrEnum):
    """When a fee is charged."""

    EVERY_INSTALMENT = "EVERY_INSTALMENT"
    AT_DISBURSEMENT = "AT_DISBURSEMENT"  # paid on its own, never deducted: 民法典 Art. 670


class AgreedFee(Value):
    """A fee of a contract beside interest (domain.md R-2.20), each time that it is charged."""

    code: Code = Field(examples=["SERVICE"])
    timing: FeeTiming = Field(description="When it is charged")
    amount_minor: Minor = Field(ge=0, description="Each time")


class PrepaidInterest(StrEnum):
    """Which interest is collected with what is repaid before the term (domain.md R-3.23, `prepay_interest`)."""

    SLICE = "SLICE"  # of what is prepaid; the rest's stays with the next instalment
    ALL = "ALL"  # of the whole balance; it accrues anew from this day


class PrepaymentStep(Value):
    """The fee before a number of months have passed since the value date, as a share of what is prepaid."""

    before_months: int = Field(examples=[12], description="Until so many months have passed")
    rate: Annotated[
        Decimal, Field(ge=0, le=1, examples=["0.01"], description="As a share of what is prepaid"), _bounded(6, 12)
    ]


class PrepaymentTerms(Value):
    """What a contract agrees on repaying before the term (domain.md R-3.21). After the last step it is free."""

    allowed_after_months: int = Field(0, description="From how many months after the value date on")
    least_minor: Minor = Field(1, description="The least principal")
    fees: tuple[PrepaymentStep, ...] = Field((), description="The ladder, its months rising")
    interest: PrepaidInterest = Field(PrepaidInterest.SLICE, description="What is collected at once")


FREE_PREPAYMENT = PrepaymentTerms()
"""Whenever and as much as one likes, for nothing: what holds where a contract says nothing (民法典 677)."""


class RateStep(Value):
    """Another annual rate that was agreed at signing, from a number of months after the value date on."""

    after_months: int = Field(ge=1, examples=[12], description="Once so many months have passed")
    annual_rate: Rate


class RepaymentPeriod(Value):
    """How far due dates lie apart."""

    count: int = Field(1, ge=1, examples=[2], description="So many units")
    unit: PeriodUnit = Field(PeriodUnit.MONTH, description="Of months, weeks or days")


A_MONTH = RepaymentPeriod()


def _unsaid(value: object) -> bool:
    """What came later than the message, and says nothing: it is not written, so that seals of before stay right."""
    return not value or value in (A_MONTH, NO_GRACE)


class Tenor(StrEnum):
    """Which of the two published loan prime rates (LPR)."""

    ONE_YEAR = "1Y"
    FIVE_YEARS = "5Y"  # and longer


class Reprice(StrEnum):
    """On which days a rate is read anew."""

    ANNIVERSARY = "ANNIVERSARY"  # 对月对日: every so many months from the value date
    FIRST_OF_JANUARY = "FIRST_OF_JANUARY"  # and every so many months from there


class FloatingRate(Value):
    """A rate that is tied to the LPR: read anew on its days, it is that of the day and the spread (R-2.16, R-2.17)."""

    tenor: Tenor = Field(description="Which LPR")
    lpr: Rate = Field(description="The one that the contract's rate was made of")
    spread_bp: int = Field(examples=[420], description="Basis points above it, or below")
    cycle_months: int = Field(12, ge=0, le=360, description="Every so many months; 0: never")
    reprice: Reprice = Field(Reprice.ANNIVERSARY, description="From which day they are counted")
    floor: Rate | None = Field(None, description="The rate is never lower")
    ceiling: Rate | None = Field(None, description="The rate is never higher")


class GraceTerms(Value):
    """For how many periods at the beginning something is not asked yet, each kind by itself (R-3.29)."""

    principal_periods: int = Field(0, ge=0, le=360, examples=[3], description="Interest alone is paid")
    interest_periods: int = Field(
        0, ge=0, le=360, description="Interest accrues; the first instalment after asks for all of it"
    )
    interest_free_periods: int = Field(0, ge=0, le=360, description="None is charged")


NO_GRACE = GraceTerms()


class RepaymentTerms(Value):
    """What a contract agrees on its schedule beside amount, rate, months and method (domain.md §3.1, §3.2)."""

    day_count: DayCount = Field(DayCount.ACT_360, description="How days become a share of a year")
    balloon_minor: Minor = Field(0, description="What the last instalment of a BALLOON pays beside its own")
    rate_steps: tuple[RateStep, ...] = Field((), description="Later rates, in order")
    every: RepaymentPeriod = Field(A_MONTH, exclude_if=_unsaid, description="How far due dates lie apart")
    periods: int | None = Field(
        None, exclude_if=_unsaid, description="How many there are, where they are weeks or days"
    )
    due_day: int | None = Field(
        None, exclude_if=_unsaid, description="The day of the month that payments are due on; absent: the value date's"
    )
    principals: tuple[Minor, ...] = Field(
        (), exclude_if=_unsaid, description="Of a STAGED: what each payment repays, in order"
    )
    floating: FloatingRate | None = Field(
        None, exclude_if=_unsaid, description="How the rate moves; absent: it is fixed"
    )
    grace: GraceTerms = Field(NO_GRACE, exclude_if=_unsaid, description="What is not asked at the beginning")
    due_on: tuple[date, ...] = Field(
        (), exclude_if=_unsaid, description="Of a STAGED whose dates were agreed one by one"
    )


class LineTerms(Value):
    """What a contract agrees on that opens a credit line: its amount is the limit, its months how long it is open."""

    least_draw_minor: Minor = Field(1, ge=1, description="The least that is drawn at once")


AS_USUAL = RepaymentTerms()
"""ACT/360, one rate, every month, no balloon: what holds where a contract says nothing."""


class Source(StrEnum):
    """Outside sources, each behind one port of the integration gateway (domain.md §7)."""

    IDENTITY = "IDENTITY"
    TELECOM = "TELECOM"
    CREDIT_BUREAU = "CREDIT_BUREAU"
    SOCIAL_INSURANCE = "SOCIAL_INSURANCE"
    TAX = "TAX"
    COURT = "COURT"
    REGISTRY = "REGISTRY"
    FACE = "FACE"  # whether a photo is the subject's: it has no block of its own, and IDENTITY's tells what came of it


class SourceStatus(StrEnum):
    """The status of the common envelope (domain.md §7.0). MISS is not clean (R-7.3)."""

    HIT = "HIT"
    MISS = "MISS"
    ERROR = "ERROR"
    TIMEOUT = "TIMEOUT"
    REJECTED = "REJECTED"


class IdentityPurpose(StrEnum):
    """What a service needs a customer's identity for; each purpose is shown only what it needs."""

    LOAN_APPROVAL = "LOAN_APPROVAL"  # to ask the sources
    PAYMENT = "PAYMENT"
    NOTIFICATION = "NOTIFICATION"
    CARD_VERIFICATION = "CARD_VERIFICATION"  # to ask the bank whether a card is its customer's
    CONTRACT_SIGNATURE = "CONTRACT_SIGNATURE"  # to have him sign with a provider


REASONS: Mapping[str, str] = {
    "R01": "近期查询过多",
    "R02": "负债收入比过高",
    "R03": "存在逾期记录",
    "R04": "信用历史过短",
    "R05": "收入稳定性不足",
    "R06": "身份信息核验不一致",
    "R07": "命中内部政策",
    "R08": "司法执行信息",
    "R09": "资料不完整",
    "R10": "还款能力不足",
    "R11": "对外担保存在风险",
    "R12": "存在欠税、行政处罚或经营异常信息",
}
"""Codes of adverse reasons with the customer's wording (domain.md §11.1)."""
REASONS_EN: Mapping[str, str] = {
    "R01": "Too many recent credit enquiries",
    "R02": "Debt too high for the income",
    "R03": "Late payments on record",
    "R04": "Credit history too short",
    "R05": "Income not stable enough",
    "R06": "Identity details could not be verified as consistent",
    "R07": "Does not meet our internal policy",
    "R08": "Court enforcement on record",
    "R09": "Documents or information incomplete",
    "R10": "Ability to repay not sufficient",
    "R11": "Risk from guarantees given for others",
    "R12": "Tax arrears, administrative penalties or business irregularities on record",
}
"""The same in English."""

CONDITIONS: Mapping[str, str] = {
    "COLLATERAL_REGISTERED": "抵（质）押登记已办妥，登记证明已交付贷款人",
    "INSURANCE_IN_FORCE": "抵押物保险已生效，第一受益人为贷款人",
    "GUARANTEE_SIGNED": "保证合同已签署并生效",
    "CO_OWNER_CONSENT": "共有人或配偶已书面同意",
    "OTHER_DEBT_SETTLED": "审批时约定结清的其他债务已结清",
    "OWN_FUNDS_PAID": "首付款或自有资金已足额到位",
    "ACCOUNT_OPENED": "已在贷款人处开立还款账户或监管账户",
    "DOCUMENTS_COMPLETED": "审批时要求补充的材料已齐备并经核验",
    "PERMITS_OBTAINED": "项目或经营所需的许可已取得",
}
"""Codes of conditions that an approval may depend on, with their wording in the contract (R-9.10, R-9.15)."""


class FlowTaken(Value):
    """Where a process turned, and why: the flow that a case took, and the figures that its condition saw."""

    at: Wording = Field(description="The gateway, or the timer that ran out", examples=["decide"])
    flow: Wording = Field(description="The sequence flow, by its id in the process", examples=["flow_to_review"])
    label: Wording = Field("", description="What the process's designer calls it")
    condition: Wording = Field("", description="Its condition; absent where it is taken because no other holds")
    values: dict[Code, Figure] = Field({}, description="The variables that the gateway's conditions read, as text")


class Reason(Value):
    """Why a decision is what it is: a stable code, and the figures behind it."""

    code: Code = Field(examples=["R03"])
    detail: Wording = Field("", description="Internal wording for staff, without personal data")
    value: Figure | None = Field(None, description="The figure that was seen")
    limit: Figure | None = Field(None, description="The figure that was allowed")
    contribution: Measure | None = Field(
        None, description="Score points lost (negative) or won, where a score gave the reason"
    )
