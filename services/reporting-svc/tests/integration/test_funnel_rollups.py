"""The roll-ups of the funnel are what counting every application anew would give, however messages come."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from math import ceil
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from loan_servicekit.testing import Harness
from reporting_svc.persistence.projections.funnel.queries import FunnelRanks

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
OUTCOMES = ("APPROVED", "CONDITIONAL", "DECLINED")
DAY = {"from": "2026-11-23", "to": "2026-11-23"}


def cut(ms: int) -> int:
    """To three digits."""
    unit = 10 ** max(len(str(ms)) - 3, 0)
    return ms - ms % unit


def ranks(times: Sequence[int]) -> dict[str, int | None]:
    """Percentiles by nearest rank, as the statistics' books have them."""
    ordered = sorted(map(cut, times))
    found = {f"p{p}": ordered[ceil(p / 100 * len(ordered)) - 1] if ordered else None for p in (50, 99)}
    return {"count": len(ordered), **found}


class Story:
    """One application: what is said of it, and what should be counted."""

    def __init__(self, dice: random.Random, first: datetime, days: int) -> None:
        self.id, self.product = uuid4(), dice.choice("AB")
        self.submitted = first + timedelta(days=dice.randrange(days), milliseconds=dice.randrange(86_400_000))
        self.heard = dice.random() < 0.9  # a submission that never comes counts nothing
        self.decisions = [
            (self._later(dice), dice.choice(OUTCOMES), dice.random() < 0.7) for _ in range(dice.choice((0, 1, 1, 1, 2)))
        ]
        self.decisions = [(at, outcome, auto and n == 0) for n, (at, outcome, auto) in enumerate(self.decisions)]
        self.disbursed = self._later(dice) if dice.random() < 0.5 else None
        self.withdrawn = self._later(dice) if dice.random() < 0.1 else None

    def _later(self, dice: random.Random) -> datetime:
        return self.submitted + timedelta(milliseconds=int(10 ** dice.uniform(-1, 8)) - 1)

    def records(self, bus: Any) -> list[Any]:
        told = []
        if self.heard:
            told.append(bus.record("application.submitted", self.submitted, application_id=self.id,
                                   submitted_at=self.submitted, product_code=self.product))  # fmt: skip
        before = None
        for number, (at, outcome, automatic) in enumerate(self.decisions):
            decision = uuid4()
            told.append(bus.record("decision.made", at, application_id=self.id, decided_at=at, outcome=outcome,
                                   automatic=automatic, sequence=5 + number, decision_id=decision, supersedes=before))  # fmt: skip
            before = decision
        if self.disbursed:
            told.append(
                bus.record("loan.disbursed", self.disbursed, application_id=self.id, disbursed_at=self.disbursed)
            )
        if self.withdrawn:
            told.append(
                bus.record("application.withdrawn", self.withdrawn, application_id=self.id, withdrawn_at=self.withdrawn)
            )
        return told

    @property
    def day(self) -> date:
        return self.submitted.astimezone(SHANGHAI).date()


def ms(begin: datetime, end: datetime) -> int:
    return max(0, round((end - begin) / timedelta(milliseconds=1)))


def expected(stories: Sequence[Story]) -> dict[str, Any]:
    last = [(s, *s.decisions[-1]) for s in stories if s.decisions]
    return {
        "submitted": len(stories),
        "decided": len(last),
        "outcomes": [
            {
                "outcome": outcome,
                "automatic": sum(o == outcome and auto for _, _, o, auto in last),
                "manual": sum(o == outcome and not auto for _, _, o, auto in last),
            }
            for outcome in OUTCOMES
        ],
        "offered": 0,
        "signed": 0,
        "disbursed": sum(s.disbursed is not None for s in stories),
        "withdrawn": sum(s.withdrawn is not None for s in stories),
        "decision_ms": ranks([ms(s.submitted, at) for s, at, _, _ in last]),
        "automatic_decision_ms": ranks([ms(s.submitted, at) for s, at, _, auto in last if auto]),
        "money_ms": ranks([ms(s.submitted, s.disbursed) for s in stories if s.disbursed]),
    }


