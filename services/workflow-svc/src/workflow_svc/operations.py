"""What workflow-svc can do."""

from loan_servicekit.db.operation import BatchOperation, Operation
from workflow_svc.persistence.directory.loaders import directory
from workflow_svc.persistence.loaders import Loaders
from workflow_svc.use_cases.authority.change_authority import (
    approve_authority,
    propose_authority,
    reject_authority,
    withdraw_authority,
)
from workflow_svc.use_cases.cases.fire_timers import fire_timers
from workflow_svc.use_cases.cases.open_case import open_approval, open_case
from workflow_svc.use_cases.cases.take_answer import (
    take_assessment,
    take_collection,
    take_paper,
    take_screening,
    take_supplement,
    take_withdrawal,
)
from workflow_svc.use_cases.checkpoints.record_evidence import let_checkpoint_lapse, record_evidence
from workflow_svc.use_cases.committee.appoint_committee import (
    approve_committee,
    propose_committee,
    reject_committee,
    withdraw_committee,
)
from workflow_svc.use_cases.definitions.change_definitions import (
    approve_binding,
    approve_decision,
    approve_retirement,
    propose_change,
    reject_change,
    withdraw_change,
)
from workflow_svc.use_cases.definitions.keep_draft import begin_draft, discard_draft, save_draft
from workflow_svc.use_cases.definitions.move_cases import approve_migration
from workflow_svc.use_cases.definitions.propose_process import (
    approve_process,
    propose_process,
    reject_process,
    withdraw_process,
)
from workflow_svc.use_cases.definitions.publish_process import publish_process
from workflow_svc.use_cases.directory.change_roles import (
    approve_role_change,
    propose_role_change,
    reject_role_change,
    withdraw_role_change,
)
from workflow_svc.use_cases.directory.report_staff import report_staff
from workflow_svc.use_cases.loans.note_loans import note_disbursed, note_reclassified, note_settled
from workflow_svc.use_cases.people.note_person import note_absence, note_person
from workflow_svc.use_cases.tasks.let_task_wait import let_task_wait
from workflow_svc.use_cases.tasks.note_on_task import note_on_task
from workflow_svc.use_cases.tasks.open_review import open_review
from workflow_svc.use_cases.tasks.pause_task import (
    resume_task,
    send_task_back,
    snooze_task,
    suspend_task,
    take_task_back,
)
from workflow_svc.use_cases.tasks.step_back import step_back
from workflow_svc.use_cases.tasks.work_on_task import claim_task, complete_task, reassign_task, release_task


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self, loaders: Loaders) -> None:
        self.open_case = Operation(open_case, loaders.cases)
        self.open_approval = Operation(open_approval, loaders.cases)
        self.take_collection = Operation(take_collection, loaders.cases)
        self.take_screening = Operation(take_screening, loaders.cases)
        self.take_assessment = Operation(take_assessment, loaders.cases)
        self.take_supplement = Operation(take_supplement, loaders.cases)
        self.take_paper = Operation(take_paper, loaders.cases)
        self.take_withdrawal = Operation(take_withdrawal, loaders.cases)
        self.fire_timers = Operation(fire_timers, loaders.cases)
        self.open_review = Operation(open_review, loaders.cases)
        self.claim_task = Operation(claim_task, loaders.tasks)
        self.release_task = Operation(release_task, loaders.tasks)
        self.reassign_task = Operation(reassign_task, loaders.waiting)
        self.complete_task = Operation(complete_task, loaders.completions)
        self.note_on_task = Operation(note_on_task, loaders.noting)
        self.suspend_task = Operation(suspend_task, loaders.tasks)
        self.resume_task = Operation(resume_task, loaders.resumed)
        self.snooze_task = Operation(snooze_task, loaders.tasks)
        self.send_task_back = Operation(send_task_back, loaders.waiting)
        self.take_task_back = Operation(take_task_back, loaders.tasks)
        self.step_back = Operation(step_back, loaders.stepped_back)
        self.let_task_wait = Operation(let_task_wait, loaders.waiting)
        self.record_evidence = Operation(record_evidence, loaders.evidence)
        self.let_checkpoint_lapse = Operation(let_checkpoint_lapse, loaders.lapsing)

        self.note_disbursed = BatchOperation(note_disbursed, loaders.loans)
        self.note_reclassified = BatchOperation(note_reclassified, loaders.loans)
        self.note_settled = BatchOperation(note_settled, loaders.loans)

        self._set_people(loaders)

        self.publish_process = Operation(publish_process, loaders.published)
        self.propose_process = Operation(propose_process)
        self.approve_process = Operation(approve_process, loaders.approvals)
        self.reject_process = Operation(reject_process, loaders.proposals)
        self.withdraw_process = Operation(withdraw_process, loaders.proposals)

        self.begin_draft = Operation(begin_draft)
        self.save_draft = Operation(save_draft, loaders.drafts)
        self.discard_draft = Operation(discard_draft, loaders.drafts)
        self.propose_change = Operation(propose_change)
        self.approve_decision = Operation(approve_decision, loaders.decisions)
        self.approve_binding = Operation(approve_binding, loaders.bindings)
        self.approve_retirement = Operation(approve_retirement, loaders.retirements)
        self.approve_migration = Operation(approve_migration, loaders.migrations)
        self.reject_change = Operation(reject_change, loaders.changes)
        self.withdraw_change = Operation(withdraw_change, loaders.changes)

    def _set_people(self, loaders: Loaders) -> None:
        """Who works here, who stands in for whom, and who may approve how much."""
        self.note_person = Operation(note_person, loaders.callers)
        self.note_absence = Operation(note_absence, loaders.absences)

        self.report_staff = Operation(report_staff, directory)
        self.propose_role_change = Operation(propose_role_change, directory)
        self.approve_role_change = Operation(approve_role_change, directory)
        self.reject_role_change = Operation(reject_role_change, directory)
        self.withdraw_role_change = Operation(withdraw_role_change, directory)

        self.propose_authority = Operation(propose_authority)
        self.approve_authority = Operation(approve_authority, loaders.grants)
        self.reject_authority = Operation(reject_authority, loaders.grants)
        self.withdraw_authority = Operation(withdraw_authority, loaders.grants)

        self.propose_committee = Operation(propose_committee)
        self.approve_committee = Operation(approve_committee, loaders.committees)
        self.reject_committee = Operation(reject_committee, loaders.committees)
        self.withdraw_committee = Operation(withdraw_committee, loaders.committees)
