"""What becomes of a message, by the outcome of its handling (docs/decisions/0006)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from loan_servicekit.core import Conflict, Forbidden, Invalid, NotFound, Unavailable
from loan_servicekit.db.transactor import DUPLICATE
from loan_servicekit.db.upkeep.dead_letters import Record
from loan_servicekit.kafka.judging import judge

NOW = datetime(2026, 3, 2, tzinfo=UTC)
RECORD = Record(topic="t", partition=0, offset=7, headers=[], value=b"{}")


@pytest.mark.parametrize(
    ("outcome", "attempts", "fate", "state", "after_s"),
    [
        (object(), 0, "done", None, None),
        (DUPLICATE, 0, "duplicate", None, None),
        (Conflict("c", ""), 0, "refused", None, None),
        (Invalid("i", ""), 3, "refused", None, None),
        (Forbidden("f", ""), 0, "dead", "DEAD", None),
        (NotFound("n", ""), 0, "retried", "RETRYING", 0.2),
        (NotFound("n", ""), 6, "retried", "RETRYING", 30),
        (NotFound("n", ""), 7, "dead", "DEAD", None),
        (Unavailable("u", ""), 0, "retried", "RETRYING", 0.2),
        (Unavailable("u", ""), 1000, "retried", "RETRYING", 30),
        (ZeroDivisionError(), 0, "retried", "RETRYING", 0.2),
        (ZeroDivisionError(), 1, "retried", "RETRYING", 0.5),
        (ZeroDivisionError(), 2, "dead", "DEAD", None),
    ],
)
def test_the_fate_of_a_message(
    outcome: Any, attempts: int, fate: str, state: str | None, after_s: float | None
) -> None:
    found, letter = judge(RECORD, outcome, attempts, NOW)
    assert found == fate
    assert (letter.state if letter else None) == state
    assert (letter.retry_at if letter else None) == (NOW + timedelta(seconds=after_s) if after_s else None)
