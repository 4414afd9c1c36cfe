"""The base of every aggregate: it records what happened to it as messages, in order."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from loan_contracts.message import Message

M = TypeVar("M", bound=Message)


class Aggregate:
    """Something with an identity whose changes are facts.

    `version` counts saves (optimistic locking), `sequence` counts facts and travels in each message. Every change must
    record at least one fact: the unit of work saves only what has some.
    """

    id: Any
    version: int = 0
    sequence: int = 0
    _facts: list[Message] | None = None
    _loaded: Mapping[str, Any] = MappingProxyType({})  # the snapshots that the database has, by column

    @property
    def facts(self) -> list[Message]:
        """Facts recorded since the aggregate was last saved."""
        if self._facts is None:
            self._facts = []
        return self._facts

    def record(self, message: type[M], **fields: Any) -> M:
        """Appends a fact with the next sequence number."""
        self.sequence += 1
        fact = message(sequence=self.sequence, **fields)
        self.facts.append(fact)
        return fact

    def take_facts(self) -> list[Message]:
        """Hands over the recorded facts and forgets them."""
        facts, self._facts = self._facts or [], None
        return facts
