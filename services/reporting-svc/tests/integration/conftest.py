"""reporting-svc on a database of its own, and messages made from the catalogue's samples."""

import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from loan_contracts.envelope import Envelope
from loan_contracts.message import Message
from loan_contracts.messages import MESSAGES
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import Record, settings_values
from reporting_svc.settings import Settings
from reporting_svc.wiring import build

MIGRATIONS = Path(__file__).parents[2] / "migrations"
SAMPLES = Path(__file__).parents[4] / "libs" / "contracts" / "samples"
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # noon in Shanghai
EVIDENCE_KEYS = f"e1:{base64.b64encode(b'e' * 32).decode()}"
OTLP_TOKEN = "token-of-this-test"
# A second delivery may count as a change of a day that changes nothing.
COUNTS_OF_DAYS = "select to_jsonb(d) - 'changes' - 'settled' from funnel_days d order by day, product_code"


@pytest.fixture
async def harness(databases: Databases) -> AsyncIterator[Harness]:
    """The running service without the bus."""
    async with provisioned(databases, MIGRATIONS) as url:
        harness = await Harness(
            build(Settings(**settings_values(url), evidence_keys=EVIDENCE_KEYS, otlp_token=OTLP_TOKEN), "api")
        ).start()
        yield harness
        await harness.close()


@dataclass
class Bus:
    """What other services say: messages from the samples, at a time, by somebody, because of another message."""

    harness: Harness
    offset: int = 0
    ids: dict[str, UUID] = field(default_factory=dict)

    @staticmethod
    def message(type: str, **changes: Any) -> Message:
        """The sample of a type with some fields changed; checked like one from the wire."""
        sample = MESSAGES[type].from_json((SAMPLES / f"{type}.json").read_bytes())
        return MESSAGES[type].model_validate(sample.model_dump() | changes)

    def record(
        self, type: str, at: datetime = NOON, id: UUID | None = None, source: str = "workflow-svc",
        envelope: dict[str, Any] | None = None, **changes: Any,
    ) -> Record:  # fmt: skip
        """A record as the consumer gets it."""
        message = self.message(type, **changes)
        made = Envelope(**{
            "id": id or uuid4(), "type": type, "source": source, "time": at, "subject": message.key,
            "dataschema": message.dataschema(), "correlation_id": message.key, **(envelope or {}),
        })  # fmt: skip
        self.offset += 1
        return Record(type, 0, self.offset, made.headers(), message.to_json())

    async def tell(self, *records: Record) -> None:
        """Delivers records in one batch, and once more: the second time must change nothing."""
        await self.harness.worker.handle(records)
        before = await self.state()
        await self.harness.worker.handle(records)
        assert await self.state() == before, "a second delivery had an effect"

    async def state(self) -> list[Any]:
        """Everything that messages have left behind."""
        tables = (
            "audit_entries",
            "audit_head",
            "application_progress",
            "dead_letters",
            "funnel_months",
            "funnel_times",
        )
        kept = [await self.harness.rows(f"select * from {table} order by 1, 2") for table in tables]
        return [*kept, await self.harness.rows(COUNTS_OF_DAYS)]

    def loan(self, application: UUID, began: datetime, **steps_ms: int) -> list[Record]:
        """An application that is submitted, and what is named so many milliseconds later; approved by no person."""
        types = {"decided": ("decision.made", "decided_at"), "offered": ("offer.made", None),
                 "signed": ("contract.signed", "signed_at"),
                 "disbursed": ("loan.disbursed", "disbursed_at")}  # fmt: skip
        records = [self.record("application.submitted", began, application_id=application, submitted_at=began)]
        for step, ms in steps_ms.items():
            type, time_field = types[step]
            at = began + timedelta(milliseconds=ms)
            changes: dict[str, Any] = {time_field: at} if time_field else {}
            changes |= {"outcome": "APPROVED", "automatic": True} if step == "decided" else {}
            records.append(self.record(type, at, application_id=application, **changes))
        return records

    async def get(self, path: str, *roles: str, expect: int = 200, **params: Any) -> Any:
        """The answer to a read by a person with these roles."""
        answer = await self.harness.client.get(path, headers=self.harness.signer.headers(*roles), params=params)
        assert answer.status_code == expect, answer.text
        return answer.json()


@pytest.fixture
def bus(harness: Harness) -> Bus:
    """Messages for the service under test."""
    return Bus(harness)
