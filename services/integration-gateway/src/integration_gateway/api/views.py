"""Answer models."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from integration_gateway.use_cases.ports import CollectionRecord, PaymentRecord
from loan_contracts.facts import CollectedFacts
from loan_servicekit.http import Page


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


class CollectionView(BaseModel):
    """What was collected for an application, and from whom."""

    request_id: UUID
    application_id: UUID
    collected_at: datetime
    facts: CollectedFacts
    answers: list[AnswerView]

    @classmethod
    def of(cls, c: CollectionRecord) -> "CollectionView":
        """The view of a collection."""
        return cls(request_id=c.request_id, application_id=c.application_id, collected_at=c.collected_at,
                   facts=CollectedFacts.model_validate(c.facts), answers=[AnswerView(**a) for a in c.answers])  # fmt: skip


class WorkState(StrEnum):
    """OPEN until the channel has said how it ended."""

    OPEN = "OPEN"
    DONE = "DONE"


class PaymentView(BaseModel):
    """A payment order and how it stands."""

    payment_id: UUID
    loan_id: UUID
    direction: str
    amount_minor: int
    state: WorkState
    tries: int
    result: dict[str, Any] | None
    requested_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, p: PaymentRecord) -> "PaymentView":
        """The view of a payment."""
        return cls(payment_id=p.payment_id, loan_id=p.body["loan_id"], direction=p.body["direction"],
                   amount_minor=p.body["amount_minor"], state=WorkState(p.state), tries=p.tries, result=p.result,
                   requested_at=p.requested_at, finished_at=p.finished_at)  # fmt: skip


class ProviderView(BaseModel):
    """How one provider does, since this process began."""

    provider: str
    circuit: str
    calls: int
    failures: int
    p95_ms: int


class ProvidersView(Page[ProviderView]):
    """All providers on one page, and what waits for them."""

    waiting: dict[str, int]
