"""Stored rows: what was written yesterday is read today, and nothing moves on its way through a table."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import Removal, WatchEntry, WatchKind, WatchStatus
from antifraud_svc.persistence.tables import SCREENINGS, WATCH_ENTRIES
from loan_contracts.assessment import FraudOutcome
from loan_contracts.values import Reason
from loan_servicekit.core import Aggregate
from loan_servicekit.db.tables import Table
from loan_servicekit.testing.tables import repeated, restored, state, stored

SCREENED = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
PROPOSED, REMOVED = datetime(2026, 12, 2, 9, 0, tzinfo=UTC), datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
SCREENING = Screening(
    id=UUID(int=1),
    application_id=UUID(int=2),
    outcome=FraudOutcome.REVIEW,
    reasons=[Reason(code="F-03", detail="device_id_cnt_30d: persons on this device in 30 days", value="2", limit="3")],
    features={"device_id_cnt_30d": 2, "card_id_cnt": 1},
    rules_version="antifraud-2026.12",
    screened_at=SCREENED,
)
ENTRY = WatchEntry(
    id=UUID(int=3),
    kind=WatchKind.DEVICE,
    token="d0",
    reason="confirmed identity fraud",
    status=WatchStatus.ACTIVE,
    proposed_by="ann",
    confirmed_by="bob",
    proposed_at=PROPOSED,
    application_id=UUID(int=4),
    removal=Removal("cyd", "mistaken for another person", REMOVED),
    removed_by="dan",
)
ROWS: list[tuple[Table[Any], Aggregate, dict[str, Any]]] = [
    (
        SCREENINGS,
        SCREENING,
        {
            "id": "00000000-0000-0000-0000-000000000001",
            "application_id": "00000000-0000-0000-0000-000000000002",
            "outcome": "REVIEW",
            "reasons": [
                {
                    "code": "F-03",
                    "detail": "device_id_cnt_30d: persons on this device in 30 days",
                    "value": "2",
                    "limit": "3",
                }
            ],
            "features": {"device_id_cnt_30d": 2, "card_id_cnt": 1},
            "rules_version": "antifraud-2026.12",
            "screened_at": "2026-12-01T08:30:00+00:00",
            "version": 0,
            "sequence": 0,
        },
    ),
    (
        WATCH_ENTRIES,
        ENTRY,
        {
            "id": "00000000-0000-0000-0000-000000000003",
            "kind": "DEVICE",
            "token": "d0",
            "reason": "confirmed identity fraud",
            "status": "ACTIVE",
            "proposed_by": "ann",
            "confirmed_by": "bob",
            "proposed_at": "2026-12-02T09:00:00+00:00",
            "application_id": "00000000-0000-0000-0000-000000000004",
            "removal": {
                "proposed_by": "cyd",
                "reason": "mistaken for another person",
                "proposed_at": "2026-12-03T10:00:00Z",
            },
            "removed_by": "dan",
            "version": 0,
            "sequence": 0,
        },
    ),
]


@pytest.mark.parametrize(("table", "aggregate", "row"), ROWS, ids=["screenings", "watch_entries"])
def test_a_row_of_today_is_read_by_tomorrows_code_and_written_the_same(
    table: Table[Any], aggregate: Aggregate, row: dict[str, Any]
) -> None:
    assert repeated(row | {"version": None, "sequence": None}) == {}, "values tell columns apart"
    assert state(restored(table, row)) == state(aggregate)
    assert stored(table, aggregate) == row


def test_a_reason_without_figures_and_an_entry_without_its_removal_are_read() -> None:
    reasons = [{"code": "F-34", "detail": "court_dishonest"}]
    assert restored(SCREENINGS, ROWS[0][2] | {"reasons": reasons}).reasons == [
        Reason(code="F-34", detail="court_dishonest")
    ]
    assert restored(WATCH_ENTRIES, ROWS[1][2] | {"removal": None, "application_id": None}).removal is None
