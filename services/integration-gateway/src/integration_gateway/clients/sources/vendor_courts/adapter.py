"""The courts' lists as vendors sell them, as a Courts port: persons by one vendor, businesses by another."""

import asyncio
from datetime import datetime
from typing import Final

from integration_gateway.clients.qichacha.envelope import Qichacha
from integration_gateway.clients.sources.registers import fen_told
from integration_gateway.clients.sources.source_line import Asked, Told, courts_together
from integration_gateway.clients.sources.vendor_courts.persons import PersonCourts
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import CourtFacts
from loan_contracts.values import Source, SourceStatus

VERSION: Final = "qichacha-courts-1"


class VendorCourts:
    """Implements Courts."""

    def __init__(self, persons: PersonCourts, qichacha: Qichacha) -> None:
        self._persons, self._qichacha, self._asked = persons, qichacha, Asked(Source.COURT, VERSION)

    async def court_records(self, request: SourceRequest, at: datetime) -> Answer[CourtFacts]:
        """What the lists have about the person, and about the business where he borrows for one (domain.md §7.6)."""
        person, code = self._persons.records(request, at), request.subject.organisation_code
        if code is None:
            return await person
        business = self._asked.ask(request, at, lambda: self._business(code))
        return courts_together(*await asyncio.gather(person, business))

    async def _business(self, code: str) -> Told[CourtFacts]:
        row = self._qichacha.row
        firsts = (row.dishonest, row.enforcement, row.spending_restricted)
        paths = (*firsts, row.enforcement_ended, row.judgments)
        lists = await asyncio.gather(*(self._qichacha.listed(path, code) for path in paths))
        dishonest, enforcement, restricted, ended, judgments = lists
        facts = CourtFacts(
            dishonest=len(dishonest.items),
            enforcement=len(enforcement.items),
            spending_restricted=len(restricted.items),
            enforcement_ended=len(ended.items),
            judgments=len(judgments.items),
            enforcement_amount_minor=sum(fen_told(each["Biaodi"]) for each in enforcement.items),
        )
        raw = [text for entries in lists for text in entries.raw]
        return Told(SourceStatus.HIT, b"[" + b",".join(raw) + b"]", facts, code="status200", charged=True)
