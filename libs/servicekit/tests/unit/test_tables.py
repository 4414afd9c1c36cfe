"""The row of a proposed parameter change: what was written yesterday is read today."""

from datetime import UTC, date, datetime
from uuid import UUID

from loan_servicekit.core.parameters import ChangeStatus, Confidence, ParameterChange
from loan_servicekit.db.parameters import PARAMETER_CHANGES
from loan_servicekit.testing.tables import repeated, restored, state, stored

CHANGE = ParameterChange(
    id=UUID(int=1),
    code="rate",
    value="20",
    unit="%",
    valid_from=date(2027, 1, 2),
    source="minutes",
    confidence=Confidence.P,
    reason="competition",
    correction=True,
    status=ChangeStatus.APPROVED,
    proposed_by="ann",
    proposed_at=datetime(2027, 1, 3, 4, 5, tzinfo=UTC),
    decided_by="bob",
    decided_at=datetime(2027, 1, 6, 7, 8, tzinfo=UTC),
    decision_reason="agreed",
)
ROW = {
    "id": "00000000-0000-0000-0000-000000000001",
    "code": "rate",
    "value": "20",
    "unit": "%",
    "valid_from": "2027-01-02",
    "source": "minutes",
    "confidence": "P",
    "reason": "competition",
    "correction": True,
    "status": "APPROVED",
    "proposed_by": "ann",
    "proposed_at": "2027-01-03T04:05:00+00:00",
    "decided_by": "bob",
    "decided_at": "2027-01-06T07:08:00+00:00",
    "decision_reason": "agreed",
    "version": 0,
    "sequence": 0,
}


def test_a_row_of_today_is_read_by_tomorrows_code_and_written_the_same() -> None:
    assert repeated(ROW | {"version": None, "sequence": None}) == {}, "values tell columns apart"
    assert state(restored(PARAMETER_CHANGES, ROW)) == state(CHANGE)
    assert stored(PARAMETER_CHANGES, CHANGE) == ROW
