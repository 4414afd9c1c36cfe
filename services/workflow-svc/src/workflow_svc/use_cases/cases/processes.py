"""What runs cases: the published processes on the engine, and what the institution's parameters say to them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import ApprovalRequested
from workflow_svc.domain.authority.binding import Hearing, is_committee
from workflow_svc.domain.authority.grants import Authority, Matter
from workflow_svc.domain.cases.approval import as_submitted, case_of
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.committee.sitting import Seats, Sitting
from workflow_svc.domain.tasks.working_time import WorkingCalendar
from workflow_svc.engine import Definition, Effects, Moved, ProcessEngine, State
from workflow_svc.use_cases.definitions.history import facts_of
from workflow_svc.use_cases.definitions.ports import Definitions

NOBODY_APPOINTED = Seats()


@dataclass(frozen=True, slots=True)
class Processes:
    """Moves cases on the version of their process that they are pinned to.

    `authority` is who may approve how much alone today (domain.md §15.7).
    """

    engine: ProcessEngine
    definitions: Definitions
    calendar: WorkingCalendar
    authority: Authority
    review_days: int = 15
    seats: Seats = NOBODY_APPOINTED

    def opened(self, submitted: ApplicationSubmitted, now: datetime) -> tuple[Case, State, Effects]:
        """A case on the version that it is bound to, and what its first steps ask for."""
        definition = self.definitions.chosen(submitted.process_code, _bound_by(submitted), now)
        case = Case.opened(submitted, definition.version, now, definition.code)
        state, effects = self.engine.start(definition, case.given(), now)
        return case, state, effects

    def asked(self, asked: ApprovalRequested, now: datetime) -> tuple[Case, State, Effects]:
        """The case of an act on a loan, in the same way."""
        definition = self.definitions.chosen(asked.process_code, _bound_by(as_submitted(asked)), now)
        case = case_of(asked, definition.version, now, definition.code)
        state, effects = self.engine.start(definition, case.given(), now)
        return case, state, effects

    def answer(self, case: Case, to: str, data: Mapping[str, object], now: datetime) -> tuple[State, Effects]:
        """Takes an answer to a wait of the case; `to` and refusals as in `ProcessEngine.answer`."""
        return self.engine.answer(self._definition(case), State.restored(case.state), to, data, now)

    def back(self, case: Case, wait_id: str, to: str, now: datetime) -> tuple[State, Effects]:
        """Sends a case back to an earlier task; refusals as in `ProcessEngine.back`."""
        return self.engine.back(self._definition(case), State.restored(case.state), wait_id, to, now)

    def cancel(self, case: Case, result: str) -> tuple[State, Effects]:
        """Ends the case from outside."""
        return self.engine.cancel(self._definition(case), State.restored(case.state), result)

    def moved(self, case: Case, version: int, now: datetime) -> Moved:
        """What becomes of a running case on another version of its process. Raises NotFound `process-not-found`."""
        answers = facts_of(case, ()).answers.values()
        facts = case.given() | {name: value for told in answers for name, value in told[-1].items()}
        after = self.definitions.version(case.process_code, version)
        return self.engine.move(self._definition(case), State.restored(case.state), after, facts, now)

    def waiting(self, case: Case) -> list[str]:
        """Wait ids of the case."""
        return self.engine.waiting(self._definition(case), State.restored(case.state))

    def due(self, case: Case, now: datetime) -> list[str]:
        """Wait ids of the case's timers that should have fired by now, the earliest first."""
        return self.engine.due(self._definition(case), State.restored(case.state), now)

    def authority_of(
        self, case: Case, roles: Sequence[str], subject: str | None = None, exceptions: Sequence[str] = ()
    ) -> int:
        """Up to what somebody may approve alone in a case: the most that one of his roles gives."""
        grade = case.risk.grade if case.risk else None
        matter = Matter(case.submitted.branch, case.submitted.product_code, grade, tuple(exceptions))
        return self.authority.most_minor(roles, matter, subject)

    def sitting(self, heard: Hearing, branch: str, barred: Collection[str]) -> Sitting | None:
        """The committee that hears a task, where one is appointed."""
        return self.seats.of(branch, heard.quorum, barred) if is_committee(heard) else None

    def _definition(self, case: Case) -> Definition:
        return self.definitions.version(case.process_code, case.process_version)


def _bound_by(submitted: ApplicationSubmitted) -> dict[str, object]:
    names = ("product_code", "customer_type", "branch", "channel", "amount_minor")
    return {name: getattr(submitted, name) for name in names}
