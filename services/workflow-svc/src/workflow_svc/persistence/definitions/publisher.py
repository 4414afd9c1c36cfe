"""Brings processes to publication: the seeds of a first start, and what designers send."""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from loan_servicekit.core import Cause, Conflict
from loan_servicekit.db.transactor import Work
from workflow_svc.engine import ProcessEngine, Publication
from workflow_svc.persistence.definitions.cache import DefinitionCache
from workflow_svc.persistence.preloads import SqlPreloads
from workflow_svc.persistence.queries import SqlQueries
from workflow_svc.use_cases.definitions.publish_process import PublishProcess, publish_process

log = logging.getLogger(__name__)

ACTOR = "workflow-svc"
SEED = "seed"
Run = Callable[[Work], Awaitable[Any]]


class ProcessPublisher:
    """Implements `Publisher`. Checks and proof take seconds and run beside the event loop, before the transaction."""

    def __init__(
        self, engine: ProcessEngine, queries: SqlQueries, definitions: DefinitionCache, preloads: SqlPreloads, run: Run
    ) -> None:
        self._engine, self._queries, self._definitions = engine, queries, definitions
        self._preloads, self._run = preloads, run

    async def checked(self, bpmn: bytes) -> Publication:
        """The process, checked and with its executor proven, as the next version of its code."""
        found = await asyncio.to_thread(self._engine.publish, bpmn, 1)
        versions = [p.version for p in await self._queries.processes() if p.code == found.definition.code]
        if not versions:
            return found
        executor = found.definition.executor.value
        definition = await asyncio.to_thread(self._engine.load, bpmn, max(versions) + 1, executor)
        return Publication(definition, found.proof)

    async def learn(self) -> None:
        """Compiles what has been published and is not known here yet."""
        await self._definitions.refresh()

    async def seed(self, folder: Path) -> None:
        """Publishes the folder's processes that are not published as they are; once, though several services start."""
        for bpmn in await asyncio.to_thread(_files_of, folder):
            if await self._is_published(bpmn):
                continue
            command = PublishProcess(await self.checked(bpmn), SEED)
            if await self._is_published(bpmn):  # looked at after the number was taken, so that none is published twice
                continue
            try:
                await self._run(Work(publish_process, command, Cause(ACTOR), preload=self._preloads.versions))
            except Conflict as refusal:
                log.info("seed.published_meanwhile", extra={"code": refusal.code})
        await self.learn()

    async def _is_published(self, bpmn: bytes) -> bool:
        sha256 = hashlib.sha256(bpmn).hexdigest()
        return any(p.sha256 == sha256 for p in await self._queries.processes())


def _files_of(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.glob("*.bpmn"))]
