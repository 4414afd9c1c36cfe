"""Products are data: effective-dated versions with limits, form, documents, sources and process (domain.md §2.1)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import Annotated, Any, Self

import jsonschema_rs
from pydantic import Field, model_validator

from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.errors import wrong_field
from application_svc.domain.products.repaying import OfferedFloating, OfferedLine, OfferedMethod, Part, RateStepOffered
from application_svc.domain.products.uscc import parse_uscc
from loan_contracts.money import times
from loan_contracts.values import (
    AgreedFee,
    Currency,
    DayCount,
    FeeTiming,
    HolidayRule,
    Minor,
    PeriodUnit,
    PrepaidInterest,
    PrepaymentStep,
    PrepaymentTerms,
    Rate,
    RepaymentMethod,
    Source,
)
from loan_schedules.day_count import OVER
from loan_servicekit.core import Conflict, Invalid, NotFound
from loan_servicekit.core.texts import text

Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]{1,31}$")]
Name = Annotated[str, text(1, 200)]
Wording = Annotated[str, text(1, 2_000, lines=True)]
PURPOSE = r"^[A-Z][A-Z0-9_]{1,39}$"
MOST_MINOR = 10**13
FIRST_VERSION = 1
MASK = "the value"  # stands for what was sent, in the words of a form's refusal


class CustomerType(StrEnum):
    """Who may borrow."""

    PERSONAL = "PERSONAL"
    SOLE_TRADER = "SOLE_TRADER"
    SME_OWNER = "SME_OWNER"
    ENTERPRISE = "ENTERPRISE"


class Channel(StrEnum):
    """Where it is sold."""

    ONLINE = "ONLINE"
    OFFLINE = "OFFLINE"
    PARTNER = "PARTNER"


class Security(StrEnum):
    """What stands behind the loan beside the borrower's word."""

    CREDIT = "CREDIT"  # nothing
    MORTGAGE = "MORTGAGE"
    PLEDGE = "PLEDGE"
    GUARANTEE = "GUARANTEE"
    MIXED = "MIXED"


class Fee(Part):
    """A cost beside interest under normal performance (R-2.20): a fixed amount, or a share of the loan principal."""

    code: Code
    name: Name
    party: Annotated[Name, Field(description="Who collects it")]
    timing: FeeTiming
    amount_minor: Minor | None = Field(None, ge=0, le=MOST_MINOR)
    rate_of_principal: Rate | None = Field(None, ge=0, le=1)

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.amount_minor is None) == (self.rate_of_principal is None):
            raise ValueError(f"fee {self.code} needs exactly one of amount_minor and rate_of_principal")
        return self

    def agreed(self, principal_minor: int) -> AgreedFee:
        """What a contract of so much principal says of it: what is disclosed and what is charged, each time."""
        amount = self.amount_minor or 0
        if self.rate_of_principal is not None:
            amount = times(principal_minor, self.rate_of_principal)
        return AgreedFee(code=self.code, timing=self.timing, amount_minor=amount)


class PrepaymentFee(Part):
    """A step of a ladder: the fee before a number of months have passed, as a share of what is prepaid (R-3.21)."""

    before_months: int = Field(ge=1, le=360)
    rate: Rate = Field(ge=0, le=1)


class Prepayment(Part):
    """What is agreed on repaying before the term (R-3.21, R-3.23); without a word it is free and possible at once."""

    allowed_after_months: int = Field(0, ge=0, le=360)
    least_minor: Minor = Field(1, ge=1, le=MOST_MINOR)
    fees: list[PrepaymentFee] = []
    interest: PrepaidInterest = PrepaidInterest.SLICE

    @model_validator(mode="after")
    def _rising(self) -> Self:
        months = [step.before_months for step in self.fees]
        if months != sorted(set(months)):
            raise ValueError("the months of a ladder of prepayment fees must rise")
        return self

    def agreed(self) -> PrepaymentTerms:
        """What a contract says of it."""
        steps = tuple(PrepaymentStep(before_months=step.before_months, rate=step.rate) for step in self.fees)
        return PrepaymentTerms(
            allowed_after_months=self.allowed_after_months,
            least_minor=self.least_minor,
            fees=steps,
            interest=self.interest,
        )


class ContingentCost(Part):
    """A cost that a breach or a choice of the borrower brings about (R-2.20), in words."""

    code: Code
    name: Name
    party: Name
    standard: Wording


