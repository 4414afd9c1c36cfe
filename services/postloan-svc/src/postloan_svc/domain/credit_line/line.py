"""随借随还: a line that is drawn and repaid at will until it expires (domain.md §3.1, R-3.31).

Each draw is a loan of its own (借据): what is owed of the line, and what pay-outs under way will add, its loans say.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID, uuid5

from loan_contracts.lending import CreditLineChanged
from loan_contracts.money import months_later
from loan_schedules.methods.revolving import settlement_days
from loan_servicekit.core import Aggregate, Caller, Conflict, NotFound
from postloan_svc.domain.loan.signed_contract import LOANS, SignedContract
from postloan_svc.domain.two_people import require_second_person


class LineStatus(StrEnum):
    """Whether it can be drawn. What is owed stays owed, and is due, whatever its state."""

    OPEN = "OPEN"
    FROZEN = "FROZEN"
    EXPIRED = "EXPIRED"  # nothing is drawn any more
    CLOSED = "CLOSED"  # and nothing is owed any more


class Used(NamedTuple):
    """What the loans of a line say: principal that is owed, pay-outs under way, whether something is overdue."""

    outstanding_minor: int = 0
    ordered_minor: int = 0
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Reservation:
    """An amount that is held for a draw: up to a day, the last one on which it is."""

    id: UUID
    amount_minor: int
    until: date
    made_by: str


@dataclass(frozen=True, slots=True)
class FreezeAsked:
    """One person wants the line frozen, or drawn again; another one decides."""

    freeze: bool
    reason: str
    asked_by: str
    asked_at: datetime


def line_id_of(contract_no: str) -> UUID:
    """The id of a contract's line: it can have only one."""
    return uuid5(LOANS, f"{contract_no} line")


