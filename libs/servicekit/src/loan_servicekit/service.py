"""A running service: engine, transactor, relay, consumer, background tasks;
put together by `wiring`, started by the app."""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from loan_servicekit.core import Clock, utc_now
from loan_servicekit.core.parameters import ParameterCatalogue
from loan_servicekit.core.retention import Keeping, kinds
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.db.parameters import FRESH_S as PARAMETERS_FRESH_S
from loan_servicekit.db.parameters import PARAMETER_CHANGES, ParameterCache
from loan_servicekit.db.relay import Relay
from loan_servicekit.db.retention.job import LOOK_S as RETENTION_LOOK_S
from loan_servicekit.db.retention.job import Retention
from loan_servicekit.db.retention.tables import LEGAL_HOLDS
from loan_servicekit.db.sweeping import SWEEP_S
from loan_servicekit.db.transactor import Transactor
from loan_servicekit.db.unit_of_work import Schema, UnitOfWork
from loan_servicekit.db.upkeep.consumers import Consumers
from loan_servicekit.db.upkeep.dead_letters import WAITING, DeadLetters, Letter
from loan_servicekit.http.auth import Tokens
from loan_servicekit.jobs import Job, Step, Where
from loan_servicekit.kafka.consumer import Consumer, Polling
from loan_servicekit.kafka.handling import Handling
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.kafka.rehearsing import Rehearsed, rehearsed
from loan_servicekit.kafka.subscriptions import Subscriptions
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry import Tracing

log = logging.getLogger(__name__)

RESTART_TASK_S = 1.0
WORKING = frozenset({"run", "worker"})  # modes of processes that handle messages
NO_PARAMETERS = ParameterCatalogue()
LOCK_WAIT_MS = 1_000  # who meets a lock for longer is told to come again (docs/decisions/0006)

Background = Callable[[], Awaitable[None]]


