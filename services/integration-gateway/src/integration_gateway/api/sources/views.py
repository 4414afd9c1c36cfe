"""Answer models of collections."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, Field

from integration_gateway.domain.sources.answer import Access, KeptAnswer
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
    provider: str | None = Field(None, description="Whose answer it is; rows of before do not tell")

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


class TriedView(BaseModel):
    """A provider beside the one whose answer it is: why his came to nothing, or that he was asked for comparison."""

    provider: str
    code: str
    called: bool


class SourceAccessView(BaseModel):
    """One access to what a source knows: a call, an answer that stood again, or a refusal."""

    source: str
    access: Access
    status: str
    code: str
    provider: str | None
    consent_id: UUID | None
    reused_from: UUID | None
    charged: bool
    cost_yuan: Decimal | None
    tried: list[TriedView]

    @classmethod
    def of(cls, answer: KeptAnswer) -> "SourceAccessView":
        """The access that an answer was."""
        return cls(
            source=answer.source,
            access=answer.came_about,
            status=answer.status,
            code=answer.code,
            provider=answer.provider,
            consent_id=answer.consent_id,
            reused_from=answer.reused_from,
            charged=answer.charged,
            cost_yuan=answer.cost_yuan,
            tried=[TriedView.model_validate(each, from_attributes=True) for each in answer.tried or ()],
        )


class AccessesView(BaseModel):
    """What was asked about a customer at once, and what for."""

    at: datetime
    application_id: UUID
    request_id: UUID
    purpose_code: str = Field(description="Query reason of domain.md §7.1")
    accesses: list[SourceAccessView]

    @classmethod
    def of(cls, collection: CollectionRecord) -> "AccessesView":
        """Those of a collection."""
        return cls(
            at=collection.collected_at,
            application_id=collection.application_id,
            request_id=collection.request_id,
            purpose_code=collection.purpose_code,
            accesses=[SourceAccessView.of(answer) for answer in collection.answers],
        )
