"""Prepares processes for publication: checks and proof, which take seconds, beside the event loop."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from loan_servicekit.core import NotFound
from workflow_svc.engine import Change, Definition, Facts, Played, ProcessEngine, Publication, play
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

    async def simulated(self, bpmn: bytes, facts: Sequence[Facts], now: datetime) -> Sequence[Played]:
        """What becomes of the facts on a process."""
        publication = await asyncio.to_thread(self._engine.publish, bpmn, 1)
        return await asyncio.to_thread(self._played, publication.definition, facts, now)

    async def simulated_in_force(self, code: str, facts: Sequence[Facts], now: datetime) -> Sequence[Played]:
        """What becomes of them on the newest version."""
        try:
            definition = self._definitions.newest(code)
        except NotFound:
            return ()
        return await asyncio.to_thread(self._played, definition, facts, now)

    def _played(self, definition: Definition, facts: Sequence[Facts], now: datetime) -> list[Played]:
        return [play(self._engine, definition, each, now) for each in facts]

    async def changes(self, before: bytes, after: bytes) -> Sequence[Change]:
        """What one file has that another has not."""
        return await asyncio.to_thread(self._engine.changes, before, after)

    async def learn(self) -> None:
        """Compiles what has been published and is not known here yet."""
        await self._definitions.refresh()
