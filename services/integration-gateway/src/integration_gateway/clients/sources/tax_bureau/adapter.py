"""The tax office as a Tax port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.source_line import SourceLine, by_organisation, require_organisation
from integration_gateway.clients.sources.tax_bureau.wire import read_tax
from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import TaxFacts
from loan_contracts.values import Source

VERSION: Final = "tax-bureau-1"
PATH: Final = "/tax-bureau/v1/standing"
TIMEOUT_S: Final = 10


class TaxBureau:
    """Implements Tax."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.TAX, line, VERSION, shape_of(__package__))

    async def tax_standing(self, request: SourceRequest, at: datetime) -> Answer[TaxFacts]:
        """One question; silence and nonsense are answers too."""

        def read(data: Json) -> TaxFacts:
            require_organisation(data, request)
            return read_tax(data)

        return await self._line.ask(request, at, by_organisation(request), read)
