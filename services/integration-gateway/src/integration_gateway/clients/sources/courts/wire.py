"""Shapes of the courts' enforcement lists (domain.md §7.6)."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.answer import Answer
from loan_contracts.facts import CourtFacts
from loan_contracts.values import SourceStatus

_NAME_ONLY = "NAME"


def read_court_records(data: Json) -> CourtFacts:
    """Entries that are about this person by name and full number; ValueError or KeyError where malformed.

    The register marks hits found by the name alone: those may be about anybody of that name and are not counted.
    """
    enforcement = _certain(data["zhixing"])
    return CourtFacts(
        enforcement=len(enforcement),
        dishonest=len(_certain(data["shixin"])),
        spending_restricted=len(_certain(data["limit_consume"])),
        enforcement_ended=len(_certain(data["zhongben"])),
        judgments=len(_certain(data["judgments"])),
        enforcement_amount_minor=sum(fen(case["amount"]) for case in enforcement),
    )


def together(person: Answer[CourtFacts], business: Answer[CourtFacts]) -> Answer[CourtFacts]:
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
    )


def _certain(entries: Sequence[Json]) -> list[Json]:
    return [entry for entry in entries if entry.get("match_by") != _NAME_ONLY]
