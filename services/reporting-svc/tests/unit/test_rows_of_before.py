"""A row of `application_progress` as the code before rows by name has written it, made of the samples of six messages:
today's code makes the same row of the same messages."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson

from loan_contracts.envelope import Envelope
from loan_contracts.messages import MESSAGES
from loan_servicekit.testing.tables import repeated
from reporting_svc.domain.observation import Observation
from reporting_svc.domain.projections.funnel.progress import STEPS, progress_of
from reporting_svc.persistence.columns import PROGRESS

BEFORE = Path(__file__).parent / "before"
SAMPLES = Path(__file__).parents[4] / "libs" / "contracts" / "samples"
ORDER = (
    "loan.disbursed",
    "application.withdrawn",
    "decision.made",
    "application.submitted",
    "contract.signed",
    "offer.made",
)
APPLICATION = UUID("019bd906-1280-798f-a429-4925d566d08d")


def heard(number: int, type: str) -> Observation:
    message = MESSAGES[type].from_json((SAMPLES / f"{type}.json").read_bytes())
    message = message.model_copy(update={"application_id": APPLICATION})
    envelope = Envelope(
        id=UUID(int=number + 1), type=type, source="a-service", time=datetime(2026, 1, 20, 7, number, tzinfo=UTC),
        subject=message.key, dataschema=message.dataschema(), correlation_id=message.key,
    )  # fmt: skip
    return Observation(message, envelope, message.to_json())


def test_the_same_messages_make_the_row_that_they_made_before() -> None:
    before: dict[str, Any] = json.loads((BEFORE / "application_progress.json").read_text())
    ((application_id, told),) = progress_of(map(heard, range(len(ORDER)), ORDER)).items()
    row = dict(zip(PROGRESS, (application_id, *map(told.get, STEPS)), strict=True))
    assert {column: orjson.loads(orjson.dumps(row[column])) for column in before} == before
    assert repeated(before) == {}
