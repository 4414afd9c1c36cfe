"""What was kept long enough goes, by index and in pieces, and its account stays (domain.md §7.9)."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from parcel import SCHEMA

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core.retention import Keeping, Taking, Unit
from loan_servicekit.db.retention import job as retention_job
from loan_servicekit.db.retention import statements
from loan_servicekit.db.retention.statements import statement
from loan_servicekit.db.retention.tables import TABLES
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values

START = datetime(2026, 6, 30, 4, tzinfo=UTC)
RULE = Keeping(
    record="delivered-post",
    table="post",
    since="delivered_at",
    key="t.id",
    only="not t.registered",
    takes=(Taking("receipts", "x.post_id = due.key"), Taking("post", "x.id = due.key")),
    subjects=("t.customer_id",),
    period=30,
    unit=Unit.DAY,
    least=15,
    most=400,
    source="own policy",
    confidence="P",
    why="a test",
)
LETTER = Keeping(
    record="letter-text",
    table="post",
    since="delivered_at",
    key="t.id",
    takes=(Taking("post", "x.id = due.key", ("letter",)),),
    subjects=("t.customer_id",),
    period=1,
    unit=Unit.YEAR,
    least=1,
    most=30,
    source="own policy",
    confidence="P",
    why="a test",
)
POST = (
    """create table post (
        id int primary key, customer_id uuid not null, registered boolean not null, letter text, delivered_at timestamptz
    )""",
    "create index post_delivered on post (delivered_at)",
    "create table receipts (post_id int not null)",
    "create index receipts_post on receipts (post_id)",
)


class Calendar:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


async def a_process(url: str, calendar: Calendar) -> Harness:
    settings = ServiceSettings(**settings_values(url))
    service = Service("risk-svc", settings, SCHEMA, "worker", calendar, retention=(RULE, LETTER))
    return Harness(service_app(service, [], "Post"))


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
async def harness(database_url: str, calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Harness]:
    """A service that keeps post for thirty days, and letters of registered post for a year; ten rows a piece."""
    monkeypatch.setattr(statements, "AT_ONCE", 10)
    monkeypatch.setattr(retention_job, "AT_ONCE", 10)
    monkeypatch.setattr(retention_job, "PAUSE_S", 0)
    harness = await a_process(database_url, calendar)
    async with harness.service.engine.begin() as connection:
        for sql in (*TABLES, *POST):
            await connection.exec_driver_sql(sql)
        for rule in (RULE, LETTER):
            await connection.exec_driver_sql(
                "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
                " values ($1, $2, $3, '2026-01-01', 'law', 'C1', 'seed')",
                (rule.code, str(rule.period), rule.unit),
            )
    await harness.start()
    yield harness
    await harness.close()


async def deliver(
    harness: Harness, id: int, days_ago: float, registered: bool = False, customer: UUID | None = None
) -> None:
    async with harness.service.engine.begin() as connection:
        row = (id, customer or uuid4(), registered, "dear customer", START - timedelta(days=days_ago))
        await connection.exec_driver_sql("insert into post values ($1, $2, $3, $4, $5)", row)
        await connection.exec_driver_sql("insert into receipts values ($1)", (id,))


async def taken(harness: Harness) -> None:
    [job] = [job for job in harness.service.jobs if job.name == "retention"]
    await job._step()


async def ids(harness: Harness) -> list[int]:
    return [row[0] for row in await harness.rows("select id from post order by id")]


async def get(harness: Harness, path: str, role: str = "auditor") -> Any:
    return await harness.client.get(f"/v1/admin/{path}", headers=harness.signer.headers(role))


async def runs(harness: Harness, record: str) -> list[Any]:
    items: list[Any] = (await get(harness, f"retention/runs?record={record}")).json()["items"]
    return items


async def test_what_is_due_goes_with_what_belongs_to_it_and_is_accounted_for(harness: Harness) -> None:
    for n in range(25):
        await deliver(harness, n, days_ago=31 + n / 100)
    await deliver(harness, 100, days_ago=29)
    await deliver(harness, 101, days_ago=50, registered=True)
    await taken(harness)
    assert await ids(harness) == [100, 101]
    assert await harness.rows("select post_id from receipts order by 1") == [(100,), (101,)]
    [run] = await runs(harness, "delivered-post")
    assert run["taken"] == {"receipts": 25, "post": 25}
    assert (run["rule"], run["period"], run["unit"], run["valid_from"]) == (
        "retention.delivered-post", 30, "day", "2026-01-01",
    )  # fmt: skip
    assert datetime.fromisoformat(run["first_at"]) == START - timedelta(days=31.24)
    assert datetime.fromisoformat(run["last_at"]) == START - timedelta(days=31)
    assert run["cutoff"] == "2026-05-30T16:00:00Z"  # the beginning of 31 May in China
    [told] = await harness.outbox(AuditRecorded)
    assert (told.subject_type, told.action, told.subject_id) == ("retention", "purge_records", run["id"])
    assert told.detail["post"] == "25"
    assert told.detail["period"] == "30 day"
    assert told.detail["rule_version"].startswith("2026-01-01 ")


async def test_a_second_time_on_a_day_changes_nothing_and_the_next_day_goes_on(
    harness: Harness, calendar: Calendar
) -> None:
    await deliver(harness, 1, days_ago=31)
    await deliver(harness, 2, days_ago=30)
    await taken(harness)
    await taken(harness)
    assert await ids(harness) == [2]
    assert len(await harness.outbox(AuditRecorded)) == 1
    calendar.now += timedelta(days=1)
    await taken(harness)
    assert await ids(harness) == []
    assert [run["taken"]["post"] for run in await runs(harness, "delivered-post")] == [1, 1]


async def test_columns_are_emptied_where_the_rest_of_the_record_stays(harness: Harness) -> None:
    await deliver(harness, 1, days_ago=364, registered=True)
    await deliver(harness, 2, days_ago=366, registered=True)
    await taken(harness)
    assert await harness.rows("select id, letter from post order by id") == [(1, "dear customer"), (2, None)]
    [run] = await runs(harness, "letter-text")
    assert run["taken"] == {"post": 1}


async def test_who_is_stopped_goes_on_where_the_last_piece_ended(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(25):
        await deliver(harness, n, days_ago=60 - n)

    class Stopped(Exception):
        pass

    async def stop(_: float) -> None:
        raise Stopped

    monkeypatch.setattr(retention_job.asyncio, "sleep", stop)
    with pytest.raises(Stopped):
        await taken(harness)
    assert await ids(harness) == list(range(10, 25))
    monkeypatch.undo()
    await taken(harness)
    assert await ids(harness) == []
    [run] = await runs(harness, "delivered-post")
    assert run["taken"]["post"] == 25


async def test_what_is_held_stays_until_another_person_releases_it(harness: Harness, calendar: Calendar) -> None:
    customer = uuid4()
    await deliver(harness, 1, days_ago=40, customer=customer)
    await deliver(harness, 2, days_ago=40)
    placed = await post(harness, "legal-holds", "a", {"subject_id": str(customer), "reason": "lawsuit 117"})
    assert placed.status_code == 201, placed.text
    hold = placed.json()["id"]
    await taken(harness)
    assert await ids(harness) == [1]
    assert [run["held"] for run in await runs(harness, "delivered-post")] == [1]
    same = await post(harness, f"legal-holds/{hold}/release", "a", {"reason": "it is over"})
    assert (same.status_code, same.json()["code"]) == (403, "second-person-required")
    calendar.now += timedelta(days=1)
    await taken(harness)
    assert await ids(harness) == [1]
    assert (await post(harness, f"legal-holds/{hold}/release", "b", {"reason": "it is over"})).status_code == 200
    again = await post(harness, f"legal-holds/{hold}/release", "b", {"reason": "it is over"})
    assert (again.status_code, again.json()["code"]) == (409, "legal-hold-released")
    calendar.now += timedelta(days=1)
    await taken(harness)
    assert await ids(harness) == []
    assert [h["released_by"] for h in (await get(harness, "legal-holds")).json()["items"]] == ["b"]
    assert (await get(harness, "legal-holds?open_only=true")).json()["items"] == []


async def post(harness: Harness, path: str, who: str, json: Any) -> Any:
    headers = harness.signer.headers("audit-administrator", subject=who)
    return await harness.client.post(f"/v1/admin/{path}", json=json, headers=headers)


async def test_a_period_is_changed_by_two_persons_and_the_law_says_how_short_it_may_be(harness: Harness) -> None:
    await deliver(harness, 1, days_ago=20)

    async def propose(value: str) -> Any:
        wanted = {"code": RULE.code, "value": value, "unit": "day", "valid_from": START.date().isoformat(),
                  "source": "minutes 7", "confidence": "P", "reason": "no longer than needed"}  # fmt: skip
        return await harness.client.post(
            "/v1/admin/parameter-changes", json=wanted, headers=harness.signer.headers("risk-officer", subject="a")
        )

    assert (await propose("14")).json()["code"] == "parameter-value"
    change = (await propose("15")).json()["id"]
    path = f"/v1/admin/parameter-changes/{change}/approval"
    manager = harness.signer.headers("management", subject="b")
    assert (await harness.client.post(path, headers=manager)).status_code == 200
    await taken(harness)
    assert await ids(harness) == []
    [run] = await runs(harness, "delivered-post")
    assert (run["period"], run["valid_from"]) == (15, START.date().isoformat())


async def test_auditors_see_rules_and_others_do_not(harness: Harness) -> None:
    rules = (await get(harness, "retention/rules")).json()["items"]
    assert [(r["record"], r["period"], r["unit"], r["takes"]) for r in rules] == [
        ("delivered-post", 30, "day", ["receipts", "post"]), ("letter-text", 1, "year", ["post, letter"]),
    ]  # fmt: skip
    assert (await get(harness, "retention/rules", "customer-manager")).status_code == 403
    assert (await get(harness, "retention/runs", "operations")).status_code == 403


async def test_pages_of_runs_go_back_in_time(harness: Harness, calendar: Calendar) -> None:
    for _ in range(3):
        await taken(harness)
        calendar.now += timedelta(days=1)
    seen, cursor = [], ""
    while True:
        answer = (await get(harness, f"retention/runs?record=letter-text&limit=1{cursor}")).json()
        seen += [run["cutoff"] for run in answer["items"]]
        if "next_cursor" not in answer or not answer["next_cursor"]:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert [at[:10] for at in seen] == ["2025-07-01", "2025-06-30", "2025-06-29"]


async def test_only_the_time_since_the_last_run_is_read(harness: Harness) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into post select n, gen_random_uuid(), true, '', '2020-01-01'::timestamptz + n * interval '1 minute'"
            " from generate_series(1, 20000) n"
        )
        await connection.exec_driver_sql("analyze post")
        await connection.exec_driver_sql("set local enable_seqscan = off")
        since = datetime(2020, 1, 14, tzinfo=UTC)
        explained = await connection.exec_driver_sql(
            f"explain (analyze, format text) {statement(RULE)}",
            (since, datetime.combine(date(2026, 1, 1), since.timetz())),
        )
        plan = "\n".join(str(row[0]) for row in explained.all())
    assert "Index Scan using post_delivered" in plan
    assert "Seq Scan on post" not in plan
