"""How a product has its loans repaid: methods, periods, stages, steps of the rate (domain.md §3.1)."""

from decimal import ROUND_FLOOR, Decimal
from typing import Self

from pydantic import ConfigDict, Field, field_validator, model_validator

from loan_contracts.values import (
    FloatingRate,
    GraceTerms,
    Minor,
    PeriodUnit,
    Rate,
    RepaymentMethod,
    Reprice,
    Tenor,
    Value,
)
from loan_schedules.methods.staged import STAGE_METHODS
from loan_schedules.terms import OF_LEVEL_PERIODS, Period, whole_periods
from loan_servicekit.core.strict import Strict

BASIS_POINTS = 10_000


class Part(Strict, Value):
    """A part of a product file. An unknown field is a mistake in the data and refused, and no value is guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OfferedPeriod(Part):
    """How far due dates lie apart (§3.1)."""

    count: int = Field(1, ge=1, le=360)
    unit: PeriodUnit = PeriodUnit.MONTH


class OfferedGrace(Part):
    """For how many periods at the beginning something is not asked yet, each kind by itself (R-3.29)."""

    principal_periods: int = Field(0, ge=0, le=360, description="Interest alone is paid")
    interest_periods: int = Field(
        0, ge=0, le=360, description="Interest accrues; the first instalment after asks for all of it"
    )
    interest_free_periods: int = Field(0, ge=0, le=360, description="None is charged")

    def leaves_one_of(self, periods: int) -> bool:
        """Whether an instalment of so many is left that asks for what was not asked."""
        return max(self.principal_periods, self.interest_periods) < periods and self.interest_free_periods <= periods

    def agreed(self) -> GraceTerms:
        """What a contract says of it."""
        return GraceTerms(**dict(self))


class OfferedStage(Part):
    """A part of the term: so many periods repay a share of the principal (§3.1, stages)."""

    periods: int = Field(ge=1, le=360)
    share: Rate = Field(ge=0, le=1, description="Of the principal, repaid within it; 0: interest alone")
    method: RepaymentMethod = Field(
        RepaymentMethod.EQUAL_PRINCIPAL,
        description="EQUAL_PRINCIPAL, EQUAL_INSTALMENT, or INTEREST_FIRST: all of it with the last period",
    )

    @field_validator("method")
    @classmethod
    def _known(cls, method: RepaymentMethod) -> RepaymentMethod:
        if method not in STAGE_METHODS:
            raise ValueError(f"a stage repays by {', '.join(sorted(STAGE_METHODS))}")
        return method


class OfferedMethod(Part):
    """A repayment method, and up to which term it is offered if that is shorter than the product's."""

    method: RepaymentMethod
    max_term_months: int | None = Field(None, ge=1, le=600)
    balloon_share: Rate | None = Field(None, gt=0, lt=1, description="Of the principal, repaid at the end of a BALLOON")
    every: OfferedPeriod = Field(OfferedPeriod(), description="How far due dates lie apart")
    due_day: int | None = Field(None, ge=1, le=31, description="Of the month; absent: that of the pay-out")
    stages: list[OfferedStage] = Field([], max_length=360, description="Of a STAGED, as many periods as its term has")
    grace: OfferedGrace = Field(OfferedGrace(), description="What is not asked at the beginning")
    own_schedule: bool = Field(
        False, description="Of a STAGED: the applicant names dates and principals, within the term"
    )

    @model_validator(mode="after")
    def _of_its_method(self) -> Self:
        if (self.method is RepaymentMethod.BALLOON) != (self.balloon_share is not None):
            raise ValueError("balloon_share is that of BALLOON, which needs it")
        if (self.method is RepaymentMethod.STAGED) != (bool(self.stages) != self.own_schedule):
            raise ValueError("STAGED needs stages or own_schedule, and nothing else has either")
        if self.stages and (sum(stage.share for stage in self.stages) != 1 or not self.stages[-1].share):
            raise ValueError("the shares of stages must add up to 1, the last above 0")
        monthly = self.every.unit is PeriodUnit.MONTH
        if (self.due_day is not None and not monthly) or (self.own_schedule and self.every != OfferedPeriod()):
            raise ValueError("due_day is of periods of months, and dates of one's own have no period")
        if self.grace.principal_periods and self.method not in OF_LEVEL_PERIODS:
            raise ValueError("grace of principal is of methods that do not say themselves when principal falls due")
        if self.grace != OfferedGrace() and (self.own_schedule or self.method is RepaymentMethod.REVOLVING):
            raise ValueError("dates of one's own, and draws of a credit line, have no grace")
        return self

    def fits(self, term_months: int) -> bool:
        """Whether a term is whole periods of it, as many as its stages have."""
        number = whole_periods(term_months, self.period)
        whole = self.every.unit is not PeriodUnit.MONTH or term_months % self.every.count == 0
        fit = not self.stages or number == sum(stage.periods for stage in self.stages)
        return whole and number > 0 and fit and self.grace.leaves_one_of(number)

    @property
    def period(self) -> Period:
        """How far due dates lie apart, as schedules are made of it."""
        return Period(self.every.count, self.every.unit)


class RateStepOffered(Part):
    """Another rate once so many months have passed: so much above (or below) the one that was decided."""

    after_months: int = Field(ge=1, le=360)
    added_rate: Rate = Field(ge=-1, le=1)


class OfferedFloating(Part):
    """A rate that is tied to the LPR: the one that is decided gives the spread, in whole basis points (R-2.16)."""

    tenor: Tenor
    cycle_months: int = Field(12, ge=0, le=360, description="How often it is read anew; 0: never")
    reprice: Reprice = Field(Reprice.ANNIVERSARY, description="From which day that is counted")
    floor: Rate | None = Field(None, ge=0, le=1)
    ceiling: Rate | None = Field(None, ge=0, le=1)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.floor is not None and self.ceiling is not None and self.floor > self.ceiling:
            raise ValueError("floor must not be above ceiling")
        return self

    def agreed(self, decided: Decimal, lpr: Decimal) -> FloatingRate:
        """What a contract says of it, with the LPR of the day; a part of a basis point is let go."""
        spread = int(((decided - lpr) * BASIS_POINTS).to_integral_value(ROUND_FLOOR))
        return FloatingRate(
            tenor=self.tenor,
            lpr=lpr,
            spread_bp=spread,
            cycle_months=self.cycle_months,
            reprice=self.reprice,
            floor=self.floor,
            ceiling=self.ceiling,
        )


class OfferedLine(Part):
    """How a line is drawn: its amount is the limit, its term how long it is open."""

    least_draw_minor: Minor = Field(1, ge=1, le=10**13)
