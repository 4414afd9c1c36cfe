"""The courts' public register of enforcement as a Courts port."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import uuid5

from integration_gateway.clients.outbound import Line
from integration_gateway.clients.sources.courts.wire import read_court_records
from integration_gateway.clients.sources.shapes import shape_of
from integration_gateway.clients.sources.source_line import (
    SourceLine,
    by_name_and_number,
    by_organisation,
    courts_together,
)
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import CourtFacts
from loan_contracts.values import Source

VERSION: Final = "courts-1"
PATH: Final = "/courts/v1/records"
TIMEOUT_S: Final = 8


class EnforcementRegister:
    """Implements Courts."""

    def __init__(self, line: Line) -> None:
        self._line = SourceLine(Source.COURT, line, VERSION, shape_of(__package__))

    async def court_records(self, request: SourceRequest, at: datetime) -> Answer[CourtFacts]:
        """What the register has about the person, and about the business where he borrows for one (domain.md §7.6).

        Each is a question of its own with its own id; silence and nonsense are answers too.
        """
        person = self._line.ask(request, at, by_name_and_number(request), read_court_records)
        code = request.subject.organisation_code
        if code is None:
            return await person
        own = replace(request, request_id=uuid5(request.request_id, code))
        business = self._line.ask(own, at, by_organisation(own), read_court_records)
        return courts_together(*await asyncio.gather(person, business))
