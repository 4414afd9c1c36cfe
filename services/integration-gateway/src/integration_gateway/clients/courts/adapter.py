"""The courts' public register of enforcement as a Courts port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.courts.wire import read_court_records
from integration_gateway.clients.outbound import Line
from integration_gateway.clients.source_line import SourceLine, by_name_and_number
from integration_gateway.domain.answer import Answer
from integration_gateway.domain.subject import SourceRequest
from loan_contracts.facts import CourtFacts
from loan_contracts.values import Source

VERSION: Final = "courts-1"
PATH: Final = "/courts/v1/records"
TIMEOUT_S: Final = 8


class EnforcementRegister:
    """Implements Courts."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.COURT, line, VERSION)

    async def court_records(self, request: SourceRequest, at: datetime) -> Answer[CourtFacts]:
        """One question; silence and nonsense are answers too."""
        return await self._line.ask(request, at, by_name_and_number(request), read_court_records)