@pytest.mark.parametrize("seed", range(3))
async def test_messages_in_any_order_twice_and_late_give_what_counting_anew_gives(
    bus: Any, harness: Harness, seed: int
) -> None:
    dice = random.Random(seed)
    stories = [Story(dice, datetime(2026, 8, 20, tzinfo=UTC), 100) for _ in range(150)]
    records = [record for story in stories for record in story.records(bus)]
    dice.shuffle(records)
    settled = FunnelRanks(harness.service.engine)
    while records:
        size = dice.randrange(1, 60)
        batch, records = records[:size], records[size:]
        await bus.tell(*batch)
        if dice.random() < 0.3:
            await settled.settle()
    counted = [s for s in stories if s.heard]
    for first, last, product in (
        (date(2026, 8, 1), date(2026, 12, 31), None),
        (date(2026, 9, 1), date(2026, 9, 30), "A"),
        (date(2026, 9, 17), date(2026, 11, 5), "B"),
        (date(2026, 9, 17), date(2026, 9, 20), None),
    ):
        query = {"from": first.isoformat(), "to": last.isoformat(), **({"product": product} if product else {})}
        within = [s for s in counted if first <= s.day <= last and product in (None, s.product)]
        for _ in range(2):  # with percentiles that are made when asked, and with kept ones
            answer = await bus.get("/v1/funnel", "management", **query)
            assert answer["total"] == expected(within), query
            days = {(d.pop("day"), d.pop("product_code")): d for d in answer["days"]}
            assert set(days) == {(s.day.isoformat(), s.product) for s in within}
            for (day, code), found in days.items():
                assert found == expected([s for s in within if (s.day.isoformat(), s.product) == (day, code)]), day
            await settled.settle()
    assert await settled.settle() == 0


async def test_a_part_of_a_day_is_counted_from_its_own_applications(bus: Any, harness: Harness) -> None:
    dice = random.Random(7)
    stories = [Story(dice, datetime(2026, 11, 20, tzinfo=UTC), 5) for _ in range(80)]
    await bus.tell(*(record for story in stories for record in story.records(bus)))
    for since in ("2026-11-22T09:30:00Z", "2026-11-21T16:00:00Z", "2026-11-20T00:00:00.001Z", "2026-12-31T00:00:00Z"):
        answer = await bus.get("/v1/funnel", "management", **{"from": "2026-11-21", "to": "2026-11-24"}, since=since)
        within = [
            s for s in stories if s.heard and date(2026, 11, 21) <= s.day <= date(2026, 11, 24)
            and s.submitted >= datetime.fromisoformat(since)
        ]  # fmt: skip
        assert answer["total"] == expected(within), since


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_of_a_decision_that_a_review_has_revised_the_one_that_stands_counts(bus: Any, order: Any) -> None:
    application, first, second = UUID(int=1), uuid4(), uuid4()
    await bus.tell(*bus.loan(application, NOON))
    later = NOON + timedelta(hours=3)
    decisions = (
        bus.record("decision.made", NOON, application_id=application, outcome="DECLINED", automatic=True,
                   decided_at=NOON + timedelta(seconds=1), decision_id=first, sequence=10),
        bus.record("decision.made", later, application_id=application, outcome="APPROVED", automatic=False,
                   decided_at=later, decision_id=second, sequence=14, supersedes=first),
    )  # fmt: skip
    for place in order:
        await bus.tell(decisions[place])
    total = (await bus.get("/v1/funnel", "management", **DAY))["total"]
    assert [(o["automatic"], o["manual"]) for o in total["outcomes"]] == [(0, 1), (0, 0), (0, 0)]
    assert total["decision_ms"] == {"count": 1, "p50": 10_800_000, "p99": 10_800_000}
    assert total["automatic_decision_ms"] == {"count": 0, "p50": None, "p99": None}
