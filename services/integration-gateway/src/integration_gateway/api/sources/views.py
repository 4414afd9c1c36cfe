"""Answer models of collections."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from integration_gateway.domain.sources.answer import KeptAnswer
from integration_gateway.use_cases.sources.ports import CollectionRecord
from loan_contracts.facts import CollectedFacts


class AnswerView(BaseModel):
    """What one source answered: status, its code, how long it took; never its text.

    An answer that served again for the same purpose names the request that it was given to, and when.
    """

    source: str
    status: str
    code: str
    source_ref: str
    raw_hash: str
    elapsed_ms: int
    charged: bool
    adapter: str
    reused_from: UUID | None = None
    fetched_at: datetime | None = None

    @classmethod
    def of(cls, answer: KeptAnswer) -> "AnswerView":
        """The view of an answer."""
        return cls.model_validate(answer, from_attributes=True)


class CollectionView(BaseModel):
    """What was collected for an application, and from whom."""

    request_id: UUID
    application_id: UUID
    collected_at: datetime
    facts: CollectedFacts
    answers: list[AnswerView]

    @classmethod
    def of(cls, collection: CollectionRecord) -> "CollectionView":
        """The view of a collection."""
        return cls(
            request_id=collection.request_id,
            application_id=collection.application_id,
            collected_at=collection.collected_at,
            facts=collection.facts,
            answers=[AnswerView.of(answer) for answer in collection.answers],
        )
