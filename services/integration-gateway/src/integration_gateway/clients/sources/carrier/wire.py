"""Shapes of the mobile operators' three-factor check (domain.md §7.3)."""

from collections.abc import Mapping

from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import TelecomFacts

_FACTORS = frozenset({"1", "2", "3"})
_BANDS = frozenset({"0-3", "3-6", "6-12", "12-24", "24+"})
_IN_SERVICE = {"正常": True, "停机": False, "不在网": False, "预销号": False}


def three_factors(request: SourceRequest, by_name_and_number: Mapping[str, str]) -> dict[str, str]:
    """The subject with its mobile number: only this source is told it."""
    return {**by_name_and_number, "mobile": request.subject.mobile}


def read_telecom(data: Json) -> TelecomFacts:
    """The answer's facts. Raises ValueError or KeyError where it breaks the provider's contract."""
    if data["three_factor"] not in _FACTORS or data["online_months_band"] not in _BANDS:
        raise ValueError("unknown code")
    return TelecomFacts(
        three_factor=data["three_factor"],
        online_months_band=data["online_months_band"],
        in_service=_IN_SERVICE[data["state"]],
    )
