"""Asking a source: consent first, the common envelope around question and answer, silence recorded (domain.md §7.0).

Whose answer it is says its request id; where it names a person or an organisation, its adapter compares that too.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter
from typing import Generic, TypeVar

import orjson

from integration_gateway.clients.outbound import MALFORMED, CallFailed, CallTimedOut, Line
from integration_gateway.clients.sources.shapes import ENVELOPE, Shape
from integration_gateway.clients.wire import Json, Unusable, WrongSubject
from integration_gateway.domain.sources.answer import NO_CONSENT, Access, Answer, Unread
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import CourtFacts
from loan_contracts.values import Source, SourceStatus

F = TypeVar("F")

IDENTITY_CARD = "10"
"""Document type of the resident identity card in the bureau's own table (domain.md §7.1, PA01BD01)."""

UNIFIED_CODE = "USCC"
"""Document type of an organisation: its unified social credit code (domain.md §6.2)."""


@dataclass(frozen=True, slots=True)
class Told(Generic[F]):
    """What a source has told, before it is known when and how long it took."""

    status: SourceStatus
    raw: bytes
    facts: F | None = None
    code: str = ""
    source_ref: str = ""
    charged: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """How every source is asked: with consent, and never raising for the provider. No adapter has another way out."""

    source: Source
    adapter_version: str

    async def ask(self, request: SourceRequest, at: datetime, call: Callable[[], Awaitable[Told[F]]]) -> Answer[F]:
        """What the call tells. Without a consent that covers source, purpose and time nothing leaves the house (R-7.1):
        REJECTED, no-consent."""
        if request.consent_for(self.source, at) is None:
            return Answer(self.source, SourceStatus.REJECTED, at, code=NO_CONSENT, access=Access.REFUSED)
        started = perf_counter()
        try:
            told = await call()
        except CallTimedOut:
            return self._silent(SourceStatus.TIMEOUT, "timeout", at, started)
        except CallFailed as failure:
            return self._silent(SourceStatus.ERROR, failure.code, at, started, failure)
        except Unusable as error:  # of several answers together
            return self._silent(SourceStatus.ERROR, error.code, at, started)
        except MALFORMED:
            return self._silent(SourceStatus.ERROR, Unusable.code, at, started)
        return Answer(
            source=self.source,
            status=told.status,
            fetched_at=at,
            facts=told.facts,
            code=told.code,
            source_ref=told.source_ref,
            charged=told.charged,
            raw=told.raw,
            raw_hash=hashlib.sha256(told.raw).hexdigest(),
            elapsed_ms=_elapsed_ms(started),
            adapter_version=self.adapter_version,
        )

    def _silent(
        self, status: SourceStatus, code: str, at: datetime, started: float, failure: CallFailed | None = None
    ) -> Answer[F]:
        unread = failure and failure.unread
        return Answer(
            self.source,
            status,
            at,
            code=code,
            elapsed_ms=_elapsed_ms(started),
            adapter_version=self.adapter_version,
            unread=(Unread("", code, *unread),) if unread else (),
        )


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The line to a source that speaks the common envelope, and what every question in it has in common."""

    source: Source
    line: Line
    adapter_version: str
    shape: Shape
    operator: str = "xinliu"
    channel: str = "API"
    parse: Callable[[bytes], Json] = orjson.loads

    async def ask(
        self,
        request: SourceRequest,
        at: datetime,
        subject: Mapping[str, str],
        read: Callable[[Json], F],
    ) -> Answer[F]:
        """The source's answer about the subject as this provider wants it named; never raises for the provider.

        `read` makes facts of the envelope's data and raises ValueError, TypeError or KeyError where they are malformed.
        """
        request_id = str(request.request_id)

        async def call() -> Told[F]:
            body = self._question(request, at, subject)
            return await self.line.exchange(body, lambda raw: _told(raw, self.parse(raw), request_id, self.shape, read))

        return await Asked(self.source, self.adapter_version).ask(request, at, call)

    def _question(self, request: SourceRequest, at: datetime, subject: Mapping[str, str]) -> bytes:
        consent = request.consent_for(self.source, at)
        assert consent is not None
        return orjson.dumps(
            {
                "request_id": str(request.request_id),
                "biz_no": request.biz_no,
                "subject": subject,
                "consent_id": str(consent.consent_id),
                "purpose_code": request.purpose_code,
                "operator": self.operator,
                "channel": self.channel,
                "ts": at.isoformat(),
            }
        )


def _told(raw: bytes, envelope: Json, request_id: str, shape: Shape, read: Callable[[Json], F]) -> Told[F]:
    ENVELOPE.require(envelope)
    if envelope["request_id"] != request_id:
        raise ValueError("answer to another question")
    status = SourceStatus(envelope["status"])
    if status is SourceStatus.HIT:
        shape.require(envelope["data"])
    return Told(
        status=status,
        raw=raw,
        facts=read(envelope["data"]) if status is SourceStatus.HIT else None,
        code=str(envelope.get("code", "")),
        source_ref=str(envelope.get("source_ref", "")),
        charged=envelope.get("charged") in (True, "true"),
    )


def by_name_and_number(request: SourceRequest) -> dict[str, str]:
    """The subject as name and identity card number: all that a source needs for a match (domain.md §7.6)."""
    return {
        "name": request.subject.name,
        "id_type": IDENTITY_CARD,
        "id_no": request.subject.identity_number,
    }


def by_organisation(request: SourceRequest) -> dict[str, str]:
    """The subject's business by its unified social credit code; a person trading in his own name by his number."""
    code = request.subject.organisation_code
    if code is None:
        return by_name_and_number(request)
    return {"name": request.subject.name, "id_type": UNIFIED_CODE, "id_no": code}


def unknown_business() -> Told[F]:
    """Nobody is asked about a business that has no code."""
    return Told(status=SourceStatus.MISS, raw=b"null", code="no-organisation-code")


def require_organisation(data: Json, request: SourceRequest) -> None:
    """WrongSubject where the answer is about another organisation than was asked about. What a person trades under in
    his own name is not known to us."""
    code = request.subject.organisation_code
    if code is not None and str(data["uscc"]).upper() != code.upper():
        raise WrongSubject("an answer about another organisation")


def courts_together(person: Answer[CourtFacts], business: Answer[CourtFacts]) -> Answer[CourtFacts]:
    """Two answers as one: the entries of both. Where one of them is no answer neither are both, but what the other has
    told is not forgotten (domain.md R-7.3)."""
    answers = (person, business)
    told = [answer.facts for answer in answers if answer.facts is not None]
    silent = next((answer for answer in answers if answer.status is not SourceStatus.HIT), person)
    raw = b"[" + b",".join(answer.raw or b"null" for answer in answers) + b"]"
    return replace(
        silent,
        facts=CourtFacts(**{name: sum(getattr(facts, name) for facts in told) for name in CourtFacts.model_fields})
        if told
        else None,
        source_ref=",".join(answer.source_ref for answer in answers),
        charged=any(answer.charged for answer in answers),
        raw=raw,
        raw_hash=hashlib.sha256(raw).hexdigest(),
        elapsed_ms=max(answer.elapsed_ms for answer in answers),
        unread=[each for answer in answers for each in answer.unread],
    )


def _elapsed_ms(started: float) -> int:
    return round((perf_counter() - started) * 1000)
