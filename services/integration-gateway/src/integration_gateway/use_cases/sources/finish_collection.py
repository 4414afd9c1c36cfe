"""How a collection ends: its facts are told, its sealed answers kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.sources.answer import Collection, KeptAnswer
from integration_gateway.domain.sources.quarantine import Quarantined
from integration_gateway.domain.sources.request import Collect
from integration_gateway.use_cases.sources.ports import CollectionRow, Found, UnitOfWork
from loan_contracts.assessment import ExternalDataCollected


@dataclass(frozen=True, slots=True)
class FinishCollection:
    """All sources have answered or are recorded as silent; `raw` is their text, sealed, `subject` the keyed hash of who
    was asked about, `unread` what came that could not be read."""

    item: WorkItem[Collect]
    found: Collection
    raw: str
    subject: str | None = None
    unread: Sequence[Quarantined] = ()

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {source.value: answer.status.value for source, answer in self.found.answers.items()}

    def tell(self, uow: UnitOfWork, now: datetime) -> None:
        """Keeps the facts and the sealed answers, and tells the facts."""
        work, facts = self.item.work, self.found.facts()
        uow.collections.append(
            CollectionRow(
                request_id=self.item.id,
                application_id=work.application_id,
                customer_id=work.customer_id,
                purpose_code=work.purpose_code,
                collected_at=now,
                found=Found(facts, [KeptAnswer.of(each) for each in self.found.answers.values()], self.subject),
                raw=self.raw,
                report_at=self.found.report_at(),
            )
        )
        for answer in self.unread:
            uow.quarantined_answers.add(answer)
        uow.emit(
            ExternalDataCollected(
                application_id=work.application_id, request_id=self.item.id, case_id=work.case_id, facts=facts
            )
        )
