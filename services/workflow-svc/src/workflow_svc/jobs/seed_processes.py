"""Publishes the processes that come with the service, at its start."""

import asyncio
import hashlib
import logging
from pathlib import Path

from loan_servicekit.core import Cause, Conflict
from loan_servicekit.db.group_commit import GroupCommit
from workflow_svc.operations import Operations
from workflow_svc.use_cases.definitions.ports import DefinitionQueries, Publisher
from workflow_svc.use_cases.definitions.publish_process import PublishProcess

log = logging.getLogger(__name__)

ACTOR = "workflow-svc"
SEED = "seed"


class Seeds:
    """The processes of a folder."""

    def __init__(
        self,
        folder: Path,
        publisher: Publisher,
        queries: DefinitionQueries,
        operations: Operations,
        commit: GroupCommit,
    ) -> None:
        self._folder, self._publisher, self._queries = folder, publisher, queries
        self._operations, self._commit = operations, commit

    async def publish(self) -> None:
        """Publishes those that are not published as they are; once, though several services start."""
        await self._publisher.learn()
        for bpmn in await asyncio.to_thread(_files_of, self._folder):
            if await self._is_published(bpmn):
                continue
            command = PublishProcess(await self._publisher.checked(bpmn), SEED)
            if await self._is_published(bpmn):  # looked at after the number was taken, so that none is published twice
                continue
            try:
                await self._commit.perform(self._operations.publish_process, command, Cause(ACTOR))
            except Conflict as refusal:
                log.info("seed.published_meanwhile", extra={"code": refusal.code})
            await self._publisher.learn()  # the next one may call it
        await self._publisher.learn()  # what others have published meanwhile

    async def _is_published(self, bpmn: bytes) -> bool:
        sha256 = hashlib.sha256(bpmn).hexdigest()
        return any(p.sha256 == sha256 for p in await self._queries.processes())


def _files_of(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.glob("*.bpmn"))]
