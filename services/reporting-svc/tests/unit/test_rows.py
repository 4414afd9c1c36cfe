"""Rows find their columns: what is declared of a table is what its records hold, in the same order."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from reporting_svc.domain.evidence.chain import Entry, digest
from reporting_svc.domain.projections.funnel.progress import STEPS
from reporting_svc.domain.traces.span import Span
from reporting_svc.persistence.columns import ENTRY, PROGRESS, SPAN
from reporting_svc.persistence.projections.registry import PROJECTIONS

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
# Rows as they are stored, by column. The evidence chain is for ever: what was written must be read in the same places.
STORED_ENTRY = {
    "seq": 7,
    "message_id": UUID(int=0xA1),
    "type": "decision.made",
    "subject": "the-subject",
    "application_id": UUID(int=0xA2),
    "source": "workflow-svc",
    "actor": "the-actor",
    "occurred_at": AT,
    "correlation_id": "the-correlation",
    "causation_id": "the-cause",
    "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
    "figures": '{"outcome":"APPROVED"}',
    "payload_hash": bytes([1]) * 32,
    "prev_hash": bytes([2]) * 32,
    "hash": bytes([3]) * 32,
}
STORED_SPAN = {
    "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
    "span_id": "00f067aa0ba902b7",
    "parent_id": "53995c3f42cd8ad8",
    "service": "risk-svc",
    "name": "handle risk-assessment.requested",
    "kind": "CONSUMER",
    "started_at": AT,
    "ended_at": AT.replace(second=1),
    "status": "OK",
    "attributes": {"batch.size": 3},
}
SOURCES = Path(__file__).parents[2] / "src" / "reporting_svc"


def test_records_have_the_columns_of_their_tables_in_their_order() -> None:
    """They travel in arrays, one a column, and the hash of an entry is made of them in this order."""
    assert tuple(ENTRY) == Entry._fields
    assert tuple(SPAN) == Span._fields
    assert tuple(PROGRESS) == ("application_id", *STEPS)


def test_a_stored_entry_is_read_in_its_places_and_has_the_hash_that_its_definition_says() -> None:
    """The definition is written out here apart from the code: one JSON array of the row in the order of its columns."""
    entry = Entry._make(STORED_ENTRY[column] for column in ENTRY)
    assert entry._asdict() == STORED_ENTRY
    array = [
        7, "00000000-0000-0000-0000-0000000000a1", "decision.made", "the-subject",
        "00000000-0000-0000-0000-0000000000a2", "workflow-svc", "the-actor", "2026-11-23T09:30:00+00:00",
        "the-correlation", "the-cause", "4bf92f3577b34da6a3ce929d0e0e4736", '{"outcome":"APPROVED"}', "01" * 32, "02" * 32,
    ]  # fmt: skip
    assert digest(entry) == hashlib.sha256(json.dumps(array, separators=(",", ":")).encode()).digest()


def test_a_stored_span_is_read_in_its_places() -> None:
    assert Span._make(STORED_SPAN[column] for column in SPAN)._asdict() == STORED_SPAN


def test_every_projection_stands_in_the_registry_under_the_name_of_its_rooms() -> None:
    names = {projection.name for projection in PROJECTIONS}
    for layer in ("domain", "persistence", "api"):
        rooms = {path.parent.name for path in (SOURCES / layer / "projections").glob("*/__init__.py")}
        assert rooms == names, layer