class Service:
    """What every service is made of. `mode` says what this process does: api, worker, or both (run)."""

    def __init__(
        self,
        name: str,
        settings: ServiceSettings,
        schema: Schema,
        mode: str = "run",
        clock: Clock = utc_now,
        catalogue: ParameterCatalogue = NO_PARAMETERS,
        retention: Sequence[Keeping] = (),
    ) -> None:
        self.name, self.mode, self.clock = name, mode, clock
        self._settings = settings
        self.instance = f"{socket.gethostname()}:{settings.port}"
        self.documents_shown = settings.documents_shown
        self.engine = create_engine(settings.database_url, name, lock_wait_ms=LOCK_WAIT_MS)
        self.retention_rules = retention
        self.catalogue = catalogue = replace(catalogue, kinds={**catalogue.kinds, **kinds(retention)})
        if catalogue.kinds:
            schema = schema.extended(PARAMETER_CHANGES)
        if retention:
            schema = schema.extended(LEGAL_HOLDS)
        self.parameters = ParameterCache(self.engine, clock)
        self.transactor = Transactor(self.engine, schema, clock, self._committed, settings.most_message_bytes)
        self.group_commit = GroupCommit(self.transactor, settings.commit_window_ms / 1000)
        self.dead_letters = DeadLetters(self.engine)
        self.consumers = Consumers(self.engine)
        self.tokens = Tokens(settings.oidc_issuer, settings.oidc_audience)
        self.tracing = Tracing(
            name, settings.otel_exporter_otlp_endpoint or None, settings.trace_ratio, settings.trace_per_second
        )
        self.subscriptions = Subscriptions()
        self.relay: Relay | None = None
        self.consumer: Consumer | None = None
        self.jobs: list[Job] = []
        self.after_commit: list[Callable[[UnitOfWork], None]] = []
        self.on_start: list[Background] = []
        self.on_stop: list[Background] = []
        if catalogue.kinds:
            self.on_start.append(self.parameters.refresh)
            self.every(PARAMETERS_FRESH_S, self.parameters.refresh, Where.EVERYWHERE, name="parameters")
        if retention:
            keeping = Retention(name, self.engine, retention, self.parameters, clock)
            self.every(RETENTION_LOOK_S, keeping.take, name="retention")
        self._tasks: list[asyncio.Task[None]] = []
        self._publishers: list[Publisher] = []

    def subscribe(self, subscriptions: Subscriptions) -> None:
        """Says what the service listens to."""
        self.subscriptions = subscriptions

    async def rehearse(self, letter: Letter) -> Rehearsed:
        """What would become of a dead letter if it were replayed now; nothing of it stays."""
        prefix = self._settings.topic_prefix
        return await rehearsed(
            self.name, letter, self.subscriptions, self.engine, self.transactor, prefix, self.clock()
        )

    def every(self, period_s: float, step: Step, where: Where = Where.WORKERS, *, name: str = "") -> Job:
        """Takes a step when the process starts, and then once a period."""
        job = Job(self.name, name or getattr(step, "__name__", "job"), period_s, step, where)
        self.jobs.append(job)
        return job

    @property
    def own_jobs(self) -> list[Job]:
        """The jobs of this process, by its mode."""
        return [job for job in self.jobs if job.where is Where.EVERYWHERE or self.mode in WORKING]

    def _committed(self, uow: UnitOfWork) -> None:
        if self.relay and uow.told:
            self.relay.hand_over(uow.told)
        for notify in self.after_commit:
            notify(uow)

    async def start(self) -> None:
        """Connects and starts relay, consumer and background tasks."""
        for begin in self.on_start:
            await begin()
        self.relay = Relay(self.engine, self._publisher(), self.name, self._settings.topic_prefix, self.clock)
        self._spawn("relay", self.relay.run)
        self.every(SWEEP_S, self.relay.sweep, Where.EVERYWHERE)
        for job in self.own_jobs:
            self._spawn(job.name, job.run)
        if self.mode in WORKING and self.subscriptions.topics:
            self.consumer = self._consumer()
            self._spawn("worker", self.consumer.run)
        log.info("service.started", extra={"mode": self.mode})

    def _consumer(self) -> Consumer:
        settings, prefix = self._settings, self._settings.topic_prefix
        handling = Handling(
            self.name, self.subscriptions, self.transactor, self.dead_letters, self._publisher(), self.clock, prefix
        )
        polling = Polling(
            service=self.name,
            instance=self.instance,
            topics=self.subscriptions.topics,
            prefix=prefix,
            window_s=settings.gather_window_ms / 1000,
            most_at_once=settings.most_at_once,
            patient=self.subscriptions.patient,
            rest_s=settings.rest_ms / 1000,
        )
        return Consumer(polling, settings.kafka, handling, self.dead_letters, self.consumers, self.clock)

    def _publisher(self) -> Publisher:
        """A connection of its own for each publisher of the process, so that one's failure is not the other's."""
        self._publishers.append(Publisher(self._settings.kafka, self.name))
        return self._publishers[-1]

    def _spawn(self, name: str, run: Background) -> None:
        async def guarded() -> None:
            while True:
                try:
                    await run()
                    return
                except asyncio.CancelledError:
                    raise
                except Exception:  # nothing is lost by beginning again: offsets and outbox say where to go on
                    log.exception("task.failed", extra={"task": name})
                    await asyncio.sleep(RESTART_TASK_S)

        self._tasks.append(asyncio.create_task(guarded(), name=name))

    async def stop(self) -> None:
        """Ends the tasks and closes the connections."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for end in self.on_stop:
            await end()
        for publisher in self._publishers:
            await publisher.stop()
        await self.engine.dispose()
        self.tracing.close()

    async def readiness(self) -> dict[str, bool]:
        """What the process needs, and whether it is there."""
        checks = {"database": await self._database_answers(), "tasks": not any(map(_failed, self._tasks))}
        if self.relay:
            checks["relay"] = self.relay.well
        if self.consumer:
            checks["consumer"] = self.consumer.polling and not self.consumer.stopped and not self.consumer.missing
        return checks

    def alarms(self) -> dict[str, str]:
        """What an operator has to look at, in codes and names of topics: also where the process is ready."""
        told: dict[str, str] = {}
        if self.consumer:
            if self.consumer.reason:
                told["consumer"] = f"{self.consumer.state.lower()}: {self.consumer.reason}"
            if dead := sum(self.consumer.letters.get(state, 0) for state in WAITING):
                told["dead-letters"] = f"{dead} wait: /v1/admin/dead-letters"
        if self.relay:
            if not self.relay.well:
                told["relay"] = "messages could not be published for a while"
            if self.relay.held:
                told["held"] = ", ".join(f"{type} ({why})" for type, why in sorted(self.relay.held.items()))
            if self.relay.set_aside:
                told["set-aside"] = ", ".join(f"{n} {type} ({why})" for (type, why), n in self.relay.set_aside.items())
        return told

    async def _database_answers(self) -> bool:
        try:
            async with asyncio.timeout(2), self.engine.connect() as connection:
                await connection.exec_driver_sql("select 1")
        except Exception as error:
            log.warning("database.unavailable", extra={"error": repr(error)})
            return False
        return True


def _failed(task: asyncio.Task[None]) -> bool:
    """Whether a task is no more, although its work was not done: one that is run once may end."""
    return task.done() and (task.cancelled() or task.exception() is not None)


def migrations_folder(package_file: str) -> Path:
    """`services/<name>/migrations`, seen from the package's `__init__.py` or `__main__.py`."""
    return Path(package_file).resolve().parents[2] / "migrations"


def paths_without_permission(routes: Sequence[Any]) -> list[str]:
    """Routes of a schema that no permission guards; must be empty."""
    open_routes = []
    for route in routes:
        dependant = getattr(route, "dependant", None)
        if dependant is None or not getattr(route, "include_in_schema", False):
            continue
        if not any(hasattr(d.call, "permission") for d in dependant.dependencies):
            open_routes.append(route.path)
    return open_routes
