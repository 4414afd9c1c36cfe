"""Prepares processes for publication: checks and proof, which take seconds, beside the event loop."""

import asyncio

from workflow_svc.engine import ProcessEngine, Publication
from workflow_svc.persistence.definitions.cache import DefinitionCache
from workflow_svc.use_cases.definitions.ports import DefinitionQueries


class ProcessPublisher:
    """Implements `Publisher`."""

    def __init__(self, engine: ProcessEngine, queries: DefinitionQueries, definitions: DefinitionCache) -> None:
        self._engine, self._queries, self._definitions = engine, queries, definitions

    async def checked(self, bpmn: bytes) -> Publication:
        """The process, checked and with its executor proven, as the next version of its code."""
        found = await asyncio.to_thread(self._engine.publish, bpmn, 1)
        versions = [p.version for p in await self._queries.processes() if p.code == found.definition.code]
        if not versions:
            return found
        executor = found.definition.executor.value
        definition = await asyncio.to_thread(self._engine.load, found.definition.bpmn, max(versions) + 1, executor)
        return Publication(definition, found.proof)

    async def learn(self) -> None:
        """Compiles what has been published and is not known here yet."""
        await self._definitions.refresh()
