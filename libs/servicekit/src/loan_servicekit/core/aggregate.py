"""The base of every aggregate: it records what happened to it as messages, in order."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from loan_contracts.message import BELONGS_TO, Message
from loan_contracts.operations import AuditRecorded

M = TypeVar("M", bound=Message)


class Aggregate:
    """Something with an identity whose changes are facts.

    `version` counts saves (optimistic locking), `sequence` counts facts and travels in each message. Every change must
    record at least one fact: the unit of work saves only what has some.
    """

    AUDITED_AS: ClassVar[str]
    """What the audit log calls it; for those that have changes without a message of their own."""

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

    def audit(self, action: str, detail: Mapping[str, str] = MappingProxyType({})) -> None:
        """Records a change that has no message of its own: the use case, with codes and figures only."""
        self.record(
            AuditRecorded,
            subject_type=self.AUDITED_AS,
            subject_id=str(self.id),
            action=action,
            detail=dict(detail),
            **{BELONGS_TO: getattr(self, BELONGS_TO, None)},
        )

    def take_facts(self) -> list[Message]:
        """Hands over the recorded facts and forgets them."""
        facts, self._facts = self._facts or [], None
        return facts
