"""Works at the desk: an engine a kind of work, which takes a step once a period and whenever something was taken in."""

from collections.abc import Iterable
from typing import TypeVar

from integration_gateway.domain.desk.work import Kind, Work
from integration_gateway.use_cases.desk.engine import Ended, Engine, Finished, Pace, Plan
from integration_gateway.use_cases.desk.ports import Leases
from loan_servicekit.jobs import Job
from loan_servicekit.service import Service

W = TypeVar("W", bound=Work)
F = TypeVar("F", bound=Ended)


class DeskJobs:
    """The engines of this process, and their jobs."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._jobs: dict[Kind, Job] = {}

    async def add(
        self, kind: Kind, leases: Leases[W], plan: Plan[W, F], finished: Finished[F], pace: Pace = Pace()
    ) -> None:
        """One more kind of work. What an earlier life of this process has left is released first."""
        engine = Engine(kind, leases, plan, finished, lambda: self.taken_in([kind]), pace)
        self._jobs[kind] = self._service.every(pace.look_s, engine.step, name=f"desk {kind}")
        self._service.on_stop.append(engine.stop)
        if self._service.mode != "api":
            await leases.release()

    def taken_in(self, kinds: Iterable[Kind]) -> None:
        """There is work of these kinds: nobody waits for the next period."""
        for kind in kinds:
            if job := self._jobs.get(kind):
                job.wake()
