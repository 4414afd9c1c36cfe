"""What is shown of a portfolio."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from pydantic import BaseModel, Field

from postloan_svc.domain.classification.risk_class import RiskClass
from postloan_svc.domain.provision.ratios import ratios
from postloan_svc.domain.provision.roll import chained, rate
from postloan_svc.use_cases.provision.ports import (
    BucketFlow,
    ClassLine,
    ClassMove,
    Collected,
    Defaulted,
    VintagePoint,
)


class PortfolioLine(BaseModel):
    """Running loans of one class, stage and bucket."""

    risk_class: str
    stage: int
    bucket: str
    loans: int
    outstanding_minor: int
    overdue_minor: int
    expected_loss_minor: int


class PortfolioView(BaseModel):
    """All running loans at the end of a day; ratios in percent, absent where there is nothing to divide by."""

    day: date
    branch: str | None
    loans: int
    outstanding_minor: int
    expected_loss_minor: int
    allowance_minor: int = Field(description="Set aside in the general ledger by the end of the day")
    npl_ratio: Decimal | None = Field(description="不良贷款率, R-4.12")
    coverage: Decimal | None = Field(description="拨备覆盖率, R-4.13")
    provision_ratio: Decimal | None = Field(description="贷款拨备率, R-4.14")
    overdue_90_to_npl: Decimal | None = Field(description="逾期90天以上贷款 / 不良贷款, R-4.16")
    lines: list[PortfolioLine]

    @classmethod
    def of(cls, day: date, branch: str | None, lines: Sequence[ClassLine], allowance_minor: int) -> "PortfolioView":
        """The view of a day."""
        balances = {
            each: sum(line.outstanding_minor for line in lines if line.risk_class is each) for each in RiskClass
        }
        found = ratios(balances, allowance_minor, sum(line.overdue_90_minor for line in lines))
        shown = [
            PortfolioLine(
                risk_class=line.risk_class.name,
                stage=line.stage,
                bucket=line.bucket,
                loans=line.loans,
                outstanding_minor=line.outstanding_minor,
                overdue_minor=line.overdue_minor,
                expected_loss_minor=line.loss_minor,
            )
            for line in lines
        ]
        return cls(
            day=day,
            branch=branch,
            loans=sum(line.loans for line in lines),
            outstanding_minor=sum(balances.values()),
            expected_loss_minor=sum(line.loss_minor for line in lines),
            allowance_minor=allowance_minor,
            npl_ratio=found.npl_ratio,
            coverage=found.coverage,
            provision_ratio=found.provision_ratio,
            overdue_90_to_npl=found.overdue_90_to_npl,
            lines=shown,
        )


class RollView(BaseModel):
    """A bucket on two days, and what came into it from the one before."""

    bucket: str
    was_minor: int
    now_minor: int
    gross_rate: Decimal | None = Field(description="Its balance now, of the balance of the bucket before then (R-4.22)")
    net_rate: Decimal | None = Field(description="Of the same loans alone")


class RollRatesView(BaseModel):
    """Roll rates between two days."""

    first: date
    last: date
    buckets: list[RollView]
    m0_to_m4: Decimal | None = Field(description="The product of the gross rates up to M4")

    @classmethod
    def of(cls, first: date, last: date, flows: Sequence[BucketFlow]) -> "RollRatesView":
        """The view of two days."""
        gross = [rate(now.now_minor, before.was_minor) for before, now in pairwise(flows)]
        net = [rate(now.rolled_minor, before.was_minor) for before, now in pairwise(flows)]
        shown = [
            RollView(
                bucket=flow.bucket,
                was_minor=flow.was_minor,
                now_minor=flow.now_minor,
                gross_rate=gross_rate,
                net_rate=net_rate,
            )
            for flow, gross_rate, net_rate in zip(flows, [None, *gross], [None, *net], strict=True)
        ]
        return cls(first=first, last=last, buckets=shown, m0_to_m4=chained(gross[:4]))


class MoveView(BaseModel):
    """Loans that went from one class to another; `to_class` absent: they have ended."""

    from_class: str
    to_class: str | None
    loans: int
    was_minor: int
    now_minor: int


class MigrationView(BaseModel):
    """From each class to each between two days (R-4.25)."""

    first: date
    last: date
    moves: list[MoveView]
    downgraded: dict[str, Decimal | None] = Field(
        description="By class: what became worse, of what is left of its opening balance (迁徙率)"
    )

    @classmethod
    def of(cls, first: date, last: date, moves: Sequence[ClassMove]) -> "MigrationView":
        """The view of two days."""
        shown = [
            MoveView(
                from_class=each.was.name,
                to_class=each.now.name if each.now else None,
                loans=each.loans,
                was_minor=each.was_minor,
                now_minor=each.now_minor,
            )
            for each in moves
        ]
        downgraded = {}
        for of in RiskClass:
            left = sum(each.now_minor for each in moves if each.was is of)
            worse = sum(each.now_minor for each in moves if each.was is of and each.now and each.now > of)
            downgraded[of.name] = rate(worse, left)
        return cls(first=first, last=last, moves=shown, downgraded=downgraded)


class CureView(BaseModel):
    """What became of the loans of a bucket by a later day (R-4.24)."""

    bucket: str
    loans: int
    cured: int = Field(description="In M0, or ended")
    cure_rate: Decimal | None
    overdue_minor: int
    collected_minor: int = Field(description="Of what was overdue on the first day")
    collection_rate: Decimal | None

    @classmethod
    def of(cls, line: Collected) -> "CureView":
        """The view of a bucket."""
        cure, collection = rate(line.cured, line.loans), rate(line.collected_minor, line.overdue_minor)
        return cls(**line._asdict(), cure_rate=cure, collection_rate=collection)


class CuresView(BaseModel):
    """Cures and collections between two days."""

    first: date
    last: date
    buckets: list[CureView]


class VintagePointView(BaseModel):
    """A cohort so many months later."""

    mob: int = Field(description="Months on book; 0: the end of the month of its pay-outs")
    day: date
    bad_minor: int
    bad_loans: int
    rate: Decimal | None = Field(description="Of what was lent")


class VintageView(BaseModel):
    """The loans that were paid out in a month (R-4.21: current, by amount)."""

    cohort: str = Field(examples=["2026-03"])
    lent_minor: int
    loans: int
    points: list[VintagePointView]


class VintagesView(BaseModel):
    """Curves of cohorts: those more than so many days past due."""

    dpd_over: int
    cohorts: list[VintageView]

    @classmethod
    def of(cls, dpd_over: int, points: Sequence[VintagePoint]) -> "VintagesView":
        """The view of points in the order of cohorts and days."""
        cohorts = []
        for cohort, line in groupby(points, key=lambda each: each.cohort):
            known = list(line)
            shown = [
                VintagePointView(
                    mob=each.mob,
                    day=each.day,
                    bad_minor=each.bad_minor,
                    bad_loans=each.bad_loans,
                    rate=rate(each.bad_minor, each.lent_minor),
                )
                for each in known
            ]
            first = known[0]
            cohorts.append(
                VintageView(cohort=f"{cohort:%Y-%m}", lent_minor=first.lent_minor, loans=first.loans, points=shown)
            )
        return cls(dpd_over=dpd_over, cohorts=cohorts)


class DefaultView(BaseModel):
    """Loans of a product whose instalment was due, and those that had not paid it so many days later."""

    product_code: str
    loans: int
    lent_minor: int
    unpaid: int
    unpaid_minor: int
    rate: Decimal | None = Field(description="By count")

    @classmethod
    def of(cls, line: Defaulted) -> "DefaultView":
        """The view of a product."""
        return cls(**line._asdict(), rate=rate(line.unpaid, line.loans))


class DefaultsView(BaseModel):
    """First (second, third) payment default: FPD30 is instalment 1, 30 days (R-4.23)."""

    day: date
    instalment: int
    days: int
    products: list[DefaultView]
