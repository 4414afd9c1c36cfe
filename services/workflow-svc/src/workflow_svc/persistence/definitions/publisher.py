"""Prepares processes for publication: checks and proof, which take seconds, beside the event loop."""

import asyncio
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from loan_contracts.message import JsonObject
from loan_servicekit.core import NotFound
from workflow_svc.engine import (
    Change,
    Content,
    Decision,
    Definition,
    Evaluation,
    Facts,
    Played,
    ProcessEngine,
    Publication,
    PublishedDecision,
    Scalar,
    State,
    check_decision,
    play,
    read_decision,
    refusal,
)
from workflow_svc.engine.table import NodeKind
from workflow_svc.persistence.definitions.cache import DefinitionCache
from workflow_svc.use_cases.definitions.change_ports import ChangeQueries
from workflow_svc.use_cases.definitions.ports import DefinitionQueries, Given, Replayed

PLACE = re.compile(r"\.\d+(\[\d+\])?$")  # the how many-th time, and of several the how many-th


class ProcessPublisher:
    """Implements `Publisher`."""

    def __init__(
        self, engine: ProcessEngine, queries: DefinitionQueries, changes: ChangeQueries, definitions: DefinitionCache
    ) -> None:
        self._engine, self._queries, self._definitions = engine, queries, definitions
        self._changes = changes

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

    async def decided(self, content: JsonObject) -> Content:
        """A decision that passed its checks against the version in force."""
        read = read_decision(content)
        before = [d.content for d in await self._changes.decisions() if d.code == read.code]
        in_force = read_decision(before[-1]) if before else None
        if findings := await asyncio.to_thread(check_decision, read, in_force):
            raise refusal(findings)
        return read

    async def tried(self, code: str, version: int, given: Mapping[str, Scalar]) -> Evaluation:
        """What a decision gives."""
        await self._definitions.refresh()
        return await asyncio.to_thread(self._definitions.decision(code, version).evaluate, "", given)

    async def replayed(self, content: Content, told: Sequence[Given]) -> Sequence[Replayed]:
        """What a decision gives of what was told before."""
        await self._definitions.refresh()
        return await asyncio.to_thread(self._replayed, content, told)

    def _replayed(self, content: Content, told: Sequence[Given]) -> list[Replayed]:
        draft = PublishedDecision(content, 0)
        try:
            beside: Decision | None = self._definitions.decision(content.code)
        except NotFound:
            beside = None
        return [
            Replayed(name, draft.evaluate("", known), beside.evaluate("", known) if beside else None)
            for name, known in told
        ]

    async def startable(self, code: str, version: int) -> bool:
        """Whether applications may start on a version."""
        await self._definitions.refresh()
        return self._definitions.version(code, version).startable

    async def standing(self, code: str, version: int, states: Sequence[str]) -> Mapping[str, int]:
        """By element how many cases stand there; of what goes on inside a step the step counts as well."""
        await self._definitions.refresh()
        return await asyncio.to_thread(self._standing, self._definitions.version(code, version), states)

    def _standing(self, definition: Definition, states: Sequence[str]) -> Counter[str]:
        found = Counter[str]()
        for state in states:
            waits = self._engine.waits(definition, State.restored(state.encode()))
            ids = [wait.id for wait in waits if wait.node.kind is not NodeKind.BOUNDARY]
            found.update({PLACE.sub("", part) for id in ids for part in id.split("/")})
        return found

    async def learn(self) -> None:
        """Compiles what has been published and is not known here yet."""
        await self._definitions.refresh()