@dataclass(eq=False)
class CreditLine(Aggregate):
    """A limit that a contract has opened. `draws` counts the loans that were drawn under it."""

    AUDITED_AS = "credit-line"

    id: UUID
    contract: SignedContract
    opens_on: date
    expires_on: date
    status: LineStatus = LineStatus.OPEN
    draws: int = 0
    reservations: list[Reservation] = field(default_factory=list)
    asked: FreezeAsked | None = None

    @classmethod
    def open(cls, contract: SignedContract, today: date, existing: "CreditLine | None" = None) -> "CreditLine":
        """Opens the line of a contract. Raises Conflict `credit-line-already-open`."""
        if existing is not None:
            raise Conflict("credit-line-already-open", f"contract {contract.contract_no} has its line already")
        line = cls(line_id_of(contract.contract_no), contract, today, months_later(today, contract.term_months))
        line._tell(today)
        return line

    @property
    def limit_minor(self) -> int:
        """How much may be owed at once."""
        return self.contract.principal_minor

    def reserved_minor(self, on: date) -> int:
        """What is held on a day."""
        return sum(each.amount_minor for each in self.reservations if on <= each.until)

    def available_minor(self, used: Used, on: date) -> int:
        """What can be drawn on a day: nothing while it is not open, or while something is overdue."""
        if self.status is not LineStatus.OPEN or not self.opens_on <= on < self.expires_on or used.overdue:
            return 0
        return max(0, self.limit_minor - used.outstanding_minor - used.ordered_minor - self.reserved_minor(on))

    def reserve(self, id: UUID, amount_minor: int, until: date, used: Used, on: date, by: Caller) -> Reservation:
        """Holds an amount for a draw. Raises Conflict as a draw does, `reservation-over` for a day that has passed."""
        if not on <= until < self.expires_on:
            raise Conflict("reservation-over", f"until is {until}; it must lie from {on} on, before {self.expires_on}")
        self._require_available(amount_minor, used, on)
        reservation = Reservation(id, amount_minor, until, by.subject)
        self.reservations = [*(each for each in self.reservations if on <= each.until), reservation]
        self.audit("reserve", {"reservation_id": str(id), "amount_minor": str(amount_minor), "until": str(until)})
        return reservation

    def release(self, reservation_id: UUID) -> Reservation:
        """Lets an amount go that was held. Raises NotFound `reservation-not-found`."""
        found = self._held(reservation_id)
        self.reservations = [each for each in self.reservations if each.id != reservation_id]
        self.audit("release_reservation", {"reservation_id": str(reservation_id)})
        return found

    def draw(
        self, amount_minor: int, used: Used, on: date, by: Caller, reservation_id: UUID | None = None
    ) -> SignedContract:
        """The contract of a new loan under the line: interest of each month's days on the 21st, principal when the line
        expires, or before as the borrower likes.

        Raises Conflict `credit-line-frozen`, `credit-line-expired`, `credit-line-overdue`, `credit-line-exceeded`,
        `credit-line-draw-too-small`, NotFound `reservation-not-found`, and `reservation-over` where it held another
        amount or has lapsed.
        """
        held_minor = 0
        if reservation_id is not None:
            held = self._held(reservation_id)
            if held.amount_minor != amount_minor or held.until < on:
                raise Conflict("reservation-over", f"{held.amount_minor} were held up to {held.until}")
            held_minor = held.amount_minor
        agreed = self.contract.credit_line
        if agreed and amount_minor < agreed.least_draw_minor:
            raise Conflict("credit-line-draw-too-small", f"at least {agreed.least_draw_minor} are drawn at once")
        self._require_available(amount_minor - held_minor, used, on)
        self.reservations = [each for each in self.reservations if each.id != reservation_id]
        self.draws += 1
        self.audit("draw", {"draw_no": str(self.draws), "amount_minor": str(amount_minor)})
        return replace(
            self.contract,
            principal_minor=amount_minor,
            repayment=self.contract.repayment.model_copy(update={"due_on": settlement_days(on, self.expires_on)}),
            handled_by=(*self.contract.handled_by, by.subject),
            line_id=self.id,
            draw_no=self.draws,
        )

    def ask_freeze(self, freeze: bool, reason: str, by: Caller, now: datetime) -> None:
        """One person asks. Raises Conflict `credit-line-not-drawable` where the line is over, or is so already,
        `freeze-asked-already`."""
        wanted = LineStatus.OPEN if freeze else LineStatus.FROZEN
        if self.status is not wanted:
            raise Conflict("credit-line-not-drawable", f"the line is {self.status}")
        if self.asked is not None:
            raise Conflict("freeze-asked-already", f"{self.asked.asked_by} has asked already")
        self.asked = FreezeAsked(freeze, reason, by.subject, now)
        self.audit("ask_freeze", {"freeze": str(freeze)})

    def decide_freeze(self, approve: bool, by: Caller, today: date) -> None:
        """Another one decides. Raises Conflict `freeze-not-asked`, Forbidden `second-person-required`."""
        asked = self.asked
        if asked is None:
            raise Conflict("freeze-not-asked", "nobody has asked")
        require_second_person(by.subject, asked.asked_by)
        self.asked = None
        self.audit("decide_freeze", {"freeze": str(asked.freeze), "approved": str(approve)})
        if approve and self.status in (LineStatus.OPEN, LineStatus.FROZEN):
            self.status = LineStatus.FROZEN if asked.freeze else LineStatus.OPEN
            self._tell(today)

    def require_open(self, on: date) -> None:
        """Whether money goes out of it on a day. Raises Conflict `credit-line-frozen`, `credit-line-expired`."""
        if self.status is LineStatus.FROZEN:
            raise Conflict("credit-line-frozen", "the line is frozen; what is owed stays owed")
        if self.status is not LineStatus.OPEN or not self.opens_on <= on < self.expires_on:
            raise Conflict("credit-line-expired", f"the line was open until {self.expires_on}")

    def end(self, used: Used, today: date) -> bool:
        """What a day brings to an end: a line whose day has come, and one that expired before and owes nothing any
        more. Whether it has changed."""
        before = self.status
        if self.status in (LineStatus.OPEN, LineStatus.FROZEN) and today >= self.expires_on:
            self.status, self.reservations, self.asked = LineStatus.EXPIRED, [], None
        if self.status is LineStatus.EXPIRED and used == Used():
            self.status = LineStatus.CLOSED
        if self.status is not before:
            self._tell(today)
        return self.status is not before

    def _held(self, reservation_id: UUID) -> Reservation:
        found = next((each for each in self.reservations if each.id == reservation_id), None)
        if found is None:
            raise NotFound("reservation-not-found", f"nothing is held under {reservation_id}")
        return found

    def _require_available(self, amount_minor: int, used: Used, on: date) -> None:
        self.require_open(on)
        if used.overdue:
            raise Conflict("credit-line-overdue", "a loan of the line is overdue; it is paid first")
        if amount_minor > (available := self.available_minor(used, on)):
            raise Conflict("credit-line-exceeded", f"{available} minor units are available on {on}")

    def _tell(self, today: date) -> None:
        self.record(
            CreditLineChanged,
            line_id=self.id,
            application_id=self.contract.application_id,
            contract_no=self.contract.contract_no,
            customer_id=self.contract.customer_id,
            branch=self.contract.branch,
            product_code=self.contract.product_code,
            status=self.status.value,
            limit_minor=self.limit_minor,
            annual_rate=self.contract.annual_rate,
            expires_on=self.expires_on,
            business_date=today,
        )