class Product(Part):
    """One version of a product. Amounts in minor units, rates as decimals a year."""

    code: Code
    version: int = Field(ge=1, le=10**6)
    valid_from: date
    valid_to: date | None = Field(None, description="The last day on sale")
    name_zh: Name
    name_en: Name
    notes: dict[Annotated[str, text(1, 100)], Wording] = Field(
        {}, description="Why a field has its value: JSON has no comments"
    )
    customer_type: CustomerType
    secured: Security
    channel: Channel
    lender: Name
    purposes: dict[Annotated[str, Field(pattern=PURPOSE)], Name] = Field(
        min_length=1,
        description="Code to wording; a loan without a stated use is refused",
        examples=[{"DECORATION": "装修"}],
    )
    currency: Currency = "CNY"
    min_amount_minor: Minor = Field(gt=0, le=MOST_MINOR)
    max_amount_minor: Minor = Field(gt=0, le=MOST_MINOR)
    min_term_months: int = Field(ge=1, le=360)
    max_term_months: int = Field(ge=1, le=360)
    long_cash_flow_cycle: bool = Field(
        False, description="A business whose cash comes in late: its loans may last longer (R-2.4c)"
    )
    min_age: int = Field(ge=18, le=120)
    max_age: int = Field(ge=18, le=120)
    methods: list[OfferedMethod] = Field(min_length=1)
    day_count: DayCount = Field(description="How days become a share of a year (§3.2)", examples=["ACT/360"])
    rate_steps: list[RateStepOffered] = Field([], description="Agreed at signing, months rising; none with FLAT")
    floating: OfferedFloating | None = Field(
        None, description="How its rates move with the LPR; absent: they are fixed"
    )
    credit_line: OfferedLine | None = Field(None, description="A contract opens a line, drawn at will (随借随还)")
    grace_days: int = Field(ge=0, le=30)
    holiday_rule: HolidayRule = Field(
        HolidayRule.FOLLOWING, description="Up to when a payment is in time that is due on a free day (R-3.7)"
    )
    penalty_multiple: Rate = Field(ge=1, le=10, description="Of the rate, when overdue (R-3.12)")
    misuse_multiple: Rate = Field(ge=1, le=10, description="Of the rate, for what was misused (R-3.12)")
    max_total_annual_rate: Rate = Field(
        gt=0, le=1, description="Hard stop at pricing, compared with the nominal rate (R-2.24)"
    )
    fees: list[Fee] = []
    prepayment: Prepayment = Prepayment()
    contingent_costs: list[ContingentCost] = []
    form: dict[str, Any] = Field(description="JSON Schema of what the applicant declares")
    conditions_precedent: dict[Code, Name] = Field(
        {}, description="What is fulfilled before the pay-out, and checked off by a person (R-9.15): code to wording"
    )
    required_documents: list[DocumentKind] = []
    accepted_documents: list[DocumentKind]
    max_document_bytes: int = Field(gt=0, le=2**31 - 1)
    required_sources: list[Source]
    optional_sources: list[Source] = []
    auto_authority_minor: Minor = Field(
        ge=0, le=MOST_MINOR, description="Up to here it may be approved without a person; 0: never"
    )
    committee_over_minor: Minor = Field(ge=0, le=MOST_MINOR, description="Above this the expert committee decides")
    process_code: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,100}$")]
    offer_valid_days: int = Field(ge=1, le=365)
    forced_read_seconds: int = Field(
        ge=0,
        le=3600,
        description="How long the cost disclosure is read; the parameter of the law counts where it is more",
    )
    contract_template: Name
    reporting: dict[Annotated[str, text(1, 100)], Name] = Field(
        {}, description="Codes for regulatory reports by system"
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        steps = [step.after_months for step in self.rate_steps]
        if steps != sorted(set(steps)) or (steps and any(each.method is RepaymentMethod.FLAT for each in self.methods)):
            raise ValueError("the months of rate_steps must rise, and interest on what was lent has none")
        revolving = [each.method is RepaymentMethod.REVOLVING for each in self.methods]
        if any(revolving) != (self.credit_line is not None) or any(revolving) != all(revolving):
            raise ValueError("a credit line is repaid by REVOLVING, and nothing else is")
        if self.credit_line and (self.fees or self.rate_steps or self.floating or self.conditions_precedent):
            raise ValueError("a credit line has one rate, and neither fees nor conditions")
        if self.floating and (steps or any(each.method is RepaymentMethod.FLAT for each in self.methods)):
            raise ValueError("a rate that is tied to the LPR has no steps, and is none on what was lent")
        if (self.floating or steps) and any(each.grace.interest_periods for each in self.methods):
            raise ValueError("a rate that moves and grace of interest are not of one product: schedules in grace stay")
        if self.day_count not in OVER and any(each.every.unit is not PeriodUnit.MONTH for each in self.methods):
            raise ValueError(f"periods of weeks and days are counted by {', '.join(OVER)}")
        ordered = (
            ("min_amount_minor", self.min_amount_minor, "max_amount_minor", self.max_amount_minor),
            ("min_term_months", self.min_term_months, "max_term_months", self.max_term_months),
            ("min_age", self.min_age, "max_age", self.max_age),
            ("auto_authority_minor", self.auto_authority_minor, "max_amount_minor", self.max_amount_minor),
            ("valid_from", self.valid_from.toordinal(), "valid_to", (self.valid_to or date.max).toordinal()),
        )
        for low, lower, high, upper in ordered:
            if lower > upper:
                raise ValueError(f"{low} must not be above {high}")
        if not set(self.required_documents) <= set(self.accepted_documents):
            raise ValueError("every required document must be among the accepted ones")
        if Source.FACE in (*self.required_sources, *self.optional_sources) and not (
            Source.IDENTITY in self.required_sources and DocumentKind.FACE_PHOTO in self.accepted_documents
        ):
            raise ValueError("faces are compared where identity is checked too and a FACE_PHOTO is accepted")
        jsonschema_rs.meta.validate(self.form)
        return self

    @property
    def unsecured(self) -> bool:
        """Whether the loan stands on the borrower's word alone (信用贷款)."""
        return self.secured is Security.CREDIT

    @property
    def online_consumer_credit(self) -> bool:
        """Whether it is the personal consumption credit over the internet that R-2.5a caps for a borrower; a partner's
        platform is the internet too."""
        online = self.channel in (Channel.ONLINE, Channel.PARTNER)
        return self.unsecured and online and self.customer_type is CustomerType.PERSONAL

    def on_sale(self, day: date) -> bool:
        """Whether an application may be made on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @cached_property
    def form_validator(self) -> jsonschema_rs.Validator:
        """The compiled form; format `uscc` is the check of domain.md §6.2."""
        return jsonschema_rs.validator_for(
            self.form, formats={"uscc": _is_uscc}, validate_formats=True, retriever=_refuse_to_fetch, mask=MASK
        )


def in_force(versions: Iterable[Product], code: str, day: date) -> Product:
    """The version on sale that day; raises NotFound `product-unknown`, Conflict `product-not-on-sale`."""
    known = [product for product in versions if product.code == code]
    if not known:
        raise NotFound("product-unknown", f"there is no product {code}")
    on_sale = [product for product in known if product.on_sale(day)]
    if not on_sale:
        raise Conflict("product-not-on-sale", f"product {code} is not on sale on {day}")
    return max(on_sale, key=lambda product: (product.valid_from, product.version))


def succession(versions: Iterable[Product]) -> list[Product]:
    """Versions in order, each ending on the day before a later one begins: what is stored is never changed.

    A version that begins before one that was announced earlier takes its place: the earlier never comes on sale.
    """
    newest_first = sorted(versions, key=lambda product: (product.code, product.version), reverse=True)
    ended: list[Product] = []
    for _, of_one in groupby(newest_first, key=lambda product: product.code):
        begins = date.max  # the earliest later version
        for product in of_one:
            ended.append(_ending_before(product, begins))
            begins = min(begins, product.valid_from)
    return ended[::-1]


def require_next(current: Product | None, proposed: Product, today: date) -> None:
    """Raises Conflict `product-version-conflict` unless a version may follow the current one, absent for a new product.

    It has the next number of the same product, and begins after today: nothing of the past changes.
    """
    code, number = (current.code, current.version + 1) if current else (proposed.code, FIRST_VERSION)
    if (proposed.code, proposed.version) != (code, number) or proposed.valid_from <= today:
        raise Conflict(
            "product-version-conflict",
            f"the next version of {code} is version {number}, valid from after {today}; "
            f"given was version {proposed.version} of {proposed.code}, valid from {proposed.valid_from}",
        )


def require_channel(product: Product, channel: str) -> None:
    """What is sold at branches alone is not sold over the internet: the caps of R-2.5a would not bind it there.

    Raises Invalid `channel-not-offered`.
    """
    if channel != Channel.OFFLINE and product.channel is Channel.OFFLINE:
        raise wrong_field("/channel", "channel-not-offered", f"product {product.code} is sold at branches: OFFLINE")


def _ending_before(product: Product, begins: date) -> Product:
    last_day = min(product.valid_to or date.max, begins - timedelta(days=1))
    if begins == date.max or last_day == product.valid_to:
        return product
    return product.model_copy(update={"valid_to": last_day})


def _refuse_to_fetch(uri: str) -> Any:
    raise ValueError(f"a form must not refer to other documents: {uri}")


def _is_uscc(text: str) -> bool:
    try:
        parse_uscc(text)
    except Invalid:
        return False
    return True
