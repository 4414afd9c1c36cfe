"""What a source answered, in our words, and what is made of all answers about one applicant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from loan_contracts.facts import CollectedFacts, IdentityFacts
from loan_contracts.values import Source, SourceStatus

F_co = TypeVar("F_co", covariant=True)

FACTS_BLOCK: Mapping[Source, str] = {source: source.value.lower() for source in Source if source is not Source.FACE}
"""The field of CollectedFacts that holds the facts of a source."""

MATCHES, PHOTO_DIFFERS = "00", "03"  # of an identity (domain.md §7.2)

NO_CONSENT = "no-consent"


class Access(StrEnum):
    """How an answer came about, as the log of access tells it."""

    CALLED = "CALLED"
    REUSED = "REUSED"  # it stands again, from an earlier collection (domain.md)
    SHARED = "SHARED"  # an equal question was under way, whose answer it is
    REFUSED = "REFUSED"  # nobody was asked


@dataclass(frozen=True, slots=True)
class Tried:
    """A provider who was to be asked beside the one whose answer it is: before him, and why that came to nothing, or
    for comparison (`shadow`). `called` is False where the question did not leave the house."""

    provider: str
    code: str
    called: bool = True


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer that came and of which nothing is read, with what is wrong with it, in words without a person's."""

    provider: str
    code: str
    fault: str
    text: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer(Generic[F_co]):
    """One source's answer; a source that stayed silent has one too, without facts (domain.md R-7.3).

    `code` is the provider's own, or ours where there was no usable answer: no-consent, timeout, network, http-<status>,
    malformed, circuit-open. `raw` is the provider's text, kept encrypted, never logged (R-7.4), `raw_hash` its SHA-256.
    An answer that stands again for a new question names the request that it was given to (R-7.2) and has no `raw`.
    `provider` is whose answer it is, `tried` who was asked beside him, `unread` what came that could not be read.
    """

    source: Source
    status: SourceStatus
    fetched_at: datetime
    facts: F_co | None = None
    code: str = ""
    source_ref: str = ""
    charged: bool = False
    raw: bytes = field(default=b"", repr=False)
    raw_hash: str = ""
    elapsed_ms: int = 0
    adapter_version: str = ""
    reused_from: UUID | None = None
    provider: str = ""
    access: Access = Access.CALLED
    consent_id: UUID | None = None
    cost_yuan: Decimal = Decimal(0)
    tried: Sequence[Tried] = ()
    unread: Sequence[Unread] = ()

    def reusable(self, at: datetime, window: timedelta) -> bool:
        """Whether it may still stand for a new question with the same purpose (domain.md R-7.2); without a window it
        may not."""
        return self.status is SourceStatus.HIT and bool(window) and at - self.fetched_at <= window


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What is kept of an answer beside its facts and its text. `reused_from` and `fetched_at` where it stands again.
    Rows of before tell no provider, access, consent and cost."""

    source: Source
    status: SourceStatus
    code: str
    source_ref: str
    raw_hash: str
    elapsed_ms: int
    charged: bool
    adapter: str
    reused_from: UUID | None = None
    fetched_at: datetime | None = None
    provider: str | None = None
    access: Access | None = None
    consent_id: UUID | None = None
    cost_yuan: Decimal | None = None
    tried: Sequence[Tried] | None = None

    @property
    def came_about(self) -> Access:
        """How, for rows of before too."""
        if self.access is not None:
            return self.access
        if self.code == NO_CONSENT:
            return Access.REFUSED
        return Access.CALLED if self.reused_from is None else Access.REUSED

    @classmethod
    def of(cls, answer: Answer[object]) -> "KeptAnswer":
        """That of an answer."""
        return cls(
            source=answer.source,
            status=answer.status,
            code=answer.code,
            source_ref=answer.source_ref,
            raw_hash=answer.raw_hash,
            elapsed_ms=answer.elapsed_ms,
            charged=answer.charged,
            adapter=answer.adapter_version,
            reused_from=answer.reused_from,
            fetched_at=answer.fetched_at if answer.reused_from else None,
            provider=answer.provider or None,
            access=answer.access,
            consent_id=answer.consent_id,
            cost_yuan=answer.cost_yuan or None,
            tried=tuple(answer.tried) or None,
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far a photo is like the one that the authorities have: 0 to 100, and whether that is the same person."""

    similarity: Decimal
    same: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """All answers about one applicant, by source."""

    collected_at: datetime
    answers: Mapping[Source, Answer[object]]

    def facts(self) -> CollectedFacts:
        """What the other services may see: figures and codes; a missing source by its status alone (R-7.3)."""
        blocks = {block: self.answers[source].facts for source, block in FACTS_BLOCK.items() if source in self.answers}
        blocks |= {"identity": self._identity()} if Source.IDENTITY in self.answers else {}
        statuses = {source: answer.status for source, answer in self.answers.items()}
        return CollectedFacts.model_validate({"collected_at": self.collected_at, "statuses": statuses, **blocks})

    def _identity(self) -> object:
        """What is known of the identity, with what came of a comparison of faces: a photo that is another's is the
        identity's 03, whoever compared it."""
        identity = self.answers[Source.IDENTITY].facts
        face = self.answers.get(Source.FACE)
        if not isinstance(identity, IdentityFacts) or identity.match != MATCHES or face is None:
            return identity
        differs = isinstance(face.facts, Likeness) and not face.facts.same
        return identity.model_copy(update={"match": PHOTO_DIFFERS}) if differs else identity

    def report_at(self) -> datetime | None:
        """When the credit report was fetched that came with this collection, if one did: it may serve again."""
        report = self.answers.get(Source.CREDIT_BUREAU)
        if report is None or report.status is not SourceStatus.HIT or report.reused_from is not None:
            return None
        return report.fetched_at
