"""How what sources say is kept: sealed, to be found again for the same person, apart where nothing of it was read."""

from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.customers.subject import Subject
from integration_gateway.domain.sources.answer import Answer, Collection
from integration_gateway.domain.sources.quarantine import Quarantined
from loan_contracts.values import Source


class Seals(Protocol):
    """Seals what providers say, so that it stands nowhere in clear."""

    def collection(self, request_id: UUID, found: Collection) -> str:
        """The texts of a collection, bound to its request."""

    def unread(self, id: UUID, text: bytes) -> str:
        """A text of which nothing was read, bound to its id."""

    def subject(self, subject: Subject) -> str:
        """A keyed hash of who was asked about, to know whether it is still the same."""


class EarlierAnswers(Protocol):
    """What sources have answered before."""

    async def answers(
        self, collections: Sequence[UUID], sources: Some[Source], about: Subject
    ) -> Mapping[Source, Answer[object]]:
        """The latest hit of each source in these collections, as an answer that may stand for a new one; of those that
        were about the same subject as he is known now."""


class QuarantinedAnswers(Protocol):
    """Answers of which nothing was read."""

    def add(self, aggregate: Quarantined) -> None:
        """Keeps one more."""
