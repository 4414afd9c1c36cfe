"""The second person's word on how a loan stands; what it changes is changed at once (R-4.10)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, NotFound
from postloan_svc.domain.classification.classification import Classification, Day, SignRow
from postloan_svc.domain.classification.requests import AgeingPause, ClassificationRequest, RequestKind
from postloan_svc.domain.classification.risk_class import Limits, Sign
from postloan_svc.domain.ledger.allocations import Profile
from postloan_svc.domain.loan.changes import Upgrade
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.changes.changing import change_loan
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.use_cases.classification.ports import DecidingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class DecideClassification:
    """Approve or reject."""

    caller: Caller
    request_id: UUID
    approve: bool


async def decide_classification(
    command: DecideClassification, basis: DecidingBasis, uow: UnitOfWork, now: datetime
) -> ClassificationRequest:
    """What was asked for is done in the commit that says so; a refusal leaves the request open.

    Raises Conflict `loan-not-running`, `override-not-stricter`, and as the classification does.
    """
    request = await uow.classification_requests.get(command.request_id)
    command.caller.require_branch(request.branch)
    request.require_decidable(command.caller)
    if command.approve:
        loan = await uow.loans.get(request.loan_id)
        if not loan.running:
            raise Conflict("loan-not-running", f"loan {loan.loan_no} is {loan.status}")
        if request.kind in (RequestKind.PAUSE, RequestKind.PAUSE_ENDED):
            await _pause(request, basis, uow)
        else:
            await _classify(request, loan, basis, uow)
    request.decide(RequestStatus.APPROVED if command.approve else RequestStatus.REJECTED, command.caller, now)
    return request


async def _pause(request: ClassificationRequest, basis: DecidingBasis, uow: UnitOfWork) -> None:
    """Days past due follow when the day is closed."""
    if request.kind is RequestKind.PAUSE:
        assert request.first_day and request.last_day, f"request {request.id} names no days"
        pause = AgeingPause(request.id, request.loan_id, request.first_day, request.last_day)
        pause.begun()
        uow.ageing_pauses.add(pause)
        return
    found = await uow.ageing_pauses.find(request.pause_id) if request.pause_id else None
    if found is None or found.loan_id != request.loan_id:
        raise NotFound("ageing-pause-not-found", f"the loan has no pause {request.pause_id}")
    found.end(request.last_day or basis.business_date - timedelta(days=1))


async def _classify(request: ClassificationRequest, loan: Loan, basis: DecidingBasis, uow: UnitOfWork) -> None:
    known = await uow.classifications.find(loan.id)
    if known is None:
        uow.classifications.add(known := Classification.of(loan))
    day, limits = basis.days[loan.id], basis.limits
    if request.kind is RequestKind.UPGRADE:
        assert request.to_class, f"request {request.id} names no class"
        known.upgrade(request.to_class, day, loan, limits)
        if loan.profile is Profile.B:  # money pays interest before principal again
            today = loan.business_date(basis.business_date)
            change_loan(loan, request.id, Upgrade(), today, today, lambda _: limits.substandard_dpd_gt)
        return
    _change(known, request, day, limits)
    known.classify(day, loan, limits)


def _change(known: Classification, request: ClassificationRequest, day: Day, limits: Limits) -> None:
    kind, sign = request.kind, request.sign
    if kind is RequestKind.SIGN and sign:
        until = day.on + timedelta(days=limits.technical_days) if sign is Sign.TECHNICAL else None
        known.raise_sign(SignRow(sign, day.on, until, request.percent))
    elif kind is RequestKind.SIGN_CLEARED and sign:
        known.clear_sign(sign)
    elif kind is RequestKind.OVERRIDE and request.to_class:
        known.override_with(request.to_class)
    elif kind is RequestKind.OVERRIDE_LIFTED:
        known.lift_override()
    else:
        assert kind is RequestKind.RESTRUCTURED, f"request {request.id} is not complete"
        known.restructure(request.first_day or day.on)
