"""Shapes of the courts' enforcement lists (domain.md §7.6)."""

from collections.abc import Sequence

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.wire import Json
from loan_contracts.facts import CourtFacts

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


def _certain(entries: Sequence[Json]) -> list[Json]:
    return [entry for entry in entries if entry.get("match_by") != _NAME_ONLY]
