"""A debit: one order to collect so much from the borrower's card, and what became of it (R-3.11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID, uuid5

from loan_contracts.lending import PaymentDirection, PaymentFailed, PaymentRequested, PaymentSettled
from loan_contracts.payments.collecting import PaymentReturned
from loan_servicekit.core import BUSINESS_ZONE, Aggregate, NotCredible, business_day
from postloan_svc.domain.debits.agreement import CollectionAgreement
from postloan_svc.domain.loan.loan import Loan

SHORT_OF_FUNDS = "64"
"""The one refusal after which less may be asked for."""

NOT_HIS_FAULTS = frozenset({"10", "11", "13", "31", "32", "34", "39", "too-late"})
"""Ends that lie with the network, a bank or ourselves, not with the borrower or his card: a message that was not taken,
a merchant that may not, a system that was closed, an order that never arrived or was not sent in time."""

WHOLE_MINOR = 100
"""Parts are asked for in whole yuan."""


class Occasion(StrEnum):
    """Why it is made."""

    AUTO = "AUTO"  # at a set time, under the agreement
    OWN = "OWN"  # the borrower pays, now


class DebitStatus(StrEnum):
    """REQUESTED until the channel has said how the order ended."""

    REQUESTED = "REQUESTED"
    SETTLED = "SETTLED"
    FAILED = "FAILED"
    RETURNED = "RETURNED"  # settled, and taken back by the bank


@dataclass(eq=False)
class DebitAttempt(Aggregate):
    """Its id is the payment's. `slot` is the time of day whose attempt it is, `part` counts the orders of that attempt:
    where there is not enough, less is asked for. `problem` says why money that came could not be booked."""

    AUDITED_AS = "debit"

    id: UUID
    loan_id: UUID
    application_id: UUID
    customer_id: UUID
    occasion: Occasion
    business_date: date
    amount_minor: int
    currency: str
    requested_by: str
    requested_at: datetime
    agreement_id: UUID | None = None
    card_token: str | None = None
    slot: str | None = None
    part: int = 1
    quote_id: UUID | None = None
    status: DebitStatus = DebitStatus.REQUESTED
    code: str | None = None
    ended_at: datetime | None = None
    repayment_id: UUID | None = None
    problem: str | None = None

    @classmethod
    def automatic(
        cls, loan: Loan, agreement: CollectionAgreement, day: date, slot: str, amount_minor: int, by: str, now: datetime
    ) -> "DebitAttempt":
        """The attempt of a time of day: its id follows from loan, day and time, so that there is one."""
        made = cls(
            id=uuid5(loan.id, f"debit {day} {slot}"),
            loan_id=loan.id,
            application_id=loan.application_id,
            customer_id=loan.contract.customer_id,
            occasion=Occasion.AUTO,
            business_date=day,
            amount_minor=amount_minor,
            currency=loan.contract.currency,
            requested_by=by,
            requested_at=now,
            agreement_id=agreement.id,
            card_token=agreement.card_token,
            slot=slot,
        )
        made.order()
        return made

    def following(self, amount_minor: int, now: datetime) -> "DebitAttempt":
        """The next order of the same attempt, for less."""
        made = DebitAttempt(
            id=uuid5(self.id, f"part {self.part + 1}"),
            loan_id=self.loan_id,
            application_id=self.application_id,
            customer_id=self.customer_id,
            occasion=self.occasion,
            business_date=self.business_date,
            amount_minor=amount_minor,
            currency=self.currency,
            requested_by=self.requested_by,
            requested_at=now,
            agreement_id=self.agreement_id,
            card_token=self.card_token,
            slot=self.slot,
            part=self.part + 1,
        )
        made.order()
        return made

    def order(self) -> None:
        """Gives the order."""
        self.record(
            PaymentRequested,
            payment_id=self.id,
            loan_id=self.loan_id,
            application_id=self.application_id,
            customer_id=self.customer_id,
            direction=PaymentDirection.COLLECT,
            amount_minor=self.amount_minor,
            currency=self.currency,
            card_token=self.card_token,
            agreement_id=self.agreement_id,
        )

    def require_credible(self, answer: PaymentSettled | PaymentFailed | PaymentReturned) -> None:
        """What became of a payment is told of what was ordered. Raises NotCredible `debit-differs`."""
        told = (answer.direction, answer.loan_id, answer.application_id, answer.amount_minor)
        ordered = (PaymentDirection.COLLECT, self.loan_id, self.application_id, self.amount_minor)
        if told != ordered or getattr(answer, "currency", self.currency) != self.currency:
            raise NotCredible("debit-differs", f"payment {self.id} was ordered otherwise than it is told")

    def settle(self, repayment_id: UUID | None, problem: str | None, now: datetime) -> None:
        """The money is here, and in the books; or `problem` says why it is not in the books."""
        self.status, self.code, self.ended_at = DebitStatus.SETTLED, "00", now
        self.repayment_id, self.problem = repayment_id, problem
        self.audit("settle_debit", _said(problem=problem))

    def fail(self, code: str, now: datetime) -> None:
        """The channel has refused it for good."""
        self.status, self.code, self.ended_at = DebitStatus.FAILED, code, now
        self.audit("fail_debit", {"code": code})

    def give_back(self, problem: str | None) -> None:
        """The bank has taken the money back; `problem` says why the repayment stands nevertheless."""
        self.status, self.problem = DebitStatus.RETURNED, problem
        self.audit("return_debit", _said(problem=problem))


def _said(**detail: str | None) -> Mapping[str, str]:
    return {name: value for name, value in detail.items() if value}


@dataclass(frozen=True, slots=True)
class DebitRules:
    """Parameters `debit.*`: the times of the day, up to how many days past due, how often less is asked for where there
    is not enough, and what is too little to ask for."""

    times: tuple[time, ...]
    most_dpd: int
    most_parts: int
    least_part_minor: int


def less_minor(attempt: DebitAttempt, owed_minor: int, rules: DebitRules) -> int:
    """What the next order of an attempt asks for: half of the last one, in whole yuan, at most what is owed. 0: enough
    was tried, or it is too little."""
    if attempt.occasion is not Occasion.AUTO or attempt.part > rules.most_parts:
        return 0
    half = min(attempt.amount_minor // 2, owed_minor) // WHOLE_MINOR * WHOLE_MINOR
    return half if half >= max(rules.least_part_minor, WHOLE_MINOR) else 0


def times_of(text: str) -> tuple[time, ...]:
    """Times of day as a parameter has them: 06:00,14:00,22:00. Raises ValueError."""
    times = tuple(time.fromisoformat(each) for each in text.split(","))
    if list(times) != sorted(set(times)) or ",".join(f"{each:%H:%M}" for each in times) != text:
        raise ValueError("times of day as HH:MM, rising, with commas between")
    return times


def slot_at(open_day: date, times: tuple[time, ...], now: datetime) -> str | None:
    """The time of the open day whose attempt is to be made: the last one that has passed, so that one that was missed
    is made up for once. None before the first; and while the open day lags behind the calendar, for what is due today
    is not known yet. Where days run ahead, which production refuses, a day has its last time alone."""
    today = business_day(now)
    if open_day < today:
        return None
    local = now.astimezone(BUSINESS_ZONE).time()
    passed = [each for each in times if open_day > today or each <= local]
    return f"{passed[-1]:%H:%M}" if passed else None
