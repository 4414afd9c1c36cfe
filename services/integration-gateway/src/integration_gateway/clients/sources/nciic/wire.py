"""Shapes of the online identity check (domain.md §7.2)."""

from integration_gateway.clients.wire import Json
from loan_contracts.facts import IdentityFacts

_MATCH_CODES = frozenset({"00", "01", "02", "03"})


def read_identity(data: Json) -> IdentityFacts:
    """The answer's facts. Raises ValueError or KeyError where it breaks the provider's contract."""
    if data["match"] not in _MATCH_CODES:
        raise ValueError("unknown match code")
    return IdentityFacts(match=data["match"], deceased=data["dead_flag"])
