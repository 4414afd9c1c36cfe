"""A loan (借据): booked from a signed contract and paid out once (domain.md §15.1).

How a running loan ages with the business day stands in `calendar.ageing`, how it is repaid in `servicing.repayments`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid5

from loan_contracts.lending import (
    LoanDisbursed,
    LoanDisbursementFailed,
    PaymentDirection,
    PaymentFailed,
    PaymentRequested,
    PaymentSettled,
)
from loan_contracts.values import Tenor
from loan_servicekit.core import Conflict, NotCredible
from loan_servicekit.core.working_days import WorkingDays
from postloan_svc.domain.delinquency.cap import CapWindow
from postloan_svc.domain.ledger.allocations import Profile, Repayment
from postloan_svc.domain.ledger.postings import Posting, disbursement
from postloan_svc.domain.loan.figures import LoanFigures
from postloan_svc.domain.loan.history import LoanEvent, Past
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.loan.status import TRANSITIONS, LoanStatus
from postloan_svc.domain.loan.terms import AS_CONTRACTED, TermsInForce
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.schedule.versions import ScheduleVersion, planned


@dataclass(eq=False)
class Loan(LoanFigures):
    """The accounting unit: one pay-out with its own amount, rate, schedule and balance. All amounts in minor units.

    `advanced_to` is the latest business day that the loan was brought to: while a closing run is under way, some loans
    stand on the day after the open one already; it is no earlier than any event of the loan. `postings`, `repayments`,
    `events` and `schedules` hold what is new since the loan was loaded; the unit of work saves them with the loan,
    whatever has made them. `past` is what was before, where a correction needs it (`servicing.corrections`),
    `working_days` what instalments that fall due need (R-3.7). `cap_windows` is what the line on all charges (R-3.19)
    has allowed since the loan fell behind, `cap_excess_minor` what it has waived. `recognised_minor` and
    `off_balance_minor` are the interest of the periods that have ended, in the books and off the balance sheet
    (`servicing.accrual`). `terms` is what changes have added to the contract.
    `purpose_due_on`: by then somebody looks at what the money was used for (R-2.6a).
    """

    AUDITED_AS = "loan"

    id: UUID
    contract: SignedContract
    status: LoanStatus = LoanStatus.PENDING
    pay_outs: int = 0
    payment_id: UUID | None = None
    value_date: date | None = None
    instalments: list[LoanInstalment] = field(default_factory=list)
    profile: Profile = Profile.A
    bucket: str = "M0"
    suspense_minor: int = 0
    settled_on: date | None = None
    advanced_to: date | None = None
    posted: int = 0
    schedule_no: int = 1
    refunds: int = 0
    refund_id: UUID | None = None
    refund_minor: int = 0
    cap_windows: list[CapWindow] = field(default_factory=list)
    cap_excess_minor: int = 0
    recognised_minor: int = 0
    off_balance_minor: int = 0
    non_accrual_since: date | None = None
    terms: TermsInForce = AS_CONTRACTED
    purpose_due_on: date | None = None
    postings: list[Posting] = field(default_factory=list, init=False)
    repayments: list[Repayment] = field(default_factory=list, init=False)
    events: list[LoanEvent] = field(default_factory=list, init=False)
    schedules: list[ScheduleVersion] = field(default_factory=list, init=False)
    past: Past | None = field(default=None, init=False)
    working_days: WorkingDays | None = field(default=None, init=False)
    lpr: Callable[[Tenor, date], Decimal] | None = field(default=None, init=False)
    readings: dict[date, LoanEvent] = field(default_factory=dict, init=False)

    @classmethod
    def book(cls, contract: SignedContract, business_date: date, existing: "Loan | None" = None) -> "Loan":
        """Books the one loan of a contract; `existing` is what the store holds under the contract's `loan_id`.

        Refuses before any money moves: Conflict `loan-already-booked`, Invalid where the terms give no schedule.
        """
        if existing is not None:
            raise Conflict(
                "loan-already-booked", f"contract {contract.contract_no} already has the loan {existing.loan_no}"
            )
        contract.instalments(business_date)
        contract.prepayment_rules()
        return cls(id=contract.loan_id, contract=contract)

    def become(self, status: LoanStatus) -> None:
        """Goes to another state; staying is no change. The table of transitions says which are possible."""
        if status is not self.status:
            assert status in TRANSITIONS[self.status], f"a loan that is {self.status} never becomes {status}"
            self.status = status

    def post(self, posting: Posting) -> None:
        """Books a posting under the loan's next number."""
        self.posted += 1
        posting = posting._replace(number=self.posted)
        self.postings.append(posting)
        if self.past:
            self.past.postings.append(posting)

    def happened(self, event: LoanEvent) -> None:
        """Adds an event to the loan's history."""
        self.events.append(event)
        if self.past:
            self.past.events.append(event)

    def split(self, repayment: Repayment) -> None:
        """Keeps how a repayment was split."""
        self.repayments.append(repayment)
        if self.past:
            self.past.repayments[repayment.repayment_id] = repayment

    def plan(self, made_by: UUID, effective_from: date) -> None:
        """Keeps the schedule as it is now as its next version (R-3.1)."""
        self.schedule_no += 1
        self.schedules.append(ScheduleVersion(self.schedule_no, made_by, effective_from, planned(self.instalments)))

    def take_events(self) -> list[LoanEvent]:
        """Hands over what has happened since the loan was loaded, and forgets it."""
        taken, self.events = self.events, []
        return taken

    def take_schedules(self) -> list[ScheduleVersion]:
        """Hands over the versions of the schedule made since the loan was loaded, and forgets them."""
        taken, self.schedules = self.schedules, []
        return taken

    def take_postings(self) -> list[Posting]:
        """Hands over what was posted since the loan was loaded, and forgets it."""
        taken, self.postings = self.postings, []
        return taken

    def take_repayments(self) -> list[Repayment]:
        """Hands over what was received since the loan was loaded, and forgets it."""
        taken, self.repayments = self.repayments, []
        return taken

    def request_pay_out(self) -> UUID:
        """Asks for the pay-out and returns its payment id; after a failure it may be asked for again, under a new id.

        Payment ids follow from the loan and the attempt, so that no attempt can be paid twice. The first order names
        the card of the contract; after a failure, which may well be the card's, it goes to the one verified since.
        Raises Conflict `pay-out-already-requested`.
        """
        self.payment_id = self.next_pay_out()
        self.pay_outs += 1
        self.become(LoanStatus.DISBURSING)
        self.record(
            PaymentRequested,
            payment_id=self.payment_id,
            loan_id=self.id,
            application_id=self.contract.application_id,
            customer_id=self.contract.customer_id,
            direction=PaymentDirection.PAY_OUT,
            amount_minor=self.contract.principal_minor,
            currency=self.contract.currency,
            card_token=self.contract.card_token if self.pay_outs == 1 else None,
            payee_token=self.contract.payee_token,
        )
        return self.payment_id

    def next_pay_out(self) -> UUID:
        """The payment id that the next pay-out will have. Raises Conflict `pay-out-already-requested`."""
        if LoanStatus.DISBURSING not in TRANSITIONS[self.status]:
            raise Conflict(
                "pay-out-already-requested",
                f"loan {self.loan_no} is {self.status}; a pay-out may be requested when it is PENDING or FAILED",
            )
        return uuid5(self.id, f"pay-out {self.pay_outs + 1}")

    def refuse_pay_out(self, code: str, now: datetime) -> None:
        """A person has refused the next pay-out: nothing was ordered, and the loan waits for another try.

        Raises Conflict `pay-out-already-requested`.
        """
        self.payment_id = self.next_pay_out()
        self.pay_outs += 1
        self._fail(self.payment_id, code, now)

    def require_credible(self, answer: PaymentSettled | PaymentFailed) -> None:
        """What became of a payment is told of what was ordered: a pay-out of this loan's principal, or a refund of what
        was left over, for its application.

        Raises NotCredible `payment-direction-unexpected`, `pay-out-amount-differs`, `pay-out-of-another-application`.
        """
        refund = answer.payment_id == self.refund_id
        ordered = self.refund_minor if refund else self.contract.principal_minor
        direction = PaymentDirection.REFUND if refund else PaymentDirection.PAY_OUT
        if answer.direction is not direction:
            raise NotCredible(
                "payment-direction-unexpected", f"the payment is {answer.direction}; ordered was {direction}"
            )
        currency = getattr(answer, "currency", self.contract.currency)  # a failure names none
        if (answer.amount_minor, currency) != (ordered, self.contract.currency):
            raise NotCredible(
                "pay-out-amount-differs",
                f"{answer.amount_minor} {currency}; ordered were {ordered} {self.contract.currency}",
            )
        if answer.application_id != self.application_id:
            raise NotCredible("pay-out-of-another-application", f"loan {self.loan_no} is of {self.application_id}")

    def confirm_pay_out(self, payment_id: UUID, amount_minor: int, value_date: date, now: datetime) -> None:
        """The money is out: makes the schedule from the value date and starts the loan (R-3.1, R-0.5).

        Raises Conflict `pay-out-not-expected` (another payment, or confirmed before) and `pay-out-amount-differs`:
        the principal is what the borrower really received (R-2.25).
        """
        self._require_pay_out(payment_id)
        contract = self.contract
        if amount_minor != contract.principal_minor:
            raise Conflict(
                "pay-out-amount-differs",
                f"amount_minor is {amount_minor}; it must be the contract's principal, {contract.principal_minor}",
            )
        self.instalments = contract.instalments(value_date)
        first = next(each for each in self.instalments if each.number)
        self.value_date = self.advanced_to = value_date
        self.become(LoanStatus.ACTIVE)
        self.post(disbursement(contract.principal_minor, value_date))
        self.record(
            LoanDisbursed,
            loan_id=self.id,
            application_id=contract.application_id,
            loan_no=self.loan_no,
            contract_no=contract.contract_no,
            customer_id=contract.customer_id,
            branch=contract.branch,
            product_code=contract.product_code,
            principal_minor=contract.principal_minor,
            currency=contract.currency,
            annual_rate=contract.annual_rate,
            term_months=contract.term_months,
            repayment_method=contract.method,
            value_date=value_date,
            maturity_date=self.instalments[-1].due_on,
            first_due_date=first.due_on,
            instalment_minor=first.total_minor,
            payment_id=payment_id,
            disbursed_at=now,
            line_id=contract.line_id,
        )

    def fail_pay_out(self, payment_id: UUID, code: str, now: datetime) -> None:
        """The channel has refused the pay-out for good; no interest runs and the loan waits for a person.

        Raises Conflict `pay-out-not-expected`.
        """
        self._require_pay_out(payment_id)
        self._fail(payment_id, code, now)

    def _fail(self, payment_id: UUID, code: str, now: datetime) -> None:
        self.become(LoanStatus.FAILED)
        self.record(
            LoanDisbursementFailed,
            loan_id=self.id,
            application_id=self.contract.application_id,
            payment_id=payment_id,
            code=code,
            failed_at=now,
        )

    def _require_pay_out(self, payment_id: UUID) -> None:
        if self.status is not LoanStatus.DISBURSING or payment_id != self.payment_id:
            raise Conflict(
                "pay-out-not-expected",
                f"loan {self.loan_no} is {self.status} and its payment is {self.payment_id}; "
                f"payment {payment_id} is not the one it waits for",
            )
