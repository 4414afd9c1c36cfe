"""A human task: waits in the inbox of a role, is claimed, decided by one person or voted on by several."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from loan_contracts.decisions import (
    TaskClaimed,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
)
from loan_contracts.values import FlowTaken
from loan_servicekit.core import Aggregate, Caller, Conflict, DomainError, Forbidden
from workflow_svc.domain.authority.binding import SIGNERS, Hearing, is_committee
from workflow_svc.domain.authority.verdict import Bounds, Choice, Verdict
from workflow_svc.domain.committee.sitting import Sitting, outcome_with, require_downwards
from workflow_svc.domain.committee.vote import Vote, outcome_of
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.plan import Plan
from workflow_svc.domain.tasks.review import Review, require_answer


class TaskStatus(StrEnum):
    """OPEN in the inbox, CLAIMED by a person, SUSPENDED in his hands while its time stands still, COMPLETED, or
    CANCELLED because the case needs it no more."""

    OPEN = "OPEN"
    CLAIMED = "CLAIMED"
    SUSPENDED = "SUSPENDED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


HEARING = "hearing"  # the stage of a task that hears what its process may not decide
WAITING = (TaskStatus.OPEN, TaskStatus.CLAIMED)
CLOSED = (TaskStatus.COMPLETED, TaskStatus.CANCELLED)


def task_id_of(case_id: UUID, wait_id: str) -> UUID:
    """The id of the task that a wait of a case has opened."""
    return uuid5(case_id, f"task {wait_id}")


@dataclass(eq=False)
class Task(Aggregate):
    """A task of a case.

    `makers` are those who acted on the application before: none of them may work on this task (domain.md R-9.10).
    `quorum` is how many different people must vote; a task of one person is claimed first, a vote is not. Who approves
    by exception alone needs a second one, who claims it after him.
    `wait_id` ties the task to the process, `outcomes` are the choices that its process offers, `flows` say where the
    process turned to it. Comments are text and stay in here; messages tell their hash. `closed_at` is when the task was
    completed or cancelled. `opinions` are approvals above the authority of who gave them, `sitting` is the committee
    appointed to vote. Who has it is reminded at `remind_at`; at `hand_over_at` it goes to another person, once.
    `handed_by` is who has handed it over.
    """

    AUDITED_AS = "task"

    id: UUID
    case_id: UUID
    application_id: UUID
    wait_id: str
    stage: str
    name: str
    role: str
    branch: str
    requested_minor: int
    outcomes: tuple[str, ...]
    makers: tuple[str, ...]
    created_at: datetime
    due_at: datetime
    quorum: int = 1
    status: TaskStatus = TaskStatus.OPEN
    assignee: str | None = None
    votes: list[Vote] = field(default_factory=list)
    opinions: list[Vote] = field(default_factory=list)
    verdict: Verdict | None = None
    closed_at: datetime | None = None
    told_overdue: bool = False
    remind_at: datetime | None = None
    hand_over_at: datetime | None = None
    reminded: bool = False
    flows: tuple[FlowTaken, ...] = ()
    review: Review | None = None
    product_code: str = ""
    sitting: Sitting | None = None
    plan: Plan | None = None
    application_no: str = ""
    handed_by: str | None = None
    suspended_at: datetime | None = None
    snoozed_until: datetime | None = None
    taken_at: datetime | None = None
    stood_s: int = 0
    waited_s: int | None = None
    worked_s: int | None = None

    @property
    def completed_at(self) -> datetime | None:
        """When it was decided, by one person or by the last vote."""
        return self.closed_at if self.status is TaskStatus.COMPLETED else None

    @property
    def unfinished(self) -> bool:
        """Whether somebody still has to act, now or when it goes on."""
        return self.status in (*WAITING, TaskStatus.SUSPENDED)

    @property
    def look_at(self) -> datetime | None:
        """When somebody has to be told next that it waits; None where nobody has."""
        if self.status not in WAITING:
            return None
        left = [
            self.snoozed_until,
            None if self.reminded else self.remind_at,
            None if self.told_overdue else self.due_at,
        ]
        return min((at for at in (*left, self.hand_over_at) if at is not None), default=None)

    @property
    def signers(self) -> int:
        """How many people decide: two where one alone has approved by exception, a chair beside the members."""
        if self.sitting is not None and self.sitting.chair is not None:
            return self.quorum + 1
        return max(self.quorum, SIGNERS) if any(vote.verdict.exceptions for vote in self.votes) else self.quorum

    @property
    def is_secret(self) -> bool:
        """Whether nobody learns who voted how."""
        return self.sitting is not None and self.sitting.secret

    @property
    def heard(self) -> tuple[str, ...]:
        """Who was of an opinion above his authority, has decided or voted."""
        return tuple(vote.subject for vote in (*self.opinions, *self.votes))

    @property
    def barred(self) -> frozenset[str]:
        """Who may not have it: who acted on the application before, and who has decided or voted already."""
        return frozenset({*self.makers, *self.heard})

    def open(self, hints: tuple[str, ...] = ()) -> None:
        """Tells that the task waits in the inbox; `hints` are codes of what led to it."""
        self.record(
            TaskCreated,
            case_id=self.case_id,
            application_id=self.application_id,
            task_id=self.id,
            stage=self.stage,
            role=self.role,
            branch=self.branch,
            amount_minor=self.requested_minor,
            due_at=self.due_at,
            hints=list(hints),
            flows=list(self.flows),
        )

    def claim(self, caller: Caller) -> None:
        """The caller takes the task. Raises Conflict `task-already-claimed`, `task-is-voted-on`, `already-voted`, or
        why not him."""
        self.require_open_to(caller)
        if self.quorum > 1:
            raise Conflict("task-is-voted-on", f"{self.quorum} members vote on this task, nobody claims it")
        if self.status is not TaskStatus.OPEN:
            raise Conflict("task-already-claimed", f"the task was claimed by {self.assignee}")
        self.status, self.assignee = TaskStatus.CLAIMED, caller.subject
        self.record(
            TaskClaimed,
            case_id=self.case_id,
            application_id=self.application_id,
            task_id=self.id,
            assignee=caller.subject,
        )

    def unclaim(self, caller: Caller) -> None:
        """The caller gives the task back to the inbox. Raises Conflict `task-not-claimed`."""
        self.require_held(caller)
        self.status, self.assignee, self.handed_by = TaskStatus.OPEN, None, None
        self.tell_reassigned()

    def hand_to(self, subject: str) -> None:
        """Its process names who has it first."""
        self.status, self.assignee = TaskStatus.CLAIMED, subject
        self.tell_reassigned()

    def reassign(self, caller: Caller, to: str, staff: Staff) -> None:
        """The caller hands his task over to another person. Raises Conflict, Forbidden `maker-not-checker`, Invalid
        `assignee-unknown`, `assignee-unfit`.

        What was known of his roles may be of yesterday: they are checked again when he decides.
        """
        self.require_held(caller)
        if to == self.assignee:
            raise Conflict("task-already-claimed", f"the task is already with {to}")
        self.require_fit(to, staff)
        self.assignee, self.handed_by = to, caller.subject
        self.tell_reassigned()

    def complete(
        self, caller: Caller, verdict: Verdict, bounds: Bounds, authority_minor: int, now: datetime
    ) -> Verdict | None:
        """The caller decides, or votes. The verdict of the task once it is complete, None while votes are missing.

        `bounds` are the case's, `authority_minor` is up to what the caller may approve, unless a
        committee decides. Raises Conflict
        `task-already-completed`, `task-cancelled`, `task-not-claimed`, `already-voted`; Forbidden `role-missing`,
        `maker-not-checker`, `authority-exceeded`; Invalid `verdict-invalid`.
        """
        limit = None if is_committee(Hearing(self.role, self.quorum)) else authority_minor
        self.require_sound(caller, verdict, bounds, limit)
        self.votes.append(Vote(caller.subject, verdict, now, limit))
        decided = self._outcome(verdict)
        if decided is None:
            self._await_others(verdict)
            return None
        self.status, self.verdict, self.closed_at = TaskStatus.COMPLETED, decided, now
        self.record(
            TaskCompleted,
            case_id=self.case_id,
            application_id=self.application_id,
            task_id=self.id,
            stage=self.stage,
            outcome=decided.choice,
            assignee=self.decided_by,
            comment_sha256=decided.comment_sha256,
            completed_at=now,
        )
        return decided

    def _await_others(self, verdict: Verdict) -> None:
        """The vote is kept; a task that one person alone has approved by exception goes back to the inbox."""
        told = {"missing": str(max(0, self.signers - len(self.votes)))}
        if not self.is_secret:
            told |= {"vote": verdict.choice, "comment_sha256": verdict.comment_sha256}
            told |= {"exceptions": ", ".join(verdict.exceptions)} if verdict.exceptions else {}
        self.audit("vote_on_task", told)
        if self.quorum == 1:
            self.status, self.assignee = TaskStatus.OPEN, None
            self.tell_reassigned()

    def _outcome(self, last: Verdict) -> Verdict | None:
        """What the votes amount to, None while some are missing. Of a task of one person the second's word counts where
        he does not sign."""
        otherwise = Choice.UPHOLD if self.review else Choice.DECLINE
        if self.sitting is not None:
            return outcome_with(self.sitting, self.votes, self.quorum, otherwise)
        signing = self.signers if last.choice is Choice.APPROVE else self.quorum
        if len(self.votes) < max(signing, self.quorum):
            return None
        if (self.quorum == 1 and last.choice is not Choice.APPROVE) or self.signers == 1:
            return last
        return outcome_of(self.votes, otherwise)

    @property
    def decided_by(self) -> str:
        """The people who voted, in order, that of their ids where the ballot is secret; one for a task without a
        quorum."""
        subjects = [vote.subject for vote in self.votes]
        return ",".join(sorted(subjects) if self.is_secret else subjects)

    def cancel(self, now: datetime) -> None:
        """The case needs the task no more. Raises Conflict if it was already finished."""
        self._require_unfinished()
        self.status, self.assignee, self.closed_at = TaskStatus.CANCELLED, None, now
        self.audit("cancel_task", {"stage": self.stage})

    def require_sound(
        self, caller: Caller, verdict: Verdict, bounds: Bounds, authority_minor: int | None = None
    ) -> None:
        """Raises what `complete` raises; without an authority it may be above his."""
        self._require_decider(caller)
        require_answer(self.review, verdict)
        verdict.check(self.outcomes, bounds, authority_minor)
        if self.sitting is not None and caller.subject == self.sitting.chair:
            require_downwards(outcome_of(self.votes), verdict)

    def kept_from(self, caller: Caller) -> str | None:
        """Why the caller cannot decide it as it stands, by the code of the refusal; None where he can."""
        try:
            self.require_open_to(caller)  # else who may not have it would be told to claim it
            self._require_decider(caller)
        except DomainError as refused:
            return refused.code
        return None

    def _require_decider(self, caller: Caller) -> None:
        self._require_unfinished()
        if self.quorum == 1:
            self.require_held(caller)
        self._require_checker(caller)
        self._require_no_vote(caller.subject)
        if self.sitting is not None:
            self.sitting.require_member(caller, len(self.votes), self.quorum)

    def _require_unfinished(self) -> None:
        if self.status is TaskStatus.COMPLETED:
            outcome = self.verdict.choice if self.verdict else ""
            raise Conflict("task-already-completed", f"{self.decided_by} decided {outcome} at {self.completed_at}")
        if self.status is TaskStatus.CANCELLED:
            raise Conflict("task-cancelled", "the case needs this task no more")

    def require_open_to(self, caller: Caller) -> None:
        """Whoever may work on it, as long as it waits. Raises Conflict, Forbidden."""
        self._require_unfinished()
        self._require_checker(caller)
        self._require_no_vote(caller.subject)

    def require_fit(self, to: str, staff: Staff) -> None:
        """To whom it may go. Raises what `reassign` raises."""
        self._require_no_maker(to)
        self._require_no_vote(to)
        staff.require(to, self.role, self.branch)

    def require_held(self, caller: Caller) -> None:
        """In whose hands it is. Raises Conflict `task-not-claimed`, `task-suspended`."""
        self._require_unfinished()
        if self.status is TaskStatus.SUSPENDED:
            raise Conflict("task-suspended", f"the task stands still since {self.suspended_at}; resume it first")
        if self.assignee != caller.subject:
            holder = f"it is with {self.assignee}" if self.assignee else "nobody has claimed it"
            raise Conflict("task-not-claimed", f"claim the task first; {holder}")

    def _require_checker(self, caller: Caller) -> None:
        if self.role not in caller.roles:
            raise Forbidden("role-missing", f"this task is for the role {self.role}")
        self._require_no_maker(caller.subject)

    def _require_no_maker(self, subject: str) -> None:
        if subject in self.makers:
            raise Forbidden("maker-not-checker", "who acted on an application before may not decide about it (R-9.10)")

    def _require_no_vote(self, subject: str) -> None:
        if any(vote.subject == subject for vote in (*self.votes, *self.opinions)):
            raise Conflict("already-voted", "every member has one vote, and an exception has two signers")

    def tell_reassigned(self, role: str | None = None) -> None:
        """It has gone to another person, or back to the inbox; `role` where it is for another one now."""
        self.snoozed_until = None
        self.record(
            TaskReassigned,
            case_id=self.case_id,
            application_id=self.application_id,
            task_id=self.id,
            assignee=self.assignee,
            role=role,
        )
