"""The terms of a loan as they are now: what changes have made of those of its contract."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from loan_contracts.money import times
from loan_contracts.values import RepaymentMethod
from loan_schedules.rates import RateChange, Rates


@dataclass(frozen=True, slots=True)
class RateFrom:
    """The annual rate that was agreed from a day on."""

    on: date
    annual_rate: Decimal


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that bear no interest: from one on, up to another."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Restructured:
    """How the loan is repaid since it was restructured: over so many months from a day on."""

    on: date
    months: int
    method: RepaymentMethod


@dataclass(frozen=True, slots=True)
class SettlementAgreed:
    """How much ends the loan if it is paid by a day, and how much of it has come."""

    amount_minor: int
    pay_by: date
    received_minor: int = 0


@dataclass(frozen=True, slots=True)
class Enforced:
    """What the delay of a judgment costs: a daily rate on the principal, charged up to a day, and how much of it was
    paid or let go."""

    daily_rate: Decimal
    charged_until: date
    charged_minor: int = 0
    done_minor: int = 0

    @property
    def owed_minor(self) -> int:
        """What is charged and unpaid."""
        return self.charged_minor - self.done_minor

    def charged(self, principal_minor: int, on: date) -> "Enforced":
        """Up to a day, on the principal that was owed since."""
        days = (on - self.charged_until).days
        if days <= 0:
            return self
        more = times(principal_minor, self.daily_rate * days)
        return Enforced(self.daily_rate, on, self.charged_minor + more, self.done_minor)


@dataclass(frozen=True, slots=True)
class TermsInForce:
    """What changes have added to the contract.

    `held_until` is the due date of the instalment that asks for those that were not asked for,
    `principal_held_until` that of the last one that asks for interest alone. What was let go of the
    principal, and was written off or transferred of it, is kept apart from what was repaid; `waived_minor` is all else
    that was let go. Of a rate that is tied to the LPR, `lpr` was read last, and `spread_bp` is what people have agreed
    on since; absent, the contract's.
    """

    rates: tuple[RateFrom, ...] = ()
    pauses: tuple[Pause, ...] = ()
    restructured: Restructured | None = None
    extensions: int = 0
    extended_months: int = 0
    held_until: date | None = None
    principal_held_until: date | None = None
    settlement: SettlementAgreed | None = None
    enforced: Enforced | None = None
    waived_minor: int = 0
    waived_principal_minor: int = 0
    written_off_minor: int = 0
    transferred_minor: int = 0
    lpr: Decimal | None = None
    spread_bp: Decimal | None = None

    def with_rate(self, on: date, annual_rate: Decimal) -> "TermsInForce":
        """With the rate of a day on: it replaces all that comes behind its day."""
        known = tuple(each for each in self.rates if each.on < on)
        return replace(self, rates=(*known, RateFrom(on, annual_rate)))

    def agreed_rates(self, contract: Rates) -> Rates:
        """The rates of the loan over its life, pauses left out. What was agreed later replaces all that comes behind
        its day."""
        changes = list(contract.changes)
        for each in sorted(self.rates, key=lambda rate: rate.on):
            changes = [*(known for known in changes if known.on < each.on), RateChange(each.on, each.annual_rate)]
        return Rates(contract.first, tuple(changes))

    def borne_rates(self, contract: Rates) -> Rates:
        """The rates that its days bear: nothing in a pause."""
        agreed = self.agreed_rates(contract)
        if not self.pauses:
            return agreed
        days = {each.on for each in agreed.changes}.union(*((each.since, each.until) for each in self.pauses))
        return Rates(agreed.first, tuple(RateChange(day, self._borne(agreed, day)) for day in sorted(days)))

    def _borne(self, agreed: Rates, day: date) -> Decimal:
        paused = any(each.since <= day < each.until for each in self.pauses)
        return Decimal(0) if paused else agreed.at(day)

    def paused_days(self, start: date, end: date) -> int:
        """How many days of [start, end) bear nothing."""
        return sum(max(0, (min(end, each.until) - max(start, each.since)).days) for each in self.pauses)


AS_CONTRACTED = TermsInForce()
