"""How many came how far, and how fast."""

from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any
from uuid import uuid4

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
DAY = {"from": "2026-11-23", "to": "2026-11-23"}


async def test_percentiles_are_those_of_known_numbers(bus: Any) -> None:
    # 10, 20 ... 1000 ms to the decision, 100, 200 ... 10000 ms to the money
    loans = [bus.loan(uuid4(), NOON, decided=10 * n, signed=20 * n, disbursed=100 * n) for n in range(1, 101)]
    await bus.tell(*chain.from_iterable(loans))
    total = (await bus.get("/v1/funnel", "operations", **DAY))["total"]
    assert total["decision_ms"] == {"count": 100, "p50": 500, "p99": 990}
    assert total["money_ms"] == {"count": 100, "p50": 5000, "p99": 9900}
    assert total["automatic_decision_ms"] == total["decision_ms"]
    assert (total["submitted"], total["decided"], total["signed"], total["disbursed"]) == (100, 100, 100, 100)


async def test_an_application_counts_once_at_each_step_that_it_reached(bus: Any) -> None:
    approved, declined, withdrawn, open_ = (uuid4() for _ in range(4))
    await bus.tell(*bus.loan(approved, NOON, decided=100, offered=110, signed=120, disbursed=400),
                   *bus.loan(declined, NOON), *bus.loan(withdrawn, NOON), *bus.loan(open_, NOON))  # fmt: skip
    at = NOON + timedelta(hours=2)
    await bus.tell(
        bus.record(
            "decision.made", at, application_id=declined, outcome="DECLINED", automatic=False, decided_at=at
        ),  # by a person
        bus.record("application.withdrawn", at, application_id=withdrawn, withdrawn_at=at),
        bus.record("decision.made", at, application_id=approved, outcome="DECLINED", decided_at=at),  # too late
        bus.record("decision.made", at, application_id=uuid4(), decided_at=at),  # its submission has not arrived yet
    )
    answer = await bus.get("/v1/funnel", "management", **DAY)
    total = answer["total"]
    assert {k: total[k] for k in ("submitted", "decided", "offered", "signed", "disbursed", "withdrawn")} == {
        "submitted": 4, "decided": 2, "offered": 1, "signed": 1, "disbursed": 1, "withdrawn": 1}  # fmt: skip
    assert total["outcomes"] == [
        {"outcome": "APPROVED", "automatic": 1, "manual": 0},
        {"outcome": "CONDITIONAL", "automatic": 0, "manual": 0},
        {"outcome": "DECLINED", "automatic": 0, "manual": 1},
    ]
    assert total["automatic_decision_ms"] == {"count": 1, "p50": 100, "p99": 100}
    assert total["decision_ms"] == {"count": 2, "p50": 100, "p99": 7_200_000}
    assert [d["submitted"] for d in answer["days"]] == [4]


async def test_a_day_is_a_calendar_day_in_shanghai_and_products_are_counted_apart(bus: Any) -> None:
    late = datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC)  # 23:59:59 on the 22nd in Shanghai
    for at, product in ((late, "A"), (late + timedelta(seconds=1), "A"), (NOON, "B"), (NOON, "B")):
        await bus.tell(
            bus.record("application.submitted", at, application_id=uuid4(), submitted_at=at, product_code=product)
        )
    both = await bus.get("/v1/funnel", "auditor", **{"from": "2026-11-22", "to": "2026-11-23"})
    assert [(d["day"], d["product_code"], d["submitted"]) for d in both["days"]] == [
        ("2026-11-22", "A", 1), ("2026-11-23", "A", 1), ("2026-11-23", "B", 2)]  # fmt: skip
    assert both["total"]["submitted"] == 4
    assert (await bus.get("/v1/funnel", "auditor", **DAY))["total"]["submitted"] == 3
    one = await bus.get("/v1/funnel", "auditor", product="B", **DAY)
    assert (one["total"]["submitted"], len(one["days"])) == (2, 1)
    since = await bus.get("/v1/funnel", "auditor", since="2026-11-23T12:00:00+08:00", **DAY)
    assert since["total"]["submitted"] == 2
    none = await bus.get("/v1/funnel", "auditor", since="9999-12-31T23:59:59-08:00", **DAY)
    assert (none["total"]["submitted"], none["days"], none["total"]["money_ms"]) == (
        0,
        [],
        {"count": 0, "p50": None, "p99": None},
    )


async def test_without_days_the_last_thirty_are_counted(bus: Any) -> None:
    today = bus.harness.service.clock()
    await bus.tell(*bus.loan(uuid4(), today, decided=5), *bus.loan(uuid4(), today - timedelta(days=31)))
    answer = await bus.get("/v1/funnel", "operations")
    assert answer["total"]["submitted"] == 1


async def test_a_range_that_makes_no_sense_is_refused_in_words(bus: Any) -> None:
    for query in (
        {"from": "2026-11-24", "to": "2026-11-23"}, {"from": "2020-01-01", "to": "2026-11-23"},
        {"from": "0001-01-01", "to": "0001-01-02"}, {"to": "9999-12-31"}, {"to": "0001-01-01"},
    ):  # fmt: skip
        assert (await bus.get("/v1/funnel", "operations", expect=422, **query))["code"] == "range-invalid", query
    for query in ({"from": "yesterday"}, {"since": "2026-11-23T12:00:00"}, {"product": "a\0b"}, {"product": ""}):
        assert (await bus.get("/v1/funnel", "operations", expect=422, **query))["code"] == "request-invalid", query
