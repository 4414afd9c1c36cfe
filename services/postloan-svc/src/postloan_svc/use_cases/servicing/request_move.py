"""Asks a second person to move what is left over on a loan to another loan of the same customer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.moves import require_movable
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind
from postloan_svc.use_cases.servicing.ports import OpenDay, UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestMove:
    """So much of what is left over pays that loan, as of a day; absent, the open business day."""

    caller: Caller
    loan_id: UUID
    to_loan_id: UUID
    amount_minor: int
    value_date: date | None
    reason: str


async def request_move(command: RequestMove, open_day: OpenDay, uow: UnitOfWork, now: datetime) -> RepaymentRequest:
    """Nothing is moved before another person has approved it (`decide_request`)."""
    loan, target = await uow.loans.get(command.loan_id), await uow.loans.get(command.to_loan_id)
    for each in (loan, target):
        command.caller.require_branch(each.contract.branch)
    on, move_id = command.value_date or open_day.business_date, new_id()
    open_day.periods.require_open(on, "/value_date")
    require_movable(loan, target, move_id, command.amount_minor, on, open_day.business_date)
    request = RepaymentRequest(
        id=move_id,
        loan_id=loan.id,
        kind=RequestKind.MOVE,
        repayment_id=move_id,
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
        amount_minor=command.amount_minor,
        received_on=on,
        source=Source.OTHER_LOAN,
        to_loan_id=target.id,
    )
    request.asked()
    uow.repayment_requests.add(request)
    return request
