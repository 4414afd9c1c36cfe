"""How applications are offered: at a steady rate, and never more at once than is said."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from loan_replay.api import Refused
from loan_replay.channel import Applicant
from loan_replay.journeys import Journey, Replay, Stage

NOW = datetime(2026, 1, 15, 9, tzinfo=UTC)


class Front:
    """A front end whose applications are declined so many seconds after they were sent."""

    def __init__(self, decided_after_s: float) -> None:
        self.sent: dict[str, float] = {}
        self.most_at_once = 0
        self._after_s = decided_after_s

    def _open(self) -> list[str]:
        return [id for id, at in self.sent.items() if time.monotonic() - at < self._after_s]

    async def apply(self, who: Applicant, customer_id: str) -> dict[str, Any]:
        id = str(UUID(int=who.row))
        self.sent[id] = time.monotonic()
        self.most_at_once = max(self.most_at_once, len(self._open()))
        return {"id": id, "application_no": id}

    async def offers(self) -> list[dict[str, Any]]:
        return []

    async def statuses(self, ids: list[str]) -> dict[str, dict[str, Any]]:
        told = {
            "status": "DECLINED",
            "contract_status": None,
            "submitted_at": NOW.isoformat(),
            "decided_at": NOW.isoformat(),
        }
        return {id: told for id in ids if id not in self._open()}


class Silent(Front):
    """A front end that is not allowed to see offers."""

    async def offers(self) -> list[dict[str, Any]]:
        raise Refused(403, {"code": "forbidden"})


def journeys(count: int) -> list[Journey]:
    return [Journey(Applicant(row, {}, {})) for row in range(count)]


async def test_applications_are_offered_one_after_the_other_at_the_rate_that_is_told() -> None:
    front = Front(decided_after_s=0)
    await Replay(front, poll_s=0.01).play(journeys(20), per_second=40)  # type: ignore[arg-type]
    times = list(front.sent.values())
    assert times[-1] - times[0] > 0.45
    assert times[9] - times[0] > 0.2  # no burst at the beginning


async def test_never_more_are_under_way_than_is_told_whatever_the_rate() -> None:
    front = Front(decided_after_s=0.2)
    played = journeys(12)
    await Replay(front, poll_s=0.01).play(played, per_second=1000, under_way=4)  # type: ignore[arg-type]
    assert front.most_at_once <= 4
    assert {journey.stage for journey in played} == {Stage.DECLINED}


async def test_a_system_that_refuses_to_be_followed_ends_the_play() -> None:
    async with asyncio.timeout(60):
        with pytest.raises(Refused, match="403 forbidden"):
            await Replay(Silent(60), poll_s=0.01).play(journeys(5), under_way=2)  # type: ignore[arg-type]
