"""What operations load for a batch, at most one statement a table. Loaders only read."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol
from uuid import UUID

from loan_contracts.applications import (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    DocumentAttached,
    ReviewRequested,
)
from loan_contracts.assessment import ExternalDataCollected, FraudScreened, RiskAssessed
from loan_contracts.decisions import ApprovalRequested, case_id_of_approval
from loan_contracts.lending import LoanDisbursed, LoanReclassified, LoanSettled
from loan_servicekit.db.unit_of_work import UnitOfWork
from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.domain.definitions.binding import Bindings
from workflow_svc.domain.people.person import person_id_of
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.task import Task
from workflow_svc.domain.tasks.working_time import WorkingCalendar
from workflow_svc.persistence.definitions.change_queries import bindings
from workflow_svc.persistence.loans.noting import SqlLoans
from workflow_svc.persistence.people.queries import staff
from workflow_svc.use_cases.authority.change_authority import DecideAuthority
from workflow_svc.use_cases.cases.fire_timers import FireTimers
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.checkpoints.record_evidence import LetCheckpointLapse, RecordEvidence
from workflow_svc.use_cases.committee.appoint_committee import DecideCommittee
from workflow_svc.use_cases.definitions.change_definitions import DecideChange
from workflow_svc.use_cases.definitions.keep_draft import DiscardDraft, SaveDraft
from workflow_svc.use_cases.definitions.move_cases import case_ids_of
from workflow_svc.use_cases.definitions.propose_process import ApproveProcess, DecideProcess
from workflow_svc.use_cases.definitions.publish_process import PublishProcess
from workflow_svc.use_cases.people.note_person import NoteAbsence, NotePerson
from workflow_svc.use_cases.tasks.note_on_task import NoteOnTask
from workflow_svc.use_cases.tasks.step_back import StepBack
from workflow_svc.use_cases.tasks.work_on_task import CompleteTask, Completing

Answer = ExternalDataCollected | FraudScreened | RiskAssessed
OfApplication = (
    ApplicationSubmitted | ApplicationSupplemented | ApplicationWithdrawn | ReviewRequested | DocumentAttached
)
OfCase = Answer | FireTimers | OfApplication | ApprovalRequested

DECIDED, EVERY = "select code, version from decisions", "select code, version from processes"
PUBLISHED = "select code, version from processes where code = any($1::text[])"


class OfTask(Protocol):
    """A command about a task."""

    @property
    def task_id(self) -> UUID:
        """Which task."""


def case_key(command: OfCase) -> UUID:
    """The case that a message or command is about."""
    if isinstance(command, ApprovalRequested):
        return case_id_of_approval(command.approval_id)
    if isinstance(command, Answer | FireTimers):
        return command.case_id
    return case_id_of(command.application_id)


class Loaders:
    """The loaders of the service; `processes` gives what runs cases, as it is by now."""

    def __init__(self, processes: Callable[[], Processes]) -> None:
        self._processes = processes

    async def cases(self, uow: UnitOfWork, commands: Sequence[OfCase]) -> Processes:
        """The cases of messages and timers, and what runs them."""
        await uow.cases.preload([case_key(command) for command in commands])
        return self._processes()

    async def tasks(self, uow: UnitOfWork, commands: Sequence[OfTask]) -> None:
        """The tasks of requests."""
        await uow.tasks.preload([command.task_id for command in commands])

    async def resumed(self, uow: UnitOfWork, commands: Sequence[OfTask]) -> WorkingCalendar:
        """Tasks, and when people work."""
        await self.tasks(uow, commands)
        return self._processes().calendar

    async def waiting(self, uow: UnitOfWork, commands: Sequence[OfTask]) -> Staff:
        """Tasks, and everybody whom they may go to."""
        await self.tasks(uow, commands)
        return await uow.once(staff)

    async def noting(self, uow: UnitOfWork, commands: Sequence[NoteOnTask]) -> Staff:
        """Tasks, their cases where papers are named, and everybody who may be mentioned."""
        found = await self.waiting(uow, commands)
        named = [task for each in commands if each.documents and (task := await uow.tasks.find(each.task_id))]
        await uow.cases.preload([task.case_id for task in named])
        return found

    async def loans(
        self, uow: UnitOfWork, commands: Sequence[LoanDisbursed | LoanReclassified | LoanSettled]
    ) -> SqlLoans:
        """What notes loans."""
        return SqlLoans(uow)

    async def callers(self, uow: UnitOfWork, commands: Sequence[NotePerson | NoteAbsence]) -> None:
        """Those who call, as far as they are known."""
        await uow.people.preload([person_id_of(command.caller.subject) for command in commands])

    async def absences(self, uow: UnitOfWork, commands: Sequence[NoteAbsence]) -> Staff:
        """Those who call, and everybody who may stand in for them."""
        await self.callers(uow, commands)
        return await uow.once(staff)

    async def completions(self, uow: UnitOfWork, commands: Sequence[CompleteTask]) -> Completing:
        """The tasks of requests, the cases that go on when they are decided, and what runs these. Where somebody
        approves above his authority, everybody whom the task may go to."""
        await self.tasks(uow, commands)
        found = [(command, await uow.tasks.find(command.task_id)) for command in commands]
        await self._cases_of([task for _, task in found if task is not None], uow)
        completing = Completing(self._processes())
        for command, task in found:
            if task is not None and completing.exceeds(command, task, await uow.cases.get(task.case_id)):
                return replace(completing, staff=await uow.once(staff))
        return completing

    async def evidence(self, uow: UnitOfWork, commands: Sequence[RecordEvidence | StepBack]) -> None:
        """The tasks of requests, with their cases and what these need."""
        await self.tasks(uow, commands)
        found = [await uow.tasks.find(command.task_id) for command in commands]
        await self._cases_of([task for task in found if task is not None], uow)

    async def stepped_back(self, uow: UnitOfWork, commands: Sequence[StepBack]) -> Processes:
        """The tasks of requests, the earlier ones, their cases, and what runs these."""
        await uow.tasks.preload([command.to for command in commands if command.to is not None])
        await self.evidence(uow, commands)
        return self._processes()

    async def lapsing(self, uow: UnitOfWork, commands: Sequence[LetCheckpointLapse]) -> Staff:
        """Checkpoints, and everybody who may have to do with them."""
        await uow.checkpoints.preload([command.checkpoint_id for command in commands])
        return await uow.once(staff)

    async def _cases_of(self, tasks: Sequence[Task], uow: UnitOfWork) -> None:
        """The cases of tasks, with the evidence that they need: most need none."""
        await uow.cases.preload([task.case_id for task in tasks])
        kept = [id for task in tasks for id in (await uow.cases.get(task.case_id)).checkpoints]
        if kept:
            await uow.checkpoints.preload(kept)

    async def grants(self, uow: UnitOfWork, commands: Sequence[DecideAuthority]) -> None:
        """The grants of authority that are decided on."""
        await uow.authority_grants.preload([command.grant_id for command in commands])

    async def committees(self, uow: UnitOfWork, commands: Sequence[DecideCommittee]) -> None:
        """The committees that are decided on."""
        await uow.committees.preload([command.committee_id for command in commands])

    async def proposals(self, uow: UnitOfWork, commands: Sequence[DecideProcess | ApproveProcess]) -> None:
        """The proposals that are decided."""
        await uow.process_proposals.preload([command.proposal_id for command in commands])

    async def approvals(self, uow: UnitOfWork, commands: Sequence[ApproveProcess]) -> set[tuple[str, int]]:
        """The proposals that are published, and which versions of their processes are there already."""
        await self.proposals(uow, commands)
        return await self.published(uow, commands)

    async def drafts(self, uow: UnitOfWork, commands: Sequence[SaveDraft | DiscardDraft]) -> None:
        """The drafts that are worked on."""
        await uow.definition_drafts.preload([command.draft_id for command in commands])

    async def changes(self, uow: UnitOfWork, commands: Sequence[DecideChange]) -> None:
        """The changes that are decided."""
        await uow.definition_changes.preload([command.change_id for command in commands])

    async def decisions(self, uow: UnitOfWork, commands: Sequence[DecideChange]) -> set[tuple[str, int]]:
        """The changes that are decided, and which versions of which decisions are there."""
        await self.changes(uow, commands)
        return {(code, version) for code, version in await uow.read(DECIDED)}

    async def bindings(self, uow: UnitOfWork, commands: Sequence[DecideChange]) -> Bindings:
        """The changes that are decided, and all that is bound and retired."""
        await self.changes(uow, commands)
        return await uow.once(bindings)

    async def retirements(
        self, uow: UnitOfWork, commands: Sequence[DecideChange]
    ) -> tuple[Bindings, set[tuple[str, int]]]:
        """The same, and which versions of which processes are there."""
        found = await self.bindings(uow, commands)
        return found, {(code, version) for code, version in await uow.read(EVERY)}

    async def migrations(self, uow: UnitOfWork, commands: Sequence[DecideChange]) -> Processes:
        """The changes that are decided, the cases that they move, and what runs these."""
        await self.changes(uow, commands)
        found = [await uow.definition_changes.find(command.change_id) for command in commands]
        await uow.cases.preload([id for change in found if change is not None for id in case_ids_of(change)])
        return self._processes()

    async def published(
        self, uow: UnitOfWork, commands: Sequence[PublishProcess | ApproveProcess]
    ) -> set[tuple[str, int]]:
        """Which versions of the processes to publish are there already."""
        codes = list({command.publication.definition.code for command in commands})
        return {(code, version) for code, version in await uow.read(PUBLISHED, codes)}
