"""An instalment of a running loan: what it asks, what was charged for lateness, and what has been paid."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from loan_schedules.rates import Rates
from loan_schedules.schedule import Instalment
from postloan_svc.domain.delinquency.penalty import late_charges, within_grace
from postloan_svc.domain.schedule.components import Component, Owed


@dataclass(slots=True)
class LoanInstalment:
    """One stored row of the schedule with its life. Amounts in minor units; `*_paid_minor` never exceed what is asked.

    Number 0 is what the pay-out itself costs, where the contract has a fee for it.
    `early` is a part that was repaid before it fell due, numbered behind the others (R-3.23), `carried` what was due
    when a loan was restructured and is due anew with the first of the new instalments.
    `moved_to` is the working day to which holidays move the payment, known since it fell due (R-3.7).
    `fell_due` and `missed` say that the fact was told, so that a business day that is run twice tells it once.
    `charged_until` is the day up to which late charges are posted; absent, they run from the due date. `paid_on` is the
    day on which nothing was owed any more.
    """

    number: int
    starts_on: date
    due_on: date
    principal_minor: int
    interest_minor: int
    balance_minor: int
    penalty_minor: int = 0
    compound_minor: int = 0
    principal_paid_minor: int = 0
    interest_paid_minor: int = 0
    penalty_paid_minor: int = 0
    compound_paid_minor: int = 0
    fell_due: bool = False
    missed: bool = False
    charged_until: date | None = None
    paid_on: date | None = None
    fee_minor: int = 0
    fee_paid_minor: int = 0
    moved_to: date | None = None
    early: bool = False
    carried: bool = False

    @classmethod
    def of(cls, row: Instalment, fee_minor: int = 0) -> "LoanInstalment":
        """A fresh instalment from a schedule row, with the fee that the contract asks with each."""
        return cls(**row._asdict(), fee_minor=fee_minor)

    @property
    def total_minor(self) -> int:
        """What it asks as planned: late charges are not."""
        return self.principal_minor + self.interest_minor + self.fee_minor

    @property
    def payable_on(self) -> date:
        """Up to when it is paid in time, without any grace."""
        return self.moved_to or self.due_on

    @property
    def open(self) -> bool:
        """Fallen due and not fully paid, late charges included: what a repayment may go to."""
        return self.fell_due and self.paid_on is None

    @property
    def unpaid(self) -> bool:
        """Fallen due with something scheduled unpaid: what days past due are counted over (§1.3)."""
        return self.fell_due and self.scheduled_unpaid_minor > 0

    @property
    def scheduled_unpaid_minor(self) -> int:
        """Principal, interest and fee still unpaid; late charges are not scheduled."""
        return self.total_minor - self.principal_paid_minor - self.interest_paid_minor - self.fee_paid_minor

    def owed(self) -> Owed:
        """What is unpaid by component, late charges as far as they are posted."""
        return Owed(
            self.number,
            fee_minor=self.fee_minor - self.fee_paid_minor,
            penalty_minor=self.penalty_minor - self.penalty_paid_minor,
            compound_minor=self.compound_minor - self.compound_paid_minor,
            interest_minor=self.interest_minor - self.interest_paid_minor,
            principal_minor=self.principal_minor - self.principal_paid_minor,
        )

    def charges_until(self, on: date, penalty_rates: Rates, grace_days: int) -> tuple[int, int]:
        """Penalty and compound interest that paying on this day would add; nothing within grace (R-3.9)."""
        if not self.open or within_grace(self.payable_on, on, grace_days):
            return 0, 0
        owed = self.owed()
        charges = late_charges(
            owed.principal_minor, owed.interest_minor, penalty_rates, self.charged_until or self.due_on, on
        )
        return charges.penalty_minor, charges.compound_minor

    def charge(self, on: date, penalty_minor: int, compound_minor: int) -> None:
        """Posts the late charges up to a day; it does not lie before the day that they are posted up to."""
        self.penalty_minor += penalty_minor
        self.compound_minor += compound_minor
        self.charged_until = on

    def ask_less(self, component: Component, amount_minor: int, on: date) -> None:
        """Lets a part of what is owed go, or moves it elsewhere; the instalment is done once nothing is owed."""
        match component:
            case Component.FEE:
                self.fee_minor -= amount_minor
            case Component.PENALTY:
                self.penalty_minor -= amount_minor
            case Component.COMPOUND:
                self.compound_minor -= amount_minor
            case Component.INTEREST:
                self.interest_minor -= amount_minor
            case Component.PRINCIPAL:
                self.principal_minor -= amount_minor
            case Component.DELAY:
                raise AssertionError("no instalment bears what delay of a judgment costs")
            case _:
                assert_never(component)
        if self.owed().total_minor == 0 and self.paid_on is None:
            self.paid_on = on

    def pay(self, component: Component, amount_minor: int, on: date) -> None:
        """Books a part of a repayment; the instalment is paid once nothing is owed."""
        match component:
            case Component.FEE:
                self.fee_paid_minor += amount_minor
            case Component.PENALTY:
                self.penalty_paid_minor += amount_minor
            case Component.COMPOUND:
                self.compound_paid_minor += amount_minor
            case Component.INTEREST:
                self.interest_paid_minor += amount_minor
            case Component.PRINCIPAL:
                self.principal_paid_minor += amount_minor
            case Component.DELAY:
                raise AssertionError("no instalment bears what delay of a judgment costs")
            case _:
                assert_never(component)
        if self.owed().total_minor == 0:
            self.paid_on = on
