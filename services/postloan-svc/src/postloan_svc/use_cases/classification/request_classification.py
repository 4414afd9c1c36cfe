"""Asks a second person to change how a loan stands."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.classification.requests import ClassificationRequest, RequestKind
from postloan_svc.domain.classification.risk_class import RiskClass, Sign
from postloan_svc.use_cases.classification.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RequestClassification:
    """This, about this loan."""

    caller: Caller
    loan_id: UUID
    kind: RequestKind
    reason: str
    sign: Sign | None = None
    percent: Decimal | None = None
    to_class: RiskClass | None = None
    first_day: date | None = None
    last_day: date | None = None
    pause_id: UUID | None = None


async def request_classification(
    command: RequestClassification, uow: UnitOfWork, now: datetime
) -> ClassificationRequest:
    """Nothing changes before another person has approved it (`decide_classification`)."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    request = ClassificationRequest(
        id=new_id(),
        loan_id=loan.id,
        branch=loan.contract.branch,
        kind=command.kind,
        reason=command.reason,
        requested_by=command.caller.subject,
        requested_at=now,
        sign=command.sign,
        percent=command.percent,
        to_class=command.to_class,
        first_day=command.first_day,
        last_day=command.last_day,
        pause_id=command.pause_id,
    )
    request.ask()
    uow.classification_requests.add(request)
    return request
