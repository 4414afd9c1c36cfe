"""Published processes, compiled once a process and looked up by code and version."""

import asyncio

from loan_servicekit.core import Invalid, NotFound
from workflow_svc.engine import Decision, Definition, ProcessEngine
from workflow_svc.use_cases.definitions.ports import DefinitionQueries

FRESH_S = 30.0  # how old what is known here may be


class DefinitionCache:
    """Implements `Definitions`, and the `Library` of the engine; `refresh` reads what other instances have
    published."""

    def __init__(self, engine: ProcessEngine, queries: DefinitionQueries) -> None:
        self._engine, self._queries = engine, queries
        engine.library = self
        self._versions: dict[tuple[str, int], Definition] = {}
        self._newest: dict[str, Definition] = {}

    async def refresh(self) -> None:
        """Compiles versions that are not known yet; one that calls another after the other."""
        new = [p for p in await self._queries.processes() if (p.code, p.version) not in self._versions]
        while new:
            left = []
            for p in new:
                try:
                    self.take(await asyncio.to_thread(self._engine.load, p.bpmn, p.version, p.executor))
                except Invalid:  # what it calls is among those that are left
                    left.append(p)
            if len(left) == len(new):
                await asyncio.to_thread(self._engine.load, left[0].bpmn, left[0].version, left[0].executor)
            new = left

    def take(self, definition: Definition) -> None:
        """Adds a version; new cases start on the newest."""
        self._versions[(definition.code, definition.version)] = definition
        newest = self._newest.get(definition.code)
        if newest is None or newest.version < definition.version:
            self._newest[definition.code] = definition

    def newest(self, code: str) -> Definition:
        """The version that new cases start on."""
        found = self._newest.get(code)
        if found is None:
            raise NotFound("process-not-found", f"no process {code} is published")
        return found

    def version(self, code: str, version: int) -> Definition:
        """The version that a case is pinned to."""
        found = self._versions.get((code, version))
        if found is None:
            raise NotFound("process-not-found", f"version {version} of process {code} is not known here")
        return found

    def decision(self, code: str, version: int | None = None) -> Decision:
        """A decision that a process asks."""
        raise NotFound("decision-not-found", f"no decision {code} is published")
