"""What a signed contract says about its loan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from loan_contracts.values import (
    AS_USUAL,
    FREE_PREPAYMENT,
    AgreedFee,
    DayCount,
    FeeTiming,
    HolidayRule,
    LineTerms,
    PayMode,
    PrepaymentTerms,
    RepaymentMethod,
    RepaymentTerms,
)
from loan_schedules.agreed import agreed_rates, agreed_schedule, agreed_terms
from loan_schedules.prepayment import FeeStep, PrepaymentRules
from loan_schedules.rates import Rates
from loan_schedules.terms import ScheduleTerms
from postloan_svc.domain.delinquency.cap import CapMeasure
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.domain.schedule.instalments import LoanInstalment

LOANS = UUID("7c5f3d0e-52b1-5f0a-9d0e-6a1b0f5d2c11")


def loan_id_of(contract_no: str) -> UUID:
    """The id of a contract's loan. It follows from the contract number, so that a contract can have only one."""
    return uuid5(LOANS, contract_no)


@dataclass(frozen=True, slots=True)
class SignedContract:
    """The agreed terms. `annual_rate_cap` is the line on all charges in force on the day of signing (domain.md §2.6),
    `cap_measure` how it was measured then, `card_token` the keyed hash of the card that the borrower is paid on,
    `handled_by` are the people who made, decided and contracted it, `channel` is where its product is sold,
    `conditions` is what is fulfilled before the pay-out, `payee_token` names the counterparty that is paid in the
    borrower's stead."""

    application_id: UUID
    contract_no: str
    customer_id: UUID
    branch: str
    product_code: str
    principal_minor: int
    annual_rate: Decimal
    term_months: int
    method: RepaymentMethod
    penalty_multiple: Decimal
    annual_rate_cap: Decimal
    grace_days: int
    contract_hash: str
    card_token: str | None = None
    currency: str = "CNY"
    cap_measure: CapMeasure = CapMeasure.NOMINAL_360
    fees: tuple[AgreedFee, ...] = ()
    prepayment: PrepaymentTerms = FREE_PREPAYMENT
    holiday_rule: HolidayRule = HolidayRule.NONE  # what loans were booked on before contracts said it
    handled_by: tuple[str, ...] = ()
    channel: str | None = None
    conditions: tuple[str, ...] = ()
    repayment: RepaymentTerms = AS_USUAL
    allocation_axis: Axis = Axis.ACROSS
    pay_mode: PayMode = PayMode.SELF
    payee_token: str | None = None
    purpose: str | None = None
    credit_line: LineTerms | None = None
    line_id: UUID | None = None
    draw_no: int = 0

    @property
    def loan_id(self) -> UUID:
        """The id of the contract's one loan, or of a draw of its credit line (`line_id`, `draw_no`)."""
        return uuid5(LOANS, f"{self.contract_no} {self.draw_no}") if self.draw_no else loan_id_of(self.contract_no)

    @property
    def day_count(self) -> DayCount:
        """How its days become a share of a year."""
        return self.repayment.day_count

    def rates(self, value_date: date) -> Rates:
        """The rates of its days as agreed at signing, if the money goes out on this day."""
        return agreed_rates(self.annual_rate, value_date, self.repayment)

    def schedule_terms(self, value_date: date) -> ScheduleTerms:
        """The terms of the schedule if the money goes out on this day."""
        return agreed_terms(
            self.principal_minor, self.annual_rate, self.term_months, self.method, value_date, self.repayment
        )

    def prepayment_rules(self) -> PrepaymentRules:
        """What is agreed on repaying before the term (R-3.21). Raises Invalid `prepayment-rules-invalid`."""
        agreed = self.prepayment
        return PrepaymentRules(
            allowed_after_months=agreed.allowed_after_months,
            least_minor=agreed.least_minor,
            fees=tuple(FeeStep(step.before_months, step.rate) for step in agreed.fees),
            interest=agreed.interest,
        )

    def fees_minor(self, timing: FeeTiming) -> int:
        """What is charged beside interest each time that something of this timing happens."""
        return sum(fee.amount_minor for fee in self.fees if fee.timing is timing)

    def instalments(self, value_date: date) -> list[LoanInstalment]:
        """The schedule of the loan if the money goes out on this day, as it is booked (R-3.1).

        What the pay-out itself costs is no part of an instalment, and is not taken from the money either (民法典 670):
        it falls due on its day, as number 0. Raises Invalid where the terms give no schedule.
        """
        rows = agreed_schedule(self.schedule_terms(value_date), self.rates(value_date))
        each = self.fees_minor(FeeTiming.EVERY_INSTALMENT)
        instalments = [LoanInstalment.of(row, each) for row in rows]
        if fee := self.fees_minor(FeeTiming.AT_DISBURSEMENT):
            instalments.insert(0, LoanInstalment(0, value_date, value_date, 0, 0, self.principal_minor, fee_minor=fee))
        return instalments
