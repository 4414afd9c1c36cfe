"""Asks the sources of an application."""

from dataclasses import dataclass, replace
from datetime import datetime

from integration_gateway.domain.customers.subject import CustomerIdentity
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import Collect, SourceRequest
from integration_gateway.use_cases.sources.finish_collection import FinishCollection
from integration_gateway.use_cases.sources.ports import OutsideData, Reports, Seal
from loan_contracts.facts import BureauFacts
from loan_contracts.values import Source
from loan_servicekit.core import Clock


@dataclass(frozen=True, slots=True)
class Collecting:
    """The sources, earlier reports, the seal of what they say, and the clock."""

    sources: OutsideData
    reports: Reports
    seal: Seal
    clock: Clock

    async def collect(self, item: WorkItem[Collect], customer: CustomerIdentity) -> FinishCollection:
        """All sources at once; silence is an answer, so one attempt is enough."""
        work, at = item.work, self.clock()
        wanted, subject = dict.fromkeys(work.sources), customer.subject
        if not work.about_a_business:  # who borrows as a consumer is not asked about by his business
            subject = replace(subject, organisation_code=None)
        request = SourceRequest(item.id, str(work.application_id), subject, customer.consents, work.purpose_code)
        report = await self._earlier_report(request, work, at)
        if report is not None:
            del wanted[report.source]
        found = await self.sources.collect(request, wanted, at)
        if report is not None:
            found = replace(found, answers={**found.answers, report.source: report})
        return FinishCollection(item, found, self.seal(item.id, found))

    async def _earlier_report(self, request: SourceRequest, work: Collect, at: datetime) -> Answer[BureauFacts] | None:
        """A credit report that may stand again for the same purpose, if one was seen when the work was taken in. To use
        it again needs the consent as much as to ask for it does (domain.md R-7.1, R-7.2)."""
        if work.report_of is None or request.consent_for(Source.CREDIT_BUREAU, at) is None:
            return None
        report = await self.reports.report_of(work.report_of)
        if report is None or report.facts is None or not report.reusable(at):
            return None
        # What was read before there was a count of unknown codes tells nothing of bad debts: the bureau is asked anew.
        return None if report.facts.unknown_codes is None else report
