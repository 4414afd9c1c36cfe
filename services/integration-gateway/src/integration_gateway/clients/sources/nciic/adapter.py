"""The online identity check of the public security authority as a IdentityCheck port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.nciic.wire import read_identity
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.source_line import SourceLine, by_name_and_number
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import IdentityFacts
from loan_contracts.values import Source

VERSION: Final = "nciic-1"
PATH: Final = "/nciic/v1/identity"
TIMEOUT_S: Final = 3


class NciicIdentityCheck:
    """Implements IdentityCheck."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.IDENTITY, line, VERSION, shape_of(__package__))

    async def check_identity(self, request: SourceRequest, at: datetime) -> Answer[IdentityFacts]:
        """One question; silence and nonsense are answers too."""
        return await self._line.ask(request, at, by_name_and_number(request), read_identity)
