"""Published processes, compiled once a process and looked up by code and version."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

from loan_servicekit.core import Clock, Invalid, NotFound, business_day
from workflow_svc.domain.definitions.binding import Bindings
from workflow_svc.engine import Decision, Definition, ProcessEngine, PublishedDecision, read_decision
from workflow_svc.use_cases.definitions.change_ports import ChangeQueries
from workflow_svc.use_cases.definitions.ports import DefinitionQueries

FRESH_S = 30.0  # how old what is known here may be


class DefinitionCache:
    """Implements `Definitions`, and the `Library` of the engine; `refresh` reads what other instances have
    published."""

    def __init__(self, engine: ProcessEngine, queries: DefinitionQueries, changes: ChangeQueries, clock: Clock) -> None:
        self._engine, self._queries, self._changes, self._clock = engine, queries, changes, clock
        engine.library = self
        self._versions: dict[tuple[str, int], Definition] = {}
        self._decisions: dict[tuple[str, int], Decision] = {}
        self._bindings = Bindings()
        self._named: dict[str, set[str]] = {}

    async def refresh(self) -> None:
        """Compiles versions that are not known yet; one that calls another after the other."""
        self._bindings = await self._changes.bindings()
        for d in await self._changes.decisions():
            if (d.code, d.version) not in self._decisions:
                self._decisions[(d.code, d.version)] = PublishedDecision(read_decision(d.content), d.version)
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
        """Adds a version."""
        self._versions[(definition.code, definition.version)] = definition
        for id, name in definition.tasks():
            self._named.setdefault(id, set()).add(name.lower())

    def newest(self, code: str) -> Definition:
        """The newest version that is not retired by now; where all are, the newest of all."""
        return self._newest(code, self._clock())

    def chosen(self, process_code: str, told: Mapping[str, object], now: datetime) -> Definition:
        """The version that an application starts on."""
        code, version = self._bindings.chosen(process_code, told, business_day(now))
        return self._newest(code, now) if version is None else self.version(code, version)

    def version(self, code: str, version: int) -> Definition:
        """The version that a case is pinned to."""
        found = self._versions.get((code, version))
        if found is None:
            raise NotFound("process-not-found", f"version {version} of process {code} is not known here")
        return found

    def decision(self, code: str, version: int | None = None) -> Decision:
        """A decision that a process asks: the newest, or the version that it names."""
        known = [number for each, number in self._decisions if each == code]
        if not known or (version is not None and version not in known):
            raise NotFound("decision-not-found", f"no decision {code} is published, or no version {version}")
        return self._decisions[(code, version or max(known))]

    def called(self, word: str) -> Sequence[str]:
        """The tasks of any version whose names have a word."""
        found = {id for id, names in self._named.items() if any(word in name for name in names)}
        return sorted(found)

    def _newest(self, code: str, now: datetime) -> Definition:
        known = [version for each, version in self._versions if each == code]
        if not known:
            raise NotFound("process-not-found", f"no process {code} is published")
        day = business_day(now)
        usable = [version for version in known if not self._bindings.is_retired(code, version, day)]
        return self._versions[(code, max(usable or known))]
