"""What runs cases: the published processes on the engine, and what the institution's parameters say to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from loan_contracts.applications import ApplicationSubmitted
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.working_time import WorkingCalendar
from workflow_svc.engine import Definition, Effects, ProcessEngine, State
from workflow_svc.use_cases.definitions.ports import Definitions


@dataclass(frozen=True, slots=True)
class Processes:
    """Moves cases on the version of their process that they are pinned to.

    `authority_minor` is up to what a role may approve alone, in minor units (domain.md §15.7).
    """

    engine: ProcessEngine
    definitions: Definitions
    calendar: WorkingCalendar
    authority_minor: Mapping[str, int]
    review_days: int = 15

    def opened(self, submitted: ApplicationSubmitted, now: datetime) -> tuple[Case, State, Effects]:
        """A case on the newest version of its process, and what its first steps ask for."""
        definition = self.definitions.newest(submitted.process_code)
        case = Case.opened(submitted, definition.version, now)
        state, effects = self.engine.start(definition, case.given(), now)
        return case, state, effects

    def answer(self, case: Case, to: str, data: Mapping[str, object], now: datetime) -> tuple[State, Effects]:
        """Takes an answer to a wait of the case; `to` and refusals as in `ProcessEngine.answer`."""
        return self.engine.answer(self._definition(case), State.restored(case.state), to, data, now)

    def cancel(self, case: Case, result: str) -> tuple[State, Effects]:
        """Ends the case from outside."""
        return self.engine.cancel(self._definition(case), State.restored(case.state), result)

    def waiting(self, case: Case) -> list[str]:
        """Wait ids of the case."""
        return self.engine.waiting(self._definition(case), State.restored(case.state))

    def due(self, case: Case, now: datetime) -> list[str]:
        """Wait ids of the case's timers that should have fired by now, the earliest first."""
        return self.engine.due(self._definition(case), State.restored(case.state), now)

    def authority_of(self, roles: Sequence[str]) -> int:
        """Up to what somebody may approve alone: the most that one of his roles gives."""
        return max((self.authority_minor.get(role, 0) for role in roles), default=0)

    def _definition(self, case: Case) -> Definition:
        return self.definitions.version(case.process_code, case.process_version)
