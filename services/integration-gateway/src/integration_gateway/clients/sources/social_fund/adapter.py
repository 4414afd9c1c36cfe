"""Social insurance and housing fund as a SocialInsurance port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.social_fund.wire import read_contributions
from integration_gateway.clients.sources.source_line import SourceLine, by_name_and_number
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import SocialInsuranceFacts
from loan_contracts.values import Source

VERSION: Final = "social-fund-1"
PATH: Final = "/social-fund/v1/contributions"
TIMEOUT_S: Final = 8


class SocialFund:
    """Implements SocialInsurance."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.SOCIAL_INSURANCE, line, VERSION, shape_of(__package__))

    async def contributions(self, request: SourceRequest, at: datetime) -> Answer[SocialInsuranceFacts]:
        """One question; silence and nonsense are answers too."""
        return await self._line.ask(request, at, by_name_and_number(request), read_contributions)
