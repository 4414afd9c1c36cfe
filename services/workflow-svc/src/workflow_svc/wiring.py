"""Puts workflow-svc together."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

from loan_servicekit.core import Cause, Clock, Conflict, Unavailable, utc_now
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.transactor import Preload, Work
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from workflow_svc.api.routes import router
from workflow_svc.domain.vocabulary import LENDING
from workflow_svc.domain.working_time import CALENDAR_2026
from workflow_svc.engine import ProcessEngine, Publication
from workflow_svc.messaging.subscriptions import subscriptions
from workflow_svc.persistence.definitions import DefinitionCache
from workflow_svc.persistence.preloads import (
    preload_cases,
    preload_completions,
    preload_tasks,
    preload_versions,
)
from workflow_svc.persistence.queries import SqlQueries
from workflow_svc.persistence.tables import SCHEMA
from workflow_svc.settings import Settings
from workflow_svc.use_cases.fire_timers import FireTimers, TellOverdue, fire_timers, tell_overdue
from workflow_svc.use_cases.ports import Processes
from workflow_svc.use_cases.publish_process import PublishProcess, publish_process

NAME = "workflow-svc"
TICK_S = 1.0
MOST_DUE = 100
AUTHORITY = "authority."

log = logging.getLogger(__name__)


class WorkflowService(Service):
    """The service with what its routes need beside."""

    preloads: dict[str, Preload]
    processes: Callable[[], Processes]
    definitions: DefinitionCache
    process_engine: ProcessEngine

    async def publish(self, bpmn: bytes) -> Publication:
        """Checks a process and proves its executor, beside the event loop; the next version of its code."""
        found = await asyncio.to_thread(self.process_engine.publish, bpmn, 1)
        versions = [p.version for p in await self.queries.processes() if p.code == found.definition.code]
        if not versions:
            return found
        definition = await asyncio.to_thread(
            self.process_engine.load, bpmn, max(versions) + 1, found.definition.executor.value
        )
        return Publication(definition, found.proof)

    async def seed(self, settings: Settings) -> None:
        """Publishes the seed processes that are not published as they are; once, though several processes start."""
        for file in sorted(settings.processes_dir.glob("*.bpmn")):
            bpmn = await asyncio.to_thread(file.read_bytes)
            if await self._is_published(bpmn):
                continue
            command = PublishProcess(await self.publish(bpmn), "seed")
            if await self._is_published(
                bpmn
            ):  # looked at after the version number was taken, so none is published twice
                continue
            try:
                await self.group_commit.run(Work(publish_process, command, Cause(NAME), preload=preload_versions))
            except Conflict as refusal:
                log.info("seed.published_meanwhile", extra={"code": refusal.code})
        await self.definitions.refresh()

    async def _is_published(self, bpmn: bytes) -> bool:
        sha256 = hashlib.sha256(bpmn).hexdigest()
        return any(p.sha256 == sha256 for p in await self.queries.processes())

    async def let_time_pass(self) -> None:
        """Fires the timers that are due and tells the tasks that are overdue; each once, whoever else looks, too."""
        now = self.clock()
        works: list[Work] = []
        for case_id in await self.queries.due_cases(now, MOST_DUE):
            works.append(Work(fire_timers, FireTimers(case_id), Cause(NAME), preload=self.preloads["cases"]))
        for task_id in await self.queries.overdue_tasks(now, MOST_DUE):
            works.append(Work(tell_overdue, TellOverdue(task_id), Cause(NAME), preload=self.preloads["tasks"]))
        outcomes: list[Any] = await self.group_commit.run_all(works)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                log.warning("timer.refused", extra={"error": repr(outcome)})


def build(settings: Settings, mode: str, clock: Clock = utc_now) -> FastAPI:
    """The application with its background tasks."""
    service = WorkflowService(NAME, settings, SCHEMA, mode, clock)
    parameters = ParameterCache(service.engine, service.clock)
    service.queries = queries = SqlQueries(Reader(service.engine))
    service.process_engine = ProcessEngine(LENDING)
    service.definitions = DefinitionCache(service.process_engine, queries)

    def processes() -> Processes:
        authority = {code.removeprefix(AUTHORITY): int(value) * 100
                     for code, value in parameters.today().items() if code.startswith(AUTHORITY)}  # fmt: skip
        return Processes(service.process_engine, service.definitions, CALENDAR_2026, authority)

    service.processes = processes
    service.preloads = {"cases": preload_cases(processes), "tasks": preload_tasks(processes),
                        "completions": preload_completions(processes), "versions": preload_versions}  # fmt: skip

    async def seed() -> None:
        await service.seed(settings)

    async def tick() -> None:
        while True:
            await asyncio.sleep(TICK_S)
            try:
                await service.let_time_pass()
            except (Unavailable, OSError) as error:
                log.warning("timers.waiting", extra={"error": repr(error)})
            except Exception:  # the next second is another try; cases keep their timers
                log.exception("timers.failed")

    service.on_start += [parameters.refresh, seed]
    service.background += [parameters.keep_fresh, service.definitions.keep_fresh, tick]
    service.subscribe(subscriptions(service.preloads["cases"]))
    return service_app(service, [router], "Processes and tasks", settings.root_path)
