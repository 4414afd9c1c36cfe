"""What is done with an open line: it is drawn, or an amount of it is held."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.credit_line.line import CreditLine
from postloan_svc.domain.disbursement.release import PayOutRelease, waits_for_person
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.use_cases.credit_line.ports import LineBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class DrawLine:
    """So much shall be paid out; `reservation_id` where it was held before."""

    caller: Caller
    line_id: UUID
    amount_minor: int
    reservation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReserveLine:
    """So much shall be held up to a day."""

    caller: Caller
    line_id: UUID
    amount_minor: int
    until: date


@dataclass(frozen=True, slots=True)
class ReleaseReservation:
    """What was held is free again."""

    caller: Caller
    line_id: UUID
    reservation_id: UUID


async def draw_line(command: DrawLine, basis: LineBasis, uow: UnitOfWork, now: datetime) -> Loan:
    """A new loan under the line, whose pay-out is ordered, or waits for a person as any other does (R-9.15). Raises as
    `CreditLine.draw` does."""
    line = await uow.credit_lines.get(command.line_id)
    command.caller.require_branch(line.contract.branch)
    used = basis.used[line.id]
    contract = line.draw(command.amount_minor, used, basis.business_date, command.caller, command.reservation_id)
    loan = Loan.book(contract, basis.business_date)
    if waits_for_person(contract, basis.release_over_minor(contract.channel)):
        loan.audit("book_loan", {"status": loan.status.value, "line_id": str(line.id)})
        uow.pay_outs.add(PayOutRelease.wait(loan, now, command.caller.subject))
    else:
        loan.request_pay_out()
    uow.loans.add(loan)
    basis.used[line.id] = used._replace(ordered_minor=used.ordered_minor + command.amount_minor)
    return loan


async def reserve_line(command: ReserveLine, basis: LineBasis, uow: UnitOfWork, now: datetime) -> CreditLine:
    """The amount is held. Raises as `CreditLine.reserve` does."""
    line = await uow.credit_lines.get(command.line_id)
    command.caller.require_branch(line.contract.branch)
    line.reserve(
        new_id(), command.amount_minor, command.until, basis.used[line.id], basis.business_date, command.caller
    )
    return line


async def release_reservation(
    command: ReleaseReservation, basis: LineBasis, uow: UnitOfWork, now: datetime
) -> CreditLine:
    """The amount is free. Raises as `CreditLine.release` does."""
    line = await uow.credit_lines.get(command.line_id)
    command.caller.require_branch(line.contract.branch)
    line.release(command.reservation_id)
    return line
