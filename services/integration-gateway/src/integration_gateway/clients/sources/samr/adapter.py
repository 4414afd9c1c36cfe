"""The business registry as a BusinessRegistry port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.samr.wire import read_registration
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.source_line import SourceLine, by_organisation, require_organisation
from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import RegistryFacts
from loan_contracts.values import Source
from loan_servicekit.core import business_day

VERSION: Final = "samr-1"
PATH: Final = "/samr/v1/registration"
TIMEOUT_S: Final = 8


class SamrRegistry:
    """Implements BusinessRegistry."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.REGISTRY, line, VERSION, shape_of(__package__))

    async def registration(self, request: SourceRequest, at: datetime) -> Answer[RegistryFacts]:
        """One question; silence and nonsense are answers too."""
        today = business_day(at)

        def read(data: Json) -> RegistryFacts:
            require_organisation(data, request)
            return read_registration(data, today)

        return await self._line.ask(request, at, by_organisation(request), read)
