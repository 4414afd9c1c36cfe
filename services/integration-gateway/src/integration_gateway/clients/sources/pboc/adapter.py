"""The central bank's credit bureau, second-generation report as a CreditBureau port."""

from datetime import datetime
from typing import Final

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.pboc.wire import read_report_about
from integration_gateway.clients.sources.source_line import SourceLine, by_name_and_number
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import BureauFacts
from loan_contracts.values import Source

VERSION: Final = "pboc-4"
PATH: Final = "/pboc/v2/credit-report"
TIMEOUT_S: Final = 15


class PbocCreditBureau:
    """Implements CreditBureau."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.CREDIT_BUREAU, line, VERSION)

    async def credit_report(self, request: SourceRequest, at: datetime) -> Answer[BureauFacts]:
        """One question; silence and nonsense are answers too."""
        who = request.subject
        return await self._line.ask(
            request,
            at,
            by_name_and_number(request),
            lambda report: read_report_about(report, who.name, who.identity_number),
        )
