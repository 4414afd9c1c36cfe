"""Tells of a visit, vouches for what was told, and looks at it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.visits.visit import Report, Visit
from application_svc.use_cases.customers.ports import Vault
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.visits.ports import Papers
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Caller


@dataclass(frozen=True, slots=True)
class ReportVisit:
    """What came of the visit."""

    caller: Caller
    visit_id: UUID
    report: Report
    vault: Vault
    expect: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class ConfirmVisit:
    """The caller was there, too, and it was so."""

    caller: Caller
    visit_id: UUID


@dataclass(frozen=True, slots=True)
class LookAtVisits:
    """The caller is shown where these visits go, or what was told of them."""

    caller: Caller
    visits: Sequence[Visit]
    action: str


async def report_visit(command: ReportVisit, papers: Papers, uow: UnitOfWork, now: datetime) -> Visit:
    """The record is sealed; its hash is what evidence names. Raises NotFound `visit-not-found`, Forbidden
    `visit-of-another`, and what `Visit.tell` raises."""
    visit = await uow.visits.get(command.visit_id)
    visit.require_assignee(command.caller.subject)
    command.expect(visit.sequence)
    paper = visit.tell(command.report, papers.get(visit.id, ()), now)
    visit.sealed_record = command.vault.seal(visit.id, {"record": paper.text})["record"]
    return visit


async def confirm_visit(command: ConfirmVisit, uow: UnitOfWork, now: datetime) -> Visit:
    """Raises NotFound `visit-not-found`, Forbidden `other-branch`, and what `Visit.confirm` raises."""
    visit = await uow.visits.get(command.visit_id)
    command.caller.require_branch(visit.branch)
    visit.confirm(command.caller.subject, now)
    return visit


async def look_at_visits(command: LookAtVisits, uow: UnitOfWork, now: datetime) -> None:
    """Each look is recorded. Raises Forbidden `other-branch`."""
    for visit in command.visits:
        command.caller.require_branch(visit.branch)
        uow.emit(
            AuditRecorded(
                subject_type="visit",
                subject_id=str(visit.id),
                application_id=visit.application_id,
                action=command.action,
                detail={},
            )
        )
