"""What a source answered, in our words, and what is made of all answers about one applicant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from loan_contracts.facts import CollectedFacts
from loan_contracts.values import Source, SourceStatus

F = TypeVar("F")

FACTS_BLOCK: Mapping[Source, str] = {source: source.value.lower() for source in Source}
"""The field of CollectedFacts that holds the facts of a source."""

REUSABLE_FOR: Mapping[Source, timedelta] = {Source.CREDIT_BUREAU: timedelta(days=10)}
"""How old an answer may be to serve the same purpose again (domain.md R-7.2); sources not named are asked anew."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[F]):
    """One source's answer; a source that stayed silent has one too, without facts (domain.md R-7.3).

    `code` is the provider's own, or ours where there was no usable answer: no-consent, timeout, network, http-<status>,
    malformed, circuit-open. `raw` is the provider's text, kept encrypted, never logged (R-7.4), `raw_hash` its SHA-256.
    An answer that stands again for a new question names the request that it was given to (R-7.2) and has no `raw`.
    """

    source: Source
    status: SourceStatus
    fetched_at: datetime
    facts: F | None = None
    code: str = ""
    source_ref: str = ""
    charged: bool = False
    raw: bytes = field(default=b"", repr=False)
    raw_hash: str = ""
    elapsed_ms: int = 0
    adapter_version: str = ""
    reused_from: UUID | None = None

    def reusable(self, at: datetime) -> bool:
        """Whether it may still stand for a new question with the same purpose (domain.md R-7.2)."""
        window = REUSABLE_FOR.get(self.source)
        return window is not None and self.status is SourceStatus.HIT and at - self.fetched_at <= window


@dataclass(frozen=True, slots=True)
class Collection:
    """All answers about one applicant, by source."""

    collected_at: datetime
    answers: Mapping[Source, Answer[Any]]

    def facts(self) -> CollectedFacts:
        """What the other services may see: figures and codes; a missing source by its status alone (R-7.3)."""
        blocks = {FACTS_BLOCK[source]: answer.facts for source, answer in self.answers.items()}
        statuses = {source: answer.status for source, answer in self.answers.items()}
        return CollectedFacts(collected_at=self.collected_at, statuses=statuses, **blocks)
