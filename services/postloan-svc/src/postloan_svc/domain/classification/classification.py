"""The classification of one loan: its class of five, its stage, and why (domain.md §4.1, §4.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from loan_contracts.lending import LoanReclassified
from loan_servicekit.core import Aggregate, Conflict
from postloan_svc.domain.classification.periods import (
    clean_since,
    first_due_after,
    kept_periods,
    periods_over_on,
    require_earned,
    whichever_is_longer,
)
from postloan_svc.domain.classification.risk_class import (
    IMPAIRMENTS,
    Facts,
    Finding,
    Limits,
    Restructured,
    RiskClass,
    Sign,
    findings,
    worst,
)
from postloan_svc.domain.delinquency.dpd import bucket
from postloan_svc.domain.loan.loan import Loan

STAGE_TWO_SIGNS = frozenset({Sign.WATCHED, Sign.EXTENDED})
STAGE_ONE_PERIODS = 3  # paid in time, after which stage 2 ends
OBSERVED_PERIODS, OBSERVED_MONTHS = 2, 12


class Reason(StrEnum):
    """Why a class is worse than what the loan shows on the day."""

    HELD = "HELD"  # once non-performing it stays so until two people upgrade it
    OVERRIDE = "OVERRIDE"  # two people have put it there


@dataclass(frozen=True, slots=True)
class SignRow:
    """A sign that was agreed on: since when it holds, until when at most, and its share in percent where it has one."""

    sign: Sign
    since: date
    until: date | None = None
    percent: Decimal | None = None


class Change(NamedTuple):
    """A change of class or stage, as it is kept for good."""

    on: date
    from_class: RiskClass
    to_class: RiskClass
    from_stage: int
    to_stage: int
    reasons: tuple[str, ...]
    dpd: int


class Day(NamedTuple):
    """What a loan is classified on: the day, its days past due at the end of it, whether it is retail (R-4.8), how much
    of what its debtor owes us beside it is non-performing, whether the probability of default has risen (SICR), and
    when it was restructured last."""

    on: date
    dpd: int
    retail: bool = True
    debtor_npl_percent: Decimal = Decimal(0)
    riskier: bool = False
    restructured_on: date | None = None


@dataclass(eq=False)
class Classification(Aggregate):
    """One a loan, from the first day on which it is other than 正常 in stage 1.

    `reasons` are the codes of all that holds, `own_class` the class without what the debtor's other loans do to it.
    `held` says that it has been non-performing and not upgraded since. `restructured_on` began an observation, which
    lasts while `restructured` says what it asks for (R-4.9).
    `floor` is the least class, whatever the days past due and the debtor's other loans say, `look_on` the next day on
    which something ends by itself: SQL finds by them which loans a day has to look at.
    """

    AUDITED_AS = "classification"

    id: UUID
    application_id: UUID
    customer_id: UUID
    branch: str
    risk_class: RiskClass = RiskClass.NORMAL
    stage: int = 1
    since: date | None = None
    reasons: list[str] = field(default_factory=list)
    own_class: RiskClass = RiskClass.NORMAL
    signs: list[SignRow] = field(default_factory=list)
    held: bool = False
    override: RiskClass | None = None
    restructured: Restructured | None = None
    restructured_on: date | None = None
    upgraded_on: date | None = None
    floor: RiskClass = RiskClass.NORMAL
    look_on: date | None = None
    changes: list[Change] = field(default_factory=list, init=False)

    @classmethod
    def of(cls, loan: Loan) -> "Classification":
        """The classification of a loan that had none: 正常, stage 1."""
        contract = loan.contract
        return cls(loan.id, contract.application_id, contract.customer_id, contract.branch)

    @property
    def technical(self) -> bool:
        """Whether some days past due are excused (R-4.2a)."""
        return any(each.sign is Sign.TECHNICAL for each in self.signs)

    @property
    def assessed_loss(self) -> Decimal | None:
        """The share of an impaired loan that is lost, where people have assessed it by itself."""
        percents = [each.percent for each in self.signs if each.sign is Sign.ASSESSED_LOSS and each.percent is not None]
        return percents[0] / 100 if percents else None

    def classify(self, day: Day, loan: Loan, limits: Limits) -> bool:
        """Puts the loan where it belongs at the end of a day; whether that changed something. A change of class or
        stage is told. What has been non-performing never gets better by itself (R-4.6)."""
        before, details = (self.risk_class, self.stage), self._details()
        self._end_what_is_over(day.on, loan)
        if day.restructured_on and day.restructured_on > (self.restructured_on or date.min):
            self.restructure(day.restructured_on)
        found = findings(self._known(day), limits)
        self.own_class = worst([each for each in found if not each.code.startswith("DEBTOR_")])
        rule = max(worst(found), self.override or RiskClass.NORMAL)
        self._put(max(rule, self.risk_class) if self.held else rule, found, day, loan, limits)
        if (self.risk_class, self.stage) == before:
            if self._details() != details:
                self.audit("classify_loan", {"class": self.risk_class.name, "reasons": " ".join(self.reasons)})
            return False
        self._tell(before, day)
        return True

    def upgrade(self, to: RiskClass, day: Day, loan: Loan, limits: Limits) -> None:
        """Out of the non-performing classes, by two people (R-4.6). Raises as `require_upgradable` does."""
        self.require_upgradable(to, day, loan, limits)
        before = (self.risk_class, self.stage)
        self.held, self.upgraded_on = False, day.on
        found = findings(self._known(day), limits)
        self.own_class = worst(found)
        self._put(max(worst(found), to), found, day, loan, limits)
        self._tell(before, day)

    def require_upgradable(self, to: RiskClass, day: Day, loan: Loan, limits: Limits) -> None:
        """Raises Conflict `upgrade-not-asked-for` where there is nothing to upgrade, `upgrade-not-earned` while the
        debtor has arrears, has not paid two periods and six months since, or a reason for its class holds."""
        if not self.held or to.non_performing:
            raise Conflict(
                "upgrade-not-asked-for", f"the loan is {self.risk_class.name}; it is not upgraded to {to.name}"
            )
        require_earned(loan, day.dpd, day.on)
        if (rule := worst(findings(self._known(day), limits))).non_performing:
            raise Conflict("upgrade-not-earned", f"a reason for {rule.name} still holds")

    def take_changes(self) -> list[Change]:
        """Hands over what has changed since the last save, and forgets it."""
        taken, self.changes = self.changes, []
        return taken

    def raise_sign(self, row: SignRow) -> None:
        """Two people have found something out, or a bank has said so; a sign of its kind that was there is replaced."""
        self.signs = [*(each for each in self.signs if each.sign is not row.sign), row]
        self.audit("raise_sign", {"sign": row.sign.value, "since": str(row.since)})

    def clear_sign(self, sign: Sign) -> None:
        """It holds no more. Raises Conflict `sign-not-raised`."""
        left = [each for each in self.signs if each.sign is not sign]
        if left == self.signs:
            raise Conflict("sign-not-raised", f"nobody has said {sign} of the loan")
        self.signs = left
        self.audit("clear_sign", {"sign": sign.value})

    def override_with(self, to: RiskClass) -> None:
        """Two people put the loan into a worse class than the rules give, until they lift it. Raises Conflict
        `override-not-stricter`: what binds the machine binds people."""
        if to <= self.risk_class:
            detail = f"the loan is {self.risk_class.name}; an override puts it into a worse class"
            raise Conflict("override-not-stricter", detail)
        self.override = to
        self.audit("override_class", {"to_class": to.name})

    def lift_override(self) -> None:
        """The rules alone count again. Raises Conflict `override-absent`."""
        if self.override is None:
            raise Conflict("override-absent", "nobody has put the loan into another class")
        self.override = None
        self.audit("lift_override", {})

    def restructure(self, on: date) -> None:
        """The contract was changed for a debtor in difficulty: an observation begins, or begins anew (R-4.9)."""
        again = self.restructured is not None
        self.restructured = Restructured.AGAIN if again else Restructured.FROM_PERFORMING
        self.restructured_on = on
        self.audit("restructure", {"restructured": self.restructured.value, "on": str(on)})

    def _details(self) -> tuple[object, ...]:
        """What is stored beside class and stage."""
        return (self.reasons, self.signs, self.own_class, self.floor, self.look_on, self.restructured, self.held)

    def _known(self, day: Day) -> Facts:
        signs: Mapping[Sign, Decimal | None] = {each.sign: each.percent for each in self.signs}
        return Facts(
            dpd=day.dpd,
            retail=day.retail,
            signs=signs,
            restructured=self.restructured,
            debtor_npl_percent=day.debtor_npl_percent,
        )

    def _end_what_is_over(self, on: date, loan: Loan) -> None:
        self.signs = [each for each in self.signs if each.until is None or each.until >= on]
        ends = self._observed_until(loan)
        if self.restructured and ends and on >= ends:
            self.restructured = None

    def _observed_until(self, loan: Loan) -> date | None:
        """The first day after the observation: two due periods and a year since the first payment date, or since the
        last arrears, which begin it anew; None while that is not known."""
        clean = clean_since(loan)
        if self.restructured is None or self.restructured_on is None or clean is None:
            return None
        first = first_due_after(loan, self.restructured_on)
        return whichever_is_longer(loan, max(first, clean), OBSERVED_PERIODS, OBSERVED_MONTHS) if first else None

    def _put(self, target: RiskClass, found: Sequence[Finding], day: Day, loan: Loan, limits: Limits) -> None:
        if target is not self.risk_class:
            self.since = day.on
        self.risk_class, self.held = target, self.held or target.non_performing
        self.reasons = sorted(each.code for each in found)
        if self.override:
            self.reasons.append(Reason.OVERRIDE.value)
        if self.held and worst(found) < target:
            self.reasons.append(Reason.HELD.value)
        if day.riskier:
            self.reasons.append("RISKIER")
        lasting = worst(findings(self._known(Day(day.on, 0, day.retail)), limits))
        self.floor = max(lasting, target if self.held else RiskClass.NORMAL, self.override or RiskClass.NORMAL)
        self.stage = self._stage_on(day, loan)
        self.look_on = self._next_look(day, loan)

    def _stage_on(self, day: Day, loan: Loan) -> int:
        signs = {each.sign for each in self.signs}
        if self.risk_class.non_performing or signs & IMPAIRMENTS:
            return 3
        if self.risk_class is RiskClass.SPECIAL_MENTION or signs & STAGE_TWO_SIGNS or day.riskier:
            return 2
        if self.stage == 3:
            return 2
        return 1 if self._kept_for_stage_one(day.on, loan) else self.stage

    def _kept_for_stage_one(self, on: date, loan: Loan) -> bool:
        """Three periods paid in time since the last arrears, or the upgrade (R-4.20); at once where there were none."""
        since = self._kept_since(loan)
        return since is not None and (since == loan.value_date or kept_periods(loan, since, on) >= STAGE_ONE_PERIODS)

    def _kept_since(self, loan: Loan) -> date | None:
        clean = clean_since(loan)
        return max(clean, self.upgraded_on or clean) if clean else None

    def _next_look(self, day: Day, loan: Loan) -> date | None:
        ends = [each.until + timedelta(days=1) for each in self.signs if each.until]
        kept_since = self._kept_since(loan)
        if self.stage == 2 and kept_since:
            ends.append(periods_over_on(loan, kept_since, STAGE_ONE_PERIODS) or date.max)
        if observed := self._observed_until(loan):
            ends.append(observed)
        return min((each for each in ends if day.on < each < date.max), default=None)

    def _tell(self, before: tuple[RiskClass, int], day: Day) -> None:
        reasons = tuple(self.reasons)
        self.changes.append(Change(day.on, before[0], self.risk_class, before[1], self.stage, reasons, day.dpd))
        self.record(
            LoanReclassified,
            loan_id=self.id,
            application_id=self.application_id,
            from_class=before[0].name,
            to_class=self.risk_class.name,
            from_stage=before[1],
            to_stage=self.stage,
            reasons=self.reasons,
            dpd=day.dpd,
            bucket=bucket(day.dpd),
            business_date=day.on,
        )
