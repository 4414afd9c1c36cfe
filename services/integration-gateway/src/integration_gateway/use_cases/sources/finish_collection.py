"""How a collection ends: its facts are told, its sealed answers kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.sources.answer import Collection, KeptAnswer
from integration_gateway.domain.sources.request import Collect
from integration_gateway.use_cases.sources.ports import CollectionRow, Found, UnitOfWork
from loan_contracts.assessment import ExternalDataCollected


@dataclass(frozen=True, slots=True)
class FinishCollection:
    """All sources have answered or are recorded as silent; `raw` is their text, sealed."""

    item: WorkItem[Collect]
    found: Collection
    raw: str

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
                found=Found(facts, [KeptAnswer.of(answer) for answer in self.found.answers.values()]),
                raw=self.raw,
                report_at=self.found.report_at(),
            )
        )
        uow.emit(
            ExternalDataCollected(
                application_id=work.application_id, request_id=self.item.id, case_id=work.case_id, facts=facts
            )
        )
