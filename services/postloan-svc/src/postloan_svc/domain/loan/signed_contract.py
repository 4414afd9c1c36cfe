"""What a signed contract says about its loan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from loan_contracts.values import RepaymentMethod
from loan_schedules.terms import ScheduleTerms
from postloan_svc.domain.delinquency.cap import CapMeasure
from postloan_svc.domain.delinquency.penalty import penalty_rate

LOANS = UUID("7c5f3d0e-52b1-5f0a-9d0e-6a1b0f5d2c11")


def loan_id_of(contract_no: str) -> UUID:
    """The id of a contract's loan. It follows from the contract number, so that a contract can have only one."""
    return uuid5(LOANS, contract_no)


@dataclass(frozen=True, slots=True)
class SignedContract:
    """The agreed terms. `annual_rate_cap` is the line on all charges in force on the day of signing (domain.md §2.6),
    `cap_measure` how it was measured then, `card_token` the keyed hash of the card that the borrower is paid on."""

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

    @property
    def loan_id(self) -> UUID:
        """The id of the contract's one loan."""
        return loan_id_of(self.contract_no)

    @property
    def annual_penalty_rate(self) -> Decimal:
        """The rate of penalty and compound interest, within the cap by itself (R-3.12, R-3.19)."""
        return penalty_rate(self.annual_rate, self.penalty_multiple, self.annual_rate_cap)

    @property
    def agreed_penalty_rate(self) -> Decimal:
        """The rate that the contract names, whatever the cap says."""
        return self.annual_rate * self.penalty_multiple

    def schedule_terms(self, value_date: date) -> ScheduleTerms:
        """The terms of the schedule if the money goes out on this day."""
        return ScheduleTerms(
            principal_minor=self.principal_minor,
            annual_rate=self.annual_rate,
            term_months=self.term_months,
            method=self.method,
            value_date=value_date,
        )
