"""The central bank's credit bureau, second-generation report as a CreditBureau port, in JSON or in XML."""

from datetime import datetime
from typing import Final

import orjson

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.pboc.wire import read_report_about
from integration_gateway.clients.sources.pboc.xml import units_of
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.source_line import SourceLine, by_name_and_number
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import BureauFacts
from loan_contracts.values import Source

VERSION: Final = "pboc-4"
PATH: Final = "/pboc/v2/credit-report"
XML_PATH: Final = "/pboc/v2/credit-report.xml"
TIMEOUT_S: Final = 15


class PbocCreditBureau:
    """Implements CreditBureau. `xml`: how the bureau writes its answers; what they say is the same."""

    def __init__(self, line: Line, xml: bool = False) -> None:
        parse = units_of if xml else orjson.loads
        self._line = SourceLine(Source.CREDIT_BUREAU, line, VERSION, shape_of(__package__), parse=parse)

    async def credit_report(self, request: SourceRequest, at: datetime) -> Answer[BureauFacts]:
        """One question; silence and nonsense are answers too."""
        who = request.subject
        return await self._line.ask(
            request,
            at,
            by_name_and_number(request),
            lambda report: read_report_about(report, who.name, who.identity_number),
        )
