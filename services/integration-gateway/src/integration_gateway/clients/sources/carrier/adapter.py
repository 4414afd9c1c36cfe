"""The mobile operators' three-factor check as a Telecom port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.carrier.wire import read_telecom, three_factors
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.source_line import SourceLine, by_name_and_number
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import TelecomFacts
from loan_contracts.values import Source

VERSION: Final = "carrier-1"
PATH: Final = "/carrier/v1/three-factor"
TIMEOUT_S: Final = 5


class CarrierTelecom:
    """Implements Telecom."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.TELECOM, line, VERSION, shape_of(__package__))

    async def check_mobile(self, request: SourceRequest, at: datetime) -> Answer[TelecomFacts]:
        """One question; silence and nonsense are answers too."""
        return await self._line.ask(request, at, three_factors(request, by_name_and_number(request)), read_telecom)
