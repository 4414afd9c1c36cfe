"""Asks the sources of an application."""

from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from integration_gateway.domain.customers.subject import CustomerIdentity, Subject
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.domain.sources.answer import Access, Answer, Collection
from integration_gateway.domain.sources.quarantine import Quarantined
from integration_gateway.domain.sources.request import Collect, SourceRequest
from integration_gateway.use_cases.providers.ledger import REUSED, Ledger
from integration_gateway.use_cases.sources.finish_collection import FinishCollection
from integration_gateway.use_cases.sources.keeping import EarlierAnswers, Seals
from integration_gateway.use_cases.sources.ports import OutsideData
from loan_contracts.facts import BureauFacts
from loan_contracts.values import Source
from loan_servicekit.core import Clock, new_id


@dataclass(frozen=True, slots=True)
class Reusing:
    """Earlier answers, for how long each may serve again, and the count of those that do."""

    earlier: EarlierAnswers
    policies: Policies
    ledger: Ledger

    async def answers(self, work: Collect, request: SourceRequest, at: datetime) -> Mapping[Source, Answer[object]]:
        """Those that stand again, by source. To use one again needs the consent as much as to ask for it does
        (domain.md R-7.1, R-7.2), and it must be about the same person as he is known now."""
        ids = work.earlier or ((work.report_of,) if work.report_of else ())
        wanted = {source for source in work.sources if self._may_be_reused(source, request, at)}
        if not ids or not wanted:
            return {}
        found = await self.earlier.answers(ids, wanted, request.subject)
        return {
            source: self._again(answer, request, at) for source, answer in found.items() if self._reusable(answer, at)
        }

    def _may_be_reused(self, source: Source, request: SourceRequest, at: datetime) -> bool:
        policies = self.policies.of(source.value.lower()).values()
        return any(each.reuse_hours for each in policies) and request.consent_for(source, at) is not None

    def _reusable(self, answer: Answer[object], at: datetime) -> bool:
        policies = self.policies.of(answer.source.value.lower())
        policy = policies.get(answer.provider) or next(iter(policies.values()))
        if not answer.reusable(at, timedelta(hours=policy.reuse_hours or 0)):
            return False
        # What was read before there was a count of unknown codes tells nothing of bad debts: the bureau is asked anew.
        return not isinstance(answer.facts, BureauFacts) or answer.facts.unknown_codes is not None

    def _again(self, answer: Answer[object], request: SourceRequest, at: datetime) -> Answer[object]:
        capability = answer.source.value.lower()
        self.ledger.of(capability, answer.provider).reused += 1
        REUSED.labels(capability, Access.REUSED.value).inc()
        consent = request.consent_for(answer.source, at)
        return replace(answer, access=Access.REUSED, consent_id=consent.consent_id if consent else None)


@dataclass(frozen=True, slots=True)
class Collecting:
    """The sources, earlier answers, the seals of what they say, and the clock."""

    sources: OutsideData
    reusing: Reusing
    seals: Seals
    clock: Clock

    async def collect(self, item: WorkItem[Collect], customer: CustomerIdentity) -> FinishCollection:
        """All sources at once; silence is an answer, so one attempt is enough."""
        work, at = item.work, self.clock()
        request = SourceRequest(
            request_id=item.id,
            biz_no=str(work.application_id),
            subject=_asked_about(work, customer),
            consents=customer.consents,
            purpose_code=work.purpose_code,
            product_code=work.product_code,
        )
        again = await self.reusing.answers(work, request, at)
        found = await self.sources.collect(request, _others(work.sources, again), at)
        found = replace(found, answers={**found.answers, **again})
        return FinishCollection(
            item,
            found,
            self.seals.collection(item.id, found),
            self.seals.subject(request.subject),
            self._unread(item, found, at),
        )

    def _unread(self, item: WorkItem[Collect], found: Collection, at: datetime) -> Sequence[Quarantined]:
        """What came that could not be read, each sealed under an id of its own."""
        kept = []
        for source, answer in found.answers.items():
            for unread in answer.unread:
                id = new_id()
                kept.append(Quarantined.of(id, item, source, unread, self.seals.unread(id, unread.text), at))
        return kept


def _asked_about(work: Collect, customer: CustomerIdentity) -> Subject:
    """Who borrows as a consumer is not asked about by his business."""
    return customer.subject if work.about_a_business else replace(customer.subject, organisation_code=None)


def _others(sources: Sequence[Source], known: Some[Source]) -> list[Source]:
    return [source for source in dict.fromkeys(sources) if source not in known]
